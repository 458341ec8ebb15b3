package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final String[] WORDS = {
        "the", "Minister", "said", ".", "?", "\"", ")", ",", "x".repeat(90), "1,000", "\ud83d\ude00", "\u200b", " "
    };

    private static WordPieces vocabulary;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream in = FullTexts.FILES.open("en/vocab.txt")) {
            vocabulary = WordPieces.read(in.readAllBytes());
        }
    }

    @Test
    void everyWordIsInOnePartAndEveryPartInAWindow() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(900); n >= 0; n--) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            String plain = Clean.plain(text.toString());
            List<Part> parts = Part.of(plain, 0, 0, plain.length(), vocabulary);
            List<Span> words = new ArrayList<>();
            for (List<Part> window : Part.windows(parts, 256)) {
                int size = 1;
                for (Part part : window) {
                    assertThat(part.size()).isBetween(1, 240);
                    assertThat(part.shapes()).hasSameSizeAs(part.pieces());
                    assertThat(part.starts()[part.wordCount()]).isEqualTo(part.size());
                    words.addAll(part.words());
                    size += part.size() + 1;
                }
                assertThat(size).isLessThanOrEqualTo(256);
            }
            assertThat(words).isEqualTo(WordPieces.words(plain, 0, plain.length()));
        }
    }

    @Test
    void aLongLineIsCutAfterASentence() {
        String sentence = "The mayor of the town said that the plan was good. ";
        String text = sentence.repeat(60);
        List<Part> parts = Part.of(text, 0, 0, text.length(), vocabulary);
        assertThat(parts).hasSizeGreaterThan(2);
        for (Part part : parts) {
            assertThat(part.words().getLast().of(text)).isEqualTo(".");
        }
    }
}
