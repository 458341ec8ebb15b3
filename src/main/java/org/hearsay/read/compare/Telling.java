package org.hearsay.read.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.page.Bytes;

/**
 * What an article tells, as a direction: its topics by weight, and the meaning of title and lead. How alike two of them
 * are is the weighted mean of the cosine of both, less what the days between them take away. Symmetric.
 *
 * <p>Words and meaning together were better than either on three papers' reports, on annotated sentences and on titles:
 * meaning alone takes two earthquakes for one, words alone miss what is said otherwise.
 */
final class Telling {
    private static final double WORDS = 0.65;
    /** Of articles without vectors the words alone are compared, and share less. */
    private static final double ONLY_WORDS = 0.42;
    /** For each day beyond the first that two articles are apart. */
    private static final double PER_DAY = 0.04;

    static final double DAYS = 3.5;
    /** Topics that two reports of one event share at the least: so many, and this part of the longer one's. */
    private static final int LEAST = 3;

    private static final double SHARED = 0.1;
    /** Where meaning speaks as well: one for so many of the longer one's, up to {@link #LEAST}. A title has no more. */
    private static final double ONE_OF = 7;

    private static final double ALSO_NAMED = 1.7;
    private static final double OF_A_DAY = 0.5;

    private final Map<String, Double> words;
    private final Optional<float[]> meaning;
    private final Optional<Instant> when;

    private Telling(Map<String, Double> words, Optional<float[]> meaning, Optional<Instant> when) {
        this.words = words;
        this.meaning = meaning;
        this.when = when;
    }

    /** The topics of an article, each once, and how much each counts in it: a name counts more if title or lead have it. */
    static Map<String, Double> topics(Fingerprint article) {
        Map<String, Double> weights = new TreeMap<>();
        for (String topic : article.topics()) {
            if (topic.startsWith(Fingerprints.NAME)) {
                weights.merge(word(topic), 1.0, (a, b) -> ALSO_NAMED);
            } else {
                weights.merge(topic, Words.isOfCalendar(topic) ? OF_A_DAY : 1.0, (a, b) -> ALSO_NAMED);
            }
        }
        return weights;
    }

    /** The word of a topic, under which a name and a word of one spelling are one. */
    static String word(String topic) {
        return topic.startsWith(Fingerprints.NAME) ? Words.stem(topic.substring(Fingerprints.NAME.length())) : topic;
    }

    static Telling of(Fingerprint article, Rarity rarity) {
        Map<String, Double> weights = topics(article);
        weights.replaceAll((topic, weight) -> weight * rarity.of(topic));
        double norm =
                Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
        if (norm > 0) {
            weights.replaceAll((topic, weight) -> weight / norm);
        }
        return new Telling(Map.copyOf(weights), article.meaning().map(Telling::direction), article.when());
    }

    private static float[] direction(Bytes meaning) {
        byte[] bytes = meaning.toArray();
        float[] values = new float[bytes.length];
        double sum = 0;
        for (byte value : bytes) {
            sum += value * (double) value;
        }
        double norm = sum == 0 ? 1 : Math.sqrt(sum);
        for (int i = 0; i < bytes.length; i++) {
            values[i] = (float) (bytes[i] / norm);
        }
        return values;
    }

    /** How many topics it has: titles alone have few, and what they share is little. */
    int size() {
        return words.size();
    }

    Set<String> words() {
        return words.keySet();
    }

    /** To 1; nothing in common, or too long between them, is about 0, opposite in meaning a little less. */
    double alike(Telling other) {
        double days = days(other);
        if (days > 2 * DAYS) {
            return 0;
        }
        double shared = 0;
        Map<String, Double> fewer = words.size() <= other.words.size() ? words : other.words;
        Map<String, Double> more = words.size() <= other.words.size() ? other.words : words;
        for (Map.Entry<String, Double> word : fewer.entrySet()) {
            shared += word.getValue() * more.getOrDefault(word.getKey(), 0.0);
        }
        OptionalDouble meant = meant(other);
        double both = meant.isPresent()
                ? WORDS * shared + (1 - WORDS) * meant.getAsDouble()
                : Math.min(1, shared / ONLY_WORDS);
        return both - PER_DAY * Math.max(0, days - 1);
    }

    /** By how much more two are alike than two of one event are at the least; empty if too few words are shared to tell. */
    OptionalDouble over(Telling other) {
        if (days(other) > DAYS) {
            return OptionalDouble.empty();
        }
        // One rare name is no event, however much it weighs; word and name of one spelling are one topic.
        long shared = words.keySet().stream().filter(other.words::containsKey).count();
        int longer = Math.max(size(), other.size());
        boolean meant = meaning.isPresent() && other.meaning.isPresent();
        double least = meant ? Math.min(LEAST, Math.ceil(longer / ONE_OF)) : LEAST;
        if (shared < Math.max(least, Math.ceil(SHARED * longer))) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(alike(other) - least((size() + other.size()) / 2.0));
    }

    private OptionalDouble meant(Telling other) {
        if (meaning.isEmpty() || other.meaning.isEmpty()) {
            return OptionalDouble.empty();
        }
        float[] a = meaning.get();
        float[] b = other.meaning.get();
        float sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return OptionalDouble.of(sum);
    }

    /** Between the stated times; 0 where one has none. */
    double days(Telling other) {
        return when.isEmpty() || other.when.isEmpty()
                ? 0
                : Duration.between(when.get(), other.when.get()).abs().getSeconds() / 86_400.0;
    }

    /** How alike two articles, or all pairs of two groups, are at the least if they tell one event. @param topics mean */
    static double least(double topics) {
        return Scale.LEAST.at(topics);
    }

    /**
     * Of two groups: the part of how alike the articles of each are among themselves that those of both are at the least
     * to each other, if all tell one event. Two like events share much; the reports of each share more.
     */
    static double apart(double topics) {
        return Scale.APART.at(topics);
    }

    /** Bounds for a title (7 topics), a sentence or two (12), and title and lead of an article (50), straight between. */
    private enum Scale {
        LEAST(0.12, 0.22, 0.28),
        APART(0.4, 0.7, 0.7);

        private static final List<Integer> TOPICS = List.of(7, 12, 50);
        private final double[] values;

        Scale(double... values) {
            this.values = values;
        }

        double at(double topics) {
            if (topics <= TOPICS.get(0)) {
                return values[0];
            }
            for (int i = 1; i < values.length; i++) {
                if (topics <= TOPICS.get(i)) {
                    double part = (topics - TOPICS.get(i - 1)) / (TOPICS.get(i) - TOPICS.get(i - 1));
                    return values[i - 1] + part * (values[i] - values[i - 1]);
                }
            }
            return values[values.length - 1];
        }
    }

    /** Articles by the topics they have. */
    static Map<String, List<Integer>> holders(List<Telling> articles) {
        Map<String, List<Integer>> holders = new HashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            for (String topic : articles.get(i).words.keySet()) {
                holders.computeIfAbsent(topic, t -> new java.util.ArrayList<>()).add(i);
            }
        }
        return holders;
    }
}
