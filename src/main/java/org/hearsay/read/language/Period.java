package org.hearsay.read.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity.Kind;

/** Says for which time a quantity holds, where a date stands in the same breath. */
final class Period {
    private static final Set<String> SPEAKING = Set.of(
            "say",
            "tell",
            "announce",
            "promise",
            "plan",
            "commit",
            "want",
            "vow",
            "pledge",
            "warn",
            "predict",
            "agree",
            "expect",
            "claim",
            "propose",
            "offer",
            "demand",
            "threaten",
            "intend",
            "aim",
            "hope");

    private Period() {}

    /** The date that follows in the same breath, or that opens the sentence; with its preposition. */
    static Optional<Span> of(Line line, Amount amount, List<FoundDate> days) {
        for (FoundDate day : days) {
            boolean after = day.start() >= amount.end() && day.start() - amount.end() <= 12;
            boolean opens = day.end() <= amount.start()
                    && amount.unit().kind() != Kind.DURATION
                    && opens(line, day)
                    && !isSpoken(line, day.end(), amount.start());
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

    /** "In 2024,", "As of Monday,", "In the first half of 2024 alone,". */
    private static boolean opens(Line line, FoundDate day) {
        int end = line.is(day.end(), "alone") ? day.end() + 1 : day.end();
        int start = line.is(0, "as") && line.is(1, "of") ? 2 : line.tag(0).equals("NOUN") ? 0 : 1;
        start = line.tag(start).equals("DET") ? start + 1 : start;
        return line.is(end, ",") && day.start() <= start;
    }

    /** "In May, the minister promised to build 400 homes": the day on which it was said. */
    private static boolean isSpoken(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SPEAKING.contains(line.lemma(i))) {
                return true;
            }
        }
        return false;
    }

    /** No other clause and no other number between. */
    private static boolean unbroken(Line line, int from, int to) {
        // "90 % of homes will be electric by 2030": a verb of being tells no second thing.
        int verbs = 0;
        for (int i = from; i < to; i++) {
            Piece piece = line.get(i);
            if (piece.tag().equals("NUM")
                    || piece.tag().equals("VERB")
                    || piece.tag().equals("AUX") && ++verbs > 3
                    || piece.is("who", "that", "which", "he", "she", "it", "they", "we", "i", "you")
                    || piece.is(",", ";", ":", "and", "but", "-")) {
                return false;
            }
        }
        return true;
    }
}
