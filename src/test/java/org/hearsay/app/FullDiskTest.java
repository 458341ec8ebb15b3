package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hearsay.keep.index.IndexException;
import org.hearsay.keep.index.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, a real one: a few megabytes of memory, mounted. */
class FullDiskTest {
    @TempDir
    private Path folder;

    private Path disk;

    @Test
    void whatWasTakenBeforeTheDiskWasFullIsThereAndTheRestFollows() throws Exception {
        mount("3m");
        try (NewsroomRun run = new NewsroomRun(folder)) {
            // What lies in the data folder is the user's to mend.
            assertThat(crawl(run)).isEqualTo(Stop.CONFIGURATION);
            mount("60m");
            assertThat(crawl(run)).isIn(Stop.OK, Stop.IN_PART);
        }
        try (Installation whole = Installation.toRead(data())) {
            assertThat(whole.store().articles().count()).isEqualTo(48);
            assertThat(whole.store().indexQueue().size()).isZero();
            // The page that no room was left for was fetched again, and no other.
            assertThat(whole.store().pages().all()).hasSize(48);
            assertThat(whole.store().pages().all())
                    .allSatisfy(
                            kept -> assertThat(whole.archive().read(kept).page().status())
                                    .isEqualTo(200));
        }
    }

    @Test
    void whatNoRoomIsLeftToIndexStaysInTheQueue() throws Exception {
        mount("30m");
        try (NewsroomRun run = new NewsroomRun(folder)) {
            assertThat(crawl(run)).isIn(Stop.OK, Stop.IN_PART);
        }
        try (Installation full = Installation.toWrite(data())) {
            int waiting = full.store().indexQueue().size();
            assertThat(waiting).isZero();
            full.store().indexQueue().addAll();
            fill();
            full.index().clear();
            assertThatThrownBy(() -> full.index().commit())
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("make room on its disk");
            assertThat(full.store().indexQueue().size()).isEqualTo(48);
        } catch (IndexException e) {
            // Closing what could not be written says so again.
            assertThat(e).hasMessageContaining("disk");
        }
        Files.delete(disk.resolve("ballast"));
        try (NewsroomRun run = new NewsroomRun(folder)) {
            assertThat(crawl(run)).isIn(Stop.OK, Stop.IN_PART);
        }
        try (Installation whole = Installation.toRead(data())) {
            assertThat(whole.store().indexQueue().size()).isZero();
            assertThat(whole.index().count(SearchRequest.In.ARTICLES))
                    .isEqualTo(whole.store().articles().count());
        }
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            run("umount", disk.toString());
        }
    }

    private DataFolder data() {
        return DataFolder.at(Optional.of(disk.resolve("data")), Map.of());
    }

    /** Mounts a disk of that size, or makes the one there is as large. */
    private void mount(String size) throws Exception {
        if (disk != null) {
            assertThat(run("mount", "-o", "remount,size=" + size, disk.toString()))
                    .isTrue();
            return;
        }
        Path place = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString()), "may not mount a disk");
        disk = place;
    }

    /** Leaves no byte. */
    private void fill() throws IOException {
        byte[] some = new byte[4096];
        try (var out = Files.newOutputStream(disk.resolve("ballast"))) {
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private int crawl(NewsroomRun run) {
        List<String> words = new ArrayList<>(List.of("crawl", "--feeds", run.feeds.toString()));
        words.addAll(List.of("--data", disk.resolve("data").toString()));
        for (String set : List.of("reader=light", "fetch.allow=127.0.0.0/8", "fetch.delay=0ms", "poll.backoff=1ms")) {
            words.addAll(List.of("--set", set));
        }
        return Main.run(words.toArray(String[]::new));
    }
}
