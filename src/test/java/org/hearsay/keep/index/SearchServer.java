package org.hearsay.keep.index;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenSearch in a process of its own, on a free port of loopback and in a temporary folder. Its Lucene is another than
 * ours, so its jars lie apart: see {@code src/test/opensearch}.
 */
public final class SearchServer implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/test/opensearch");
    private static final Path JARS = Path.of("target/opensearch");
    /** Starts in some five seconds of one core. */
    private static final int MOST_SECONDS = 120;

    private static @Nullable SearchServer shared;
    private static int names;

    private final Path home;
    private final int port;
    private final List<String> settings;
    private Optional<Process> process = Optional.empty();

    private SearchServer(Path home, int port, List<String> settings) {
        this.home = home;
        this.port = port;
        this.settings = settings;
    }

    /** One for all tests of this process that do it no harm. Without its jars the test that asks is skipped. */
    public static synchronized SearchServer shared() {
        SearchServer known = shared;
        if (known == null) {
            try {
                known = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
            shared = known;
        }
        return known;
    }

    /**
     * Starts one; the caller closes it.
     *
     * @param settings as in opensearch.yml, {@code KEY=VALUE}
     */
    public static SearchServer start(String... settings) throws IOException {
        assumeTrue(
                Files.isDirectory(JARS),
                "OpenSearch is not here (mvn -f src/test/opensearch/pom.xml package lays it into " + JARS + ")");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        SearchServer server =
                new SearchServer(Files.createTempDirectory("hearsay-opensearch"), port, List.of(settings));
        server.up();
        return server;
    }

    /** Starts it again after {@link #kill}, with what it held. */
    public void up() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xms256m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                JARS + "/*",
                SOURCES.resolve("Server.java").toString(),
                home.toString(),
                Integer.toString(port),
                "indices.query.bool.max_clause_count=8192",
                // It looks at its disk every 30 s, and would lift a block that a test has set.
                "cluster.info.update.interval=1h"));
        command.addAll(settings);
        Process started = new ProcessBuilder(command)
                .redirectError(home.resolve("stderr").toFile())
                .start();
        process = Optional.of(started);
        // Ended by then in any case, so that the loop ends too.
        started.onExit()
                .completeOnTimeout(started, MOST_SECONDS, TimeUnit.SECONDS)
                .thenAccept(p -> {
                    if (p.isAlive() && !running) {
                        p.destroyForcibly();
                    }
                });
        BufferedReader says = started.inputReader();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.equals("started")) {
                running = true;
                return;
            }
        }
        throw new IOException("OpenSearch did not start: " + Files.readString(home.resolve("stderr")));
    }

    private volatile boolean running;

    /** Ends it as a power cut does. */
    public void kill() {
        running = false;
        process.ifPresent(p -> p.destroyForcibly().onExit().join());
    }

    /** The address of an index that nobody has used. */
    public String url() {
        synchronized (SearchServer.class) {
            return url("hearsay" + ++names);
        }
    }

    public String url(String name) {
        return "http://127.0.0.1:" + port + "/" + name;
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
