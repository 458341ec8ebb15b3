package org.hearsay.keep.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearsay.ClosedPort;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An OpenSearch that dies, is full, is another, or is not there: said in words, and nothing lost or twice. */
class OpenSearchFaultsTest {
    private static final int BATCHES = 60;
    private static final int ARTICLES = 10;
    private static final int CLAIMS = 3;

    @Test
    void whatWasAcknowledgedIsThereOnceAfterTheServerWasKilledInTheMiddle() throws Exception {
        try (SearchServer server = SearchServer.start();
                OpenSearchIndex index = OpenSearchIndex.open(address(server.url("killed")))) {
            AtomicInteger acknowledged = new AtomicInteger();
            CountDownLatch failed = new CountDownLatch(1);
            CountDownLatch some = new CountDownLatch(BATCHES / 4);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                for (int batch = 0; batch < BATCHES; batch++) {
                    hand(index, batch, failed::countDown);
                    acknowledged.incrementAndGet();
                    some.countDown();
                }
            });
            some.await();
            server.kill();
            assertThat(acknowledged.get()).isLessThan(BATCHES);
            // Long enough away that asking again does not hide it from whoever writes.
            assertThat(failed.await(1, TimeUnit.MINUTES)).isTrue();
            server.up();
            writer.join();

            List<String> expected = new ArrayList<>();
            for (int batch = 0; batch < BATCHES; batch++) {
                for (int i = 0; i < ARTICLES * CLAIMS; i++) {
                    expected.add(batch + "-" + i);
                }
            }
            assertThat(ids(index, In.CLAIMS)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(ids(index, In.ARTICLES)).hasSize(BATCHES * ARTICLES).doesNotHaveDuplicates();
        }
    }

    /** As the clerk does: the same once more until it is taken. */
    private static void hand(OpenSearchIndex index, int batch, Runnable failed) {
        while (true) {
            try {
                index.begin();
                index.replace(batch(batch));
                index.commit();
                return;
            } catch (IndexAway e) {
                failed.run();
            }
        }
    }

    private static List<IndexedArticle> batch(int batch) {
        List<IndexedArticle> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            IndexedArticles article = IndexedArticles.at("https://example.org/" + batch + "/" + i);
            for (int claim = 0; claim < CLAIMS; claim++) {
                article = article.says(batch + "-" + (i * CLAIMS + claim), "Copper is dear, again.");
            }
            articles.add(article.made());
        }
        return articles;
    }

    private static List<String> ids(ClaimIndex index, In in) {
        List<String> ids = new ArrayList<>();
        Hits hits;
        do {
            hits = index.search(new SearchRequest(Query.parse("*"), in, Sort.NEWEST, ids.size(), 1000));
            hits.hits().forEach(hit -> ids.add(hit.id()));
        } while (ids.size() < hits.total());
        return ids;
    }

    @Test
    void aServerWithoutRoomIsWaitedForAndTakesEverythingAfterwards() throws Exception {
        String url = SearchServer.shared().url();
        try (OpenSearchIndex index = OpenSearchIndex.open(address(url))) {
            index.replace(batch(0));
            index.commit();
            // What it does by itself to every index when its disk is all but full.
            block(url, "true");
            index.replace(batch(1));

            assertThatThrownBy(index::commit)
                    .isInstanceOf(IndexAway.class)
                    .hasMessageContaining("make room")
                    .hasMessageContaining("queue");
            assertThat(index.count(In.CLAIMS)).isEqualTo(ARTICLES * CLAIMS);
            block(url, "null");
            hand(index, 1, () -> {});
            assertThat(index.count(In.CLAIMS)).isEqualTo(2 * ARTICLES * CLAIMS);
        }
    }

    /** Not full by its own reckoning, which stops in time: there is no byte left in the middle of a write. */
    @Test
    void whatWasAcknowledgedIsThereOnceAfterTheDiskOfTheServerWasFull(@TempDir Path folder) throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder, 60);
                SearchServer server = SearchServer.start(
                        "path.data=" + disk.path(), "cluster.routing.allocation.disk.threshold_enabled=false");
                OpenSearchIndex index = OpenSearchIndex.open(address(server.url("full")))) {
            hand(index, 0, () -> {});
            disk.fill();
            AtomicInteger refusals = new AtomicInteger();
            for (int batch = 1; batch <= 2; batch++) {
                hand(index, batch, () -> {
                    if (refusals.getAndIncrement() == 0) {
                        disk.free();
                    }
                });
            }

            assertThat(refusals).hasPositiveValue();
            assertThat(ids(index, In.CLAIMS)).hasSize(3 * ARTICLES * CLAIMS).doesNotHaveDuplicates();
            assertThat(ids(index, In.ARTICLES)).hasSize(3 * ARTICLES).doesNotHaveDuplicates();
        }
    }

    private static void block(String url, String on) throws IOException, InterruptedException {
        HttpResponse<String> taken =
                send("PUT", url + "/_settings", "{\"index.blocks.read_only_allow_delete\": " + on + "}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    }

    @Test
    void ofTwoThatFileOneArticleTheLaterTurnRemains() {
        OpenSearchAddress address = address(SearchServer.shared().url());
        IndexedArticle before = IndexedArticles.at("https://example.org/a")
                .says("old", "Tin is dear.")
                .made();
        IndexedArticle after = IndexedArticles.at("https://example.org/a")
                .says("new", "Tin is cheap.")
                .made();
        try (OpenSearchIndex one = OpenSearchIndex.open(address);
                OpenSearchIndex other = OpenSearchIndex.open(address)) {
            one.begin();
            other.begin();
            other.replace(List.of(after));
            other.commit();
            one.replace(List.of(before));
            one.commit();

            assertThat(ids(one, In.ARTICLES)).hasSize(1);
            assertThat(ids(one, In.CLAIMS)).contains("new");
            one.begin();
            one.replace(List.of(after));
            one.commit();
            assertThat(ids(one, In.CLAIMS)).containsExactly("new");
        }
    }

    @Test
    void aNewIndexTakesTheNameOfTheOldOneWhenItIsComplete() {
        OpenSearchAddress address = address(SearchServer.shared().url());
        try (OpenSearchIndex index = OpenSearchIndex.open(address)) {
            assertThat(index.isNew()).isTrue();
            index.replace(batch(0));
            index.commit();
            index.startOver();
            index.replace(batch(1));
            index.commit();

            assertThat(ids(index, In.CLAIMS)).allSatisfy(id -> assertThat(id).startsWith("0-"));
            try (OpenSearchIndex other = OpenSearchIndex.open(address)) {
                assertThat(other.isNew()).isFalse();
                other.caughtUp();
            }
            assertThat(ids(index, In.CLAIMS))
                    .hasSize(ARTICLES * CLAIMS)
                    .allSatisfy(id -> assertThat(id).startsWith("1-"));
        }
    }

    @Test
    void anIndexOfAnotherVersionIsRefused() throws Exception {
        String url = SearchServer.shared().url();
        OpenSearchAddress address = address(url);
        HttpResponse<String> made = send(
                "PUT",
                url.substring(0, url.lastIndexOf('/')) + "/" + address.name() + "-7-1",
                "{\"mappings\": {\"_meta\": {\"hearsay-mapping\": \"7\"}}, \"aliases\": {\"" + address.name()
                        + "\": {}}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);

        assertThatThrownBy(() -> OpenSearchIndex.open(address))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("version 7")
                .hasMessageContaining("name another index in index.url");
    }

    @Test
    void anotherServerAnOldOneAndAWrongPasswordAreSaid() throws Exception {
        assertThat(refusalOf(200, """
                        {"name": "n", "cluster_name": "c", "cluster_uuid": "u", "tagline": "t",
                         "version": {"distribution": "opensearch", "number": "2.19.1", "build_type": "tar",
                                     "build_hash": "h", "build_date": "2025-02-01T00:00:00Z", "build_snapshot": false,
                                     "lucene_version": "9.12.1", "minimum_wire_compatibility_version": "7.10.0",
                                     "minimum_index_compatibility_version": "7.0.0"}}""")).contains("opensearch 2.19.1").contains("needs OpenSearch 3.8 or newer");
        assertThat(refusalOf(401, "Unauthorized"))
                .contains("refuses the name or password")
                .contains("index.password")
                .doesNotContain("s3cret");
        assertThat(refusalOf(200, "<html>a proxy's page</html>")).contains("answers as no OpenSearch does");
    }

    /** What is said of a server that answers everything so. */
    private static String refusalOf(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .add("content-type", body.strip().startsWith("{") ? "application/json" : "text/html");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            OpenSearchIndex.open(address("http://hearsay:s3cret@127.0.0.1:"
                            + server.getAddress().getPort()))
                    .close();
            return "";
        } catch (IndexException e) {
            return String.valueOf(e.getMessage());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatIsNotThereIsAway() throws Exception {
        try (ClosedPort closed = new ClosedPort();
                OpenSearchIndex index =
                        OpenSearchIndex.openToSearch(address(closed.uri("http").toString()))) {
            assertThatThrownBy(() -> index.count(In.CLAIMS))
                    .isInstanceOf(IndexAway.class)
                    .hasMessageContaining(closed.uri("http") + "/hearsay is not to be reached")
                    .hasMessageContaining("index.url");
        }
    }

    @Test
    void anAddressIsUnderstoodOrNone() {
        assertThat(address("https://ann@search.example.org/press").toString())
                .isEqualTo("https://search.example.org:9200/press");
        for (String odd :
                List.of("", "search:9200", "ftp://x/y", "http://x/Upper", "http://x/a/b", "http:///a", "http://x/_a")) {
            assertThat(OpenSearchAddress.parse(odd, Optional.empty())).as(odd).isEmpty();
        }
    }

    private static OpenSearchAddress address(String url) {
        return OpenSearchAddress.parse(url, Optional.empty()).orElseThrow();
    }

    private static HttpResponse<String> send(String method, String url, String json)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .method(method, BodyPublishers.ofString(json))
                            .header("content-type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
