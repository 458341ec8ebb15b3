package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.store.Deeds.Deed;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read, who may change, and that every change is noted with who made it. */
class AccessTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");
    private static final Optional<String> NONE = Optional.empty();

    @TempDir
    private Path folder;

    private Store store;
    private LuceneIndex index;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("hearsay.db"));
        index = LuceneIndex.open(folder.resolve("index"));
        store.watches().save(new SavedWatch("old", "salt"));
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    @Test
    void whoReadsWithTheReadersTokenChangesNothing() throws Exception {
        Access access = new Access(Optional.of("look"), NONE, Set.of(), Set.of());
        try (WebServer web = serve(Optional.of("write"), access)) {
            assertThat(get(web, "/watches").statusCode()).isEqualTo(401);
            assertThat(get(web, "/watches", "Authorization", "Bearer look").body())
                    .contains("class=\"reads\"");
            assertThat(post(web, "Authorization", "Bearer look")).isEqualTo(403);
            assertThat(store.watches().watch("new")).isEmpty();
            assertThat(store.deeds().latest(9)).isEmpty();
            assertThat(post(web, "Authorization", "Bearer write")).isEqualTo(303);
            assertThat(store.watches().watch("new")).isPresent();
            assertThat(store.deeds().latest(9)).singleElement().satisfies(deed -> {
                assertThat(deed.who()).isEqualTo("editor");
                assertThat(deed.what()).isEqualTo("saved a watch");
                assertThat(deed.about()).isEqualTo("new: salt");
            });
            String page = get(web, "/changes", "Authorization", "Bearer look").body();
            assertThat(page).contains("editor", "saved a watch", "new: salt");
        }
    }

    @Test
    void theHeaderOfATrustedProxySaysWhoItIs() throws Exception {
        Access access = new Access(NONE, Optional.of("X-Remote-User"), Set.of("127.0.0.1", "::1"), Set.of("ada"));
        try (WebServer web = serve(NONE, access)) {
            assertThat(get(web, "/watches").statusCode()).as("nobody named").isEqualTo(401);
            assertThat(post(web, "X-Remote-User", "ben")).isEqualTo(403);
            assertThat(post(web, "X-Remote-User", "ada")).isEqualTo(303);
            assertThat(store.deeds().latest(9)).extracting(Deed::who).containsExactly("ada");
        }
        Access elsewhere = new Access(NONE, Optional.of("X-Remote-User"), Set.of("192.0.2.7"), Set.of("*"));
        try (WebServer web = serve(NONE, elsewhere)) {
            assertThat(get(web, "/watches", "X-Remote-User", "ada").statusCode())
                    .as("not from the proxy")
                    .isEqualTo(401);
        }
    }

    @Test
    void whatIsRefusedIsNotNotedAsDone() throws Exception {
        try (WebServer web = serve(NONE, Access.NONE)) {
            // There is a watch of that name for another search.
            assertThat(post(web, "Accept", "text/html", "old")).isEqualTo(400);
            assertThat(store.deeds().latest(9)).isEmpty();
            assertThat(post(web, "Accept", "text/html")).isEqualTo(303);
            assertThat(store.deeds().latest(9)).extracting(Deed::who).containsExactly("this machine");
        }
    }

    @Test
    void oneWordForBothRolesIsRefused() {
        Access same = new Access(Optional.of("x"), NONE, Set.of(), Set.of());
        assertThatThrownBy(() -> serve(Optional.of("x"), same))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("web.read-token");
        assertThatThrownBy(() -> serve(NONE, new Access(NONE, Optional.of("X"), Set.of("no such"), Set.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("web.proxies");
    }

    private WebServer serve(Optional<String> token, Access access) throws IOException {
        return WebServer.start(
                store,
                index,
                new WebSettings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        token,
                        ZoneOffset.UTC,
                        InstantSource.system(),
                        List::of,
                        access));
    }

    private static HttpResponse<String> get(WebServer web, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int post(WebServer web, String header, String value) throws Exception {
        return post(web, header, value, "new");
    }

    /** Saves a watch, as the form on the page does. */
    private static int post(WebServer web, String header, String value, String name) throws Exception {
        Matcher token = FORM_TOKEN.matcher(get(web, "/watches", header, value).body());
        assertThat(token.find()).isTrue();
        String query = name.equals("new") ? "salt" : "pepper";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/watches"))
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + token.group(1) + "&name=" + name + "&q=" + query))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
