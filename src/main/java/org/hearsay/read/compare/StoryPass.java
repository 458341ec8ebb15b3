package org.hearsay.read.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearsay.read.article.ArticleId;

/**
 * Puts many articles into stories at once: the two groups that are most alike become one, until no two are alike enough.
 * Rare topics weigh more than common ones, so what is common is learned from the articles themselves. The result does not
 * depend on the order in which they are given.
 *
 * <p>Articles with a text are held together by the mean of all pairs, which keeps two earthquakes apart; titles alone
 * share too little for that, and are held together by the cosine of all their words together. Both bounds were chosen on
 * articles of three papers and on annotated sentences of like events (mean of pairs), and on titles of an aggregator.
 */
final class StoryPass {
    private static final double OF_SENTENCES = 0.16;
    private static final double OF_TEXTS = 0.10;
    private static final double OF_TITLES = 0.13;
    /** Topics of a sentence or two, and of a title with its lead: the more there are, the fewer are shared by chance. */
    private static final int SENTENCE_TOPICS = 30;

    private static final int TEXT_TOPICS = 60;
    private static final double ALSO_NAMED = 1 + Math.log(2);
    /** Fewer topics than a title and a sentence have. */
    private static final int TITLE_TOPICS = 14;
    /** Pairs that are less alike count as not alike. */
    private static final double LEAST = 0.02;
    /** For each day beyond the first that two articles are apart. */
    private static final double PER_DAY = 0.04;

    private static final double DAYS = 3.5;
    /** A topic of more than this part of very many articles tells no story apart. */
    private static final double COMMON = 0.2;

    private static final int MANY = 500;

    private final List<ArticleId> ids;
    private final List<Fingerprint> articles;
    private final List<Map<Integer, Double>> alike = new ArrayList<>();
    private final int[] size;
    private final int[] topics;
    private final double[] inner;
    private final boolean[] titles;
    private final int[] version;
    private final int[] into;
    private final PriorityQueue<Link> queue = new PriorityQueue<>(Comparator.comparingDouble((Link l) -> -l.strength)
            .thenComparingInt(Link::a)
            .thenComparingInt(Link::b));

    private record Link(double strength, int a, int b, int versionA, int versionB) {}

    private StoryPass(SortedMap<ArticleId, Fingerprint> all) {
        this.ids = List.copyOf(all.keySet());
        this.articles = List.copyOf(all.values());
        int n = ids.size();
        this.size = new int[n];
        this.topics = new int[n];
        this.inner = new double[n];
        this.titles = new boolean[n];
        this.version = new int[n];
        this.into = new int[n];
    }

    static SortedMap<ArticleId, GroupId> of(SortedMap<ArticleId, Fingerprint> all) {
        StoryPass pass = new StoryPass(all);
        pass.pairs();
        pass.join();
        return pass.groups();
    }

    private void pairs() {
        int n = ids.size();
        Map<String, List<Integer>> by = new HashMap<>();
        List<Map<String, Double>> weights = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            size[i] = 1;
            topics[i] = articles.get(i).topics().size();
            inner[i] = 1;
            into[i] = i;
            titles[i] = articles.get(i).topics().size() < TITLE_TOPICS;
            alike.add(new HashMap<>());
            Map<String, Double> own = weights(articles.get(i));
            weights.add(own);
            for (String topic : own.keySet()) {
                by.computeIfAbsent(topic, t -> new ArrayList<>()).add(i);
            }
        }
        double[] norms = new double[n];
        by.forEach((topic, holders) -> {
            double weight = weight(holders.size(), n);
            holders.forEach(i -> norms[i] += Math.pow(weight * weights.get(i).getOrDefault(topic, 0.0), 2));
        });
        by.forEach((topic, holders) -> {
            if (n > MANY && holders.size() > COMMON * n) {
                return;
            }
            double weight = weight(holders.size(), n);
            for (int x = 0; x < holders.size(); x++) {
                for (int y = 0; y < x; y++) {
                    int i = holders.get(x);
                    int j = holders.get(y);
                    double both = weights.get(i).getOrDefault(topic, 0.0)
                            * weights.get(j).getOrDefault(topic, 0.0);
                    alike.get(i).merge(j, both * weight * weight / Math.sqrt(norms[i] * norms[j]), Double::sum);
                }
            }
        });
        for (int i = 0; i < n; i++) {
            Map<Integer, Double> own = alike.get(i);
            for (Map.Entry<Integer, Double> entry : List.copyOf(own.entrySet())) {
                int j = entry.getKey();
                if (j > i) {
                    continue;
                }
                double days = days(articles.get(i).when(), articles.get(j).when());
                double value = entry.getValue() - PER_DAY * Math.max(0, days - 1);
                if (days > DAYS) {
                    own.put(j, -1.0);
                    alike.get(j).put(i, -1.0);
                } else if (value < LEAST) {
                    own.remove(j);
                } else {
                    own.put(j, value);
                    alike.get(j).put(i, value);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j : alike.get(i).keySet()) {
                if (j < i) {
                    offer(i, j);
                }
            }
        }
    }

