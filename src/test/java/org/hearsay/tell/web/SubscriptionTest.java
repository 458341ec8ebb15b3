package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links in letters, followed by people who have no token and by programs that follow every link. */
class SubscriptionTest {
    private static final String ADDRESS = "reader@example.org";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(String url, boolean post) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (post) {
            // As a mail program sends it (RFC 8058): no cookie, no token, from anywhere.
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "cross-site")
                    .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void openingALinkChangesNothingAndItsButtonDoes() throws Exception {
        try (Store store = SqliteStore.open(folder.resolve("hearsay.db"));
                LuceneIndex index = LuceneIndex.open(folder.resolve("index"))) {
            store.watches()
                    .save(new Recipient(
                            ADDRESS,
                            ZoneId.of("UTC"),
                            7,
                            Recipient.ALL_DAYS,
                            List.of(),
                            Standing.UNCONFIRMED,
                            "asked"));
            String secret = store.watches().token(ADDRESS).orElseThrow();
            WebSettings settings = new WebSettings(
                    "127.0.0.1",
                    0,
                    Optional.empty(),
                    Optional.of("a long secret word"),
                    ZoneOffset.UTC,
                    InstantSource.system(),
                    List::of);
            try (WebServer web = WebServer.start(store, index, settings)) {
                String site = "http://127.0.0.1:" + web.port();
                String confirm = site + "/confirm?reader=" + secret;
                String unsubscribe = site + "/unsubscribe?reader=" + secret;

                assertThat(send(confirm, false).body()).contains(ADDRESS, "Yes, send it");
                assertThat(standing(store)).isEqualTo(Standing.UNCONFIRMED);
                assertThat(send(confirm, true).statusCode()).isEqualTo(200);
                assertThat(standing(store)).isEqualTo(Standing.ACTIVE);

                HttpResponse<String> asked = send(unsubscribe, false);
                assertThat(asked.statusCode()).isEqualTo(200);
                assertThat(asked.body()).contains("method=\"post\"", "Stop the letters");
                assertThat(standing(store)).isEqualTo(Standing.ACTIVE);
                assertThat(send(unsubscribe, true).body()).contains("No more letters go to " + ADDRESS);
                assertThat(standing(store)).isEqualTo(Standing.UNSUBSCRIBED);
                assertThat(store.deeds().latest(1)).singleElement().satisfies(deed -> {
                    assertThat(deed.what()).isEqualTo("stopped the letters");
                    assertThat(deed.about()).isEqualTo(ADDRESS);
                });

                for (boolean post : new boolean[] {false, true}) {
                    assertThat(send(site + "/unsubscribe?reader=guess", post).statusCode())
                            .isEqualTo(400);
                    assertThat(send(site + "/unsubscribe", post).statusCode()).isEqualTo(400);
                }
                assertThat(send(site + "/digests", false).statusCode())
                        .as("all else stays closed")
                        .isEqualTo(401);
            }
        }
    }

    private static Standing standing(Store store) {
        return store.watches().recipient(ADDRESS).orElseThrow().standing();
    }
}
