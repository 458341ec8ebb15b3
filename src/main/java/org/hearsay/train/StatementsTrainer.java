package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.claim.OutletClause;
import org.hearsay.read.claim.StatementModel;
import org.hearsay.read.language.Reader;

/**
 * Makes the model that tells which clauses of an outlet's own are claims: from marked articles, where each clause that no mark covers
 * is none, and from clauses of real pages that were judged by eye. Each hand's articles are scored with weights that were
 * fitted without them. The same files and models give the same bytes.
 */
public final class StatementsTrainer {
    private static final double PULL = 10;
    private static final int FEWEST_TEXTS = 3;

    /** Pages are of more kinds than the marked articles, and few of their clauses are judged. */
    private static final double PAGES_WEIGHT = 2;

    private static final double[] FROM = {0.45, 0.5, 0.55, 0.6, 0.65, 0.7};

    /**
     * @param hand who wrote and marked it: the file and the letter that the article's name begins with
     * @param marked whether anybody is marked to say it, the outlet or another
     */
    private record Lesson(String hand, Logistic.Row row, boolean marked) {}

    private StatementsTrainer() {}

    /**
     * @param corpus the folder of the marked articles
     * @param judged clauses of pages with their signs; those of the articles only if absent
     * @param readers that the model is for
     */
    public static void train(Path corpus, Optional<Path> judged, Path out, List<Reader> readers, Consumer<String> say)
            throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        ClaimFinder finder = new ClaimFinder();
        List<Path> files = Marks.files(corpus);
        for (Path file : files) {
            for (Reader reader : readers) {
                lessons.addAll(lessons(file, reader, finder, 1.0 / readers.size()));
            }
        }
        List<Logistic.Row> pages = judged.isPresent() ? judged(judged.get()) : List.of();
        say.accept(lessons.size() + " clauses of " + files.size() + " files, " + pages.size() + " of pages");
        for (String hand : lessons.stream().map(Lesson::hand).distinct().toList()) {
            score(hand, lessons, pages, say);
        }
        List<Logistic.Row> rows = new ArrayList<>(pages);
        lessons.forEach(lesson -> rows.add(lesson.row()));
        Marks.write(
                List.of(
                        "What each sign adds to the logarithm of the odds that a clause of the outlet's own is a claim.",
                        "Made by hearsay train statements, models/README.md tells from what: do not edit."),
                List.of(weights(rows)),
                out);
        say.accept(String.format(Locale.ROOT, "wrote %s: %,d bytes", out, Files.size(out)));
    }

    private static List<Lesson> lessons(Path file, Reader reader, ClaimFinder finder, double weight)
            throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        String name = file.getFileName().toString();
        for (MarkedArticles.Marked marked : MarkedArticles.read(file)) {
            List<MarkedArticles.Mark> claims = Marks.claims(marked);
            for (OutletClause clause : finder.outletClausesIn(reader.read(marked.article()))) {
                Optional<MarkedArticles.Mark> mark =
                        Marks.closest(marked.article().text(), claims, clause.span());
                if (mark.isEmpty() || !mark.get().optional()) {
                    boolean yes =
                            mark.filter(m -> m.voices().contains("outlet")).isPresent();
                    String text = name + " " + marked.id();
                    String hand = Marks.hand(file, marked);
                    lessons.add(
                            new Lesson(hand, new Logistic.Row(text, clause.signs(), yes, weight), mark.isPresent()));
                }
            }
        }
        return lessons;
    }

    /** Lines of page, place, verdict and signs; each also as a reader without an encoder knows it. */
    private static List<Logistic.Row> judged(Path file) throws IOException {
        List<Logistic.Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] columns = line.split(" ");
            Map<String, Double> signs = new LinkedHashMap<>();
            for (int i = 3; i < columns.length; i++) {
                int at = columns[i].indexOf('=');
                signs.put(
                        at < 0 ? columns[i] : columns[i].substring(0, at),
                        at < 0 ? 1.0 : Double.parseDouble(columns[i].substring(at + 1)));
            }
            Map<String, Double> light = new LinkedHashMap<>(signs);
            light.remove("worth");
            light.remove("judged");
            boolean yes = columns[2].equals("claim");
            rows.add(new Logistic.Row(columns[0], signs, yes, PAGES_WEIGHT / 2));
            rows.add(new Logistic.Row(columns[0], light, yes, PAGES_WEIGHT / 2));
        }
        return rows;
    }

    /** What a model that has not seen the file finds in it. */
    private static void score(String hand, List<Lesson> lessons, List<Logistic.Row> pages, Consumer<String> say) {
        List<Logistic.Row> others = new ArrayList<>(pages);
        lessons.stream().filter(l -> !l.hand().equals(hand)).forEach(l -> others.add(l.row()));
        StatementModel model = new StatementModel(weights(others));
        List<Lesson> own = lessons.stream().filter(l -> l.hand().equals(hand)).toList();
        long wanted = own.stream().filter(l -> l.row().yes()).count();
        StringBuilder line = new StringBuilder(hand + ":");
        for (double from : FROM) {
            List<Lesson> found = own.stream()
                    .filter(l -> model.share(l.row().signs()) >= from)
                    .toList();
            double right = found.stream().filter(l -> l.row().yes()).count();
            double marked = found.stream().filter(Lesson::marked).count();
            line.append(String.format(
                    Locale.ROOT,
                    "  from %.2f found %.3f, right %.3f, marked %.3f;",
                    from,
                    right / wanted,
                    right / found.size(),
                    marked / found.size()));
        }
        say.accept(line.toString());
    }

    private static Map<String, Double> weights(List<Logistic.Row> rows) {
        return Logistic.weights(rows, StatementModel.BASE, PULL, FEWEST_TEXTS);
    }
}
