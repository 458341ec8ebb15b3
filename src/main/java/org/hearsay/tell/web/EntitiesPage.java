package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.Entities.Decision;
import org.hearsay.keep.store.Entities.Kind;
import org.hearsay.keep.store.Entities.Known;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.KnownNames;

/** Whom and what the claims name, those in most of them first, or those of a name; and what people said of them. */
record EntitiesPage(String query, List<Row> rows, List<Decided> decisions) {
    record Row(String href, String name, String type, String count) {}

    private static final KnownNames NAMES = new KnownNames();

    /** @param undone when it was taken back, in words; "" if it holds */
    record Decided(long number, String words, String why, String when, String undone) {}

    static EntitiesPage of(String words, Desk desk, int most) {
        List<Row> rows = new ArrayList<>();
        if (words.isEmpty()) {
            Hits hits = desk.index()
                    .search(new SearchRequest(
                            Query.parse("*"), SearchRequest.In.CLAIMS, SearchRequest.Sort.NEWEST, 0, 0));
            Map<String, Integer> counts = hits.facets().getOrDefault("entity", new TreeMap<>());
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .forEach(e -> rows.add(row(
                            new EntityId(e.getKey()),
                            new EntityId(e.getKey()).words(),
                            Words.count(e.getValue(), "claim"))));
        } else {
            for (Known known : named(words, desk, most)) {
                rows.add(row(known.id(), known.name(), Words.count(known.articles(), "article")));
            }
        }
        return new EntitiesPage(
                words,
                rows,
                desk.store().entities().decisions().stream()
                        .map(decision -> decided(decision, desk.words()))
                        .toList()
                        .reversed());
    }

    /** Those of which a word begins so, and those that go by that name. */
    static List<Known> named(String words, Desk desk, int most) {
        Map<EntityId, Known> found = new LinkedHashMap<>();
        for (String form : NAMES.formsOf(words)) {
            String slug = "-" + EntityId.slug(form);
            for (Known known : desk.store().entities().named(form, most * 4)) {
                boolean whole = known.read().stream()
                        .anyMatch(id -> ("-" + id.text().substring(id.text().indexOf(':') + 1)).contains(slug));
                if (whole) {
                    found.putIfAbsent(known.id(), known);
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(Known::articles).reversed().thenComparing(Known::id))
                .limit(most)
                .toList();
    }

    /** Whether it is called just that, or was before it was decided that two are one; "U.S." is "United States". */
    static boolean goesBy(String words, Known known) {
        return NAMES.formsOf(words).stream()
                .anyMatch(form -> known.name().equalsIgnoreCase(form)
                        || known.read().stream().anyMatch(id -> id.text().endsWith(":" + EntityId.slug(form))));
    }

    private static Row row(EntityId id, String name, String count) {
        return new Row(EntityRoutes.path(id), name.isBlank() ? id.words() : name, type(id), count);
    }

    static String type(EntityId id) {
        String type = id.text().substring(0, Math.max(0, id.text().indexOf(':')));
        return switch (type) {
            case "person" -> "person";
            case "organization" -> "body";
            case "location" -> "place";
            default -> "other";
        };
    }

    static Decided decided(Decision decision, Words words) {
        String what = decision.kind() == Kind.MERGE
                ? decision.entity().words() + " and " + decision.into().words() + " are one"
                : decision.entity().words() + " is " + decision.into().words() + " in "
                        + Words.count(decision.articles().size(), "article");
        return new Decided(
                decision.number(),
                what,
                decision.said().why(),
                words.when(decision.said().at()).words(),
                decision.undone().map(said -> words.when(said.at()).words()).orElse(""));
    }
}
