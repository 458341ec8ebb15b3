package org.hearsay.keep.store;

import java.sql.SQLException;
import java.sql.Statement;

/** Takes migrations back by hand, so that a test can try those before them again. */
final class Older {
    private Older() {}

    static void beforeReaders(Statement sql) throws SQLException {
        sql.execute("DROP TABLE index_queue");
        sql.execute("DROP TABLE index_readers");
        sql.execute("DROP TABLE scheduled_letters");
        sql.execute(
                "CREATE TABLE index_queue (number INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL UNIQUE)");
    }
}
