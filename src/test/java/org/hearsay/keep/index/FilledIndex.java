package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An index, of whichever engine, with two articles in it that tests of all engines look for. */
abstract class FilledIndex {
    static final IndexedArticle OFFER = IndexedArticles.at("https://news.example.org/offer")
            .outlet("The Morning Star")
            .title("Putin offers minerals deal")
            .published("2026-11-10T08:00:00Z")
            .line(
                    "offer",
                    "Russia has offered the United States a rare-earth deal, he said.",
                    new Voice.Named(
                            "Vladimir Putin", Optional.of("Russian President"), Optional.empty(), new Span(56, 58)),
                    Stance.PROPOSED,
                    false)
            .says("share", "China controls nearly 60% of global production and 85% of refining.")
            .naming("China", "location:china")
            .figure("60%", "60", "%")
            .figure("85%", "85.0", "%")
            .line(
                    "denial",
                    "Nobody has sanctioned the U.S. firms, a spokesman said.",
                    new Voice.Unnamed("a spokesman", new Span(0, 5)),
                    Stance.ASSERTED,
                    true)
            .made();

    static final IndexedArticle PRICES = IndexedArticles.at("https://paper.example.com/prices")
            .outlet("The Paper")
            .title("Café prices rise")
            .says("cafe", "A café in Zürich charges $1,000 for rare tea.")
            .figure("$1,000", "1000", "USD")
            .line(
                    "sanctions",
                    "Sanctions may follow, İstanbul officials think.",
                    new Voice.Unresolved("officials", new Span(0, 4)),
                    Stance.POSSIBLE,
                    false)
            .made();

    ClaimIndex index;

    /** An empty index, or the one that was closed within the test. */
    protected abstract ClaimIndex open();

    @BeforeEach
    void fill() {
        index = open();
        index.replace(List.of(OFFER, PRICES));
        index.commit();
    }

    @AfterEach
    void close() {
        index.close();
    }

    Hits search(String query, In in) {
        return index.search(new SearchRequest(Query.parse(query), in, Sort.RELEVANCE, 0, 100));
    }

    List<String> found(String query, In in) {
        Hits hits = search(query, in);
        assertThat(hits.total()).isEqualTo(hits.hits().size());
        return hits.hits().stream().map(Hits.Hit::id).toList();
    }

    List<String> marked(String query, In in, String id) {
        Hits.Hit hit = search(query, in).hits().stream()
                .filter(h -> h.id().equals(id))
                .findFirst()
                .orElseThrow();
        String shown = in == In.ARTICLES ? OFFER.title().orElseThrow() : sentenceOf(id);
        return hit.marks().stream().map(mark -> mark.of(shown)).toList();
    }

    private static String sentenceOf(String id) {
        return java.util.stream.Stream.of(OFFER, PRICES)
                .flatMap(a -> a.claims().stream())
                .filter(c -> c.claim().id().text().equals(id))
                .map(IndexedArticle.IndexedClaim::sentence)
                .findFirst()
                .orElse("\u0000 \ud800 \udfff needle \u202e");
    }
}
