package org.hearsay.read.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/**
 * A file of marked attributions, and the scores over it. Relaxed: content words agree by half, cue and source share a word;
 * its recall is also counted over direct speech alone. Strict: all three are the same words.
 */
final class Polnear {
    record Marked(List<Span> source, List<Span> cue, List<Span> content, String type) {}

    record Document(String id, String text, List<Marked> attributions) {}

    record Score(double precision, double recall, double f1, double strict, double direct) {}

    private Polnear() {}

    static List<Document> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Document> documents = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            List<Marked> marked = new ArrayList<>();
            String text = node.get("text").asText();
            for (JsonNode a : node.get("attributions")) {
                marked.add(new Marked(
                        spans(text, a.get("source")),
                        spans(text, a.get("cue")),
                        spans(text, a.get("content")),
                        a.get("type").asText()));
            }
            documents.add(new Document(node.get("id").asText(), text, marked));
        }
        return documents;
    }

    /** The file counts code points. */
    private static List<Span> spans(String text, JsonNode node) {
        List<Span> spans = new ArrayList<>();
        if (node != null) {
            for (JsonNode pair : node) {
                spans.add(new Span(
                        text.offsetByCodePoints(0, pair.get(0).asInt()),
                        text.offsetByCodePoints(0, pair.get(1).asInt())));
            }
        }
        return spans;
    }

    static List<Marked> of(Findings findings) {
        List<Marked> found = new ArrayList<>();
        for (Claim claim : findings.claims()) {
            if (!claim.cue().isEmpty() || !claim.source().isEmpty()) {
                found.add(new Marked(claim.source(), claim.cue(), claim.content(), claim.rule()));
            }
        }
        return found;
    }

    static Score score(List<Document> documents, List<List<Marked>> found) {
        int right = 0;
        int predicted = 0;
        int gold = 0;
        int strict = 0;
        int directGold = 0;
        int direct = 0;
        for (int d = 0; d < documents.size(); d++) {
            List<Marked> marked = documents.get(d).attributions();
            gold += marked.size();
            predicted += found.get(d).size();
            directGold +=
                    (int) marked.stream().filter(m -> m.type().equals("direct")).count();
            String text = documents.get(d).text();
            for (int[] pair : pairs(text, marked, found.get(d))) {
                Marked wanted = marked.get(pair[0]);
                right++;
                direct += wanted.type().equals("direct") ? 1 : 0;
                strict += same(text, wanted, found.get(d).get(pair[1])) ? 1 : 0;
            }
        }
        double precision = predicted == 0 ? 0 : (double) right / predicted;
        double recall = gold == 0 ? 0 : (double) right / gold;
        return new Score(
                precision,
                recall,
                right == 0 ? 0 : 2 * precision * recall / (precision + recall),
                2.0 * strict / Math.max(1, predicted + gold),
                (double) direct / Math.max(1, directGold));
    }

    private static boolean same(String text, Marked a, Marked b) {
        return letters(text, a.source()).equals(letters(text, b.source()))
                && letters(text, a.cue()).equals(letters(text, b.cue()))
                && letters(text, a.content()).equals(letters(text, b.content()));
    }

    /** Pairs {gold, found}, best content first, each used once. */
    static List<int[]> pairs(String text, List<Marked> gold, List<Marked> found) {
        record Pair(double dice, int gold, int found) {}
        List<Pair> all = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int f = 0; f < found.size(); f++) {
                double dice = dice(text, gold.get(g).content(), found.get(f).content());
                if (dice >= 0.5
                        && share(text, gold.get(g).cue(), found.get(f).cue())
                        && share(text, gold.get(g).source(), found.get(f).source())) {
                    all.add(new Pair(dice, g, f));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Pair::dice).reversed());
        Set<Integer> usedGold = new HashSet<>();
        Set<Integer> usedFound = new HashSet<>();
        List<int[]> pairs = new ArrayList<>();
        for (Pair pair : all) {
            if (!usedGold.contains(pair.gold()) && !usedFound.contains(pair.found())) {
                usedGold.add(pair.gold());
                usedFound.add(pair.found());
                pairs.add(new int[] {pair.gold(), pair.found()});
            }
        }
        return pairs;
    }

    private static double dice(String text, List<Span> a, List<Span> b) {
        BitSet left = letters(text, a);
        BitSet right = letters(text, b);
        int size = left.cardinality() + right.cardinality();
        left.and(right);
        return size == 0 ? 1 : 2.0 * left.cardinality() / size;
    }

    /** A mere colon has no words, and is the same cue as another. */
    private static boolean share(String text, List<Span> a, List<Span> b) {
        BitSet left = letters(text, a);
        BitSet right = letters(text, b);
        return left.isEmpty() && right.isEmpty() || left.intersects(right);
    }

    /** Letters and digits stand for words, so that marks and blanks at a border cost nothing. */
    private static BitSet letters(String text, List<Span> spans) {
        BitSet set = new BitSet();
        for (Span span : spans) {
            for (int i = span.start(); i < span.end(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    set.set(i);
                }
            }
        }
        return set;
    }

    static Optional<Path> corpora() {
        return Optional.ofNullable(System.getenv("HEARSAY_CORPORA"))
                .filter(s -> !s.isBlank())
                .map(Path::of);
    }
}
