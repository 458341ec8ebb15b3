package org.hearsay.app;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.keep.index.IndexException;
import org.hearsay.keep.store.StoreExam;
import org.hearsay.keep.store.StoreException;
import org.hearsay.page.PageUrl;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.Reader;
import org.hearsay.tell.mail.SmtpMailer;

/**
 * Looks at everything that an installation needs, and says of each what was seen and what to do about it. Makes and
 * changes nothing, and works on a data folder that is missing, broken, or in use by another process.
 */
final class Doctor {
    private static final int FEEDS_NAMED = 3;
    /** An hour of a lively list is some ten megabytes; this is a few days of it. */
    private static final long LITTLE_ROOM = 1L << 30;
    /** A store's log and a merge of the index may want this at once. */
    private static final long NO_ROOM = 200L << 20;
    /** The clocks of two machines on one disk, or one that is set by hand, are this far apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);
    /** Whoever asks sits before the screen. */
    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(10);

    private final Options options;
    private DataFolder folder;
    private final InstantSource clock;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Options options, InstantSource clock) {
        this.options = options;
        this.folder = options.plainFolder();
        this.clock = clock;
    }

    /** All checks, in the order in which they build on each other. */
    static List<Finding> findings(Options options, InstantSource clock) {
        Doctor doctor = new Doctor(options, clock);
        doctor.examine();
        return doctor.findings;
    }

    private void examine() {
        findings.add(java());
        Settings settings = settings();
        findings.add(guarded("models", "Take the models folder that came with this program", () -> models(settings)));
        Optional<FeedList> list = feedList();
        findings.add(dataFolder());
        room().ifPresent(findings::add);
        if (folder.inUse()) {
            store(list);
        }
        mail(settings);
    }

    private static Finding java() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        String words = "Java " + Runtime.version() + ", up to " + heap + " MB of memory";
        // The full reader and an index of a hundred thousand articles need 250.
        return heap < 300
                ? Finding.warn("java", words, "Give it more, as with HEARSAY_OPTS=-Xmx1g")
                : Finding.ok("java", words);
    }

    private Settings settings() {
        try {
            Settings settings = options.settings();
            settings.running();
            settings.fetching();
            settings.keepPages();
            settings.port(Setting.WEB_PORT);
            settings.port(Setting.NEWSROOM_PORT);
            settings.uri(Setting.WEB_PUBLIC_URL, Set.of("https", "http"));
            settings.oneOf(Setting.READER, "full", "light");
            settings.oneOf(Setting.LOG_FORMAT, "text", "json");
            settings.oneOf(Setting.DIGEST_QUIET, "silent", "weekly", "letter");
            folder = folder.with(settings);
            findings.add(Finding.ok(
                    "settings",
                    Files.exists(folder.properties()) ? "understood, with " + folder.properties() : "understood"));
            return settings;
        } catch (Stop e) {
            findings.add(Finding.bad(
                    "settings",
                    String.valueOf(e.getMessage()),
                    "Correct it where it stands; what follows goes by the defaults"));
            return Settings.read(Map.of(), Map.of(), Path.of("there", "is", "no", "such", "file"));
        }
    }

    /** Whatever a check meets is its finding, and the next check is made all the same. */
    private static Finding guarded(String check, String remedy, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (Stop | StoreException | IndexException e) {
            // Those say themselves what to do.
            return new Finding(check, Finding.State.BAD, String.valueOf(e.getMessage()), Optional.empty());
        } catch (RuntimeException e) {
            return Finding.bad(check, String.valueOf(e.getMessage()), remedy);
        }
    }

    private static Finding models(Settings settings) {
        List<String> sums = ModelSums.of(Installation.home().resolve("models"));
        var unused = Installation.articles();
        Reader reader = LanguageModels.chosenBy(settings);
        String asked = settings.oneOf(Setting.READER, "full", "light");
        String words = reader.description() + " reads, as reader=" + asked + " asks; " + String.join(", ", sums);
        if (asked.equals("full") && !(reader instanceof FullReader)) {
            return Finding.warn(
                    "models",
                    reader.description() + " reads although reader=full asks for more; " + String.join(", ", sums),
                    "Mend that, or set reader=light");
        }
        return sums.stream().anyMatch(sum -> sum.contains(ModelSums.OTHER))
                ? Finding.warn("models", words, "Take the models folder that came with this program")
                : Finding.ok("models", words);
    }

    private Optional<FeedList> feedList() {
        Path file = options.feedsFile();
        List<String> problems = new ArrayList<>();
        try {
            FeedList list = FeedsFile.read(file, problems::add);
            String words =
                    list.feeds().size() + " feeds in " + file + (list.newsroom() ? " beside the bundled newsroom" : "");
            findings.add(
                    problems.isEmpty()
                            ? Finding.ok("feed list", words)
                            : Finding.warn(
                                    "feed list",
                                    words + ", and " + problems.size() + " lines that cannot be understood: "
                                            + problems.get(0),
                                    "Correct or remove them"));
            return Optional.of(list);
        } catch (Stop e) {
            findings.add(new Finding("feed list", Finding.State.BAD, String.valueOf(e.getMessage()), Optional.empty()));
            return Optional.empty();
        }
    }

    private Finding dataFolder() {
        Path path = folder.path();
        if (Files.notExists(path)) {
            Path there = existing(path);
            return Files.isWritable(there)
                    ? Finding.warn(
                            "data folder",
                            path + " is not there yet",
                            "\"hearsay crawl\" or \"hearsay serve\" makes it")
                    : Finding.bad(
                            "data folder",
                            path + " is not there, and this user may not make it in " + there,
                            "Make it for this user, or name another with --data");
        }
        if (!Files.isDirectory(path)) {
            return Finding.bad("data folder", path + " is a file and no folder", "Name a folder with --data");
        }
        for (Path part : List.of(path, folder.archive(), folder.index(), folder.database())) {
            if (Files.exists(part) && !Files.isWritable(part)) {
                return Finding.bad(
                        "data folder",
                        part + " cannot be written by this user",
                        "Give this user the right to write it");
            }
        }
        if (!folder.inUse()) {
            boolean kept = Files.isDirectory(folder.archive());
            return kept
                    ? Finding.bad(
                            "data folder",
                            path + " has an archive and no store",
                            "\"hearsay restore\" a backup, or derive the store from the archive with \"hearsay rebuild\"")
                    : Finding.warn(
                            "data folder",
                            "nothing in " + path + " yet",
                            "Start \"hearsay crawl\" or \"hearsay serve\"");
        }
        return Finding.ok("data folder", path + " can be written");
    }

    private static Path existing(Path path) {
        Path there = path;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private Optional<Finding> room() {
        Path there = existing(folder.path());
        try {
            FileStore disk = Files.getFileStore(there);
            long free = disk.getUsableSpace();
            String words = String.format(
                    Locale.ROOT, "%,d MB free of %,d on the disk of %s", free >> 20, disk.getTotalSpace() >> 20, there);
            String remedy = "Make room, or move the data folder to a larger disk";
            return Optional.of(
                    free < NO_ROOM
                            ? Finding.bad("disk", words, remedy)
                            : free < LITTLE_ROOM ? Finding.warn("disk", words, remedy) : Finding.ok("disk", words));
        } catch (IOException e) {
            return Optional.of(
                    Finding.warn("disk", "the free room is not known: " + Reasons.of(e), "Look at the disk"));
        }
    }

    private void store(Optional<FeedList> list) {
        folder.searched()
                .ifPresent(address ->
                        findings.add(guarded("index", "See to that server", () -> KeptChecks.index(address))));
        if (folder.elsewhere().isPresent()) {
            findings.add(guarded(
                    "store",
                    "See to that server",
                    () -> KeptChecks.database(folder.elsewhere().get())));
            return; // the checks of a file say nothing of it
        }
        StoreExam exam;
        try {
            exam = StoreExam.open(folder.database());
        } catch (StoreException e) {
            findings.add(new Finding("store", Finding.State.BAD, String.valueOf(e.getMessage()), Optional.empty()));
            return;
        }
        try (exam) {
            Finding store = guarded("store", KeptChecks.STORE_REMEDY, () -> KeptChecks.store(folder, exam));
            findings.add(store);
            if (store.isBad()) {
                return; // what the rest would be compared with
            }
            findings.add(guarded("archive", KeptChecks.ARCHIVE_REMEDY, () -> KeptChecks.archive(folder, exam)));
            if (folder.searched().isEmpty()) {
                findings.add(guarded("index", KeptChecks.INDEX_REMEDY, () -> KeptChecks.index(folder, exam)));
            }
            findings.add(guarded("feeds", "See \"hearsay feeds list\"", () -> feeds(list, exam)));
            findings.add(guarded("clock", "Set the clock", () -> clock(exam)));
        }
    }

    private Finding feeds(Optional<FeedList> list, StoreExam exam) {
        Instant now = clock.instant();
        Set<PageUrl> paused = list.map(FeedList::feeds).orElse(List.of()).stream()
                .filter(Feed::paused)
                .map(Feed::url)
                .collect(Collectors.toSet());
        List<FeedState> states = exam.feeds();
        List<String> troubles = new ArrayList<>();
        for (FeedState state : states) {
            FeedHealth health = FeedHealth.of(state, paused.contains(state.feed()), FeedVolume.NONE, now);
            if (health.trouble()) {
                troubles.add(state.feed() + " " + health.bare());
            }
        }
        if (troubles.isEmpty()) {
            return Finding.ok("feeds", states.size() + " visited, none in trouble");
        }
        String named = String.join("; ", troubles.subList(0, Math.min(FEEDS_NAMED, troubles.size())));
        String more = troubles.size() > FEEDS_NAMED ? "; and " + (troubles.size() - FEEDS_NAMED) + " more" : "";
        return Finding.warn(
                "feeds",
                troubles.size() + " of " + states.size() + " in trouble: " + named + more,
                "\"hearsay feeds list\" tells all; \"hearsay feeds remove\" takes out one that is gone");
    }

    private Finding clock(StoreExam exam) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> last = exam.lastPage().map(at -> at.truncatedTo(ChronoUnit.SECONDS));
        if (last.isPresent() && last.get().isAfter(now.plus(CLOCKS))) {
            return Finding.bad(
                    "clock",
                    "it says " + now + ", and the last page was taken in at " + last.get(),
                    "Set the clock; visits and letters wait until it has passed that time");
        }
        return Finding.ok(
                "clock", now + last.map(at -> ", the last page is of " + at).orElse(""));
    }

    private void mail(Settings settings) {
        Optional<String> letters = settings.given(Setting.MAIL_TO_FOLDER);
        if (letters.isEmpty() && settings.given(Setting.MAIL_SMTP).isEmpty()) {
            return;
        }
        findings.add(guarded(
                "mail",
                "Correct mail.smtp",
                () -> letters.map(Path::of).map(Doctor::lettersFolder).orElseGet(() -> mailServer(settings))));
    }

    private static Finding lettersFolder(Path letters) {
        Path there = existing(letters.toAbsolutePath());
        return Files.isDirectory(there) && Files.isWritable(there)
                ? Finding.ok("mail", "letters go into " + letters)
                : Finding.bad(
                        "mail",
                        "letters cannot be put into " + letters,
                        "Make it for this user, or set mail.to-folder");
    }

    private static Finding mailServer(Settings settings) {
        String from = Post.from(settings);
        Optional<SmtpMailer> server = Post.server(settings);
        if (server.isEmpty()) {
            return Finding.ok("mail", "no letters are sent");
        }
        String where = settings.text(Setting.MAIL_SMTP);
        try (SmtpMailer mailer = server.get()) {
            return mailer.trouble(MAIL_PATIENCE)
                    .map(trouble -> Finding.bad(
                            "mail",
                            trouble,
                            "Correct mail.smtp and mail.password, or see to that server; letters wait"))
                    .orElseGet(() -> Finding.ok("mail", where + " takes letters from " + from));
        }
    }
}
