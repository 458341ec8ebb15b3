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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.page.Outlet;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Dated;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;

/**
 * One claim and all that others say of it: the side that says the same, then each side that says it otherwise, with how
 * far each has spread. Seen as the store stands; it is not kept.
 *
 * @param about the claim that was asked for
 * @param sides its own side first, then contradictions, then differences, the widest spread first
 * @param notes what happened to a conflict since, in words
 */
public record Comparison(StoredClaim about, List<Side> sides, List<String> notes) {
    public Comparison {
        sides = List.copyOf(sides);
        notes = List.copyOf(notes);
    }

    /** A claim with the version of the article that its spans point into. */
    public record Told(StoredClaim claim, StoredArticle article) {
        public boolean ended() {
            return claim.state() != StoredClaim.State.CURRENT;
        }

        /** When the article says it was published. */
        public Optional<Dated> stated() {
            return article.stated();
        }
    }

    /**
     * Those who say one thing.
     *
     * @param kind how it relates to the claim asked for; SAME for that claim's own side
     * @param differences as seen from the claim asked for
     * @param why what was seen
     * @param claims by when we first saw them
     */
    public record Side(Relation.Kind kind, List<Difference> differences, List<String> why, List<Told> claims) {
        public Side {
            differences = List.copyOf(differences);
            why = List.copyOf(why);
            claims = List.copyOf(claims);
        }

        /** Outlets that say it, each counted once; those that took it back are not counted. */
        public int outlets() {
            return OutletNames.of(publishers(current())).count();
        }

        /** Those who have it by themselves, see {@link Independence}. */
        public int origins() {
            return Independence.count(current()
                    .map(told -> new Independence.Saying(told.claim(), told.article()))
                    .toList());
        }

        /** Who had it first as we saw it. */
        public Told firstSeen() {
            return claims.get(0);
        }

        /** Who had it first by its own account; empty if nobody gives a time. A time that had not come is no account. */
        public Optional<Told> firstStated() {
            return claims.stream()
                    .filter(told -> told.stated().isPresent() && !told.article().statedAhead())
                    .min(Comparator.comparing((Told told) ->
                                    told.stated().map(Dated::earliest).orElse(Instant.MAX))
                            .thenComparing(told -> told.claim().claim().id()));
        }

        /** Nobody says it any more. */
        public boolean ended() {
            return claims.stream().allMatch(Told::ended);
        }

        private Stream<Told> current() {
            return claims.stream().filter(told -> !told.ended() || ended());
        }
    }

    private static List<Outlet> publishers(Stream<Told> claims) {
        return claims.map(told -> told.claim().publisher()).toList();
    }

    /** What the outlets of all sides are called. */
    public OutletNames outlets() {
        return OutletNames.of(publishers(claims().stream()));
    }

    /** Every claim of every side. */
    public List<Told> claims() {
        return sides.stream().flatMap(side -> side.claims().stream()).toList();
    }

    /** What the store holds about a claim of its own. */
    public static Comparison of(Store store, StoredClaim about) {
        // Not all of its group: there the first may say the same as the second, and the second as the third, and the
        // first not as the third.
        Map<ClaimId, StoredClaim> same = new LinkedHashMap<>();
        same.put(about.claim().id(), about);
        Map<String, List<Claims.Related>> others = new TreeMap<>();
        Set<ClaimId> placed = new LinkedHashSet<>();
        for (Claims.Related related : store.claims().relations(about.claim().id())) {
            ClaimId id = related.other().claim().id();
            if (related.relation().kind() == Relation.Kind.SAME) {
                same.putIfAbsent(id, related.other());
            } else if (placed.add(id)) {
                others.computeIfAbsent(sideOf(related.relation()), k -> new ArrayList<>())
                        .add(related);
            }
        }
        Articles articles = store.articles();
        List<Side> sides = new ArrayList<>();
        sides.add(new Side(Relation.Kind.SAME, List.of(), List.of(), told(List.copyOf(same.values()), articles)));
        others.values().forEach(list -> {
            Relation first = list.get(0).relation();
            List<Told> claims = told(list.stream().map(Claims.Related::other).toList(), articles);
            if (!claims.isEmpty()) {
                sides.add(new Side(first.kind(), first.differences(), first.why(), claims));
            }
        });
        sides.removeIf(side -> side.claims().isEmpty());
        sides.sort(Comparator.comparing(Side::kind, Comparator.comparingInt(Comparison::rank))
                .thenComparing(Side::origins, Comparator.reverseOrder())
                .thenComparing(side -> side.firstSeen().claim().claim().id()));
        List<String> notes = notes(sides);
        notes.addAll(Withdrawals.notes(store, about, sides));
        return new Comparison(about, sides, notes);
    }

    private static int rank(Relation.Kind kind) {
        return switch (kind) {
            case SAME -> 0;
            case CONTRADICTS -> 1;
            case DIFFERS -> 2;
            case UNRELATED -> 3;
        };
    }

    /** Those who differ in the same way stand together: by slot, and by the other side's own figure or name. */
    private static String sideOf(Relation relation) {
        return relation.kind()
                + relation.differences().stream()
                        .map(d -> d.getClass().getSimpleName() + d.inWords())
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    private static List<Told> told(List<StoredClaim> claims, Articles articles) {
        Map<ArticleId, Optional<StoredArticle>> newest = new HashMap<>();
        List<Told> told = new ArrayList<>();
        for (StoredClaim claim : claims) {
            newest.computeIfAbsent(claim.article(), articles::current)
                    .filter(article -> article.version() == claim.version())
                    .or(() -> articles.version(claim.article(), claim.version()))
                    .ifPresent(article -> told.add(new Told(claim, article)));
        }
        told.sort(Comparator.comparing((Told t) -> t.claim().firstSeen())
                .thenComparing(t -> t.claim().claim().id()));
        return told;
    }

    /** A conflict that ended because one side changed its page. */
    private static List<String> notes(List<Side> sides) {
        List<String> notes = new ArrayList<>();
        Set<ArticleId> agreeing = new LinkedHashSet<>();
        sides.stream()
                .filter(side -> side.kind() == Relation.Kind.SAME)
                .flatMap(side -> side.claims().stream())
                .filter(told -> !told.ended())
                .forEach(told -> agreeing.add(told.claim().article()));
        for (Side side : sides) {
            for (Told told : side.claims()) {
                if (told.ended() && side.kind() != Relation.Kind.SAME) {
                    String now = agreeing.contains(told.claim().article()) ? "now says the same" : "no longer says so";
                    notes.add(told.claim().outlet() + " edited its page and " + now
                            + told.claim()
                                    .ended()
                                    .map(at -> " (seen " + at + ")")
                                    .orElse("") + "; it used to say \""
                            + told.claim().shown() + "\""
                            + (side.ended() ? "; nobody else says so, the conflict is resolved" : ""));
                } else if (told.ended()) {
                    notes.add(told.claim().outlet() + " no longer says so"
                            + told.claim()
                                    .ended()
                                    .map(at -> " (seen " + at + ")")
                                    .orElse(""));
                }
            }
        }
        return notes;
    }

    /** Articles among the claims that carry one text, by origin; those that stand alone are left out. */
    public Map<GroupId, List<Told>> copies() {
        Map<GroupId, List<Told>> by = new LinkedHashMap<>();
        for (Told told : claims()) {
            List<Told> list = by.computeIfAbsent(told.article().origin(), k -> new ArrayList<>());
            if (list.stream()
                    .noneMatch(
                            other -> other.article().id().equals(told.article().id()))) {
                list.add(told);
            }
        }
        by.values().removeIf(list -> list.size() < 2);
        return by;
    }
}
