package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.compare.GroupId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on each page, and how it is found. */
class NewsstandPagesTest extends AtTheNewsstand {

    @Test
    void todayShowsDisputedStoriesFirstThenProposalsThenTheRest() throws Exception {
        String html = page("/");
        assertThat(html.indexOf("Where reports disagree")).isPositive().isLessThan(html.indexOf("Also new"));
        assertThat(words(html))
                .contains("Altania offers its lithium to the Union", "first in The Star", "7 outlets, 5 origins")
                .contains("4 claims of the last day in 2 stories", "14 claims in all, in 12 articles");
    }

    @Test
    void aStoryIsToldOnceInTheWordsOfItsFirstReporter() throws Exception {
        String html = page("/");
        assertThat(html.split("Altania offers its lithium to the Union", -1)).hasSize(2);
        assertThat(html).doesNotContain("How much lithium Altania really has");
    }

    @Test
    void aClaimIsMarkedInItsParagraphWithItsNeighbours() throws Exception {
        String html = page("/claims/" + stand.denial);
        assertThat(html).contains("<mark>We have made no such offer</mark>");
        assertThat(words(html))
                .contains("If the Union agreed")
                .contains("The Star Ana Ruiz minister for mines")
                .contains("denied")
                .contains("Contradicted by")
                .contains("denied here, asserted there");
        assertThat(html).contains("https://thestar.example/lithium#:~:text=We%20have%20made%20no%20such%20offer");
    }

    @Test
    void anItemIsShownUnderItsLeadInAndTheTermsAreNumbered() throws Exception {
        String html = page("/claims/" + stand.offer);
        assertThat(words(html))
                .contains("people briefed on the talks unnamed")
                .contains("From Altania To the Union About not stated Status under discussion")
                .contains("the offer from Altania to the Union includes:")
                .contains("two joint ventures in the salt flats");
        assertThat(html).contains("<ol class=\"terms\">");
        assertThat(html.split("the proposer gives", -1)).hasSize(4);
    }

    @Test
    void figuresForOneThingStandOnOneAxisWithTheirTable() throws Exception {
        String html = page("/claims/" + stand.share60);
        assertThat(html)
                .contains("<svg viewBox=\"0 0 480")
                .contains("4 origins give figures from 52 % to 70 % for known lithium brine");
        assertThat(words(html))
                .contains("about 60 %", "about 70 %", "52 % to 58 %")
                .contains("“60%” here, “70%” there")
                .contains("4 outlets, 2 origins");
        // The wire text is one dot, however many outlets carry it.
        assertThat(html.split("<circle", -1)).hasSize(5);
    }

    @Test
    void aWithdrawnClaimIsShownWhereItStood() throws Exception {
        String html = page("/claims/" + stand.withdrawn);
        assertThat(html).contains("<mark>The bridge toll will rise by 40%</mark>");
        assertThat(words(html))
                .contains("⌫ withdrawn no longer on the page since today, 11:00")
                .contains("Version 1 of 2 of the page");
    }

    @Test
    void anArticleMarksItsClaimsAndKeepsItsVersions() throws Exception {
        assertThat(page("/articles/" + stand.star))
                .contains("<a class=\"claim\" href=\"/claims/" + stand.denial + "\">We have made no such offer</a>");
        String newest = page("/articles/" + stand.edited);
        assertThat(words(newest))
                .contains("version 1", "version 2", "Said before, and no longer", "The bridge toll will rise by 40%");
        assertThat(words(page("/articles/" + stand.edited + "?version=1"))).contains("the city said");
    }

    @Test
    void aPageThatIsNoArticleSaysWhy() throws Exception {
        assertThat(words(page("/articles/" + stand.consent)))
                .contains("A consent wall stands in front of the text")
                .contains("What the feed said of it.");
    }

    @Test
    void aStoryFoldsCopiesUnderWhoHadThemFirst() throws Exception {
        assertThat(words(page("/stories/lithium")))
                .contains("7 outlets, 5 origins")
                .contains("copy in Valley Post")
                .contains("copy in Harbour Gazette");
    }

