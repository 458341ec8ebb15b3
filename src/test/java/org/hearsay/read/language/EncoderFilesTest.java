package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of models in which something does not fit is refused in one line, before anything is read with it. */
class EncoderFilesTest {
    @TempDir
    private Path models;

    @BeforeEach
    void copy() throws IOException {
        Path en = Files.createDirectory(models.resolve("en"));
        try (Stream<Path> files = Files.list(FullTexts.MODELS.resolve("en"))) {
            for (Path file : files.toList()) {
                Path copy = en.resolve(file.getFileName());
                try {
                    Files.createLink(copy, file.toRealPath());
                } catch (IOException | UnsupportedOperationException e) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void refused(String... words) {
        assertThatThrownBy(() -> FullReader.load(name -> Files.newInputStream(models.resolve(name)), models))
                .isInstanceOf(IOException.class)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(words).doesNotContain("\n"));
    }

    /** Puts other bytes there, and never into the file that the link shares. */
    private void replace(String name, byte[] bytes) throws IOException {
        Path file = models.resolve("en").resolve(name);
        Path other = Files.write(models.resolve("other"), bytes);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream in = Files.newInputStream(models.resolve("en").resolve(name))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encoder.properties",
                "encoder.onnx",
                "args.onnx",
                "claims.onnx",
                "terms.onnx",
                "vocab.txt",
                "names.bin"
            })
    void aMissingFileIsNamed(String name) throws IOException {
        Files.delete(models.resolve("en").resolve(name));
        refused("models/en/" + name + " is missing", "models folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoder.onnx", "args.onnx", "claims.onnx", "terms.onnx", "vocab.txt"})
    void aCutFileIsNamed(String name) throws IOException {
        byte[] whole = bytes(name);
        replace(name, Arrays.copyOf(whole, whole.length - 100));
        refused("models/en/" + name + " is cut, damaged or of another version", "restore");
    }

    @Test
    void aChangedByteIsSeen() throws IOException {
        byte[] whole = bytes("encoder.onnx");
        whole[whole.length / 2] ^= 1;
        replace("encoder.onnx", whole);
        refused("models/en/encoder.onnx is cut, damaged or of another version");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        properties("format=4", "format=99");
        refused("format 99", "this program reads format 4");
    }

    @Test
    void otherTypesThanTheNetworksAreRefused() throws IOException {
        properties("names=O,B-PERSON,I-PERSON", "names=O");
        refused("does not run", "kinds of names");
        properties("names=O", "names=O,B-GHOST,I-GHOST");
        refused("encoder.properties is damaged");
    }

    @Test
    void otherActsThanTheNetworksAreRefused() throws IOException {
        properties("offer.acts=offer,demand,", "offer.acts=");
        refused("network for proposals", "does not run", "other acts");
    }

    @Test
    void otherStancesThanTheProgramsAreRefused() throws IOException {
        properties("claim.stances=asserted,possible,", "claim.stances=possible,asserted,");
        refused("network for claims", "does not run", "other stances");
    }

    /** A reader of the models without some files, nor what the properties say under {@code prefix}. */
    private Reader without(String prefix, String... networks) throws IOException {
        String text = new String(bytes("encoder.properties"), StandardCharsets.UTF_8);
        String lines = "(?m)^(%s\\..*|sha256\\.(%s)\\.onnx=.*)\\R".formatted(prefix, String.join("|", networks));
        replace("encoder.properties", text.replaceAll(lines, "").getBytes(StandardCharsets.UTF_8));
        for (String network : networks) {
            Files.delete(models.resolve("en/" + network + ".onnx"));
        }
        return FullReader.load(name -> Files.newInputStream(models.resolve(name)), models);
    }

    @Test
    void aFolderWithoutTheNetworkForClaimsReadsWithoutIt() throws IOException {
        Reader reader = without("claim", "claims");
        Tagging tagging = reader.read(Texts.article("""
                        The harbour board said it had offered the dockers a rise of 4 per cent. In exchange they would load grain ships until midnight.""")).tagging().orElseThrow();
        assertThat(tagging.telling()).isEmpty();
        // It is what marks the words that make a proposal.
        assertThat(tagging.offers()).isEmpty();
        assertThat(tagging.attributions()).isNotEmpty();
    }

    @Test
    void aFolderWithoutTheNetworkForProposalsReadsWithoutIt() throws IOException {
        Reader reader = without("offer", "terms");
        assertThat(reader.read(Texts.article("Oslo offered Karsk a truce of ten days."))
                        .tagging()
                        .orElseThrow()
                        .offers())
                .isEmpty();
    }

    @Test
    void aFileThatIsNoNetworkIsRefused() throws Exception {
        byte[] page = "<html>404</html>".getBytes(StandardCharsets.UTF_8);
        replace("args.onnx", page);
        String sum = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(page));
        String text = new String(bytes("encoder.properties"), StandardCharsets.UTF_8);
        replace(
                "encoder.properties",
                text.replaceAll("sha256.args.onnx *=.*", "sha256.args.onnx=" + sum)
                        .getBytes(StandardCharsets.UTF_8));
        refused("does not run", "restore");
    }

    private void properties(String from, String to) throws IOException {
        String text = new String(bytes("encoder.properties"), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        replace("encoder.properties", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
