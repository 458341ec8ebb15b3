package org.hearsay.read.language;

import java.util.List;

/** What is said once of two numbers: "$4 million, up from $3 million", "62% and 58% of voters". */
final class Shared {
    private Shared() {}

    /** Gives a quantity that measures nothing so far what its neighbour of the same unit measures. */
    static void between(Line line, List<Amount> amounts, List<Quantity> quantities) {
        for (int i = 1; i < amounts.size(); i++) {
            Quantity earlier = quantities.get(i - 1);
            Quantity later = quantities.get(i);
            boolean alike = earlier.kind() == later.kind() && earlier.unit().equals(later.unit());
            int from = amounts.get(i - 1).end();
            int to = amounts.get(i).start();
            if (!alike || to - from > 8) {
                continue;
            }
            if (earlier.of().isPresent() && later.of().isEmpty() && isEarlierLevel(line, from, to)) {
                quantities.set(i, later.of(earlier.of().get()));
            } else if (later.of().isPresent() && earlier.of().isEmpty() && isJoined(line, from, to)) {
                quantities.set(i - 1, earlier.of(later.of().get()));
            }
        }
    }

    private static boolean isJoined(Line line, int from, int to) {
        return to - from == 1 && line.is(from, "and", "or", "to");
    }

    /** "up from", "compared with", "from … to": another level of the same. */
    private static boolean isEarlierLevel(Line line, int from, int to) {
        int at = Limits.skipCloseness(line, to) - 1;
        at = line.is(at, "just", "only") ? at - 1 : at;
        if (at < from) {
            return false;
        }
        boolean moved = line.is(at, "from") && line.is(at - 1, "up", "down");
        boolean compared = line.is(at, "with", "to") && line.is(at - 1, "compared");
        return moved || compared || at == from && line.is(at, "to", "from") || line.is(at, "versus", "against");
    }
}
