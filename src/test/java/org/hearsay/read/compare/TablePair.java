package org.hearsay.read.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;

/** Two sentences of our own table of pairs with figures, and what they are to each other. */
record TablePair(String label, String a, String b) {
    static List<TablePair> all() throws IOException {
        InputStream table = Objects.requireNonNull(TablePair.class.getResourceAsStream("/compare/figures.tsv"));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new TablePair(cells[1], cells[2], cells[3]))
                    .toList();
        }
    }
}
