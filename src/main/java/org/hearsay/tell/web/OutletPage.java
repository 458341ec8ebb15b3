package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;

/** One outlet: how much it says, through whom, how its pages could be read, and its latest claims. */
record OutletPage(
        String id,
        String name,
        String claims,
        String articles,
        List<Share> voices,
        Optional<Facets.Histogram> histogram,
        List<FeedLine> feeds,
        String unread,
        List<Card> latest,
        String search) {
    record Share(String words, String count, int percent) {}

    record FeedLine(String address, String state) {}

    private static final int LATEST = 10;
    private static final int PAGES = 200;

    static Optional<OutletPage> of(String id, Desk desk) {
        Optional<String> name = OutletsPage.counts(desk, SearchRequest.In.ARTICLES).keySet().stream()
                .filter(outlet -> OutletsPage.id(outlet).equals(id))
                .findFirst();
        return name.map(outlet -> of(id, outlet, desk));
    }

    private static OutletPage of(String id, String name, Desk desk) {
        Address address = new Address(
                "outlet:\"" + name.replace('"', ' ') + "\"", SearchRequest.In.CLAIMS, SearchRequest.Sort.NEWEST, 1);
        Query query = Query.parse(address.query());
        Hits claims = desk.index()
                .search(new SearchRequest(query, SearchRequest.In.CLAIMS, SearchRequest.Sort.NEWEST, true, 0, LATEST));
        Hits pages = desk.index()
                .search(new SearchRequest(query, SearchRequest.In.ARTICLES, SearchRequest.Sort.NEWEST, 0, PAGES));
        Sight sight = desk.sight();
        Map<String, StoredClaim> known = new TreeMap<>();
        SearchPage.stored(claims, sight)
                .forEach(claim -> known.put(claim.claim().id().text(), claim));
        sight.prepare(known.values());
        List<StoredArticle> articles = desk.store()
                .articles()
                .all(pages.hits().stream().map(hit -> new ArticleId(hit.id())).toList());
        long unread = articles.stream()
                .filter(article -> article.extraction().readable().isEmpty())
                .count();
        List<Share> voices = new ArrayList<>();
        SortedMap<String, Integer> attribution = claims.facets().getOrDefault("attribution", new TreeMap<>());
        attribution.forEach((value, count) -> voices.add(new Share(
                Facets.words("attribution", value, sight),
                Words.count(count, "claim"),
                Math.round(100f * count / Math.max(1, claims.total())))));
        return new OutletPage(
                id,
                name,
                Words.count(claims.total(), "claim"),
                Words.count(pages.total(), "article"),
                voices,
                Facets.histogram(claims),
                feeds(articles, desk),
                unread == 0
                        ? "every page was read"
                        : unread + " of the last " + articles.size() + " pages could not be read as articles",
                claims.hits().stream()
                        .flatMap(hit -> Optional.ofNullable(known.get(hit.id())).stream())
                        .map(claim -> Card.of(claim, sight, desk.words(), List.of()))
                        .toList(),
                address.at("/search"));
    }

    private static List<FeedLine> feeds(List<StoredArticle> articles, Desk desk) {
        return articles.stream()
                .map(StoredArticle::feed)
                .distinct()
                .map(feed -> {
                    Optional<FeedState> state = desk.store().feeds().state(feed);
                    return new FeedLine(
                            feed.text(),
                            state.map(s -> FeedHealth.of(
                                                    s,
                                                    false,
                                                    desk.store().feeds().volume(feed, desk.now()),
                                                    desk.now())
                                            .inWords(desk.now(), desk.settings().zone()))
                                    .orElse("not visited"));
                })
                .toList();
    }

    ObjectNode object() {
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
        out.put("claims", claims).put("articles", articles).put("pages", unread);
        ArrayNode list = out.putArray("feeds");
        feeds.forEach(feed -> list.addObject().put("url", feed.address).put("state", feed.state));
        return out;
    }
}
