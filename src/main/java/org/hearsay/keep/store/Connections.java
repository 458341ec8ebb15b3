package org.hearsay.keep.store;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * The connections to an engine, and its transactions. All that fails comes as a {@link StoreException}, with what to do.
 * A thread has at most one transaction; what it reads and writes within goes through it.
 */
interface Connections extends AutoCloseable {
    /** Within a transaction of this thread its own writes are seen, else what was committed. */
    <T> T read(Function<Handle, T> work);

    /** In this thread's transaction, or one of its own. */
    void write(Consumer<Handle> work);

    /** As {@link #write}. */
    <T> T writeAndGet(Function<Handle, T> work);

    /** All of it or nothing. Within a transaction of this thread it is a part of that one. */
    <T> T inTransaction(Supplier<T> work);

    /** For the scheduler, which brings its own transactions. */
    DataSource schedulers();

    /** Waits for the transaction that runs. */
    @Override
    void close();
}
