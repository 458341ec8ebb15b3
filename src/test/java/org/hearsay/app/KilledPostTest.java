package org.hearsay.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code digest send}, killed again and again while it writes letters and while it sends them. The system property
 * {@code hearsay.kill.rounds} asks for more rounds, {@code hearsay.kill.log} for a file that says what happened.
 */
class KilledPostTest {
    private static final int ROUNDS = Integer.getInteger("hearsay.kill.rounds", 12);
    private static final int READERS = 3;

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    @Test
    void everyLetterArrivesAndATwinIsTheSameLetterAndMarked() throws Exception {
        long seed = Long.getLong("hearsay.kill.seed", System.nanoTime());
        Random random = new Random(seed);
        Map<String, Integer> moments = new TreeMap<>();
        try (NewsroomRun run = new NewsroomRun(folder);
                PostOffice office = new PostOffice()) {
            Child.Ended crawl = run.crawl("data");
            assertThat(crawl.code()).as(crawl.err()).isIn(Stop.OK, Stop.IN_PART);
            String[] send = run.args(
                    "data",
                    "digest",
                    "send",
                    "--set",
                    "mail.smtp=smtp://127.0.0.1:" + office.port(),
                    "--set",
                    "mail.from=hearsay@example.org");
            addReaders(0);
            long from = System.nanoTime();
            Child.Ended whole = run.child.run(send);
            Duration length = Duration.ofNanos(System.nanoTime() - from);
            assertThat(whole.code()).as(whole.err()).isEqualTo(Stop.OK);
            for (int round = 1; round <= ROUNDS; round++) {
                addReaders(round);
                // By turns: at a moment of the talk with the server, and at any moment of the process's life.
                int step = round % 2 == 0 ? 1 + random.nextInt(6 * READERS) : Integer.MAX_VALUE;
                long millis = (long) ((0.2 + 0.8 * random.nextDouble()) * length.toMillis());
                Child.Running running = office.startAndKillAt(step, run.child, send);
                boolean ended = round % 2 == 0
                        ? running.process().waitFor(2, TimeUnit.MINUTES)
                        : running.process().waitFor(millis, TimeUnit.MILLISECONDS);
                running.process().destroyForcibly().waitFor();
                String moment = ended && running.process().exitValue() == Stop.OK
                        ? "not killed"
                        : office.lastSaid().isEmpty() ? "before the first command" : "after " + office.lastSaid();
                moments.merge(moment, 1, Integer::sum);
                log.add("round " + round + ": " + moment);
            }
            office.killAt(Integer.MAX_VALUE, null);
            Child.Ended last = run.child.run(send);
            assertThat(last.code()).as("seed " + seed + " " + last.err()).isIn(Stop.OK, Stop.NOTHING);
            assertThat(moments.keySet()).as("seed " + seed).anyMatch(m -> !m.equals("not killed"));
            judge(office, seed, moments);
        }
    }

    private void addReaders(int round) {
        try (Store store = SqliteStore.open(folder.resolve("data/hearsay.db"))) {
            for (int i = 0; i < READERS; i++) {
                store.watches()
                        .save(new Recipient(
                                "r" + round + "." + i + "@example.org", ZoneId.of("UTC"), 0, List.of(), false));
            }
        }
    }

    private void judge(PostOffice office, long seed, Map<String, Integer> moments) throws IOException {
        List<LetterRow> rows;
        try (Store store = SqliteStore.open(folder.resolve("data/hearsay.db"))) {
            rows = store.deliveries().latest(10_000);
        }
        // More than one a reader only if midnight came meanwhile.
        assertThat(rows).hasSizeGreaterThanOrEqualTo((ROUNDS + 1) * READERS);
        assertThat(rows).extracting(row -> row.recipient() + row.day()).doesNotHaveDuplicates();
        assertThat(rows).as("seed " + seed).allMatch(row -> row.state() == State.SENT);
        Map<String, List<String>> byId = office.taken.stream()
                .collect(Collectors.groupingBy(KilledPostTest::idOf, TreeMap::new, Collectors.toList()));
        int twins = 0;
        for (LetterRow row : rows) {
            List<String> copies = byId.getOrDefault(row.messageId(), List.of());
            assertThat(copies)
                    .as("arrived: " + row.messageId() + ", seed " + seed)
                    .isNotEmpty();
            assertThat(new HashSet<>(copies))
                    .as("the same letter, seed " + seed)
                    .hasSize(1);
            assertThat(copies.size() == 1 || row.ambiguous())
                    .as("marked: " + row.messageId() + ", seed " + seed)
                    .isTrue();
            twins += copies.size() - 1;
        }
        assertThat(byId).as("no letter that no row knows").hasSize(rows.size());
        log.add("seed " + seed + ", rounds " + ROUNDS + ", readers " + rows.size() + ", letters taken "
                + office.taken.size() + ", of them twins " + twins + ", rows marked ambiguous "
                + rows.stream().filter(LetterRow::ambiguous).count());
        moments.forEach((moment, times) -> log.add(times + " x " + moment));
        String to = System.getProperty("hearsay.kill.log");
        if (to != null) {
            Files.write(Path.of(to), log);
        }
    }

    private static String idOf(String letter) {
        return letter.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring("Message-ID: ".length());
    }

    /** A mail server that ends its client's process at the n-th thing that is said to it. */
    private static final class PostOffice implements AutoCloseable {
        final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final AtomicInteger steps = new AtomicInteger();
        private volatile int last = Integer.MAX_VALUE;
        private volatile Process client;
        private volatile String said = "";

        PostOffice() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        String lastSaid() {
            return said;
        }

        synchronized Child.Running startAndKillAt(int step, Child child, String... args) throws IOException {
            said = "";
            Child.Running running = child.start(args);
            killAt(step, running.process());
            return running;
        }

        void killAt(int step, Process process) {
            steps.set(0);
            client = process;
            last = step;
        }

        private void serve() {
            try {
                while (!socket.isClosed()) {
                    Socket talk = socket.accept();
                    Thread.ofVirtual().start(() -> talk(talk));
                }
            } catch (IOException e) {
                // The test is over.
                return;
            }
        }

        private void talk(Socket talk) {
            try (talk) {
                BufferedReader in = new BufferedReader(new InputStreamReader(talk.getInputStream(), ISO_8859_1));
                answer(talk, "220 here");
                StringBuilder letter = null;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (letter != null && !line.equals(".")) {
                        letter.append(line.startsWith("..") ? line.substring(1) : line)
                                .append("\r\n");
                        continue;
                    }
                    if (letter != null) {
                        // Taken, whatever becomes of whoever brought it.
                        taken.add(letter.toString());
                        letter = null;
                        step("the end of the letter, before the answer");
                        answer(talk, "250 taken");
                        step("the answer that it was taken");
                        continue;
                    }
                    String verb = line.split("[ :]")[0];
                    step(verb);
                    if (verb.equals("DATA")) {
                        letter = new StringBuilder();
                    }
                    answer(talk, verb.equals("DATA") ? "354 go on" : verb.equals("QUIT") ? "221 bye" : "250 ok");
                }
            } catch (IOException e) {
                // The client was killed, which is what this is for.
                return;
            }
        }

        private void step(String what) {
            Process process = client;
            if (process != null && process.isAlive()) {
                said = what;
                if (steps.incrementAndGet() >= last) {
                    process.destroyForcibly();
                }
            }
        }

        private static void answer(Socket talk, String words) throws IOException {
            talk.getOutputStream().write((words + "\r\n").getBytes(UTF_8));
            talk.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
