package org.hearsay.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.archive.Capture;
import org.hearsay.keep.archive.Captures;
import org.hearsay.keep.store.Ending;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Hints;
import org.hearsay.run.Import;
import org.hearsay.run.PageFacts;
import org.hearsay.tell.json.InputLine;
import org.hearsay.tell.json.InputLine.Whole;

/**
 * The files of an import as pages: WARC files as they are, articles of JSON Lines as pages that are bare text. What
 * cannot be read is a problem with its place, and the rest goes on.
 */
final class ImportedFiles {
    /** What a crawl takes at most by default (fetch.max-bytes). */
    private static final long MOST_BYTES = 16L << 20;
    /** Enough of a file to see what it is; a gzip header may carry a long name. */
    private static final int LOOK_BYTES = 4_096;

    private final Import taking;
    private final InstantSource clock;
    private final List<String> problems = new ArrayList<>();
    private final Map<Capture.Why, Integer> passedOver = new EnumMap<>(Capture.Why.class);
    private int noArticle;

    ImportedFiles(Import taking, InstantSource clock) {
        this.taking = taking;
        this.clock = clock;
    }

    /** Ends the command before anything is taken in if there is no such file. */
    static void check(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Stop.usage(
                    Files.isDirectory(file)
                            ? file + " is a folder: name the files in it"
                            : Files.exists(file)
                                    ? file + " cannot be read: this user may not, give it the right"
                                    : "there is no file " + file);
        }
    }

    /** What could not be read, with its place. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    void take(Path file) throws IOException, InterruptedException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOK_BYTES);
        }
        if (Captures.isWarc(start)) {
            captures(file);
        } else {
            lines(file);
        }
    }

    // ---- WARC ----------------------------------------------------------------------------------------------------

    private void captures(Path file) throws IOException, InterruptedException {
        try {
            Captures.each(file, MOST_BYTES, capture -> {
                switch (capture) {
                    case Capture.PassedOver other -> passedOver.merge(other.why(), 1, Integer::sum);
                    case Capture.Damaged damaged ->
                        problems.add(file + ": byte " + damaged.offset() + ": no page can be read there ("
                                + damaged.detail() + ")");
                    case Capture.Captured page -> {
                        PageFacts facts = PageFacts.of(page.facts(), page.page().url());
                        untilInterrupted(() -> taking.take(page.page(), facts));
                    }
                }
            });
        } catch (Interrupted e) {
            throw e.cause;
        }
    }

    // ---- articles ------------------------------------------------------------------------------------------------

    private void lines(Path file) throws InterruptedException {
        try {
            Batch.each(file, (line, number) -> {
                switch (InputLine.whole(number, line)) {
                    case InputLine.Bad<Whole> bad -> problems.add(file + ": " + bad.problem());
                    case InputLine.Good<Whole> good -> article(good.value());
                }
            });
        } catch (Interrupted e) {
            throw e.cause;
        }
    }

    private void article(Whole article) {
        if (article.text().isEmpty()) {
            noArticle++;
            return;
        }
        PageUrl url = article.url().orElseGet(() -> address(article.id().orElseThrow()));
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", ArticleReader.LINES + "; charset=utf-8"));
        article.published().ifPresent(day -> headers.add(new Header("Published", day.toString())));
        article.authors().forEach(author -> headers.add(new Header("Author", author)));
        Instant fetched = article.fetched().map(Dated::earliest).orElseGet(clock::instant);
        Page page =
                new Page(url, fetched, 200, headers, Bytes.utf8(article.text().orElse("")));
        PageFacts facts = new PageFacts(
                url,
                article.feed().orElse(url),
                new Hints(
                        article.outlet(),
                        article.title(),
                        Optional.empty(),
                        article.published().map(Dated::earliest),
                        article.language()));
        boolean told = article.fetched().isPresent();
        untilInterrupted(() -> {
            if (told) {
                taking.take(page, facts);
            } else {
                taking.takeUndated(page, facts);
            }
        });
    }

    /** An address that no server has (RFC 2606), the same for the same name every time. */
    private static PageUrl address(String id) {
        return PageUrl.of(
                "https://imported.invalid/articles/" + Bytes.utf8(id).sha256().substring(0, 24));
    }

    // ---- report --------------------------------------------------------------------------------------------------

    String inWords(Import.Report report) {
        StringBuilder words = new StringBuilder();
        words.append(report.pages()).append(report.pages() == 1 ? " page" : " pages");
        List<String> parts = new ArrayList<>();
        report.endings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(ending ->
                        parts.add(ending.getValue() + " " + ending.getKey().inWords()));
        if (report.older() > 0) {
            parts.add(report.older() + " older than what is here");
        }
        words.append(parts.isEmpty() ? "" : ": " + String.join(", ", parts));
        List<String> others = new ArrayList<>();
        passedOver.forEach((why, count) -> others.add(count + " " + why.inWords()));
        if (noArticle > 0) {
            others.add(noArticle + " lines without a text");
        }
        words.append(others.isEmpty() ? "" : "; passed over: " + String.join(", ", others));
        return words.toString();
    }

    ObjectNode json(Import.Report report) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("pages", report.pages());
        ObjectNode endings = out.putObject("endings");
        for (Ending ending : Ending.values()) {
            Integer count = report.endings().get(ending);
            if (count != null) {
                endings.put(ending.inWords(), count);
            }
        }
        out.put("older", report.older());
        ObjectNode others = out.putObject("passedOver");
        passedOver.forEach(
                (why, count) -> others.put(why.name().toLowerCase(Locale.ROOT).replace('_', ' '), count));
        if (noArticle > 0) {
            others.put("no text", noArticle);
        }
        return out;
    }

    // ---- interrupts ----------------------------------------------------------------------------------------------

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Carries an interrupt through a visitor that may not throw it. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final InterruptedException cause;

        private Interrupted(InterruptedException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static void untilInterrupted(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }
}
