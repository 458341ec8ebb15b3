package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.StanceCase;
import org.hearsay.read.claim.StanceModel;
import org.hearsay.read.claim.StatementModel;
import org.hearsay.read.language.Reader;

/**
 * Makes the models that correct what the rules tell of a claim's stance and denial, from marked articles: each claim that is found
 * and marked is a lesson. Where the mark leaves a choice, each of the stances counts. Each hand's articles are scored with
 * weights that were fitted without them. The same files and models give the same bytes.
 */
public final class StancesTrainer {
    private static final double PULL = 7;
    private static final double PULL_OF_DENIAL = 20;
    private static final int FEWEST_TEXTS = 3;

    /** What a mark whose cue is that of the claim is ahead of one that shares as many words. */
    private static final double SAME_CUE = 0.3;

    /**
     * @param stances that the mark allows
     * @param denials whether it allows that it is denied, and that it is not
     */
    private record Lesson(
            String hand, String text, StanceCase found, Set<Stance> stances, Set<Boolean> denials, double weight) {}

    /** What is right of a hand's claims by one way of telling. */
    private record Score(double right, double hedgedAsFact, double denial) {}

    private StancesTrainer() {}

    /**
     * @param corpus the folder of the marked articles
     * @param out the folder of {@code stances.txt} and {@code denials.txt}
     * @param readers that the models are for; the first one's claims are scored
     */
    public static void train(Path corpus, Path out, List<Reader> readers, Consumer<String> say) throws IOException {
        ClaimFinder finder = new ClaimFinder();
        List<Lesson> lessons = new ArrayList<>();
        List<Lesson> scored = new ArrayList<>();
        for (Path file : Marks.files(corpus)) {
            for (int i = 0; i < readers.size(); i++) {
                List<Lesson> found = lessons(file, readers.get(i), finder, 1.0 / readers.size());
                lessons.addAll(found);
                scored.addAll(i == 0 ? found : List.of());
            }
        }
        say.accept(lessons.size() + " claims, of " + scored.size() + " marks");
        write(lessons, out, say);
        for (String hand : scored.stream().map(Lesson::hand).distinct().toList()) {
            StanceModel model =
                    model(scored.stream().filter(l -> !l.hand().equals(hand)).toList());
            List<Lesson> own =
                    scored.stream().filter(l -> l.hand().equals(hand)).toList();
            say.accept(hand + ": "
                    + told(
                            score(own, l -> l.found().stance(), l -> l.found().denied()),
                            score(
                                    own,
                                    l -> model.stance(
                                            l.found().stance(), l.found().signs()),
                                    l -> model.denied(
                                            l.found().denied(), l.found().denials()))));
        }
    }

