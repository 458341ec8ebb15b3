package org.hearsay.keep.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.Bytes;

/**
 * Letters that were made and what became of them. One a recipient and local day, ever. Not derived.
 *
 * <p>Whoever wants to send a letter {@link #claim claims} it, which works for one of all who try, and says with
 * {@link #settle} what came of it. A row that stands in SENDING and is not being sent was left so by a process that
 * died: nobody knows whether its letter was taken.
 */
public interface Deliveries {
    /**
     * Stores a row in its state, which is PREPARED or NOTHING.
     *
     * @return false, and nothing stored, if this recipient has a row for this day, about whatever
     */
    boolean prepare(LetterRow row);

    /** Takes back that a day had nothing new, so that it can have a letter after all. */
    void forgetNothing(String recipient, LocalDate day);

    /** Whether this recipient's day has its row. */
    boolean has(String recipient, LocalDate day);

    Optional<LetterRow> find(String recipient, LocalDate day);

    /** PREPARED, SENDING or RETRY, oldest first. */
    List<LetterRow> unsent();

    /** As {@link #unsent()}, of one recipient. */
    List<LetterRow> unsent(String recipient);

    /** Newest first. */
    List<LetterRow> latest(int limit);

    /**
     * Takes an unsent letter for sending: it stands in SENDING from now on, with one attempt more, and ambiguous if it
     * stood in SENDING before.
     *
     * @param seen the row as it was read
     * @return the row as it now is; absent if somebody else took it, or moved it on, since it was read
     */
    Optional<LetterRow> claim(LetterRow seen, Instant at);

    /**
     * Says what came of a row.
     *
     * @param seen as {@link #claim} gave it, or as it was read
     * @param ambiguous whether its letter may have been taken although this is not known; once true it stays so
     * @return false, and nothing changed, if somebody else moved it on since
     */
    boolean settle(LetterRow seen, State state, boolean ambiguous, Instant at, Optional<String> problem);

    /**
     * Frees what stands in SENDING, to be sent once more and marked as ambiguous. For a process that has the store to
     * itself, when it starts.
     *
     * @return how many
     */
    int abandon(Instant at);

    /**
     * Up to where this recipient has been told everything: the latest end of a window, not after {@code now}, whose
     * letter was sent or which held nothing new. A letter that did not arrive does not count, so the next begins where
     * it began. What a clock that ran ahead has left does not count either.
     */
    Optional<Instant> lastWindowEnd(String recipient, Instant now);

    /** The day of the last letter that was sent to this recipient; if there was none, of the first row. */
    Optional<LocalDate> lastSign(String recipient);

    /**
     * @param watches names in order, joined by ", "; "" is everything
     * @param letter the whole message as it goes over the wire; empty if there was nothing new
     * @param ambiguous may have been taken in an attempt whose end nobody saw: sent once more with the same Message-ID
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
            Optional<String> problem) {
        /** How it stands, for people. */
        public String inWords() {
            return switch (state) {
                case PREPARED -> "written, not sent yet";
                case SENDING -> "being sent";
                case SENT -> ambiguous ? "sent, perhaps twice with the same Message-ID" : "sent";
                case RETRY -> "not taken yet, tried again";
                case REFUSED -> "refused";
                case GIVEN_UP -> "given up; the next letter covers it";
                case NOTHING -> problem.isEmpty() ? "nothing new, not sent" : "not sent";
            };
        }
    }

    /** What may become of a letter. */
    enum State {
        PREPARED,
        SENDING,
        SENT,
        /** Not taken, and will be tried again. */
        RETRY,
        /** Never to be taken, as the server said. */
        REFUSED,
        /** Not taken in its day; the next letter begins where it began. */
        GIVEN_UP,
        /** There was nothing new, and no letter. */
        NOTHING
    }
}
