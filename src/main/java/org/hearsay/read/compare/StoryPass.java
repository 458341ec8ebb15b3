package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.hearsay.read.article.ArticleId;

/**
 * Puts many articles into stories at once. The two groups whose articles are most alike become one, and again, until all
 * are one; then that tree is cut from the top: two branches stay together if the mean of all pairs between them is enough,
 * and not small beside what the articles of each branch are to each other. The second keeps two earthquakes apart, which
 * share most of their words. The result does not depend on the order in which articles are given.
 */
final class StoryPass {
    /** So many are compared each with each at once: 100 MB. Of more, only those that something links. */
    private static final int AT_ONCE = 5_000;
    /** Branches with fewer articles tell too little about how alike they are among themselves. */
    private static final int FEW = 3;
    /** Articles of one story are this alike, before any are seen, and that weighs as much as so many pairs. */
    private static final double USUAL = 0.4;

    private static final int USUAL_PAIRS = 5;
    /** A topic of more than this part of very many articles links none. */
    private static final double COMMON = 0.05;

    private final List<ArticleId> ids;
    private final List<Telling> articles;
    /** How many articles carry each text. */
    private final int[] copies;

    private final int[] root;

    private StoryPass(SortedMap<ArticleId, Fingerprint> all, ToIntFunction<ArticleId> copies, Rarity rarity) {
        this.ids = List.copyOf(all.keySet());
        this.articles = all.values().stream()
                .map(article -> Telling.of(article, rarity))
                .toList();
        this.copies = ids.stream().mapToInt(copies).toArray();
        this.root = new int[ids.size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
    }

    /**
     * Stories of different texts, named after the smallest member.
     *
     * @param copies how many articles carry a text, itself included; each counts
     */
    static SortedMap<ArticleId, GroupId> of(
            SortedMap<ArticleId, Fingerprint> all, ToIntFunction<ArticleId> copies, Rarity rarity) {
        StoryPass pass = new StoryPass(all, copies, rarity);
        int[] everybody = new int[pass.ids.size()];
        Arrays.setAll(everybody, i -> i);
        pass.divide(everybody, Telling.least(0));
        SortedMap<ArticleId, GroupId> groups = new TreeMap<>();
        for (int i = 0; i < pass.root.length; i++) {
            groups.put(pass.ids.get(i), new GroupId(pass.ids.get(pass.root[i]).text()));
        }
        return groups;
    }

    /** Cuts the tree of these, or, if they are too many, that of each part of them that links hold together. */
    private void divide(int[] some, double link) {
        if (some.length <= AT_ONCE) {
            if (some.length > 1) {
                new Tree(some).cut();
            }
            return;
        }
        // Whatever is together in the end has a pair that is at least as alike as the cut asks, so nothing is lost
        // while
        // the links are as weak as that; only a part that is still too large is parted by stronger ones.
        for (int[] part : linked(some, link)) {
            divide(part, link + 0.05);
        }
    }

    private List<int[]> linked(int[] some, double link) {
        int[] up = new int[some.length];
        Arrays.setAll(up, i -> i);
        List<Telling> own = Arrays.stream(some).mapToObj(articles::get).toList();
        Map<String, List<Integer>> by = Telling.holders(own);
        for (List<Integer> holders : by.values()) {
            if (holders.size() > COMMON * some.length) {
                continue;
            }
            for (int x = 0; x < holders.size(); x++) {
                for (int y = 0; y < x; y++) {
                    int a = top(up, holders.get(x));
                    int b = top(up, holders.get(y));
                    if (a != b && own.get(holders.get(x)).alike(own.get(holders.get(y))) >= link) {
                        up[Math.max(a, b)] = Math.min(a, b);
                    }
                }
            }
        }
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int i = 0; i < some.length; i++) {
            parts.computeIfAbsent(top(up, i), k -> new ArrayList<>()).add(some[i]);
        }
        return parts.values().stream()
                .map(part -> part.stream().mapToInt(i -> i).toArray())
                .toList();
    }

    private static int top(int[] up, int of) {
        int at = of;
        while (up[at] != at) {
            up[at] = up[up[at]];
            at = up[at];
        }
        return at;
    }

