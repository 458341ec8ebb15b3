package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.junit.jupiter.api.Test;

/** How what is found is told, whatever engine found it: in which order, marked, counted and in pages. */
abstract class HitsContract extends FilledIndex {
    @Test
    void saysWhyAHitIsOne() {
        Hits hits = folded("\"rare-earth deal\" AND refining", Sort.RELEVANCE);

        assertThat(hits.hits()).hasSize(2).allSatisfy(hit -> {
            boolean offer = hit.id().equals("offer");
            assertThat(hit.why().here()).containsExactly(offer ? "\"rare-earth deal\"" : "refining");
            assertThat(hit.why().elsewhere()).containsExactly(offer ? "refining" : "\"rare-earth deal\"");
        });
        assertThat(folded("controls", Sort.RELEVANCE).hits().get(0).why().here())
                .isEmpty();
    }

    @Test
    void whatSeveralSayIsOneHitWithTheOthersUnderIt() {
        fillWithCopies();

        Hits hits = folded("copper", Sort.RELEVANCE);

        assertThat(hits.total()).isEqualTo(6);
        assertThat(hits.hits()).hasSize(3);
        assertThat(hits.hits().stream().mapToInt(hit -> hit.copies().size()).sum())
                .isEqualTo(3);
        assertThat(index.search(new SearchRequest(Query.parse("copper"), In.CLAIMS, Sort.RELEVANCE, true, 2, 2))
                        .hits())
                .hasSize(1);
    }

    @Test
    void whatMostIndependentTextsSayComesFirst() {
        fillWithCopies();

        // Three outlets carry one wire text; two others say another thing, each in its own words.
        assertThat(folded("copper", Sort.ORIGINS).hits().stream().map(Hits.Hit::id))
                .containsExactly("b4", "a1", "c5");
    }

