package org.hearsay.keep.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL for a test class, started before it and stopped after it; without the package the class is skipped. */
final class PostgresDatabases implements BeforeAllCallback, AfterAllCallback {
    private @Nullable PostgresServer server;
    private boolean made;
    private int databases;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server = PostgresServer.start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    PostgresServer server() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }

    /** A database with the tables of this program and nothing in them. */
    String fresh() {
        try {
            if (!made) {
                PostgresStore.open(server().database("pattern", "template0"), Optional.empty())
                        .close();
                made = true;
            }
            return server().database("test" + ++databases, "pattern");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A store in a fresh one, with somebody who reads its index queue, as who searches does. */
    Store store() {
        Store store = PostgresStore.open(fresh(), Optional.empty());
        store.indexQueue().enrol("test");
        return store;
    }
}
