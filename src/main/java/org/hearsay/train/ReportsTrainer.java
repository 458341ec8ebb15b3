package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.claim.ReportClause;
import org.hearsay.read.claim.StatementModel;
import org.hearsay.read.language.Reader;

/**
 * Makes the model that tells somebody's words from the acts that only the outlet tells, from marked articles: a report whose words
 * are marked as the outlet's, or whose cue stands in such a mark, is none. Each hand's articles are scored with weights that
 * were fitted without them. The same files and models give the same bytes.
 */
public final class ReportsTrainer {
    private static final double PULL = 2;
    private static final int FEWEST_TEXTS = 2;
    private static final double[] BELOW = {0.3, 0.4, 0.5, 0.6};

    private record Lesson(String hand, Logistic.Row row) {}

    private ReportsTrainer() {}

    /**
     * @param corpus the folder of the marked articles
     * @param readers that the model is for
     */
    public static void train(Path corpus, Path out, List<Reader> readers, Consumer<String> say) throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        ClaimFinder finder = new ClaimFinder();
        for (Path file : Marks.files(corpus)) {
            for (Reader reader : readers) {
                lessons.addAll(lessons(file, reader, finder, 1.0 / readers.size()));
            }
        }
        say.accept(lessons.size() + " reports");
        for (String hand : lessons.stream().map(Lesson::hand).distinct().toList()) {
            score(hand, lessons, say);
        }
        Marks.write(
                List.of(
                        "What each sign adds to the logarithm of the odds that a report tells somebody's words.",
                        "Made by hearsay train reports, models/README.md tells from what: do not edit."),
                List.of(weights(lessons.stream().map(Lesson::row).toList())),
                out);
        say.accept(String.format(Locale.ROOT, "wrote %s: %,d bytes", out, Files.size(out)));
    }

    private static List<Lesson> lessons(Path file, Reader reader, ClaimFinder finder, double weight)
            throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        for (MarkedArticles.Marked marked : MarkedArticles.read(file)) {
            List<MarkedArticles.Mark> marks = Marks.claims(marked);
            for (ReportClause clause : finder.reportsIn(reader.read(marked.article()))) {
                told(marked.article().text(), marks, clause).ifPresent(yes -> {
                    String text = file.getFileName() + " " + marked.id();
                    lessons.add(
                            new Lesson(Marks.hand(file, marked), new Logistic.Row(text, clause.signs(), yes, weight)));
                });
            }
        }
        return lessons;
    }

    /** Whether somebody is marked to tell it; nothing where it is left open or marked as nothing at all. */
    private static Optional<Boolean> told(String text, List<MarkedArticles.Mark> marks, ReportClause clause) {
        Optional<MarkedArticles.Mark> mark = Marks.closest(text, marks, clause.content());
        if (mark.isEmpty()) {
            boolean outlets = marks.stream()
                    .filter(m -> m.voices().equals(List.of("outlet")))
                    .anyMatch(m -> m.contents().stream().anyMatch(c -> holds(c, clause.cue())));
            return outlets ? Optional.of(false) : Optional.empty();
        }
        boolean outlet = mark.get().voices().contains("outlet");
        boolean open = mark.get().optional() || outlet && mark.get().voices().size() > 1;
        return open ? Optional.empty() : Optional.of(!outlet);
    }

    private static boolean holds(List<Span> content, Span cue) {
        return content.stream().anyMatch(s -> s.contains(cue));
    }

    /** What a model that has not seen the hand takes for no report. */
    private static void score(String hand, List<Lesson> lessons, Consumer<String> say) {
        StatementModel model = new StatementModel(weights(lessons.stream()
                .filter(l -> !l.hand().equals(hand))
                .map(Lesson::row)
                .toList()));
        List<Logistic.Row> own = lessons.stream()
                .filter(l -> l.hand().equals(hand))
                .map(Lesson::row)
                .toList();
        long acts = own.stream().filter(r -> !r.yes()).count();
        StringBuilder line = new StringBuilder(hand + ": " + own.size() + ", acts " + acts);
        for (double below : BELOW) {
            List<Logistic.Row> out =
                    own.stream().filter(r -> model.share(r.signs()) < below).toList();
            long right = out.stream().filter(r -> !r.yes()).count();
            line.append(String.format(Locale.ROOT, "  below %.1f %d, %d right;", below, out.size(), right));
        }
        say.accept(line.toString());
    }

    private static Map<String, Double> weights(List<Logistic.Row> rows) {
        return Logistic.weights(rows, StatementModel.BASE, PULL, FEWEST_TEXTS);
    }
}
