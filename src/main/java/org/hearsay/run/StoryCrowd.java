package org.hearsay.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.hearsay.keep.store.Stories;
import org.hearsay.keep.store.Stories.Text;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.Coverage;
import org.hearsay.read.compare.GroupId;

/**
 * Finds the stories of texts that hang together with too many others to compare each with each, as the titles of an
 * aggregator do. New texts are compared with samples of the few stories that their ties lead to most strongly, and a text
 * of a sample counts for those that it stands for. What is not in a sample goes where its sample goes; if that parts, each
 * goes to what it is most like. So the work of a text does not grow with the crowd; here the order of arrival matters
 * a little: by .015 of B-cubed F1 on titles as simulated with samples of 100, half of those taken here.
 */
final class StoryCrowd {
    /** Of the stories that a text is tied to. */
    private static final int STORIES = 3;
    /**
     * Of the texts of a story; fewer where many stories are touched at once, but not fewer than {@link #STEP}. Samples of 100
     * lost .015 of B-cubed F1 on titles in a simulation; with this many it was not measured.
     */
    private static final int SAMPLE = 200;

    private static final int STEP = 10;
    /** Of all stories that are touched at once: a second of work for a batch. */
    private static final int SAMPLED = 1_500;
    /** Every tie counts, also one that is just strong enough. */
    private static final double A_TIE = 0.01;

    private final Stories stories;
    private final Function<Collection<Text>, SortedMap<ArticleId, Coverage>> coverages;
    private final Map<ArticleId, Map<ArticleId, Double>> ties;

    /** @param ties of the texts that will be asked for, at the least */
    StoryCrowd(
            Stories stories,
            Function<Collection<Text>, SortedMap<ArticleId, Coverage>> coverages,
            Map<ArticleId, Map<ArticleId, Double>> ties) {
        this.stories = stories;
        this.coverages = coverages;
        this.ties = ties;
    }

    /** The texts of all stories that these touch, parted anew. */
    SortedMap<ArticleId, GroupId> parted(SortedSet<ArticleId> texts) {
        Map<GroupId, List<ArticleId>> members = stories.textsIn(nearest(texts));
        Map<ArticleId, Integer> standsFor = new TreeMap<>();
        texts.forEach(text -> standsFor.put(text, 1));
        int most = sample(members.values());
        Map<GroupId, List<ArticleId>> samples = new TreeMap<>();
        Map<GroupId, List<ArticleId>> rest = new TreeMap<>();
        members.forEach((story, all) -> {
            List<ArticleId> others = all.stream()
                    .filter(text -> !texts.contains(text))
                    .sorted(Comparator.comparingInt(StoryCrowd::lot).thenComparing(Comparator.naturalOrder()))
                    .toList();
            List<ArticleId> sample = others.subList(0, Math.min(most, others.size()));
            sample.forEach(text -> standsFor.put(text, Math.round((float) others.size() / sample.size())));
            samples.put(story, sample);
            rest.put(story, others.subList(sample.size(), others.size()));
        });
        Map<ArticleId, Integer> copies = stories.copies(standsFor.keySet());
        SortedMap<ArticleId, Coverage> told = coverages.apply(stories.texts(standsFor.keySet()));
        SortedMap<ArticleId, GroupId> parted =
                Coverage.storiesOfACrowd(told, text -> standsFor.getOrDefault(text, 1) * copies.getOrDefault(text, 1));
        rest.forEach(
                (story, left) -> parted.putAll(follow(left, samples.getOrDefault(story, List.of()), told, parted)));
        return parted;
    }

    /** How many texts of a story may stand for it. */
    private static int sample(Collection<List<ArticleId>> stories) {
        int most = SAMPLE;
        while (most > STEP && sampled(stories, most) > SAMPLED) {
            most -= STEP;
        }
        return most;
    }

    private static int sampled(Collection<List<ArticleId>> stories, int most) {
        return stories.stream().mapToInt(story -> Math.min(most, story.size())).sum();
    }

    /** A number that has nothing to do with when a text came. */
    private static int lot(ArticleId text) {
        return text.text().hashCode() * 0x9E3779B1;
    }

    /** The stories that these are in, and of each text the few that its ties lead to. */
    private Collection<GroupId> nearest(SortedSet<ArticleId> texts) {
        SortedSet<ArticleId> known = new TreeSet<>(texts);
        texts.forEach(text -> known.addAll(tiesOf(text).keySet()));
        Map<ArticleId, GroupId> storyOf = stories.storiesOf(known);
        SortedSet<GroupId> near = new TreeSet<>();
        for (ArticleId text : texts) {
            Optional.ofNullable(storyOf.get(text)).ifPresent(near::add);
            Map<GroupId, Double> strength = new TreeMap<>();
            tiesOf(text)
                    .forEach((other, tie) -> Optional.ofNullable(storyOf.get(other))
                            .ifPresent(story -> strength.merge(story, tie + A_TIE, Double::sum)));
            strength.entrySet().stream()
                    .sorted(Map.Entry.<GroupId, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(STORIES)
                    .forEach(story -> near.add(story.getKey()));
        }
        return near;
    }

    private Map<ArticleId, Double> tiesOf(ArticleId text) {
        return ties.getOrDefault(text, Map.of());
    }

    /** Where the texts of a story that are in no sample go. */
    private Map<ArticleId, GroupId> follow(
            List<ArticleId> left,
            List<ArticleId> sample,
            SortedMap<ArticleId, Coverage> told,
            Map<ArticleId, GroupId> parted) {
        Map<GroupId, List<Coverage>> parts = new TreeMap<>();
        for (ArticleId text : sample) {
            Optional<Coverage> coverage = Optional.ofNullable(told.get(text));
            Optional<GroupId> part = Optional.ofNullable(parted.get(text));
            if (coverage.isPresent() && part.isPresent()) {
                parts.computeIfAbsent(part.get(), p -> new ArrayList<>()).add(coverage.get());
            }
        }
        Map<ArticleId, GroupId> found = new TreeMap<>();
        if (parts.size() == 1) {
            GroupId all = parts.keySet().iterator().next();
            left.forEach(text -> found.put(text, all));
        } else if (!left.isEmpty()) {
            coverages
                    .apply(stories.texts(left))
                    .forEach((text, coverage) -> parts.entrySet().stream()
                            .max(Comparator.comparingDouble(part -> mean(coverage, part.getValue())))
                            .ifPresent(part -> found.put(text, part.getKey())));
        }
        return found;
    }

    private static double mean(Coverage text, List<Coverage> part) {
        return part.stream().mapToDouble(text::alike).average().orElse(0);
    }
}