    @Test
    void feedsInTroubleComeFirst() throws Exception {
        String text = words(page("/feeds"));
        assertThat(text)
                .contains("6 feeds: 1 gone, 1 failing, 1 moved, 1 not visited yet, 1 fine, 1 paused")
                .contains("Failing since Wednesday: 503, asked to wait, next try 15:20. 4 tries so far.")
                .contains("Moved, confirm: to https://new.example/feed.")
                .contains("40 entries", "32 taken, 8 unreadable")
                .contains("in 20 minutes");
        assertThat(text.indexOf("Old Times")).isLessThan(text.indexOf("The Ledger"));
    }

    @Test
    void aDateStillToComeIsToldAsOneAndIsNoLaterThanItsArticle(@TempDir Path empty) throws Exception {
        try (Exhibit exhibit = new Exhibit(empty);
                WebServer own = exhibit.serve()) {
            String sentence = "The bridge will open on Monday, the mayor said.";
            Exhibit.Draft ahead = exhibit.article("The Star", "bridge", "Bridge to open")
                    .story("bridge")
                    .on("2031-01-01T12:00:00Z")
                    .seen("2026-11-26T13:00:00Z")
                    .line(sentence);
            Saying saying = ahead.says("The bridge will open on Monday").by("mayor", "office");
            ahead.put();
            exhibit.article("The Ledger", "late", "Mayor on bridge")
                    .story("bridge")
                    .on("2026-11-26T14:00:00Z")
                    .line(sentence)
                    .put();
            exhibit.indexAll();
            Map<String, String> shown = Map.of(
                    "",
                    "first in The Star stated for 1 Jan 2031, first seen today, 13:00",
                    "stories/" + new GroupId("bridge").text(),
                    "stated for 1 Jan 2031, first seen today, 13:00",
                    "search?q=bridge&in=articles",
                    "The Star stated for 1 Jan 2031, first seen today, 13:00",
                    "articles/" + ahead.id().text(),
                    "stated for 1 Jan 2031 fetched today, 13:00",
                    "claims/" + saying.id().text(),
                    "stated for 1 Jan 2031 first seen today, 13:00");
            for (Map.Entry<String, String> page : shown.entrySet()) {
                URI uri = URI.create(own.url() + page.getKey());
                String html = CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                assertThat(words(html)).as(page.getKey()).contains(page.getValue());
            }
        }
    }

    @Test
    void anEmptyRoomSaysWhatIsGoingOnAndWhatToDo(@TempDir Path empty) throws Exception {
        try (Exhibit exhibit = new Exhibit(empty);
                WebServer fresh = exhibit.serve()) {
            URI home = URI.create(fresh.url());
            HttpRequest request = HttpRequest.newBuilder(home).build();
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("There are no feeds to watch yet.", "feeds.txt");
            exhibit.feed("The Star", "https://star.example/rss", false);
            exhibit.feed("The Ledger", "https://ledger.example/rss", false);
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("Hearsay is visiting its feeds …", "None has answered yet.");
            exhibit.fares(exhibit.feeds.get(0), org.hearsay.gather.feed.FeedState.Status.FINE, 0, "");
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("1 of 2 have answered");
        }
    }

    // ---- search --------------------------------------------------------------------------------------------------

    @Test
    void searchFindsMarksAndFolds() throws Exception {
        String html = page("/search?q=" + encoded("lithium brine"));
        assertThat(html).contains("<b class=\"hit\">lithium</b>").contains("also in 3 other outlets, 2 origins");
        assertThat(words(html)).contains("6 claims").contains("Outlet").contains("Who speaks");
    }

    @Test
    void theScopeOfAndIsShownAndSwitched() throws Exception {
        String across = page("/search?q=" + encoded("offer AND fifth"));
        assertThat(words(across)).contains("AND and NOT look at the whole article of a claim", "3 claims");
        assertThat(words(across)).contains("here offer · in its article fifth");
        String within = page("/search?q=" + encoded("offer AND fifth scope:claim"));
        assertThat(words(within)).contains("1 claim for", "AND and NOT look at each claim by itself");
        assertThat(words(page("/search?q=offer"))).doesNotContain("AND and NOT look");
    }

    @Test
    void aSlipOfTheFingerIsAnsweredWithAQuestion() throws Exception {
        assertThat(page("/search?q=litium")).contains("Did you mean <a href=\"/search?q=lithium\">");
    }

