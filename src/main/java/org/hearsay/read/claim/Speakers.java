package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;

/**
 * Ties sources to voices, in text order: a name where the head of the phrase is one, a description, or an honest
 * "unresolved". One a reading; it remembers whom it has resolved.
 */
final class Speakers {
    private final Lines lines;
    private final Lexicon lexicon;
    private final Persons persons;
    private final Bodies bodies;
    private final Offices offices;
    private final Naming naming;
    private final Introduced introduced;
    private final Focus focus;
    private final Meant meant;
    private final Voice.Outlet outlet;
    /** Where somebody without a name has spoken last, if no name has since. */
    private Optional<Line> unnamed = Optional.empty();
    /** Whose report came last, if it was a person with a name. */
    private Optional<Last> last = Optional.empty();

    private record Last(Draft draft, Entity entity) {}

    Speakers(Lines lines, Lexicon lexicon) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.persons = new Persons(lines, lexicon);
        this.bodies = new Bodies(lexicon, persons);
        this.offices = new Offices(lines, persons);
        this.naming = new Naming(lexicon);
        this.introduced = new Introduced(lexicon);
        this.focus = new Focus(lines, lexicon, persons, (line, span) -> voiceOf(new Draft(line, "", 0), span));
        this.meant = new Meant(lines, persons, lexicon);
        this.outlet = new Voice.Outlet(lines.reading().article().outlet());
    }

    Meant meant() {
        return meant;
    }

    Voice outlet() {
        return outlet;
    }

    /** From the outlet inward. */
    List<Voice> voices(Draft draft) {
        int body = draft.line.start(draft.line.body());
        draft.source.replaceAll(
                s -> s.start() < body && s.end() > body ? new Span(body, s.end()) : s); // "09:12 A driver"
        List<Voice> voices = new ArrayList<>();
        draft.inside
                .filter(outer -> !outer.voices.isEmpty())
                .ifPresentOrElse(outer -> voices.addAll(outer.voices), () -> voices.add(outlet));
        for (Span span : draft.through) {
            publisher(draft.line, span).ifPresent(voice -> add(voices, voice));
        }
        if (draft.source.isEmpty()) {
            if (!draft.cueSpans.isEmpty()) {
                add(voices, new Voice.Unnamed("", draft.cueSpans.get(0)));
            }
        } else {
            add(voices, meant.voice(draft, draft.source.get(0), voice(draft, draft.source.get(0))));
        }
        for (Span span : draft.citing) {
            int last = voices.size();
            add(voices, voice(draft, span));
            if (voices.size() == last) {
                voices.add(unresolved(draft.line, span)); // nobody quotes himself
            }
        }
        remember(draft, voices);
        return voices;
    }

    /** "A trader said … He expects …": whoever spoke last has no name, and may be meant. */
    private boolean unnamedSpoke(Line line, int first) {
        if (!line.is(first, "he", "she", "his", "her", "him") || unnamed.isEmpty()) {
            return false;
        }
        Line last = unnamed.get();
        int gap = lines.indexOf(line) - lines.indexOf(last);
        return gap >= 0
                && gap <= 2
                && !persons.namedBetween(last.sentence().span().end(), line.start(first))
                && last.sentence().block() >= line.sentence().block() - 1;
    }

    private void remember(Draft draft, List<Voice> voices) {
        for (Voice voice : voices) {
            boolean own = voice instanceof Voice.Named named
                    && (draft.source.contains(named.span()) || draft.citing.contains(named.span()));
            if (own && voice instanceof Voice.Named named) {
                named.entity().ifPresent(id -> persons.spoke(id, named.span().start()));
            }
        }
        if (draft.source.isEmpty() || !draft.citing.isEmpty()) {
            return;
        }
        Voice last = voices.get(voices.size() - 1);
        focus.spoke(draft, last);
        this.last = last instanceof Voice.Named named
                ? named.entity().flatMap(persons::person).map(e -> new Last(draft, e))
                : Optional.empty();
        if (last instanceof Voice.Named) {
            unnamed = Optional.empty();
        } else if (last instanceof Voice.Unnamed) {
            persons.unnamedSpoke(draft.source.get(0).start());
            int first = indexAt(draft.line, draft.source.get(0).start());
            int head = Phrases.baseEndOf(draft.line, first) - 1;
            String noun = draft.line.lemma(Math.max(first, head));
            boolean person = lexicon.speaker(noun)
                    .filter(s -> s == Lexicon.Speaker.PERSON || s == Lexicon.Speaker.KNOWN)
                    .isPresent();
            boolean single = draft.line.is(first, "one", "another", "a");
            boolean one = draft.line.word(Math.max(first, head)).equals(noun) || single;
            if ((person || draft.line.is(first, "one", "another")) && one) {
                unnamed = Optional.of(draft.line);
            }
        }
    }

    /** Nobody stands twice in a row, and the outlet does not quote itself. */
    private void add(List<Voice> voices, Voice voice) {
        Voice last = voices.get(voices.size() - 1);
        boolean same = voice instanceof Voice.Named a
                && (last instanceof Voice.Named b && a.name().equals(b.name())
                        || last instanceof Voice.Outlet o && itself(o.name(), bare(a.name())));
        if (!same) {
            voices.add(voice);
        }
    }

    /** "The Herald can reveal" in "The Daily Herald". */
    private static boolean itself(String outlet, String name) {
        boolean paper = outlet.startsWith("The ") && bare(outlet).endsWith(" " + name);
        return bare(outlet).equals(name) || paper;
    }

    private static String bare(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("the ") ? lower.substring(4) : lower;
    }

    private Optional<Voice> publisher(Line line, Span span) {
        int first = indexAt(line, span.start());
        int head = Phrases.baseEndOf(line, first) - 1;
        return line.name(head)
                .filter(m -> m.type() != NameType.PERSON && m.type() != NameType.LOCATION)
                .filter(m -> lexicon.isPublisher(line.words(m.span())))
                .map(m -> named(m, span));
    }

    private Voice voice(Draft draft, Span span) {
        if (Naming.borrowed(draft, span)) {
            return unresolved(draft.line, span);
        }
        return voiceOf(draft, antecedent(draft.line, span).orElse(span));
    }

    /** What the "who" of "the minister, who said" stands for: the phrase before it. */
    private static Optional<Span> antecedent(Line line, Span span) {
        int i = indexAt(line, span.start());
        boolean who = line.is(i, "who", "which", "that") && line.end(i) == span.end();
        boolean age = line.tagged(i, "NUM") && line.is(i - 1, ",") && line.is(i + 1, ",") && line.end(i) == span.end();
        int noun = line.is(i - 1, ",", "-", "\u2013", "\u2014", "--") ? i - 2 : i - 1;
        if (who && line.is(noun, ")")) {
            noun = Phrases.beforeBracket(line, noun); // "Jane Smith (Independent), who asked"
        }
        int start = (who || age) && noun >= 0 ? Phrases.startOf(line, noun) : -1;
        if (start < 0 && who && line.name(noun).isPresent()) {
            start = Phrases.baseStartOf(line, noun); // "according to the bank, which says"
        }
        while (start > 1 && line.is(start - 1, "and", "&") && Phrases.headStartOf(line, start - 2) >= 0) {
            start = Phrases.headStartOf(line, start - 2); // "a rule of Weil and Sung, who held that": both
        }
        return start >= 0 && start <= noun ? Optional.of(line.span(start, noun + 1)) : Optional.empty();
    }

    private Voice voiceOf(Draft draft, Span span) {
        Line line = draft.line;
        if (draft.rule.equals(Transcript.RULE)) {
            String label = line.words(span);
            return persons.labelled(label)
                    .<Voice>map(e -> resolved(e, span))
                    .orElseGet(() -> new Voice.Unnamed(label, span));
        }
        int first = indexAt(line, span.start());
        int last = first;
        while (last + 1 < line.size() && line.end(last + 1) <= span.end()) {
            last++;
        }
        if (last > first && line.is(last, "who", "which", "that")) {
            last -= line.is(last - 1, ",") ? 2 : 1;
        }
        if (last > first && line.is(last, "'s", "'")) {
            last--; // "Smith's" of "Smith's answer was this:"
        }
        if (first == last && line.is(first, "he", "she", "it", "they", "his", "her", "its", "their", "him", "them")) {
            return pronoun(draft, first, span);
        }
        while (last > first
                && Phrases.isTime(line.word(last))
                && line.name(last).isEmpty()) {
            last--; // "Minister Jane Smith today announced"
        }
        boolean none = line.is(first, "every", "each", "any", "no");
        Optional<Mention> led = none ? Optional.empty() : introduced.name(line, first, last);
        if (led.isPresent()) {
            return named(led.get(), span);
        }
        int base = Math.min(Phrases.baseEndOf(line, first), last + 1);
        int head = base - 1;
        if (head < first) {
            return new Voice.Unnamed(line.words(span), span);
        }
        if (none && head > first) {
            return new Voice.Unnamed(line.words(span), span); // "every BBC listener", "no NGO"
        }
        Optional<Mention> behind = naming.behindRole(line, first, head, last);
        if (behind.isPresent()) {
            return named(behind.get(), span);
        }
        if (first == last && line.is(first, "who", "which", "that")) {
            return unresolved(line, span);
        }
        Optional<Mention> called = Naming.called(line, base, last);
        if (called.isPresent()) {
            return named(called.get(), span);
        }
        boolean joined = line.is(base, "and", "&") && base < last && !Naming.twoOffices(line, base, last);
        boolean several = joined || Naming.listed(line, base, last);
        // "the Ministry of Trade (MoT) director-general": the phrase goes on, its head is not the name
        int next = Naming.afterName(line, head, last);
        boolean goesOn = next <= last && line.tagged(next, "ADJ", "NOUN", "PROPN", "X");
        Optional<Mention> name = goesOn ? Optional.empty() : Naming.headName(line, head);
        if (name.isPresent() && !several && naming.torn(line, head, first)) {
            return new Voice.Unnamed(line.words(span), span);
        }
        if (name.isPresent() && first == head && naming.commonAtStart(line, first)) {
            return new Voice.Unnamed(line.words(span), span); // "Landlords warned": the capital is the sentence's
        }
        boolean office = name.isPresent() && name.get().type() != NameType.PERSON;
        Optional<Mention> bearer = office ? Naming.bearer(line, base, last) : Optional.empty();
        if (bearer.isPresent() && !several) {
            return named(bearer.get(), span); // "MEC for Housing, John Smith": the office has a name of its own
        }
        if (name.isPresent() && !several) {
            Mention mention = name.get();
            if (mention.type() == NameType.MISC) {
                return new Voice.Unnamed(line.words(span), span);
            }
            return named(mention, span);
        }
        Optional<Voice> firm = Naming.firm(line, first, base, last, span);
        if (firm.isPresent()) {
            return firm.get();
        }
        if (several) {
            return name.isPresent() ? unresolved(line, span) : new Voice.Unnamed(line.words(span), span);
        }
        Optional<Mention> apposed = naming.apposed(line, base, last);
        if (apposed.isPresent()) {
            return named(apposed.get(), span);
        }
        Optional<Voice> proper = head == last ? Naming.proper(line, first, last, span) : Optional.empty();
        if (proper.isPresent()) {
            return proper.get();
        }
        Optional<Voice> body = naming.body(line, first, last, span);
        if (body.isPresent()) {
            return body.get();
        }
        return goesOn ? new Voice.Unnamed(line.words(span), span) : described(line, first, head, last, span);
    }

    private Voice pronoun(Draft draft, int i, Span span) {
        Line line = draft.line;
        Optional<Focus.Verdict> inFocus = focus.antecedent(draft, i);
        Optional<Voice> found = inFocus.flatMap(Focus.Verdict::voice);
        if (found.isEmpty() && !unnamedSpoke(line, i)) {
            int hidden = inFocus.map(Focus.Verdict::at).orElse(0);
            found = persons.pronoun(line, i, draft)
                    .or(() -> goingOn(line, i))
                    .filter(e -> persons.namedBetween(e.id(), hidden, line.start(i)))
                    .map(e -> resolved(e, span));
        }
        if (line.is(i, "him", "her", "them") && found.isPresent() && outer(draft, found.get())) {
            return unresolved(line, span); // "Smith recalled him saying": whoever it was, not Smith
        }
        if (found.isPresent() && found.get() instanceof Voice.Named named && line.is(i, "he", "she")) {
            named.entity().ifPresent(id -> persons.met(id, line.is(i, "she") ? 'f' : 'm'));
        }
        return found.orElseGet(() -> unresolved(line, span));
    }

    /** Whether the voice is the one that a report comes through. */
    static boolean outer(Draft draft, Voice voice) {
        return voice instanceof Voice.Named own
                && draft.inside.stream()
                        .flatMap(d -> d.voices.stream())
                        .anyMatch(v -> v instanceof Voice.Named n && n.name().equals(own.name()));
    }

    private Voice described(Line line, int first, int head, int last, Span span) {
        String noun = line.lemma(head);
        Optional<Lexicon.Speaker> speaker = lexicon.speaker(noun);
        boolean definite = line.is(first, "the", "this", "that") && head - first <= 3;
        boolean plural = plural(line, head);
        boolean known = speaker.isPresent()
                && (speaker.get() == Lexicon.Speaker.KNOWN || speaker.get() == Lexicon.Speaker.BODY);
        if (known && definite && !plural && head == last) {
            boolean body = speaker.get() == Lexicon.Speaker.BODY;
            Optional<Entity> one = body ? bodies.meant(line, first, head) : offices.holder(line, first, head);
            boolean firm = body && head == first + 1 && Bodies.isBusiness(line.word(head));
            Optional<Voice> found = one.map(e -> resolved(e, span));
            if (found.isEmpty() && firm) {
                found = focus.body(line, first, span);
            }
            // What no name before fits is told of by its description: "the interior ministry", "the regulator".
            boolean owned = head > first + 1 && line.is(head - 1, "'s", "'");
            boolean open = body ? bodies.several(line, first, head) : !owned && offices.anybody(line, first, head);
            return found.orElseGet(() -> open ? unresolved(line, span) : new Voice.Unnamed(line.words(span), span));
        }
        boolean person = speaker.filter(s -> s != Lexicon.Speaker.PERSON).isEmpty() && line.is(first, "the");
        if (person && !plural && head == first + 1 && head == last && line.tagged(head, "NOUN", "PROPN")) {
            Optional<Entity> one = offices.named(line, first, head);
            if (one.isPresent()) {
                return resolved(one.get(), span);
            }
        }
        if (line.is(first, "the") && line.word(head).endsWith("-year-old") && head == last) {
            return focus.person(line, first, span).orElseGet(() -> unresolved(line, span));
        }
        if (line.tagged(head, "PROPN") && line.name(head).isEmpty() && speaker.isEmpty()
                || line.tagged(head, "PRON", "DET") && speaker.isEmpty()) {
            boolean surname = line.capital(last) && (first == last || first + 1 == last && Titles.is(line.word(first)));
            return (surname ? persons.labelled(line.words(line.span(last, last + 1))) : Optional.<Entity>empty())
                    .<Voice>map(e -> resolved(e, span))
                    .orElseGet(() -> unresolved(line, span)); // "Mr Smith", not tagged for a name
        }
        return new Voice.Unnamed(line.words(span), span);
    }

    /** By its form alone: "officials". */
    static boolean plural(Line line, int head) {
        return line.word(head).endsWith("s") && !line.word(head).equals(line.lemma(head));
    }

    /** "Smith said it was late. He said …": who spoke last goes on, where the line before speaks to and of no other. */
    private Optional<Entity> goingOn(Line line, int first) {
        if (last.isEmpty() || !line.is(first, "he", "she")) {
            return Optional.empty();
        }
        Draft before = last.get().draft();
        int gap = lines.indexOf(line) - lines.indexOf(before.line);
        boolean near = gap == 1 || gap == 2 && before.quotation == Quotation.DIRECT;
        return near && persons.onlyOne(before, line, first, last.get().entity())
                ? Optional.of(last.get().entity())
                : Optional.empty();
    }

    static Voice unresolved(Line line, Span span) {
        return new Voice.Unresolved(line.words(span), span);
    }

    private Voice named(Mention mention, Span span) {
        // "The Russians" are a mention of Russia and not Russia speaking.
        return persons.entity(mention)
                .filter(e -> e.type() == mention.type() || !e.id().equals(mention.entity()))
                .map(e -> resolved(e, span))
                .orElseGet(() -> new Voice.Named(
                        lines.reading().article().words(mention.span()),
                        Optional.empty(),
                        persons.entity(mention).isPresent() ? Optional.empty() : Optional.of(mention.entity()),
                        span));
    }

    static Voice.Named resolved(Entity entity, Span span) {
        Optional<String> role = Optional.of(entity.role()).filter(r -> !r.isBlank());
        return new Voice.Named(entity.name(), role, Optional.of(entity.id()), span);
    }

    /** The one person whom a "he" or "she" outside of reports can mean. */
    Optional<Entity> person(Line line, int i) {
        return persons.pronoun(line, i, new Draft(line, "", 0)).filter(e -> e.type() == NameType.PERSON);
    }

    static int indexAt(Line line, int offset) {
        for (int i = 0; i < line.size(); i++) {
            if (line.end(i) > offset) {
                return i;
            }
        }
        return Math.max(0, line.size() - 1);
    }
}
