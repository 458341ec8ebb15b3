package org.hearsay.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.page.Bytes;
import org.hearsay.tell.mail.Delivery;
import org.hearsay.tell.mail.Letter;
import org.hearsay.tell.mail.Mailer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A postman whose clock and whose mail server do what the test says. */
abstract class AtThePostOffice {
    static final Delivery TAKEN = new Delivery.Accepted();
    static final Delivery LATER = new Delivery.Postponed("451 greylisted");

    @TempDir
    Path folder;

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    final ConcurrentLinkedQueue<Letter> taken = new ConcurrentLinkedQueue<>();
    final Set<LocalDate> quietDays = new HashSet<>();
    Function<Letter, Delivery> server = letter -> TAKEN;
    Store store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("hearsay.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Takes letters into a list, and answers what the test has set. */
    final class Box implements Mailer {
        @Override
        public Delivery deliver(Letter letter) {
            Delivery answer = server.apply(letter);
            if (answer.equals(TAKEN)) {
                taken.add(letter);
            }
            return answer;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    Postman postman(Store by, Postman.Quiet quiet) {
        return new Postman(by, this::write, new Box(), "hearsay@example.org", quiet, now::get);
    }

    Postman.Written write(Recipient recipient, LocalDate day, Instant from, Instant to) {
        String id =
                "<" + day + "." + from.getEpochSecond() + "." + to.getEpochSecond() + "." + recipient.address() + ">";
        return new Postman.Written(id, Bytes.utf8(from + " to " + to), !quietDays.contains(day));
    }

    void at(String instant) {
        now.set(Instant.parse(instant));
        postman(store, Postman.Quiet.SILENT).deliverDue();
    }

    /** From one moment to another, looking every few minutes. */
    void through(String from, String to) {
        Postman postman = postman(store, Postman.Quiet.SILENT);
        for (Instant t = Instant.parse(from); t.isBefore(Instant.parse(to)); t = t.plus(Duration.ofMinutes(30))) {
            now.set(t);
            postman.deliverDue();
        }
    }

    void reader(String zone, int hour) {
        store.watches().save(new Recipient("r@example.org", ZoneId.of(zone), hour, List.of(), false));
    }

    /** As {@code FROM to TO}, in the order in which they were taken. */
    List<String> windows() {
        return taken.stream().map(letter -> text(letter.message())).toList();
    }

    private static String text(Bytes bytes) {
        return bytes.decode(java.nio.charset.StandardCharsets.UTF_8);
    }

    List<LetterRow> rows() {
        return store.deliveries().latest(100).reversed();
    }
}
