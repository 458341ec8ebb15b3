package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which reader reads, and how it is said where it is not the one that was asked for. */
class ReaderChoiceTest {
    @TempDir
    private Path folder;

    private Path text;

    @BeforeEach
    void text() throws IOException {
        text = Files.writeString(
                folder.resolve("t.txt"), "Mayor Ann Hill of Bergen said on Monday that it was over.\n");
    }

    private Child.Ended explained(Child child) throws Exception {
        Child.Ended ended = child.run(
                "explain", text.toString(), "--data", folder.resolve("data").toString());
        assertThat(ended.code()).as("%s", ended.err()).isZero();
        assertThat(ended.out()).contains("Ann Hill person:ann-hill");
        return ended;
    }

    @Test
    void theFullReaderIsChosenBySetting() throws Exception {
        Child.Ended ended = explained(new Child(folder).with("HEARSAY_READER", "full"));
        assertThat(ended.out()).contains("read by      full (encoder ");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void theLightReaderIsChosenBySetting() throws Exception {
        Child.Ended ended = explained(new Child(folder).with("HEARSAY_READER", "light"));
        assertThat(ended.out()).contains("read by      light (OpenNLP").doesNotContain("because");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void whereTheEncoderIsMissingTheLightReaderReadsAndSaysSo() throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("models/en"));
        for (String kept : List.of("en/names.bin", "en/article.trees")) {
            Files.copy(Path.of("models").resolve(kept), home.resolve("models").resolve(kept));
        }
        Child.Ended ended =
                explained(new Child(folder).with("HEARSAY_READER", "full").withOption("-Dhearsay.home=" + home));
        assertThat(ended.out()).contains("read by      light (").contains("encoder.properties is missing");
        assertThat(ended.err().lines()).singleElement().asString().contains("reading light, because models/en/encoder");
    }

    @Test
    void whereTheNativeLibraryCannotLoadTheLightReaderReadsAndSaysSo() throws Exception {
        Child.Ended ended = explained(
                new Child(folder).with("HEARSAY_READER", "full").withOption("-Donnxruntime.native.path=" + folder));
        assertThat(ended.out()).contains("read by      light (").contains("native library of ONNX Runtime");
        assertThat(ended.err().lines()).singleElement().asString().contains("reading light, because the native");
    }

    @Test
    void anotherWordIsNoReader() throws Exception {
        Child.Ended ended =
                new Child(folder).run("explain", text.toString(), "--set", "reader=both", "--data", folder.toString());
        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err()).contains("reader=both", "is not full or light");
    }
}
