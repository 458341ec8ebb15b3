package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.page.Bytes;
import org.hearsay.tell.mail.Delivery;
import org.hearsay.tell.mail.Letter;
import org.hearsay.tell.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One letter a recipient and local day, never a second one. A letter is written once, in the transaction that makes its
 * row; sending is a later step on the row: prepared, sending, sent. A row found in {@code sending} was interrupted, and
 * nobody knows whether the server took it: it is sent once more, the same bytes under the same Message-ID, and marked.
 */
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    /** What a first letter covers, and no letter for a new recipient is longer than a day's reading. */
    private static final Duration FIRST_WINDOW = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** Yesterday's letter is no use tomorrow. */
    private static final Duration GIVE_UP = Duration.ofDays(1);

    private final Store store;
    private final LetterWriter writer;
    private final Mailer mailer;
    private final String from;
    private final InstantSource clock;

    /** @param from the sender's address */
    public Postman(Store store, LetterWriter writer, Mailer mailer, String from, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.mailer = mailer;
        this.from = from;
        this.clock = clock;
    }

    /** Writes the letter of a window, or abstains where there is nothing to say. */
    @FunctionalInterface
    public interface LetterWriter {
        Optional<Written> write(Recipient recipient, LocalDate day, Instant from, Instant to);
    }

    /** A whole message with the Message-ID that it bears. */
    public record Written(String messageId, Bytes message) {}

    /** Writes the letters that are due by each recipient's clock, then sends what is not sent yet. */
    public void deliverDue() {
        prepareDue();
        var unused = send(true);
    }

    /** Writes the letters that are due by each recipient's clock. @return how many */
    public int prepareDue() {
        int written = 0;
        for (Recipient recipient : store.watches().recipients()) {
            ZonedDateTime local = clock.instant().atZone(recipient.zone());
            if (!recipient.paused() && local.getHour() >= recipient.hour()) {
                written += prepare(recipient, local.toLocalDate()) ? 1 : 0;
            }
        }
        return written;
    }

    /**
     * Writes the letter of this recipient's day if there is none yet.
     *
     * @return whether one was written
     */
    public boolean prepare(Recipient recipient, LocalDate day) {
        String watches = String.join(", ", recipient.watches());
        Instant now = clock.instant();
        return store.inTransaction(() -> {
            if (store.deliveries().find(recipient.address(), watches, day).isPresent()) {
                return false;
            }
            Instant since = store.deliveries()
                    .lastWindowEnd(recipient.address(), watches)
                    .orElse(now.minus(FIRST_WINDOW));
            Optional<Written> letter = writer.write(recipient, day, since, now);
            return letter.isPresent()
                    && store.deliveries()
                            .prepare(new LetterRow(
                                    letter.get().messageId(),
                                    recipient.address(),
                                    watches,
                                    day,
                                    since,
                                    now,
                                    letter.get().message(),
                                    State.PREPARED,
                                    0,
                                    false,
                                    now,
                                    Optional.empty()));
        });
    }

    /** Sends what is not sent yet, whenever it was tried last. @return what became of each letter, in words */
    public List<String> sendNow() {
        return send(false);
    }

    private List<String> send(boolean withPauses) {
        List<String> told = new ArrayList<>();
        for (LetterRow row : store.deliveries().unsent()) {
            if (!withPauses || !clock.instant().isBefore(nextTry(row))) {
                told.add(send(row));
            }
        }
        return told;
    }

    private static Instant nextTry(LetterRow row) {
        if (row.attempts() == 0 || row.state() == State.PREPARED) {
            return row.changed();
        }
        Duration pause = PAUSE.multipliedBy(1L << Math.min(row.attempts() - 1, 10));
        return row.changed().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private String send(LetterRow row) {
        String id = row.messageId();
        store.deliveries().state(id, State.SENDING, clock.instant(), row.problem());
        Delivery delivery = mailer.deliver(new Letter(id, from, row.recipient(), row.letter()));
        Instant now = clock.instant();
        // Who gets letters is nobody's business, so the log names the letter and not its reader.
        return switch (delivery) {
            case Delivery.Accepted accepted -> {
                store.deliveries().state(id, State.SENT, now, Optional.empty());
                LOG.info("sent letter={} day={} attempt={}", id, row.day(), row.attempts() + 1);
                yield "sent to " + row.recipient();
            }
            case Delivery.Refused refused -> {
                store.deliveries().state(id, State.REFUSED, now, Optional.of(refused.words()));
                LOG.warn("refused letter={} problem={}", id, refused.words());
                yield "refused for " + row.recipient() + ": " + refused.words();
            }
            case Delivery.Postponed postponed -> {
                boolean late = Duration.between(row.to(), now).compareTo(GIVE_UP) > 0;
                store.deliveries().state(id, late ? State.REFUSED : State.RETRY, now, Optional.of(postponed.words()));
                LOG.warn("postponed letter={} givenUp={} problem={}", id, late, postponed.words());
                yield (late ? "given up for " : "tried again later for ") + row.recipient() + ": " + postponed.words();
            }
            case Delivery.Unclear unclear -> {
                // It stays in SENDING, so its next sending is marked as perhaps the second.
                LOG.warn("unclear letter={} problem={}", id, unclear.words());
                yield "unclear for " + row.recipient() + ": " + unclear.words();
            }
        };
    }
}
