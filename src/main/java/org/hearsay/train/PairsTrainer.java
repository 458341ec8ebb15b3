package org.hearsay.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.claim.GivenClaim;
import org.hearsay.read.compare.Likeness;
import org.hearsay.read.compare.PairJudge;
import org.hearsay.read.compare.Statement;
import org.hearsay.read.language.Reader;

/** Makes the model that judges pairs of claims, and says how good it is on pairs that it was not grown on. */
public final class PairsTrainer {
    private static final int FOLDS = 5;
    private static final List<String> SETS =
            List.of("msr", "sick", "feversym", "numtraps", "numheadlines", "numnatural", "numslots");
    private static final String OWN = "own";

    /**
     * A marked pair.
     *
     * @param set where it is from
     * @param fold of five; pairs that share a text, or share one with a third, are in one
     * @param label place in {@link PairJudge#CLASSES}
     */
    record Row(String set, String a, String b, int fold, float[] features, int label) {
        Row in(int of) {
            return new Row(set, a, b, of, features, label);
        }

        /** As a reader without vectors of words knows it. */
        Row withoutPartners() {
            return new Row(set, a, b, fold, PairJudge.withoutPartners(features), label);
        }
    }

    private PairsTrainer() {}

    /**
     * @param corpus a folder with a folder for each set, {@code pairs.*.jsonl} in it with id, a, b, label
     * @param table pairs of our own, lines of kind, label, a, b; those with odd numbers are kept for the test
     */
    public static void train(Path corpus, Optional<Path> table, Path out, Reader reader, Consumer<String> say)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> only = new ArrayList<>(SETS);
        only.removeIf(set -> !Files.isDirectory(corpus.resolve(set)));
        if (only.isEmpty()) {
            throw new IOException(corpus + " has none of the folders " + SETS + "; name the one that holds them");
        }
        for (String set : only) {
            try (var files = Files.list(corpus.resolve(set))) {
                for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".jsonl"))
                        .sorted()
                        .toList()) {
                    rows.addAll(rows(set, file, reader));
                }
            }
            say.accept(set + ": " + rows.size() + " pairs so far");
        }
        if (table.isPresent()) {
            rows.addAll(ofTable(table.get(), reader));
            only.add(OWN);
        }
        rows = folded(rows);
        report(rows, only, say);
        Files.writeString(
                out,
                "# Trees that judge pairs of claims; made by \"hearsay train pairs\". Classes: "
                        + String.join(", ", PairJudge.CLASSES) + ".\n" + PairTrees.grow(rows));
    }

    private static List<Row> ofTable(Path table, Reader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split("\t");
            if (cells.length == 4 && !line.startsWith("#") && number++ % 2 == 0) {
                Optional<Statement> a = statement("a", cells[2], reader);
                Optional<Statement> b = statement("b", cells[3], reader);
                if (a.isPresent() && b.isPresent()) {
                    rows.add(row(OWN, a.get(), b.get(), PairJudge.CLASSES.indexOf(cells[1]), reader));
                }
            }
        }
        return rows;
    }

    private static List<Row> rows(String set, Path file, Reader reader) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> nodes = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                nodes.add(json.readTree(line));
            }
        }
        return nodes.parallelStream()
                .flatMap(node -> row(set, node, reader).stream())
                .toList();
    }

    private static Optional<Row> row(String set, JsonNode node, Reader reader) {
        Optional<Statement> a = statement("a", node.get("a").asText(), reader);
        Optional<Statement> b = statement("b", node.get("b").asText(), reader);
        String label = node.get("label").asText();
        int of = PairJudge.CLASSES.indexOf(label.equals("contradict") ? "differ" : label);
        if (a.isEmpty() || b.isEmpty() || of < 0) {
            return Optional.empty();
        }
        return Optional.of(row(set, a.get(), b.get(), of, reader));
    }

    private static Row row(String set, Statement a, Statement b, int label, Reader reader) {
        Likeness likeness = reader.vectors().map(Likeness::by).orElse(Likeness.NONE);
        return new Row(set, a.words(), b.words(), 0, PairJudge.features(a, b, likeness.of(a, b)), label);
    }

    /** Pairs with a text in common hang together, so that nothing is judged by trees that know one of its texts. */
    private static List<Row> folded(List<Row> rows) {
        Map<String, String> above = new HashMap<>();
        for (Row row : rows) {
            above.put(top(above, row.a()), top(above, row.b()));
        }
        return rows.stream()
                .map(row -> row.in(Math.floorMod(top(above, row.a()).hashCode() * 31, FOLDS)))
                .toList();
    }

    private static String top(Map<String, String> above, String text) {
        String at = text;
        while (!above.getOrDefault(at, at).equals(at)) {
            at = above.getOrDefault(at, at);
        }
        return at;
    }

    private static Optional<Statement> statement(String id, String text, Reader reader) {
        Article article =
                new ArticleReader().ofText(new ArticleId(id), text, Optional.empty(), "the text", Optional.empty());
        return GivenClaim.of(reader.read(article)).map(claim -> new Statement(claim, article));
    }

    /**
     * Each set by trees grown on the other four fifths of all, as pairs are judged with the vectors of words and without,
     * and by trees grown on the other sets alone.
     */
    private static void report(List<Row> rows, List<String> sets, Consumer<String> say) throws IOException {
        Map<String, String> told = new TreeMap<>();
        List<PairJudge> ofFolds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            ofFolds.add(grownWithout(rows, row -> row.fold() == held));
        }
        tell(told, "five folds", sets, rows, judged(rows, row -> ofFolds.get(row.fold())));
        if (PairJudge.havePartners(rows.getFirst().features())) {
            // Beside those that ask for vectors a judge has the trees that it would have been grown without any.
            List<Row> plain = rows.stream().map(Row::withoutPartners).toList();
            tell(told, "without vectors of words", sets, plain, judged(plain, row -> ofFolds.get(row.fold())));
        }
        Map<String, PairJudge> ofOthers = new HashMap<>();
        for (String set : sets) {
            ofOthers.put(set, grownWithout(rows, row -> row.set().equals(set)));
        }
        tell(told, "grown on the other sets", sets, rows, judged(rows, row -> ofOthers.get(row.set())));
        told.forEach((set, words) -> say.accept(set + ": " + words));
    }

    private static void tell(Map<String, String> told, String how, List<String> sets, List<Row> rows, int[] predicted) {
        sets.forEach(set -> told.merge(set, how + " " + score(rows, predicted, set), (a, b) -> a + "; " + b));
    }

    private static PairJudge grownWithout(List<Row> rows, Predicate<Row> held) throws IOException {
        String trees = PairTrees.grow(rows.stream().filter(held.negate()).toList());
        return PairJudge.read(new ByteArrayInputStream(trees.getBytes(StandardCharsets.UTF_8)));
    }

    /** For each pair its likeliest class by the judge that has not seen it. */
    private static int[] judged(List<Row> rows, Function<Row, PairJudge> judges) {
        int[] judged = new int[rows.size()];
        for (int i = 0; i < judged.length; i++) {
            Row row = rows.get(i);
            double[] odds = judges.apply(row).odds(row.features());
            for (int c = 1; c < odds.length; c++) {
                judged[i] = odds[c] > odds[judged[i]] ? c : judged[i];
            }
        }
        return judged;
    }

    /** Macro F1 over the classes that the set has, and how often a pair that is no conflict is called one. */
    private static String score(List<Row> rows, int[] predicted, String set) {
        double sum = 0;
        int classes = 0;
        int alarms = 0;
        int calm = 0;
        for (int c = 0; c < PairJudge.CLASSES.size(); c++) {
            int right = 0;
            int called = 0;
            int are = 0;
            for (int i = 0; i < predicted.length; i++) {
                if (rows.get(i).set().equals(set)) {
                    boolean is = rows.get(i).label() == c;
                    boolean said = predicted[i] == c;
                    right += is && said ? 1 : 0;
                    are += is ? 1 : 0;
                    called += said ? 1 : 0;
                    alarms += c == 1 && said && !is ? 1 : 0;
                    calm += c == 1 && !is ? 1 : 0;
                }
            }
            if (are > 0) {
                classes++;
                sum += 2.0 * right / (are + called);
            }
        }
        return String.format(
                Locale.ROOT, "macro F1 %.3f, false conflicts %.3f", sum / classes, alarms / Math.max(1.0, calm));
    }
}
