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

    static final Map<String, String> POSTGRES = Map.of(
            "number", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
            "bytes", "BYTEA",
            "packed", "",
            // A function of ours with the same column, gone when the migration is over.
            "texts_at", "pg_temp.json_texts_at");

    /** What PostgreSQL lacks, made at the start of each connection that migrates. */
    static final String POSTGRES_FUNCTIONS = """
        CREATE OR REPLACE FUNCTION pg_temp.json_texts_at(document TEXT, path TEXT) RETURNS TABLE (value JSONB)
        LANGUAGE sql IMMUTABLE AS
        'SELECT jsonb_path_query(document::jsonb, (path || ''[*]'')::jsonpath)'
        """;

    private Dialect() {}
}
