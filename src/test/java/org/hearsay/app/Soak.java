package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Hearsay left alone among servers that misbehave, as long as one likes, with its memory, threads and open files written
 * down. Linux only, for it reads {@code /proc}. Run by {@code mvn -Psoak verify -DskipTests -Dsoak.minutes=30}.
 *
 * <p>Prints a line a sample, and at the end what the middle third of the time and the last third had at most: a program
 * that leaks has more in the last. Ends with 1 if memory grew by more than a tenth, or threads or files by more than a
 * few.
 */
public final class Soak {
    private static final Duration WARM = Duration.ofSeconds(90);

    private record Sample(long second, long kilobytes, long threads, long files) {}

    private Soak() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Duration length = Duration.ofMinutes(Long.parseLong(args[0]));
        Path folder = Files.createTempDirectory("soak");
        try (HostileWorld world = HostileWorld.open()) {
            List<String> lines = world.feedLines();
            lines.add("http://127.50.0.251:" + world.port() + "/feed");
            lines.add("http://no-such-host.invalid/feed");
            Path feeds = Files.write(folder.resolve("feeds.txt"), lines);
            Child child = world.child(folder)
                    .with("HEARSAY_READER", "light")
                    .with("HEARSAY_WEB_PORT", "0")
                    .withOption("-Xmx512m");
            Child.Running serve =
                    child.start("serve", "--data", folder.resolve("data").toString(), "--feeds", feeds.toString());
            List<Sample> samples = watch(serve.process(), length);
            serve.process().destroy();
            boolean ended = serve.process().waitFor(30, TimeUnit.SECONDS);
            System.out.println("ended when asked: " + ended);
            System.exit(judge(samples) && ended ? 0 : 1);
        }
    }

    private static List<Sample> watch(Process process, Duration length) throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        Instant start = Instant.now();
        Duration every = length.dividedBy(60);
        System.out.println("second\tRSS kB\tthreads\tfiles");
        while (process.isAlive() && Instant.now().isBefore(start.plus(length))) {
            if (process.waitFor(every.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
            Sample sample = sample(process.pid(), Duration.between(start, Instant.now()));
            samples.add(sample);
            System.out.printf(
                    Locale.ROOT,
                    "%d\t%d\t%d\t%d%n",
                    sample.second(),
                    sample.kilobytes(),
                    sample.threads(),
                    sample.files());
        }
        return samples;
    }

    private static Sample sample(long pid, Duration at) throws IOException {
        Path proc = Path.of("/proc", Long.toString(pid));
        long kilobytes = 0;
        long threads = 0;
        for (String line : Files.readAllLines(proc.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                kilobytes = number(line);
            } else if (line.startsWith("Threads:")) {
                threads = number(line);
            }
        }
        try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
            return new Sample(at.toSeconds(), kilobytes, threads, open.count());
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }

    private static boolean judge(List<Sample> all) {
        List<Sample> warm =
                all.stream().filter(s -> s.second() >= WARM.toSeconds()).toList();
        if (warm.size() < 9) {
            System.out.println("it did not live long enough to judge: " + warm.size() + " samples");
            return false;
        }
        Sample middle = most(warm.subList(warm.size() / 3, warm.size() * 2 / 3));
        Sample last = most(warm.subList(warm.size() * 2 / 3, warm.size()));
        System.out.println("middle third at most: " + middle + "\nlast third at most:   " + last);
        return last.kilobytes() < middle.kilobytes() * 1.1
                && last.threads() <= middle.threads() + 8
                && last.files() <= middle.files() + 16;
    }

    private static Sample most(List<Sample> samples) {
        return new Sample(
                samples.getLast().second(),
                samples.stream().mapToLong(Sample::kilobytes).max().orElseThrow(),
                samples.stream().mapToLong(Sample::threads).max().orElseThrow(),
                samples.stream().mapToLong(Sample::files).max().orElseThrow());
    }
}
