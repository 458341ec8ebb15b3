package org.hearsay.tell.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.Claims.Recent;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.OutletNames;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;

/**
 * The first page: every claim of the last day by story. Stories in which reports disagree come first, then those with
 * proposals, then the rest, each newest first. Where nothing came in the last day it is the last week, and where nothing
 * came in that either, what came last.
 *
 * @param span what is looked at, in words: "1,264 claims of the last day in 560 stories"
 * @param shelves what is shown, in order
 * @param start what to say while there is nothing to show
 */
record Today(
        String span,
        String spanSearch,
        List<Shelf> shelves,
        String claims,
        String articles,
        String feeds,
        Optional<Start> start) {
    /**
     * Stories of one rank under one heading.
     *
     * @param more stories of it that have no room here, in words; {@code all} where they are
     */
    record Shelf(String id, String heading, List<Story> stories, Optional<String> more, String all) {}

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

    /** Looked at in one go; a day of a hundred feeds brings some two thousand. What is beyond is said, and searched. */
    private static final int MOST_CLAIMS = 10_000;

    private static final int MOST_PROPOSALS = 1_000;
    /** Stories of each rank, so that none pushes the others off the page. */
    private static final int STORIES = 10;
    /** Where one rank is asked for alone. */
    private static final int STORIES_ALONE = 40;

    private static final int CARDS = 3;
    /** Of each story, among which the cards are chosen. */
    private static final int CANDIDATES = 12;

    /** What a stretch of time brought. */
    private record News(
            List<Recent> claims, String when, String search, Set<ClaimId> disputed, Set<ClaimId> proposals) {
        int rank(Recent claim) {
            return disputed.contains(claim.claim()) ? 0 : proposals.contains(claim.claim()) ? 1 : 2;
        }
    }

    /** @param only the shelf that is wanted; every one if there is none of that name */
    static Today of(Desk desk, String only) {
        Sight sight = desk.sight();
        List<Feed> feeds = desk.settings().feeds().get();
        News news = news(desk);
        Map<GroupId, List<Recent>> byStory = new LinkedHashMap<>();
        news.claims.forEach(claim ->
                byStory.computeIfAbsent(claim.story(), s -> new ArrayList<>()).add(claim));
        List<List<GroupId>> ranks = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        byStory.forEach((story, claims) ->
                ranks.get(claims.stream().mapToInt(news::rank).min().orElse(2)).add(story));
        List<Shelf> shelves = new ArrayList<>();
        List<String> ids = List.of("disagree", "proposals", "new");
        boolean alone = ids.contains(only);
        for (int rank = 0; rank < ids.size(); rank++) {
            List<GroupId> stories = ranks.get(rank);
            if (!stories.isEmpty() && (!alone || ids.get(rank).equals(only))) {
                int most = alone ? STORIES_ALONE : STORIES;
                List<Story> shown = stories(stories, most, byStory, news, sight, desk.words());
                int left = stories.size() - Math.min(most, stories.size());
                shelves.add(new Shelf(
                        ids.get(rank),
                        heading(rank, shelves.isEmpty()),
                        shown,
                        left == 0 ? Optional.empty() : Optional.of("and " + Words.count(left, "more story")),
                        alone ? news.search : "/?shelf=" + ids.get(rank)));
            }
        }
        return new Today(
                Words.count(news.claims.size(), "claim") + " " + news.when + " in "
                        + Words.count(byStory.size(), "story"),
                news.search,
                shelves,
                Words.count(desk.index().count(SearchRequest.In.CLAIMS), "claim"),
                Words.count(desk.index().count(SearchRequest.In.ARTICLES), "article"),
                Words.count(
                        Math.max(feeds.size(), sight.store().feeds().states().size()), "feed"),
                byStory.isEmpty() ? Optional.of(start(sight, feeds)) : Optional.empty());
    }

    private static String heading(int rank, boolean first) {
        return switch (rank) {
            case 0 -> "Where reports disagree";
            case 1 -> "Proposals";
            default -> first ? "New" : "Also new";
        };
    }

    private static News news(Desk desk) {
        Instant now = desk.now();
        for (Span span : List.of(
                new Span(now.minus(Duration.ofDays(1)), "of the last day", "first-seen:1d"),
                new Span(now.minus(Duration.ofDays(7)), "of the last week", "first-seen:7d"),
                new Span(Instant.EPOCH, "that came last", "*"))) {
            List<Recent> claims = desk.store().claims().since(span.from, MOST_CLAIMS);
            if (!claims.isEmpty() || span.from.equals(Instant.EPOCH)) {
                boolean all = claims.size() < MOST_CLAIMS;
                Instant from = all || claims.isEmpty()
                        ? span.from
                        : claims.get(claims.size() - 1).firstSeen();
                return new News(
                        claims,
                        all ? span.words : span.words + ", the newest that fit here,",
                        new Address(span.query, SearchRequest.In.CLAIMS, SearchRequest.Sort.NEWEST, 1).at("/search"),
                        desk.store().claims().disputedSince(from),
                        proposals(span.query, desk));
            }
        }
        throw new IllegalStateException("the last span holds everything");
    }

    private record Span(Instant from, String words, String query) {}

    private static Set<ClaimId> proposals(String span, Desk desk) {
        return desk
                .index()
                .search(new SearchRequest(
                        Query.parse("has:proposal " + span),
                        SearchRequest.In.CLAIMS,
                        SearchRequest.Sort.NEWEST,
                        0,
                        MOST_PROPOSALS))
                .hits()
                .stream()
                .map(hit -> new ClaimId(hit.id()))
                .collect(Collectors.toSet());
    }

    private static List<Story> stories(
            List<GroupId> ids, int most, Map<GroupId, List<Recent>> byStory, News news, Sight sight, Words words) {
        Map<GroupId, List<Recent>> candidates = new LinkedHashMap<>();
        for (GroupId id : ids.subList(0, Math.min(most, ids.size()))) {
            candidates.put(
                    id,
                    byStory.getOrDefault(id, List.of()).stream()
                            .sorted(Comparator.comparingInt(news::rank))
                            .limit(CANDIDATES)
                            .toList());
        }
        Map<GroupId, List<StoredClaim>> claims = new HashMap<>();
        List<Recent> all = candidates.values().stream().flatMap(List::stream).toList();
        Map<ClaimId, GroupId> storyOf = new HashMap<>();
        all.forEach(claim -> storyOf.put(claim.claim(), claim.story()));
        List<StoredClaim> stored = sight.store().claims().all(storyOf.keySet());
        sight.prepare(stored);
        stored.forEach(claim -> claims.computeIfAbsent(
                        storyOf.getOrDefault(claim.claim().id(), claim.group()), s -> new ArrayList<>())
                .add(claim));
        List<Story> stories = new ArrayList<>();
        for (GroupId id : candidates.keySet()) {
            List<StoredArticle> articles = sight.story(id);
            if (!articles.isEmpty()) {
                int assertions = (int) byStory.getOrDefault(id, List.of()).stream()
                        .map(Recent::group)
                        .distinct()
                        .count();
                List<StoredClaim> best = best(
                        claims.getOrDefault(id, List.of()),
                        c -> news.disputed.contains(c.claim().id()),
                        sight);
                stories.add(story(id, articles, best, assertions, sight, words));
            }
        }
        return stories;
    }

    private static Story story(
            GroupId id,
            List<StoredArticle> articles,
            List<StoredClaim> best,
            int assertions,
            Sight sight,
            Words words) {
        StoredArticle first = articles.get(0);
        List<Card> cards = best.stream()
                .limit(CARDS)
                .map(claim -> Card.of(claim, sight, words, List.of()))
                .toList();
        OutletNames outlets = new OutletNames();
        Set<GroupId> origins = new HashSet<>();
        for (StoredArticle article : articles) {
            outlets.add(article.publisher());
            origins.add(article.origin());
        }
        return new Story(
                id.text(),
                Card.title(first),
                first.outlet(),
                first.id().text(),
                words.dated(first),
                new Sight.Spread(outlets.count(), origins.size()).told(),
                cards,
                Math.max(0, assertions - cards.size()));
    }

    /**
     * Each assertion once (in the words of who had it first), disputed ones first, then proposals, then what somebody
     * is named for, then by how sure we are of the reading.
     */
    static List<StoredClaim> best(List<StoredClaim> claims, Predicate<StoredClaim> disputed, Sight sight) {
        Map<GroupId, StoredClaim> once = new LinkedHashMap<>();
        for (StoredClaim claim : claims) {
            once.merge(claim.group(), claim, (a, b) -> before(b, a, sight) ? b : a);
        }
        return once.values().stream()
                .sorted(Comparator.comparing((StoredClaim c) -> !disputed.test(c))
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
