package org.hearsay.keep.index;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LuceneHitsTest extends HitsContract {
    @TempDir
    Path folder;

    @Override
    protected ClaimIndex open() {
        return LuceneIndex.open(folder);
    }
}
