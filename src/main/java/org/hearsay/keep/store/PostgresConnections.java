package org.hearsay.keep.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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
 *
 * <p>While the server is away everybody waits for it, as long as the patience lasts. What was cut off is done over when it
 * is back; where the word that it was committed got lost, the server is asked whether it was, so that nothing is done
 * twice. A server that says nothing is soon taken for away ({@link Pulse}); it ends the transaction of a process that it
 * hears nothing of, or nobody else would get his turn.
 */
final class PostgresConnections extends Connections {
    private static final int AT_ONCE = 12;
    private static final int SCHEDULERS = 4;
    /** Any number, as long as it is the same in every process: the first eight letters of the program's name. */
    private static final long WRITING = 0x68656172_73617900L;

    private static final long PRESENT = WRITING + 1;
    /** How long a thread waits for a connection before it says that the server is away, and waits on. */
    private static final Duration NOTICED = Duration.ofSeconds(10);
    /** Between two looks whether a server is back. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final PostgresTroubles troubles;
    private final Duration patience;
    private final HikariDataSource pool;
    private final HikariDataSource schedulers;
    private final Jdbi jdbi;
    private final Presence presence;
    private final DatabaseClock clock;
    private final Pulse pulse;

    /** Of this process one waits for its turn among all, so that the others' connections are free for what needs none. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final ThreadLocal<@Nullable Work> current = new ThreadLocal<>();

    /** PostgreSQL keeps no NUL in a text. HTML has none (it is no character of it); what a server or a script says may. */
    static String kept(String text) {
        return text.replace('\0', '\ufffd');
    }

