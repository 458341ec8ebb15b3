package org.hearsay.read.language;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/** Says for which time a quantity holds, where a date stands in the same breath. */
final class Period {
    private Period() {}

    /** The date that follows in the same breath, or that opens the sentence; with its preposition. */
    static Optional<Span> of(Line line, Amount amount, List<FoundDate> days) {
        for (FoundDate day : days) {
            boolean after = day.start() >= amount.end() && day.start() - amount.end() <= 12;
            boolean opens = day.start() <= 1 && day.end() <= amount.start() && line.is(day.end(), ",");
            if (opens || after && unbroken(line, amount.end(), day.start())) {
                boolean preposition = day.start() > 0
                        && line.get(day.start() - 1)
                                .is("in", "on", "during", "since", "by", "for", "until", "from", "at", "throughout");
                int start = preposition ? day.start() - 1 : day.start();
                return Optional.of(line.span(start, Calendar.partOfDay(line, day.end())));
            }
        }
        return Optional.empty();
    }

    /** No other clause and no other number between. */
    private static boolean unbroken(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            Piece piece = line.get(i);
            if (piece.tag().equals("NUM")
                    || piece.tag().equals("VERB")
                    || piece.tag().equals("AUX")
                    || piece.is(",", ";", ":", "and", "but", "-")) {
                return false;
            }
        }
        return true;
    }
}
