package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Reader;
import org.hearsay.read.language.Reading;

/**
 * Scores a reader's names on corpora whose words are given: a name counts when its words and its type are right, a
 * leading article and a possessive aside.
 *
 * <pre>{@code
 * NamesScore.evaluate(Path.of("corpora/names/dev"), reader, System.out::println);
 * }</pre>
 */
public final class NamesScore {
    private NamesScore() {}

    /** How many names were found, were there, and were found right. */
    public record Count(int found, int there, int right) {
        public double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        public double recall() {
            return there == 0 ? 0 : (double) right / there;
        }

        public double f1() {
            return found + there == 0 ? 0 : 2.0 * right / (found + there);
        }

        Count plus(Count other) {
            return new Count(found + other.found, there + other.there, right + other.right);
        }
    }

    /**
     * Scores of one file by type; MISC stands apart from the sum, as corpora differ in what it is.
     *
     * @param seconds processor time of the reading
     */
    public record Score(String corpus, Map<NameType, Count> types, int sentences, double seconds) {
        public Score {
            types = Map.copyOf(types);
        }

        /** Persons, organizations and places together. */
        public Count all() {
            Count sum = new Count(0, 0, 0);
            for (NameType type : List.of(NameType.PERSON, NameType.ORGANIZATION, NameType.LOCATION)) {
                sum = sum.plus(types.getOrDefault(type, new Count(0, 0, 0)));
            }
            return sum;
        }
    }

    /** Scores every {@code *.conll} of a folder and says the figures in a table. */
    public static List<Score> evaluate(Path folder, Reader reader, Consumer<String> say) throws IOException {
        List<Score> scores = new ArrayList<>();
        for (Path file : NameCorpus.files(folder)) {
            Score score = score(file, reader);
            scores.add(score);
            say.accept(String.format(
                    Locale.ROOT,
                    "%s: %d sentences, %.0f a second",
                    score.corpus(),
                    score.sentences(),
                    score.sentences() / Math.max(score.seconds(), 1e-3)));
            for (NameType type : NameType.values()) {
                say.accept(row(type.toString(), score.types().getOrDefault(type, new Count(0, 0, 0))));
            }
            say.accept(row("without MISC", score.all()));
        }
        return scores;
    }

    private static String row(String name, Count count) {
        return String.format(
                Locale.ROOT,
                "  %-13s P %5.1f  R %5.1f  F1 %5.1f  (found %d, there %d)",
                name,
                100 * count.precision(),
                100 * count.recall(),
                100 * count.f1(),
                count.found(),
                count.there());
    }

    private static Score score(Path file, Reader reader) throws IOException {
        List<NameCorpus.Labelled> sentences = NameCorpus.read(file);
        Map<NameType, Count> types = new EnumMap<>(NameType.class);
        long start = System.nanoTime();
        for (int from = 0; from < sentences.size(); ) {
            int to = from + 1;
            while (to < sentences.size() && !sentences.get(to).newDocument()) {
                to++;
            }
            document(sentences.subList(from, to), reader, types);
            from = to;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Score(file.getFileName().toString().replace(".conll", ""), types, sentences.size(), seconds);
    }

    private record Found(int start, int end, NameType type) {}

    private static void document(List<NameCorpus.Labelled> sentences, Reader reader, Map<NameType, Count> types) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        List<List<Span>> words = new ArrayList<>();
        Set<Found> gold = new HashSet<>();
        for (NameCorpus.Labelled sentence : sentences) {
            int begin = text.length();
            List<Span> spans = new ArrayList<>();
            for (String word : sentence.words()) {
                spans.add(new Span(text.length(), text.length() + word.length()));
                text.append(word).append(' ');
            }
            text.setCharAt(text.length() - 1, '\n');
            blocks.add(new Block.Paragraph(new Span(begin, text.length() - 1)));
            words.add(spans);
            gold.addAll(gold(sentence, spans));
        }
        String whole = text.toString();
        Article article = new Article(
                new ArticleId("corpus"),
                Optional.empty(),
                "corpus",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                whole,
                blocks);
        Reading reading = reader.read(article, words);
        Set<Found> right = new HashSet<>();
        Set<Found> found = new HashSet<>();
        for (Mention mention : reading.names()) {
            found.add(trimmed(mention.span().start(), mention.span().end(), mention.type(), whole));
        }
        Set<Found> there = new HashSet<>();
        gold.forEach(name -> there.add(trimmed(name.start(), name.end(), name.type(), whole)));
        found.stream().filter(there::contains).forEach(right::add);
        for (NameType type : NameType.values()) {
            Count count = new Count(of(type, found), of(type, there), of(type, right));
            types.merge(type, count, Count::plus);
        }
    }

    private static int of(NameType type, Set<Found> names) {
        return (int) names.stream().filter(name -> name.type() == type).count();
    }

    private static List<Found> gold(NameCorpus.Labelled sentence, List<Span> spans) {
        List<Found> names = new ArrayList<>();
        String[] labels = sentence.labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equals("O")) {
                continue;
            }
            int end = i + 1;
            while (end < labels.length && labels[end].equals("I-" + labels[i].substring(2))) {
                end++;
            }
            names.add(new Found(
                    spans.get(i).start(), spans.get(end - 1).end(), NameType.valueOf(labels[i].substring(2))));
            i = end - 1;
        }
        return names;
    }

    private static Found trimmed(int start, int end, NameType type, String text) {
        int from = start;
        int to = end;
        for (String article : List.of("the ", "The ", "a ", "an ", "\"", "' ", "\" ")) {
            from += text.startsWith(article, from) && to - from > article.length() ? article.length() : 0;
        }
        for (String end2 : List.of(" 's", "'s", " \"", "\"", " '")) {
            to -= to - from > end2.length() && text.startsWith(end2, to - end2.length()) ? end2.length() : 0;
        }
        return new Found(from, to, type);
    }
}
