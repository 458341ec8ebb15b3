package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query finds, whatever engine answers it. */
abstract class QueriesContract extends FilledIndex {
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
    void anArticleWithoutTextIsFoundByItsTitle() {
        IndexedArticle stub = IndexedArticles.at("https://news.example.org/wall")
                .title("Behind the wall")
                .made();
        index.replace(List.of(stub));
        index.commit();

        assertThat(found("wall", In.ARTICLES)).containsExactly(stub.id().text());
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

    /** How many texts of odd characters are looked for: fewer where each costs a request or five. */
    protected int oddTexts() {
        return 10_000;
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
}
