package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;

/**
 * Whom the text has its eye on where a pronoun stands: the nearest before it who did something there, a clause's subject
 * or a report's source, and can be meant. What somebody else is told to have done in a report or in a clause of time or
 * reason is asked last. One a reading; it remembers who spoke.
 */
final class Focus {
    /** How many lines back an actor is looked for; quotations do not count. */
    private static final int PERSON_LINES = 4;

    /** A chain of pronouns is followed no further back. */
    private static final int LONGEST_CHAIN = 12;

    private static final int BODY_LINES = 2;

    private final Lines lines;
    private final Lexicon lexicon;
    private final Persons persons;
    private final BiFunction<Line, Span, Voice> voiceOf;
    private final Map<Line, List<Said>> said = new HashMap<>();
    private final Map<Line, List<Actor>> plain = new HashMap<>();
    private final Actors actors;
    private int chain;

    private record Said(Draft draft, Span source, Voice voice) {}

    /** What is asked for. */
    private enum Sort {
        HE,
        SHE,
        /** "The 44-year-old". */
        HE_OR_SHE,
        IT,
        THEY
    }

    /**
     * What ended the search: {@code voice} is meant, or without one, somebody at {@code at} may be who cannot be told, and
     * whom the text has named only before him is out of sight.
     */
    record Verdict(Optional<Voice> voice, int at) {}

