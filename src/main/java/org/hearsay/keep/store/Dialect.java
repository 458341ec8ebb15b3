package org.hearsay.keep.store;

import java.util.Map;

/** What differs between engines, and all that does: the words that the migrations leave open. */
final class Dialect {
    static final Map<String, String> SQLITE = Map.of(
            // AUTOINCREMENT: a number that was given is never given again, which the index queue relies on.
            "number", "INTEGER PRIMARY KEY AUTOINCREMENT",
            "bytes", "BLOB",
            // The table is its primary key's tree, at half the size of a table and an index.
            "packed", "WITHOUT ROWID",
            // The members of a list inside JSON, one a row, in the column "value".
            "texts_at", "json_each");

    private Dialect() {}
}
