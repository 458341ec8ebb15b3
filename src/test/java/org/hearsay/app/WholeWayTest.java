package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.hearsay.demo.Newsroom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over the bundled newsroom: what is hidden in it is found, and nothing else is made of it. */
class WholeWayTest {
    @TempDir
    static Path folder;

    private static NewsroomRun run;
    private static Child.Ended first;
    private static final Map<String, JsonNode> articles = new HashMap<>();
    private static List<JsonNode> claims;
    private static List<JsonNode> groups;

    @BeforeAll
    static void crawlTheFirstEdition() throws Exception {
        run = new NewsroomRun(folder);
        first = run.crawl("data");
        // A feed may add parameters of its own to an address; the planted paths have none.
        run.export("data", "articles")
                .forEach(article -> articles.put(article.get("url").asText().replaceFirst("\\?.*", ""), article));
        claims = run.export("data", "claims");
        groups = run.export("data", "groups");
    }

    @AfterAll
    static void close() {
        run.close();
    }

    @Test
    void theDeadFeedIsReportedAndTheRestIsTakenIn() {
        assertThat(first.code()).as(first.err()).isEqualTo(Stop.IN_PART);
        assertThat(first.err()).contains("15 feeds visited", "1 failed", "valley.localhost", "entries seen");
        assertThat(articles).hasSizeGreaterThanOrEqualTo(40);
        assertThat(claims).hasSizeGreaterThan(100);
    }

    @Test
    void everySpanGivesBackItsWords() {
        for (JsonNode claim : claims) {
            String text = article(claim).get("text").asText();
            List<String> pieces = new ArrayList<>();
            claim.get("content")
                    .forEach(span -> pieces.add(
                            text.substring(span.get(0).asInt(), span.get(1).asInt())));
            assertThat(String.join(" … ", pieces)).isEqualTo(claim.get("text").asText());
        }
    }

    @Test
    void whatIsNoArticleYieldsNoClaims() {
        for (String id : List.of("consent", "paywall", "empty", "soft-404", "video", "language")) {
            for (JsonNode page : onlyPlant(id).get("pages")) {
                assertThat(claimsOn(page)).as(id).isEmpty();
            }
        }
        assertThat(statusOf("consent")).isEqualTo("consent");
        assertThat(statusOf("paywall")).isEqualTo("paywall");
        assertThat(statusOf("empty")).isEqualTo("empty");
        assertThat(statusOf("soft-404")).isEqualTo("not-article");
        assertThat(statusOf("video")).isEqualTo("not-article");
        assertThat(statusOf("language")).isEqualTo("article");
    }

    @Test
    void robotsKeepUsOut() {
        JsonNode page = onlyPlant("disallowed").get("pages").get(0);
        assertThat(articles).doesNotContainKey(run.url(page));
        assertThat(run.newsroom.requests())
                .extracting(Newsroom.Request::path)
                .doesNotContain(page.get("path").asText());
    }

    @Test
    void aPageWithoutADateHasNone() {
        JsonNode page = onlyPlant("undated").get("pages").get(0);
        assertThat(articles.get(run.url(page)).get("published").isNull()).isTrue();
    }

    @Test
    void aSharedItemIsOneArticle() {
        JsonNode page = onlyPlant("shared-item").get("pages").get(0);
        assertThat(articles.values())
                .filteredOn(article ->
                        article.get("url").asText().contains(page.get("path").asText()))
                .hasSize(1);
        assertThat(articles.get(run.url(page)).get("outlet").asText())
                .isEqualTo(page.get("outlet").asText());
    }

    @Test
    void theOfferHasItsTermsAndItsVoice() {
        for (JsonNode page : onlyPlant("offer").get("pages")) {
            Set<String> planted = new TreeSet<>();
            page.get("terms").forEach(term -> planted.add(term.asText()));
            List<JsonNode> ofTheOffer = claimsOn(page).stream()
                    .filter(claim -> terms(claim).equals(planted))
                    .toList();
            String voice = page.get("voice").get("kind").asText() + " "
                    + page.get("voice").get("name").asText();
            for (String term : planted) {
                assertThat(ofTheOffer).as(term).anySatisfy(claim -> {
                    assertThat(claim.get("text").asText()).isEqualTo(term);
                    assertThat(speaker(claim)).isEqualTo(voice);
                    assertThat(claim.get("stance").asText()).isEqualTo("proposed");
                });
            }
        }
    }

