package org.hearsay.keep.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to an OpenSearch, made when it is first asked something. Thread-safe. */
final class OpenSearchServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchServer.class);
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    /** Longer than any bulk of ours takes on a busy server. */
    private static final Timeout ANSWER = Timeout.ofSeconds(20);
    /** Before the same is asked again. In all below the time in which a process has to end. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final OpenSearchTrouble trouble;
    private final OpenSearchTransport transport;
    private final OpenSearchClient client;
    private volatile boolean closed;

    OpenSearchServer(OpenSearchAddress address) {
        this.trouble = new OpenSearchTrouble(address);
        HttpHost host = new HttpHost(address.scheme(), address.host(), address.port());
        ApacheHttpClient5TransportBuilder builder = ApacheHttpClient5TransportBuilder.builder(host)
                .setMapper(new JacksonJsonpMapper())
                .setConnectionConfigCallback(c -> c.setConnectTimeout(CONNECT).setSocketTimeout(ANSWER))
                .setRequestConfigCallback(r -> r.setResponseTimeout(ANSWER));
        address.user()
                .ifPresent(user -> builder.setHttpClientConfigCallback(http -> {
                    BasicCredentialsProvider known = new BasicCredentialsProvider();
                    known.setCredentials(
                            new AuthScope(host),
                            new UsernamePasswordCredentials(
                                    user, address.password().orElse("").toCharArray()));
                    return http.setDefaultCredentialsProvider(known);
                }));
        this.transport = builder.build();
        this.client = new OpenSearchClient(transport);
    }

    /** Something that is asked of the server. */
    interface Asking<T> {
        T of(OpenSearchClient client) throws IOException;
    }

    /** @throws IndexException which says what is wrong */
    <T> T ask(Asking<T> question) {
        if (closed) {
            throw new IllegalStateException("the index is closed");
        }
        try {
            return question.of(client);
        } catch (IOException | RuntimeException e) {
            throw trouble.of(e);
        }
    }

    /**
     * The same, asked a few times over where it fails in whatever way: for questions that change nothing when they are
     * asked twice.
     */
    <T> T insist(Asking<T> question) {
        for (Duration pause : PAUSES) {
            try {
                return ask(question);
            } catch (IndexAway e) {
                LOG.info("asking again in={} problem={}", pause, e.getMessage());
                sleep(pause);
            }
        }
        return ask(question);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for OpenSearch", e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the connection to OpenSearch could not be closed", e);
        }
    }
}
