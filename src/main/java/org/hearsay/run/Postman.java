package org.hearsay.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hearsay.keep.store.Deliveries;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.Standing;
import org.hearsay.page.Bytes;
import org.hearsay.tell.mail.Delivery;
import org.hearsay.tell.mail.Letter;
import org.hearsay.tell.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One letter a recipient and local day, never a second one, and nothing new that falls between two letters.
 *
 * <p>A letter is written once and stored in the transaction that makes its row; sending is a later step on the row:
 * prepared, sending, sent. Its window begins where the last letter that was <em>sent</em> ended, so what a letter told
 * that never arrived is told by the next. Of several that work on one store, one gets the row to send. A row that was
 * left in {@code sending} by a process that died is ambiguous: it is sent once more, the same bytes under the same
 * Message-ID, and marked.
 */
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    /** What a first letter covers, and no letter for a new recipient is longer than a day's reading. */
    private static final Duration FIRST_WINDOW = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** Yesterday's letter is no use tomorrow. */
    private static final Duration GIVE_UP = Duration.ofDays(1);
    /** How long whoever has taken a letter may be at it. Longer than the patience of a mailer, several times over. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private static final int DAYS_WITHOUT_A_SIGN = 7;

    private final Store store;
    private final LetterWriter writer;
    private final Mailer mailer;
    private final String from;
    private final Quiet quiet;
    private final InstantSource clock;
    /** A question that was not taken is asked again, not before this. */
    private final Map<String, Instant> nextQuestion = new ConcurrentHashMap<>();

    /** Says nothing on a day without news. @param from the sender's address */
    public Postman(Store store, LetterWriter writer, Mailer mailer, String from, InstantSource clock) {
        this(store, writer, mailer, from, Quiet.SILENT, clock);
    }

    /** @param from the sender's address */
    public Postman(Store store, LetterWriter writer, Mailer mailer, String from, Quiet quiet, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.mailer = mailer;
        this.from = from;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** Writes the letter of a window. */
    @FunctionalInterface
    public interface LetterWriter {
        Written write(Recipient recipient, LocalDate day, Instant from, Instant to);

        /** Asks a reader whether he wants letters; absent where nobody is asked. */
        default Optional<Written> question(Recipient recipient, Instant now) {
            return Optional.empty();
        }
    }

    /**
     * A whole message with the Message-ID that it bears.
     *
     * @param news whether it tells anything; if not, it may be sent as a sign of life
     */
    public record Written(String messageId, Bytes message, boolean news) {}

    /** What to do on a day without news. */
    public enum Quiet {
        /** No letter. */
        SILENT,
        /** A letter if there was none for a week. */
        WEEKLY,
        /** A letter. */
        LETTER
    }

    /**
     * Before anything else: what was being sent when the last process died is to be sent once more. Where others share the
     * store, it is when its lease has run out.
     */
    public void takeOver() {
        if (store.shared()) {
            return; // what is being sent may be sent now by another; if he is dead, his lease runs out
        }
        int found = store.deliveries().abandon(clock.instant());
        if (found > 0) {
            LOG.warn("found letters={} whose sending was cut off; sending them once more under the same ids", found);
        }
    }

    /** Writes the letters that are due by each recipient's clock, then sends what is not sent yet. */
    public void deliverDue() {
        ask();
        prepareDue();
        var unused = send(true);
    }

    /**
     * Asks readers who are new whether they want letters, once. If the process dies between the server's word and our
     * note of it, the same question goes out again under the same Message-ID.
     *
     * @return what became of it, in words
     */
    public List<String> ask() {
        List<String> told = new ArrayList<>();
        for (Recipient reader : store.watches().recipients()) {
            boolean fresh =
                    reader.standing() == Standing.UNCONFIRMED && reader.note().isEmpty();
            if (fresh
                    && nextQuestion.getOrDefault(reader.address(), Instant.MIN).isBefore(clock.instant())) {
                writer.question(reader, clock.instant()).ifPresent(question -> told.add(ask(reader, question)));
            }
        }
        return told;
    }

    private String ask(Recipient reader, Written question) {
        String to = reader.address();
        Delivery delivery = mailer.deliver(new Letter(question.messageId(), from, to, question.message()));
        Instant now = clock.instant();
        return switch (delivery) {
            case Delivery.Accepted accepted -> {
                store.watches().standing(to, Standing.UNCONFIRMED, "asked " + now);
                LOG.info("asked question={}", question.messageId());
                yield "sent to " + to + ": the question whether letters are wanted";
            }
            case Delivery.Refused refused -> {
                store.watches()
                        .standing(to, Standing.SUSPENDED, "the mail server refuses the address: " + refused.words());
                LOG.warn("refused question={} problem={}", question.messageId(), refused.words());
                yield "refused for " + to + ": " + refused.words();
            }
            case Delivery.Postponed postponed -> later(to, postponed.words());
            case Delivery.Unclear unclear -> later(to, unclear.words());
        };
    }

    private String later(String to, String words) {
        nextQuestion.put(to, clock.instant().plus(LONGEST_PAUSE.dividedBy(4)));
        return "tried again later for " + to + ": " + words;
    }

    /** Writes the letters that are due by each recipient's clock. @return how many */
    public int prepareDue() {
        return prepareDue(false);
    }

    /**
     * As {@link #prepareDue()}, for somebody who asks: a day that had nothing new at its hour gets its letter if it has
     * something now.
     */
    public int prepareNow() {
        return prepareDue(true);
    }

    private int prepareDue(boolean again) {
        int written = 0;
        for (Recipient recipient : store.watches().recipients()) {
            Optional<LocalDate> day = recipient.paused() ? Optional.empty() : recipient.dayDue(clock.instant());
            written += day.isPresent() && prepare(recipient, day.get(), again) ? 1 : 0;
        }
        return written;
    }

    /**
     * Writes the letter of this recipient's day if there is none yet.
     *
     * @return whether one was written
     */
    public boolean prepare(Recipient recipient, LocalDate day) {
        return prepare(recipient, day, false);
    }

    /** As {@link #prepare(Recipient, LocalDate)}, also on a day that had nothing new before. */
    public boolean prepareNow(Recipient recipient, LocalDate day) {
        return prepare(recipient, day, true);
    }

    private boolean prepare(Recipient recipient, LocalDate day, boolean again) {
        String address = recipient.address();
        Deliveries deliveries = store.deliveries();
        if (again) {
            deliveries.forgetNothing(address, day);
        }
        if (deliveries.has(address, day) || sendingElsewhere(address)) {
            return false;
        }
        // What may have arrived already is sent to its end first, so that it is known where the next begins.
        deliveries.unsent(address).stream().filter(LetterRow::ambiguous).forEach(this::send);
        Instant now = clock.instant();
        Instant since = since(store.deliveries(), address, now);
        Written letter = writer.write(recipient, day, since, now);
        boolean told = letter.news() || signOfLife(address, day);
        LetterRow row = new LetterRow(
                letter.messageId(),
                address,
                String.join(", ", recipient.watches()),
                day,
                since,
                now,
                told ? letter.message() : Bytes.of(new byte[0]),
                told ? State.PREPARED : State.NOTHING,
                0,
                false,
                now,
                Optional.empty());
        return store.inTransaction(() -> {
                    // Writing took a while: if something was sent meanwhile, the window is no longer right.
                    if (!since(store.deliveries(), address, now).equals(since)
                            || sendingElsewhere(address)
                            || !deliveries.prepare(row)) {
                        return false;
                    }
                    for (LetterRow old : deliveries.unsent(address)) {
                        if (!old.messageId().equals(row.messageId())) {
                            deliveries.settle(
                                    old,
                                    State.GIVEN_UP,
                                    false,
                                    now,
                                    Optional.of("did not arrive in its day; the letter of " + day + " covers it"
                                            + old.problem()
                                                    .map(p -> " (" + p + ")")
                                                    .orElse("")));
                        }
                    }
                    return true;
                })
                && told;
    }

    /** Where the next window of a reader begins. */
    static Instant since(Deliveries deliveries, String address, Instant now) {
        return deliveries.lastWindowEnd(address, now).orElse(now.minus(FIRST_WINDOW));
    }

    private boolean sendingElsewhere(String address) {
        return store.deliveries().unsent(address).stream()
                .anyMatch(row -> row.state() == State.SENDING && !passed(LEASE, row));
    }

    private boolean signOfLife(String address, LocalDate day) {
        return switch (quiet) {
            case SILENT -> false;
            case LETTER -> true;
            case WEEKLY ->
                store.deliveries()
                        .lastSign(address)
                        .filter(last -> !last.plusDays(DAYS_WITHOUT_A_SIGN).isAfter(day))
                        .isPresent();
        };
    }

    /** Sends what is not sent yet, whenever it was tried last. @return what became of each letter, in words */
    public List<String> sendNow() {
        return send(false);
    }

    private List<String> send(boolean withPauses) {
        List<String> told = new ArrayList<>();
        for (LetterRow row : store.deliveries().unsent()) {
            if (row.state() == State.SENDING ? passed(LEASE, row) : !withPauses || passed(pause(row), row)) {
                send(row).ifPresent(told::add);
            }
        }
        return told;
    }

    private static Duration pause(LetterRow row) {
        if (row.attempts() == 0 || row.state() == State.PREPARED) {
            return Duration.ZERO;
        }
        Duration pause = PAUSE.multipliedBy(1L << Math.min(row.attempts() - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Since the row was touched. A clock that was set back must not make a letter wait until it has caught up. */
    private boolean passed(Duration pause, LetterRow row) {
        return Duration.between(row.changed(), clock.instant()).abs().compareTo(pause) >= 0;
    }

    /** @return what became of it, in words; absent if somebody else has it */
    private Optional<String> send(LetterRow seen) {
        return store.deliveries().claim(seen, clock.instant()).map(this::deliver);
    }

    private String deliver(LetterRow row) {
        Deliveries deliveries = store.deliveries();
        String id = row.messageId();
        Delivery delivery = mailer.deliver(new Letter(id, from, row.recipient(), row.letter()));
        Instant now = clock.instant();
        boolean late = Duration.between(row.to(), now).compareTo(GIVE_UP) > 0;
        // Who gets letters is nobody's business, so the log names the letter and not its reader.
        return switch (delivery) {
            case Delivery.Accepted accepted -> {
                deliveries.settle(row, State.SENT, false, now, Optional.empty());
                LOG.info("sent letter={} day={} attempt={} again={}", id, row.day(), row.attempts(), row.ambiguous());
                yield "sent to " + row.recipient();
            }
            case Delivery.Refused refused -> {
                store.inTransaction(() -> {
                    deliveries.settle(row, State.REFUSED, false, now, Optional.of(refused.words()));
                    return refused.address()
                            && store.watches()
                                    .standing(
                                            row.recipient(),
                                            Standing.SUSPENDED,
                                            "the" + " mail server refuses the address: " + refused.words());
                });
                LOG.warn("refused letter={} recipientSuspended={} problem={}", id, refused.address(), refused.words());
                yield "refused for " + row.recipient() + ": " + refused.words()
                        + (refused.address()
                                ? "; no more letters go there until \"hearsay recipient resume " + row.recipient()
                                        + "\""
                                : "");
            }
            case Delivery.Postponed postponed -> {
                State state = late ? State.GIVEN_UP : State.RETRY;
                deliveries.settle(row, state, false, now, Optional.of(postponed.words()));
                LOG.warn("postponed letter={} givenUp={} problem={}", id, late, postponed.words());
                yield (late ? "given up for " : "tried again later for ") + row.recipient() + ": " + postponed.words();
            }
            case Delivery.Unclear unclear -> {
                deliveries.settle(row, late ? State.GIVEN_UP : State.RETRY, true, now, Optional.of(unclear.words()));
                LOG.warn("unclear letter={} givenUp={} problem={}", id, late, unclear.words());
                yield "unclear for " + row.recipient() + ": " + unclear.words();
            }
        };
    }
}
