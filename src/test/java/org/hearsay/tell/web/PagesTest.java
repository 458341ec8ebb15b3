package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.language.NameType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set side by side, what people say of it, and what only programs ask for. */
class PagesTest extends AtTheNewsstand {
    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(page(path));
    }

    private static HttpResponse<String> post(String path, String... pairs) throws Exception {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void termsAreFoundByTheirStemsAndAsWritten() throws Exception {
        assertThat(json("/search.json?q=term%3Acontract").get("total").asInt()).isPositive();
        assertThat(json("/search.json?q=term%3A%22joint+ventures%22")
                        .get("total")
                        .asInt())
                .isPositive();
        assertThat(json("/search.json?q=term%3A%22joint+venture%22")
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aLetterIsSeenAsAMailProgramShowsItInAPageThatMayDoNothing() throws Exception {
        assertThat(page("/digests?preview=1")).contains("href=\"/digests/letter\"");
        HttpResponse<String> letter = get("/digests/letter");
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(letter.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script");
        assertThat(words(letter.body())).contains("Altania");
    }

    @Test
    void figuresThatDifferStandSideBySideWithWhoSaidThemFirst() throws Exception {
        String words = words(page("/compare?claim=" + stand.share60));

        assertThat(words)
                .contains("The Star")
                .contains("copied in Valley Post , Harbour Gazette")
                .contains("≠ differs", "60 % / 70 % of known lithium brine", "52 to 58%");
        JsonNode json = json("/compare.json?claim=" + stand.share60);
        assertThat(json.at("/comparisons/0/sides")).hasSize(3);
        assertThat(words(page("/compare?q=brine"))).contains("Altania, which holds nearly 60%");
        assertThat(words(page("/compare?q=ferries")))
                .contains("Nobody else was found to speak of what this search finds");
        assertThat(words(page("/compare"))).contains("Nothing to compare yet.");
        assertThat(get("/compare?claim=none").statusCode()).isEqualTo(404);
    }

    @Test
    void aProposalShowsItsTermsAndWhoTellsIt() throws Exception {
        assertThat(words(page("/proposals"))).contains("Offer", "Altania → the Union", "3 terms");
        assertThat(words(page("/proposals/" + stand.offer)))
                .contains(
                        "two joint ventures in the salt flats",
                        "under discussion",
                        "people briefed on the talks",
                        "% sure: ");
        assertThat(json("/proposals/" + stand.offer + ".json")
                        .get("comparison")
                        .get("claim")
                        .asText())
                .isEqualTo(stand.offer.text());
        assertThat(get("/proposals/" + stand.denial).statusCode()).isEqualTo(404);
    }

    @Test
    void anOutletAndAStoryShowHowTheyTellIt() throws Exception {
        assertThat(words(page("/outlets"))).contains("Outlet Articles Claims", "The Star 1 5");
        assertThat(words(page("/outlets/the-star"))).contains("5 claims in 1 article", "somebody unnamed 2 claims");
        assertThat(json("/outlets/the-star.json").get("name").asText()).isEqualTo("The Star");
        assertThat(get("/outlets/nowhere").statusCode()).isEqualTo(404);
        assertThat(page("/stories/lithium"))
                .contains("class=\"dots strip\"", "First told by The Star", ">26 Nov</text>");
        assertThat(words(page("/stories/lithium")))
                .contains(
                        "The Star Altania offers its lithium to the Union yesterday, 09:00 first",
                        "copy in Valley Post Altania holds 60 percent of lithium brine yesterday, 11:30 3 hours later",
                        "The Monitor Union confirms Altanian offer today, 10:00 25 hours later");
        assertThat(json("/stories/lithium.json").get("articles")).hasSize(7);
    }

    @Test
    void aStoryThatEndedLeadsOnAndTheOtherSaysWhatBecameOfIt() throws Exception {
        GroupId ended = new GroupId(stand.star.text());
        GroupId lithium = new GroupId("lithium");
        stand.exhibit
                .store
                .stories()
                .record(new Move(
                        ended,
                        lithium,
                        Move.Kind.JOINED,
                        Instant.parse("2026-11-23T10:00:00Z"),
                        2,
                        "both tell of <brine>"));
        HttpResponse<String> old = get("/stories/" + ended);
        assertThat(old.statusCode()).isEqualTo(303);
        assertThat(old.headers().firstValue("Location")).hasValue("/stories/lithium");
        assertThat(get("/stories/" + ended + ".json").headers().firstValue("Location"))
                .hasValue("/stories/lithium.json");
        assertThat(words(page("/stories/lithium")))
                .contains("What became of it Joined with 2 reports of Altania offers its lithium to the Union")
                .contains("both tell of &lt;brine&gt;");
        JsonNode move = json("/stories/lithium.json").get("moves").get(0);
        assertThat(move.get("kind").asText()).isEqualTo("joined");
        assertThat(move.get("from").asText()).isEqualTo(ended.text());
    }

    @Test
    void aNameSaysWhatIsSaidOfItAndWhoItIs() throws Exception {
        assertThat(words(page("/entities"))).contains("Altania place 3 claims");
        assertThat(words(page("/entities?q=republic"))).contains("Altania body 1 article");
        assertThat(words(page("/entities?q=zzz"))).contains("Nobody and nothing is named so.");
        String union = page("/entities/person%3Aana-ruiz");
        assertThat(words(union)).contains("Ana Ruiz", "What it says", "We have made no such offer");
        assertThat(json("/entities/location%3Aaltania.json").get("id").asText()).isEqualTo("location:altania");

        HttpResponse<String> merged = post(
                "/entities/organization%3Arepublic-of-altania/merge",
                "token", token(), "other", "Altania", "why", "one");
        assertThat(merged.statusCode()).isEqualTo(303);
        assertThat(merged.headers().firstValue("Location")).hasValue("/entities/location%3Aaltania");
        String one = words(page("/entities/location%3Aaltania"));
        assertThat(one).contains("Republic of Altania", "are one");
        String old = "/entities/organization%3Arepublic-of-altania";
        assertThat(get(old).headers().firstValue("Location")).hasValue("/entities/location%3Aaltania");
        assertThat(get(old + ".json").headers().firstValue("Location")).hasValue("/entities/location%3Aaltania.json");
        HttpResponse<String> undone = post("/entities/undo", "token", token(), "decision", "1");
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(undone.headers().firstValue("Location"))
                .as("what has its own page again")
                .hasValue(old);
        assertThat(words(page(old))).contains("body, 1 mention in 1 article", "undone");
        assertThat(words(page("/entities"))).contains("are one", "undone");
        assertThat(post("/entities/undo", "token", token(), "decision", "1").statusCode())
                .isEqualTo(400);
        assertThat(post("/entities/location%3Aaltania/merge", "token", token(), "other", "Nobody")
                        .body())
                .contains("Nobody and nothing is named");
        assertThat(post("/entities/person%3Aana-ruiz/merge", "token", token(), "other", "ana ruiz")
                        .body())
                .as("no other that is named alike is taken for it")
                .contains("It goes by “ana ruiz” already");
        assertThat(post("/entities/person%3Aana-ruiz/merge", "token", token(), "other", "Republic")
                        .body())
                .contains("named just “Republic”", "organization:republic-of-altania");
        HttpResponse<String> split = post(
                "/entities/location%3Aaltania/split",
                "token", token(), "article", stand.star.text(), "name", "Old Altania");
        assertThat(split.statusCode()).isEqualTo(303);
        assertThat(json("/entities/location%3Aold-altania.json").get("articles"))
                .hasSize(1);
        assertThat(stand.exhibit.store.entities().decisions())
                .extracting(decision -> decision.said().who())
                .as("who made them, as in the list of changes")
                .containsExactly("this machine", "this machine");
    }

    @Test
    void aNameIsShownInEachFormThatArticlesUseButNotInThoseThatAreNone() throws Exception {
        try (Exhibit exhibit = new Exhibit(Files.createTempDirectory(folder, "forms"))) {
            String id = "location:altania";
            List<String> forms = List.of("Altania", "Altania", "Rep. of Altania", "the Flats");
            for (int i = 0; i < forms.size(); i++) {
                String form = forms.get(i);
                exhibit.article("The Post", "altania-" + i, "On " + form)
                        .line("There is salt in " + form + ", as every Altanian knows.")
                        .naming(form, NameType.LOCATION, id)
                        .naming("Altanian", NameType.MISC, id)
                        .put();
            }
            exhibit.indexAll();
            try (WebServer site = exhibit.serve()) {
                HttpRequest ask = HttpRequest.newBuilder(URI.create(site.url() + "entities/location%3Aaltania"))
                        .build();
                assertThat(words(CLIENT.send(ask, HttpResponse.BodyHandlers.ofString())
                                .body()))
                        .contains("goes by Altania , Rep. of Altania , the Flats ")
                        .doesNotContain("Altanian ,", ", Altanian ");
            }
        }
    }

    @Test
    void whatIsSaidToBeWrongIsShownRightAtOnceAndCanBeTakenBack() throws Exception {
        String claim = "/claims/" + stand.share60;
        assertThat(post(claim + "/wrong", "token", token(), "what", "voice", "voice", "<b>Ann</b>")
                        .statusCode())
                .isEqualTo(303);
        assertThat(page(claim)).contains("it is said by &lt;b&gt;Ann&lt;/b&gt;").doesNotContain("<b>Ann");
        assertThat(post(claim + "/wrong", "token", token(), "what", "stance", "stance", "possible")
                        .statusCode())
                .isEqualTo(303);
        assertThat(words(page(claim))).contains("It is said to be possible");
        JsonNode json = json(claim + ".json");
        assertThat(json.get("stance").asText()).isEqualTo("possible");
        assertThat(json.get("corrections")).hasSize(2);
        assertThat(post(claim + "/wrong", "token", token(), "what", "not a claim")
                        .statusCode())
                .isEqualTo(303);
        assertThat(words(page(claim))).contains("dismissed a reader said that it is no claim");
        assertThat(post(claim + "/wrong", "token", token(), "what", "stance", "stance", "surely")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(claim + "/wrong", "token", token(), "what", "voice").body())
                .contains("It was not said what it should be instead.");
        assertThat(post(claim + "/wrong", "token", token()).statusCode()).isEqualTo(400);
        for (String what : new String[] {"voice", "stance", "not a claim"}) {
            post(claim + "/right", "token", token(), "what", what);
        }
        assertThat(stand.exhibit.store.corrections().of(new ClaimId(stand.share60.text())))
                .isEmpty();
        assertThat(words(page(claim))).contains("It is said as fact.");
    }

    @Test
    void aSearchIsWatchedWithOneButtonAndIsAFeed() throws Exception {
        assertThat(words(page("/watches"))).contains("Nothing is watched yet.");
        assertThat(post("/watches", "token", token(), "q", "lithium OR <toll>", "name", "Salt, and more")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/watches");
        String watches = page("/watches");
        assertThat(words(watches)).contains("Salt and more", "lithium OR &lt;toll&gt;", "nobody gets it by mail");
        Matcher feed = Pattern.compile("href=\"(/search\\.atom[^\"]*)\"").matcher(watches);
        assertThat(feed.find()).isTrue();
        assertThat(page(feed.group(1).replace("&amp;", "&"))).contains("<entry>");
        assertThat(json("/watches.json").get(0).get("query").asText()).isEqualTo("lithium OR <toll>");
        assertThat(post("/watches", "token", token(), "q", "other", "name", "Salt and more")
                        .statusCode())
                .isEqualTo(400);
        assertThat(words(page("/digests?preview=1&watch=Salt+and+more")))
                .contains("As it would read now", "Salt and more");
        assertThat(words(page("/digests"))).contains("Nobody yet.", "No letter was made yet.");
        post("/watches/remove", "token", token(), "name", "Salt and more");
        assertThat(stand.exhibit.store.watches().watches()).isEmpty();
    }

    @Test
    void whatAnotherSiteSendsChangesNothing() throws Exception {
        assertThat(post("/watches", "q", "x").statusCode()).isEqualTo(403);
        assertThat(post("/watches", "q", "x", "token", "0".repeat(32)).statusCode())
                .isEqualTo(403);
        HttpRequest foreign = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/watches"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("q=x&token=" + token()))
                .build();
        assertThat(CLIENT.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(post("/watches", "token", token(), "q", "x".repeat(100_000)).statusCode())
                .isEqualTo(413);
        assertThat(stand.exhibit.store.watches().watches()).isEmpty();
    }

    @Test
    void everyMetricIsInTheGuideForOperators() throws Exception {
        Set<String> told =
                names("(?m)^\\| `(hearsay_[a-z_]+)` \\|", Files.readString(Path.of("src/docs/operators.md")));
        Set<String> given = names("(?m)^# TYPE (hearsay_[a-z_]+) ", page("/metrics"));
        assertThat(told).isEqualTo(given).hasSizeGreaterThan(6);
    }

    private static Set<String> names(String pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher found = Pattern.compile(pattern).matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    @Test
    void everyAddressOfTheDescriptionAnswers() throws Exception {
        JsonNode description = json("/openapi.json");
        assertThat(description.get("openapi").asText()).startsWith("3.1");
        List<String> paths = new ArrayList<>();
        description.get("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths).hasSizeGreaterThan(12);
        for (String path : paths) {
            String id = path.contains("articles")
                    ? stand.star.text()
                    : path.contains("stories")
                            ? "lithium"
                            : path.contains("entities")
                                    ? "location%3Aaltania"
                                    : path.contains("outlets") ? "the-star" : stand.offer.text();
            HttpResponse<String> answer = get(path.replace("{id}", id));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            String type =
                    answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
            assertThat(description
                            .at("/paths/" + path.replace("/", "~1") + "/get/responses/200/content")
                            .has(type))
                    .as(path + " is " + type)
                    .isTrue();
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            if (!path.equals("/metrics")) {
                assertThat(get(path.replace("{id}", id), "If-None-Match", tag).statusCode())
                        .as(path)
                        .isEqualTo(304);
            }
        }
        assertThat(page("/metrics")).containsPattern("(?m)^hearsay_claims [1-9][0-9]*$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/claims/x.json", "/nothing.json", "/stories/x.json", "/compare.json?claim=x"})
    void aProblemIsToldToProgramsInTheirForm(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(get("/claims/x", "Accept", "application/json").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void noTextInTheBoxBreaksAPageOrTakesASecond() throws Exception {
        Random random = new Random(20261126);
        String[] bits = {
            "lithium",
            " ",
            " AND ",
            " NOT ",
            "(",
            ")",
            "\"",
            "*",
            "~2",
            "..",
            ">",
            "<",
            ":",
            "source:",
            "quantity:>",
            "date:",
            "\u202e",
            "\u0000",
            "%",
            "é",
            "|",
            "scope:claim ",
            "first-seen:",
            "7d",
            "\\",
            "{{",
            "}}",
            "&",
            "-",
            "\ud83d"
        };
        long slowest = 0;
        for (int i = 0; i < 300; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(24); n >= 0; n--) {
                typed.append(bits[random.nextInt(bits.length)]);
            }
            String path = (i % 3 == 0 ? "/search.json?q=" : i % 7 == 0 ? "/compare?q=" : "/search?q=")
                    + URLEncoder.encode(typed.toString(), StandardCharsets.UTF_8);
            long start = System.nanoTime();
            assertThat(get(path).statusCode()).as(typed.toString()).isEqualTo(200);
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        assertThat(slowest).isLessThan(2_000_000_000L);
    }
}
