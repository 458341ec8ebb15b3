package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;

/**
 * The properties of {@link FuzzTest} for so many minutes of processor time each, by turns, so that a run that is cut short has
 * tried all of them. What is found is printed with the number that makes it again, once for each place that threw; the
 * last lines say how much was tried.
 *
 * <pre>{@code
 * mvn -Pfuzz verify -DskipTests -Dfuzz.minutes=10
 * }</pre>
 */
final class Fuzz {
    private static final int TURNS = 20;
    /** As many tries as a property has by default; jqwik takes rarer edges into account for more. */
    private static final int GENERATION_SIZE = 1000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Random numbers;
    private final Map<String, String> found = new LinkedHashMap<>();

    private Fuzz(long seed) {
        numbers = new Random(seed);
    }

    /** One kind of input: how it is made, and what must hold for it. */
    private static final class Kind<T> {
        final String name;
        final Arbitrary<T> inputs;
        final Check<T> check;
        long tries;
        long nanos;

        Kind(String name, Arbitrary<T> inputs, Check<T> check) {
            this.name = name;
            this.inputs = inputs;
            this.check = check;
        }
    }

    private interface Check<T> {
        void on(T input) throws IOException;
    }

    public static void main(String[] args) throws IOException {
        double minutes = Double.parseDouble(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        FuzzTest.makeFolder();
        try {
            Fuzz fuzz = new Fuzz(seed);
            JqwikSession.run(() -> fuzz.all(minutes));
            System.exit(fuzz.found.isEmpty() ? 0 : 1);
        } finally {
            FuzzTest.removeFolder();
        }
    }

    private void all(double minutes) {
        FuzzTest test = new FuzzTest();
        List<Kind<?>> kinds = List.of(
                new Kind<>("feeds", test.feeds(), test::aFeedIsReadOrSaysWhyNot),
                new Kind<>("pages", test.pages(), test::aPageIsAnArticleOrSaysWhyNot),
                new Kind<>("queries", test.queries(), test::aQueryIsUnderstoodOrSearchedAsWords),
                new Kind<>("feeds.txt", test.lists(), test::aFeedListIsReadLineByLine),
                new Kind<>("OPML", test.opml(), test::anOpmlListIsReadOrItsProblemsAreTold),
                new Kind<>("WARC", Arbitraries.longs(), test::anArchiveWithAnyBytesChangedGivesWholePagesOnly));
        long turn = (long) (minutes * TimeUnit.MINUTES.toNanos(1) / TURNS);
        for (int i = 0; i < TURNS; i++) {
            for (Kind<?> kind : kinds) {
                turn(kind, turn);
                System.out.printf(
                        Locale.ROOT, "%s: %,d tries in %.1f CPU minutes%n", kind.name, kind.tries, kind.nanos / 6e10);
            }
        }
        System.out.println(found.size() + " findings");
    }

    private <T> void turn(Kind<T> kind, long nanos) {
        long from = threads.getCurrentThreadCpuTime();
        long until = from + nanos;
        var generator = kind.inputs.generator(GENERATION_SIZE);
        while (threads.getCurrentThreadCpuTime() < until) {
            long number = numbers.nextLong();
            T input = generator.next(new Random(number)).value();
            kind.tries++;
            try {
                kind.check.on(input);
            } catch (IOException | RuntimeException | Error broken) {
                tell(kind, number, input, broken);
            }
        }
        kind.nanos += threads.getCurrentThreadCpuTime() - from;
    }

    private void tell(Kind<?> kind, long number, Object input, Throwable broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        String place = kind.name + " " + broken.getClass().getName() + (trace.length > 0 ? " at " + trace[0] : "");
        if (found.putIfAbsent(place, "") == null) {
            System.out.println("FOUND " + place + ", number " + number + ": " + broken.getMessage());
            System.out.println(input instanceof byte[] bytes ? new String(bytes, UTF_8) : input);
            broken.printStackTrace(System.out);
        }
    }
}
