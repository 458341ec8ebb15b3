package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.SentenceVectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every engine does alike. */
abstract class ClaimIndexContract {

    private ClaimIndex index;

    /** An empty index, or the one that {@link #reopened} had closed. */
    protected abstract ClaimIndex open();

    /** How many texts of odd characters are looked for: fewer where each costs a request or five. */
    protected int oddTexts() {
        return 10_000;
    }

    private static final IndexedArticle OFFER = IndexedArticles.at("https://news.example.org/offer")
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

    private static final IndexedArticle PRICES = IndexedArticles.at("https://paper.example.com/prices")
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rare                                | cafe offer",
                "rare earth                          | offer",
                "\"rare earth\"                      | offer",
                "rare-earth                          | offer",
                "\"earth rare\"                      |",
                "\"global prod*\"                    | share",
                "\"prod* global\"                    |",
                "\"rare ea*\" deal                    | offer",
                "\"rare x*\"                         |",
                "RARE                                | cafe offer",
                "rare AND tea                        | cafe",
                "deal AND refining                   | offer share",
                "speaker:\"Vladimir Putin\"           | offer",
                "speaker:putin                       |",
                "minerals AND nobody                 | denial",
                "\"rare-earth deal\" AND refining      | offer share",
                "earth refining                      |",
                "controls NOT nobody                 |",
                "controls -sanctions                 |",
                "controls -stance:proposed           | share",
                "controls AND attribution:outlet     | share",
                "offered AND attribution:unnamed     |",
                "sanctioned AND attribution:unnamed  | denial",
                "russai~                             | offer",
                "sanktions~1                         | sanctions",
                "source:putn~                        | offer",
                "\"russia deal\"~8                    | offer",
                "\"russia deal\"~7                    |",
                "\"global refining\"~4                | share",
                "quantity:>50%                       | share",
                "quantity:>60%                       | share",
                "quantity:>85%                       |",
                "quantity:80..90                     | share",
                "quantity:<=1000usd                  | cafe",
                "quantity:>50usd                     | cafe",
                "quantity:>50                        | cafe share",
                "unit:%                              | share",
                "unit:USD                            | cafe",
                "has:quantity                        | cafe share",
                "has:proposal                        |",
                "date:2026-11-10                     | denial offer share",
                "date:2026-11                        | cafe denial offer sanctions share",
                "date:2026-11-11..                   | cafe sanctions",
                "date:<2026-11-10                    |",
                "first-seen:2026-11-20               | cafe denial offer sanctions share",
                "first-seen:>2026-11-20              |",
                "first-seen:9999w                    | cafe denial offer sanctions share",
                "entity:PRC                          | share",
                "entity:\"People's Republic of China\" | share",
                "tea OR deal                         | cafe denial offer share",
                "rare -tea                           | offer",
                "rare NOT tea                        | offer",
                "rare NOT offered                    | cafe",
                "-rare                               |",
                "-tea                                | denial offer share",
                "rare (tea OR production)            | cafe",
                "sanctions                           | denial sanctions",
                "sanction                            | denial sanctions",
                "\"sanctions\"                       | sanctions",
                "sanction*                           | denial sanctions",
                "produc*                             | share",
                "cafe                                | cafe sanctions",
                "café                                | cafe sanctions",
                "zurich                              | cafe",
                "istanbul                            | sanctions",
                "us firms                            | denial",
                "U.S. firms                          | denial",
                "1000                                | cafe",
                "1,000                               | cafe",
                "putin russia                        | offer",
                "title:minerals                      | denial offer share",
                "source:putin                        | offer",
                "source:\"russian president\"        | offer",
                "source:spokesman                    | denial",
                "source:paper                        | cafe",
                "source:(putin OR spokesman)         | denial offer",
                "about:china                         | share",
                "entity:location:china               | share",
                "entity:China                        | share",
                "name:china                          | share",
                "outlet:star                         | denial offer share",
                "in:example.com                      | cafe sanctions",
                "in:https://news.example.org/offer   | denial offer share",
                "feed:https://news.example.org/feed.xml | denial offer share",
                "in:ample.com                        |",
                "stance:proposed                     | offer",
                "stance:(possible OR proposed)       | offer sanctions",
                "stance:denied                       | denial",
                "denied:yes                          | denial",
                "denied:no rare                      | cafe offer",
                "attribution:named                   | offer",
                "attribution:unnamed                 | denial",
                "attribution:outlet                  | cafe share",
                "attribution:unresolved              | sanctions",
                "kind:own                            | cafe share",
                "kind:reported                       | denial offer sanctions",
                "kind:proposal                       |",
                "quantity:60%                        | share",
                "quantity:85                         | share",
                "quantity:%                          | share",
                "quantity:\"60 percent\"             | share",
                "quantity:$1,000                     | cafe",
                "quantity:usd                        | cafe",
                "quantity:61%                        |",
                "after:2026-11-11                    | cafe sanctions",
                "before:2026-11-11                   | denial offer share",
                "after:2026-11-10 before:2026-11-11  | denial offer share",
                "before:2026-11-10                   |",
                "lang:en rare                        | cafe offer",
                "group:offer                         | offer",
                "*                                   | cafe denial offer sanctions share",
                "''                                  |",
                "'   '                               |",
                "...                                 |",
            })
    void findsClaims(String query, String expected) {
        assertThat(found(query, In.CLAIMS))
                .containsExactlyInAnyOrderElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minerals          | offer",
                "rare              | offer prices",
                "stance:possible   | prices",
                "quantity:85%      | offer",
                "\"global production\" | offer",
                "outlet:paper      | prices",
                "-tea              | offer",
                "offered refining  | offer",
                "offered AND refining | offer",
                "offered AND tea   | ''",
            })
    void findsArticles(String query, String expected) {
        List<String> addresses = search(query, In.ARTICLES).hits().stream()
                .map(hit -> hit.id().equals(OFFER.id().text()) ? "offer" : "prices")
                .toList();

        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deal AND refining      | CLAIMS   | share",
                "controls AND refining  | CLAIMS   | share",
                "controls NOT nobody    | CLAIMS   | share",
                "-rare                  | CLAIMS   | denial sanctions share",
                "rare AND refining      | ARTICLES |",
                "controls AND refining  | ARTICLES | offer",
            })
    void withinOneClaimNothingElseOfItsArticleCounts(String query, In in, String expected) {
        Hits hits =
                index.search(new SearchRequest(Query.parse(query + " scope:claim"), in, Sort.RELEVANCE, false, 0, 10));

        assertThat(hits.hits().stream().map(hit -> hit.id().equals(OFFER.id().text()) ? "offer" : hit.id()))
                .containsExactlyInAnyOrderElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ofered          | offered",
                "rare eart dael  | rare earth deal",
                "source:puttin   | source:putin",
                "\"rare eatrh\"   | \"rare earth\"",
                "rare            |",
                "qqqqqqqqq       |",
            })
    void whatFindsNothingIsSpelledAsItMayHaveBeenMeant(String typed, String meant) {
        assertThat(search(typed, In.CLAIMS).remarks().meant()).isEqualTo(Optional.ofNullable(meant));
    }

    @Test
    void whatFindsNothingIsTakenApart() {
        assertThat(search("deal refining qqqq", In.CLAIMS).remarks().parts())
                .containsExactly(new Hits.Part("deal", 3), new Hits.Part("refining", 1), new Hits.Part("qqqq", 0));
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

    @Test
    void aFreeTextFindsTheClaimThatSharesMostOfIt() {
        Hits hits = index.search(new SearchRequest(
                Query.free("Is it true that (China -controls \"global production: 60% of it? source:putin"),
                In.CLAIMS,
                Sort.RELEVANCE,
                0,
                10));

        assertThat(hits.hits().get(0).id()).isEqualTo("share");
        assertThat(hits.total()).isGreaterThan(1);
    }

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
    void aSiteIsFoundByItsHostWithAndWithoutThePort() {
        index.replace(List.of(IndexedArticles.at("http://star.localhost:8790/one")
                .says("port", "The bridge opens.")
                .made()));
        index.commit();
        for (String query : List.of("feed:star.localhost", "in:star.localhost:8790", "in:localhost")) {
            assertThat(found(query, In.CLAIMS)).as(query).containsExactly("port");
        }
        assertThat(found("in:star.localhost:8791", In.CLAIMS)).isEmpty();
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
    void anArticleWithoutTextIsFoundByItsTitle() {
        IndexedArticle stub = IndexedArticles.at("https://news.example.org/wall")
                .title("Behind the wall")
                .made();
        index.replace(List.of(stub));
        index.commit();

        assertThat(found("wall", In.ARTICLES)).containsExactly(stub.id().text());
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
    void doesNotDependOnLocaleAndZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            index.clear();
            index.replace(List.of(OFFER, PRICES));
            index.commit();

            assertThat(found("MINERALS INDEX OR title:MINERALS", In.CLAIMS)).hasSize(3);
            assertThat(found("STANCE:POSSIBLE", In.CLAIMS)).containsExactly("sanctions");
            assertThat(found("kind:REPORTED attribution:UNNAMED", In.CLAIMS)).containsExactly("denial");
            assertThat(found("after:2026-11-10 before:2026-11-11", In.CLAIMS)).hasSize(3);
            assertThat(index.search(new SearchRequest(
                                    Query.free("İSTANBUL OFFICIALS THINK"), In.CLAIMS, Sort.RELEVANCE, 0, 1))
                            .hits()
                            .get(0)
                            .id())
                    .isEqualTo("sanctions");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
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

    @Test
    void hostileQueriesAreAnsweredQuickly() {
        Random random = new Random(20261126);
        List<String> bits = List.of(
                "\"",
                "(",
                ")",
                "AND",
                "OR",
                "NOT",
                "-",
                "*",
                "~",
                "~9",
                ":",
                "source:",
                "stance:",
                "after:",
                "zz:",
                " ",
                "rare",
                "x",
                "\\",
                "/",
                "~",
                "^",
                "[",
                "]",
                "{",
                "}",
                "\u0000",
                "\ud83d",
                "\ude00",
                "😀",
                "é",
                "“",
                "”",
                "quantity:",
                "60%",
                "\n");
        List<String> hostile = new ArrayList<>(List.of(
                "a".repeat(1 << 20),
                "a ".repeat(1 << 19),
                "(".repeat(100_000),
                "((((((a) OR b) ".repeat(5_000),
                "\"".repeat(100_001),
                "-".repeat(100_000) + "a",
                "NOT ".repeat(100_000),
                "a* ".repeat(5_000),
                "ra* re* se* co* ".repeat(1_000),
                "*a*b*",
                "rar~ eart~ ofer~ ".repeat(1_000),
                "\"rare earth\"~50 ".repeat(500),
                "a-".repeat(4_000),
                "\"" + "rare earth ".repeat(700) + "\"",
                "source:(" + "rare OR ".repeat(900) + "x)"));
        for (int i = 0; i < oddTexts(); i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n >= 0; n--) {
                text.append(bits.get(random.nextInt(bits.size())));
            }
            hostile.add(text.toString());
        }
        // Processor time, so that a busy machine does not look like a slow search.
        java.lang.management.ThreadMXBean thread = java.lang.management.ManagementFactory.getThreadMXBean();
        long slowest = 0;
        for (String text : hostile) {
            long start = thread.getCurrentThreadCpuTime();
            Query query = Query.parse(text);
            Hits hits = index.search(new SearchRequest(query, In.CLAIMS, Sort.RELEVANCE, true, 0, 10));
            assertThat(hits.hits()).hasSizeLessThanOrEqualTo(5);
            index.search(new SearchRequest(Query.free(text), In.ARTICLES, Sort.NEWEST, 0, 10));
            slowest = Math.max(slowest, thread.getCurrentThreadCpuTime() - start);
        }
        // A few milliseconds each; the bound only tells a hang from an answer.
        assertThat(slowest).isLessThan(1_000_000_000L);
    }

    private Hits search(String query, In in) {
        return index.search(new SearchRequest(Query.parse(query), in, Sort.RELEVANCE, 0, 100));
    }

    private List<String> found(String query, In in) {
        Hits hits = search(query, in);
        assertThat(hits.total()).isEqualTo(hits.hits().size());
        return hits.hits().stream().map(Hits.Hit::id).toList();
    }

    private List<String> marked(String query, In in, String id) {
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

    /** Words on three axes: punishing, paying, weather. A sentence lies where most of its words do. */
    private static final class Axes implements SentenceVectors {
        private static final List<Set<String>> WORDS = List.of(
                Set.of("sanctioned", "punished", "embargo"),
                Set.of("charges", "bill", "price"),
                Set.of("rain", "storm"));

        @Override
        public int size() {
            return WORDS.size();
        }

        @Override
        public float[] of(String sentence) {
            float[] point = new float[WORDS.size()];
            for (String word : sentence.split("\\W+")) {
                for (int i = 0; i < point.length; i++) {
                    point[i] += WORDS.get(i).contains(word) ? 1 : 0;
                }
            }
            return point;
        }
    }

    private List<String> like(String text) {
        return index.alike(text, 3).hits().stream().map(Hits.Hit::id).toList();
    }

    @Test
    void aClaimSaidInOtherWordsIsFoundByItsMeaning() {
        index.understand(new Axes());
        index.replace(List.of(OFFER, PRICES));
        index.commit();

        assertThat(like("an embargo punished them")).startsWith("denial");
        assertThat(like("the bill")).startsWith("cafe");
        assertThat(search("embargo", In.CLAIMS).hits()).isEmpty();
    }

    @Test
    void whatSharesRareWordsComesBeforeWhatIsOnlyNear() {
        index.understand(new Axes());
        index.replace(List.of(OFFER, PRICES));
        index.commit();

        assertThat(like("China's share of refining, 85%, and of global production"))
                .startsWith("share");
    }

    @Test
    void aCompoundIsFoundByItsPartsAndAWordCountsOnceInAllItsForms() {
        index.replace(List.of(IndexedArticles.at("https://example.org/a")
                .says("game", "A trick that brought a treat")
                .says("first", "The price of tin rose")
                .says("second", "The price of rice fell")
                .says("quay", "The quay of Lindsay sank")
                .made()));
        index.commit();

        assertThat(like("trick-or-treat bags, says police")).containsExactly("game");
        assertThat(like("prices, priced or price at a quay")).startsWith("quay");
    }

    @Test
    void withoutVectorsATextIsFoundByItsWordsAlone() {
        index.replace(List.of(OFFER, PRICES));
        index.commit();

        assertThat(like("who sanctioned the firms (\"embargo\" AND")).startsWith("denial");
        assertThat(like("an embargo punished them")).isEmpty();
        index.understand(new Axes());
        assertThat(like("an embargo punished them")).isEmpty();
        assertThat(like("who sanctioned the firms")).startsWith("denial");
    }

    @Test
    void whatIsReplacedForNowIsFoundAtOnceAndByItsMeaningAfterwards() {
        index.understand(new Axes());
        index.replaceForNow(List.of(OFFER, PRICES));
        index.commit();

        assertThat(like("who sanctioned the firms")).startsWith("denial");
        List<ArticleId> due = index.withoutMeaning(10);
        index.replace(Stream.of(OFFER, PRICES)
                .filter(article -> due.contains(article.id()))
                .toList());
        index.commit();

        assertThat(index.withoutMeaning(10)).isEmpty();
        assertThat(like("an embargo punished them")).startsWith("denial");
        assertThat(search("sanctioned", In.CLAIMS).hits())
                .extracting(Hits.Hit::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void theTitleAboveAClaimLendsItMeaning() {
        index.understand(new Axes());
        index.replace(List.of(
                IndexedArticles.at("https://example.org/a")
                        .title("Firms under an embargo")
                        .says("under", "They were the first.")
                        .made(),
                IndexedArticles.at("https://example.org/b")
                        .title("Storm over the bay")
                        .says("over", "They were the first.")
                        .made()));
        index.commit();

        assertThat(like("punished")).startsWith("under");
    }

    @Test
    void ofCopiesThatDifferByTheirMarksTheLowerNumberComesFirst() {
        index.understand(new Axes());
        index.replace(List.of(
                IndexedArticles.at("https://example.org/a")
                        .title("Said")
                        .says("102", "He said 'the embargo punished us'.")
                        .made(),
                IndexedArticles.at("https://example.org/b")
                        .title("Said")
                        .says("99", "He said \u201Cthe embargo punished us\u201D.")
                        .made()));
        index.commit();

        assertThat(like("#embargo punished us")).containsExactly("99", "102");
    }

    @Test
    void aTextWithoutWordsIsLikeNothing() {
        index.understand(new Axes());
        index.replace(List.of(OFFER));
        index.commit();

        assertThat(like("")).isEmpty();
        assertThat(like("?! https://example.org/x")).isEmpty();
    }
}
