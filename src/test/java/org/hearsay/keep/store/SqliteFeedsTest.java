package org.hearsay.keep.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedsTest extends FeedsContract {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return SqliteStore.open(folder.resolve("hearsay.db"));
    }
}
