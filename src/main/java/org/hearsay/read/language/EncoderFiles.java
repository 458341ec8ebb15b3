package org.hearsay.read.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The files of an encoder, which belong together: {@code encoder.properties} names the format, the types of names and the
 * SHA-256 of each file. A folder in which one does not fit is refused as a whole.
 *
 * @param types in the order of the network's tags
 * @param pieces the longest input, with its marks
 * @param nothingBesideNames what is added to "no name" before the best sequence is taken
 * @param nothingBesideCues the same for cues
 * @param nothingBesideOffers the same for the words that make a proposal
 * @param acts of proposals, in the order of their network's tags, as are their statuses and the kinds of their terms; all are
 *     empty if there is no such network
 * @param stances of claims, in the order of their network's tags; empty if there is no such network
 */
record EncoderFiles(
        Path folder,
        String made,
        List<NameType> types,
        int pieces,
        float nothingBesideNames,
        float nothingBesideCues,
        float nothingBesideOffers,
        List<String> acts,
        List<String> statuses,
        List<String> kinds,
        List<String> stances,
        boolean vectors) {
    static final String PROPERTIES = "encoder.properties";
    static final String ENCODER = "encoder.onnx";
    static final String ARGUMENTS = "args.onnx";
    static final String VECTORS = "vectors.onnx";
    static final String TERMS = "terms.onnx";
    static final String CLAIMS = "claims.onnx";
    private static final String VOCABULARY = "vocab.txt";
    private static final String FORMAT = "4";
    private static final String SUM = "sha256.";
    static final String ADVICE = "; restore the program's models folder";

    /** @throws IOException with one line that says which file does not fit, and what to do */
    static EncoderFiles check(ModelFiles files, Path folder) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = opened(files, PROPERTIES)) {
            properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IOException("models/en/" + PROPERTIES + " is damaged (" + e.getMessage() + ")" + ADVICE, e);
        }
        String format = properties.getProperty("format", "none");
        if (!format.equals(FORMAT)) {
            throw new IOException("the encoder in models/en is of format " + format + ", this program reads format "
                    + FORMAT + "; take the models folder that came with this program");
        }
        for (String needed : List.of(ENCODER, ARGUMENTS, VOCABULARY)) {
            if (!properties.containsKey(SUM + needed)) {
                throw new IOException("models/en/" + PROPERTIES + " is cut: it has no " + SUM + needed + ADVICE);
            }
        }
        for (String key : properties.stringPropertyNames().stream().sorted().toList()) {
            if (key.startsWith(SUM)) {
                same(
                        files,
                        key.substring(SUM.length()),
                        properties.getProperty(key).strip());
            }
        }
        try {
            return new EncoderFiles(
                    folder.resolve("en"),
                    properties.getProperty("made", "at an unknown date"),
                    Arrays.stream(properties.getProperty("names", "").strip().split(","))
                            .filter(tag -> tag.startsWith("B-"))
                            .map(tag -> NameType.valueOf(tag.substring(2)))
                            .toList(),
                    Integer.parseInt(
                            properties.getProperty("window.pieces", "256").strip()),
                    Float.parseFloat(properties.getProperty("names.offset", "0").strip()),
                    Float.parseFloat(properties.getProperty("cue.offset", "0").strip()),
                    Float.parseFloat(properties.getProperty("offer.offset", "0").strip()),
                    listed(properties, "offer.acts"),
                    listed(properties, "offer.statuses"),
                    listed(properties, "offer.terms"),
                    listed(properties, "claim.stances"),
                    properties.containsKey(SUM + VECTORS));
        } catch (IllegalArgumentException e) {
            throw new IOException("models/en/" + PROPERTIES + " is damaged (" + e.getMessage() + ")" + ADVICE, e);
        }
    }

    private static List<String> listed(Properties properties, String key) {
        return Arrays.stream(properties.getProperty(key, "").strip().split(","))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static void same(ModelFiles files, String name, String sum) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(opened(files, name), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sum)) {
            throw new IOException("models/en/" + name + " is cut, damaged or of another version (SHA-256 "
                    + found.substring(0, 12) + "…, " + PROPERTIES + " says "
                    + sum.substring(0, Math.min(12, sum.length())) + "…)" + ADVICE);
        }
    }

    private static InputStream opened(ModelFiles files, String name) throws IOException {
        try {
            return files.open("en/" + name);
        } catch (IOException e) {
            throw new IOException(
                    "models/en/" + name + " is missing or cannot be opened (" + e.getMessage() + ")" + ADVICE, e);
        }
    }

    WordPieces vocabulary(ModelFiles files) throws IOException {
        try (InputStream in = opened(files, VOCABULARY)) {
            return WordPieces.read(in.readAllBytes());
        } catch (IOException e) {
            throw new IOException("models/en/" + VOCABULARY + " is no vocabulary: " + e.getMessage() + ADVICE, e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Whether there is a network for proposals, beside that for claims. */
    boolean offers() {
        return !acts.isEmpty();
    }

    Optional<Path> vectorFile() {
        return vectors ? Optional.of(path(VECTORS)) : Optional.empty();
    }
}