    private static List<Lesson> lessons(Path file, Reader reader, ClaimFinder finder, double weight)
            throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        for (MarkedArticles.Marked marked : MarkedArticles.read(file)) {
            List<MarkedArticles.Mark> marks = Marks.claims(marked);
            List<StanceCase> found = finder.stancesIn(reader.read(marked.article()));
            String text = file.getFileName() + " " + marked.id();
            for (Pairing pair : Pairing.oneToOne(
                    marks, found, (mark, one) -> likeness(marked.article().text(), mark, one), Marks.SHARED)) {
                MarkedArticles.Mark mark = marks.get(pair.mark());
                if (!mark.optional()) {
                    lessons.add(lesson(Marks.hand(file, marked), text, found.get(pair.found()), mark, weight));
                }
            }
        }
        return lessons;
    }

    private static Lesson lesson(String hand, String text, StanceCase found, MarkedArticles.Mark mark, double weight) {
        Set<Stance> stances = new HashSet<>();
        Set<Boolean> denials = new HashSet<>();
        for (String sure : mark.stances()) {
            String[] words = sure.split(" ");
            stances.add(Stance.valueOf(words[0].toUpperCase(Locale.ROOT)));
            denials.add(words.length > 1);
        }
        return new Lesson(hand, text, found, stances, denials, weight);
    }

    /** At least {@link Marks#SHARED} where enough of their words are the same, and more where the cue is too. */
    private static double likeness(String text, MarkedArticles.Mark mark, StanceCase found) {
        double most = 0;
        for (List<Span> content : mark.contents()) {
            most = Math.max(most, Marks.shared(text, content, found.content()));
        }
        List<Span> cue = found.cue();
        String words = cue.isEmpty() ? "-" : cue.get(0).of(text).toLowerCase(Locale.ROOT);
        boolean same = mark.cues().stream().anyMatch(c -> words.contains(c.toLowerCase(Locale.ROOT)));
        return most >= Marks.SHARED && same ? most + SAME_CUE : most;
    }

    private static StanceModel model(List<Lesson> lessons) {
        return StanceModel.of(stances(lessons), denials(lessons));
    }

    private static List<Map<String, Double>> stances(List<Lesson> lessons) {
        List<Map<String, Double>> weights = new ArrayList<>();
        for (Stance stance : StanceModel.STANCES) {
            List<Logistic.Row> rows = lessons.stream()
                    .map(l -> new Logistic.Row(
                            l.text(), l.found().signs(), l.stances().contains(stance), l.weight()))
                    .toList();
            weights.add(Logistic.weights(rows, StatementModel.BASE, PULL, FEWEST_TEXTS));
        }
        return weights;
    }

    private static Map<String, Double> denials(List<Lesson> lessons) {
        List<Logistic.Row> rows = lessons.stream()
                .map(l -> new Logistic.Row(
                        l.text(), l.found().denials(), l.denials().equals(Set.of(true)), l.weight()))
                .toList();
        return Logistic.weights(rows, StatementModel.BASE, PULL_OF_DENIAL, FEWEST_TEXTS);
    }

    private interface Telling {
        Stance of(Lesson lesson);
    }

    private static Score score(List<Lesson> lessons, Telling stance, Predicate<Lesson> denied) {
        double right = 0;
        double hedged = 0;
        double facts = 0;
        double rightDenials = 0;
        double denials = 0;
        for (Lesson lesson : lessons) {
            Stance told = stance.of(lesson);
            right += lesson.stances().contains(told) ? 1 : 0;
            boolean fact = lesson.stances().contains(Stance.ASSERTED);
            hedged += fact ? 0 : 1;
            facts += !fact && told == Stance.ASSERTED ? 1 : 0;
            boolean must = lesson.denials().equals(Set.of(true));
            boolean no = denied.test(lesson);
            rightDenials += must && no ? 2 : 0;
            denials += (must ? 1 : 0) + (no && (must || !lesson.denials().contains(true)) ? 1 : 0);
        }
        return new Score(right / lessons.size(), facts / Math.max(1, hedged), rightDenials / Math.max(1, denials));
    }

    private static String told(Score rules, Score model) {
        return String.format(
                Locale.ROOT,
                "stance right %.3f -> %.3f, hedged as asserted %.3f -> %.3f, denial F1 %.3f -> %.3f",
                rules.right(),
                model.right(),
                rules.hedgedAsFact(),
                model.hedgedAsFact(),
                rules.denial(),
                model.denial());
    }

    private static void write(List<Lesson> lessons, Path out, Consumer<String> say) throws IOException {
        String made = "Made by hearsay train stances, models/README.md tells from what: do not edit.";
        Path stances = out.resolve("stances.txt");
        Path denials = out.resolve("denials.txt");
        Marks.write(
                List.of(
                        "What each sign adds to the logarithm of the odds that a claim is "
                                + String.join(
                                        ", ",
                                        StanceModel.STANCES.stream()
                                                .map(s -> s.name().toLowerCase(Locale.ROOT))
                                                .toList())
                                + ".",
                        made),
                stances(lessons),
                stances);
        Marks.write(
                List.of("What each sign adds to the logarithm of the odds that a claim is denied.", made),
                List.of(denials(lessons)),
                denials);
        say.accept(String.format(
                Locale.ROOT,
                "wrote %s: %,d bytes, %s: %,d bytes",
                stances,
                Files.size(stances),
                denials,
                Files.size(denials)));
    }
}
