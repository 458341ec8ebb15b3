package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.Entities.Known;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.NameType;

/** Somebody or something named: its names, what it says, what is said of it, over time, and who it is. */
record EntityPage(
        String id,
        String href,
        String name,
        String type,
        List<String> names,
        String counts,
        Optional<Facets.Histogram> histogram,
        Said says,
        Said said,
        List<Article> articles,
        List<EntitiesPage.Decided> decisions) {
    record Said(String total, List<Card> cards, String search) {}

    record Article(String id, String title, String outlet) {}

    private static final int CARDS = 6;
    private static final int ARTICLES = 40;
    private static final int NAMES = 8;

    static EntityPage of(Known known, Desk desk) {
        Sight sight = desk.sight();
        String id = known.id().text();
        String name = known.name().isBlank() ? known.id().words() : known.name();
        List<ArticleId> in = desk.store().entities().articles(known.id(), ARTICLES);
        sight.load(in);
        List<StoredArticle> articles =
                in.stream().flatMap(article -> sight.article(article).stream()).toList();
        Address of = address("entity:\"" + id + "\"");
        Hits all = hits(of, desk);
        Address speaking = address("speaker:\"" + id + "\" OR speaker:" + EntityId.slug(name));
        List<EntitiesPage.Decided> decisions = desk.store().entities().decisions().stream()
                .filter(decision -> known.read().contains(decision.entity())
                        || known.id().equals(decision.into())
                        || known.id().equals(decision.entity()))
                .map(decision -> EntitiesPage.decided(decision, desk.words()))
                .toList();
        return new EntityPage(
                id,
                EntityRoutes.path(known.id()),
                name,
                EntitiesPage.type(known.id()),
                names(known.id(), name, articles),
                Words.count(known.mentions(), "mention") + " in " + Words.count(known.articles(), "article"),
                Facets.histogram(all),
                said(speaking, hits(speaking, desk), desk, sight),
                said(of, all, desk, sight),
                articles.stream()
                        .map(article -> new Article(article.id().text(), Card.title(article), article.outlet()))
                        .toList(),
                decisions);
    }

    /** What these articles call it: its name, then the other forms, most often used first. "Russian" is none of Russia. */
    private static List<String> names(EntityId entity, String name, List<StoredArticle> articles) {
        Map<String, Integer> forms = new HashMap<>();
        for (StoredArticle article : articles) {
            article.names().stream()
                    .filter(mention -> mention.entity().equals(entity) && mention.type() != NameType.MISC)
                    .forEach(mention -> forms.merge(mention.span().of(article.text()), 1, Integer::sum));
        }
        forms.remove(name);
        Stream<String> others = forms.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        return Stream.concat(Stream.of(name), others).limit(NAMES).toList();
    }

    private static Address address(String query) {
        return new Address(query, SearchRequest.In.CLAIMS, SearchRequest.Sort.NEWEST, 1);
    }

    private static Hits hits(Address address, Desk desk) {
        return desk.index()
                .search(new SearchRequest(Query.parse(address.query()), address.in(), address.sort(), true, 0, CARDS));
    }

    private static Said said(Address address, Hits hits, Desk desk, Sight sight) {
        Map<String, StoredClaim> claims = new HashMap<>();
        SearchPage.stored(hits, sight)
                .forEach(claim -> claims.put(claim.claim().id().text(), claim));
        sight.prepare(claims.values());
        return new Said(
                Words.count(hits.total(), "claim"),
                hits.hits().stream()
                        .flatMap(hit -> Optional.ofNullable(claims.get(hit.id())).stream())
                        .map(claim -> Card.of(claim, sight, desk.words(), List.of()))
                        .toList(),
                address.at("/search"));
    }

    ObjectNode object() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("id", id).put("name", name).put("type", type).put("counts", counts);
        ArrayNode forms = out.putArray("names");
        names.forEach(forms::add);
        out.put("says", says.total).put("named", said.total);
        ArrayNode list = out.putArray("articles");
        articles.forEach(article -> list.add(article.id));
        return out;
    }
}
