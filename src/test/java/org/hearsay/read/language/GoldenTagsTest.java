package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.Test;

/**
 * What the shipped encoder marks in some 350 sentences, letter by letter: on any processor, beside any other text, with
 * any number of threads the tags are these. Run with {@code -Dgolden.rewrite=true} after a change of the weights, and
 * read the difference.
 */
class GoldenTagsTest {
    private static final Path FILE =
            Path.of(System.getProperty("hearsay.home", "."), "src", "test", "resources", "language", "tags.txt");

    /** Weights with no more than so many steps from zero, two products of which with an unsigned byte fit 16 bits. */
    private static final int MOST_STEPS = 63;

    private static final Encoder ENCODER = load(1);

    @Test
    void theTagsAreThoseOfTheFile() throws IOException {
        String tagged =
                articles().stream().map(article -> tagged(article)).collect(Collectors.joining("\n", comment(), ""));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(FILE, tagged);
        }
        assertThat(tagged).isEqualTo(Files.readString(FILE));
    }

    @Test
    void twoThreadsOnOneWindowMarkTheSame() throws IOException {
        Encoder two = load(2);
        for (Article article : articles()) {
            assertThat(marked(article, two)).isEqualTo(marked(article, ENCODER));
        }
    }

    @Test
    void eightThreadsBesideEachOtherMarkTheSameAsOne() throws Exception {
        List<Article> articles = articles();
        List<Marked> alone =
                articles.stream().map(article -> marked(article, ENCODER)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Marked>> together = articles.stream()
                    .map(article -> threads.submit(() -> marked(article, ENCODER)))
                    .toList();
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    /** On processors that add products in pairs of 16 bits larger weights would be cut off, and other tags come out. */
    @Test
    void noWeightIsSoLargeThatSomeProcessorsCutItOff() throws IOException {
        for (String name : List.of(EncoderFiles.ENCODER, EncoderFiles.ARGUMENTS, EncoderFiles.VECTORS)) {
            List<byte[]> weights = OnnxWeights.signedBytes(
                    Files.readAllBytes(FullTexts.MODELS.resolve("en").resolve(name)));
            assertThat(weights).as(name).hasSizeGreaterThan(5);
            for (byte[] matrix : weights) {
                for (byte weight : matrix) {
                    assertThat(Math.abs(weight)).as(name).isLessThanOrEqualTo(MOST_STEPS);
                }
            }
        }
    }

    private static Encoder load(int threads) {
        try {
            return Encoder.load(FullTexts.FILES, FullTexts.MODELS, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Article> articles() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            String text = lines.filter(line -> !line.startsWith("#") && !line.startsWith("\t"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(text.strip().split("\n\n")).map(Texts::article).toList();
        }
    }

    private static Marked marked(Article article, Encoder encoder) {
        return Marked.in(
                Clean.plain(article.text()), article.blocks(), encoder, Taggers.NONE, true, Marked.MOST_PIECES);
    }

    private static String comment() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private static String tagged(Article article) {
        Marked marked = marked(article, ENCODER);
        StringBuilder lines = new StringBuilder();
        for (int block = 0; block < article.blocks().size(); block++) {
            Span line = article.blocks().get(block).span();
            int number = block;
            String tags = Stream.concat(
                            marked.names().stream()
                                    .filter(name -> line.contains(name.span()))
                                    .map(name -> name.type() + " " + article.words(name.span())),
                            marked.attributions().stream()
                                    .filter(said -> said.block() == number)
                                    .map(said -> said(said, article, line)))
                    .collect(Collectors.joining("; "));
            lines.append(article.words(line)).append('\n');
            lines.append(tags.isEmpty() ? "" : "\t" + tags + "\n");
        }
        return lines.toString();
    }

    /** The cue, who is marked as the source, and from which to which letter of the line the content stands. */
    private static String said(Attribution said, Article article, Span line) {
        String source =
                said.source().stream().map(part -> article.words(part.span())).collect(Collectors.joining(" + "));
        String content = said.content().stream()
                .map(part ->
                        part.span().start() - line.start() + "-" + (part.span().end() - line.start()))
                .collect(Collectors.joining("+"));
        return "\"" + article.words(said.cue().span()) + "\" by <" + source + "> " + content;
    }
}
