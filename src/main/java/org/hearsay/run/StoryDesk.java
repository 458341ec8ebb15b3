package org.hearsay.run;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Stories;
import org.hearsay.keep.store.Stories.Row;
import org.hearsay.keep.store.Stories.Text;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.Coverage;
import org.hearsay.read.compare.GroupId;

/**
 * Brings articles into stories after they were filed. Of each text in the queue it finds the ties to others of its days,
 * takes all that ties hold together, and makes the stories of these anew, in one transaction: what was joined late is
 * joined, what was joined wrongly is split, and both are noted. What it comes to depends on the articles alone and not on
 * their order, unless more than {@link #MOST} texts are tied together; those are settled by samples ({@link StoryCrowd}).
 * The work is that of what is new and what is tied to it. Killed anywhere it repeats the last step. One in the whole
 * installation works at a time.
 */
public final class StoryDesk {
    /** Rows looked at together: those of one event are settled once. */
    private static final int BATCH = 50;
    /** Of articles that share a topic within days, half before and half after; a topic that more have tells little. */
    private static final int PER_TOPIC = 200;
    /** A text is compared with so many others, those that share most topics. */
    private static final int COMPARED = 60;
    /** Texts that are compared each with each. Where more hang together their stories are, by samples. */
    static final int MOST = 200;
    /** Texts whose ties are asked for together: in a crowd a few reach everybody. */
    private static final int ASKED = 20;
    /** A coverage is some ten kilobytes. */
    private static final int KEPT = 3_000;

    private final Store store;
    private final InstantSource clock;
    private final boolean noting;
    private final Map<Text, Coverage> coverages = new Lately<>(KEPT);

    private StoryDesk(Store store, InstantSource clock, boolean noting) {
        this.store = store;
        this.clock = clock;
        this.noting = noting;
    }

    public static StoryDesk of(Store store, InstantSource clock) {
        return new StoryDesk(store, clock, true);
    }

    /** One for a rebuild, on whose way stories come and go that nobody sees. */
    static StoryDesk silent(Store store, InstantSource clock) {
        return new StoryDesk(store, clock, false);
    }

    /** Settles the stories of all that is queued. @return whether there was anything */
    public synchronized boolean catchUp() {
        boolean any = false;
        while (step()) {
            any = true;
        }
        return any;
    }

    /** Settles those of one batch. @return whether there was one */
    synchronized boolean step() {
        List<Row> rows = store.stories().next(BATCH);
        if (rows.isEmpty()) {
            return false;
        }
        Map<ArticleId, List<Row>> byText = new LinkedHashMap<>();
        List<Row> gone = new ArrayList<>();
        for (Row row : rows) {
            Optional<Text> text = store.stories().text(row.article());
            if (text.isEmpty()) {
                gone.add(row);
                continue;
            }
            byText.computeIfAbsent(text.get().id(), id -> new ArrayList<>()).add(row);
            if (!text.get().tied()) {
                tie(text.get());
            }
        }
        store.stories().done(gone);
        Set<ArticleId> lately = new HashSet<>();
        rows.forEach(row -> lately.add(row.article()));
        Map<ArticleId, Map<ArticleId, Double>> ties = new HashMap<>();
        SortedSet<ArticleId> crowded = new TreeSet<>();
        List<Row> crowdedRows = new ArrayList<>();
        while (!byText.isEmpty()) {
            ArticleId text = byText.keySet().iterator().next();
            SortedSet<ArticleId> tied = tiedTo(text, ties);
            if (tied.size() > MOST) {
                crowded.add(text);
                crowdedRows.addAll(Optional.ofNullable(byText.remove(text)).orElse(List.of()));
                continue;
            }
            List<Row> settled = new ArrayList<>();
            tied.forEach(
                    id -> settled.addAll(Optional.ofNullable(byText.remove(id)).orElse(List.of())));
            settle(parted(tied), lately, settled);
        }
        if (!crowded.isEmpty()) {
            settle(new StoryCrowd(store.stories(), this::coverages, ties).parted(crowded), lately, crowdedRows);
        }
        return true;
    }

    private void tie(Text text) {
        Optional<Coverage> own = Optional.ofNullable(coverages(List.of(text)).get(text.id()));
        if (own.isEmpty()) {
            return;
        }
        List<Text> near = store.stories().near(text.id(), own.get().keys(), Coverage.DAYS, PER_TOPIC, COMPARED);
        Map<ArticleId, Double> ties = new TreeMap<>();
        coverages(near).forEach((id, other) -> {
            OptionalDouble tie = own.get().tie(other);
            if (tie.isPresent()) {
                ties.put(id, tie.getAsDouble());
            }
        });
        store.inTransaction(() -> {
            store.stories().tie(text, ties);
            return ties;
        });
    }

