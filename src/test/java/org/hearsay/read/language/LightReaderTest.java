package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.hearsay.read.article.Article;
import org.junit.jupiter.api.Test;

class LightReaderTest {
    @Test
    void aMissingModelIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> LightReader.load(name -> {
                    throw new FileNotFoundException(name);
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("models/en/names.bin is missing")
                .hasMessageContaining("hearsay train names");
    }

    @Test
    void aCutModelIsSaidToBeCut() throws IOException {
        byte[] whole = small();
        for (int length : new int[] {0, 5, whole.length / 2, whole.length - 1}) {
            assertThatThrownBy(() -> LightReader.load(name -> new ByteArrayInputStream(Arrays.copyOf(whole, length))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("models/en/names.bin is cut or damaged");
        }
    }

    @Test
    void anotherFileIsNoModel() {
        assertThatThrownBy(() -> LightReader.load(name -> new ByteArrayInputStream("<html>".getBytes())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("models/en/names.bin is cut or damaged");
    }

    @Test
    void aModelOfAnotherVersionIsRefused() {
        assertThatThrownBy(() -> LightReader.load(name -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (java.io.DataOutputStream out = new java.io.DataOutputStream(new GZIPOutputStream(bytes))) {
                        out.writeUTF("hearsay names");
                        out.writeInt(99);
                    }
                    return new ByteArrayInputStream(bytes.toByteArray());
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void aModelThatIsWrittenReadsTheSame() throws IOException {
        LightReader reader = LightReader.load(name -> new ByteArrayInputStream(small()));
        assertThat(reader.description()).startsWith("light (OpenNLP 2.").contains("made in a test");
        assertThat(reader.read(Texts.article("The harbour of Hagbarth burned all the night."))
                        .names())
                .extracting(Mention::type)
                .containsExactly(NameType.LOCATION);
    }

    /** A model that knows one thing: "hagbarth" is a place. */
    private static byte[] small() throws IOException {
        NameModel model = NameModel.of(
                List.of("other", "LOCATION-start", "LOCATION-cont"),
                Map.of("whagbarth", new float[] {0, 9, 0}, "sa", new float[] {9, 0, 0}),
                Map.of("o", new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                new WordKnowledge(Map.of("night", "0101"), Map.of("city", List.of("Rome"))),
                "made in a test");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void eightThreadsReadTheSameAsOne() throws Exception {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            articles.add(Texts.article(
                    "Mayor Ann Hill of Rome said on Monday that " + (i + 2) + " ships of the Acme Corp. left.\n"
                            + "Hill's office denied that the ships carried " + i + " million barrels of oil."));
        }
        List<Reading> alone = articles.stream().map(Texts.READER::read).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Reading>> together = articles.stream()
                    .map(article -> threads.submit(() -> Texts.READER.read(article)))
                    .toList();
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }
}
