package org.hearsay.tell.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.tell.digest.Digest;
import org.hearsay.tell.digest.DigestWriter;
import org.hearsay.tell.digest.LetterFormat;
import org.hearsay.tell.digest.LetterSettings;
import org.hearsay.tell.digest.Occasion;
import org.hearsay.tell.digest.Watch;

/** The daily letters: who gets which and when next, what was sent, and how the next one would read. */
record DigestsPage(List<Reader> readers, List<Letter> letters, Optional<Preview> preview) {
    /** @param next in the reader's own zone; {@code utc} the same moment */
    record Reader(String address, String about, String next, String utc) {}

    record Letter(String day, String reader, String about, String state, String kind, String problem) {}

    /** @param text absent where nothing is new; {@code letter} where it stands as a mail program shows it */
    record Preview(String about, Optional<String> text, String letter) {}

    private static final int LETTERS = 50;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    static DigestsPage of(Desk desk, Optional<String> watch, boolean preview) {
        return new DigestsPage(
                desk.store().watches().recipients().stream()
                        .map(reader -> reader(reader, desk.now()))
                        .toList(),
                desk.store().deliveries().latest(LETTERS).stream()
                        .map(DigestsPage::letter)
                        .toList(),
                preview ? Optional.of(preview(desk, watch)) : Optional.empty());
    }

    private static Reader reader(Recipient reader, Instant now) {
        String about = reader.watches().isEmpty() ? "everything new" : String.join(", ", reader.watches());
        return reader.next(now)
                .map(next -> new Reader(
                        reader.address(),
                        about,
                        next.format(MINUTE) + " " + reader.zone(),
                        next.toInstant().toString()))
                .orElseGet(() -> new Reader(
                        reader.address(), about, reader.standing().name().toLowerCase(Locale.ROOT), reader.note()));
    }

    private static Letter letter(LetterRow row) {
        String kind = switch (row.state()) {
            case SENT -> "fine";
            case PREPARED, SENDING, NOTHING -> "quiet";
            case RETRY -> "change";
            case REFUSED, GIVEN_UP -> "fault";
        };
        return new Letter(
                row.day().toString(),
                row.recipient(),
                row.watches().isEmpty() ? "everything new" : row.watches(),
                row.inWords(),
                kind,
                row.problem().orElse(""));
    }

    private static Preview preview(Desk desk, Optional<String> name) {
        Draft draft = draft(desk, name);
        return new Preview(
                draft.about,
                draft.digest.hasNews()
                        ? Optional.of(draft.format.plain(draft.digest, draft.occasion))
                        : Optional.empty(),
                "/digests/letter"
                        + name.map(watch -> "?watch=" + URLEncoder.encode(watch, StandardCharsets.UTF_8))
                                .orElse(""));
    }

    /** The letter as a mail program shows it; absent where nothing is new. */
    static Optional<String> letter(Desk desk, Optional<String> watch) {
        Draft draft = draft(desk, watch);
        return draft.digest.hasNews() ? Optional.of(draft.format.html(draft.digest, draft.occasion)) : Optional.empty();
    }

    /** A letter to nobody of the last day. */
    private record Draft(String about, Digest digest, Occasion occasion, LetterFormat format) {}

    private static Draft draft(Desk desk, Optional<String> name) {
        List<Watch> watches = name.flatMap(desk.store().watches()::watch).stream()
                .map(saved -> new Watch(saved.name(), Query.parse(saved.query())))
                .toList();
        Instant now = desk.now();
        Digest digest =
                new DigestWriter(desk.store(), desk.index()).digest(watches, now.minus(Duration.ofDays(1)), now);
        Occasion occasion = new Occasion(
                "reader@localhost",
                watches.stream().map(Watch::name).toList(),
                LocalDate.ofInstant(now, desk.settings().zone()),
                desk.settings().zone(),
                now);
        return new Draft(
                watches.isEmpty() ? "everything new" : watches.get(0).name(),
                digest,
                occasion,
                new LetterFormat(new LetterSettings("hearsay@localhost", Optional.empty())));
    }
}
