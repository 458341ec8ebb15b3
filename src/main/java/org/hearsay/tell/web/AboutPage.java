package org.hearsay.tell.web;

import java.util.List;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.Ending;

/** What is here, how it fares and how programs ask for it. */
record AboutPage(List<Fact> facts, List<Fact> endings) {
    record Fact(String name, String words) {}

    static AboutPage of(Desk desk) {
        return new AboutPage(
                List.of(
                        new Fact(
                                "Articles", Words.number(desk.store().articles().count())),
                        new Fact("Claims", Words.number(desk.index().count(SearchRequest.In.CLAIMS))),
                        new Fact(
                                "Waiting for the index",
                                Words.count(desk.store().indexQueue().size(), "article")),
                        new Fact(
                                "Feeds",
                                Words.count(desk.store().feeds().states().size(), "feed") + " visited so far")),
                desk.store().feeds().endings().entrySet().stream()
                        .map(e -> new Fact(((Ending) e.getKey()).inWords(), Words.count(e.getValue(), "entry")))
                        .toList());
    }
}
