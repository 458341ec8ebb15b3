package org.hearsay.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.Deliveries;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.page.Bytes;

/**
 * What becomes of letters in a store that was put back from a copy. Since the copy was made, letters may have gone out
 * that it does not know of; sending one of them a second time is worse than waiting a day. So what stands there unsent
 * is given up, and a day whose hour is over counts as served. Nothing is lost by it: the next window begins where the
 * last letter ended that the copy knows, and what was told since is told once more.
 */
public final class RestoredLetters {
    private static final String WORDS =
            "restored from a backup, so a letter may have gone out already; the next one covers this day";

    private RestoredLetters() {}

    /**
     * For whoever has the store to himself, before anything is sent from it.
     *
     * @return readers who get no letter any more for a day that is due now
     */
    public static List<String> standBack(Store store, Instant now) {
        return store.inTransaction(() -> {
            Deliveries deliveries = store.deliveries();
            for (LetterRow row : deliveries.unsent()) {
                deliveries.settle(row, State.GIVEN_UP, true, now, Optional.of(WORDS));
            }
            return store.watches().recipients().stream()
                    .filter(reader -> !reader.paused())
                    .filter(reader -> reader.dayDue(now)
                            .filter(day -> deliveries.prepare(served(reader, day, deliveries, now)))
                            .isPresent())
                    .map(Recipient::address)
                    .toList();
        });
    }

    /** A row without a letter, whose window ends where it begins: it has told nothing. */
    private static LetterRow served(Recipient reader, LocalDate day, Deliveries deliveries, Instant now) {
        Instant told = Postman.since(deliveries, reader.address(), now);
        return new LetterRow(
                "restored " + day + " " + reader.address(),
                reader.address(),
                String.join(", ", reader.watches()),
                day,
                told,
                told,
                Bytes.of(new byte[0]),
                State.NOTHING,
                0,
                false,
                now,
                Optional.of(WORDS));
    }
}
