package org.hearsay.read.claim;

import java.util.Optional;
import org.hearsay.read.article.Span;

/** What stands around the noun of an offer: where its phrase begins, from whom and to whom it is, and what it is worth. */
final class OfferNouns {
    private OfferNouns() {}

    /** Where the noun's phrase begins: at its article, over participles and sums ("an improved £210m bid"). */
    static int begin(Line line, int i) {
        for (int k = i - 1; k >= Math.max(0, i - 7); k--) {
            if (line.tagged(k, "DET")) {
                return k;
            }
            boolean inside = line.tagged(k, "ADJ", "NOUN", "NUM", "SYM", "PROPN")
                    || line.is(k, "-", "£", "$", "€")
                    || line.tagged(k, "VERB") && line.word(k).endsWith("ed");
            if (!inside) {
                break;
            }
        }
        return Phrases.startOf(line, i);
    }

    /** "a bid from the streaming service worth €210 million over four seasons". */
    static Optional<Span> worth(Line line, int from, int stop) {
        for (int k = from; k < stop - 1; k++) {
            if (line.is(k, "worth") && line.tagged(k + 1, "NUM", "SYM", "ADV", "ADP")) {
                return Optional.of(line.span(k + 1, Terms.matterEnd(line, k + 1, stop)));
            }
        }
        return Optional.empty();
    }

    /** "has raised its bid to 41 francs a share from 36": the new sum. */
    static Optional<Span> raisedTo(Line line, int from, int stop) {
        for (int k = from; k < stop; k++) {
            if (line.is(k, "to") && line.tagged(k + 1, "NUM", "SYM") && k + 1 < stop) {
                int close = k + 1;
                while (close < stop && !line.is(close, "from", "and", "after", "on", "in", "for")) {
                    close++;
                }
                return Optional.of(line.span(k + 1, close));
            }
        }
        return Optional.empty();
    }

    /** The "by" that a participle leads to, in its clause; -1 if there is none. */
    static int by(Line line, int from) {
        for (int k = from; k < Math.min(line.size() - 1, from + 8) && !line.mark(k) && !line.tagged(k, "AUX"); k++) {
            if (line.is(k, "by") && Phrases.opens(line, k + 1) && !Phrases.isTime(line.word(k + 1))) {
                return k;
            }
        }
        return -1;
    }

    /** "a bid from a consortium led by the investor Chase Whitlock": the phrase and what is said of it. */
    static int byEnd(Line line, int first) {
        int close = Phrases.endOf(line, first);
        for (int k = first + 1; k < close; k++) {
            if (line.is(k, "for", "to", "worth")) {
                return k; // "an offer from Karsk for 4 billion cubic metres"
            }
        }
        boolean led = line.tagged(close, "VERB") && line.is(close + 1, "by") && Phrases.opens(line, close + 2);
        return led ? Phrases.endOf(line, close + 2) : close;
    }

    /** A recipient is a name or a short phrase: "to the United States for …" ends before "for". */
    static int tightEnd(Line line, int first) {
        int base = Phrases.baseEndOf(line, first);
        if (line.is(base, "of", "and") && base < line.size()) {
            int whole = Phrases.endOf(line, first);
            for (int k = base; k < whole; k++) {
                if (line.is(k, "for", "on", "over", "in", "to")) {
                    return k;
                }
            }
            return whole;
        }
        return base;
    }
}
