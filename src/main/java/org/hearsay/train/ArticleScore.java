package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;

/**
 * How well texts match marked pages. Text as in scrapinghub's article-extraction-benchmark (shingles of four words, each
 * page's counts made to sum to one, precision and recall averaged over pages, F1 of the two); segments as in trafilatura's
 * evaluation; headings and list items: the share that is a line of its own.
 *
 * @param read how many of the pages have a text
 * @param text F1, 0 where no page has its whole text marked
 * @param segments F1 of the parts that must and must not be there
 */
public record ArticleScore(
        int pages,
        int read,
        double text,
        double precision,
        double recall,
        double segments,
        double headings,
        double items) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int SHINGLE = 4;

    /**
     * @param corpus a folder of marked pages, or of such folders
     * @param say takes a line a folder
     */
    public static void evaluate(Path corpus, ArticleReader reader, Consumer<String> say) throws IOException {
        for (Path folder : ArticleCorpus.foldersIn(corpus)) {
            say.accept(folder.getFileName() + ": " + of(ArticleCorpus.read(folder), page -> reader));
        }
    }

    static ArticleScore of(List<ArticleCorpus.Marked> pages, Function<ArticleCorpus.Marked, ArticleReader> readers) {
        Sums sums = new Sums();
        for (ArticleCorpus.Marked page : pages) {
            Extraction read = readers.apply(page).read(page.page(), Hints.NONE);
            sums.add(page, read.readable().map(Article::text).orElse(""));
        }
        return sums.score(pages.size());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "pages %d  text %.4f (p %.4f r %.4f)  segments %.4f  headings %.4f  items %.4f",
                pages,
                text,
                precision,
                recall,
                segments,
                headings,
                items);
    }

    private static final class Sums {
        private double precision;
        private double recall;
        private int read;
        private int answered;
        private int marked;
        private final int[] segments = new int[3];
        private final int[] headings = new int[2];
        private final int[] items = new int[2];

        void add(ArticleCorpus.Marked page, String text) {
            read += text.isEmpty() ? 0 : 1;
            if (page.gold().has("text")) {
                text(shingles(page.text()), shingles(text));
            }
            String plain = Alignment.plain(text);
            for (String part : page.all("with")) {
                segments[plain.contains(Alignment.plain(part)) ? 0 : 2]++;
            }
            for (String part : page.all("without")) {
                segments[1] += plain.contains(Alignment.plain(part)) ? 1 : 0;
            }
            Set<List<String>> lines = new HashSet<>();
            text.lines().forEach(l -> lines.add(Alignment.words(l)));
            for (String heading : page.all("headings")) {
                headings[0]++;
                headings[1] += lines.contains(Alignment.words(heading)) ? 1 : 0;
            }
            for (String item : page.all("lists")) {
                items[0]++;
                items[1] += lines.contains(Alignment.words(item)) ? 1 : 0;
            }
        }

        private void text(Map<String, Integer> gold, Map<String, Integer> own) {
            double both = 0;
            double ours = 0;
            double theirs = 0;
            for (Map.Entry<String, Integer> e : own.entrySet()) {
                both += Math.min(e.getValue(), gold.getOrDefault(e.getKey(), 0));
                ours += e.getValue();
            }
            for (int count : gold.values()) {
                theirs += count;
            }
            if (ours > 0) {
                precision += both / ours;
                answered++;
            }
            if (theirs > 0) {
                recall += both / theirs;
                marked++;
            }
        }

        ArticleScore score(int pages) {
            double p = answered == 0 ? 0 : precision / answered;
            double r = marked == 0 ? 0 : recall / marked;
            return new ArticleScore(
                    pages,
                    read,
                    p + r == 0 ? 0 : 2 * p * r / (p + r),
                    p,
                    r,
                    2.0 * segments[0] / Math.max(1, 2 * segments[0] + segments[1] + segments[2]),
                    headings[1] / (double) Math.max(1, headings[0]),
                    items[1] / (double) Math.max(1, items[0]));
        }
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(Alignment.visible(text));
        while (m.find()) {
            words.add(m.group());
        }
        Map<String, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - SHINGLE + 1); i++) {
            List<String> shingle = words.subList(i, Math.min(words.size(), i + SHINGLE));
            if (!shingle.isEmpty()) {
                shingles.merge(String.join(" ", shingle), 1, Integer::sum);
            }
        }
        return shingles;
    }
}
