package org.hearsay.read.compare;

import java.time.Duration;
import java.time.Instant;
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

/** Makes fingerprints and judges two of them. */
final class Fingerprints {
    /** Of 64, 128 and 256 only this kept edited copies and other texts apart without overlap (see the measuring test). */
    static final int SAMPLE = 256;

    /** Words of the text that tell its event, after the title: two or three sentences. */
    private static final int LEAD_WORDS = 60;

    private static final int NAMES = 12;
    static final String NAME = "name:";

    private Fingerprints() {}

    static Fingerprint of(Reading reading) {
        Article article = reading.article();
        List<String> body = words(article);
        TreeSet<Long> sample = new TreeSet<>();
        for (int i = 0; i + 2 < body.size(); i++) {
            sample.add(Hashes.of(body.get(i), body.get(i + 1), body.get(i + 2)));
            if (sample.size() > SAMPLE) {
                sample.pollLast();
            }
        }
        return new Fingerprint(sample, topics(reading), article.published().map(Dated::earliest), article.agency());
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
            if (Words.isContent(word.text()) && word.text().length() > 2) {
                topics.add(Words.stem(word.text()));
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

    /**
     * A bottom-k sample of a set holds all its hashes up to some bound. Below the lower of two bounds both sets are
     * known wholly, so what they share there estimates what they share altogether.
     */
    static boolean sameText(Fingerprint a, Fingerprint b) {
        if (a.shingles().isEmpty() || b.shingles().isEmpty()) {
            return false;
        }
        long bound = Math.min(bound(a), bound(b));
        SortedSet<Long> first = upTo(a.shingles(), bound);
        SortedSet<Long> second = upTo(b.shingles(), bound);
        int shared = 0;
        for (Long hash : first) {
            if (second.contains(hash)) {
                shared++;
            }
        }
        int smaller = Math.min(first.size(), second.size());
        double together = (double) shared / (first.size() + second.size() - shared);
        if (smaller < 12) {
            // A text of a sentence or two, or a sample too small to tell: only a whole copy is one.
            return shared >= 4 && together >= 0.5;
        }
        double contained = (double) shared / smaller;
        // Independent reports of one event that quote the same speech share up to .3 of the shorter; a copy cut to a
        // tenth shares little of the longer, but then most of the shorter.
        return contained >= 0.31 && together >= 0.08 || contained >= 0.5 && shared >= 12;
    }

    private static long bound(Fingerprint f) {
        return f.shingles().size() < SAMPLE ? Long.MAX_VALUE : f.shingles().last();
    }

    private static SortedSet<Long> upTo(SortedSet<Long> hashes, long bound) {
        return bound == Long.MAX_VALUE ? hashes : hashes.headSet(bound + 1);
    }

    private static final int LEAST = 3;
    private static final double ALIKE = 0.19;
    /** Two short lists share a few words by chance. */
    private static final double CHANCE = 1.5;

    /**
     * What {@link #sameEvent} asks for at the least, whatever the other side has. For {@code n} topics here and {@code m}
     * there, {@code m} not above {@code n}, it is ALIKE * sqrt(n m) + CHANCE * sqrt(n / m), which is never below twice the
     * root of the product of both terms; with more topics there it only grows.
     */
    static int leastTopics(Fingerprint a) {
        double bound = 2 * Math.sqrt(ALIKE * CHANCE * a.topics().size());
        return Math.max(LEAST, (int) Math.ceil(bound - 1e-9));
    }

    static boolean sameEvent(Fingerprint a, Fingerprint b) {
        if (a.topics().isEmpty() || b.topics().isEmpty()) {
            return false;
        }
        int shared = 0;
        for (String topic : a.topics()) {
            if (b.topics().contains(topic)) {
                shared++;
            }
        }
        int fewer = Math.min(a.topics().size(), b.topics().size());
        double alike =
                shared / Math.sqrt((double) a.topics().size() * b.topics().size());
        Optional<Double> days = days(a.when(), b.when());
        if (days.isPresent() && days.get() > 3.5) {
            return false;
        }
        // The farther apart, the more must be shared; two short lists share a few words by chance.
        double apart = days.orElse(3.0);
        return shared >= LEAST && alike >= ALIKE + 0.03 * Math.max(0, apart - 1) + CHANCE / fewer;
    }

    private static Optional<Double> days(Optional<Instant> a, Optional<Instant> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        Duration between = Duration.between(a.get(), b.get()).abs();
        return Optional.of(between.getSeconds() / 86_400.0);
    }
}
