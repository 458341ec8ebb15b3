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
        this.outlet = new Voice.Outlet(lines.reading().article().outlet());
    }

    Voice outlet() {
        return outlet;
    }

    /** From the outlet inward. */
    List<Voice> voices(Draft draft) {
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
            add(voices, voice(draft, draft.source.get(0)));
        }
        for (Span span : draft.citing) {
            add(voices, voice(draft, span));
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
        if (draft.source.isEmpty() || !draft.citing.isEmpty()) {
            return;
        }
        Voice last = voices.get(voices.size() - 1);
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
                        || last instanceof Voice.Outlet o && bare(o.name()).equals(bare(a.name())));
        if (!same) {
            voices.add(voice);
        }
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
        return voiceOf(draft, antecedent(draft.line, span).orElse(span));
    }

    /** What the "who" of "the minister, who said" stands for: the phrase before it. */
    private static Optional<Span> antecedent(Line line, Span span) {
        int i = indexAt(line, span.start());
        boolean who = line.is(i, "who", "which", "that") && line.end(i) == span.end();
        int noun = line.is(i - 1, ",") ? i - 2 : i - 1;
        int start = who && noun >= 0 ? Phrases.startOf(line, noun) : -1;
        return start >= 0 && start <= noun ? Optional.of(line.span(start, noun + 1)) : Optional.empty();
    }

    private Voice voiceOf(Draft draft, Span span) {
        Line line = draft.line;
        if (draft.rule.equals(Transcript.RULE)) {
            String label = line.words(span);
            return persons.labelled(label).map(e -> resolved(e, span)).orElseGet(() -> new Voice.Unnamed(label, span));
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
        if (first == last && unnamedSpoke(line, first)) {
            return unresolved(line, span);
        }
        if (first == last && line.is(first, "he", "she", "it", "they", "his", "her", "its", "their", "him", "them")) {
            return persons.pronoun(line, first, draft)
                    .or(() -> goingOn(line, first))
                    .map(e -> resolved(e, span))
                    .orElseGet(() -> unresolved(line, span));
        }
        while (last > first
                && Phrases.isTime(line.word(last))
                && line.name(last).isEmpty()) {
            last--; // "Minister Jane Smith today announced"
        }
        int base = Math.min(Phrases.baseEndOf(line, first), last + 1);
        int head = base - 1;
        if (head < first) {
            return new Voice.Unnamed(line.words(span), span);
        }
        Optional<Mention> behind = behindRole(line, first, head, last);
        if (behind.isPresent()) {
            persons.spoke(behind.get(), line);
            return named(behind.get(), span);
        }
        if (first == last && line.is(first, "who", "which", "that")) {
            return unresolved(line, span);
        }
        Optional<Mention> called = called(line, base, last);
        if (called.isPresent()) {
            persons.spoke(called.get(), line);
            return named(called.get(), span);
        }
        boolean several = line.is(base, "and", "&") && base < last || listed(line, base, last);
        // "the Ministry of Trade (MoT) director-general": the phrase goes on, its head is not the name
        int next = afterName(line, head, last);
        boolean goesOn = next <= last && line.tagged(next, "ADJ", "NOUN", "PROPN", "X");
        Optional<Mention> name = goesOn ? Optional.empty() : headName(line, head);
        if (name.isPresent() && !several && torn(line, head, first)) {
            return new Voice.Unnamed(line.words(span), span);
        }
        if (name.isPresent() && first == head && commonAtStart(line, first)) {
            return new Voice.Unnamed(line.words(span), span); // "Landlords warned": the capital is the sentence's
        }
        boolean office = name.isPresent() && name.get().type() != NameType.PERSON;
        Optional<Mention> bearer = office ? person(line, base, last) : Optional.empty();
        if (bearer.isPresent() && !several) {
            persons.spoke(bearer.get(), line); // "MEC for Housing, John Smith": the office has a name of its own
            return named(bearer.get(), span);
        }
        if (name.isPresent() && !several) {
            Mention mention = name.get();
            if (mention.type() == NameType.MISC) {
                return new Voice.Unnamed(line.words(span), span);
            }
            persons.spoke(mention, line);
            return named(mention, span);
        }
        if (several) {
            return name.isPresent() ? unresolved(line, span) : new Voice.Unnamed(line.words(span), span);
        }
        Optional<Mention> apposed = apposed(line, base, last);
        if (apposed.isPresent()) {
            persons.spoke(apposed.get(), line);
            return named(apposed.get(), span);
        }
        Optional<Voice> proper = head == last ? proper(line, first, last, span) : Optional.empty();
        if (proper.isPresent()) {
            return proper.get();
        }
        return goesOn ? new Voice.Unnamed(line.words(span), span) : described(line, first, head, last, span);
    }

    /** "Minister for Rural Affairs Jane Smith": the name at the phrase's end, with no preposition of its own. */
    private Optional<Mention> behindRole(Line line, int first, int head, int last) {
        Optional<Mention> name = line.name(last).filter(m -> m.type() == NameType.PERSON);
        boolean role = lexicon.isRole(line.word(head))
                || lexicon.speaker(line.lemma(head).toLowerCase(Locale.ROOT))
                        .filter(s -> s == Lexicon.Speaker.KNOWN)
                        .isPresent();
        if (name.isEmpty() || !role || name.get().span().start() <= line.start(head)) {
            return Optional.empty();
        }
        int start = last;
        while (start > first && line.sameName(start, start - 1)) {
            start--;
        }
        for (int k = head + 1; k < start; k++) {
            if (line.mark(k) || line.is(k, "and", "'s")) {
                return Optional.empty();
            }
        }
        boolean own = line.tagged(start - 1, "NOUN", "PROPN") && start - 1 > head;
        return own ? name : Optional.empty();
    }

    /** "a student named Jane Smith". */
    private static Optional<Mention> called(Line line, int base, int last) {
        return line.is(base, "named", "called") && base < last
                ? line.name(base + 1)
                        .filter(m -> m.type() == NameType.PERSON && m.span().end() >= line.end(last))
                : Optional.empty();
    }

    /** "Norway, Sweden and the Danes", "Trade, Ports and Energy Norway": of a row of names the first speaks for none. */
    private static boolean listed(Line line, int base, int last) {
        boolean row = line.is(base, ",")
                && base + 2 <= last
                && line.name(base - 1).isPresent()
                && (line.name(base + 1).isPresent()
                        || line.is(base + 1, "the") && line.name(base + 2).isPresent());
        for (int k = base + 2; row && k < last; k++) {
            if (line.is(k, "and", "&") && line.tagged(k + 1, "PROPN", "DET")) {
                return true;
            }
            if (line.is(k, "who", "whose", "which", "of", "for")) {
                return false;
            }
        }
        return false;
    }

    /** "Lockheed Martin" where only "Martin" was taken for a name: whose it is cannot be told. */
    private boolean torn(Line line, int head, int first) {
        Optional<Mention> name = line.name(head);
        boolean whole = name.isPresent()
                && (name.get().type() == NameType.LOCATION
                        || line.words(name.get().span()).indexOf(' ') > 0);
        if (whole) {
            return false; // "Army spokesman Brigadier Jane Smith", "Neighbouring Norway"
        }
        int k = head;
        while (k > first && line.sameName(k, k - 1)) {
            k--;
        }
        String before = k > first ? line.reading().article().words(line.span(k - 1, k)) : "";
        return k > first
                && line.tagged(k - 1, "PROPN")
                && line.name(k - 1).isEmpty()
                && !before.endsWith(".")
                && !lexicon.isRole(line.word(k - 1))
                && !Persons.isTitle(line.word(k - 1));
    }

    private boolean commonAtStart(Line line, int i) {
        String word = line.word(i);
        boolean plural = word.endsWith("s")
                && lexicon.speaker(word.substring(0, word.length() - 1)).isPresent();
        return i == line.body()
                && !line.sameName(i, i + 1)
                && (plural || lexicon.speaker(word).isPresent());
    }

    /** "English Heritage", "The Garden Trade Alliance": words that are all capitals are a name, though no list knows it. */
    private static Optional<Voice> proper(Line line, int first, int last, Span span) {
        int from = line.is(first, "the") ? first + 1 : first;
        boolean one = last - from < 1 || line.word(last).endsWith("s") || !line.tagged(from, "PROPN");
        for (int k = from; k <= last && !one; k++) {
            boolean capital =
                    Character.isUpperCase(line.reading().article().text().charAt(line.start(k)));
            boolean person =
                    line.name(k).filter(m -> m.type() == NameType.PERSON).isPresent();
            one = !line.is(k, "of", "for", "and") && !capital || person || line.tagged(k, "PRON", "DET", "VERB");
        }
        return one
                ? Optional.empty()
                : Optional.of(new Voice.Named(
                        line.words(line.span(from, last + 1)), Optional.empty(), Optional.empty(), span));
    }

    /** The token behind the name that {@code head} belongs to, and behind what stands in brackets there. */
    private static int afterName(Line line, int head, int last) {
        int k = head + 1;
        while (k <= last && line.sameName(k, k - 1)) {
            k++;
        }
        if (line.is(k, "(")) {
            while (k <= last && !line.is(k, ")")) {
                k++;
            }
            k++;
        }
        return k;
    }

    /** The name that the head belongs to; "the Smith campaign" has another head. */
    private static Optional<Mention> headName(Line line, int head) {
        int k = head;
        while (k > 0 && line.is(k, ")")) {
            while (k > 0 && !line.is(k, "(")) {
                k--;
            }
            k--;
        }
        Optional<Mention> name = line.name(k);
        return name.isPresent() && name.get().span().end() >= line.end(k) ? name : Optional.empty();
    }

    /** The person whose whole name stands between the commas behind an office or a body. */
    private static Optional<Mention> person(Line line, int base, int last) {
        int k = base;
        while (k <= last && !line.is(k, ",")) {
            k++;
        }
        if (k > last) {
            return Optional.empty();
        }
        boolean whole =
                line.name(k + 1).filter(m -> m.type() == NameType.PERSON).isPresent();
        int end = k + 1;
        while (whole && end <= last && line.sameName(end, k + 1)) {
            end++;
        }
        return whole && (end > last || line.is(end, ",")) ? line.name(k + 1) : Optional.empty();
    }

    /** The one name of an apposition: "the minister, John Smith". */
    private static Optional<Mention> apposed(Line line, int base, int last) {
        if (line.is(base - 1, "people")
                || line.word(base - 1).endsWith("s") && !line.word(base - 1).equals(line.lemma(base - 1))) {
            return Optional.empty(); // "people close to a bidder, Tanaka Steel," are several
        }
        Optional<Mention> found = Optional.empty();
        for (int k = base; k <= last; k++) {
            if (line.is(k, "who", "whose", "which", "\u2014", "\u2013", "--")) {
                break; // "the union, whose founder, Jane Smith, …"
            }
            if (!line.is(k, ",") || k + 1 > last) {
                continue;
            }
            int head = Phrases.baseEndOf(line, k + 1) - 1;
            if (line.is(head + 1, "and", "&") && head < last) {
                return Optional.empty(); // "three accusers, Jane, Carol and Ann Farmer"
            }
            Optional<Mention> name = head > k ? headName(line, head) : Optional.empty();
            if (name.isPresent() && name.get().type() == NameType.PERSON) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = name;
            }
        }
        return found;
    }

    private Voice described(Line line, int first, int head, int last, Span span) {
        String noun = line.lemma(head);
        Optional<Lexicon.Speaker> speaker = lexicon.speaker(noun);
        boolean definite = line.is(first, "the", "this", "that") && head - first <= 3;
        boolean plural = line.word(head).endsWith("s") && !line.word(head).equals(noun);
        boolean known = speaker.isPresent()
                && (speaker.get() == Lexicon.Speaker.KNOWN || speaker.get() == Lexicon.Speaker.BODY);
        if (known && definite && !plural && head == last) {
            Optional<Entity> one = speaker.get() == Lexicon.Speaker.BODY
                    ? persons.bodyOf(line, first, head)
                    : persons.withRole(line, first, head);
            if (one.isEmpty() && speaker.get() == Lexicon.Speaker.BODY && head - first == 2) {
                return new Voice.Unnamed(line.words(span), span); // "the interior ministry" says which, if not its name
            }
            return one.map(e -> resolved(e, span)).orElseGet(() -> unresolved(line, span));
        }
        if (line.tagged(head, "PROPN") && line.name(head).isEmpty() && speaker.isEmpty()
                || line.tagged(head, "PRON", "DET") && speaker.isEmpty()) {
            return unresolved(line, span);
        }
        return new Voice.Unnamed(line.words(span), span);
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

    private static Voice unresolved(Line line, Span span) {
        return new Voice.Unresolved(line.words(span), span);
    }

    private Voice named(Mention mention, Span span) {
        // "The Russians" are a mention of Russia and not Russia speaking.
        return persons.entity(mention)
                .filter(e -> e.type() == mention.type())
                .map(e -> resolved(e, span))
                .orElseGet(() -> new Voice.Named(
                        lines.reading().article().words(mention.span()),
                        Optional.empty(),
                        persons.entity(mention).isPresent() ? Optional.empty() : Optional.of(mention.entity()),
                        span));
    }

    private static Voice resolved(Entity entity, Span span) {
        Optional<String> role = Optional.of(entity.role()).filter(r -> !r.isBlank());
        return new Voice.Named(entity.name(), role, Optional.of(entity.id()), span);
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
