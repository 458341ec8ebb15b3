package org.hearsay.read.claim;

import java.util.Optional;
import org.hearsay.read.article.Span;

/** Whose a verb is: the subject before it, with its apposition, its relative clause and what commas part from it. */
final class Subjects {
    private final Line line;

    Subjects(Line line) {
        this.line = line;
    }

    /** The subject that ends right before {@code group}, with its apposition; absent where none does. */
    Optional<int[]> before(int group) {
        int last = group - 1;
        while (last > 0
                && line.tagged(last, "ADV")
                && line.word(last).length() > 3
                && !line.is(last, "there", "here", "when", "where")) {
            last--; // "Its president, Jane Smith, nevertheless asked"
        }
        if (last > 1 && Phrases.isTime(line.word(last)) && line.is(last - 1, "on", "in", "last", "this")) {
            last -= 2; // "the campaign on Tuesday said"
            boolean reduced =
                    line.tagged(last, "VERB") && line.word(last).endsWith("ed") && line.tagged(last - 1, "NOUN");
            last -= reduced ? 1 : 0; // "a report released last year found"
        }
        if (last < 0) {
            return Optional.empty();
        }
        if (line.is(last, "who") || line.is(last, "which", "that") && line.tagged(last, "PRON")) {
            int head = line.is(last - 1, ",") ? last - 2 : last - 1;
            int start = Phrases.headStartOf(line, head);
            return start < 0 || line.is(last, "that", "which")
                    ? Optional.empty()
                    : Optional.of(new int[] {start, last + 1});
        }
        if (!line.is(last, ",") && !line.is(last, "\u2014", "\u2013", "-")) {
            int start = Phrases.startOf(line, last);
            boolean joined = line.is(last, "and", "but", "or");
            if (!joined && (start < 0 || start > 0 && line.verbal(start - 1))) {
                Optional<int[]> whole = withRelative(last);
                if (whole.isPresent()) {
                    return whole;
                }
            }
            return start < 0 || line.quoted(start) ? Optional.empty() : Optional.of(new int[] {start, last + 1});
        }
        return line.is(last, ",") ? enclosed(last) : Optional.empty();
    }

    /** Who does what the verb tells: the phrase before it and its helpers. */
    Optional<Span> of(int verb) {
        int group = verb;
        while (line.tagged(group - 1, "AUX", "ADV")) {
            group--;
        }
        return phraseBefore(group);
    }

    /** The words of {@link #before}, as {@link #withoutRelative} has them. */
    Optional<Span> phraseBefore(int group) {
        return before(group).map(subject -> line.span(subject[0], withoutRelative(line, subject)));
    }

    /** The subject's end before a "who" or "which" that it ends with, and before the comma there. */
    static int withoutRelative(Line line, int[] subject) {
        int end = subject[1];
        end -= end - subject[0] > 1 && line.is(end - 1, "who", "which", "that") ? 1 : 0;
        return end - subject[0] > 1 && line.is(end - 1, ",") ? end - 1 : end;
    }

