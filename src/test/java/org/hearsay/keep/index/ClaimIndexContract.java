package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.read.article.ArticleId;
import org.junit.jupiter.api.Test;

/** What becomes of what is put into an index and taken out, whatever the engine. */
abstract class ClaimIndexContract extends FilledIndex {
    @Test
    void replacingTwiceChangesNothing() {
        index.replace(List.of(OFFER));
        index.replace(List.of(OFFER, PRICES));
        index.commit();

        assertThat(found("*", In.CLAIMS)).hasSize(5);
        assertThat(found("*", In.ARTICLES)).hasSize(2);
    }

    @Test
    void aNewVersionTakesOutTheClaimsOfTheOldOne() {
        index.replace(List.of(IndexedArticles.at("https://news.example.org/offer")
                .says("share", "China controls nearly 70% of global production.")
                .made()));
        index.commit();

        assertThat(found("in:news.example.org", In.CLAIMS)).containsExactly("share");
        assertThat(found("70", In.CLAIMS)).containsExactly("share");
        assertThat(found("85", In.CLAIMS)).isEmpty();
    }

    @Test
    void anArticleIsTakenOutWithItsClaims() {
        index.remove(List.of(OFFER.id(), new ArticleId("unknown")));
        index.commit();

        assertThat(found("*", In.CLAIMS)).containsExactlyInAnyOrder("cafe", "sanctions");
        assertThat(found("*", In.ARTICLES)).containsExactly(PRICES.id().text());
    }

    @Test
    void nothingShowsBeforeItIsCommitted() {
        index.clear();
        assertThat(found("*", In.CLAIMS)).hasSize(5);
        index.commit();
        assertThat(found("*", In.CLAIMS)).isEmpty();
    }

    @Test
    void whatWasCommittedIsThereAfterClosing() {
        index.remove(List.of(OFFER.id()));
        index.close();
        index.close();
        index = open();

        assertThat(found("*", In.CLAIMS)).hasSize(5);
    }

    @Test
    void whatAPartFindsAloneFollowsTheIndex() {
        String nothing = "qqqq outlet:\"The Morning Star\"";
        for (int claims : new int[] {3, 3, 0, 3}) {
            boolean there = claims > 0;
            if (there) {
                index.replace(List.of(OFFER));
            } else {
                index.remove(List.of(OFFER.id()));
            }
            index.commit();
            assertThat(search(nothing, In.CLAIMS).remarks().parts())
                    .extracting(Hits.Part::total)
                    .containsExactly(0, claims);
        }
    }

    @Test
    void hugeAndStrangeContentIsIndexed() {
        String word = "x".repeat(100_000);
        String numbers = "7 ".repeat(50_000);
        index.replace(List.of(
                IndexedArticles.at("https://a.example.org/1")
                        .says("huge", word + " needle")
                        .figure("x", "1E999999999", "%")
                        .made(),
                IndexedArticles.at("https://a.example.org/2")
                        .says("odd", "\u0000 \ud800 \udfff needle \u202e")
                        .made(),
                IndexedArticles.at("https://a.example.org/3")
                        .says("numbers", numbers + "needle")
                        .made()));
        index.commit();

        assertThat(found("needle", In.CLAIMS)).containsExactlyInAnyOrder("huge", "odd", "numbers");
        assertThat(marked("needle", In.CLAIMS, "odd")).containsExactly("needle");
    }

    @Test
    void manyThreadsSearchWhileOneWrites() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> searches = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                searches.add(pool.submit(() -> {
                    for (int n = 0; n < 100; n++) {
                        assertThat(found("outlet:star", In.CLAIMS))
                                .containsExactlyInAnyOrder("offer", "share", "denial");
                    }
                }));
            }
            for (int n = 0; n < 10; n++) {
                index.replace(List.of(OFFER));
                index.commit();
            }
            for (Future<?> search : searches) {
                search.get();
            }
        }
    }
}
