package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.Feed;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFeedListTest {
    @TempDir
    private Path folder;

    @Test
    void aProcessWithAnotherFeedListSaysSo() {
        try (Store store = SqliteStore.open(folder.resolve("hearsay.db"))) {
            assertThat(Serving.otherList(store, List.of(feed("a"), feed("b")))).isEmpty();
            assertThat(Serving.otherList(store, List.of(feed("b"), feed("a"))))
                    .as("in another order")
                    .isEmpty();
            assertThat(Serving.otherList(store, List.of(feed("a"))))
                    .hasValueSatisfying(words -> assertThat(words).contains("(1 feeds, ", "(2 feeds, "));
            assertThat(Serving.otherList(store, List.of(feed("a")))).isEmpty();
        }
    }

    private static Feed feed(String name) {
        return new Feed(
                PageUrl.of("https://" + name + ".example/feed"), Optional.empty(), Optional.empty(), List.of(), false);
    }
}
