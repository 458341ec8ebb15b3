package org.hearsay.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.LineModel;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.slf4j.LoggerFactory;

/**
 * News pages to text on one thread, parsing included: fetched bytes to a whole article by our {@link ArticleReader} with
 * its shipped model, and beside it what one would otherwise use, readability4j and boilerpipe, which get the page as a decoded string, and
 * jsoup's parse of the bytes alone, below which no reader that builds on it can go. One operation is all pages of the
 * sample; readers warm up by passes over them and not by the clock, which on a busy machine ends before the compiler is
 * done. {@code HEARSAY_CORPORA} names the folder that holds {@code article/fundus-dev/html}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 60)
@Measurement(iterations = 10)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ArticleBench {
    private static final PageUrl NOWHERE = PageUrl.of("https://news.invalid/2024/05/03/story");

    private ArticleReader reader = new ArticleReader();
    private final List<Page> pages = new ArrayList<>();
    private final List<String> decoded = new ArrayList<>();

    @Setup
    public void readThePages() throws IOException {
        // readability4j tells the log of every step, which nobody has set up here; that must not count against it.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        try (InputStream model = Files.newInputStream(Path.of("models", LineModel.FILE))) {
            reader = new ArticleReader(LineModel.read(model));
        }
        for (byte[] html : html(folder().orElseThrow())) {
            List<Header> headers = List.of(new Header("Content-Type", "text/html"));
            pages.add(new Page(NOWHERE, Instant.EPOCH, 200, headers, Bytes.of(html)));
            decoded.add(new String(html, parse(html).charset()));
        }
    }

    @Benchmark
    public void hearsay(Blackhole sink) {
        for (Page page : pages) {
            sink.consume(reader.read(page, Hints.NONE));
        }
    }

    @Benchmark
    public void readability4j(Blackhole sink) {
        for (String html : decoded) {
            sink.consume(new Readability4J(NOWHERE.text(), html).parse().getTextContent());
        }
    }

    @Benchmark
    public void boilerpipe(Blackhole sink) throws BoilerpipeProcessingException {
        for (String html : decoded) {
            sink.consume(ArticleExtractor.INSTANCE.getText(html));
        }
    }

    @Benchmark
    public void jsoupAlone(Blackhole sink) throws IOException {
        for (Page page : pages) {
            try (InputStream in = page.body().open()) {
                sink.consume(Jsoup.parse(in, null, NOWHERE.text()));
            }
        }
    }

    private static org.jsoup.nodes.Document parse(byte[] html) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(html), null, NOWHERE.text());
    }

    private static List<byte[]> html(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(".html.gz")).sorted().toList();
        }
        List<byte[]> html = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                html.add(in.readAllBytes());
            }
        }
        return html;
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getenv("HEARSAY_CORPORA"))
                .map(corpora -> Path.of(corpora, "article", "fundus-dev", "html"))
                .filter(Files::isDirectory);
    }

    public static void main(String[] args) throws IOException, RunnerException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            System.out.println(
                    "ArticleBench skipped: set HEARSAY_CORPORA to a folder that holds article/fundus-dev/html");
            return;
        }
        List<byte[]> pages = html(folder.get());
        List<RunResult> results = new ArrayList<>(new Runner(new OptionsBuilder()
                        .include("\\." + ArticleBench.class.getSimpleName() + "\\.")
                        .addProfiler(ProcessorTime.class)
                        .shouldFailOnError(true)
                        .build())
                .run());
        double hearsay = pagesPerProcessorSecond(results, "hearsay", pages.size());
        double readability = pagesPerProcessorSecond(results, "readability4j", pages.size());
        double boilerpipe = pagesPerProcessorSecond(results, "boilerpipe", pages.size());
        double jsoup = pagesPerProcessorSecond(results, "jsoupAlone", pages.size());
        System.out.printf(
                Locale.ROOT,
                "%nArticleBench: %d pages of %.0f kB on average; per second of processor time Hearsay reads %.0f,"
                        + " readability4j %.0f, boilerpipe %.0f, jsoup parses %.0f; ratios %.2f, %.2f and %.2f%n",
                pages.size(),
                pages.stream().mapToInt(html -> html.length).average().orElseThrow() / 1_000,
                hearsay,
                readability,
                boilerpipe,
                jsoup,
                hearsay / readability,
                hearsay / boilerpipe,
                hearsay / jsoup);
    }

    private static double pagesPerProcessorSecond(List<RunResult> results, String benchmark, int pages) {
        return pages
                * results.stream()
                        .filter(run -> run.getParams().getBenchmark().endsWith("." + benchmark))
                        .mapToDouble(run -> run.getSecondaryResults()
                                .get(ProcessorTime.LABEL)
                                .getScore())
                        .average()
                        .orElseThrow();
    }
}
