package org.hearsay.keep.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoriesTest extends StoriesContract {
    private static @Nullable PostgresServer server;

    private @Nullable String url;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Store open() {
        try {
            url = url == null ? server.database() : url;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return PostgresStore.open(url, Optional.empty());
    }
}
