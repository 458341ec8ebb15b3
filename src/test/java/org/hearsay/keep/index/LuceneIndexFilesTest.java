package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the files of the index: damage, other processes, other versions. */
class LuceneIndexFilesTest {
    @TempDir
    Path temp;

    private Path folder;

    private static final IndexedArticle ARTICLE = IndexedArticles.at("https://example.org/a")
            .title("A title")
            .says("one", "The first claim stands here.")
            .made();
    private static final IndexedArticle SECOND = IndexedArticles.at("https://example.org/b")
            .says("two", "The second claim stands here.")
            .made();
    private static final SearchRequest ALL = new SearchRequest(Query.parse("*"), In.CLAIMS, Sort.RELEVANCE, 0, 10);

    @BeforeEach
    void anIndexOfOneArticle() {
        folder = temp.resolve("index");
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThat(index.size()).isZero();
            index.replace(List.of(ARTICLE));
            index.commit();
            assertThat(index.size()).isEqualTo(2);
        }
    }

    @Test
    void anyFileThatIsMissingIsNoticed() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            assertDamaged(file);
            Files.write(file, bytes);
        }
        assertWhole();
    }

    @Test
    void anyFileThatIsCutIsNoticed() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            for (int length : new int[] {0, bytes.length / 2, bytes.length - 1}) {
                Files.write(file, java.util.Arrays.copyOf(bytes, length));
                assertDamaged(file);
            }
            Files.write(file, bytes);
        }
        assertWhole();
    }

    @Test
    void anyByteThatIsFlippedIsNoticed() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            int step = Math.max(1, bytes.length / 20);
            for (int at = 0; at < bytes.length; at += step) {
                byte[] flipped = bytes.clone();
                flipped[at] ^= 0x20;
                Files.write(file, flipped);
                assertDamaged(file);
            }
            Files.write(file, bytes);
        }
        assertWhole();
    }

    @Test
    void aWipedIndexIsEmptyAndOtherFilesStay() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.write(files().get(0), new byte[] {1, 2, 3});

        LuceneIndex.wipe(folder);

        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThat(index.size()).isZero();
            index.replace(List.of(ARTICLE));
            index.commit();
            assertThat(index.search(ALL).total()).isOne();
        }
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
        LuceneIndex.wipe(temp.resolve("nowhere"));
        assertThat(temp.resolve("nowhere")).doesNotExist();
    }

    @Test
    void anIndexThatIsHeldSaysSoAndCanBeSearched() {
        try (LuceneIndex writing = LuceneIndex.open(folder);
                LuceneIndex searching = LuceneIndex.openToSearch(folder)) {
            assertThatThrownBy(() -> LuceneIndex.open(folder))
                    .isInstanceOf(IndexHeld.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by another");
            assertThatThrownBy(() -> LuceneIndex.wipe(folder)).isInstanceOf(IndexHeld.class);
            assertThat(searching.search(ALL).total()).isOne();

            writing.clear();
            assertThat(searching.search(ALL).total()).isOne();
            writing.commit();

            assertThat(searching.search(ALL).total()).isZero();
            assertThatThrownBy(searching::commit).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whereThereIsNoIndexYetNothingIsFound() {
        try (LuceneIndex searching = LuceneIndex.openToSearch(temp.resolve("new"))) {
            assertThat(searching.search(ALL).total()).isZero();
            assertThat(searching.size()).isZero();
            try (LuceneIndex writing = LuceneIndex.open(temp.resolve("new"))) {
                writing.replace(List.of(ARTICLE));
                writing.commit();
            }
            assertThat(searching.search(ALL).total()).isOne();
        }
    }

    @Test
    void anIndexOfAnotherMappingIsNoticed() throws IOException {
        LuceneIndex.wipe(folder);
        try (var directory = org.apache.lucene.store.FSDirectory.open(folder);
                var writer = new org.apache.lucene.index.IndexWriter(
                        directory, new org.apache.lucene.index.IndexWriterConfig())) {
            writer.setLiveCommitData(java.util.Map.of("hearsay.mapping", "0").entrySet());
            writer.commit();
        }

        assertThatThrownBy(() -> LuceneIndex.open(folder))
                .isInstanceOf(IndexDamaged.class)
                .hasMessageContaining("version 0");
    }

    @Test
    void aFileInPlaceOfTheFolderIsAClearError() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");

        assertThatThrownBy(() -> LuceneIndex.open(file))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("no folder");
    }

    @Test
    void whatWasNotCommittedIsNotThereAndNotInTheWay() {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            index.clear();
        }

        assertWhole();
    }

    @Test
    void whatCouldNotBeCommittedIsFoundNoMore() throws IOException {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            Path inTheWay = Files.createDirectory(folder.resolve("pending_segments_3"));
            index.replace(List.of(SECOND));
            assertThatThrownBy(index::commit).isInstanceOf(IndexException.class);
            assertThat(index.search(ALL).total()).isOne();

            Files.deleteIfExists(inTheWay);
            index.replace(List.of(SECOND));
            index.commit();

            assertThat(index.search(ALL).total()).isEqualTo(2);
        }
    }

    @Test
    void manySmallCommitsAreMergedAndAllOfThemFound() throws IOException {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            for (int i = 0; i < 60; i++) {
                index.replace(List.of(IndexedArticles.at("https://example.org/" + i)
                        .says("claim", "Claim " + i + " stands here.")
                        .made()));
                index.commit();
                assertThat(index.search(ALL).total()).isEqualTo(i + 2);
            }
            index.caughtUp();
        }
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThat(index.search(ALL).total()).isEqualTo(61);
        }
        assertThat(files().stream().filter(file -> file.toString().endsWith(".si")))
                .hasSizeLessThan(30);
    }

    @Test
    void aClosedIndexSaysSo() {
        LuceneIndex index = LuceneIndex.open(folder);
        index.close();

        assertThatThrownBy(() -> index.search(ALL)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(index::commit).isInstanceOf(IllegalStateException.class);
    }

    private void assertDamaged(Path file) {
        assertThatThrownBy(() -> LuceneIndex.open(folder).close())
                .as(file.toString())
                .isInstanceOf(IndexDamaged.class)
                .hasMessageContaining(folder.toString());
    }

    private void assertWhole() {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThat(index.search(ALL).total()).isOne();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> !f.getFileName().toString().equals("write.lock"))
                    .sorted()
                    .toList();
        }
    }
}
