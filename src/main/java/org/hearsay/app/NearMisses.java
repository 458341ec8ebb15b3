package org.hearsay.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Article;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.compare.Statement;
import org.hearsay.run.Filing;

/**
 * Claims that a claim was held against and found to have nothing to do with, the closest first: what a reader who expected a
 * difference wants to see the reason of.
 */
final class NearMisses {
    /** Fewer shared words than this are no surprise. */
    private static final double CLOSE = 0.25;

    private final Store store;
    private final Comparer comparer = new Comparer();

    NearMisses(Store store) {
        this.store = store;
    }

    List<Claims.Related> of(StoredClaim claim, int limit) {
        Optional<Statement> statement = statement(claim);
        if (statement.isEmpty()) {
            return List.of();
        }
        List<Claims.Related> misses = new ArrayList<>();
        Comparer.Prepared prepared = comparer.prepare(statement.get());
        List<ClaimId> sharing = store
                .claims()
                .sharing(comparer.keys(prepared), Filing.alone(claim.firstSeen()), claim.article(), Filing.COMPARED)
                .stream()
                .map(Claims.Sharing::claim)
                .toList();
        for (StoredClaim other : store.claims().all(sharing)) {
            statement(other)
                    .map(there -> comparer.relation(prepared, comparer.prepare(there)))
                    .filter(relation -> relation.kind() == Relation.Kind.UNRELATED && relation.score() >= CLOSE)
                    .ifPresent(relation -> misses.add(new Claims.Related(other, relation)));
        }
        misses.sort(Comparator.comparingDouble(
                        (Claims.Related miss) -> -miss.relation().score())
                .thenComparing(miss -> miss.other().claim().id()));
        return misses.subList(0, Math.min(limit, misses.size()));
    }

    /** Whether there were more to hold it against than intake looks at. */
    boolean capped(StoredClaim claim) {
        return statement(claim)
                .map(comparer::keys)
                .filter(keys -> store.claims()
                                .sharing(keys, Filing.alone(claim.firstSeen()), claim.article(), Filing.COMPARED + 1)
                                .size()
                        > Filing.COMPARED)
                .isPresent();
    }

    private Optional<Statement> statement(StoredClaim claim) {
        Optional<Article> text = store.articles()
                .version(claim.article(), claim.version())
                .flatMap(stored -> stored.extraction().readable());
        return text.map(article -> new Statement(claim.claim(), article));
    }
}
