package org.hearsay.keep.index;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.opensearch.client.opensearch._types.ErrorCause;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** What an OpenSearch's refusals and its silence mean, in words that say what to do. */
record OpenSearchTrouble(OpenSearchAddress address) {
    private static final String QUEUED = "; what is not in it yet stays in the store's queue";

    IndexException of(Exception e) {
        if (e instanceof IndexException known) {
            return known;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OpenSearchException refused) {
                return refused(refused.status(), reason(refused.error()), e);
            }
            if (cause instanceof ResponseException refused) {
                return refused(refused.status(), IndexException.reason(refused), e);
            }
            if (cause instanceof SSLException) {
                return new IndexException(
                        "the OpenSearch at " + address + " has no certificate that this machine trusts ("
                                + IndexException.reason(cause)
                                + "): add it to Java's trust store (JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE)",
                        e);
            }
        }
        if (e instanceof IOException) {
            return new IndexAway(
                    "the OpenSearch at " + address + " is not to be reached (" + IndexException.reason(e)
                            + "): start it, or mend the way to it or index.url" + QUEUED,
                    e);
        }
        return new IndexException(
                "what is at " + address + " answers as no OpenSearch does (" + IndexException.reason(e)
                        + "): index.url needs OpenSearch 3.8 or newer" + QUEUED,
                e);
    }

    /** What the server says of one document of many. */
    IndexException refused(int status, String reason) {
        return refused(status, reason, new IllegalStateException(status + " " + reason));
    }

    private IndexException refused(int status, String reason, Exception e) {
        if (status == 401 || status == 403 && !isBlocked(reason)) {
            return new IndexException(
                    "the OpenSearch at " + address
                            + " refuses the name or password (or that user may not do this: " + reason
                            + "): set them in index.url and index.password",
                    e);
        }
        if (isBlocked(reason)) {
            return new IndexAway(
                    "the OpenSearch at " + address + " takes nothing, its disk being full or an operator having closed"
                            + " it (" + reason
                            + "): make room there, and it opens again by itself once the disk is below its high"
                            + " watermark" + QUEUED,
                    e);
        }
        if (reason.contains("too_many") || reason.contains("maxClauseCount")) {
            return new IndexException(
                    "the OpenSearch at " + address + " takes fewer words in a query than are allowed here (" + reason
                            + "): set indices.query.bool.max_clause_count: 8192 in its opensearch.yml",
                    e);
        }
        if (mayHeal(status)) {
            return new IndexAway(
                    "the OpenSearch at " + address + " cannot do its work just now (" + status + " " + reason
                            + "): its own log says why; a shard that it gave up comes back with POST"
                            + " _cluster/reroute?retry_failed=true" + QUEUED,
                    e);
        }
        return new IndexException(
                "the OpenSearch at " + address + " refuses what it was asked (" + status + " " + reason + ")" + QUEUED,
                e);
    }

    /** Whether a refusal may be none when asked once more: overload, a node that starts, an index that is being moved. */
    static boolean mayHeal(int status) {
        return status == 404 || status == 408 || status == 429 || status >= 500;
    }

    private static boolean isBlocked(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("cluster_block") || lower.contains("no space left") || lower.contains("read-only");
    }

    /** Kind and words of a refusal, with those of what lies under it. */
    static String reason(ErrorCause error) {
        StringBuilder words = new StringBuilder();
        for (Optional<ErrorCause> at = Optional.of(error);
                at.isPresent();
                at = Optional.ofNullable(at.get().causedBy())) {
            words.append(words.isEmpty() ? "" : ", by ").append(at.get().type());
            if (at.get().reason() != null) {
                words.append(": ").append(at.get().reason());
            }
        }
        error.rootCause().stream()
                .limit(1)
                .filter(root -> root.reason() != null && words.indexOf(root.reason()) < 0)
                .forEach(root ->
                        words.append(", by ").append(root.type()).append(": ").append(root.reason()));
        return words.toString();
    }
}
