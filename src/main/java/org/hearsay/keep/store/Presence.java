package org.hearsay.keep.store;

import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * How a process has a PostgreSQL database: beside others, or alone. It is an advisory lock of one connection, so it ends
 * with the process in whatever way, and with the connection; then it is taken anew.
 */
final class Presence implements AutoCloseable {
    /** How it is had. */
    enum Kind {
        BESIDE_OTHERS("pg_try_advisory_lock_shared", "pg_advisory_unlock_shared"),
        ALONE("pg_try_advisory_lock", "pg_advisory_unlock");

        private final String take;
        private final String give;

        Kind(String take, String give) {
            this.take = take;
            this.give = give;
        }
    }

    private final Supplier<Handle> opener;
    private final long lock;
    private @Nullable Handle handle;
    private @Nullable Kind kind;

    /** @param lock its number, the same in every process */
    Presence(Supplier<Handle> opener, long lock) {
        this.opener = opener;
        this.lock = lock;
    }

    /**
     * Takes the database, in place of how it was had before.
     *
     * @return false if others stand against it; then it is had as before
     */
    synchronized boolean take(Kind wanted) {
        if (!locked(wanted)) {
            return false;
        }
        if (kind != null && kind != wanted) {
            unlock(kind);
        }
        kind = wanted;
        return true;
    }

    /** Takes the lock again if its connection is gone. @return false if somebody else has taken the database meanwhile */
    synchronized boolean renew() {
        if (kind == null || isWell()) {
            return true;
        }
        forget();
        return locked(kind);
    }

    private boolean locked(Kind wanted) {
        Handle open = handle;
        if (open == null) {
            open = opener.get();
            handle = open;
        }
        return ask(open, wanted.take);
    }

    private void unlock(Kind had) {
        if (handle != null) {
            var unused = ask(handle, had.give);
        }
    }

    private boolean ask(Handle open, String function) {
        return open.createQuery("SELECT " + function + "(?)")
                .bind(0, lock)
                .mapTo(Boolean.class)
                .one();
    }

    private boolean isWell() {
        try {
            return handle != null
                    && handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1;
        } catch (JdbiException e) {
            return false;
        }
    }

    private void forget() {
        if (handle != null) {
            handle.close();
            handle = null;
        }
    }

    /** The server lets go of the lock when the connection is closed; the pool must not keep it open for another use. */
    @Override
    public synchronized void close() {
        Kind had = kind;
        kind = null;
        try {
            if (had != null) {
                unlock(had);
            }
        } catch (JdbiException e) {
            // The server is gone, and the lock with the connection.
        } finally {
            forget();
        }
    }
}
