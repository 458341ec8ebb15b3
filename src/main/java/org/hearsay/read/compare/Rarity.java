package org.hearsay.read.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much it tells that two articles share a topic: much of a rare one, little of one that is in every day's news. Pure
 * and thread-safe.
 */
@FunctionalInterface
interface Rarity {
    /** Zero or more; a topic that half of all articles have weighs about .7, one that nobody has had before 8. */
    double of(String topic);

    /** As it is in news at large, whatever was taken in: the same today and after a rebuild. */
    static Rarity atLarge() {
        return AtLarge.BUNDLED;
    }

    /**
     * As it is among these articles, each given by its topics: what tells two like events apart is known best from many
     * articles of one time. Of a few articles nothing is known, so news at large counts as so many as {@link AtLarge#AS}.
     */
    static Rarity among(Collection<Set<String>> articles) {
        return among(articles, AtLarge.AS);
    }

    /** As above. @param atLarge as how many articles news at large counts */
    static Rarity among(Collection<Set<String>> articles, int atLarge) {
        Map<String, Integer> holders = new HashMap<>();
        articles.forEach(topics -> topics.forEach(topic -> holders.merge(topic, 1, Integer::sum)));
        double all = articles.size() + atLarge;
        return topic -> weight(holders.getOrDefault(topic, 0) + atLarge * AtLarge.BUNDLED.part(topic), all);
    }

    /** How much of the side that weighs less the other has too, from 0 to 1; 0 where a side has nothing that weighs. */
    default double contained(Set<String> some, Set<String> others) {
        double first = some.stream().mapToDouble(this::of).sum();
        double second = others.stream().mapToDouble(this::of).sum();
        double shared =
                some.stream().filter(others::contains).mapToDouble(this::of).sum();
        return first == 0 || second == 0 ? 0 : shared / Math.min(first, second);
    }

    private static double weight(double holders, double all) {
        return Math.max(0, Math.log((all + 1) / (holders + 0.5)));
    }

    /** Counted in news articles: {@code lang/en/frequencies.txt}. */
    final class AtLarge implements Rarity {
        private static final AtLarge BUNDLED = new AtLarge();
        private static final double OF = 10_000;
        /**
         * Articles that are put side by side are alike by choice, so what all of them share must go on to count; with 5 some
         * stories of one event were lost, with nothing but news at large like events became one.
         */
        private static final int AS = 50;
        /** Words of fewer than ten in {@link #OF} are not in the list. */
        private static final int NOT_LISTED = 2;

        private final Map<String, Integer> counts;
        private final Map<String, Double> weights;
        private final double ofOthers = weight(NOT_LISTED, OF);

        private AtLarge() {
            Map<String, Integer> read = new HashMap<>();
            try (InputStream in = AtLarge.class.getResourceAsStream("/lang/en/frequencies.txt")) {
                if (in == null) {
                    throw new IllegalStateException("lang/en/frequencies.txt is not in the program");
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
                    String[] words = line.split(" ");
                    for (int i = 1; i < words.length; i++) {
                        read.put(words[i], Integer.parseInt(words[0]));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("lang/en/frequencies.txt cannot be read", e);
            }
            counts = Map.copyOf(read);
            Map<String, Double> weighed = new HashMap<>();
            read.forEach((topic, count) -> weighed.put(topic, weight(count, OF)));
            weights = Map.copyOf(weighed);
        }

        @Override
        public double of(String topic) {
            return weights.getOrDefault(topic, ofOthers);
        }

        private double part(String topic) {
            return counts.getOrDefault(topic, NOT_LISTED) / OF;
        }
    }
}