    @Test
    void theFormWritesTheQuery() throws Exception {
        HttpResponse<String> sent = get("/search?form=1&all=lithium+%22brine&phrase=&any=share+toll&none=ferry&source="
                + "Ana+Ruiz&entity=&outlet=&quantity=%3E+50%25&attribution=named&stance=&from=2026-11-01&to=");

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location"))
                .contains("/search?q="
                        + encoded("(share OR toll) lithium brine source:\"Ana Ruiz\" attribution:named"
                                + " quantity:>50% date:2026-11-01.. -ferry"));
    }

    @Test
    void aFacetIsALinkThatNarrowsAndCanBeTakenBack() throws Exception {
        String html = page("/search?q=lithium");
        Matcher link = Pattern.compile("href=\"(/search[^\"]*attribution%3Aunnamed[^\"]*)\"")
                .matcher(html);
        assertThat(link.find()).isTrue();
        String narrowed = page(link.group(1).replace("&amp;", "&"));
        assertThat(words(narrowed))
                .contains("Remove Who speaks: somebody unnamed")
                .contains("3 claims");
        assertThat(narrowed).contains("<a href=\"/search?q=lithium\"");
    }

    @Test
    void anOddQueryIsAnsweredWithACaretUnderTheOddPlace() throws Exception {
        String html = page("/search?q=" + encoded("lithium (brine"));
        assertThat(html).contains("could not be understood").containsPattern("\n *\\^</pre>");
        assertThat(words(html)).contains("claims for");
    }

    @Test
    void nothingFoundSaysWhatElseToTry() throws Exception {
        assertThat(words(page("/search?q=zzzzqq"))).contains("Nothing says this.", "Fewer words find more");
    }

    @Test
    void articlesAreFoundToo() throws Exception {
        assertThat(words(page("/search?q=ferry&in=articles"))).contains("Ferry line to reopen in spring", "no claims");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search",
                "/search?q=",
                "/search?q=*&sort=newest&page=99",
                "/search?q=lithium&page=-1",
                "/search?q=%00%ff&in=x",
                "/search?q=%22%22%22((((AND+OR+NOT",
                "/search?q=*a*b*c*",
                "/search.csv?q=lithium",
                "/search?q=lithium&in=articles&page=2"
            })
    void anyQueryGetsAPage(String path) throws Exception {
        page(path);
    }

    @Test
    void theSameRowsComeAsJson() throws Exception {
        JsonNode out = new ObjectMapper().readTree(page("/search.json?q=" + encoded("lithium brine")));
        assertThat(out.get("total").asInt()).isEqualTo(6);
        assertThat(out.get("hits")).hasSize(6);
        assertThat(out.get("hits").findValuesAsText("under").stream().filter(under -> !under.equals("null")))
                .hasSize(3);
        assertThat(out.at("/hits/0/text").asText()).contains("lithium brine");
        assertThat(out.at("/facets/attribution/named").asInt()).isEqualTo(4);
        assertThat(out.get("next").isNull()).isTrue();
        JsonNode claim = new ObjectMapper().readTree(page("/claims/" + stand.share60 + ".json"));
        assertThat(claim.get("outlets").asInt()).isEqualTo(4);
        assertThat(claim.get("origins").asInt()).isEqualTo(2);
        assertThat(claim.get("relations")).hasSize(5);
        assertThat(new ObjectMapper()
                        .readTree(page("/articles/" + stand.star + ".json"))
                        .get("status")
                        .asText())
                .isEqualTo("article");
        assertThat(new ObjectMapper().readTree(page("/healthz")).get("status").asText())
                .isEqualTo("ok");
    }

    @Test
    void aSearchCanBeSubscribedTo() throws Exception {
        String xml = page("/search.atom?q=alert");
        var feed = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent()).isEqualTo(Newsstand.HOSTILE);
        assertThat(feed.getElementsByTagName("id").item(1).getTextContent())
                .isEqualTo("urn:hearsay:claim:" + stand.hostile);
        assertThat(feed.getElementsByTagName("summary").item(0).getTextContent())
                .contains("Here because it matches: alert");
        page("/search.atom?q=zzzzqq");
    }
}
