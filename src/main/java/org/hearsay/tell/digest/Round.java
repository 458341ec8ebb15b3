package org.hearsay.tell.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.StoredClaim.State;
import org.hearsay.page.OutletNames;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.tell.digest.Digest.ClaimItem;
import org.hearsay.tell.digest.Digest.Item;
import org.hearsay.tell.digest.Digest.Kind;
import org.hearsay.tell.digest.Digest.Other;
import org.hearsay.tell.digest.Digest.Part;
import org.hearsay.tell.digest.Digest.Section;
import org.hearsay.tell.digest.Digest.Sign;

/** One window's work: what is told in which section, and what has been told so far. */
final class Round {
    private final Store store;
    private final Matches matches;
    private final Instant from;
    private final Instant to;
    private final Holdings holdings;
    private final Telling telling;
    private final Set<GroupId> told = new HashSet<>();

    Round(Store store, Matches matches, Instant from, Instant to) {
        this.store = store;
        this.matches = matches;
        this.from = from;
        this.to = to;
        this.holdings = new Holdings(store);
        this.telling = new Telling(holdings, matches);
    }

    Digest digest() {
        List<StoredClaim> window = store.claims().between(from, to);
        List<StoredClaim> fresh = window.stream()
                .filter(c -> c.state() == State.CURRENT && !c.firstSeen().isBefore(from) && matches.claim(c))
                .toList();
        List<StoredClaim> ended = window.stream()
                .filter(c -> c.state() != State.CURRENT && c.ended().isPresent() && matches.article(c.article()))
                .filter(c -> !c.ended().orElseThrow().isBefore(from)
                        && c.ended().orElseThrow().isBefore(to))
                .toList();
        holdings.learn(fresh);
        holdings.learn(ended);
        holdings.learnGroups(fresh);
        holdings.learnGroups(ended);

        List<Section> sections = new ArrayList<>();
        add(sections, Kind.CONFLICTS, List.of(new Part(Optional.empty(), conflicts(fresh, ended))));
        add(sections, Kind.PROPOSALS, List.of(new Part(Optional.empty(), proposals(fresh))));
        List<Item> repeats = repeats(fresh);
        add(sections, Kind.NEW, stories(fresh));
        add(sections, Kind.REPEATS, List.of(new Part(Optional.empty(), repeats)));
        List<Item> turns = new StoryTurns(store, matches).between(from, to);
        add(sections, Kind.STORIES, List.of(new Part(Optional.empty(), turns)));
        List<FeedState> states = store.feeds().states();
        add(sections, Kind.TROUBLE, List.of(new Part(Optional.empty(), FeedTrouble.lasting(store, states, from, to))));
        int visited = (int) states.stream()
                .filter(s -> s.lastVisit().filter(at -> !at.isBefore(from)).isPresent())
                .count();
        int failing = (int) states.stream().filter(s -> s.failures() > 0).count();
        return new Digest(from, to, sections, visited, failing);
    }

    private static void add(List<Section> sections, Kind kind, List<Part> parts) {
        List<Part> filled = parts.stream().filter(p -> !p.items().isEmpty()).toList();
        if (!filled.isEmpty()) {
            sections.add(new Section(kind, filled));
        }
    }

    private List<Item> conflicts(List<StoredClaim> fresh, List<StoredClaim> ended) {
        List<ClaimItem> items = new ArrayList<>();
        Set<Set<GroupId>> pairs = new HashSet<>();
        Set<ClaimId> related =
                store.claims().related(fresh.stream().map(c -> c.claim().id()).toList());
        for (StoredClaim claim : byConfidence(fresh)) {
            if (!related.contains(claim.claim().id())) {
                continue;
            }
            List<Other> others = new ArrayList<>();
            for (Related known : store.claims().relations(claim.claim().id())) {
                Sign how = sign(known.relation().kind());
                if (how != Sign.NONE
                        && known.other().state() == State.CURRENT
                        && pairs.add(
                                Set.copyOf(List.of(claim.group(), known.other().group())))) {
                    holdings.learn(List.of(known.other()));
                    others.add(new Other(
                            how, inWords(known.relation()), known.relation().score(), telling.told(known.other())));
                    told.add(known.other().group());
                }
            }
            if (!others.isEmpty()) {
                others.sort(Comparator.comparing(Other::how));
                told.add(claim.group());
                items.add(telling.item(claim, others.get(0).how(), others));
            }
        }
        items.sort(Comparator.comparing(Round::surest)
                .reversed()
                .thenComparing(ClaimItem::sign)
                .thenComparing(i -> -i.spread().outlets())
                .thenComparing(i -> i.told().id()));
        for (StoredClaim claim : ended) {
            Sign sign = claim.state() == State.CHANGED ? Sign.CHANGED : Sign.WITHDRAWN;
            List<Other> now = sign == Sign.CHANGED ? successor(claim) : List.of();
            items.add(telling.item(claim, sign, now));
        }
        return List.copyOf(items);
    }

    private static double surest(ClaimItem item) {
        return item.others().stream().mapToDouble(Other::score).max().orElse(0);
    }

