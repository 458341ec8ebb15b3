package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.read.article.ArticleId;

/**
 * Finds which articles carry one text, and, where many are given at once, which tell one event. Groups are named after
 * their smallest member. Origins are the connected parts of a symmetric relation between pairs; only where a copy was
 * changed so much that it is linked weakly can the order of arrival matter. Stories of a store that grows are made by
 * {@link Coverage}.
 *
 * <p>At intake, in the transaction that adds the article:
 *
 * <pre>{@code
 * List<Grouping.Known> candidates = …; // all that share shingles
 * Grouping.Joined joined = grouping.join(id, fingerprint, candidates);
 * // The article is stored in joined.origin(); then origins that became one through it are merged:
 * joined.originsToMerge().forEach(from -> store.articles().mergeOrigins(from, joined.origin()));
 * }</pre>
 *
 * <p>A merge may rename an origin, also the one that the new article is the smallest of. A new version of an article joins
 * what its new text is a copy of and stays in the origin of its old one: nothing is split at intake, and a rebuild, which
 * sees the last version only if it is told so, may split.
 */
public final class Grouping {
    /** Of more texts that share a run of three words each is held against the first alone. */
    private static final int SHARING = 200;

    /** An article that was taken in before, as grouping needs it. */
    public record Known(ArticleId id, Fingerprint fingerprint, GroupId origin) {}

    /**
     * The texts an article carries.
     *
     * @param origins every origin that it belongs to, its own name among them; they are one from now on
     */
    public record Joined(SortedSet<GroupId> origins) {
        public Joined {
            origins = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(origins));
        }

        public GroupId origin() {
            return origins.first();
        }

