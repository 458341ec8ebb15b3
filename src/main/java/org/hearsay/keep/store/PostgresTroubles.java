package org.hearsay.keep.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into words what is wrong with a database, and what to do; tells what passes from what does not. The codes are PostgreSQL's, Appendix A of its manual.
 */
final class PostgresTroubles {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresTroubles.class);

    private final String where;
    private final AtomicBoolean said = new AtomicBoolean();

    /** @param where host, port and name of the database, without user and password */
    PostgresTroubles(String where) {
        this.where = where;
    }

    String where() {
        return where;
    }

    /** Whether the same, done again in a moment, may go well: the server is away, or had to choose between two. */
    boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (passes(sql) || sql.getNextException() != null && passes(sql.getNextException()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || switch (state) {
                    // stopped by its operator, crashed, starting; too many connections; deadlock, serialization;
                    // silent in the middle of a transaction
                    case "57P01", "57P02", "57P03", "53300", "40P01", "40001", "25P03" -> true;
                    default -> false;
                };
    }

    /** Says once that the server is waited for, however many threads do. */
    void began(Throwable failure) {
        if (!said.getAndSet(true)) {
            LOG.warn(
                    "waiting for database={} because={}",
                    where,
                    inWords(failure).getMessage());
        }
    }

    /** @param since {@link System#nanoTime} when this thread's waiting began */
    void over(long since) {
        if (said.getAndSet(false)) {
            LOG.info("went on with database={} after ms={}", where, (System.nanoTime() - since) / 1_000_000);
        }
    }

    /** Any failure as ours. */
    StoreException inWords(Throwable failure) {
        SQLException last = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException ours) {
                return ours;
            }
            if (cause instanceof SQLException sql && (last == null || sql.getSQLState() != null)) {
                last = sql;
            }
        }
        String state = last == null ? "" : String.valueOf(last.getSQLState());
        return new StoreException(words(state, last == null ? failure : last), failure);
    }

    private String words(String state, Throwable failure) {
        String said = String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replaceFirst("^(FATAL|ERROR): ", "");
        return switch (state) {
            case "28P01", "28000" ->
                "the database " + where + " refuses the user or the password (" + said
                        + "): correct store.url, or the user and password in the environment";
            case "3D000" -> "there is no database " + where + ": make it with \"" + create() + "\"";
            case "53100" -> "the disk of the database " + where + " is full: make room, then start again";
            case "53300" ->
                "the database " + where + " has no room for another connection: raise max_connections, or run fewer"
                        + " processes";
            case "42501" ->
                "the user may not write to the database " + where
                        + ": make him its owner (ALTER DATABASE … OWNER TO …)";
            case "57P01", "57P02", "57P03" -> "the database " + where + " was stopped: start it again";
            default ->
                state.startsWith("08") || failure instanceof SQLTransientConnectionException
                        ? "the database " + where + " cannot be reached (" + said
                                + "): start it, see to the network between, or correct store.url"
                        : "the database " + where + " failed: " + said;
        };
    }

    StoreException newer(String version) {
        return new StoreException("the database " + where + " was written by a newer Hearsay (its form is " + version
                + "): use that one, or another database");
    }

    /** @param version as the server says it */
    StoreException tooOld(String version) {
        return new StoreException("the database " + where + " is PostgreSQL " + version + ", and "
                + PostgresStore.OLDEST + " or newer is needed: upgrade it");
    }

    /** Texts must compare as they do everywhere else in the program. */
    StoreException otherOrder(String collation, String encoding) {
        return new StoreException("the database " + where + " is in " + encoding + " and sorts by " + collation
                + ", and UTF8 and C are needed: make another with \"" + create() + "\"");
    }

    private static String create() {
        return "CREATE DATABASE hearsay TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'";
    }
}
