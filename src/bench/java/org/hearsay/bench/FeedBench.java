package org.hearsay.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.page.Page;
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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.slf4j.LoggerFactory;

/**
 * Real feeds, one after the other on one thread: fetched bytes to normalised entries by our {@link FeedReader}, and
 * the same bytes to Rome's objects by Rome alone, with and without its mending. One operation is one feed; {@link FeedSample} says which feeds.
 * {@code HEARSAY_CORPORA} names the folder that holds {@code feeds/files}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 2, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class FeedBench {
    /** Each takes all readers in turn, so that a machine that grows busier does not slow down one of them only. */
    private static final int ROUNDS = 2;

    private final FeedReader reader = new FeedReader();
    private List<Page> feeds = List.of();
    private int next;

    @Setup
    public void readTheFeeds() throws IOException {
        // Rome tells every oddity of a feed to the log, which nobody has set up here; that must not count against it.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        feeds = FeedSample.under(folder().orElseThrow());
    }

    @Benchmark
    public FeedReading hearsay() {
        return reader.read(nextFeed());
    }

    @Benchmark
    public SyndFeed rome() throws IOException, FeedException {
        return rome(nextFeed());
    }

    /** Rome without the pass that mends undeclared entities, on by default and the larger part of its time. */
    @Benchmark
    public SyndFeed unmendedRome() throws IOException, FeedException {
        return rome(nextFeed(), false);
    }

    /** What one writes who has Rome and nothing else: it finds out the character set itself. */
    static SyndFeed rome(Page feed) throws IOException, FeedException {
        return rome(feed, true);
    }

    private static SyndFeed rome(Page feed, boolean mended) throws IOException, FeedException {
        try (XmlReader text = new XmlReader(feed.body().open())) {
            SyndFeedInput input = new SyndFeedInput();
            input.setXmlHealerOn(mended);
            return input.build(text);
        }
    }

    private Page nextFeed() {
        Page feed = feeds.get(next);
        next = (next + 1) % feeds.size();
        return feed;
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getenv("HEARSAY_CORPORA"))
                .map(corpora -> Path.of(corpora, "feeds", "files"))
                .filter(Files::isDirectory);
    }

    public static void main(String[] args) throws IOException, RunnerException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            System.out.println("FeedBench skipped: set HEARSAY_CORPORA to a folder that holds feeds/files");
            return;
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        List<Page> feeds = FeedSample.under(folder.get());
        if (feeds.isEmpty()) {
            System.out.println("FeedBench skipped: no feed in " + folder.get() + " is large enough and read by both");
            return;
        }
        Runner runner = new Runner(new OptionsBuilder()
                .include(FeedBench.class.getName())
                .addProfiler(ProcessorTime.class)
                .shouldFailOnError(true)
                .build());
        List<RunResult> results = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            results.addAll(runner.run());
        }
        double hearsay = perProcessorSecond(results, "hearsay");
        double rome = perProcessorSecond(results, "rome");
        double unmended = perProcessorSecond(results, "unmendedRome");
        double kilobytes =
                feeds.stream().mapToInt(feed -> feed.body().length()).average().orElseThrow() / 1_000;
        System.out.printf(
                Locale.ROOT,
                "%nFeedBench: %d feeds of %.0f kB on average; per second of processor time Hearsay reads %.0f,"
                        + " Rome alone %.0f, Rome without its mending %.0f; ratios %.2f and %.2f%n",
                feeds.size(),
                kilobytes,
                hearsay,
                rome,
                unmended,
                hearsay / rome,
                hearsay / unmended);
    }

    private static double perProcessorSecond(List<RunResult> results, String benchmark) {
        return results.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith("." + benchmark))
                .mapToDouble(run ->
                        run.getSecondaryResults().get(ProcessorTime.LABEL).getScore())
                .average()
                .orElseThrow();
    }
}