    /** A name counts as the word it is, and more if it stands in title or lead too. */
    private static Map<String, Double> weights(Fingerprint article) {
        Map<String, Double> weights = new TreeMap<>();
        for (String topic : article.topics()) {
            boolean name = topic.startsWith(Fingerprints.NAME);
            weights.merge(
                    name ? Words.stem(topic.substring(Fingerprints.NAME.length())) : topic, 1.0, (a, b) -> ALSO_NAMED);
        }
        return weights;
    }

    private static double weight(int holders, int of) {
        return Math.log((of + 1.0) / (holders + 0.5));
    }

    private static double days(Optional<Instant> a, Optional<Instant> b) {
        return a.isEmpty() || b.isEmpty()
                ? 0
                : Duration.between(a.get(), b.get()).abs().getSeconds() / 86_400.0;
    }

    private static double least(int topics) {
        double part = Math.max(0, Math.min(1, (topics - SENTENCE_TOPICS) / (double) (TEXT_TOPICS - SENTENCE_TOPICS)));
        return OF_SENTENCES + part * (OF_TEXTS - OF_SENTENCES);
    }

    private void offer(int a, int b) {
        double sum = alike.get(a).getOrDefault(b, 0.0);
        double strength = titles[a] && titles[b]
                ? sum / Math.sqrt(inner[a] * inner[b]) - OF_TITLES
                : sum / ((double) size[a] * size[b]) - least((topics[a] + topics[b]) / (size[a] + size[b]));
        if (strength >= 0) {
            queue.add(new Link(
                    strength, Math.min(a, b), Math.max(a, b), version[Math.min(a, b)], version[Math.max(a, b)]));
        }
    }

    private void join() {
        while (!queue.isEmpty()) {
            Link link = queue.remove();
            int a = link.a();
            int b = link.b();
            if (into[a] != a || into[b] != b || version[a] != link.versionA() || version[b] != link.versionB()) {
                continue;
            }
            inner[a] += inner[b] + 2 * Math.max(0, alike.get(a).getOrDefault(b, 0.0));
            size[a] += size[b];
            topics[a] += topics[b];
            titles[a] &= titles[b];
            into[b] = a;
            version[a]++;
            Map<Integer, Double> own = alike.get(a);
            own.remove(b);
            alike.get(b).forEach((other, sum) -> {
                if (other != a) {
                    alike.get(other).remove(b);
                    alike.get(other).merge(a, sum, Double::sum);
                    own.merge(other, sum, Double::sum);
                }
            });
            alike.set(b, Map.of());
            own.keySet().forEach(other -> offer(a, other));
        }
    }

    private SortedMap<ArticleId, GroupId> groups() {
        SortedMap<ArticleId, GroupId> groups = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            int root = i;
            while (into[root] != root) {
                root = into[root];
            }
            groups.put(ids.get(i), new GroupId(ids.get(root).text()));
        }
        return groups;
    }
}
