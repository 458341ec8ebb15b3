package org.hearsay.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files that the program reads with, each with its SHA-256, which their README names. */
final class ModelSums {
    static final String OTHER = "not the one";
    /** Enough to tell one file from another by eye. */
    private static final int SHOWN = 12;

    private ModelSums() {}

    /** Each file's name and the start of its sum; those that are described and others say so. */
    static List<String> of(Path models) {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> all = Files.walk(models)) {
            String described = read(models.resolve("README.md"));
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = models.relativize(file).toString().replace('\\', '/');
                if (name.equals("README.md")) {
                    continue;
                }
                String sum = sha256(file);
                boolean other = namesAnother(described, name, sum);
                lines.add(name + " " + sum.substring(0, SHOWN) + (other ? " (" + OTHER + " in README.md)" : ""));
            }
            return lines;
        } catch (IOException e) {
            throw Installation.unreadable(models, Reasons.of(e));
        }
    }

    private static String read(Path readme) throws IOException {
        return Files.isRegularFile(readme) ? Files.readString(readme) : "";
    }

    /** Whether the section on this file names a sum, and not this one. */
    private static boolean namesAnother(String described, String name, String sum) {
        int from = described.indexOf("## " + name + "\n");
        if (from < 0) {
            return false;
        }
        int to = described.indexOf("\n## ", from + 1);
        String section = described.substring(from, to < 0 ? described.length() : to);
        return section.matches("(?s).*SHA-256 \\| `[0-9a-f]{64}`.*") && !section.contains(sum);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