    private SortedMap<ArticleId, Coverage> coverages(Collection<Text> texts) {
        SortedMap<ArticleId, Coverage> found = new TreeMap<>();
        Map<ArticleId, Text> missing = new HashMap<>();
        for (Text text : texts) {
            // Whether it is tied is no part of what it tells.
            Text key = new Text(text.id(), text.version(), true);
            Optional<Coverage> known = Optional.ofNullable(coverages.get(key));
            known.ifPresentOrElse(coverage -> found.put(text.id(), coverage), () -> missing.put(text.id(), key));
        }
        store.stories().fingerprints(missing.keySet()).forEach((id, fingerprint) -> {
            Coverage coverage = Coverage.of(fingerprint);
            found.put(id, coverage);
            Optional.ofNullable(missing.get(id)).ifPresent(key -> coverages.put(key, coverage));
        });
        return found;
    }

    /** What ties hold together with this text, itself included; of a crowd, more than {@link #MOST}. */
    private SortedSet<ArticleId> tiedTo(ArticleId text, Map<ArticleId, Map<ArticleId, Double>> known) {
        SortedSet<ArticleId> tied = new TreeSet<>(List.of(text));
        Deque<ArticleId> border = new ArrayDeque<>(tied);
        while (!border.isEmpty() && tied.size() <= MOST) {
            List<ArticleId> some = new ArrayList<>();
            while (!border.isEmpty() && some.size() < ASKED) {
                some.add(border.remove());
            }
            known.putAll(store.stories()
                    .ties(some.stream().filter(id -> !known.containsKey(id)).toList()));
            some.forEach(id -> known.getOrDefault(id, Map.of()).keySet().stream()
                    .filter(tied::add)
                    .forEach(border::add));
        }
        return tied;
    }

    private SortedMap<ArticleId, GroupId> parted(SortedSet<ArticleId> tied) {
        Map<ArticleId, Integer> copies = store.stories().copies(tied);
        return Coverage.stories(coverages(store.stories().texts(tied)), id -> copies.getOrDefault(id, 1));
    }

    private void settle(SortedMap<ArticleId, GroupId> parted, Set<ArticleId> lately, List<Row> rows) {
        store.inTransaction(() -> {
            settle(parted, lately);
            store.stories().done(rows);
            return parted;
        });
    }

    private static List<GroupId> origins(Collection<ArticleId> texts) {
        return texts.stream().map(id -> new GroupId(id.text())).toList();
    }

    /** Names each story after the first article that was seen of it, and notes what became of the stories before. */
    private void settle(SortedMap<ArticleId, GroupId> parted, Set<ArticleId> lately) {
        Map<GroupId, List<Stories.Member>> parts = new TreeMap<>();
        for (Stories.Member member : store.stories().members(origins(parted.keySet()))) {
            Optional.ofNullable(parted.get(new ArticleId(member.origin().text())))
                    .ifPresent(part ->
                            parts.computeIfAbsent(part, p -> new ArrayList<>()).add(member));
        }
        Map<GroupId, List<Stories.Member>> stories = new TreeMap<>();
        parts.values().forEach(members -> stories.put(name(members), members));
        stories.forEach((story, members) -> {
            SortedSet<GroupId> moving = new TreeSet<>();
            members.stream()
                    .filter(member -> !member.story().equals(story))
                    .forEach(member -> moving.add(member.origin()));
            store.stories().settle(moving, story);
        });
        SortedSet<GroupId> touched = new TreeSet<>(stories.keySet());
        Set<ArticleId> here = new HashSet<>();
        stories.values()
                .forEach(members -> members.forEach(member -> {
                    touched.add(member.story());
                    here.add(member.id());
                }));
        // What was in one of these stories and is not tied to it has to find its own.
        for (GroupId story : touched) {
            List<ArticleId> left = new ArrayList<>(store.articles().inStory(story));
            left.removeAll(here);
            store.stories().look(left);
        }
        if (noting) {
            new StoryMoves(
                            store,
                            stories,
                            lately,
                            clock.instant(),
                            texts -> coverages(store.stories().texts(texts)))
                    .note();
        }
    }

    private static GroupId name(List<Stories.Member> members) {
        return members.stream()
                .min(Comparator.comparing(Stories.Member::firstSeen).thenComparing(Stories.Member::id))
                .map(first -> new GroupId(first.id().text()))
                .orElseThrow();
    }
}
