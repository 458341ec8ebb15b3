package org.hearsay.read.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The word lists under {@code lang/en}: one entry a line, columns parted by tabs, '#' starts a comment. They are part
 * of the program, so a missing one is a bug and not an outcome.
 */
final class Lexicon {
    private Lexicon() {}

    /** All rows of a list, each row its columns. */
    static List<List<String>> rows(String list) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = Lexicon.class.getResourceAsStream("/lang/en/" + list)) {
            if (in == null) {
                throw new IllegalStateException("the word list lang/en/" + list + " is not on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comment = line.indexOf('#');
                String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!entry.isEmpty()) {
                    rows.add(List.of(entry.split("\\s*\t\\s*")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The words whose second column is {@code kind}. */
    static Set<String> words(String list, String kind) {
        Set<String> words = new LinkedHashSet<>();
        for (List<String> row : rows(list)) {
            if (row.size() > 1 && row.get(1).equals(kind)) {
                words.add(row.get(0));
            }
        }
        return words;
    }
}
