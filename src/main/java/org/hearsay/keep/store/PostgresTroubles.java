package org.hearsay.keep.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Puts into words what is wrong with a database, and what to do. The codes are PostgreSQL's, Appendix A of its manual.
 *
 * @param where host, port and name of the database, without user and password
 */
record PostgresTroubles(String where) {
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
                        ? "the database " + where + " cannot be reached (" + said + "): start it, or correct store.url"
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
