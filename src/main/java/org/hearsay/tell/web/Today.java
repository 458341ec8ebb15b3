package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.compare.GroupId;

/**
 * The first page: the newest claims by story. Stories in which reports disagree come first, then those with proposals,
 * then the rest, each newest first.
 *
 * @param shelves what is shown, in order
 * @param start what to say while there is nothing to show
 */
record Today(List<Shelf> shelves, String claims, String articles, String feeds, Optional<Start> start) {
    /** Stories of one rank under one heading. */
    record Shelf(String id, String heading, List<Story> stories) {}

    /**
     * @param headline in the words of who reported it first
     * @param more claims of this story that are not shown
     */
    record Story(
            String id,
            String headline,
            String first,
            String article,
            Optional<Words.When> stated,
            Optional<String> spread,
            List<Card> cards,
            int more) {}

    /** An empty reading room. */
    record Start(String what, String next) {}

    /** Newest claims that are looked at: some days of a dozen feeds, and few enough to be ordered in an instant. */
    private static final int WINDOW = 240;

    private static final int STORIES = 24;
    private static final int CARDS = 3;

    static Today of(Sight sight, Words words, List<Feed> feeds) {
        Map<GroupId, List<StoredClaim>> byStory = new LinkedHashMap<>();
        List<StoredClaim> latest = sight.store().claims().latest(WINDOW);
        sight.load(latest.stream().map(StoredClaim::article).toList());
        for (StoredClaim claim : latest) {
            sight.article(claim.article())
                    .ifPresent(article -> byStory.computeIfAbsent(article.story(), s -> new ArrayList<>())
                            .add(claim));
        }
        Map<GroupId, Integer> rank = new HashMap<>();
        byStory.forEach((story, claims) -> rank.put(story, rank(claims, sight)));
        List<GroupId> shown = byStory.keySet().stream()
                .sorted(Comparator.comparing(rank::get))
                .limit(STORIES)
                .toList();
        List<List<Story>> ranks = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (GroupId id : shown) {
            List<StoredArticle> articles = sight.story(id);
            if (!articles.isEmpty()) {
                ranks.get(rank.getOrDefault(id, 2))
                        .add(story(id, articles, byStory.getOrDefault(id, List.of()), sight, words));
            }
        }
        List<Shelf> shelves = new ArrayList<>();
        shelf("disagree", "Where reports disagree", ranks.get(0), shelves);
        shelf("proposals", "Proposals", ranks.get(1), shelves);
        shelf("new", shelves.isEmpty() ? "New" : "Also new", ranks.get(2), shelves);
        return new Today(
                shelves,
                Words.count(sight.store().claims().count(), "claim"),
                Words.count(sight.store().articles().count(), "article"),
                Words.count(
                        Math.max(feeds.size(), sight.store().feeds().states().size()), "feed"),
                shelves.isEmpty() ? Optional.of(start(sight, feeds)) : Optional.empty());
    }

    private static void shelf(String id, String heading, List<Story> stories, List<Shelf> shelves) {
        if (!stories.isEmpty()) {
            shelves.add(new Shelf(id, heading, stories));
        }
    }

    private static int rank(List<StoredClaim> claims, Sight sight) {
        if (claims.stream().anyMatch(sight::disputed)) {
            return 0;
        }
        return claims.stream().anyMatch(c -> c.claim().proposal().isPresent()) ? 1 : 2;
    }

    private static Story story(
            GroupId id, List<StoredArticle> articles, List<StoredClaim> claims, Sight sight, Words words) {
        StoredArticle first = articles.get(0);
        List<StoredClaim> best = best(claims, sight);
        List<Card> cards = best.stream()
                .limit(CARDS)
                .map(claim -> Card.of(claim, sight, words, List.of()))
                .toList();
        Set<String> outlets = new LinkedHashSet<>();
        Set<GroupId> origins = new HashSet<>();
        for (StoredArticle article : articles) {
            outlets.add(article.outlet());
            origins.add(article.origin());
        }
        return new Story(
                id.text(),
                Card.title(first),
                first.outlet(),
                first.id().text(),
                words.dated(first),
                new Sight.Spread(outlets.size(), origins.size()).told(),
                cards,
                Math.max(0, best.size() - cards.size()));
    }

    /**
     * Each assertion once (in the words of who had it first), disputed ones first, then proposals, then what somebody
     * is named for, then by how sure we are of the reading.
     */
    static List<StoredClaim> best(List<StoredClaim> claims, Sight sight) {
        Map<GroupId, StoredClaim> once = new LinkedHashMap<>();
        for (StoredClaim claim : claims) {
            once.merge(claim.group(), claim, (a, b) -> before(b, a, sight) ? b : a);
        }
        return once.values().stream()
                .sorted(Comparator.comparing((StoredClaim c) -> !sight.disputed(c))
                        .thenComparing(c -> c.claim().proposal().isEmpty())
                        .thenComparing(c -> c.claim().source().isEmpty())
                        .thenComparing(c -> -c.claim().confidence())
                        .thenComparing(c -> c.claim().id()))
                .toList();
    }

    private static boolean before(StoredClaim a, StoredClaim b, Sight sight) {
        Optional<StoredArticle> first = sight.article(a.article());
        Optional<StoredArticle> second = sight.article(b.article());
        return first.isPresent() && second.isPresent() && Sight.FIRST.compare(first.get(), second.get()) < 0;
    }

    private static Start start(Sight sight, List<Feed> feeds) {
        List<FeedState> states = sight.store().feeds().states();
        long active = feeds.stream().filter(feed -> !feed.paused()).count();
        if (active == 0) {
            return new Start(
                    feeds.isEmpty() ? "There are no feeds to watch yet." : "Every feed is paused.",
                    "Write the address of a news feed on a line of feeds.txt; Hearsay takes it up by itself.");
        }
        long visited = states.stream().filter(s -> s.lastVisit().isPresent()).count();
        int pages = sight.store().articles().count();
        int waiting = sight.store().feeds().endings().getOrDefault(Ending.WAITING, 0);
        String so = visited == 0
                ? "None has answered yet."
                : visited + " of " + active + " have answered; " + Words.count(pages, "page") + " taken, "
                        + Words.count(waiting, "page") + " still to ask for.";
        return new Start(
                "Hearsay is visiting its feeds …",
                so + " Claims stand here as soon as the first pages are read: load this page again in a minute, or see"
                        + " how the feeds fare.");
    }
}
