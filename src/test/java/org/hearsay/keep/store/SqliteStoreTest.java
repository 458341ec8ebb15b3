package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.stored;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return SqliteStore.open(folder.resolve("hearsay.db"));
    }

    @Test
    void aStoreFromBeforeTopicsGetsThemFromItsFingerprints() throws Exception {
        Path today = folder.resolve("today.db");
        try (Store store = SqliteStore.open(today)) {
            store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
            store.articles().add(stored("b", 1, NOON), fingerprint(Optional.empty(), 2));
            store.watches().save(new Watches.Recipient("a@b.c", java.time.ZoneId.of("UTC"), 7, List.of(), true));
        }
        Path file = folder.resolve("old.db");
        Older.make(file, 2, today);
        try (Store now = SqliteStore.open(file)) {
            assertThat(now.stories().near(article("b"), Set.of("china"), 1, 99, 9))
                    .containsExactly(new Stories.Text(article("a"), 1, false));
            assertThat(now.watches().recipients())
                    .containsExactly(new Watches.Recipient("a@b.c", java.time.ZoneId.of("UTC"), 7, List.of(), true));
        }
    }
}
