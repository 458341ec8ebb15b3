package org.hearsay.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.LineModel;
import org.hearsay.read.article.LineModel.Tree;
import org.hearsay.read.article.PageLines;

/**
 * Makes the line model of {@code read.article} from marked pages. The pages are cut into folds by publisher; each fold is
 * read with a model that has seen none of its publishers, and the scores of those readings are what is reported. The model
 * that is written has seen all. The same corpora give the same bytes.
 */
public final class ArticleTrainer {
    private static final int FOLDS = 5;
    /** The trees that glance; they need not tell text from what looks like it. */
    private static final Boosting.Growing FIRST = new Boosting.Growing(20, 12, 0.25, 0.6);
    /** The trees that glance are surer of lines that they have learned from; the others must see what is open elsewhere. */
    private static final double MARGIN = 1;
    /** Those that judge. Chosen by cross-validation; near these numbers the scores hardly move. */
    private static final Boosting.Growing TREES = new Boosting.Growing(400, 16, 0.03, 0.3);
    /** Below this F1 of the rules a page's marks and its text have little to do with each other: often half is marked. */
    private static final double DOUBTFUL = 0.6;

    /** Lines of one page with what is to be learned of each. */
    private record Lesson(ArticleCorpus.Marked page, int fold, PageLines lines, boolean[] yes, float[] weight) {}

    private final Consumer<String> say;
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<List<ArticleCorpus.Marked>> corpora = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private ArticleTrainer(Consumer<String> say) {
        this.say = say;
    }

    /**
     * @param corpus a folder with {@code fundus-dev}, {@code wcxb-dev}, {@code trafeval-dev}, each a {@code gold.jsonl}
     *     and {@code html/*.html.gz}
     * @param out the model's file; its folder is made
     * @param say takes lines of progress and the cross-validated scores
     */
    public static void train(Path corpus, Path out, Consumer<String> say) throws IOException {
        ArticleTrainer trainer = new ArticleTrainer(say);
        for (Path folder : ArticleCorpus.foldersIn(corpus)) {
            trainer.read(folder.getFileName().toString(), ArticleCorpus.read(folder));
        }
        LineModel model = trainer.trained();
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream file = Files.newOutputStream(out)) {
            model.write(file);
        }
        say.accept(String.format(Locale.ROOT, "wrote %s: %,d bytes", out, Files.size(out)));
    }

    private void read(String name, List<ArticleCorpus.Marked> pages) {
        ArticleReader reader = new ArticleReader();
        int lines = 0;
        int texts = 0;
        for (ArticleCorpus.Marked page : pages) {
            Optional<PageLines> found = reader.linesOf(page.page());
            if (found.isPresent()) {
                Lesson lesson = lesson(page, found.get());
                lessons.add(lesson);
                lines += lesson.yes.length;
                for (boolean yes : lesson.yes) {
                    texts += yes ? 1 : 0;
                }
            }
        }
        corpora.add(pages);
        names.add(name);
        say.accept("read " + name + ": " + pages.size() + " pages, " + lines + " lines, " + texts + " of them text");
    }

    static int fold(ArticleCorpus.Marked page) {
        return Math.floorMod(page.site().hashCode() * 31 >>> 3, FOLDS);
    }

    private static Lesson lesson(ArticleCorpus.Marked page, PageLines lines) {
        List<String> texts = lines.texts();
        boolean whole = page.gold().has("text");
        Alignment.Label[] labels = whole
                ? Alignment.labels(texts, page.text())
                : Alignment.labels(texts, page.all("with"), page.all("without"));
        boolean[] yes = new boolean[labels.length];
        float[] weight = new float[labels.length];
        int[] length = new int[labels.length];
        double words = 0;
        double kept = 0;
        double right = 0;
        for (int i = 0; i < labels.length; i++) {
            yes[i] = labels[i] == Alignment.Label.TEXT;
            length[i] = Alignment.words(texts.get(i)).size();
            words += yes[i] ? length[i] : 0;
            kept += lines.keptByRules(i) ? length[i] : 0;
            right += yes[i] && lines.keptByRules(i) ? length[i] : 0;
        }
        boolean doubtful = whole && 2 * right < DOUBTFUL * (words + kept);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != Alignment.Label.UNSURE && !doubtful) {
                weight[i] = whole ? weight(length[i], words) : 1;
            }
        }
        return new Lesson(page, fold(page), lines, yes, weight);
    }

    /** A line counts as much as it would in its page's score, and a little as one line. */
    private static float weight(int words, double all) {
        return (float) (0.5 + 10 * Math.min(0.5, words / Math.max(30, all)));
    }

    private LineModel trained() {
        List<ArticleReader> readers = new ArrayList<>();
        for (int f = 0; f < FOLDS; f++) {
            int fold = f;
            readers.add(new ArticleReader(model(k -> k != fold)));
        }
        say.accept("read by rules alone");
        ArticleReader rules = new ArticleReader();
        score(page -> rules);
        say.accept("read by models that have seen none of a page's publisher, " + FOLDS + " folds");
        score(page -> readers.get(fold(page)));
        return model(k -> true);
    }

    private void score(Function<ArticleCorpus.Marked, ArticleReader> readers) {
        for (int c = 0; c < corpora.size(); c++) {
            say.accept(names.get(c) + ": " + ArticleScore.of(corpora.get(c), readers));
        }
    }

    private LineModel model(IntPredicate folds) {
        List<Tree> first = trees(FIRST, PageLines.AT_HAND, folds, row -> true);
        LineModel glancing = new LineModel(first, List.of());
        return new LineModel(first, trees(TREES, PageLines.FEATURES, folds, row -> glancing.nearlyOpen(row, MARGIN)));
    }

    /** Trees over the first {@code features} numbers of those lines that pass both questions. */
    private List<Tree> trees(Boosting.Growing growing, int features, IntPredicate folds, Predicate<float[]> open) {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> yes = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (int i = 0; folds.test(lesson.fold) && i < lesson.yes.length; i++) {
                float[] row = lesson.lines.features()[i];
                if (lesson.weight[i] > 0 && open.test(row)) {
                    rows.add(features < row.length ? Arrays.copyOf(row, features) : row);
                    yes.add(lesson.yes[i]);
                    weights.add(lesson.weight[i]);
                }
            }
        }
        boolean[] answers = new boolean[rows.size()];
        float[] weight = new float[rows.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = yes.get(i);
            weight[i] = weights.get(i);
        }
        return new Boosting(growing, rows.toArray(new float[0][]), answers, weight).trees();
    }
}
