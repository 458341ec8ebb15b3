package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.keep.store.Comparison;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.tell.digest.Digest;
import org.hearsay.tell.digest.DigestWriter;
import org.hearsay.tell.web.WebServer;
import org.hearsay.tell.web.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two papers called The Herald, each on a site of its own, crawled beside a third: wherever outlets are counted they are two. */
class SameNameTest {
    private static final String NORTH = "The Herald (north.localhost)";
    private static final String SOUTH = "The Herald (south.localhost)";
    /** The name without a site. */
    private static final Pattern ALONE = Pattern.compile("The Herald(?! \\()");

    private static final String WIRE =
            "The port of Brennick will cut 400 jobs by the end of the year, its owner said on"
                    + " Tuesday. Trade with the islands has fallen by a third since the bridge was opened, and two of the five"
                    + " quays stand empty. The union of dock workers called a meeting for Thursday.";
    private static final String OFFER =
            "The city of Brennick has offered to buy the port from its owner. Under the offer"
                    + " the city would pay $40 million for the quays. ";

    @TempDir
    private Path folder;

    @Test
    void twoSitesWithOneNameAreTwoOutletsEverywhere() throws Exception {
        try (PaperSite site = PaperSite.open()) {
            site.publish("star", "/cuts", "Port of Brennick cuts jobs", page("Port of Brennick cuts jobs", WIRE));
            site.publish("north", "/cuts", "Jobs go at Brennick port", page("Jobs go at Brennick port", WIRE));
            site.publish("south", "/cuts", "Brennick port to shed 400", page("Brennick port to shed 400", WIRE));
            site.publish(
                    "north",
                    "/offer",
                    "City offers to buy port",
                    page("City offers to buy port", OFFER + "All 90 cranes would be part of the sale."));
            site.publish(
                    "south",
                    "/offer",
                    "Brennick bids for its port",
                    page("Brennick bids for its port", OFFER + "The owner has a month to answer, the mayor said."));
            List<String> feeds = List.of(
                    site.root("star") + "/rss.xml outlet=\"The Star\"",
                    site.root("north") + "/rss.xml outlet=\"The Herald\"",
                    site.root("south") + "/rss.xml outlet=\"The Herald\"");
            Path list = Files.write(folder.resolve("feeds.txt"), feeds);
            Path data = folder.resolve("data");
            Instant before = Instant.now();
            assertThat(Main.run(
                            "crawl",
                            "--data",
                            data.toString(),
                            "--feeds",
                            list.toString(),
                            "--set",
                            "reader=light",
                            "--set",
                            "fetch.allow=127.0.0.0/8",
                            "--set",
                            "fetch.delay=1ms"))
                    .isZero();
            try (Installation installation = Installation.toRead(DataFolder.at(Optional.of(data), Map.of()))) {
                Store store = installation.store();
                List<StoredClaim> claims = store.claims().between(before, Instant.now());
                StoredClaim cut = claims.stream()
                        .filter(claim -> claim.outlet().equals("The Star"))
                        .filter(claim -> claim.words().contains("400 jobs"))
                        .findFirst()
                        .orElseThrow();
                assertThat(Comparison.of(store, cut).sides().get(0).outlets()).isEqualTo(3);
                StoredClaim offer = claims.stream()
                        .filter(claim -> ProposalAccounts.of(store, claim)
                                .filter(told -> told.columns().get(0).told().size() == 2)
                                .isPresent())
                        .findFirst()
                        .orElseThrow();
                ProposalAccounts told = ProposalAccounts.of(store, offer).orElseThrow();
                assertThat(told.columns())
                        .flatExtracting(column -> column.outlets(told.outlets()))
                        .containsExactlyInAnyOrder(NORTH, SOUTH);
                assertThat(spreadInTheLetter(store, before)).isEqualTo(3);
                try (WebServer web = WebServer.start(store, installation.index(), WebSettings.local(0, List::of))) {
                    JsonNode found = new ObjectMapper().readTree(get(web, "/search.json?q=Brennick&in=articles"));
                    assertThat(found.get("facets").get("outlet").toString())
                            .isEqualTo("{\"" + NORTH + "\":2,\"" + SOUTH + "\":2,\"The Star\":1}");
                    assertThat(total(web, "outlet:\"" + SOUTH + "\"")).isEqualTo(2);
                    assertThat(total(web, "outlet:\"The Herald\"")).isEqualTo(4);
                    assertThat(get(web, "/outlets")).contains(NORTH, SOUTH).doesNotContain("<bdi>The Herald</bdi>");
                    assertThat(get(web, "/outlets/the-herald-north-localhost")).contains("2 articles");
                    assertThat(ask(web, "/outlets/the-herald").headers().firstValue("Location"))
                            .as("it was called so while it was the only one")
                            .contains("/outlets");
                    assertThat(get(web, "/claims/" + cut.claim().id().text())).contains("3 outlets", SOUTH);
                    assertThat(get(web, "/proposals/" + offer.claim().id().text()))
                            .contains(NORTH, SOUTH)
                            .doesNotContainPattern(ALONE);
                    assertThat(get(web, "/compare?claim=" + offer.claim().id().text()))
                            .containsPattern("The Herald \\((north|south)\\.localhost\\)")
                            .doesNotContainPattern(ALONE);
                    String story = store.articles()
                            .current(cut.article())
                            .orElseThrow()
                            .story()
                            .text();
                    assertThat(get(web, "/stories/" + story)).contains("3 outlets", NORTH, SOUTH);
                }
            }
        }
    }

    private static int spreadInTheLetter(Store store, Instant since) {
        return new DigestWriter(store)
                .digest(List.of(), since, Instant.now()).sections().stream()
                        .flatMap(section -> section.parts().stream())
                        .flatMap(part -> part.items().stream())
                        .filter(item -> item instanceof Digest.ClaimItem)
                        .mapToInt(item -> ((Digest.ClaimItem) item).spread().outlets())
                        .max()
                        .orElse(0);
    }

    private static int total(WebServer web, String query) throws Exception {
        String found = get(web, "/search.json?in=articles&q=" + URLEncoder.encode(query, UTF_8));
        return new ObjectMapper().readTree(found).get("total").asInt();
    }

    private static String get(WebServer web, String path) throws Exception {
        HttpResponse<String> answer = ask(web, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> ask(WebServer web, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] page(String title, String text) {
        return ("<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" + text
                        + "</p></article></body></html>")
                .getBytes(UTF_8);
    }
}
