package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.read.article.Span;

/**
 * The words of a claim's content in order, and which of them its main verb is made of: in "if it rains the shops will close"
 * the last two, in "those who stay would be paid" "would be paid".
 */
final class ClaimWords {
    /** What stands later in a long speech says little of the whole, and an attack may be of any length. */
    private static final int MOST = 160;

    /** One word: its line, and its index there. */
    record Word(Line line, int i, int sentence) {
        String form() {
            return line.word(i);
        }

        String lemma() {
            return line.lemma(i);
        }
    }

    private final List<Word> words = new ArrayList<>();
    private final int sentences;
    /** The first token of the words of the main verb and the one behind the last; equal where there is none. */
    private int from;

    private int to;

    ClaimWords(Draft draft, Lines lines) {
        int sentence = 0;
        Line last = draft.line;
        for (Span span : draft.content) {
            for (Line line : lines.over(draft.line, span)) {
                sentence += line != last && !words.isEmpty() ? 1 : 0;
                last = line;
                int first = span.start() <= line.start(0) ? 0 : Speakers.indexAt(line, span.start());
                for (int i = first; i < line.size() && line.start(i) < span.end() && words.size() < MOST; i++) {
                    words.add(new Word(line, i, sentence));
                }
            }
        }
        this.sentences = sentence + 1;
        mainVerb();
    }

    List<Word> all() {
        return words;
    }

    int sentences() {
        return sentences;
    }

    boolean is(int k, String... forms) {
        return k >= 0 && k < words.size() && words.get(k).line().is(words.get(k).i(), forms);
    }

    boolean tagged(int k, String... tags) {
        return k >= 0
                && k < words.size()
                && words.get(k).line().tagged(words.get(k).i(), tags);
    }

    String form(int k) {
        return k >= 0 && k < words.size() ? words.get(k).form() : "";
    }

    String lemma(int k) {
        return k >= 0 && k < words.size() ? words.get(k).lemma() : "";
    }

    /** The first of the words of the main verb; that behind the last equals it where no verb is. */
    int mainFrom() {
        return from;
    }

    int mainTo() {
        return to;
    }

    /** The token at which the clause of the main verb begins. */
    private int clause() {
        int at = is(0, "that") ? 1 : 0;
        boolean before = is(
                at,
                "if",
                "unless",
                "when",
                "although",
                "while",
                "because",
                "since",
                "should",
                "as",
                "even",
                "once",
                "after",
                "before",
                "without");
        for (int k = at + 2; before && k < words.size() - 1 && words.get(k).sentence() == 0; k++) {
            if (is(k, ",") || is(k, "then")) {
                return k + 1;
            }
        }
        return at;
    }

    private void mainVerb() {
        boolean relative = false;
        int k = clause();
        from = 0;
        to = 0;
        for (; k < words.size() && words.get(k).sentence() == 0; k++) {
            relative |= tagged(k, "PRON") && is(k, "who", "which", "that") && k > clause();
            boolean verbal = tagged(k, "AUX")
                    || tagged(k, "VERB") && !form(k).endsWith("ing")
                    || is(k, "will", "would", "may", "can", "'ll", "'d") && tagged(k + 1, "VERB", "AUX", "ADV", "PART");
            if (!verbal || is(k - 1, "to") && k > 1) {
                continue;
            }
            int end = groupEnd(k);
            if (relative) {
                relative = false;
                k = end - 1;
                continue;
            }
            from = k;
            to = end;
            return;
        }
    }

    /** Behind "would not have been sold", "is set to". */
    private int groupEnd(int first) {
        int k = first;
        while (k + 1 < words.size()
                && words.get(k + 1).sentence() == words.get(first).sentence()
                && (tagged(k, "AUX", "PART", "ADV")
                        || is(k, "has", "have", "had", "be", "been", "will", "would", "'d", "'ll"))
                && tagged(k + 1, "AUX", "VERB", "PART", "ADV")) {
            k++;
        }
        return k + 1;
    }
}
