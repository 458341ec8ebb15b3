package org.hearsay.keep.store;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a store has had every migration of this program and no other, found out in a few milliseconds. Flyway, which
 * migrates, takes a third of a second to come to the same, and that is most of what a search takes.
 */
final class Forms {
    private static final String FOLDER = "db/migration";
    private static final Pattern MIGRATION = Pattern.compile("V([0-9]+)__.*\\.sql");
    /** A store that is held by somebody is left to Flyway, which waits and says what it waits for. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private Forms() {}

    /** {@code false} wherever anything is in doubt. */
    static boolean isNewest(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (Connection connection =
                        SqliteConnections.source(file, PATIENCE, false).getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT version, success FROM flyway_schema_history")) {
            Set<String> had = new TreeSet<>();
            while (rows.next()) {
                if (!rows.getBoolean(2)) {
                    return false;
                }
                had.add(rows.getString(1));
            }
            return !had.isEmpty() && had.equals(ours());
        } catch (SQLException | IOException | URISyntaxException e) {
            return false; // an old or damaged store, or another program's: Flyway says which
        }
    }

    /** The versions of the migrations that lie in this program's jar, or in its folder of classes. */
    static Set<String> ours() throws IOException, URISyntaxException {
        CodeSource source = Forms.class.getProtectionDomain().getCodeSource();
        Path place = Path.of(source.getLocation().toURI());
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.list(place.resolve(FOLDER))) {
                return versions(files.map(path -> path.getFileName().toString()));
            }
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return versions(jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1)));
        }
    }

    private static Set<String> versions(Stream<String> names) {
        Set<String> versions = new TreeSet<>();
        names.map(MIGRATION::matcher).filter(Matcher::matches).forEach(name -> versions.add(name.group(1)));
        return versions;
    }
}