    Focus(Lines lines, Lexicon lexicon, Persons persons, BiFunction<Line, Span, Voice> voiceOf) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.actors = new Actors(lexicon);
        this.persons = persons;
        this.voiceOf = voiceOf;
    }

    void spoke(Draft draft, Voice voice) {
        if (!draft.source.isEmpty()) {
            said.computeIfAbsent(draft.line, l -> new ArrayList<>()).add(new Said(draft, draft.source.get(0), voice));
        }
    }

    /** Whom the pronoun at {@code i} stands for, with the pronoun's span; empty where nobody is in sight. */
    Optional<Verdict> antecedent(Draft draft, int i) {
        Line line = draft.line;
        Sort sort = line.is(i, "he", "his", "him")
                ? Sort.HE
                : line.is(i, "she", "her") ? Sort.SHE : line.is(i, "it", "its") ? Sort.IT : Sort.THEY;
        if (sort == Sort.THEY && line.is(i + 1, "'ll", "'d", "will", "would", "may", "might", "could", "can")) {
            return Optional.empty(); // whoever hears or reads it
        }
        return search(draft, i, sort)
                .map(v -> new Verdict(v.voice().map(voice -> at(voice, line.span(i, i + 1))), v.at()));
    }

    /** Whom a description like "the 44-year-old" stands for, if it is somebody with a name. */
    Optional<Voice> person(Line line, int first, Span span) {
        return search(new Draft(line, "", 0), first, Sort.HE_OR_SHE)
                .flatMap(Verdict::voice)
                .filter(v -> v instanceof Voice.Named)
                .map(v -> at(v, span));
    }

    /** Which body with a name "the company" stands for: the one that acted or spoke last, if none else is near. */
    Optional<Voice> body(Line line, int first, Span span) {
        return search(new Draft(line, "", 0), first, Sort.IT)
                .filter(v -> persons.organizations(v.at(), line.start(first)).size() == 1)
                .flatMap(Verdict::voice)
                .filter(v -> v instanceof Voice.Named named && named.entity().isPresent())
                .map(v -> at(v, span));
    }

    private Optional<Verdict> search(Draft draft, int i, Sort sort) {
        Line line = draft.line;
        int index = lines.indexOf(line);
        boolean person = sort != Sort.IT && sort != Sort.THEY;
        int left = person ? PERSON_LINES : BODY_LINES;
        boolean item = lines.block(line.sentence().block()) instanceof Block.Item;
        int passed = -1;
        int items = 0;
        for (int k = index; k >= 0 && left >= 0; k--) {
            Line before = lines.all().get(k);
            int block = before.sentence().block();
            if (!item && lines.block(block) instanceof Block.Item) {
                items += block == passed ? 0 : 1;
                passed = block;
                continue; // the text goes on with whoever was before the list
            }
            int away = line.sentence().block() - block - items;
            if (lines.block(block) instanceof Block.Heading || away > (person ? 2 : 1)) {
                break;
            }
            List<Actor> all = actorsOf(before);
            boolean counts = k == index;
            for (boolean embedded : sort == Sort.IT ? new boolean[] {false} : new boolean[] {false, true}) {
                for (int s = all.size() - 1; s >= 0; s--) {
                    Actor actor = all.get(s);
                    boolean own = draft.content.stream().anyMatch(c -> c.contains(actor.span())) && !introduces(actor);
                    boolean here = actor.span().end() <= line.start(i) && !own;
                    if (actor.embedded() != embedded || !here || before == line && counterpart(actor, i)) {
                        continue;
                    }
                    counts = true;
                    Optional<Verdict> verdict = verdict(actor, sort);
                    if (verdict.isPresent()) {
                        boolean sure = verdict.get()
                                .voice()
                                .filter(v -> sure(v, actor, draft, i, sort))
                                .isPresent();
                        return sure ? verdict : blocked(actor);
                    }
                }
            }
            left -= counts ? 1 : 0;
        }
        return Optional.empty();
    }

    /**
     * Whether nobody else may be meant: nobody named since whom the pronoun fits as well ("Weil met Sung. He said"), but
     * whom a speaker speaks of; and somebody without a name is meant only in his own paragraph.
     */
    private boolean sure(Voice voice, Actor actor, Draft draft, int i, Sort sort) {
        Line line = draft.line;
        if (voice instanceof Voice.Unnamed) {
            return actor.line().sentence().block() == line.sentence().block();
        }
        Optional<Entity> one =
                voice instanceof Voice.Named named ? named.entity().flatMap(persons::person) : Optional.empty();
        if (one.isEmpty() || sort == Sort.IT || sort == Sort.THEY) {
            return true;
        }
        char gender = sort == Sort.HE ? 'm' : sort == Sort.SHE ? 'f' : Genders.UNKNOWN;
        boolean pronoun =
                actor.line().is(Speakers.indexAt(actor.line(), actor.span().start()), "he", "she");
        int from = actor.speaks() || pronoun
                ? actor.line().sentence().span().end()
                : actor.span().end();
        int to = actor.line() == line ? line.start(i) : line.start(0);
        return persons.rivals(one.get(), gender, from, to).stream().allMatch(this::told);
    }

    private boolean told(int at) {
        return said.getOrDefault(lines.at(at), List.of()).stream()
                .anyMatch(s -> s.draft().content.stream().anyMatch(c -> c.contains(at)));
    }

    /** "Pressed by their lawyer, Jane Smith, she said", "Writing to Weil, he asked": who asks or is written to is another. */
    private static boolean counterpart(Actor actor, int i) {
        Line line = actor.line();
        int opens = line.body();
        boolean fronted = line.is(i - 1, ",") && line.tagged(opens, "VERB") && !line.quoted(opens);
        int first = Speakers.indexAt(line, actor.span().start());
        for (int k = opens + 1; fronted && k < first; k++) {
            fronted = !line.verbal(k);
        }
        int by = first - 1;
        while (by > opens && !line.is(by, "by", "to", "with", "from")) {
            by--;
        }
        return fronted && by > opens && first - by < 8;
    }

    /** "Her deputy was clear: no one, he said, …": what stands before a colon is no part of what is said. */
    private static boolean introduces(Actor actor) {
        Line line = actor.line();
        boolean introduces = false;
        for (int k = line.body(); k < line.size() && !line.quoteMark(k); k++) {
            introduces |= line.is(k, ":") && line.start(k) > actor.span().end();
        }
        return introduces && actor.span().start() == line.start(line.body());
    }

    private Optional<Verdict> verdict(Actor actor, Sort sort) {
        Line line = actor.line();
        int first = Speakers.indexAt(line, actor.span().start());
        int last = Speakers.indexAt(line, actor.span().end() - 1);
        if (first == last && line.is(first, "he", "she", "it", "they")) {
            return pronoun(actor, first, sort);
        }
        if (line.is(first, "who", "which", "that", "whose", "every", "each", "any", "no", "what", "there", "this")) {
            return Optional.empty();
        }
        int head = Math.min(Phrases.baseEndOf(line, first) - 1, last);
        boolean owned = line.is(first, "his", "her") && head > first;
        if (owned && !actors.human(line, head) && !Actors.named(line, actor.span())) {
            // "His first speech lasted a minute. In it he said"
            return pronoun(new Actor(line, line.span(first, first + 1), Optional.empty(), false, false), first, sort);
        }
        Voice voice = actor.voice().orElseGet(() -> voiceOf.apply(line, actor.span()));
        boolean own = owned && (sort == Sort.HE && line.is(first, "his") || sort == Sort.SHE && line.is(first, "her"));
        boolean object = line.tagged(first - 1, "ADP", "VERB") || line.is(first - 1, "to");
        if (own && (object || !(voice instanceof Voice.Named))) {
            return actors.plural(line, head) ? Optional.empty() : blocked(actor); // "her sister": either is a she
        }
        return switch (sort) {
            case HE -> person(actor, head, voice, 'm');
            case SHE -> person(actor, head, voice, 'f');
            case HE_OR_SHE -> person(actor, head, voice, Genders.UNKNOWN);
            case IT -> body(actor, head, voice);
            case THEY -> people(actor, head, voice);
        };
    }

    private Optional<Verdict> pronoun(Actor actor, int i, Sort sort) {
        Line line = actor.line();
        boolean same = switch (sort) {
            case HE -> line.is(i, "he", "his");
            case SHE -> line.is(i, "she", "her");
            case HE_OR_SHE -> line.is(i, "he", "his", "she", "her");
            case IT -> line.is(i, "it");
            case THEY -> line.is(i, "they");
        };
        if (!same) {
            return Optional.empty();
        }
        if (actor.voice().isPresent()) {
            return taken(actor, actor.voice().get());
        }
        if (chain == LONGEST_CHAIN) {
            return blocked(actor);
        }
        chain++;
        Voice voice = voiceOf.apply(line, line.span(i, i + 1));
        chain--;
        return taken(actor, voice);
    }

    private Optional<Verdict> person(Actor actor, int head, Voice voice, char gender) {
        Line line = actor.line();
        if (voice instanceof Voice.Named named) {
            boolean fits = named.entity()
                    .flatMap(persons::person)
                    .filter(e -> persons.canBe(e, gender))
                    .filter(e -> persons.isHuman(e)
                            || actor.voice().isPresent()
                            || actor.span().length() > e.name().length())
                    .isPresent();
            return fits ? taken(actor, voice) : Optional.empty();
        }
        if (Actors.named(line, actor.span())) {
            return blocked(actor); // "the commander, who goes by the name of Jane Smith"
        }
        String noun = line.lemma(head);
        int first = Speakers.indexAt(line, actor.span().start());
        boolean stranger = line.is(first, "a", "an", "another", "one", "his", "her", "their");
        boolean one = !actors.plural(line, head)
                && (actors.human(line, head)
                        || actor.speaks() && stranger && !actors.body(noun) && line.tagged(head, "NOUN"));
        boolean other = Genders.ofNoun(noun)
                .filter(g -> g != gender && gender != Genders.UNKNOWN)
                .isPresent();
        boolean aged = line.is(first, "the") && line.is(head + 1, ",") && line.tagged(head + 2, "NUM");
        if (!one || other || aged || voice instanceof Voice.Outlet) {
            return Optional.empty();
        }
        boolean told = stranger || actor.voice().isPresent();
        return actor.embedded() || !told ? blocked(actor) : taken(actor, voice);
    }

    private Optional<Verdict> body(Actor actor, int head, Voice voice) {
        Line line = actor.line();
        if (voice instanceof Voice.Named named) {
            boolean person = named.entity()
                    .flatMap(persons::person)
                    .filter(persons::isHuman)
                    .isPresent();
            return person ? Optional.empty() : taken(actor, voice);
        }
        Optional<Lexicon.Speaker> speaker = lexicon.speaker(line.lemma(head));
        boolean text = lexicon.actNamed(line.lemma(head)).isPresent()
                || lexicon.isTermWord(line.lemma(head))
                || line.is(head, "text", "rule", "law", "act", "treaty", "agreement", "clause", "code");
        if (text && !actors.plural(line, head)) {
            return blocked(actor); // "The rule bans nothing: it demands"
        }
        if (actors.plural(line, head) || speaker.isEmpty()) {
            return Optional.empty();
        }
        return switch (speaker.get()) {
            case BODY -> taken(actor, voice);
            case DOCUMENT -> voice instanceof Voice.Unnamed ? taken(actor, voice) : blocked(actor);
            case PERSON, GROUP, KNOWN -> Optional.empty();
        };
    }

    private Optional<Verdict> people(Actor actor, int head, Voice voice) {
        Line line = actor.line();
        if (voice instanceof Voice.Named named) {
            boolean person = named.entity()
                    .flatMap(persons::person)
                    .filter(persons::isHuman)
                    .isPresent();
            return person ? Optional.empty() : blocked(actor);
        }
        Optional<Lexicon.Speaker> speaker = lexicon.speaker(line.lemma(head));
        boolean several = actors.plural(line, head)
                        && (actor.voice().isPresent()
                                || speaker.filter(s -> s != Lexicon.Speaker.DOCUMENT)
                                        .isPresent())
                || speaker.filter(s -> s == Lexicon.Speaker.GROUP).isPresent();
        return several ? taken(actor, voice) : Optional.empty();
    }

    private static Optional<Verdict> blocked(Actor actor) {
        return Optional.of(new Verdict(Optional.empty(), actor.span().start()));
    }

    private static Optional<Verdict> taken(Actor actor, Voice voice) {
        boolean open = voice instanceof Voice.Unresolved
                || voice instanceof Voice.Outlet
                || voice instanceof Voice.Unnamed u && u.description().isEmpty();
        return open
                ? blocked(actor)
                : Optional.of(new Verdict(Optional.of(voice), actor.span().start()));
    }

    private static Voice at(Voice voice, Span span) {
        return switch (voice) {
            case Voice.Named named -> new Voice.Named(named.name(), named.role(), named.entity(), span);
            case Voice.Unnamed unnamed -> new Voice.Unnamed(unnamed.description(), span);
            case Voice.Unresolved unresolved -> new Voice.Unresolved(unresolved.words(), span);
            case Voice.Outlet outlet -> outlet;
        };
    }

    /** Whether the content tells of the actor; its edge may run behind him, as in "told the court Weil | had given". */
    private static boolean tells(Said report, Span content, Span actor) {
        return content.contains(actor)
                || actor.end() + 1 == content.start()
                        && actor.start() > report.source().end();
    }

    /** The actors of a line in text order, with the sources of its reports so far. */
    private List<Actor> actorsOf(Line line) {
        List<Actor> all = new ArrayList<>();
        List<Said> reports = said.getOrDefault(line, List.of());
        for (Said one : reports) {
            all.add(new Actor(
                    line,
                    one.source(),
                    Optional.of(one.voice()),
                    true,
                    one.draft().inside.isPresent()));
        }
        for (Actor other : plain.computeIfAbsent(line, actors::in)) {
            if (reports.stream().noneMatch(r -> r.source().overlaps(other.span()))) {
                boolean told = reports.stream()
                        .anyMatch(r -> r.draft().content.stream().anyMatch(c -> tells(r, c, other.span())));
                all.add(new Actor(line, other.span(), Optional.empty(), other.speaks(), other.embedded() || told));
            }
        }
        all.sort((a, b) -> a.span().compareTo(b.span()));
        return all;
    }
}
