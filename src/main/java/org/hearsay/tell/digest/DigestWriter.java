package org.hearsay.tell.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.StoredClaim.State;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Term;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.tell.digest.Digest.ClaimItem;
import org.hearsay.tell.digest.Digest.FeedItem;
import org.hearsay.tell.digest.Digest.Item;
import org.hearsay.tell.digest.Digest.Kind;
import org.hearsay.tell.digest.Digest.Other;
import org.hearsay.tell.digest.Digest.Part;
import org.hearsay.tell.digest.Digest.Section;
import org.hearsay.tell.digest.Digest.Sign;
import org.hearsay.tell.digest.Digest.Spread;
import org.hearsay.tell.digest.Digest.Told;

/** Finds out what is new. Reads the store and the index, changes neither. Thread-safe as they are. */
public final class DigestWriter {
    /** Shorter trouble mends itself more often than not, and nobody wants to read of it over coffee. */
    private static final Duration LASTING = Duration.ofHours(24);

    private final Store store;
    private final Optional<ClaimIndex> index;

    /** Without an index there is no watch to ask for, only everything. */
    public DigestWriter(Store store) {
        this(store, Optional.empty());
    }

    public DigestWriter(Store store, ClaimIndex index) {
        this(store, Optional.of(index));
    }

    private DigestWriter(Store store, Optional<ClaimIndex> index) {
        this.store = store;
        this.index = index;
    }

    /**
     * What was first seen, changed or taken back in [from, to). A claim is told once: one that stands among the conflicts
     * does not come again among the new ones, nor do others that say the same.
     *
     * @param watches none for everything
     */
    public Digest digest(List<Watch> watches, Instant from, Instant to) {
        if (!watches.isEmpty() && index.isEmpty()) {
            throw new IllegalArgumentException("a watch is a search, and there is no index to search");
        }
        Matches matches = watches.isEmpty() ? Matches.ALL : Matches.of(index.orElseThrow(), watches);
        return new Round(matches, from, to).digest();
    }

    /** One window's work: what was read from the store for it, and what has been told so far. */
    private final class Round {
        private final Matches matches;
        private final Instant from;
        private final Instant to;
        private final Map<ArticleId, StoredArticle> articles = new HashMap<>();
        private final Map<GroupId, List<StoredClaim>> groups = new HashMap<>();
        private final Set<GroupId> told = new HashSet<>();

