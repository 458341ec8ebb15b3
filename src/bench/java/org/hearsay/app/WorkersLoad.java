package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.hearsay.keep.store.PostgresServer;
import org.hearsay.keep.store.PostgresStore;

/**
 * Workers on one PostgreSQL while very many hosts are due: {@code WorkersLoad HOSTS WORKERS SECONDS}. Each host has a feed and
 * a short article. Told are articles filed, the processor time of the workers and of the server for each, and which share of
 * a worker's samples the scheduler has: its own code and what of ours hands out hosts, but not the visits themselves. That
 * every host gets a row when it is first known is told apart, for a run that is cut off gives rows to all hosts and visits some.
 */
final class WorkersLoad {
    private static final int ARTICLES = 1;

    private WorkersLoad() {}

    public static void main(String[] args) throws Exception {
        int hosts = Integer.parseInt(args[0]);
        int workers = Integer.parseInt(args[1]);
        Duration span = Duration.ofSeconds(Long.parseLong(args[2]));
        Path folder = Files.createTempDirectory("workers");
        Instant begin = Instant.now();
        try (PostgresServer server = PostgresServer.start();
                ManyHosts site = ManyHosts.open(hosts, ARTICLES)) {
            String url = server.database();
            Files.write(folder.resolve("feeds.txt"), site.feedLines());
            List<Child.Running> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(worker(folder, url, i));
            }
            try (PostgresStore store = PostgresStore.open(url, Optional.empty())) {
                // Until the young compiler has seen all of it.
                await(running, () -> store.articles().count() >= Math.min(200, hosts / 4));
                int before = store.articles().count();
                double own = seconds(
                        running.stream().map(one -> one.process().toHandle()).toList());
                double servers = seconds(servers(begin));
                Instant from = Instant.now();
                await(
                        running,
                        () -> store.articles().count() == hosts * ARTICLES
                                || Instant.now().isAfter(from.plus(span)));
                int filed = store.articles().count() - before;
                double took = Duration.between(from, Instant.now()).toMillis() / 1e3;
                System.out.printf(
                        Locale.ROOT,
                        "%d workers, %,d hosts: %,d articles in %.0f s, %.1f a second;"
                                + " an article takes %.1f ms of a worker and %.1f ms of the server%n",
                        workers,
                        hosts,
                        filed,
                        took,
                        filed / took,
                        1e3
                                * (seconds(running.stream()
                                                .map(one -> one.process().toHandle())
                                                .toList())
                                        - own)
                                / filed,
                        1e3 * (seconds(servers(begin)) - servers) / filed);
            } finally {
                running.forEach(one -> one.process().destroy());
                for (Child.Running one : running) {
                    one.process().waitFor();
                }
            }
            for (int i = 0; i < workers; i++) {
                share(folder.resolve(i + ".jfr"));
            }
            System.out.println("visited twice at once: " + site.twiceAtOnce());
        } finally {
            Backup.delete(folder);
        }
    }

    private interface Condition {
        boolean met();
    }

    private static void await(List<Child.Running> running, Condition condition) throws Exception {
        running.get(0).until("hosts visited", Duration.ofHours(2), () -> {
            Thread.sleep(900);
            return condition.met() ? Optional.of(true) : Optional.empty();
        });
    }

    private static Child.Running worker(Path folder, String url, int number) throws IOException {
        return new Child(folder)
                .with("HEARSAY_FETCH_ALLOW", "127.0.0.0/8")
                .with("HEARSAY_FETCH_DELAY", "100ms")
                .with("HEARSAY_READER", "light")
                .with("HEARSAY_STORE_URL", url)
                .withOption("-XX:TieredStopAtLevel=4")
                .withOption("-Xmx700m")
                .withOption("-XX:StartFlightRecording:settings=profile,filename=" + folder.resolve(number + ".jfr"))
                .start(
                        "serve",
                        "--role",
                        "crawl",
                        "--data",
                        folder.resolve("w" + number).toString(),
                        "--feeds",
                        folder.resolve("feeds.txt").toString(),
                        "--set",
                        "fetch.user-agent=w" + number);
    }

    private static List<ProcessHandle> servers(Instant since) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process ->
                        process.info().startInstant().orElse(Instant.MIN).isAfter(since.minusSeconds(1)))
                .toList();
    }

    private static double seconds(List<ProcessHandle> processes) {
        return processes.stream()
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()
                / 1e3;
    }

    private static void share(Path recording) throws IOException {
        int all = 0;
        int once = 0;
        int handing = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                all++;
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                boolean work = frames.stream()
                        .map(WorkersLoad::type)
                        .anyMatch(type ->
                                type.equals("org.hearsay.run.HostVisit") || type.equals("org.hearsay.run.StoryDesk"));
                boolean rows = frames.stream()
                        .anyMatch(frame -> type(frame).equals("org.hearsay.run.Timetable")
                                && frame.getMethod().getName().equals("schedule"));
                if (rows) {
                    once++;
                } else if (!work && frames.stream().anyMatch(frame -> isScheduler(type(frame)))) {
                    handing++;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "of %,d samples of a worker %.1f %% handed out hosts, %.1f %% gave all hosts a row%n",
                all,
                100.0 * handing / all,
                100.0 * once / all);
    }

    private static boolean isScheduler(String type) {
        return type.startsWith("com.github.kagkarlsson.") || type.startsWith("org.hearsay.run.Timetable");
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }
}