    /** All of some articles, joined two by two; nodes below {@code n} are articles. */
    private final class Tree {
        private final int[] some;
        private final int n;
        /** How alike two nodes are: the mean of all pairs. Only those of nodes that are not joined yet. */
        private final float[][] alike;
        /** Where a node's row is: joined nodes take over that of their first branch. */
        private final int[] node;

        private final int[] first;
        private final int[] second;
        private final float[] height;
        private final int[] size;
        private final double[] pairs;
        private final int[] topics;
        private int made;

        Tree(int[] some) {
            this.some = some;
            this.n = some.length;
            this.alike = new float[n][];
            this.node = new int[n];
            this.first = new int[2 * n];
            this.second = new int[2 * n];
            this.height = new float[2 * n];
            this.size = new int[2 * n];
            this.pairs = new double[2 * n];
            this.topics = new int[2 * n];
            for (int i = 0; i < n; i++) {
                node[i] = i;
                size[i] = copies[some[i]];
                pairs[i] = size[i] * (size[i] - 1.0) / 2;
                topics[i] = size[i] * articles.get(some[i]).size();
                alike[i] = new float[n];
                for (int j = 0; j < i; j++) {
                    alike[i][j] = (float) articles.get(some[i]).alike(articles.get(some[j]));
                    alike[j][i] = alike[i][j];
                }
            }
            made = n;
            join();
        }

        /** From each to its nearest, until two are nearest to each other: these become one. */
        private void join() {
            boolean[] gone = new boolean[n];
            int[] chain = new int[n];
            int length = 0;
            int start = 0;
            while (made < 2 * n - 1) {
                if (length == 0) {
                    while (gone[start]) {
                        start++;
                    }
                    chain[length++] = start;
                }
                int at = chain[length - 1];
                int before = length > 1 ? chain[length - 2] : -1;
                int nearest = before;
                for (int other = 0; other < n; other++) {
                    // The one before wins a tie: else the chain could run in a circle.
                    if (!gone[other] && other != at && (nearest < 0 || alike[at][other] > alike[at][nearest])) {
                        nearest = other;
                    }
                }
                if (nearest == before && before >= 0) {
                    length -= 2;
                    join(Math.min(at, before), Math.max(at, before), gone);
                } else {
                    chain[length++] = nearest;
                }
            }
        }

        private void join(int a, int b, boolean[] gone) {
            int x = node[a];
            int y = node[b];
            int both = made++;
            first[both] = x;
            second[both] = y;
            height[both] = alike[a][b];
            size[both] = size[x] + size[y];
            topics[both] = topics[x] + topics[y];
            pairs[both] = pairs[x] + pairs[y] + (double) height[both] * size[x] * size[y];
            gone[b] = true;
            node[a] = both;
            for (int other = 0; other < n; other++) {
                if (!gone[other] && other != a) {
                    float mean = (alike[a][other] * size[x] + alike[b][other] * size[y]) / size[both];
                    alike[a][other] = mean;
                    alike[other][a] = mean;
                }
            }
        }

        void cut() {
            List<Integer> open = new ArrayList<>(List.of(made - 1));
            while (!open.isEmpty()) {
                int at = open.remove(open.size() - 1);
                if (at >= n && together(at)) {
                    List<Integer> members = members(at);
                    int smallest = members.stream().mapToInt(m -> some[m]).min().orElseThrow();
                    members.forEach(m -> root[some[m]] = smallest);
                } else if (at >= n) {
                    open.add(first[at]);
                    open.add(second[at]);
                }
            }
        }

        private boolean together(int at) {
            double mean = (double) topics[at] / size[at];
            if (height[at] < Telling.least(mean)) {
                return false;
            }
            boolean few = Math.min(size[first[at]], size[second[at]]) < FEW;
            return few || height[at] >= Telling.apart(mean) * Math.sqrt(inner(first[at]) * inner(second[at]));
        }

        private double inner(int at) {
            double count = size[at] * (size[at] - 1.0) / 2;
            return (pairs[at] + USUAL_PAIRS * USUAL) / (count + USUAL_PAIRS);
        }

        private List<Integer> members(int at) {
            List<Integer> members = new ArrayList<>();
            List<Integer> open = new ArrayList<>(List.of(at));
            while (!open.isEmpty()) {
                int next = open.remove(open.size() - 1);
                if (next < n) {
                    members.add(next);
                } else {
                    open.add(first[next]);
                    open.add(second[next]);
                }
            }
            return members;
        }
    }
}
