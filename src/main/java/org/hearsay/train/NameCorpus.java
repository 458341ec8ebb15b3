package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads sentences with their names from files of two columns: a word, a tab, its label (O, B-PERSON, I-PERSON …). */
final class NameCorpus {
    private static final Set<String> TYPES = Set.of("PERSON", "ORGANIZATION", "LOCATION", "MISC");

    private NameCorpus() {}

    /** Words and their labels; labels of types that we do not read are O. {@code newDocument}: it begins one. */
    record Labelled(String[] words, String[] labels, boolean newDocument) {}

    /** The .conll files of a folder, by name. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no folder of corpora at " + folder + "; name one that holds files *.conll");
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".conll"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("no files *.conll in " + folder);
            }
            return files;
        }
    }

    static List<Labelled> read(Path file) throws IOException {
        List<Labelled> sentences = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        boolean newDocument = true;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("-DOCSTART-")) {
                if (!words.isEmpty()) {
                    sentences.add(
                            new Labelled(words.toArray(String[]::new), labels.toArray(String[]::new), newDocument));
                    newDocument = false;
                }
                newDocument |= line.startsWith("-DOCSTART-");
                words.clear();
                labels.clear();
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab <= 0) {
                throw new IOException(file + ":" + number + ": a line is a word, a tab and a label");
            }
            words.add(line.substring(0, tab));
            String label = line.substring(line.lastIndexOf('\t') + 1);
            labels.add(label.length() > 2 && TYPES.contains(label.substring(2)) ? label : "O");
        }
        if (!words.isEmpty()) {
            sentences.add(new Labelled(words.toArray(String[]::new), labels.toArray(String[]::new), newDocument));
        }
        return sentences;
    }
}