        Round(Matches matches, Instant from, Instant to) {
            this.matches = matches;
            this.from = from;
            this.to = to;
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
            learn(fresh);
            learn(ended);

            List<Section> sections = new ArrayList<>();
            add(sections, Kind.CONFLICTS, List.of(new Part(Optional.empty(), conflicts(fresh, ended))));
            add(sections, Kind.PROPOSALS, List.of(new Part(Optional.empty(), proposals(fresh))));
            List<Item> repeats = repeats(fresh);
            add(sections, Kind.NEW, stories(fresh));
            add(sections, Kind.REPEATS, List.of(new Part(Optional.empty(), repeats)));
            List<FeedState> states = store.feeds().states();
            add(sections, Kind.TROUBLE, List.of(new Part(Optional.empty(), trouble(states))));
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
            for (StoredClaim claim : byConfidence(fresh)) {
                List<Other> others = new ArrayList<>();
                for (Related related : store.claims().relations(claim.claim().id())) {
                    Sign how = sign(related.relation().kind());
                    if (how != Sign.NONE
                            && related.other().state() == State.CURRENT
                            && pairs.add(Set.copyOf(
                                    List.of(claim.group(), related.other().group())))) {
                        learn(List.of(related.other()));
                        others.add(new Other(
                                how,
                                inWords(related.relation()),
                                related.relation().score(),
                                told(related.other())));
                        told.add(related.other().group());
                    }
                }
                if (!others.isEmpty()) {
                    others.sort(Comparator.comparing(Other::how));
                    told.add(claim.group());
                    items.add(item(claim, others.get(0).how(), others));
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
                items.add(item(claim, sign, now));
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
                    .filter(c -> c.state() == State.CURRENT
                            && Optional.of(c.firstSeen()).equals(old.ended()))
                    .max(Comparator.comparing((StoredClaim c) -> shared(words, wordsOf(c)))
                            .thenComparing(c -> c.claim().id(), Comparator.reverseOrder()))
                    .filter(c -> shared(words, wordsOf(c)) * 2 >= words.size())
                    .map(c -> {
                        told.add(c.group());
                        return List.of(new Other(Sign.CHANGED, "", 1, told(c)));
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
                    best.merge(key, claim, (a, b) -> terms(b).size() > terms(a).size() ? b : a);
                    told.add(claim.group());
                }
            }
            List<ClaimItem> items = new ArrayList<>();
            best.values().forEach(c -> items.add(item(c, Sign.PROPOSAL, List.of())));
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
                        members(claim).stream().anyMatch(m -> m.firstSeen().isBefore(from));
                if (known && told.add(claim.group())) {
                    items.add(item(members(claim).get(0), Sign.REPEATED, List.of()));
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
                    byStory.computeIfAbsent(story(claim), s -> new ArrayList<>())
                            .add(claim);
                }
            }
            List<Part> parts = new ArrayList<>();
            for (List<StoredClaim> claims : byStory.values()) {
                List<ClaimItem> items = new ArrayList<>();
                claims.forEach(c -> items.add(item(first(c), Sign.NONE, List.of())));
                items.sort(Comparator.comparing((ClaimItem i) -> -i.spread().origins())
                        .thenComparing(i -> -i.spread().outlets()));
                parts.add(new Part(headline(claims), List.copyOf(items)));
            }
            parts.sort(Comparator.comparing((Part p) -> -outlets(p))
                    .thenComparing(p -> -p.items().size())
                    .thenComparing(p -> p.headline().orElse("")));
            return parts;
        }

        private static int outlets(Part part) {
            Set<String> names = new HashSet<>();
            for (Item item : part.items()) {
                if (item instanceof ClaimItem claim) {
                    names.add(claim.told().outlet());
                    names.addAll(claim.spread().alsoSaidBy());
                }
            }
            return names.size();
        }

        private Optional<String> headline(List<StoredClaim> claims) {
            return claims.stream()
                    .flatMap(c -> Optional.ofNullable(articles.get(c.article())).stream())
                    .min(Comparator.comparing(StoredArticle::orderedAt).thenComparing(StoredArticle::id))
                    .flatMap(StoredArticle::title);
        }

        private List<Item> trouble(List<FeedState> states) {
            List<Item> items = new ArrayList<>();
            for (FeedState state : states) {
                FeedHealth health = FeedHealth.of(state, false, store.feeds().volume(state.feed(), to), to);
                boolean lasting = state.failingSince()
                        .filter(since -> !since.isAfter(to.minus(LASTING)))
                        .isPresent();
                boolean gone = state.status() == FeedState.Status.GONE
                        && state.lastVisit().filter(at -> !at.isBefore(from)).isPresent();
                boolean asks = health.kind() == FeedHealth.Kind.MOVED || health.kind() == FeedHealth.Kind.QUIET;
                if (gone || asks || lasting && health.trouble()) {
                    items.add(new FeedItem(
                            state.feed(),
                            state.title().orElse(state.feed().host().authority()),
                            health.bare(),
                            state.failingSince()));
                }
            }
            return items;
        }

        private ClaimItem item(StoredClaim claim, Sign sign, List<Other> others) {
            // The proposal itself has a place of its own, with its terms.
            List<String> terms = sign == Sign.PROPOSAL ? terms(claim) : List.of();
            boolean introduced = terms.contains(claim.words());
            // How far one term has spread says nothing of the proposal that it stands for.
            return new ClaimItem(
                    introduced ? introduced(claim) : told(claim),
                    sign,
                    others,
                    terms,
                    introduced ? new Spread(1, 1, List.of(), 0) : spread(claim),
                    matches.reason(claim));
        }

        private Told told(StoredClaim stored) {
            Claim claim = stored.claim();
            return new Told(
                    claim.id(),
                    stored.article(),
                    stored.words(),
                    stored.sentence(),
                    marks(stored),
                    Words.chain(claim, stored.outlet()),
                    claim.stanceInWords(),
                    stored.outlet(),
                    Optional.ofNullable(articles.get(stored.article())).flatMap(StoredArticle::stated),
                    stored.firstSeen(),
                    stored.ended(),
                    stored.url());
        }

        /** A claim that is itself one of the terms is introduced by the line that speaks of the proposal. */
        private Told introduced(StoredClaim claim) {
            Told own = told(claim);
            StoredArticle article = articles.get(claim.article());
            Optional<Proposal> proposal = claim.claim().proposal();
            if (proposal.isEmpty() || article == null) {
                return own;
            }
            String text = article.text();
            int at = proposal.get().trigger().get(0).start();
            int end = text.indexOf('\n', at);
            String line = text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end);
            return new Told(
                    own.id(),
                    own.article(),
                    line,
                    line,
                    List.of(),
                    own.chain(),
                    own.stance(),
                    own.outlet(),
                    own.stated(),
                    own.firstSeen(),
                    own.ended(),
                    own.source());
        }

