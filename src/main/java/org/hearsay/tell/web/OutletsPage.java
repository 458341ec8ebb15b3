package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.read.language.EntityId;

/** Who publishes what is here. */
record OutletsPage(List<Row> rows) {
    record Row(String id, String name, String claims, String articles) {}

    static OutletsPage of(Desk desk) {
        Map<String, Integer> claims = counts(desk, SearchRequest.In.CLAIMS);
        Map<String, Integer> articles = counts(desk, SearchRequest.In.ARTICLES);
        List<Row> rows = new ArrayList<>();
        articles.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> rows.add(new Row(
                        id(e.getKey()),
                        e.getKey(),
                        Words.number(claims.getOrDefault(e.getKey(), 0)),
                        Words.number(e.getValue()))));
        return new OutletsPage(rows);
    }

    static String id(String outlet) {
        return EntityId.slug(outlet);
    }

    /** Whether outlets have it with their sites behind it: the first of them had it alone until another came. */
    static boolean areCalled(String id, Desk desk) {
        return counts(desk, SearchRequest.In.ARTICLES).keySet().stream()
                .anyMatch(outlet -> id(outlet).startsWith(id + "-"));
    }

    static Map<String, Integer> counts(Desk desk, SearchRequest.In in) {
        Hits hits = desk.index().search(new SearchRequest(Query.parse("*"), in, SearchRequest.Sort.NEWEST, 0, 0));
        return hits.facets().getOrDefault("outlet", new TreeMap<>());
    }
}
