package org.hearsay.tell.web;

import java.util.List;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.Watches.SavedWatch;

/** Saved searches: what each finds, its feed, and who gets it by mail. */
record WatchesPage(List<Row> rows) {
    record Row(
            String name,
            String query,
            String found,
            String week,
            String search,
            String atom,
            String preview,
            List<String> readers) {}

    static WatchesPage of(Desk desk) {
        return new WatchesPage(desk.store().watches().watches().stream()
                .map(watch -> row(watch, desk))
                .toList());
    }

    private static Row row(SavedWatch watch, Desk desk) {
        Address address = new Address(watch.query(), SearchRequest.In.CLAIMS, SearchRequest.Sort.NEWEST, 1);
        return new Row(
                watch.name(),
                watch.query(),
                Words.count(total(watch.query(), desk), "claim"),
                Words.count(total("(" + watch.query() + ") first-seen:7d", desk), "claim"),
                address.at("/search"),
                address.at("/search.atom"),
                "/digests?preview=1&watch="
                        + java.net.URLEncoder.encode(watch.name(), java.nio.charset.StandardCharsets.UTF_8),
                desk.store().watches().recipients().stream()
                        .filter(reader ->
                                reader.watches().isEmpty() || reader.watches().contains(watch.name()))
                        .map(reader -> reader.address())
                        .toList());
    }

    private static int total(String query, Desk desk) {
        return desk.index().count(Query.parse(query), SearchRequest.In.CLAIMS);
    }
}