    /** What the newer version says in its place: of those that came when it ended, the one that shares most words. */
    private List<Other> successor(StoredClaim old) {
        Set<String> words = wordsOf(old);
        return store.claims().of(old.article()).stream()
                .filter(c ->
                        c.state() == State.CURRENT && Optional.of(c.firstSeen()).equals(old.ended()))
                .max(Comparator.comparing((StoredClaim c) -> shared(words, wordsOf(c)))
                        .thenComparing(c -> c.claim().id(), Comparator.reverseOrder()))
                .filter(c -> shared(words, wordsOf(c)) * 2 >= words.size())
                .map(c -> {
                    told.add(c.group());
                    return List.of(new Other(Sign.CHANGED, "", 1, telling.told(c)));
                })
                .orElse(List.of());
    }

    private List<Item> proposals(List<StoredClaim> fresh) {
        // The same proposal shows in several claims of one article; the one with the most terms tells it best.
        Map<String, StoredClaim> best = new LinkedHashMap<>();
        for (StoredClaim claim : byConfidence(fresh)) {
            Optional<Proposal> proposal = claim.claim().proposal();
            if (proposal.isPresent() && !told.contains(claim.group())) {
                String key = claim.article() + " " + proposal.get().trigger();
                best.merge(
                        key,
                        claim,
                        (a, b) -> telling.terms(b).size() > telling.terms(a).size() ? b : a);
                told.add(claim.group());
            }
        }
        List<ClaimItem> items = new ArrayList<>();
        best.values().forEach(c -> items.add(telling.item(c, Sign.PROPOSAL, List.of())));
        items.sort(Comparator.comparing((ClaimItem i) -> -i.terms().size())
                .thenComparing(i -> -i.spread().outlets())
                .thenComparing(i -> i.told().firstSeen())
                .thenComparing(i -> i.told().id()));
        return List.copyOf(items);
    }

    private List<Item> repeats(List<StoredClaim> fresh) {
        List<ClaimItem> items = new ArrayList<>();
        for (StoredClaim claim : fresh) {
            boolean known =
                    holdings.members(claim).stream().anyMatch(m -> m.firstSeen().isBefore(from));
            if (known && told.add(claim.group())) {
                items.add(telling.item(holdings.members(claim).get(0), Sign.REPEATED, List.of()));
            }
        }
        items.sort(Comparator.comparing((ClaimItem i) -> -i.spread().independent())
                .thenComparing(i -> -i.spread().outlets())
                .thenComparing(i -> i.told().id()));
        return List.copyOf(items);
    }

    private List<Part> stories(List<StoredClaim> fresh) {
        Map<String, List<StoredClaim>> byStory = new LinkedHashMap<>();
        Set<String> sentences = new HashSet<>();
        for (StoredClaim claim : byConfidence(fresh)) {
            // A sentence is shown whole, so what else it says has been read with it.
            if (told.add(claim.group()) && sentences.add(claim.article() + " " + claim.sentence())) {
                byStory.computeIfAbsent(holdings.story(claim), s -> new ArrayList<>())
                        .add(claim);
            }
        }
        List<Weighed> parts = new ArrayList<>();
        for (List<StoredClaim> claims : byStory.values()) {
            List<ClaimItem> items = new ArrayList<>();
            claims.forEach(c -> items.add(telling.item(telling.first(c), Sign.NONE, List.of())));
            items.sort(Comparator.comparing((ClaimItem i) -> -i.spread().origins())
                    .thenComparing(i -> -i.spread().outlets()));
            parts.add(new Weighed(new Part(headline(claims), List.copyOf(items)), outlets(claims)));
        }
        return parts.stream()
                .sorted(Comparator.comparing((Weighed w) -> -w.outlets)
                        .thenComparing(w -> -w.part.items().size())
                        .thenComparing(w -> w.part.headline().orElse("")))
                .map(Weighed::part)
                .toList();
    }

    private record Weighed(Part part, int outlets) {}

    private int outlets(List<StoredClaim> claims) {
        return OutletNames.of(claims.stream()
                        .flatMap(claim -> Stream.concat(Stream.of(claim), holdings.members(claim).stream()))
                        .map(StoredClaim::publisher)
                        .toList())
                .count();
    }

    private Optional<String> headline(List<StoredClaim> claims) {
        return claims.stream()
                .flatMap(c -> holdings.article(c.article()).stream())
                .min(Comparator.comparing(StoredArticle::orderedAt).thenComparing(StoredArticle::id))
                .flatMap(StoredArticle::title);
    }

    private static List<StoredClaim> byConfidence(List<StoredClaim> claims) {
        return claims.stream()
                .sorted(Comparator.comparing((StoredClaim c) -> -c.claim().confidence())
                        .thenComparing(StoredClaim::firstSeen)
                        .thenComparing(c -> c.claim().id()))
                .toList();
    }

    private static Sign sign(Relation.Kind kind) {
        return switch (kind) {
            case CONTRADICTS -> Sign.CONTRADICTED;
            case DIFFERS -> Sign.DIFFERS;
            case SAME, UNRELATED -> Sign.NONE;
        };
    }

    private static String inWords(Relation relation) {
        return String.join(
                "; ",
                relation.differences().stream()
                        .map(Difference::inWords)
                        .distinct()
                        .limit(3)
                        .toList());
    }

    private static Set<String> wordsOf(StoredClaim claim) {
        return new TreeSet<>(List.of(claim.words().split("\\s+")));
    }

    private static int shared(Set<String> a, Set<String> b) {
        return (int) a.stream().filter(b::contains).count();
    }
}
