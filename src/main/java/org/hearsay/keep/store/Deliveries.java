package org.hearsay.keep.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.Bytes;

/** Letters that were made and what became of them. One a recipient, set of watches and local day, ever. Not derived. */
public interface Deliveries {
    /** Stores a letter as PREPARED. @return false, and nothing stored, if there is one for its recipient, watches and day */
    boolean prepare(LetterRow row);

    Optional<LetterRow> find(String recipient, String watches, LocalDate day);

    /** PREPARED, SENDING or RETRY, oldest first. */
    List<LetterRow> unsent();

    /** Newest first. */
    List<LetterRow> latest(int limit);

    /** Moves a row on. */
    void state(String messageId, State state, Instant at, Optional<String> problem);

    /** End of the window of the last letter to this recipient about these watches. */
    Optional<Instant> lastWindowEnd(String recipient, String watches);

    /**
     * @param watches names in order, joined by ", "; "" is everything
     * @param letter the whole message as it goes over the wire
     * @param ambiguous was found in SENDING after a crash: sent once more with the same Message-ID
     */
    record LetterRow(
            String messageId,
            String recipient,
            String watches,
            LocalDate day,
            Instant from,
            Instant to,
            Bytes letter,
            State state,
            int attempts,
            boolean ambiguous,
            Instant changed,
            Optional<String> problem) {}

    enum State {
        PREPARED,
        SENDING,
        SENT,
        RETRY,
        REFUSED
    }
}
