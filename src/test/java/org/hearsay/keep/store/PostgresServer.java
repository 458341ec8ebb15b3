package org.hearsay.keep.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of Debian's package on a free port of loopback, in a temporary folder, as a user of its own where the
 * tests run as root (the server refuses root).
 */
public final class PostgresServer implements AutoCloseable {
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "nobody";

    private final Path bin;
    private final Path folder;
    private final int port;
    private int databases;

    private PostgresServer(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** Starts one; without the package the test that asks is skipped. */
    public static PostgresServer start() throws IOException, InterruptedException {
        Optional<Path> bin = bin();
        assumeTrue(bin.isPresent(), "PostgreSQL is not installed here (Debian: apt-get install postgresql)");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("hearsay-postgres");
        if (isRoot()) {
            run(List.of("chown", OWNER, folder.toString()));
        }
        PostgresServer server = new PostgresServer(bin.get(), folder, port);
        server.asOwner("initdb", "-D", server.data(), "-U", "hearsay", "-A", "trust", "-E", "UTF8", "--locale=C");
        server.up();
        return server;
    }

    private static Optional<Path> bin() throws IOException {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** Starts it again after {@link #down}, with what it held. */
    public void up() throws IOException, InterruptedException {
        asOwner(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                // Nobody cuts the power in these tests, and without forcing each commit they take a tenth of the time.
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
                "start");
    }

    /** Stops it as a machine does that is shut down: connections are cut. */
    public void down() throws IOException, InterruptedException {
        asOwner("pg_ctl", "-D", data(), "-w", "-m", "fast", "stop");
    }

    /** A database that nobody has used. @return its address for the driver */
    public String database() throws SQLException {
        String name = "hearsay" + ++databases;
        execute("CREATE DATABASE " + name);
        return url(name);
    }

    /** The address of a database as a process sees it that reaches this server over a wire. */
    public String over(Wire wire, String url) {
        return url.replace(":" + port + "/", ":" + wire.port() + "/");
    }

    public int port() {
        return port;
    }

    /** Lets this user in with a password only. */
    void askForPasswords(String user) throws IOException, SQLException {
        Path rules = folder.resolve("data/pg_hba.conf");
        Files.writeString(rules, "host all " + user + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        execute("SELECT pg_reload_conf()");
    }

    /** One that is a copy of another. @return its address for the driver */
    String database(String name, String pattern) throws SQLException {
        execute("CREATE DATABASE " + name + " TEMPLATE " + pattern);
        return url(name);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=hearsay";
    }

    void execute(String command) throws SQLException {
        execute(url("postgres"), command);
    }

    void execute(String url, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute(command);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // What it holds is thrown away, so it need not be put in order.
        asOwner("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
        run(List.of("rm", "-rf", folder.toString()));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void asOwner(String program, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", OWNER, "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(args));
        run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path says = Files.createTempFile("postgres", ".txt");
        try {
            // To a file and not through a pipe, which the server would inherit and keep open.
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(says.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + ": " + Files.readString(says, UTF_8));
            }
        } finally {
            Files.deleteIfExists(says);
        }
    }
}
