package org.hearsay.read.compare;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.hearsay.read.article.ArticleId;

/**
 * What an article tells of its event, taken from its fingerprint once: for stories of a store that grows. Whether two
 * coverages are tied depends on these two alone, so the ties of all articles are the same in whatever order they came, and
 * so are the stories that are made of those that ties hold together. Unchangeable.
 *
 * <pre>{@code
 * Coverage coverage = Coverage.of(fingerprint);
 * for (Coverage other : sharingAKeyWith(coverage)) {        // whoever keeps coverages finds them by their keys
 *     OptionalDouble tie = coverage.tie(other);
 * }
 * Map<ArticleId, GroupId> stories = Coverage.stories(tiedTogether, id -> 1);
 * }</pre>
 */
public final class Coverage {
    /** Coverages that are further apart in time than this are not tied, in days. */
    public static final double DAYS = Telling.DAYS;

    /** A topic that is in fewer than a hundredth of all articles: of those of a week, it finds some dozens. */
    private static final double RARE = Math.log(100);
    /** A topic that more than a twentieth of all articles have finds nothing, not even for a title that has no other. */
    private static final double TELLING = Math.log(20);
    /** So many of an article's topics find others even if they are not rare: a title's are common words. */
    private static final int AT_LEAST = 8;
    /** More find none that fewer do not. */
    private static final int AT_MOST = 24;
    /**
     * How many articles news at large counts as beside samples of stories that crowd together: what is rare among those says
     * little of all.
     */
    private static final int AT_LARGE_OF_A_CROWD = 2_000;
    /** Words named as the reason for a tie. */
    private static final int NAMED = 4;

    private final Fingerprint told;
    private final Telling telling;
    private final SortedSet<String> keys;

    private Coverage(Fingerprint told, Telling telling, SortedSet<String> keys) {
        this.told = told;
        this.telling = telling;
        this.keys = keys;
    }

    public static Coverage of(Fingerprint fingerprint) {
        Fingerprint told = new Fingerprint(
                new TreeSet<>(), fingerprint.topics(), fingerprint.when(), fingerprint.agency(), fingerprint.meaning());
        return new Coverage(told, Telling.of(told, Rarity.atLarge()), keys(fingerprint.topics()));
    }

    private static SortedSet<String> keys(Set<String> topics) {
        List<Weighed> rarest = topics.stream()
                .map(topic -> new Weighed(topic, rarity(topic)))
                .filter(topic -> topic.rarity >= TELLING)
                .sorted(Weighed.RAREST)
                .limit(AT_MOST)
                .toList();
        SortedSet<String> keys = new TreeSet<>();
        for (Weighed topic : rarest) {
            if (keys.size() < AT_LEAST || topic.rarity >= RARE) {
                keys.add(topic.topic);
            }
        }
        return keys;
    }

    private record Weighed(String topic, double rarity) {
        private static final Comparator<Weighed> RAREST =
                Comparator.comparingDouble(Weighed::rarity).reversed().thenComparing(Weighed::topic);
    }

    private static double rarity(String topic) {
        return Rarity.atLarge().of(Telling.word(topic));
    }

    /** Its rarest topics; two coverages that are tied share at least one. */
    public Set<String> keys() {
        return java.util.Collections.unmodifiableSortedSet(keys);
    }

    /**
     * By how much more these two are alike than two reports of one event are at the least, 0 to 1; empty if they may not
     * be of one. Symmetric.
     */
    public OptionalDouble tie(Coverage other) {
        if (keys.stream().noneMatch(other.keys::contains)) {
            return OptionalDouble.empty();
        }
        OptionalDouble over = telling.over(other.telling);
        return over.isPresent() && over.getAsDouble() >= 0 ? over : OptionalDouble.empty();
    }

    /** What both tell of, the rarest first, in words; the words are stems. */
    public String shared(Coverage other) {
        List<String> words = telling.words().stream()
                .filter(other.telling.words()::contains)
                .sorted(Comparator.comparingDouble(
                                (String word) -> -Rarity.atLarge().of(word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NAMED)
                .toList();
        return String.join(", ", words);
    }

    /**
     * The stories of different texts that ties hold together, each named after its smallest member. Some hundreds at once;
     * time and memory grow with the square.
     *
     * @param copies how many articles carry a text, itself included; each counts
     */
    public static SortedMap<ArticleId, GroupId> stories(
            SortedMap<ArticleId, Coverage> tied, ToIntFunction<ArticleId> copies) {
        return stories(tied, copies, Rarity.among(words(tied)));
    }

    /**
     * As {@link #stories}, of samples of stories that are too large to be compared each with each.
     *
     * @param copies how many articles a text stands for: those of its story that are not in the sample, too
     */
    public static SortedMap<ArticleId, GroupId> storiesOfACrowd(
            SortedMap<ArticleId, Coverage> sampled, ToIntFunction<ArticleId> copies) {
        return stories(sampled, copies, Rarity.among(words(sampled), AT_LARGE_OF_A_CROWD));
    }

    private static SortedMap<ArticleId, GroupId> stories(
            SortedMap<ArticleId, Coverage> some, ToIntFunction<ArticleId> copies, Rarity rarity) {
        SortedMap<ArticleId, Fingerprint> texts = new TreeMap<>();
        some.forEach((id, coverage) -> texts.put(id, coverage.told));
        return StoryPass.of(texts, copies, rarity);
    }

    private static List<Set<String>> words(SortedMap<ArticleId, Coverage> some) {
        return some.values().stream().map(coverage -> coverage.telling.words()).toList();
    }

    /** How alike these two are by what is rare in news at large, to 1. */
    public double alike(Coverage other) {
        return telling.alike(other.telling);
    }
}
