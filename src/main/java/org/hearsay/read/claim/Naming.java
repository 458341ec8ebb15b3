package org.hearsay.read.claim;

import java.util.Locale;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;

/**
 * Which of the names in a source's phrase is the speaker's: the head's, one behind a role, one in an apposition, and none
 * where the phrase is a row of names or speaks of somebody's relative.
 */
final class Naming {
    private final Lexicon lexicon;

    Naming(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** "Minister for Rural Affairs Jane Smith": the name at the phrase's end, with no preposition of its own. */
    Optional<Mention> behindRole(Line line, int first, int head, int last) {
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
        boolean linked = false;
        for (int k = head + 1; k < start; k++) {
            linked |= line.tagged(k, "ADP");
            if (line.mark(k) || line.is(k, "and", "'s")) {
                return Optional.empty();
            }
        }
        // "A spokeswoman for Mayor Jane Smith": a title of his own makes the name that of whom she speaks for
        boolean own =
                line.tagged(start - 1, "NOUN", "PROPN") && start - 1 > head && !(linked && office(line, start - 1));
        return own ? name : Optional.empty();
    }

    private boolean office(Line line, int i) {
        return Titles.is(line.word(i))
                || lexicon.isRole(line.word(i))
                || lexicon.speaker(line.lemma(i).toLowerCase(Locale.ROOT))
                        .filter(s -> s == Lexicon.Speaker.KNOWN)
                        .isPresent();
    }

    /** "a student named Jane Smith". */
    static Optional<Mention> called(Line line, int base, int last) {
        boolean behindBody = base <= last
                && line.name(base - 1)
                        .filter(m -> m.type() == NameType.ORGANIZATION || m.type() == NameType.MISC)
                        .isPresent(); // "MSP Jane Smith": the letters of an office, taken for a body
        if (behindBody
                && line.name(base).filter(m -> m.type() == NameType.PERSON).isPresent()) {
            return line.name(base).filter(m -> m.span().end() >= line.end(last));
        }
        return line.is(base, "named", "called") && base < last
                ? line.name(base + 1)
                        .filter(m -> m.type() == NameType.PERSON && m.span().end() >= line.end(last))
                : Optional.empty();
    }

    /** "The paper's critic and editor, Jane Smith": one who is both, named behind a comma. */
    static boolean twoOffices(Line line, int and, int last) {
        boolean two = line.tagged(and - 1, "NOUN") && line.tagged(and + 1, "NOUN", "ADJ");
        for (int k = and + 1; two && k <= last && !line.is(k, ","); k++) {
            two = line.name(k).isEmpty();
        }
        return two && bearer(line, and, last).isPresent();
    }

    /**
     * Whether the encoder took for the source what only stands near the verb: "it is part of the Norvik Group and reported
     * a loss", "Jane Smith's attention to detail was plain, noting each nail".
     */
    static boolean borrowed(Draft draft, Span span) {
        Line line = draft.line;
        if (draft.cueSpans.isEmpty() || span.end() > draft.cueSpans.get(0).start()) {
            return false;
        }
        int first = Speakers.indexAt(line, span.start());
        int behind = Speakers.indexAt(line, span.end() - 1) + 1;
        int from = Speakers.indexAt(line, draft.cueSpans.get(0).start());
        int verb = Speakers.indexAt(line, draft.cueSpans.get(0).end() - 1);
        boolean who = line.is(behind - 1, "who", "which", "that") || line.is(behind, ",") && line.is(behind + 1, "who");
        if (who) {
            return line.is(first - 1, "and", "&") && line.name(first - 2).isPresent(); // "Weil and Sung, who held"
        }
        if (!line.tagged(verb, "VERB")) {
            return false;
        }
        boolean owner = line.is(behind - 1, "'s", "'") && behind < from && line.tagged(behind, "NOUN", "ADJ");
        boolean object = line.tagged(first - 1, "ADP")
                && line.is(first - 1, "in", "of", "for", "with", "by", "from", "at", "on", "about", "against")
                && !line.word(verb).endsWith("ing")
                && (behind == from || behind == from - 1 && line.is(behind, "and"));
        return owner || object;
    }

    /** "Norway, Sweden and the Danes", "Trade, Ports and Energy Norway": of a row of names the first speaks for none. */
    static boolean listed(Line line, int base, int last) {
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
    boolean torn(Line line, int head, int first) {
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
                && !Titles.is(line.word(k - 1));
    }

    boolean commonAtStart(Line line, int i) {
        String word = line.word(i);
        boolean plural = word.endsWith("s")
                && lexicon.speaker(word.substring(0, word.length() - 1)).isPresent();
        return i == line.body()
                && !line.sameName(i, i + 1)
                && (plural || lexicon.speaker(word).isPresent());
    }

    /** "English Heritage", "The Garden Trade Alliance": words that are all capitals are a name, though no list knows it. */
    static Optional<Voice> proper(Line line, int first, int last, Span span) {
        int from = line.is(first, "the") ? first + 1 : first;
        boolean one = last - from < 1 || line.word(last).endsWith("s") || !line.tagged(from, "PROPN");
        for (int k = from; k <= last && !one; k++) {
            boolean person =
                    line.name(k).filter(m -> m.type() == NameType.PERSON).isPresent();
            one = !line.is(k, "of", "for", "and") && !line.capital(k)
                    || person
                    || line.tagged(k, "PRON", "DET", "VERB");
        }
        return one
                ? Optional.empty()
                : Optional.of(new Voice.Named(
                        line.words(line.span(from, last + 1)), Optional.empty(), Optional.empty(), span));
    }

    /**
     * "The Union of Broadcast Staff", "the Pollution Control Board", "Better Banks, a pressure group": a body's noun among
     * capitals, which are its name up to the next word in small letters or mark, or capitals that a phrase explains.
     */
    Optional<Voice> body(Line line, int first, int last, Span span) {
        int from = line.is(first, "the") ? first + 1 : first;
        int end = from;
        int capitals = 0;
        boolean body = false;
        boolean other = false;
        while (end <= last && (capital(line, end) || joint(line, end, from, last))) {
            capitals += capital(line, end) ? 1 : 0;
            String noun = line.lemma(end).toLowerCase(Locale.ROOT);
            body |= lexicon.speaker(noun).equals(Optional.of(Lexicon.Speaker.BODY))
                    && line.word(end).equals(noun);
            other |= line.name(end).filter(m -> m.type() == NameType.PERSON).isPresent()
                    || line.tagged(end, "PRON", "VERB")
                    || Titles.is(line.word(end));
            end++;
        }
        boolean whole = end > last || line.mark(end);
        boolean apposed = line.is(end, ",") && line.is(end + 1, "a", "an");
        return capitals > 1 && (body || apposed) && whole && !other
                ? Optional.of(
                        new Voice.Named(line.words(line.span(from, end)), Optional.empty(), Optional.empty(), span))
                : Optional.empty();
    }

    private static boolean capital(Line line, int i) {
        return line.capital(i) && !line.mark(i);
    }

    /** "of", "for the", "and" between two words in capitals. */
    private static boolean joint(Line line, int i, int from, int last) {
        int next = line.is(i + 1, "the") ? i + 2 : i + 1;
        int before = line.is(i, "the") ? i - 2 : i - 1;
        boolean between = before >= from && next <= last && capital(line, before) && capital(line, next);
        return between && (line.is(i, "of", "for", "and", "&") || line.is(i, "the") && line.is(i - 1, "of", "for"));
    }

    /** The token behind the name that {@code head} belongs to, and behind what stands in brackets there. */
    static int afterName(Line line, int head, int last) {
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
    static Optional<Mention> headName(Line line, int head) {
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
    static Optional<Mention> bearer(Line line, int base, int last) {
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

    /** "The archivist who found the papers, Jane Smith": the whole name that ends the phrase, unless the clause tells of somebody else. */
    private Optional<Mention> closing(Line line, int base, int last) {
        int comma = last;
        while (comma > base && !line.is(comma, ",")) {
            comma--;
        }
        boolean ends = line.is(base, "who")
                && comma > base + 1
                && comma < last
                && line.name(last).filter(m -> m.type() == NameType.PERSON).isPresent()
                && line.words(line.span(comma + 1, last + 1)).indexOf(' ') > 0;
        int name = last;
        while (ends && line.sameName(name - 1, last)) {
            name--;
        }
        ends &= name == comma + 1 || name == comma + 2 && Titles.is(line.word(comma + 1));
        for (int k = base + 1; ends && k < comma; k++) {
            boolean another =
                    line.name(k).filter(m -> m.type() == NameType.PERSON).isPresent()
                            || line.is(k, ",", "and")
                            || lexicon.speaker(line.lemma(k)).isPresent();
            ends = !another;
        }
        return ends ? line.name(last) : Optional.empty();
    }

    /** "Smith & Sons", "Weil & Partner": the firm, though only one of its words was taken for a name. */
    static Optional<Voice> firm(Line line, int first, int base, int last, Span span) {
        boolean firm = line.is(base, "&")
                && base > first
                && base < last
                && line.tagged(base - 1, "PROPN")
                && line.capital(base + 1);
        if (!firm) {
            return Optional.empty();
        }
        int from = base - 1;
        while (from > first && line.sameName(from, from - 1)) {
            from--;
        }
        int end = base + 2;
        while (end <= last && line.capital(end)) {
            end++;
        }
        return Optional.of(new Voice.Named(line.words(line.span(from, end)), Optional.empty(), Optional.empty(), span));
    }

    /** The one name of an apposition: "the minister, John Smith". */
    Optional<Mention> apposed(Line line, int base, int last) {
        if (line.is(base - 1, "people")
                || line.word(base - 1).endsWith("s") && !line.word(base - 1).equals(line.lemma(base - 1))) {
            return Optional.empty(); // "people close to a bidder, Tanaka Steel," are several
        }
        Optional<Mention> closing = closing(line, base, last);
        if (closing.isPresent()) {
            return closing;
        }
        Optional<Mention> found = Optional.empty();
        for (int k = base; k <= last; k++) {
            if (line.is(k, "who", "whose", "which", "\u2014", "\u2013", "--")) {
                break; // "the union, whose founder, Jane Smith, …"
            }
            boolean another = lexicon.speaker(line.lemma(k))
                            .filter(s -> s == Lexicon.Speaker.KNOWN)
                            .isPresent()
                    && line.is(k - 1, "the", "a", "his", "her", "their")
                    && line.tagged(k - 2, "ADP");
            if (another) {
                break; // "the daughter of the mayor, Jane Smith": either may be called so
            }
            if (!line.is(k, ",") || k + 1 > last) {
                continue;
            }
            int head = Phrases.baseEndOf(line, k + 1) - 1;
            if (line.is(head + 1, "and", "&") && head < last) {
                return Optional.empty(); // "three accusers, Jane, Carol and Ann Farmer"
            }
            Optional<Mention> name = head > k ? headName(line, head) : Optional.empty();
            boolean body = k == base
                    && name.filter(n -> n.type() == NameType.ORGANIZATION).isPresent()
                    && (head == last || line.is(head + 1, ",", "(")); // "the supplier, Quillon Components,"
            if (body || name.isPresent() && name.get().type() == NameType.PERSON) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = name;
            }
        }
        return found;
    }
}
