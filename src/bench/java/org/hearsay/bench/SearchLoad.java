package org.hearsay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;

/**
 * How fast many claims are indexed and found, in processor time of one core: {@code SearchLoad FOLDER [CLAIMS [SHAPE]]}. Questions of the shapes
 * that people ask, in turn, each with facets, highlights and folding, as the search page asks them; beside them the same
 * words as {@link PlainSearch} asks them.
 */
public final class SearchLoad {
    private static final int BATCH = 200;
    private static final int ROUNDS = 40;
    private static final int WARM = 40;

    private SearchLoad() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int claims = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        ClaimSample sample = new ClaimSample(20261126);
        if (!Files.exists(folder.resolve("segments_1")) && !isThere(folder)) {
            fill(folder, sample, claims);
        }
        try (LuceneIndex index = LuceneIndex.open(folder);
                DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d documents in %d segments%n",
                    index.size(),
                    reader.leaves().size());
            ask(index, reader, sample, args.length > 2 ? args[2] : "");
        }
    }

    private static boolean isThere(Path folder) throws IOException {
        return Files.isDirectory(folder) && DirectoryReader.indexExists(FSDirectory.open(folder));
    }

    private static void fill(Path folder, ClaimSample sample, int claims) throws IOException {
        long making = 0;
        long start = Spent.byProcess();
        int done = 0;
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            while (done < claims) {
                long before = Spent.byThisThread();
                List<IndexedArticle> batch = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    batch.add(sample.next());
                }
                making += Spent.byThisThread() - before;
                index.replace(batch);
                // As often as the clerk of a busy installation, not as of a quiet one.
                done += BATCH * 8;
                if (done % (BATCH * 8 * 20) == 0) {
                    index.commit();
                }
            }
            index.commit();
        }
        // Of all threads: merges have one of their own.
        double seconds = (Spent.byProcess() - start - making) / 1e9;
        System.out.printf(Locale.ROOT, "indexed %,d claims in %.1f s: %,.0f claims/s%n", done, seconds, done / seconds);
    }

    private static void ask(LuceneIndex index, DirectoryReader reader, ClaimSample sample, String only)
            throws IOException {
        Random random = new Random(7);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Map<String, List<Double>> bare = new LinkedHashMap<>();
        Map<String, List<Double>> whole = new LinkedHashMap<>();
        List<Double> all = new ArrayList<>();
        PlainSearch plain = new PlainSearch(reader);
        for (int round = -WARM; round < ROUNDS; round++) {
            for (Map.Entry<String, String> shape : shapes(sample, random).entrySet()) {
                if (!shape.getKey().startsWith(only)) {
                    continue;
                }
                Sort sort = shape.getKey().contains("newest") ? Sort.NEWEST : Sort.RELEVANCE;
                Query query = Query.parse(shape.getValue());
                // A search is done by the thread that asks.
                long start = Spent.byThisThread();
                index.search(new SearchRequest(query, In.CLAIMS, sort, true, 0, 20));
                double millis = (Spent.byThisThread() - start) / 1e6;
                if (round >= 0) {
                    times.computeIfAbsent(shape.getKey(), k -> new ArrayList<>())
                            .add(millis);
                    all.add(millis);
                }
                long before = Spent.byThisThread();
                boolean asked = plain.bare(shape.getKey(), shape.getValue());
                long between = Spent.byThisThread();
                plain.whole(shape.getKey(), shape.getValue());
                if (asked && round >= 0) {
                    bare.computeIfAbsent(shape.getKey(), k -> new ArrayList<>()).add((between - before) / 1e6);
                    whole.computeIfAbsent(shape.getKey(), k -> new ArrayList<>())
                            .add((Spent.byThisThread() - between) / 1e6);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s %8s %8s %8s   %s%n",
                "shape (ms)",
                "p50",
                "p95",
                "max",
                "Lucene with facets and highlights p50, p95, ratio; matching alone p50, ratio");
        times.forEach((shape, list) -> System.out.printf(
                Locale.ROOT,
                "%-28s %8.1f %8.1f %8.1f   %s%n",
                shape,
                at(list, 0.5),
                at(list, 0.95),
                at(list, 1),
                whole.containsKey(shape) ? beside(list, whole.get(shape), bare.get(shape)) : ""));
        System.out.printf(Locale.ROOT, "%-28s %8.1f %8.1f %8.1f%n", "all", at(all, 0.5), at(all, 0.95), at(all, 1));
    }

    /** Words of every frequency but the very first, which stand for "the" and "of". */
    static Map<String, String> shapes(ClaimSample sample, Random random) {
        String common = sample.word(10 + random.nextInt(90));
        String usual = sample.word(100 + random.nextInt(900));
        String other = sample.word(100 + random.nextInt(900));
        String rare = sample.word(2_000 + random.nextInt(20_000));
        String person = sample.person(random.nextInt(500));
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("word, common", common);
        shapes.put("word, usual", usual);
        shapes.put("word, rare", rare);
        shapes.put("two words", usual + " " + common);
        shapes.put("phrase", '"' + common + " " + usual + '"');
        shapes.put("phrase + two fields", '"' + common + " " + usual + "\" attribution:named outlet:\"Outlet 3\"");
        shapes.put("word + field, newest", usual + " attribution:unnamed");
        shapes.put("AND NOT across article", usual + " AND " + common + " NOT " + other);
        shapes.put("either of three", usual + " OR " + other + " OR " + rare);
        shapes.put("prefix", usual.substring(0, Math.min(5, usual.length())) + "* " + other);
        shapes.put("fuzzy", rare + "~ " + common);
        shapes.put("voice", "source:\"" + person + '"');
        shapes.put("entity, newest", "entity:\"" + person + "\" first-seen:2026-01..");
        shapes.put("figure and dates", "quantity:>50% date:2026-03 " + usual);
        return shapes;
    }

    private static String beside(List<Double> ours, List<Double> whole, List<Double> bare) {
        return String.format(
                Locale.ROOT,
                "%.1f, %.1f, %.2f; %.1f, %.1f",
                at(whole, 0.5),
                at(whole, 0.95),
                at(ours, 0.5) / at(whole, 0.5),
                at(bare, 0.5),
                at(ours, 0.5) / at(bare, 0.5));
    }

    private static double at(List<Double> times, double share) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }
}
