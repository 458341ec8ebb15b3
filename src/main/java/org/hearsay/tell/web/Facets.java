package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.language.EntityId;

/** What can narrow a search, as links with counts, and how what was found lies over time. */
final class Facets {
    /** @param more further values, closed at first */
    record Facet(String id, String heading, List<Link> links, List<Link> more) {}

    record Link(String href, String words, String count) {}

    /** @param bars in a picture 208 wide and 32 high */
    record Histogram(List<Bar> bars, String from, String to, String words) {}

    record Bar(String x, int y, String width, int height) {}

    /** Of the query's fields and the index's facets, in the order of the page; dates stand apart. */
    private static final Map<String, String> FIELDS = new TreeMap<>(Map.of(
            "outlet", "outlet",
            "voice", "source",
            "entity", "entity",
            "attribution", "attribution",
            "stance", "stance",
            "kind", "kind",
            "story", "story",
            "date", "date"));

    private static final List<String> ORDER =
            List.of("attribution", "outlet", "voice", "entity", "stance", "kind", "story", "date");
    private static final int VALUES = 6;
    private static final int MORE = 24;
    private static final int WIDTH = 208;
    private static final int HEIGHT = 32;

    private Facets() {}

    static List<Facet> of(Hits hits, Address address, Sight sight) {
        List<Facet> facets = new ArrayList<>();
        for (String name : ORDER) {
            SortedMap<String, Integer> values = hits.facets().getOrDefault(name, new TreeMap<>());
            // One value for all hits narrows nothing.
            if (values.isEmpty() || values.size() == 1 && values.containsValue(hits.total())) {
                continue;
            }
            boolean dates = name.equals("date");
            Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.<String, Integer>comparingByValue(
                            Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey());
            List<Map.Entry<String, Integer>> sorted = values.entrySet().stream()
                    .sorted(dates ? Map.Entry.<String, Integer>comparingByKey().reversed() : byCount)
                    .limit(name.equals("story") ? VALUES : MORE)
                    .toList();
            List<Link> links = sorted.stream()
                    .map(v -> link(name, v.getKey(), v.getValue(), address, sight))
                    .toList();
            int shown = Math.min(links.size(), VALUES);
            facets.add(new Facet(
                    "facet-" + name, heading(name), links.subList(0, shown), links.subList(shown, links.size())));
        }
        return facets;
    }

    private static Link link(String name, String value, int count, Address address, Sight sight) {
        String field = FIELDS.getOrDefault(name, name);
        return new Link(address.narrowed(field, value).at("/search"), words(field, value, sight), Words.number(count));
    }

    /** A bar a day, month or year, from the first to the last with something in it; absent if that is one. */
    static Optional<Histogram> histogram(Hits hits) {
        SortedMap<String, Integer> counts = hits.facets().getOrDefault("date", new TreeMap<>());
        if (counts.size() < 2) {
            return Optional.empty();
        }
        List<String> periods = Periods.between(counts.firstKey(), counts.lastKey());
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        double step = (double) WIDTH / periods.size();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            int count = counts.getOrDefault(periods.get(i), 0);
            int height = count == 0 ? 1 : Math.max(3, Math.round(count * (float) HEIGHT / most));
            bars.add(new Bar(
                    String.format(Locale.ROOT, "%.2f", i * step),
                    HEIGHT - height,
                    String.format(Locale.ROOT, "%.2f", Math.max(1, step - Math.min(2, step / 4))),
                    height));
        }
        String busiest = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> Periods.words(e.getKey()) + " (" + e.getValue() + ")")
                .orElse("");
        return Optional.of(new Histogram(
                bars,
                Periods.words(counts.firstKey()),
                Periods.words(counts.lastKey()),
                "From " + Periods.words(counts.firstKey()) + " to " + Periods.words(counts.lastKey()) + ", most on "
                        + busiest));
    }

    static String heading(String field) {
        return switch (field) {
            case "outlet" -> "Outlet";
            case "voice", "source" -> "Voice";
            case "entity" -> "Names";
            case "attribution" -> "Who speaks";
            case "kind" -> "Kind";
            case "stance" -> "How surely";
            case "story" -> "Story";
            case "date" -> "When";
            case "first-seen" -> "First seen";
            case "scope" -> "AND and NOT";
            case "has" -> "With";
            case "unit" -> "Unit";
            case "group" -> "Said alike";
            default -> field;
        };
    }

    static String words(String field, String value, Sight sight) {
        return switch (field + ":" + value) {
            case "attribution:named" -> "somebody named";
            case "attribution:unnamed" -> "somebody unnamed";
            case "attribution:outlet" -> "the outlet itself";
            case "attribution:unresolved" -> "somebody not identified";
            case "kind:reported" -> "reported words";
            case "kind:own" -> "the outlet’s own";
            case "kind:proposal" -> "proposals";
            case "stance:asserted" -> "said as fact";
            case "stance:conditional" -> "only if …";
            case "denied:yes" -> "denied";
            case "scope:claim" -> "within one claim";
            case "scope:article" -> "across the article";
            default ->
                switch (field) {
                    case "entity" -> value.isBlank() ? value : new EntityId(value).words();
                    case "story" -> headline(value, sight);
                    case "date" -> Periods.words(value);
                    default -> value;
                };
        };
    }

    private static String headline(String story, Sight sight) {
        return sight.story(new GroupId(story)).stream()
                .findFirst()
                .map((StoredArticle article) -> Card.title(article))
                .orElse(story);
    }
}
