package org.hearsay.keep.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The connections to an engine, and its transactions. All that fails comes as a {@link StoreException}, with what to do.
 * A thread has at most one transaction; what it reads and writes within goes through it.
 */
abstract class Connections implements AutoCloseable {
    /** A thread's transaction. */
    static final class Work {
        final Handle handle;
        private boolean doomed;

        Work(Handle handle) {
            this.handle = handle;
        }

        /** The last thing before it is committed. */
        void check() {
            if (doomed) {
                throw new StoreException("a part of a transaction failed, so none of it was kept");
            }
        }
    }

    /** Within a transaction of this thread its own writes are seen, else what was committed. */
    abstract <T> T read(Function<Handle, T> work);

    /** In this thread's transaction, or one of its own. */
    final void write(Consumer<Handle> work) {
        writeAndGet(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** As {@link #write}. */
    abstract <T> T writeAndGet(Function<Handle, T> work);

    /**
     * All of it or nothing. Within a transaction of this thread it is a part of that one. Where the engine may be away for
     * a while, {@code work} is done over when it is back, so it must touch nothing but the store.
     */
    abstract <T> T inTransaction(Supplier<T> work);

    /** For the scheduler, which brings its own transactions. */
    abstract DataSource schedulers();

    /** The clock that all go by who work on this engine. */
    abstract InstantSource clock();

    /** How long the engine has been in reach without a break that others may have noticed. */
    abstract Duration inTouch();

    abstract StoreException inWords(Throwable failure);

    /** Waits for the transaction that runs. */
    @Override
    public abstract void close();

    /** A part that failed may be half done, so whoever catches its failure cannot save the whole. */
    final <T> T join(Work mine, Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            mine.doomed = true;
            if (e instanceof JdbiException) {
                throw inWords(e);
            }
            throw e;
        }
    }

    static void rollBack(Handle handle, Throwable cause) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException e) {
            // A full disk has rolled it back, or the connection is gone and the transaction with it.
            cause.addSuppressed(e);
        }
    }

    /** Opens no connection before one is asked for. */
    static HikariConfig pool(String name, int size, DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** @param patience how long whoever wants a connection waits for it */
    static HikariDataSource opened(HikariConfig config, Duration patience) {
        config.setConnectionTimeout(Math.max(1_000, patience.toMillis()));
        return new HikariDataSource(config);
    }
}
