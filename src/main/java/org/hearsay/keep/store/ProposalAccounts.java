package org.hearsay.keep.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.Account;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Statement;
import org.hearsay.read.compare.TermTable;

/**
 * One proposal as all outlets tell it: its terms side by side, one column a text, and where it stood when. Seen as the
 * store stands; it is not kept.
 *
 * @param columns the text that was asked for first, then the others by time; copies of one text share a column
 * @param terms the terms, in columns of that order
 * @param standings by time, the oldest first; a text is told once, by the first outlet that had it
 * @param apart accounts that came near and are of another proposal, with the reason
 */
public record ProposalAccounts(List<Column> columns, TermTable terms, List<Standing> standings, List<Apart> apart) {
    /** Candidates for each key; more of one proposal are not looked at. */
    private static final int LOOKED_AT = 200;
    /** Where a proposal stands is told over weeks. */
    private static final Claims.Alone ANY_KEY = new Claims.Alone(key -> true, Instant.MIN);
    /** A table with more columns cannot be read; the status over time still tells of all. */
    private static final int SHOWN = 12;

    private static final int NEAR = 5;

    public ProposalAccounts {
        columns = List.copyOf(columns);
        standings = List.copyOf(standings);
        apart = List.copyOf(apart);
    }

    /**
     * One version of an article that tells of the proposal.
     *
     * @param claim of its claims, the one that opens it
     * @param ended whether the article tells it no longer, or otherwise by now
     */
    public record Told(StoredArticle article, Account account, ClaimId claim, boolean ended) {}

    /** @param told those who carry the text, the one with the most terms first */
    public record Column(List<Told> told) {
        public Column {
            told = List.copyOf(told);
        }

        public Told first() {
            return told.get(0);
        }

        /** @param names of the outlets of all columns */
        public List<String> outlets(OutletNames names) {
            return told.stream()
                    .map(one -> names.name(one.article().publisher()))
                    .distinct()
                    .toList();
        }
    }

    /** @param turn whether it stands otherwise than by the account before */
    public record Standing(Told told, Account.Standing standing, boolean turn) {}

    public record Apart(Told told, String why) {}

    /** What the outlets of all texts are called. */
    public OutletNames outlets() {
        OutletNames names = new OutletNames();
        Stream.concat(
                        columns.stream().flatMap(column -> column.told().stream()),
                        standings.stream().map(Standing::told))
                .forEach(told -> names.add(told.article().publisher()));
        return names;
    }

    /** Empty for a claim that carries no proposal. */
    public static Optional<ProposalAccounts> of(Store store, StoredClaim about) {
        Look look = new Look(store);
        Optional<Told> own = about.claim()
                .proposal()
                .flatMap(proposal -> look.told(about.article(), about.version())
                        .filter(told -> told.account().holds(about.claim()))
                        .findFirst());
        return own.map(told -> of(look, about, told));
    }

    private static ProposalAccounts of(Look look, StoredClaim about, Told own) {
        List<Told> same = new ArrayList<>(List.of(own));
        List<Apart> apart = new ArrayList<>();
        for (Version version : look.candidates(about, own)) {
            look.told(version.article(), version.number()).forEach(told -> {
                if (told.article().id().equals(own.article().id())
                        && told.article().version() == own.article().version()) {
                    return;
                }
                Optional<String> why = own.account().apartFrom(told.account());
                if (why.isEmpty()) {
                    same.add(told);
                } else {
                    apart.add(new Apart(told, why.get()));
                }
            });
        }
        List<Column> columns = columns(own, same);
        return new ProposalAccounts(
                columns,
                TermTable.of(
                        columns.stream().map(column -> column.first().account()).toList()),
                standings(same),
                apart.subList(0, Math.min(NEAR, apart.size())));
    }

    private record Version(ArticleId article, int number) {}

    /** One look at the store, which reads the claims of an article once. */
    private static final class Look {
        private final Store store;
        private final Map<ArticleId, List<StoredClaim>> claims = new HashMap<>();

        Look(Store store) {
            this.store = store;
        }

        private List<StoredClaim> claimsOf(ArticleId id) {
            return claims.computeIfAbsent(id, store.claims()::of);
        }

