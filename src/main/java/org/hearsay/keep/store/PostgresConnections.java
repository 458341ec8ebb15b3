package org.hearsay.keep.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Types;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one PostgreSQL database, which many processes share.
 *
 * <p>What runs {@link #inTransaction} decides by what it reads (whether there is such a group, such a row), so in the whole
 * installation one such transaction runs at a time, by an advisory lock that ends with it. Single statements need none.
 * While the server is away, whoever begins something waits for it as long as the patience lasts; what had begun fails.
 */
final class PostgresConnections implements Connections {
    private static final int AT_ONCE = 12;
    private static final int SCHEDULERS = 4;
    /** Any number, as long as it is the same in every process: the first eight letters of the program's name. */
    private static final long WRITING = 0x68656172_73617900L;

    private static final long ALONE = WRITING + 1;

    private final PostgresTroubles troubles;
    private final HikariDataSource pool;
    private final HikariDataSource schedulers;
    private final Jdbi jdbi;
    /** Holds a lock for as long as it is open. */
    private @Nullable Handle alone;

    private final ThreadLocal<@Nullable Work> current = new ThreadLocal<>();

    /** A thread's transaction. */
    private static final class Work {
        final Handle handle;
        boolean doomed;

        Work(Handle handle) {
            this.handle = handle;
        }
    }

    /** PostgreSQL keeps no NUL in a text. Pages have none (it is no character of HTML); what a server says may. */
    private static final class WithoutNul extends AbstractArgumentFactory<String> {
        WithoutNul() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String text, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, text.replace('\0', '\ufffd'));
        }
    }

    private PostgresConnections(PostgresTroubles troubles, HikariDataSource pool, HikariDataSource schedulers) {
        this.troubles = troubles;
        this.pool = pool;
        this.schedulers = schedulers;
        this.jdbi = Jdbi.create(pool).registerArgument(new WithoutNul());
    }

    /** To a database that was migrated. */
    static PostgresConnections open(DataSource source, Duration patience, PostgresTroubles troubles) {
        return new PostgresConnections(
                troubles,
                pool("hearsay-store", AT_ONCE, source, patience),
                pool("hearsay-timetable", SCHEDULERS, source, patience));
    }

    private static HikariDataSource pool(String name, int size, DataSource source, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(Math.max(1_000, patience.toMillis()));
        return new HikariDataSource(config);
    }

    @Override
    public DataSource schedulers() {
        return schedulers;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        Work mine = current.get();
        try {
            if (mine != null) {
                return work.apply(mine.handle);
            }
            try (Handle handle = opened()) {
                return work.apply(handle);
            }
        } catch (JdbiException e) {
            throw troubles.inWords(e);
        }
    }

    private Handle opened() {
        if (pool.isClosed()) {
            throw new StoreException("the database " + troubles.where() + " was closed");
        }
        return jdbi.open();
    }

    @Override
    public void write(Consumer<Handle> work) {
        writeAndGet(handle -> {
            work.accept(handle);
            return true;
        });
    }

    @Override
    public <T> T writeAndGet(Function<Handle, T> work) {
        return transact(false, work);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transact(true, handle -> work.get());
    }

    private <T> T transact(boolean alone, Function<Handle, T> work) {
        Work mine = current.get();
        if (mine != null) {
            return join(mine, work);
        }
        try (Handle handle = opened()) {
            Work begun = new Work(handle);
            current.set(begun);
            try {
                handle.begin();
                if (alone) {
                    handle.execute("SELECT pg_advisory_xact_lock(?)", WRITING);
                }
                T result = work.apply(handle);
                if (begun.doomed) {
                    throw new StoreException("a part of a transaction failed, so none of it was kept");
                }
                handle.commit();
                return result;
            } catch (Throwable e) {
                rollBack(handle, e);
                throw e;
            } finally {
                current.remove();
            }
        } catch (JdbiException e) {
            throw troubles.inWords(e);
        }
    }

    /** A part that failed may be half done, so whoever catches its failure cannot save the whole. */
    private <T> T join(Work mine, Function<Handle, T> work) {
        try {
            return work.apply(mine.handle);
        } catch (Throwable e) {
            mine.doomed = true;
            if (e instanceof JdbiException) {
                throw troubles.inWords(e);
            }
            throw e;
        }
    }

    private static void rollBack(Handle handle, Throwable cause) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException e) {
            cause.addSuppressed(e); // the connection is gone, and the transaction with it
        }
    }

    /** @return whether no other process has the database */
    synchronized boolean takeAlone() {
        try {
            if (alone == null) {
                alone = opened();
            }
            return alone.createQuery("SELECT pg_try_advisory_lock(?)")
                    .bind(0, ALONE)
                    .mapTo(Boolean.class)
                    .one();
        } catch (JdbiException e) {
            throw troubles.inWords(e);
        }
    }

    @Override
    public synchronized void close() {
        if (alone != null) {
            alone.execute("SELECT pg_advisory_unlock_all()");
            alone.close();
            alone = null;
        }
        // Waits until this thread's and every other's transaction has ended, for a moment.
        pool.close();
        schedulers.close();
    }
}
