package org.hearsay.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;

/** What the trainers of claims share: the files they learn from, the marks of an article, and the lists they write. */
final class Marks {
    /** Those whose every claim is marked, and that rules may be made from. */
    private static final Pattern FILES = Pattern.compile("(hand-|hands-)?seen(-.*)?\\.txt");

    private static final Pattern OTHER = Pattern.compile("(~ )?(proposal|term): ");

    /** So much of its words what is found must share with a mark. */
    static final double SHARED = 0.5;

    private Marks() {}

    /** @throws IOException if the folder holds none */
    static List<Path> files(Path corpus) throws IOException {
        try (var all = Files.list(corpus)) {
            List<Path> files = all.filter(
                            f -> FILES.matcher(f.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException(corpus + " holds no marked articles; name src/test/resources/gold");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Who wrote and marked an article: the file and the letter that its name begins with. */
    static String hand(Path file, MarkedArticles.Marked marked) {
        return file.getFileName() + " " + marked.id().charAt(0);
    }

    /** Proposals and terms are passed over. */
    static List<MarkedArticles.Mark> claims(MarkedArticles.Marked marked) {
        return marked.marks().stream()
                .filter(line -> !OTHER.matcher(line).lookingAt())
                .map(line -> MarkedArticles.claim(marked.article(), line))
                .toList();
    }

    /** How much of their words two contents share, from 0 to 1. */
    static double shared(String text, List<Span> content, List<Span> other) {
        BitSet left = letters(text, content);
        BitSet right = letters(text, other);
        int size = left.cardinality() + right.cardinality();
        left.and(right);
        return size == 0 ? 0 : 2.0 * left.cardinality() / size;
    }

    private static BitSet letters(String text, List<Span> spans) {
        BitSet letters = new BitSet();
        for (Span span : spans) {
            for (int i = span.start(); i < span.end(); i++) {
                letters.set(i, Character.isLetterOrDigit(text.charAt(i)));
            }
        }
        return letters;
    }

    /** @param weights those of each outcome; a sign that weighs next to nothing for all of them is left out */
    static void write(List<String> remarks, List<Map<String, Double>> weights, Path out) throws IOException {
        StringBuilder text = new StringBuilder();
        remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
        TreeSet<String> signs = new TreeSet<>();
        weights.forEach(of -> signs.addAll(of.keySet()));
        for (String sign : signs) {
            StringBuilder line = new StringBuilder(sign);
            boolean weighs = false;
            for (Map<String, Double> of : weights) {
                double weight = of.getOrDefault(sign, 0.0);
                weighs |= Math.abs(weight) >= 0.005;
                line.append(String.format(Locale.ROOT, " %.3f", weight));
            }
            text.append(weighs ? line.append('\n') : "");
        }
        Files.writeString(out, text.toString());
    }

    /** The mark that shares most of its words with the clause, at least half. */
    static Optional<MarkedArticles.Mark> closest(String text, List<MarkedArticles.Mark> marks, Span clause) {
        Optional<MarkedArticles.Mark> best = Optional.empty();
        double most = SHARED;
        for (MarkedArticles.Mark mark : marks) {
            for (List<Span> content : mark.contents()) {
                double shared = shared(text, content, List.of(clause));
                if (shared > most || shared == most && best.isEmpty()) {
                    most = shared;
                    best = Optional.of(mark);
                }
            }
        }
        return best;
    }
}
