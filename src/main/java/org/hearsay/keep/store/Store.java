package org.hearsay.keep.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * State and its transactions, one small interface a subject. Thread-safe. Every method is a transaction of its own
 * unless it is called inside {@link #inTransaction}; when a method returns, what it wrote survives a power cut.
 * Failures of the disk are {@link StoreException}s.
 */
public interface Store extends AutoCloseable {
    Feeds feeds();

    Pages pages();

    Articles articles();

    Claims claims();

    Stories stories();

    IndexQueue indexQueue();

    Watches watches();

    Deliveries deliveries();

    Corrections corrections();

    Entities entities();

    Deeds deeds();

    /**
     * Runs {@code work} in one transaction: all of it is kept, or, if it throws, nothing. Nested calls join it. It may be
     * run again from its start where the engine was away for a moment, so it touches nothing but the store.
     */
    <T> T inTransaction(Supplier<T> work);

    /** Forgets what can be derived again from the archive: articles, claims, groups, relations, the index queue. */
    void forgetDerived();

    /** Forgets which worker was to do what when, which follows from feeds and entries; for a process that holds the store alone. */
    void forgetTimetable();

    /**
     * Whether other processes may be at work on the same rows. If not, what a process finds half done when it opens the
     * store was left by one that died.
     */
    boolean shared();

    /** The one clock by which everybody goes who works on this store. */
    InstantSource clock();

    /**
     * How long this process has had the store without a break that others may have noticed, since it was opened at most. Of
     * others that were silent meanwhile it knows nothing.
     */
    Duration inTouch();

    /** A small fact about the installation, as whether a rebuild was under way. */
    Optional<String> note(String name);

    void note(String name, String value);

    /** The scheduler's tables live in the same database. */
    DataSource dataSource();

    @Override
    void close();
}