    @Test
    void speakersAreWhoTheyAre() {
        for (String id : List.of("denial", "pronoun", "own-report")) {
            for (JsonNode page : onlyPlant(id).get("pages")) {
                String wanted = page.get("voice").get("kind").asText() + " "
                        + page.get("voice").path("name").asText();
                List<JsonNode> inSentence =
                        claimsIn(page, page.get("words").get(0).asText());
                assertThat(inSentence)
                        .as(id + " " + page)
                        .anyMatch(claim -> speaker(claim).equals(wanted));
                if (page.has("denied")) {
                    assertThat(inSentence)
                            .anyMatch(claim -> speaker(claim).equals(wanted)
                                    && claim.get("denied").asBoolean());
                }
            }
        }
    }

    @Test
    void anUnclearPronounIsGivenNoName() {
        JsonNode page = onlyPlant("pronoun-unclear").get("pages").get(0);
        assertThat(claimsIn(page, page.get("words").get(0).asText()))
                .isNotEmpty()
                .allMatch(claim -> !speaker(claim).startsWith("named"));
    }

    @Test
    void whatMayBeIsNeverShownAsAFact() {
        JsonNode conditional = onlyPlant("conditional").get("pages").get(0);
        assertThat(claimsIn(conditional, conditional.get("words").get(0).asText()))
                .allMatch(claim -> claim.get("stance").asText().equals("conditional"));
        JsonNode forecast = onlyPlant("forecast").get("pages").get(0);
        for (JsonNode words : forecast.get("words")) {
            assertThat(claimsIn(forecast, words.asText()))
                    .isNotEmpty()
                    .allMatch(claim -> claim.get("stance").asText().equals("forecast"));
        }
    }

    @Test
    void sharesOfProductionDifferAndSharesOfRefiningDoNot() {
        List<String> words = differences("amount");
        assertThat(words).anyMatch(w -> w.contains("60") && w.contains("70"));
        assertThat(words).noneMatch(w -> w.contains("85"));
    }

    @Test
    void oneResponseByTwoAdministrationsDiffersByItsActor() {
        assertThat(differences("actor")).anyMatch(w -> w.contains("Biden") && w.contains("Trump"));
    }

    @Test
    void fiveCopiesAreOneOriginAndTheOwnReportAnother() {
        Set<String> origins = new TreeSet<>();
        Set<String> stories = new TreeSet<>();
        for (JsonNode page : onlyPlant("wire").get("pages")) {
            origins.add(articles.get(run.url(page)).get("origin").asText());
            stories.add(articles.get(run.url(page)).get("story").asText());
        }
        JsonNode own = articles.get(run.url(onlyPlant("own-report").get("pages").get(0)));
        assertThat(origins).hasSize(1).doesNotContain(own.get("origin").asText());
        assertThat(stories).containsExactly(own.get("story").asText());
    }

    @Test
    void theComparisonOfTheOfferShowsItsSides() throws Exception {
        Child.Ended found = run.child.run(run.args("data", "compare", "offer", "--json", "--limit", "20"));
        List<JsonNode> comparisons = NewsroomRun.lines(found.out());

        assertThat(found.code()).as(found.err()).isZero();
        assertThat(comparisons)
                .as("two administrations for one response")
                .anySatisfy(comparison -> assertThat(comparison.get("sides"))
                        .extracting(side -> side.get("differences").findValuesAsText("words"))
                        .anySatisfy(
                                words -> assertThat(words).anyMatch(w -> w.contains("Biden") && w.contains("Trump"))));
        assertThat(comparisons)
                .allSatisfy(comparison -> assertThat(comparison.get("sides")).allSatisfy(side -> {
                    assertThat(side.get("origins").asInt())
                            .isBetween(1, side.get("claims").size());
                    assertThat(side.get("outlets").asInt())
                            .isBetween(1, side.get("claims").size());
                }));
        Child.Ended shares = run.child.run(run.args("data", "compare", "70 per cent of global production", "--json"));
        assertThat(NewsroomRun.lines(shares.out()).get(0).get("sides"))
                .as("60%% of global production, and 60 per cent of the world's rare earths produced")
                .filteredOn(side -> side.get("relation").asText().equals("differs"))
                .flatExtracting(side -> side.get("claims").findValuesAsText("outlet"))
                .containsExactlyInAnyOrder("The Harbour Star", "The Northgate Herald");
        String some = comparisons.get(0).get("claim").asText();
        Child.Ended one = run.child.run(run.args("data", "compare", "--claim", some));
        assertThat(one.code()).as(one.err()).isZero();
        assertThat(one.out()).contains("says so", comparisons.get(0).get("text").asText());
        assertThat(run.child.run(run.args("data", "compare", "--claim", "none")).code())
                .isEqualTo(Stop.NOTHING);
    }