        /** Groups that end, all their members moving into {@link #origin}. */
        public List<GroupId> originsToMerge() {
            return origins.stream().skip(1).toList();
        }
    }

    /** Where an article belongs among those known. */
    public Joined join(ArticleId id, Fingerprint fingerprint, Collection<Known> candidates) {
        TreeSet<GroupId> origins = new TreeSet<>(List.of(new GroupId(id.text())));
        origins.addAll(copied(id, fingerprint, candidates));
        candidates.stream().filter(other -> other.id().equals(id)).forEach(earlier -> origins.add(earlier.origin()));
        return new Joined(origins);
    }

    /** The origins whose text an article carries; a weak link is one only if it holds for the fullest text there, too. */
    private static Set<GroupId> copied(ArticleId id, Fingerprint text, Collection<Known> candidates) {
        Set<GroupId> strong = new HashSet<>();
        Set<GroupId> weak = new HashSet<>();
        Map<GroupId, Known> fullest = new HashMap<>();
        for (Known other : candidates) {
            if (!other.id().equals(id)) {
                switch (Copies.link(text, other.fingerprint())) {
                    case STRONG -> strong.add(other.origin());
                    case WEAK -> weak.add(other.origin());
                    case NONE -> {}
                }
                fullest.merge(other.origin(), other, Grouping::fuller);
            }
        }
        fullest.forEach((origin, other) -> {
            if (weak.contains(origin) && Copies.link(text, other.fingerprint()) != Copies.Link.NONE) {
                strong.add(origin);
            }
        });
        return strong;
    }

    private static Known fuller(Known a, Known b) {
        int longer = Double.compare(Copies.size(a.fingerprint()), Copies.size(b.fingerprint()));
        return longer > 0 || longer == 0 && a.id().compareTo(b.id()) < 0 ? a : b;
    }

    /** The origins of many articles at once. */
    public SortedMap<ArticleId, GroupId> origins(Map<ArticleId, Fingerprint> articles) {
        SortedMap<ArticleId, ArticleId> first = firstOfEachText(articles);
        SortedMap<ArticleId, Fingerprint> texts = new TreeMap<>(articles);
        texts.keySet().retainAll(Set.copyOf(first.values()));
        SortedMap<ArticleId, GroupId> origins = originsOfTexts(texts);
        SortedMap<ArticleId, GroupId> all = new TreeMap<>();
        first.forEach((id, same) -> all.put(id, origins.getOrDefault(same, new GroupId(id.text()))));
        return all;
    }

    /** For each article the first that has its words to the last one, most often itself. */
    private static SortedMap<ArticleId, ArticleId> firstOfEachText(Map<ArticleId, Fingerprint> articles) {
        Map<Set<Long>, ArticleId> texts = new HashMap<>();
        SortedMap<ArticleId, ArticleId> first = new TreeMap<>();
        new TreeMap<>(articles).forEach((id, text) -> {
            // A text of a few words is no copy of another that has the same.
            boolean tells = Copies.link(text, text) == Copies.Link.STRONG;
            first.put(id, tells ? texts.computeIfAbsent(text.shingles(), words -> id) : id);
        });
        return first;
    }

    /**
     * Whether so many of these texts share a run of three words that each was held against the first of them only. Copies of
     * one text have more in common than such a run.
     */
    public static boolean isCrowded(Collection<Fingerprint> articles) {
        Map<Long, Integer> holders = new HashMap<>();
        Set<Set<Long>> texts = new HashSet<>();
        articles.stream()
                .map(Fingerprint::shingles)
                .filter(texts::add)
                .forEach(text -> text.forEach(shingle -> holders.merge(shingle, 1, Integer::sum)));
        return holders.values().stream().anyMatch(count -> count > SHARING);
    }

    private static SortedMap<ArticleId, GroupId> originsOfTexts(SortedMap<ArticleId, Fingerprint> texts) {
        // Copies share shingles: only such pairs are looked at.
        Map<Long, List<ArticleId>> by = new HashMap<>();
        texts.forEach((id, f) -> f.shingles()
                .forEach(s -> by.computeIfAbsent(s, x -> new ArrayList<>()).add(id)));
        SortedMap<ArticleId, TreeSet<ArticleId>> pairs = new TreeMap<>();
        for (List<ArticleId> sharing : by.values()) {
            for (ArticleId other : sharing) {
                // To the first of them is enough where one shingle is shared by very many (furniture).
                List<ArticleId> with = sharing.size() <= SHARING ? sharing : sharing.subList(0, 1);
                with.stream()
                        .filter(w -> w.compareTo(other) < 0)
                        .forEach(w -> pairs.computeIfAbsent(other, x -> new TreeSet<>())
                                .add(w));
            }
        }
        return connected(texts, pairs);
    }

    /** The stories of many articles at once; copies are in one story. */
    public SortedMap<ArticleId, GroupId> stories(Map<ArticleId, Fingerprint> articles) {
        return stories(articles, origins(articles));
    }

    /** As above. @param origins of these articles, as {@link #origins} told them */
    public SortedMap<ArticleId, GroupId> stories(
            Map<ArticleId, Fingerprint> articles, SortedMap<ArticleId, GroupId> origins) {
        // One of each text is enough: copies tell what the first of them tells.
        SortedMap<ArticleId, Fingerprint> texts = new TreeMap<>();
        Map<String, Integer> copies = new HashMap<>();
        origins.values().forEach(origin -> copies.merge(origin.text(), 1, Integer::sum));
        origins.forEach((id, origin) -> {
            Optional<Fingerprint> fingerprint = Optional.ofNullable(articles.get(id));
            if (origin.text().equals(id.text())) {
                fingerprint.ifPresent(f -> texts.put(id, f));
            }
        });
        SortedMap<ArticleId, GroupId> stories =
                StoryPass.of(texts, text -> copies.getOrDefault(text.text(), 1), rarity(articles.values()));
        SortedMap<ArticleId, GroupId> all = new TreeMap<>();
        origins.forEach((id, origin) ->
                all.put(id, stories.getOrDefault(new ArticleId(origin.text()), new GroupId(id.text()))));
        return all;
    }

    private static Rarity rarity(Collection<Fingerprint> articles) {
        return Rarity.among(articles.stream()
                .map(article -> Telling.topics(article).keySet())
                .toList());
    }

    /** What strong links hold together; then what weak ones join, where the fullest texts of both sides are linked too. */
    private static SortedMap<ArticleId, GroupId> connected(
            SortedMap<ArticleId, Fingerprint> articles, SortedMap<ArticleId, TreeSet<ArticleId>> pairs) {
        Map<ArticleId, ArticleId> parents = new HashMap<>();
        List<Map.Entry<ArticleId, ArticleId>> weak = new ArrayList<>();
        pairs.forEach((id, others) -> {
            for (ArticleId other : others) {
                switch (link(articles, id, other)) {
                    case STRONG -> unite(parents, id, other);
                    case WEAK -> weak.add(Map.entry(id, other));
                    case NONE -> {}
                }
            }
        });
        Map<ArticleId, ArticleId> fullest = new HashMap<>();
        articles.forEach((id, text) ->
                fullest.merge(root(parents, id), id, (a, b) -> size(articles, b) > size(articles, a) ? b : a));
        List<Map.Entry<ArticleId, ArticleId>> joining = new ArrayList<>();
        for (Map.Entry<ArticleId, ArticleId> link : weak) {
            ArticleId a = root(parents, link.getKey());
            ArticleId b = root(parents, link.getValue());
            if (link(articles, fullest.getOrDefault(a, a), fullest.getOrDefault(b, b)) != Copies.Link.NONE) {
                joining.add(Map.entry(a, b));
            }
        }
        joining.forEach(link -> unite(parents, link.getKey(), link.getValue()));
        SortedMap<ArticleId, GroupId> groups = new TreeMap<>();
        articles.keySet()
                .forEach(id -> groups.put(id, new GroupId(root(parents, id).text())));
        return groups;
    }

    private static Copies.Link link(Map<ArticleId, Fingerprint> articles, ArticleId a, ArticleId b) {
        Optional<Fingerprint> first = Optional.ofNullable(articles.get(a));
        Optional<Fingerprint> second = Optional.ofNullable(articles.get(b));
        return first.isPresent() && second.isPresent() ? Copies.link(first.get(), second.get()) : Copies.Link.NONE;
    }

    private static double size(Map<ArticleId, Fingerprint> articles, ArticleId id) {
        return Optional.ofNullable(articles.get(id)).map(Copies::size).orElse(0.0);
    }

    private static void unite(Map<ArticleId, ArticleId> parents, ArticleId a, ArticleId b) {
        ArticleId first = root(parents, a);
        ArticleId second = root(parents, b);
        if (!first.equals(second)) {
            boolean smaller = first.compareTo(second) < 0;
            parents.put(smaller ? second : first, smaller ? first : second);
        }
    }

    private static ArticleId root(Map<ArticleId, ArticleId> parents, ArticleId id) {
        ArticleId at = id;
        for (ArticleId up = parents.get(at); up != null; up = parents.get(at)) {
            ArticleId above = parents.get(up);
            if (above != null) {
                parents.put(at, above);
            }
            at = up;
        }
        return at;
    }
}
