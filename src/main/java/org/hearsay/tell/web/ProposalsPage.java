package org.hearsay.tell.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.StoredClaim;

/** Offers, demands, plans and the like, those first seen last first, each once. */
record ProposalsPage(String total, List<Line> lines) {
    record Line(Card card, String act, String from, String to, String status, int terms) {}

    private static final int SHOWN = 60;

    static ProposalsPage of(Desk desk) {
        Hits hits = desk.index()
                .search(new SearchRequest(
                        Query.parse("kind:proposal"),
                        SearchRequest.In.CLAIMS,
                        SearchRequest.Sort.NEWEST,
                        true,
                        0,
                        SHOWN));
        Sight sight = desk.sight();
        Map<String, StoredClaim> claims = new HashMap<>();
        SearchPage.stored(hits, sight)
                .forEach(claim -> claims.put(claim.claim().id().text(), claim));
        sight.prepare(claims.values());
        List<Line> lines = hits.hits().stream()
                .flatMap(hit -> Optional.ofNullable(claims.get(hit.id())).stream())
                .filter(claim -> claim.claim().proposal().isPresent())
                .map(claim -> line(claim, sight, desk.words()))
                .toList();
        return new ProposalsPage(Words.count(hits.total(), "proposal"), lines);
    }

    private static Line line(StoredClaim claim, Sight sight, Words words) {
        String text = sight.of(claim).map(article -> article.text()).orElse("");
        ClaimPage.Offer offer = ClaimPage.offer(claim.claim().proposal().orElseThrow(), text);
        return new Line(
                Card.of(claim, sight, words, List.of()),
                offer.act(),
                offer.from(),
                offer.to(),
                offer.status(),
                offer.terms().size());
    }
}
