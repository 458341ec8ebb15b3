package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorTest {
    @TempDir
    Path folder;

    private static void article(Exhibit exhibit, String name, String seen, int claims) {
        Exhibit.Draft article =
                exhibit.article("The Star", name, "About " + name).on(seen);
        for (int i = 0; i < claims; i++) {
            article.line("The harbour was dredged " + i + " times, says " + name + ".")
                    .says("The harbour was dredged " + i + " times");
        }
        article.put();
    }

    private static HttpResponse<String> get(WebServer web, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.get("hits").forEach(hit -> ids.add(hit.get("id").asText()));
        return ids;
    }

    @Test
    void pagesThatFollowACursorHaveEachClaimOnceThoughMoreComesIn() throws Exception {
        try (Exhibit exhibit = new Exhibit(folder)) {
            article(exhibit, "first", "2026-11-26T08:00:00Z", 30);
            article(exhibit, "second", "2026-11-26T09:00:00Z", 25);
            exhibit.indexAll();
            try (WebServer web = exhibit.serve()) {
                List<String> seen = new ArrayList<>();
                String next = "/search.json?q=harbour&sort=newest";
                int pages = 0;
                while (!next.isEmpty()) {
                    HttpResponse<String> answer = get(web, next);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    JsonNode body = new ObjectMapper().readTree(answer.body());
                    assertThat(body.get("total").asInt()).isEqualTo(55);
                    seen.addAll(ids(body));
                    next = body.get("next").asText("");
                    next = next.equals("null") ? "" : next;
                    assertThat(answer.headers().firstValue("Link").orElse(""))
                            .isEqualTo(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"");
                    pages++;
                    // Later than the first page was asked for.
                    article(exhibit, "later-" + pages, "2026-11-26T15:30:00Z", 7);
                    exhibit.indexAll();
                }
                assertThat(pages).isEqualTo(3);
                assertThat(seen).hasSize(55).doesNotHaveDuplicates();
                JsonNode now = new ObjectMapper()
                        .readTree(get(web, "/search.json?q=harbour&sort=newest").body());
                assertThat(now.get("total").asInt()).isEqualTo(55 + 3 * 7);
            }
        }
    }

    @Test
    void aCursorThatWasMadeUpIsRefusedInWords() throws Exception {
        try (Exhibit exhibit = new Exhibit(folder);
                WebServer web = exhibit.serve()) {
            for (String cursor : List.of("x", "%00", "MTIzNDU2.1", "a".repeat(900), "LTEuNQ")) {
                HttpResponse<String> answer = get(web, "/search.json?q=a&cursor=" + cursor);
                assertThat(answer.statusCode()).as(cursor).isEqualTo(400);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.body()).contains("follow its next");
            }
        }
    }
}
