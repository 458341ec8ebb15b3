package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder is destroyed, and what {@code backup} copied brings it back as it was, byte for byte. */
class BackupTest {
    @TempDir
    private Path folder;

    private List<String> seen(NewsroomRun run, String data) throws Exception {
        Child.Ended search = run.child.run(run.args(data, "search", "production", "--json"));
        assertThat(search.code()).as(search.err()).isZero();
        return List.of(
                search.out(),
                run.exportText(data, "articles"),
                run.exportText(data, "claims"),
                run.exportText(data, "groups"));
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void whatWasDestroyedComesBackByteForByte() throws Exception {
        try (NewsroomRun run = new NewsroomRun(folder)) {
            run.child.with("HEARSAY_READER", "light");
            run.crawl("data");
            Files.writeString(folder.resolve("data/hearsay.properties"), "fetch.timeout=20s\n");
            // A second file of the archive, so that one is full and linked and one is not.
            run.edition.set(2);
            run.crawl("data", "--set", "poll.look-again=0s");
            List<String> before = seen(run, "data");
            assertThat(before).allSatisfy(text -> assertThat(text).isNotBlank());

            DataFolder data = DataFolder.at(Optional.of(folder.resolve("data")), Map.of());
            try (Installation writing = Installation.toWrite(data)) {
                writing.store().note("a test", "writes");
                for (String to : List.of("saved", "saved.zip")) {
                    Child.Ended backup = run.child.run("backup", in(to), "--data", in("data"));
                    assertThat(backup.code()).as(backup.err()).isZero();
                }
                Child.Ended busy = run.child.run("restore", in("saved"), "--replace", "--data", in("data"));
                assertThat(busy.code()).as(busy.err()).isEqualTo(Stop.LATER);
            }
            Child.Ended taken = run.child.run("backup", in("saved"), "--data", in("data"));
            assertThat(taken.code()).as(taken.err()).isEqualTo(Stop.USAGE);
            Child.Ended full = run.child.run("restore", in("saved"), "--data", in("data"));
            assertThat(full.code()).as(full.err()).isEqualTo(Stop.USAGE);
            assertThat(full.err()).contains("--replace");

            Backup.delete(folder.resolve("data"));
            restore(run, "saved.zip", "data");
            assertThat(seen(run, "data")).isEqualTo(before);
            assertThat(folder.resolve("data/hearsay.properties")).hasContent("fetch.timeout=20s");

            Files.write(folder.resolve("data/hearsay.db"), new byte[5_000]);
            restore(run, "saved", "data", "--replace");
            assertThat(seen(run, "data")).isEqualTo(before);
            assertThat(folder.resolve("data")).isDirectoryContaining("glob:**before-restore-*");
            Child.Ended doctor = run.child.run(run.args("data", "doctor"));
            assertThat(doctor.code()).as(doctor.out()).isZero();
        }
    }

    private void restore(NewsroomRun run, String from, String to, String... more) throws Exception {
        String[] command = Stream.concat(Stream.of("restore", in(from), "--data", in(to)), Stream.of(more))
                .toArray(String[]::new);
        Child.Ended ended = run.child.run(command);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("\tat ");
    }

    @Test
    void aBackupThatIsNotWholeIsRefusedAndNothingIsChanged() throws Exception {
        Path data = folder.resolve("data");
        try (Installation empty = Installation.toWrite(DataFolder.at(Optional.of(data), Map.of()))) {
            empty.store().note("a test", "was here");
        }
        Path saved = folder.resolve("saved");
        DataFolder from = DataFolder.at(Optional.of(data), Map.of());
        Backup.make(from, saved);
        DataFolder to = DataFolder.at(Optional.of(folder.resolve("other")), Map.of());

        Files.write(saved.resolve("hearsay.db"), new byte[] {1}, StandardOpenOption.APPEND);
        refused(saved, to, "not whole");
        Files.writeString(saved.resolve("contents.txt"), "1 ../elsewhere\n");
        refused(saved, to, "no line of it");
        Files.delete(saved.resolve("contents.txt"));
        refused(saved, to, "no backup");
        refused(Files.writeString(folder.resolve("text.zip"), "no zip"), to, "no backup");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    private static void refused(Path saved, DataFolder to, String words) {
        assertThatThrownBy(() -> Restore.from(saved, to, false, Instant.EPOCH))
                .isInstanceOf(Stop.class)
                .hasMessageContaining(words);
    }

    @Test
    void aFileThatMayGrowIsCopiedAndOneThatIsFullIsLinked() throws IOException {
        // The link count tells which: a linked file lies on the disk once.
        Path data = folder.resolve("data");
        DataFolder from = DataFolder.at(Optional.of(data), Map.of());
        PageUrl url = PageUrl.of("https://star.example/a");
        for (int i = 0; i < 2; i++) {
            try (Installation one = Installation.toWrite(from)) {
                Instant at = Instant.EPOCH.plusSeconds(i);
                Bytes body = Bytes.utf8("<p>" + i);
                Page page = new Page(url, at, 200, List.of(), body);
                Kept kept = one.archive().keep(page, Map.of());
                one.store().pages().took(kept, url, url, at, body.sha256(), Validators.NONE);
                one.archive().keep(page, Map.of());
            }
        }
        Backup.make(from, folder.resolve("saved"));
        List<Path> kept = Backup.files(data.resolve("archive")).stream()
                .filter(file -> file.toString().endsWith(".warc.gz"))
                .toList();
        List<Path> copies = Backup.files(folder.resolve("saved/archive"));
        assertThat(copies).hasSize(2);
        assertThat(Files.isSameFile(copies.get(0), kept.get(0))).isTrue();
        assertThat(Files.isSameFile(copies.get(1), kept.get(1))).isFalse();
        // Of the newest only what the store knows of.
        assertThat(Files.size(copies.get(1))).isLessThan(Files.size(kept.get(1)));
    }
}
