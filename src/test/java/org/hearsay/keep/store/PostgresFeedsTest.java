package org.hearsay.keep.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFeedsTest extends FeedsContract {
    @RegisterExtension
    static final PostgresDatabases DATABASES = new PostgresDatabases();

    @Override
    Store open() {
        return DATABASES.store();
    }
}