    /** "two engineers who work there told": the subject with a relative clause that no comma parts from it. */
    private Optional<int[]> withRelative(int last) {
        for (int k = last; k > Math.max(0, last - 12); k--) {
            if (line.mark(k) || line.quoteMark(k)) {
                return Optional.empty();
            }
            boolean reduced = k < last
                    && line.tagged(k, "VERB")
                    && Phrases.nominal(line, k - 1)
                    && (line.word(k).endsWith("ing") && !line.tagged(k + 1, "VERB", "AUX")
                            || line.word(k).endsWith("ed") && line.tagged(k + 1, "ADP"));
            if (reduced) {
                int start = Phrases.headStartOf(line, k - 1);
                boolean begins =
                        start == line.body() || start > 0 && line.is(start - 1, ",", "that", "and", "but", "while");
                return begins && !line.quoted(start) ? Optional.of(new int[] {start, last + 1}) : Optional.empty();
            }
            if (line.is(k, "who") && line.verbal(k + 1)) {
                int start = Phrases.headStartOf(line, k - 1);
                boolean begins = start == line.body()
                        || start > 0 && (line.mark(start - 1) || line.tagged(start - 1, "SCONJ", "CCONJ"));
                return begins && !line.quoted(start) ? Optional.of(new int[] {start, last + 1}) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Smith, the minister, said": from the closing comma back to the phrase before the opening one. */
    private Optional<int[]> enclosed(int close) {
        int floor = Math.max(0, close - 40);
        for (int k = close - 1; k > floor; k--) {
            boolean plural = line.is(k, "'") && line.word(k - 1).endsWith("s");
            if (line.quoteMark(k) && !plural || line.is(k, ";", ":")) {
                return Optional.empty();
            }
            if (!line.is(k, ",")) {
                continue;
            }
            int start = Phrases.startOf(line, k - 1);
            if (start < 0 || start == k - 1 && line.tagged(start, "NUM") || ofWhose(start)) {
                continue; // "Wilson, of Springfield, Va., said": the phrase began further left
            }
            if (line.tagged(start, "PRON") && start == k - 1) {
                return Optional.empty();
            }
            boolean nominal =
                    Phrases.opens(line, k + 1) && !Phrases.subjectPronoun(line, k + 1) || line.tagged(k + 1, "ADV");
            boolean relative =
                    line.is(k + 1, "who", "whose", "which", "whom") || line.tagged(k + 1, "VERB", "ADP", "SCONJ");
            if (!nominal && !relative) {
                return Optional.empty();
            }
            boolean more = line.is(start - 1, ",") && line.tagged(start, "DET") && start - 2 > floor;
            if (more
                    && Phrases.startOf(line, start - 2) >= 0
                    && line.name(start - 2).isPresent()) {
                return Optional.of(new int[] {Phrases.startOf(line, start - 2), close});
            }
            return Optional.of(new int[] {start, nominal ? close : k});
        }
        return Optional.empty();
    }

    /** "The union, whose founder, Jane Smith, died, said": the phrase at {@code start} belongs to the "whose". */
    private boolean ofWhose(int start) {
        for (int k = start; k >= Math.max(0, start - 5); k--) {
            if (line.is(k, "whose")) {
                return true;
            }
            if (line.verbal(k)) {
                return false;
            }
        }
        return false;
    }

    /** "with some officials expressing …": the object of "with" speaks. */
    int withObject(int last) {
        int start = Phrases.baseEndOf(line, last) > last ? last : -1;
        while (start > 0 && line.tagged(start - 1, "NOUN", "PROPN", "ADJ", "DET", "NUM")) {
            start--;
        }
        return start > 0 && line.is(start - 1, "with") ? start : -1;
    }

    /** The subject of the sentence's first finite verb, where the sentence begins with it. */
    Optional<int[]> mainSubject(int before) {
        for (int k = 0; k < Math.min(before, 30); k++) {
            if (line.verbal(k) && !line.word(k).endsWith("ing") && !line.quoted(k)) {
                int group = k;
                int start = Phrases.startOf(line, group - 1);
                boolean order = start == 0
                        && group == 1
                        && line.tagged(0, "NOUN")
                        && !line.word(0).endsWith("s");
                boolean first = start == 0 && !order || start > 0 && (line.is(start - 1, ",") || start <= 2);
                return first && start >= 0 && !line.is(start, "who", "that", "which", "i", "we", "you", "it")
                        ? Optional.of(new int[] {start, group})
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Mexico state": a bare form behind one that would want an s is no verb. */
    boolean disagrees(int i, int group, int[] subject) {
        boolean bare = group == i
                && line.word(i).equals(line.lemma(i))
                && !line.word(i).endsWith("ed");
        boolean one = subject[1] - subject[0] == 1
                && (line.is(subject[0], "he", "she", "it")
                        || line.name(subject[0]).isPresent()
                                && !line.word(subject[0]).endsWith("s"));
        return bare && one && !line.is(i, "read", "put");
    }

    /** A reader's "do you say", "when I said", "if they say" reports nothing. */
    boolean questioned(Cue cue, int from, int group) {
        return line.is(from, "i", "we", "you", "me", "us", "there") && from + 1 >= group - 1
                || line.is(from, "whose", "where", "neither")
                || cue.kind() != Cue.Kind.SPEECH
                        && from + 1 == group
                        && line.is(from, "he", "she", "they", "it")
                        && line.tagged(from - 1, "NOUN", "PROPN", "PRON")
                        && !Phrases.isTime(line.word(from - 1))
                || line.is(from - 1, "if", "unless", "whether", "do", "does", "did", "should", "would", "could", "will")
                || line.is(from, "it")
                        && !line.is(group + 1, "said", "says", "added")
                        && from > 0
                        && line.is(from - 1, "makes");
    }
}
