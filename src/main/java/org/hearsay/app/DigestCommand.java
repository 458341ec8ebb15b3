package org.hearsay.app;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.run.Postman;
import org.hearsay.tell.digest.Digest;
import org.hearsay.tell.json.Shapes;
import org.hearsay.tell.mail.Mailer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The daily letter.",
        subcommands = {DigestCommand.Preview.class, DigestCommand.Send.class, DigestCommand.Status.class})
final class DigestCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say preview, send or status");
    }

    /** A reader that is registered, or one made up for this once: here, at any hour, everything new. */
    private static Recipient recipient(Store store, @Nullable String address) {
        return store.watches()
                .recipient(address == null ? "" : address)
                .orElseGet(() -> new Recipient(
                        address == null ? "reader@localhost" : address, ZoneId.systemDefault(), 0, List.of(), false));
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw Stop.usage("--day " + text + " is no day: write one like 2026-11-24");
        }
    }

    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description = "Show the letter; sends and stores nothing.")
    static final class Preview implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Option(names = "--eml", paramLabel = "FILE", description = "write the whole message there")
        @Nullable
        private Path eml;

        @Option(
                names = "--day",
                paramLabel = "D",
                description = "what was new on that day (default: since the last letter)")
        @Nullable
        private String day;

        @Option(names = "--to", paramLabel = "ADDRESS", description = "for this recipient (default: everything new)")
        @Nullable
        private String to;

        @Override
        public Integer call() throws IOException {
            Settings settings = options.settings();
            try (Installation installation = Installation.toRead(options.folder())) {
                Store store = installation.store();
                InstantSource clock = store.clock();
                Recipient recipient = recipient(store, to);
                Optional<LocalDate> asked = day(day);
                Instant now = clock.instant();
                // To the hour, so that two previews of one thing are one text.
                Instant hour = now.truncatedTo(ChronoUnit.HOURS);
                Instant until = asked.map(d ->
                                d.plusDays(1).atStartOfDay(recipient.zone()).toInstant())
                        .filter(end -> end.isBefore(now))
                        .orElse(hour.plus(Duration.ofHours(1)));
                Instant since = asked.map(d -> d.atStartOfDay(recipient.zone()).toInstant())
                        .or(() -> store.deliveries().lastWindowEnd(recipient.address(), now))
                        .orElse(hour.minus(Duration.ofDays(1)));
                LocalDate dated = asked.orElse(LocalDate.ofInstant(now, recipient.zone()));
                Letters letters = Letters.of(
                        installation,
                        settings,
                        settings.given(Setting.MAIL_FROM).orElse("hearsay@localhost"),
                        clock);
                Digest digest = letters.digest(recipient, since, until);
                if (!digest.hasNews()) {
                    throw Stop.nothing("nothing new since " + since + ": no letter would be sent");
                }
                if (eml == null) {
                    System.out.print(letters.plain(digest, recipient, dated, now));
                } else {
                    Files.write(
                            eml,
                            letters.message(digest, recipient, dated, now)
                                    .bytes()
                                    .toArray());
                }
            }
            return Stop.OK;
        }
    }

    @Command(name = "send", mixinStandardHelpOptions = true, description = "Send the letters that are due, now.")
    static final class Send implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Option(
                names = "--to",
                paramLabel = "ADDRESS",
                description = "today's letter for this address, whatever the hour")
        @Nullable
        private String to;

        @Override
        public Integer call() {
            Settings settings = options.settings();
            Logging.show(options.verbose ? Level.INFO : Level.ERROR);
            Mailer mailer = Post.mailer(settings)
                    .orElseThrow(() -> Stop.configuration("no way out for letters: set mail.smtp=smtp://HOST:587, or"
                            + " mail.to-folder=DIR for a folder, or mail.command=/usr/sbin/sendmail"));
            String from = Post.from(settings);
            // While serve runs it does the sending itself; two would not send twice, but one would wait for the other.
            try (mailer;
                    Installation installation = Installation.toShare(options.folder(), true)) {
                Store store = installation.store();
                InstantSource clock = store.clock();
                Postman postman =
                        Letters.of(installation, settings, from, clock).postman(mailer, from, settings);
                if (to != null) {
                    Recipient recipient = recipient(store, to);
                    postman.prepareNow(recipient, LocalDate.ofInstant(clock.instant(), recipient.zone()));
                } else if (store.watches().recipients().isEmpty()) {
                    throw Stop.configuration("there is no recipient: add one with \"hearsay recipient add ADDRESS\","
                            + " or name one with --to");
                } else {
                    postman.prepareNow();
                }
                List<String> told = new ArrayList<>(postman.ask());
                told.addAll(postman.sendNow());
                told.forEach(Serving::say);
                if (told.isEmpty()) {
                    throw Stop.nothing("no letter is due: today's was sent, nothing is new, or the hour has not come;"
                            + " \"hearsay digest status\" says which");
                }
                boolean all = told.stream().allMatch(words -> words.startsWith("sent"));
                return all ? Stop.OK : Stop.LATER;
            }
        }
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "The latest letters and what became of them.")
    static final class Status implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Option(names = "--json", description = "one JSON object a line")
        private boolean json;

        @Override
        public Integer call() {
            try (Installation installation = Installation.toRead(options.folder())) {
                Store store = installation.store();
                List<LetterRow> rows = store.deliveries().latest(50);
                List<Recipient> readers = store.watches().recipients();
                if (rows.isEmpty() && (json || readers.isEmpty())) {
                    throw Stop.nothing("no letter was made yet");
                }
                rows.forEach(row -> System.out.print(json ? Shapes.toLine(asJson(row)) : inWords(row)));
                if (!json) {
                    Instant now = store.clock().instant();
                    readers.forEach(reader -> System.out.println("next  " + next(reader, store, now)));
                }
                return Stop.OK;
            }
        }

        /** The day that is due now, if it has no row yet; else when the reader's hour comes next. */
        private static String next(Recipient reader, Store store, Instant now) {
            boolean dueNow = !reader.paused()
                    && reader.dayDue(now)
                            .filter(day -> !store.deliveries().has(reader.address(), day))
                            .isPresent();
            return dueNow ? reader.address() + "  due now" : RecipientCommand.inWords(reader, now);
        }

        private static String inWords(LetterRow row) {
            return row.day() + "  " + row.inWords() + "  " + row.recipient()
                    + row.problem().map(words -> "  " + words).orElse("") + System.lineSeparator();
        }

        private static String state(LetterRow row) {
            return row.state().name().toLowerCase(Locale.ROOT);
        }

        private static ObjectNode asJson(LetterRow row) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("day", row.day().toString())
                    .put("recipient", row.recipient())
                    .put("watches", row.watches())
                    .put("state", state(row))
                    .put("attempts", row.attempts())
                    .put("ambiguous", row.ambiguous())
                    .put("messageId", row.messageId())
                    .put("from", row.from().toString())
                    .put("to", row.to().toString())
                    .put("problem", row.problem().orElse(null));
        }
    }
}
