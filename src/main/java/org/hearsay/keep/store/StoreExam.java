package org.hearsay.keep.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.archive.Kept;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A look at the store in one SQLite file that neither makes nor changes anything there, whatever state it is in, and
 * whether or not another process writes it. For one thread. All of it is seen as of one moment, that of opening.
 *
 * <pre>{@code
 * try (StoreExam exam = StoreExam.open(data.resolve("hearsay.db"))) {
 *     exam.damages().forEach(System.err::println);
 * }
 * }</pre>
 *
 * <p>Every method throws {@link StoreException} where the file cannot be read, with what to do.
 */
public final class StoreExam implements AutoCloseable {
    /** A reader waits only while the log is begun anew. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The first damages say what there is to do; the rest only that there are more. */
    private static final int MOST_DAMAGES = 5;

    private final Path file;
    private final Handle handle;

    private StoreExam(Path file, Handle handle) {
        this.file = file;
        this.handle = handle;
    }

    /** Opens a file that must exist. @throws StoreException if it is no store, or cannot be read */
    public static StoreExam open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("there is no store " + file);
        }
        Troubles.checkHeader(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        SQLiteDataSource source = new SQLiteDataSource(config);
        // A store that was closed well has no log, and to open it in the usual way would begin one.
        boolean closedWell = !Files.exists(Path.of(file + "-wal"));
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri() + (closedWell ? "?immutable=1" : ""));
        try {
            Handle handle = Jdbi.create(source).open();
            StoreExam exam = new StoreExam(file, handle);
            exam.ask(h -> h.execute("BEGIN"));
            return exam;
        } catch (JdbiException e) {
            throw Troubles.inWords(file, e);
        }
    }

    /** The form of the store that this program writes. */
    public static int newestForm() {
        MigrationInfo[] all = Flyway.configure()
                .dataSource("jdbc:sqlite::memory:", "", "")
                .locations("classpath:db/migration")
                .placeholders(Dialect.SQLITE)
                .load()
                .info()
                .all();
        return Integer.parseInt(all[all.length - 1].getVersion().getVersion());
    }

    /** The form in which the store was written last; empty if nothing ever was. */
    public Optional<Integer> form() {
        boolean begun = 0
                < number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'flyway_schema_history'");
        if (!begun) {
            return Optional.empty();
        }
        return ask(h -> h.createQuery("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success")
                .mapTo(Integer.class)
                .findOne());
    }

    /** What the engine finds wrong with the file, and rows that point to none; reads all of it. */
    public List<String> damages() {
        List<String> found = new ArrayList<>(ask(h -> h.createQuery("PRAGMA integrity_check(" + MOST_DAMAGES + ")")
                .mapTo(String.class)
                .list()));
        found.remove("ok");
        ask(h -> h.createQuery("PRAGMA foreign_key_check")
                        .map((row, context) ->
                                "a row of " + row.getString(1) + " points to none of " + row.getString(3))
                        .list())
                .stream()
                .distinct()
                .forEach(found::add);
        return found.stream().limit(MOST_DAMAGES).toList();
    }

    public int articles() {
        return number("SELECT count(*) FROM articles");
    }

    /** Claims that stand, which are those that the index has. */
    public int claims() {
        return number("SELECT count(*) FROM claims WHERE state = 'CURRENT'");
    }

    /** Articles that the index does not know yet in their present state. */
    public int queued() {
        return number("SELECT count(*) FROM index_queue");
    }

    /** Pages whose archive file was not dropped. */
    public int pages() {
        return number("SELECT count(*) FROM pages WHERE " + thereStill());
    }

    /** Ids of articles that wait for nothing, spread over all of them; at most {@code most}. */
    public List<String> someArticles(int most) {
        int step = Math.max(1, articles() / most);
        return ask(h -> h.createQuery("""
                        SELECT article FROM articles
                        WHERE number % ? = 0 AND article NOT IN (SELECT article FROM index_queue) LIMIT ?
                        """)
                .bind(0, step)
                .bind(1, most)
                .mapTo(String.class)
                .list());
    }

    /** Where pages lie: the newest, and others spread over all of them; at most {@code most}. */
    public List<Kept> somePages(int most) {
        int step = Math.max(1, pages() / most);
        return ask(h -> h.createQuery("""
                        SELECT file, start, length FROM pages
                        WHERE (number % ? = 0 OR number = (SELECT max(number) FROM pages)) AND
                        """ + thereStill() + " ORDER BY number DESC LIMIT ?")
                .bind(0, step)
                .bind(1, most)
                .map((row, context) -> new Kept(row.getString(1), row.getLong(2), row.getLong(3)))
                .list());
    }

    /** Every file of the archive that a page lies in, as the place of the last page in it. */
    public List<Kept> lastPages() {
        return ask(h -> h.createQuery("SELECT file, max(start), length FROM pages WHERE " + thereStill()
                        + " GROUP BY file ORDER BY file")
                .map((row, context) -> new Kept(row.getString(1), row.getLong(2), row.getLong(3)))
                .list());
    }

    /** How many pages lie in this file of the archive. */
    public int pagesIn(String archiveFile) {
        return ask(h -> h.createQuery("SELECT count(*) FROM pages WHERE file = ?")
                .bind(0, archiveFile)
                .mapTo(Integer.class)
                .one());
    }

    public List<FeedState> feeds() {
        return ask(h -> h.createQuery("SELECT state FROM feeds ORDER BY feed")
                .map((row, context) -> Values.read(row.getString(1), FeedState.class))
                .list());
    }

    /** When the last page was fetched, by the clock of that time. */
    public Optional<Instant> lastPage() {
        return ask(h -> h.createQuery("SELECT max(fetched) FROM pages WHERE fetched IS NOT NULL HAVING count(*) > 0")
                .map((row, context) -> Times.instant(row.getLong(1)))
                .findOne());
    }

    /**
     * Writes the store as it is now into a new file, compactly, and forces it to the disk.
     *
     * @throws StoreException if that file exists, or cannot be written
     */
    public void copyTo(Path target) {
        ask(h -> h.execute("COMMIT"));
        ask(h -> h.createUpdate("VACUUM INTO ?")
                .bind(0, target.toAbsolutePath().toString())
                .execute());
        try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
            written.force(true);
        } catch (IOException e) {
            throw new StoreException("the copy " + target + " of the store cannot be forced to the disk", e);
        } finally {
            ask(h -> h.execute("BEGIN"));
        }
    }

    @Override
    public void close() {
        handle.close();
    }

    /** A store of before form 10 knows of no file that was dropped. */
    private String thereStill() {
        return form().orElse(0) < 10 ? "TRUE" : "dropped IS NULL";
    }

    private int number(String sql) {
        return ask(h -> h.createQuery(sql).mapTo(Integer.class).one());
    }

    private <T> T ask(Function<Handle, T> question) {
        try {
            return question.apply(handle);
        } catch (JdbiException e) {
            throw Troubles.inWords(file, e);
        }
    }
}