        private List<String> terms(StoredClaim claim) {
            StoredArticle article = articles.get(claim.article());
            Optional<Proposal> proposal = claim.claim().proposal();
            if (proposal.isEmpty() || article == null || article.version() != claim.version()) {
                return List.of();
            }
            List<String> words = new ArrayList<>();
            for (Term term : proposal.get().terms()) {
                words.add(String.join(
                        " … ",
                        term.spans().stream().map(s -> s.of(article.text())).toList()));
            }
            return words;
        }

        private Spread spread(StoredClaim claim) {
            List<StoredClaim> members = members(claim);
            Set<String> outlets = new LinkedHashSet<>();
            outlets.add(claim.outlet());
            Set<GroupId> origins = new TreeSet<>();
            Set<String> independent = new TreeSet<>();
            GroupId own = origin(claim);
            origins.add(own);
            for (StoredClaim member : members) {
                outlets.add(member.outlet());
                origins.add(origin(member));
                if (!origin(member).equals(own) && !member.outlet().equals(claim.outlet())) {
                    independent.add(member.outlet());
                }
            }
            List<String> also = outlets.stream().skip(1).toList();
            return new Spread(outlets.size(), origins.size(), also, independent.size());
        }

        /** Of those that say the same, whoever said it first. */
        private StoredClaim first(StoredClaim claim) {
            return members(claim).stream().filter(matches::claim).findFirst().orElse(claim);
        }

        /** Current claims that say the same, this one among them, in the order in which they were seen. */
        private List<StoredClaim> members(StoredClaim claim) {
            return groups.computeIfAbsent(claim.group(), g -> {
                List<StoredClaim> members = store.claims().inGroup(g).stream()
                        .filter(m -> m.state() == State.CURRENT)
                        .sorted(Comparator.comparing(StoredClaim::firstSeen)
                                .thenComparing(m -> m.claim().id()))
                        .toList();
                learn(members);
                return members.isEmpty() ? List.of(claim) : members;
            });
        }

        private void learn(Collection<StoredClaim> claims) {
            Set<ArticleId> unknown = new LinkedHashSet<>();
            claims.forEach(c -> unknown.add(c.article()));
            unknown.removeAll(articles.keySet());
            if (!unknown.isEmpty()) {
                store.articles().all(unknown).forEach(a -> articles.put(a.id(), a));
            }
        }

        private GroupId origin(StoredClaim claim) {
            StoredArticle article = articles.get(claim.article());
            return article == null ? new GroupId(claim.article().text()) : article.origin();
        }

        private String story(StoredClaim claim) {
            StoredArticle article = articles.get(claim.article());
            return article == null ? claim.article().text() : article.story().text();
        }
    }

    /** Where the claim's words stand in its sentence; nothing where they are all of it, or stand elsewhere. */
    private static List<Span> marks(StoredClaim stored) {
        int start = stored.claim().sentence().start();
        int length = stored.sentence().length();
        List<Span> marks = new ArrayList<>();
        int marked = 0;
        for (Span piece : stored.claim().content()) {
            if (piece.start() < start || piece.end() - start > length) {
                return List.of();
            }
            marks.add(new Span(piece.start() - start, piece.end() - start));
            marked += piece.length();
        }
        marks.sort(Comparator.naturalOrder());
        return marked + 2 >= length ? List.of() : marks;
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