        /** Articles of the story, and those elsewhere that share words of the matter or of a term. */
        Set<Version> candidates(StoredClaim about, Told own) {
            Set<String> keys = new LinkedHashSet<>();
            Comparer comparer = new Comparer();
            own.account().claims().stream()
                    .flatMap(claim ->
                            comparer.keys(new Statement(claim, own.account().article())).stream())
                    .filter(Account::isKey)
                    .forEach(keys::add);
            List<ArticleId> story = store.articles().inStory(own.article().story()).stream()
                    .limit(LOOKED_AT)
                    .toList();
            Set<Version> versions = new LinkedHashSet<>();
            Stream.concat(
                            Stream.concat(Stream.of(about.article()), story.stream())
                                    .flatMap(id -> claimsOf(id).stream()),
                            store
                                    .claims()
                                    .all(store.claims().sharing(keys, ANY_KEY, about.article(), LOOKED_AT).stream()
                                            .map(Claims.Sharing::claim)
                                            .toList())
                                    .stream())
                    .filter(claim -> claim.claim().proposal().isPresent())
                    .filter(claim -> claim.state() != StoredClaim.State.DISMISSED)
                    .forEach(claim -> versions.add(new Version(claim.article(), claim.version())));
            return versions;
        }

        /** The proposals that one version of an article told of. */
        Stream<Told> told(ArticleId id, int version) {
            Optional<StoredArticle> stored = store.articles().version(id, version);
            Optional<Article> article = stored.flatMap(one -> one.extraction().readable());
            if (article.isEmpty()) {
                return Stream.of();
            }
            List<StoredClaim> claims = claimsOf(id).stream()
                    .filter(claim -> claim.version() == version)
                    .filter(claim -> claim.state() != StoredClaim.State.DISMISSED)
                    .toList();
            boolean ended = claims.stream().noneMatch(claim -> claim.state() == StoredClaim.State.CURRENT);
            return Account.in(
                            article.get(),
                            claims.stream().map(StoredClaim::claim).toList())
                    .stream()
                    .map(account -> new Told(stored.get(), account, opening(account), ended));
        }
    }

    private static ClaimId opening(Account account) {
        return account.claims().stream()
                .min(Comparator.comparing((Claim claim) -> claim.sentence().start())
                        .thenComparing(Claim::id))
                .map(Claim::id)
                .orElseThrow();
    }

    private static final Comparator<Told> BY_TIME = Comparator.comparing(
                    (Told told) -> told.article().orderedAt())
            .thenComparing(told -> told.article().version())
            .thenComparing(told -> told.article().id());

    private static List<Column> columns(Told own, List<Told> same) {
        Map<GroupId, List<Told>> texts = new LinkedHashMap<>();
        Map<String, List<Told>> ended = new LinkedHashMap<>();
        for (Told told : same.stream().sorted(BY_TIME).toList()) {
            if (told.ended()) {
                ended.put(told.article().id() + " " + told.article().version(), List.of(told));
            } else {
                texts.computeIfAbsent(told.article().origin(), k -> new ArrayList<>())
                        .add(told);
            }
        }
        List<Column> columns = new ArrayList<>();
        Stream.concat(texts.values().stream(), ended.values().stream())
                .map(list -> new Column(list.stream()
                        .sorted(Comparator.comparing((Told told) -> !told.equals(own))
                                .thenComparing(told -> -told.account().terms().size())
                                .thenComparing(BY_TIME))
                        .toList()))
                .forEach(columns::add);
        columns.sort(Comparator.comparing((Column column) -> !column.told().contains(own)));
        // Who only mentions a proposal has nothing to hold against another's terms.
        columns.removeIf(column ->
                !column.told().contains(own) && column.first().account().terms().isEmpty());
        return columns.subList(0, Math.min(SHOWN, columns.size()));
    }

    private static List<Standing> standings(List<Told> same) {
        List<Standing> standings = new ArrayList<>();
        Set<String> texts = new LinkedHashSet<>();
        Account.Standing before = null;
        for (Told told : same.stream().sorted(BY_TIME).toList()) {
            Account.Standing now = told.account().standing();
            if (texts.add(told.article().origin() + " " + now)) {
                boolean turn = !now.equals(before);
                standings.add(new Standing(told, now, turn));
                before = now;
            }
        }
        return standings;
    }
}