    private void fillWithCopies() {
        List<IndexedArticle> articles = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            String group = i <= 3 ? "a" : i == 4 || i == 6 ? "b" : "c";
            articles.add(IndexedArticles.at("https://site" + i + ".example.org/copper")
                    .published("2026-11-1" + (9 - i) + "T00:00:00Z")
                    .origin(i <= 3 ? "wire" : "own-" + i)
                    .says(group + i, "Copper is dear " + group + ".")
                    .group(group)
                    .made());
        }
        index.replace(articles);
        index.commit();
    }

    private Hits folded(String query, Sort sort) {
        return index.search(new SearchRequest(Query.parse(query), In.CLAIMS, sort, true, 0, 10));
    }

    @Test
    void theNewerOfTwoThatAreAsGoodComesFirst() {
        for (String[] one : new String[][] {{"z", "2026-11-19"}, {"a", "2026-09-01"}}) {
            index.replace(List.of(IndexedArticles.at("https://" + one[0] + ".example.org/zinc")
                    .published(one[1] + "T00:00:00Z")
                    .says(one[0], "Zinc is dear.")
                    .made()));
        }
        index.commit();

        assertThat(found("zinc", In.CLAIMS)).containsExactly("z", "a");
    }

    @Test
    void manyDaysAreCountedAsMonths() {
        for (int i = 0; i < 70; i++) {
            index.replace(List.of(IndexedArticles.at("https://d" + i + ".example.org/tin")
                    .published(java.time.LocalDate.of(2026, 1, 1).plusDays(i) + "T00:00:00Z")
                    .says("tin" + i, "Tin is dear.")
                    .made()));
        }
        index.commit();

        assertThat(search("tin", In.CLAIMS).facets().get("date"))
                .isEqualTo(java.util.Map.of("2026-01", 31, "2026-02", 28, "2026-03", 11));
    }

    @Test
    void marksWhatWasLookedForInTheSentence() {
        assertThat(marked("rare earth -tea", In.CLAIMS, "offer")).containsExactly("rare", "earth");
        assertThat(marked("\"rare earth\"", In.CLAIMS, "offer")).containsExactly("rare-earth");
        assertThat(marked("rare-earths", In.CLAIMS, "offer")).containsExactly("rare-earth");
        assertThat(marked("sanction", In.CLAIMS, "denial")).containsExactly("sanctioned");
        assertThat(marked("us", In.CLAIMS, "denial")).containsExactly("U.S");
        assertThat(marked("zurich tea caf*", In.CLAIMS, "cafe")).containsExactly("café", "Zürich", "tea");
        assertThat(marked("about:china stance:asserted", In.CLAIMS, "share")).containsExactly("China");
        assertThat(marked("\"global prod*\"", In.CLAIMS, "share")).containsExactly("global production");
        assertThat(marked("sanctoned~", In.CLAIMS, "denial")).containsExactly("sanctioned");
        assertThat(marked("\"russia deal\"~8", In.CLAIMS, "offer")).containsExactly("Russia", "deal");
        assertThat(marked("stance:asserted -xyz", In.CLAIMS, "share")).isEmpty();
    }

    @Test
    void marksWhatWasLookedForInTheTitleOfAnArticle() {
        assertThat(marked("mineral putin russia", In.ARTICLES, OFFER.id().text()))
                .containsExactly("Putin", "minerals");
    }

    @Test
    void twoOutletsWithOneNameAreCountedAndFoundBySite() {
        List<String> addresses =
                List.of("https://www.herald.co.uk/a", "https://m.herald.co.uk/b", "https://herald.com/c");
        index.replace(addresses.stream()
                .map(address -> IndexedArticles.at(address)
                        .outlet("The Herald")
                        .says("tin " + address, "Tin costs $30.")
                        .made())
                .toList());
        index.commit();

        assertThat(search("tin", In.CLAIMS).facets().get("outlet"))
                .isEqualTo(java.util.Map.of("The Herald (herald.co.uk)", 2, "The Herald (herald.com)", 1));
        assertThat(search("tin AND site:herald.com", In.CLAIMS).facets().get("outlet"))
                .as("beside no other of its name it needs no site")
                .isEqualTo(java.util.Map.of("The Herald", 1));
        assertThat(search("outlet:\"The Herald (herald.co.uk)\"", In.ARTICLES).total())
                .isEqualTo(2);
        assertThat(search("outlet:\"The Herald\"", In.ARTICLES).total()).isEqualTo(3);
    }

    @Test
    void countsFacetsOverAllHitsNotOnlyThoseGiven() {
        Hits hits = index.search(new SearchRequest(Query.parse("*"), In.CLAIMS, Sort.RELEVANCE, 0, 1));

        assertThat(hits.hits()).hasSize(1);
        assertThat(hits.total()).isEqualTo(5);
        assertThat(hits.facets())
                .containsOnlyKeys("attribution", "date", "entity", "kind", "outlet", "stance", "story", "voice");
        assertThat(hits.facets().get("date")).isEqualTo(java.util.Map.of("2026-11-10", 3, "2026-11-20", 2));
        assertThat(hits.facets().get("entity")).isEqualTo(java.util.Map.of("location:china", 1));
        assertThat(hits.facets().get("voice")).isEqualTo(java.util.Map.of("Vladimir Putin", 1));
        assertThat(hits.facets().get("story"))
                .isEqualTo(java.util.Map.of("story-" + OFFER.id(), 3, "story-" + PRICES.id(), 2));
        assertThat(hits.facets().get("outlet")).isEqualTo(java.util.Map.of("The Morning Star", 3, "The Paper", 2));
        assertThat(hits.facets().get("kind")).isEqualTo(java.util.Map.of("own", 2, "reported", 3));
        assertThat(hits.facets().get("stance"))
                .isEqualTo(java.util.Map.of("asserted", 3, "possible", 1, "proposed", 1));
        assertThat(hits.facets().get("attribution"))
                .isEqualTo(java.util.Map.of("named", 1, "outlet", 2, "unnamed", 1, "unresolved", 1));
    }

    @Test
    void countsWhatASearchFindsAndWhatThereIs() {
        assertThat(index.count(In.CLAIMS)).isEqualTo(5);
        assertThat(index.count(In.ARTICLES)).isEqualTo(2);
        for (String query : List.of("rare", "rare AND deal", "zzz", "*")) {
            assertThat(index.count(Query.parse(query), In.CLAIMS))
                    .as(query)
                    .isEqualTo(search(query, In.CLAIMS).total());
        }
        index.remove(List.of(PRICES.id()));
        index.commit();
        assertThat(index.count(In.CLAIMS)).isEqualTo(3);
    }

    @Test
    void looksOnlyAtWhatWasSeenByThen() {
        for (long ahead : new long[] {-1, 0}) {
            Hits hits = index.search(new SearchRequest(
                    Query.parse("*"),
                    In.CLAIMS,
                    Sort.RELEVANCE,
                    true,
                    0,
                    10,
                    Optional.of(IndexedArticles.SEEN.plusSeconds(ahead))));
            assertThat(hits.total()).isEqualTo(ahead < 0 ? 0 : 5);
        }
    }

    @Test
    void givesPagesThatJoinIntoTheWhole() {
        List<String> whole = found("*", In.CLAIMS);
        List<String> joined = new ArrayList<>();
        for (int offset = 0; offset < 8; offset += 2) {
            Hits page = index.search(new SearchRequest(Query.parse("*"), In.CLAIMS, Sort.RELEVANCE, offset, 2));
            assertThat(page.total()).isEqualTo(5);
            page.hits().forEach(hit -> joined.add(hit.id()));
        }

        assertThat(joined).isEqualTo(whole);
        assertThat(index.search(new SearchRequest(Query.parse("*"), In.CLAIMS, Sort.NEWEST, Integer.MAX_VALUE, 1000))
                        .hits())
                .isEmpty();
    }

    @Test
    void newestComesFirstAndNothingIsPublishedAfterItWasSeen() {
        index.replace(List.of(IndexedArticles.at("https://news.example.org/future")
                .published("2099-01-01T00:00:00Z")
                .says("a", "Robots rare.")
                .made()));
        index.commit();

        List<String> newest =
                index.search(new SearchRequest(Query.parse("rare"), In.CLAIMS, Sort.NEWEST, 0, 10)).hits().stream()
                        .map(Hits.Hit::id)
                        .toList();

        assertThat(newest).containsExactly("a", "cafe", "offer");
        assertThat(found("after:2026-11-21", In.CLAIMS)).isEmpty();
    }
}
