package org.hearsay.keep.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEntitiesTest extends EntitiesContract {
    @RegisterExtension
    static final PostgresDatabases DATABASES = new PostgresDatabases();

    private @Nullable String url;

    @Override
    Store open() {
        url = url == null ? DATABASES.fresh() : url;
        Store store = PostgresStore.open(url, Optional.empty());
        // As who searches does.
        store.indexQueue().enrol("test");
        return store;
    }
}
