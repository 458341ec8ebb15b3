package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.index.IndexException;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.index.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasTakenBeforeTheDiskWasFullIsThereAndTheRestFollows() throws Exception {
        try (SmallDisk disk = disk(3)) {
            try (NewsroomRun run = new NewsroomRun(folder)) {
                // What lies in the data folder is the user's to mend.
                assertThat(crawl(run)).isEqualTo(Stop.CONFIGURATION);
                disk.resize(60);
                assertThat(crawl(run)).isIn(Stop.OK, Stop.IN_PART);
            }
            try (Installation whole = Installation.toRead(data())) {
                assertThat(whole.store().articles().count()).isEqualTo(48);
                assertThat(whole.store().indexQueue().size()).isZero();
                // The page that no room was left for was fetched again, and no other.
                assertThat(whole.store().pages().all()).hasSize(48);
                assertThat(whole.store().pages().all())
                        .allSatisfy(kept -> assertThat(
                                        whole.archive().read(kept).page().status())
                                .isEqualTo(200));
            }
        }
    }

    @Test
    void whatNoRoomIsLeftToIndexStaysInTheQueue() throws Exception {
        try (SmallDisk disk = disk(30)) {
            try (NewsroomRun run = new NewsroomRun(folder)) {
                assertThat(crawl(run)).isIn(Stop.OK, Stop.IN_PART);
            }
            try (Installation full = Installation.toWrite(data())) {
                int waiting = full.store().indexQueue().size();
                assertThat(waiting).isZero();
                full.store().indexQueue().addAll();
                disk.fill();
                full.index().clear();
                assertThatThrownBy(() -> full.index().commit())
                        .isInstanceOf(IndexException.class)
                        .hasMessageContaining("make room on its disk");
                assertThat(full.store().indexQueue().size()).isEqualTo(48);
            } catch (IndexException e) {
                // Closing what could not be written says so again.
                assertThat(e).hasMessageContaining("disk");
            }
            disk.free();
            try (NewsroomRun run = new NewsroomRun(folder)) {
                assertThat(crawl(run)).isIn(Stop.OK, Stop.IN_PART);
            }
            try (Installation whole = Installation.toRead(data())) {
                assertThat(whole.store().indexQueue().size()).isZero();
                assertThat(whole.index().count(SearchRequest.In.ARTICLES))
                        .isEqualTo(whole.store().articles().count());
            }
        }
    }

    private DataFolder data() {
        return DataFolder.at(Optional.of(folder.resolve("disk/data")), Map.of());
    }

    private SmallDisk disk(int megabytes) throws IOException {
        return SmallDisk.at(Files.createDirectories(folder.resolve("disk")), megabytes);
    }

    private int crawl(NewsroomRun run) {
        List<String> words = new ArrayList<>(List.of("crawl", "--feeds", run.feeds.toString()));
        words.addAll(List.of("--data", data().path().toString()));
        for (String set : List.of("reader=light", "fetch.allow=127.0.0.0/8", "fetch.delay=0ms", "poll.backoff=1ms")) {
            words.addAll(List.of("--set", set));
        }
        return Main.run(words.toArray(String[]::new));
    }
}