    private static final class WithoutNul extends AbstractArgumentFactory<String> {
        WithoutNul() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String text, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, kept(text));
        }
    }

    private PostgresConnections(
            PostgresTroubles troubles,
            Duration patience,
            HikariDataSource pool,
            HikariDataSource schedulers,
            Supplier<Pulse> pulse) {
        this.troubles = troubles;
        this.patience = patience;
        this.pool = pool;
        this.schedulers = schedulers;
        this.jdbi = Jdbi.create(pool).registerArgument(new WithoutNul());
        this.presence = new Presence(this::connected, PRESENT);
        try {
            this.clock = untilDone(() -> {
                try (Handle handle = jdbi.open()) {
                    return new DatabaseClock(handle);
                }
            });
        } catch (JdbiException e) {
            pool.close();
            schedulers.close();
            throw troubles.inWords(e);
        }
        this.pulse = pulse.get();
    }

    /**
     * To a database that was migrated.
     *
     * @param patience how long a server that is away is waited for
     * @param silence how long one that is there may say nothing
     */
    static PostgresConnections open(Lines source, Duration patience, Duration silence, PostgresTroubles troubles) {
        HikariConfig store = pool("hearsay-store", AT_ONCE, source);
        HikariConfig timetable = pool("hearsay-timetable", SCHEDULERS, source);
        store.setConnectionInitSql(manners(silence));
        timetable.setConnectionInitSql(manners(silence));
        return new PostgresConnections(
                troubles,
                patience,
                opened(store, patience.compareTo(NOTICED) < 0 ? patience : NOTICED),
                opened(timetable, patience),
                () -> Pulse.of(source, troubles.where(), silence));
    }

    /** How long the server is to wait for us: twice as long as we for it, so that it gives up last. */
    private static String manners(Duration silence) {
        long millis = silence.multipliedBy(2).toMillis();
        long seconds = Math.max(1, silence.toSeconds());
        return "SET idle_in_transaction_session_timeout = " + millis + "; SET tcp_user_timeout = " + millis
                + "; SET tcp_keepalives_idle = " + seconds + "; SET tcp_keepalives_interval = "
                + Math.max(1, seconds / 3) + "; SET tcp_keepalives_count = 3";
    }

    @Override
    Duration inTouch() {
        return pulse.inTouch();
    }

    @Override
    DataSource schedulers() {
        return schedulers;
    }

    @Override
    InstantSource clock() {
        return clock;
    }

    @Override
    StoreException inWords(Throwable failure) {
        return troubles.inWords(failure);
    }

    @Override
    <T> T read(Function<Handle, T> work) {
        Work mine = current.get();
        try {
            if (mine != null) {
                return work.apply(mine.handle);
            }
            return untilDone(() -> {
                try (Handle handle = connected()) {
                    return work.apply(handle);
                }
            });
        } catch (JdbiException e) {
            throw inWords(e);
        }
    }

    private Handle connected() {
        if (pool.isClosed()) {
            throw new StoreException("the database " + troubles.where() + " was closed");
        }
        Handle handle = jdbi.open();
        if (clock.isOld()) {
            clock.ask(handle);
        }
        return handle;
    }

    @Override
    <T> T writeAndGet(Function<Handle, T> work) {
        return transact(false, work);
    }

    @Override
    <T> T inTransaction(Supplier<T> work) {
        return transact(true, handle -> work.get());
    }

    private <T> T transact(boolean inTurn, Function<Handle, T> work) {
        Work mine = current.get();
        if (mine != null) {
            return join(mine, () -> work.apply(mine.handle));
        }
        try {
            if (inTurn) {
                turn.lock();
            }
            try {
                return untilDone(new Transaction<>(inTurn, work));
            } finally {
                if (inTurn) {
                    turn.unlock();
                }
            }
        } catch (JdbiException e) {
            throw inWords(e);
        }
    }

    /** One that may be begun more than once, and is committed once. */
    private final class Transaction<T> implements Supplier<T> {
        private final boolean inTurn;
        private final Function<Handle, T> work;
        /** The server's number of one whose commit was asked for, and what came of it. */
        private Optional<String> number = Optional.empty();

        private Optional<Came<T>> result = Optional.empty();

        Transaction(boolean inTurn, Function<Handle, T> work) {
            this.inTurn = inTurn;
            this.work = work;
        }

        @Override
        public T get() {
            if (number.isPresent() && wasCommitted(number.get())) {
                return result.orElseThrow().value();
            }
            try (Handle handle = connected()) {
                Work begun = new Work(handle);
                current.set(begun);
                try {
                    return run(begun);
                } catch (Throwable e) {
                    rollBack(handle, e);
                    throw e;
                } finally {
                    current.remove();
                }
            }
        }

        private T run(Work begun) {
            Handle handle = begun.handle;
            number = Optional.empty();
            handle.begin();
            if (inTurn) {
                handle.execute("SELECT pg_advisory_xact_lock(?)", WRITING);
            }
            T done = work.apply(handle);
            begun.check();
            String mine = handle.createQuery("SELECT pg_current_xact_id()::text")
                    .mapTo(String.class)
                    .one();
            result = Optional.of(new Came<>(done));
            number = Optional.of(mine);
            handle.commit();
            return done;
        }
    }

    /** What a transaction came to. */
    private record Came<T>(T value) {}

    private boolean wasCommitted(String number) {
        while (true) {
            String state;
            try (Handle handle = connected()) {
                state = handle.createQuery("SELECT coalesce(pg_xact_status(?::xid8), 'forgotten')")
                        .bind(0, number)
                        .mapTo(String.class)
                        .one();
            }
            switch (state) {
                case "committed" -> {
                    return true;
                }
                case "aborted" -> {
                    return false;
                }
                case "in progress" -> pause(); // the server has not noticed yet that we were cut off
                default ->
                    throw new StoreException("the database " + troubles.where()
                            + " cannot say whether a transaction was committed: start again");
            }
        }
    }

    /** Does {@code work} over for as long as the server is away. */
    private <T> T untilDone(Supplier<T> work) {
        long since = 0;
        while (true) {
            try {
                if (since != 0 && !presence.renew()) {
                    if (System.nanoTime() - since > patience.toNanos()) {
                        throw new StoreException("another Hearsay took the database " + troubles.where()
                                + " for itself while it could not be reached: end that one first");
                    }
                    // It may be we ourselves, on a connection of which the server has not heard that it is gone.
                    pause();
                    continue;
                }
                T result = work.get();
                if (since != 0) {
                    troubles.over(since);
                }
                return result;
            } catch (RuntimeException e) {
                long now = System.nanoTime();
                if (since == 0) {
                    since = now;
                }
                if (!troubles.passes(e) || pool.isClosed() || now - since > patience.toNanos()) {
                    throw e;
                }
                troubles.began(e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the database was waited for", e);
        }
    }

    /**
     * Takes the database for this process, until it is closed or the process ends in whatever way.
     *
     * @return whether nobody stands against it
     */
    boolean take(Presence.Kind kind) {
        return untilDone(() -> presence.take(kind));
    }

    @Override
    public void close() {
        try {
            if (!pool.isClosed()) {
                presence.close();
            }
        } finally {
            pulse.close();
            // Waits until this thread's and every other's transaction has ended, for a moment.
            pool.close();
            schedulers.close();
        }
    }
}
