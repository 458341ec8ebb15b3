package org.hearsay.keep.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.SentenceVectors;

/**
 * How many of the true nearest of a text the words of {@link Bands} bring: {@code Neighbours DOCS QUERIES MODELS}, lines of
 * JSON with a {@code text}. All documents are ranked by their cosine, and by the bands they share with the query.
 */
final class Neighbours {
    private static final int QUERIES = 200;
    private static final int[] NEAREST = {1, 10, 100};
    private static final int[] LOOKED_AT = {100, 200, 400, 800};

    private Neighbours() {}

    public static void main(String[] args) throws IOException {
        Path models = Path.of(args[2]);
        FullReader reader = FullReader.load(name -> Files.newInputStream(models.resolve(name)), models);
        SentenceVectors vectors = reader.vectors().orElseThrow();
        List<byte[]> docs = points(Path.of(args[0]), Integer.MAX_VALUE, vectors);
        List<Set<String>> bands = docs.stream()
                .map(doc -> (Set<String>) new HashSet<>(Bands.of(doc)))
                .toList();
        List<byte[]> queries = points(Path.of(args[1]), QUERIES, vectors);
        double[][] found = new double[NEAREST.length][LOOKED_AT.length];
        for (byte[] query : queries) {
            List<Integer> near = Ranked.all(docs.size(), doc -> Bands.cosine(docs.get(doc), query));
            List<String> own = Bands.of(query);
            List<Integer> rough = Ranked.all(
                    docs.size(),
                    doc -> own.stream().filter(bands.get(doc)::contains).count());
            for (int n = 0; n < NEAREST.length; n++) {
                for (int l = 0; l < LOOKED_AT.length; l++) {
                    Set<Integer> looked = new HashSet<>(rough.subList(0, LOOKED_AT[l]));
                    found[n][l] += near.subList(0, NEAREST[n]).stream()
                                    .filter(looked::contains)
                                    .count()
                            / (double) NEAREST[n]
                            / queries.size();
                }
            }
        }
        System.out.printf(Locale.ROOT, "%,d texts, %d queries%n", docs.size(), queries.size());
        for (int n = 0; n < NEAREST.length; n++) {
            for (int l = 0; l < LOOKED_AT.length; l++) {
                System.out.printf(
                        Locale.ROOT,
                        "of the nearest %d, %.3f are among the first %d by bands%n",
                        NEAREST[n],
                        found[n][l],
                        LOOKED_AT[l]);
            }
        }
    }

    private static List<byte[]> points(Path lines, int most, SentenceVectors vectors) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<byte[]> points = new ArrayList<>();
        for (String line : Files.readAllLines(lines)) {
            if (points.size() < most) {
                JsonNode node = json.readTree(line);
                Meaning.of(node.path("text").asText(), Optional.empty(), vectors)
                        .ifPresent(points::add);
            }
        }
        return points;
    }
}
