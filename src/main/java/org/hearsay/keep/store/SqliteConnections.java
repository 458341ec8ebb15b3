package org.hearsay.keep.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to one SQLite file: one that writes, behind a fair lock, several that read beside it (write-ahead log:
 * readers and the writer do not wait for each other), and a pool for the scheduler, which brings its own transactions.
 */
final class SqliteConnections extends Connections {
    private static final int READERS = 4;
    private static final int SCHEDULERS = 4;

    private final Path file;
    private final Connection writing;
    private final Handle writer;
    private final PreparedOnce prepared = new PreparedOnce();
    private final HikariDataSource readers;
    private final HikariDataSource schedulers;
    private final Jdbi reading;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final long opened = System.nanoTime();
    /** The transaction of whoever holds the lock. */
    private @Nullable Work running;

    private volatile boolean closed;

    private SqliteConnections(Path file, Connection writing, HikariDataSource readers, HikariDataSource schedulers) {
        this.file = file;
        this.writing = writing;
        this.writer = Jdbi.create(writing).open().setStatementBuilder(prepared);
        this.readers = readers;
        this.schedulers = schedulers;
        this.reading = Jdbi.create(readers);
    }

    /** Opens the file, which was checked and migrated. */
    static SqliteConnections open(Path file, Duration patience) {
        HikariDataSource readers = null;
        HikariDataSource schedulers = null;
        try {
            readers =
                    pool("hearsay-readers", READERS, source(file, patience, true), patience, "PRAGMA query_only = ON");
            schedulers = pool(
                    "hearsay-timetable",
                    SCHEDULERS,
                    source(file, patience, false),
                    patience,
                    "PRAGMA cache_size = -1024");
            return new SqliteConnections(file, source(file, patience, false).getConnection(), readers, schedulers);
        } catch (SQLException | RuntimeException e) {
            closeQuietly(readers);
            closeQuietly(schedulers);
            throw Troubles.inWords(file, e);
        }
    }

    static SQLiteDataSource source(Path file, Duration patience, boolean onlyReads) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // A commit is on the disk before it is acknowledged, as in no weaker mode.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) patience.toMillis());
        // Negative: in KiB. The writer keeps the upper levels of every index in memory, and there is one of it.
        // What several connections keep they keep several times, and the system has the file's pages too.
        config.setCacheSize(onlyReads ? -8_192 : -32_768);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        if (onlyReads) {
            config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        } else {
            // A transaction that reads first and writes later would fail if another wrote between.
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = onlyReads ? new SQLiteDataSource(config) : seldomCheckpoints(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /**
     * An article changes some four hundred pages, so that the log would be carried over into the file after every second
     * one; each time costs as much as a third of a commit, and what is carried over later is carried once. Sixteen megabytes.
     */
    private static SQLiteDataSource seldomCheckpoints(SQLiteConfig config) {
        return new SQLiteDataSource(config) {
            @Override
            public SQLiteConnection getConnection(@Nullable String user, @Nullable String password)
                    throws SQLException {
                SQLiteConnection connection = super.getConnection(user, password);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA wal_autocheckpoint = 4000");
                }
                return connection;
            }
        };
    }

    private static HikariDataSource pool(
            String name, int size, SQLiteDataSource source, Duration patience, String first) {
        HikariConfig config = pool(name, size, source);
        config.setConnectionInitSql(first);
        // Longer than the engine itself waits for a lock, so that its own reason comes out.
        return opened(config, patience.multipliedBy(3));
    }

    @Override
    DataSource schedulers() {
        return new QueuedDataSource(schedulers, lock);
    }

    @Override
    <T> T read(Function<Handle, T> work) {
        try {
            if (lock.isHeldByCurrentThread()) {
                return work.apply(writer);
            }
            checkOpen();
            try (Handle handle = reading.open()) {
                return work.apply(handle);
            }
        } catch (JdbiException e) {
            throw inWords(e);
        }
    }

    @Override
    <T> T writeAndGet(Function<Handle, T> work) {
        return inTransaction(() -> work.apply(writer));
    }

    @Override
    <T> T inTransaction(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            // Without a transaction it is the scheduler's connection that this thread holds.
            return join(running == null ? new Work(writer) : running, work);
        }
        lock.lock();
        try {
            checkOpen();
            Work begun = new Work(writer);
            running = begun;
            writer.begin();
            T result = work.get();
            begun.check();
            writer.commit();
            return result;
        } catch (Throwable e) {
            rollBack(writer, e);
            prepared.forget(e);
            if (e instanceof JdbiException) {
                throw inWords(e);
            }
            throw e;
        } finally {
            running = null;
            lock.unlock();
        }
    }

    @Override
    Duration inTouch() {
        return Duration.ofNanos(System.nanoTime() - opened);
    }

    @Override
    InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    StoreException inWords(Throwable failure) {
        return Troubles.inWords(file, failure);
    }

    private void checkOpen() {
        if (closed) {
            throw new StoreException("the store " + file + " was closed");
        }
    }

    /** Waits for the transaction that runs. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            readers.close();
            schedulers.close();
            writer.close();
            writing.close();
        } catch (SQLException | JdbiException e) {
            throw Troubles.inWords(file, e);
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
