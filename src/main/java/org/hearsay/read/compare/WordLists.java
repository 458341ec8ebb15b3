package org.hearsay.read.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of {@code lang/en} that comparison reads. */
final class WordLists {
    private WordLists() {}

    /** The lines of a list, without remarks and empty ones. */
    static List<String> lines(String name) {
        try (InputStream in = WordLists.class.getResourceAsStream("/lang/en/" + name)) {
            if (in == null) {
                throw new IllegalStateException("lang/en/" + name + " is not in the program");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