    @Test
    void theTermsOfTheOfferAreLaidSideBySideAndItsStandingIsToldByTime() throws Exception {
        JsonNode herald = onlyPlant("offer").get("pages").get(1);
        JsonNode term = claimsOn(herald).stream()
                .filter(claim ->
                        claim.get("text").asText().startsWith("Fifteen-year supply contracts for 5,000 tonnes"))
                .findFirst()
                .orElseThrow();

        Child.Ended compared = run.child.run(
                run.args("data", "compare", "--json", "--claim", term.get("id").asText()));
        JsonNode told = NewsroomRun.lines(compared.out()).get(0).get("proposal");
        Child.Ended explained =
                run.child.run(run.args("data", "explain", term.get("id").asText()));

        assertThat(told.get("columns"))
                .extracting(column -> column.get("outlets").get(0).asText())
                .containsExactly("The Northgate Herald", "The Harbour Star");
        assertThat(told.get("terms"))
                .extracting(cells -> cells.get(1).get("telling").asText() + " "
                        + String.join(",", texts(cells.get(1).get("changed"))))
                .containsExactlyInAnyOrder("changed amount", "same ", "same ", "added ");
        assertThat(told.get("standings"))
                .extracting(one ->
                        one.get("status").asText() + " " + one.get("denied").asBoolean())
                .startsWith("offered false")
                .endsWith("withdrawn true");
        assertThat(explained.out()).contains("amount differs", "denies that it was withdrawn");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    void searchFindsAClaimAndMarksNothingElse() throws Exception {
        Child.Ended found = run.child.run(run.args("data", "search", "sanctions AND terms", "--json"));
        Child.Ended nothing = run.child.run(run.args("data", "search", "\"no such words anywhere\""));
        Child.Ended odd = run.child.run(run.args("data", "search", "\"rare earths"));
        assertThat(found.code()).isIn(Stop.OK, Stop.NOTHING);
        assertThat(nothing.code()).isEqualTo(Stop.NOTHING);
        assertThat(odd.err()).contains("^").doesNotContain("Exception");
    }

    @Test
    void aSecondCrawlAsksWithValidatorsAndStoresNothingNew() throws Exception {
        Child.Ended again = copyOf("data", "again", () -> {
            int before = run.newsroom.requests().size();
            Child.Ended ended = run.crawl("again");
            List<Newsroom.Request> asked = run.newsroom
                    .requests()
                    .subList(before, run.newsroom.requests().size());
            assertThat(asked).filteredOn(request -> request.status() == 304).hasSizeGreaterThanOrEqualTo(10);
            assertThat(asked)
                    .as("what was read is asked for with its validator, where no redirect stands between")
                    .filteredOn(request -> request.status() == 200
                            && !request.path().equals("/robots.txt")
                            && !Set.of("dispatch.localhost", "pacific.localhost")
                                    .contains(request.host()))
                    .isEmpty();
            return ended;
        });
        assertThat(again.err())
                .containsPattern("\\d+ entries seen")
                .doesNotContain(" new,")
                .doesNotContain("updated");
        assertThat(run.exportText("again", "claims")).isEqualTo(run.exportText("data", "claims"));
        assertThat(run.exportText("again", "articles")).isEqualTo(run.exportText("data", "articles"));
    }

    @Test
    void aRebuildGivesTheSameByteForByte() throws Exception {
        Child.Ended rebuilt = copyOf("data", "rebuilt", () -> run.child.run(run.args("rebuilt", "rebuild")));
        assertThat(rebuilt.code()).as(rebuilt.err()).isZero();
        for (String kind : List.of("articles", "claims", "groups")) {
            assertThat(run.exportText("rebuilt", kind)).as(kind).isEqualTo(run.exportText("data", kind));
        }
        Child.Ended search = run.child.run(run.args("rebuilt", "search", "production", "--json"));
        assertThat(search.out())
                .isEqualTo(run.child
                        .run(run.args("data", "search", "production", "--json"))
                        .out());
    }

    @Test
    void anEditedPageIsANewVersionAndAWithdrawnClaimIsSaidToBe() throws Exception {
        copyOf("data", "edited", () -> {
            run.edition.set(2);
            try {
                // Both edits are seen: one is in its feed, the other only shows on another look at the page.
                return run.crawl("edited", "--set", "poll.look-again=1s 2s 3s 4s 5s");
            } finally {
                run.edition.set(1);
            }
        });
        Child.Ended compared = run.child.run(run.args("edited", "compare", "global production AND china"));
        assertThat(compared.out()).as("the conflict that the edit resolved").contains("edited its page");
        Map<String, String> states = new TreeMap<>();
        run.export("edited", "claims")
                .forEach(claim -> states.put(
                        claim.get("text").asText(), claim.get("state").asText()));
        assertThat(states).anySatisfy((words, state) -> {
            assertThat(words).contains("70 per cent of global production");
            assertThat(state).isEqualTo("changed");
        });
        assertThat(states).anySatisfy((words, state) -> {
            assertThat(words).contains("60 per cent of global production of rare earths");
            assertThat(state).isEqualTo("current");
        });
    }

    // ---- what the tests read with --------------------------------------------------------------------------------

    private interface Work {
        Child.Ended run() throws IOException, InterruptedException;
    }

    /** Works on a copy of a data folder, so that tests do not stand in each other's way. */
    private static Child.Ended copyOf(String data, String copy, Work work) throws IOException, InterruptedException {
        Path from = folder.resolve(data);
        Path to = folder.resolve(copy);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return work.run();
    }

    private static JsonNode onlyPlant(String id) {
        List<JsonNode> found = run.plants(id);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String statusOf(String id) {
        JsonNode article = articles.get(run.url(onlyPlant(id).get("pages").get(0)));
        assertThat(article).as(id).isNotNull();
        return article.get("status").asText();
    }

    private static JsonNode article(JsonNode claim) {
        return articles.values().stream()
                .filter(article -> article.get("id").equals(claim.get("article")))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> claimsOn(JsonNode page) {
        JsonNode article = articles.get(run.url(page));
        return article == null
                ? List.of()
                : claims.stream()
                        .filter(claim -> claim.get("article").equals(article.get("id")))
                        .toList();
    }

    /** Claims whose words stand in the sentence that was planted. */
    private static List<JsonNode> claimsIn(JsonNode page, String sentence) {
        String text = articles.get(run.url(page)).get("text").asText();
        int at = text.indexOf(sentence);
        assertThat(at).as("planted words in the text: " + sentence).isNotNegative();
        return claimsOn(page).stream()
                .filter(claim -> {
                    int start = claim.get("content").get(0).get(0).asInt();
                    return start >= at && start < at + sentence.length();
                })
                .toList();
    }

    private static Set<String> terms(JsonNode claim) {
        Set<String> words = new TreeSet<>();
        if (claim.hasNonNull("proposal")) {
            String text = article(claim).get("text").asText();
            JsonNode proposals = article(claim).get("proposals");
            proposals.get(claim.get("proposal").asInt()).get("terms").forEach(term -> {
                JsonNode span = term.get("span").get(0);
                words.add(text.substring(span.get(0).asInt(), span.get(1).asInt()));
            });
        }
        return words;
    }

    private static String speaker(JsonNode claim) {
        JsonNode voices = claim.get("voices");
        JsonNode last = voices.get(voices.size() - 1);
        return last.get("kind").asText() + " " + last.path("name").asText();
    }

    private static List<String> differences(String slot) {
        return groups.stream()
                .flatMap(group -> StreamSupport.stream(group.get("differences").spliterator(), false))
                .filter(difference -> difference.get("slot").asText().equals(slot))
                .map(difference -> difference.get("words").asText())
                .toList();
    }
}
