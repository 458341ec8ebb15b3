package org.hearsay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.FullReader;

/**
 * How fast claims are indexed so that searches find them, and how fast they then get their meaning, in processor time of
 * the whole process: {@code IndexLoad FOLDER [CLAIMS [CLAIMS WITH MEANING]]}. The folder is new.
 */
public final class IndexLoad {
    private static final int BATCH = 200;

    private IndexLoad() {}

    public static void main(String[] args) throws IOException {
        int claims = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
        int meant = args.length > 2 ? Integer.parseInt(args[2]) : 4_000;
        Path models = Path.of("models");
        FullReader reader = FullReader.load(name -> Files.newInputStream(models.resolve(name)), models);
        ClaimSample sample = new ClaimSample(20261126);
        try (LuceneIndex index = LuceneIndex.open(Path.of(args[0]))) {
            List<IndexedArticle> kept = new ArrayList<>();
            int done = 0;
            double spent = 0;
            while (done < claims) {
                List<IndexedArticle> batch = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    batch.add(sample.next());
                }
                double before = seconds();
                index.replaceForNow(batch);
                index.commit();
                spent += seconds() - before;
                done += count(batch);
                if (count(kept) < meant) {
                    kept.addAll(batch);
                }
            }
            System.out.printf(Locale.ROOT, "found: %,d claims in %.1f s, %,.0f a second%n", done, spent, done / spent);
            index.understand(reader.vectors().orElseThrow());
            double before = seconds();
            index.replace(kept);
            index.commit();
            spent = seconds() - before;
            int all = count(kept);
            System.out.printf(
                    Locale.ROOT, "with meaning: %,d claims in %.1f s, %,.0f a second%n", all, spent, all / spent);
            List<ArticleId> left = index.withoutMeaning(Integer.MAX_VALUE / 2);
            System.out.printf(Locale.ROOT, "%,d articles still without%n", left.size());
        }
    }

    private static double seconds() {
        return Spent.byProcess() / 1e9;
    }

    private static int count(List<IndexedArticle> articles) {
        return articles.stream().mapToInt(article -> article.claims().size()).sum();
    }
}
