package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Dated;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.SentenceVectors;

/** Makes fingerprints and judges two of them. */
final class Fingerprints {
    /** Of 64, 128 and 256 only this kept edited copies and other texts apart without overlap (see the measuring test). */
    static final int SAMPLE = 256;

    /** Words of the text that tell its event, after the title: two or three sentences. */
    private static final int LEAD_WORDS = 100;

    private static final int NAMES = 12;
    static final String NAME = "name:";

    private Fingerprints() {}

    static Fingerprint of(Reading reading, Optional<SentenceVectors> vectors) {
        Article article = reading.article();
        List<String> body = words(article);
        TreeSet<Long> sample = new TreeSet<>();
        for (int i = 0; i + 2 < body.size(); i++) {
            sample.add(Hashes.of(body.get(i), body.get(i + 1), body.get(i + 2)));
            if (sample.size() > SAMPLE) {
                sample.pollLast();
            }
        }
        return new Fingerprint(
                sample,
                topics(reading),
                article.published().map(Dated::earliest),
                article.agency(),
                vectors.flatMap(v -> Meanings.of(reading, v)));
    }

    /** Of the running text; of everything where there is none. */
    private static List<String> words(Article article) {
        StringBuilder body = new StringBuilder();
        for (Block block : article.blocks()) {
            if (!(block instanceof Block.Heading)) {
                body.append(block.span().of(article.text())).append('\n');
            }
        }
        return Words.of(body.isEmpty() ? article.text() : body.toString()).stream()
                .map(Words.Word::text)
                .toList();
    }

    private static SortedSet<String> topics(Reading reading) {
        Article article = reading.article();
        String text = article.text();
        TreeSet<String> topics = new TreeSet<>();
        List<Words.Word> all = Words.of(text);
        String lead = all.size() <= LEAD_WORDS
                ? text
                : text.substring(0, all.get(LEAD_WORDS).start());
        for (Words.Word word : Words.of(article.title().orElse("") + "\n" + lead)) {
            boolean tells = Words.isContent(word.text()) && (word.text().length() > 2 || Words.isFigure(word.text()));
            if (tells) {
                topics.add(Words.stem(word.text()));
            } else if (Words.isOfCalendar(word.text())) {
                topics.add(word.text());
            }
        }
        // A name in the lead counts as word and as name, twice what another word counts.
        names(reading, all).forEach(name -> topics.add(NAME + name));
        return topics;
    }

    /** The words of the names that the text repeats most: those that were recognised, and all that look like one. */
    private static List<String> names(Reading reading, List<Words.Word> words) {
        String text = reading.article().text();
        Map<String, Integer> counts = new HashMap<>();
        Set<String> common = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            Words.Word word = words.get(i);
            boolean upper = Character.isUpperCase(text.codePointAt(word.start()));
            if (!upper) {
                common.add(word.text());
            } else if (i > 0
                    && text.substring(words.get(i - 1).end(), word.start()).equals(" ")) {
                counts.merge(word.text(), 1, Integer::sum);
            }
        }
        for (Entity entity : reading.entities()) {
            for (Words.Word word : Words.of(entity.name())) {
                counts.merge(word.text(), entity.mentions().size(), Math::max);
                common.remove(word.text());
            }
        }
        List<String> names = new ArrayList<>();
        counts.entrySet().stream()
                .filter(e -> e.getKey().length() > 2 && Words.isContent(e.getKey()) && !common.contains(e.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMES)
                .forEach(e -> names.add(e.getKey().toLowerCase(Locale.ROOT)));
        return names;
    }

    /** By what is rare in news at large, so that it is the same whatever else was taken in. */
    static boolean sameEvent(Fingerprint a, Fingerprint b) {
        return Coverage.of(a).tie(Coverage.of(b)).isPresent();
    }
}
