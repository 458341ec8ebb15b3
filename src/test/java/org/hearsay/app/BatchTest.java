package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Reader;
import org.hearsay.read.language.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    @TempDir
    private Path folder;

    @Test
    void linesComeOutInTheOrderTheyCameInAndABadOneStopsNoOther() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Path page = Files.writeString(
                    folder.resolve(i + ".html"),
                    "<article><h1>Title " + i + "</h1>" + "<p>The mine produced " + i
                            + " tonnes of ore last year, the company said on Monday.</p>".repeat(1 + i % 7)
                            + "</article>");
            lines.add("p" + i + "\t" + page + "\thttps://star.example/" + i);
        }
        lines.add(10, "no tabs here");
        lines.add(20, "missing\t" + folder.resolve("none.html") + "\thttps://star.example/none");
        lines.add(30, "odd\t" + folder.resolve("3.html") + "\thard::no-address");
        Path list = Files.write(folder.resolve("list.tsv"), lines);
        StringWriter out = new StringWriter();

        Batch.Result result = Batch.pages(list)
                .run(Extractor.until(Extractor.Until.ARTICLE, new Options().settings()), 3, out, () -> {});

        List<String> ids = new ArrayList<>();
        for (JsonNode node : NewsroomRun.lines(out.toString())) {
            ids.add(node.get("id").asText());
            assertThat(node.get("status").asText()).as(node.toString()).isEqualTo("article");
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (i == 28) {
                expected.add("odd");
            }
            expected.add("p" + i);
        }
        assertThat(ids).isEqualTo(expected);
        assertThat(result.pages()).isEqualTo(61);
        assertThat(result.problems())
                .satisfiesExactly(
                        words -> assertThat(words).contains("list.tsv:11:", "id TAB path TAB url"),
                        words -> assertThat(words).contains("list.tsv:21:", "no such file"));
    }

    @Test
    void aTextThatBreaksItsReaderCostsNoOther() throws Exception {
        Path texts = Files.write(
                folder.resolve("texts.jsonl"),
                List.of(
                        "{\"id\":\"first\",\"text\":\"The mine is open.\"}",
                        "{\"id\":\"throwing\",\"text\":\"This throws.\"}",
                        "{\"id\":\"eating\",\"text\":\"This eats.\"}",
                        "{\"id\":\"last\",\"text\":\"The mine is shut.\"}"));
        StringWriter out = new StringWriter();

        Batch.Result result = Batch.texts(texts).run(Extractor.claimsBy(new Frail()), 2, out, () -> {});

        assertThat(NewsroomRun.lines(out.toString()).stream()
                        .map(node -> node.get("id").asText()))
                .containsExactly("first", "last");
        assertThat(result.problems())
                .satisfiesExactly(
                        words -> assertThat(words).contains("texts.jsonl:2: reading failed", "a fault of ours"),
                        words -> assertThat(words).contains("texts.jsonl:3: reading failed", "OutOfMemoryError"));
    }

    /** Finds nothing, and fails on texts that say so. */
    private record Frail() implements Reader {
        @Override
        public Reading read(Article article) {
            if (article.text().contains("throws")) {
                throw new IllegalStateException("a fault of ours");
            }
            if (article.text().contains("eats")) {
                // More at once than there can be, so that nothing is taken from the other tests.
                long[] eaten = new long[Integer.MAX_VALUE];
                assertThat(eaten).isNotEmpty();
            }
            return new Reading(article, false, List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public Reading read(Article article, List<List<Span>> words) {
            return read(article);
        }

        @Override
        public String description() {
            return "frail";
        }
    }
}
