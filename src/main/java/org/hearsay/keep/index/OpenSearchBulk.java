package org.hearsay.keep.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.keep.index.OpenSearchDocuments.Sent;
import org.hearsay.read.article.ArticleId;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.Time;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/** Writes to an index of an OpenSearch, so that what is sent twice changes nothing and what fails can be sent again. */
final class OpenSearchBulk {
    /** Documents sent at once; an article with its claims has some thirty kilobytes. */
    private static final int AT_ONCE = 500;
    /** Documents of the same articles that are asked for at once. */
    private static final int PAGE = 5_000;
    /** A document whose versions are the turns: the server counts them. */
    private static final String TURNS = "turns";

    private static final int CONFLICT = 409;
    /** How long the server waits for a shard that is not there before it says so: less than we wait for its answer. */
    private static final Time PATIENCE = Time.of(t -> t.time("5s"));

    private final OpenSearchServer server;
    private final String index;
    private final OpenSearchTrouble trouble;

    OpenSearchBulk(OpenSearchServer server, String index, OpenSearchTrouble trouble) {
        this.server = server;
        this.index = index;
        this.trouble = trouble;
    }

    /** A number higher than any that the server gave for this index before, to whomever. */
    long turn() {
        return server.insist(client -> client.index(i -> i.index(index)
                        .id(TURNS)
                        .timeout(PATIENCE)
                        .requireAlias(true)
                        .document(Map.of()))
                .version());
    }

    /** Puts these in the place of whatever there is of their articles. When it returns they are on disk, and are found. */
    void send(Map<ArticleId, List<Sent>> articles, long turn) {
        // What somebody sent who then died may not be seen yet.
        server.insist(client -> client.indices().refresh(r -> r.index(index)));
        List<BulkOperation> operations = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        articles.forEach((article, documents) -> documents.forEach(document -> {
            kept.add(document.id());
            operations.add(BulkOperation.of(o -> o.index(i -> i.id(document.id())
                    .routing(article.text())
                    .version(turn)
                    .versionType(VersionType.External)
                    .document(document.json()))));
        }));
        for (Known known : known(articles.keySet())) {
            if (!kept.contains(known.id())) {
                operations.add(BulkOperation.of(o -> o.delete(d ->
                        d.id(known.id()).routing(known.article()).version(turn).versionType(VersionType.External))));
            }
        }
        for (int from = 0; from < operations.size(); from += AT_ONCE) {
            send(operations.subList(from, Math.min(operations.size(), from + AT_ONCE)));
        }
        server.insist(client -> client.indices().refresh(r -> r.index(index)));
    }

    /** Only what the server did not take is sent again. */
    private void send(List<BulkOperation> operations) {
        List<BulkOperation> left = new ArrayList<>(operations);
        server.insist(client -> {
            BulkResponse response = client.bulk(
                    b -> b.index(index).timeout(PATIENCE).requireAlias(true).operations(left));
            List<BulkOperation> refused = new ArrayList<>();
            Optional<IndexException> why = Optional.empty();
            for (int i = 0; i < response.items().size(); i++) {
                BulkResponseItem item = response.items().get(i);
                // A conflict says that this, or what is newer, is there already.
                if (item.error() != null && item.status() != CONFLICT) {
                    refused.add(left.get(i));
                    why = why.or(
                            () -> Optional.of(trouble.refused(item.status(), OpenSearchTrouble.reason(item.error()))));
                }
            }
            left.clear();
            left.addAll(refused);
            if (why.isPresent()) {
                throw why.get();
            }
            return response;
        });
    }

    /** A document of an article, as the server has it. */
    private record Known(String id, String article) {}

    private List<Known> known(Set<ArticleId> articles) {
        List<Known> all = new ArrayList<>();
        Optional<List<FieldValue>> last = Optional.empty();
        do {
            Optional<List<FieldValue>> after = last;
            SearchResponse<Void> page = server.insist(client -> client.search(
                    s -> {
                        s.index(index)
                                .query(OpenSearchQueries.keys(
                                        Documents.ARTICLE,
                                        articles.stream().map(ArticleId::text).toList()))
                                .size(PAGE)
                                .source(f -> f.fetch(false))
                                .sort(OpenSearchHits.by(Documents.ID, SortOrder.Asc));
                        after.ifPresent(s::searchAfter);
                        return s;
                    },
                    Void.class));
            page.hits().hits().forEach(hit -> all.add(new Known(hit.id(), hit.routing())));
            last = page.hits().hits().size() < PAGE
                    ? Optional.empty()
                    : Optional.of(page.hits().hits().get(PAGE - 1).sort());
        } while (last.isPresent());
        return all;
    }

    List<ArticleId> withoutMeaning(int most) {
        SearchResponse<Void> due = server.ask(client -> client.search(
                s -> s.index(index)
                        .query(OpenSearchQueries.keys(Documents.MEANING_DUE, List.of("yes")))
                        .size(most)
                        .source(f -> f.fetch(false)),
                Void.class));
        return due.hits().hits().stream()
                .map(hit -> new ArticleId(hit.routing()))
                .toList();
    }
}
