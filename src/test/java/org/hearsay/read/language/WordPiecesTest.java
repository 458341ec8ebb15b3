package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The encoder was trained by a program in another language: what it is shown here must be the same to the last number. */
class WordPiecesTest {
    private static WordPieces vocabulary;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream in = FullTexts.FILES.open("en/vocab.txt")) {
            vocabulary = WordPieces.read(in.readAllBytes());
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = WordPiecesTest.class.getResourceAsStream("/language/encoder/" + name)) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        }
    }

    /** {@code pieces.txt} was written by the trainer's own code: of each word offsets, shape and pieces. */
    @Test
    void wordsShapesAndPiecesAreTheTrainers() throws IOException {
        List<String> sentences = lines("sentences.txt");
        List<String> expected = lines("pieces.txt");
        assertThat(sentences).hasSameSizeAs(expected);
        for (int i = 0; i < sentences.size(); i++) {
            assertThat(shown(sentences.get(i))).as("%s", sentences.get(i)).isEqualTo(expected.get(i));
        }
    }

    private static String shown(String sentence) {
        String plain = Clean.plain(sentence);
        List<Part> parts = Part.of(plain, 0, 0, plain.length(), vocabulary);
        assertThat(parts).hasSize(1);
        Part part = parts.getFirst();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < part.wordCount(); i++) {
            Span word = part.words().get(i);
            List<String> pieces = new ArrayList<>();
            for (int k = part.starts()[i]; k < part.starts()[i + 1]; k++) {
                pieces.add(String.valueOf(part.pieces()[k]));
            }
            words.add(word.start() + "-" + word.end() + ":" + part.shapes()[part.starts()[i]] + ":"
                    + String.join(",", pieces));
        }
        return String.join(" ", words);
    }

    @Test
    void offsetsCountUtf16Units() {
        String text = "\ud83d\ude00 Zoë said e\u0301t\u00e9.";
        assertThat(WordPieces.words(text, 0, text.length()).stream().map(word -> word.of(text)))
                .containsExactly("\ud83d\ude00", "Zoë", "said", "e\u0301t\u00e9", ".");
    }

    @Test
    void anEndlessWordIsOneUnknownPiece() {
        assertThat(vocabulary.of("a".repeat(100_000))).containsExactly(100);
        assertThat(vocabulary.of("a".repeat(101))).containsExactly(100);
        assertThat(vocabulary.of("e\u0301".repeat(60))).hasSizeGreaterThan(1);
    }

    @Test
    void aListWithoutTheMarksIsNoVocabulary() {
        assertThatThrownBy(() -> WordPieces.read("a\nb\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("[CLS]");
    }
}
