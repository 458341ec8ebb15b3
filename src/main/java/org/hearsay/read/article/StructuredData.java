package org.hearsay.read.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * The article that a page's JSON-LD describes.
 *
 * @param personal whether the publisher is a person, as on a blog: then an author may bear its name
 * @param types every {@code @type} on the page, for the question what the page is
 */
record StructuredData(
        List<String> headlines,
        List<Person> authors,
        Optional<String> published,
        Optional<String> modified,
        Optional<String> language,
        Optional<String> publisher,
        Optional<String> description,
        Optional<String> body,
        boolean locked,
        boolean personal,
        Set<String> types,
        boolean article) {

    record Person(String name, boolean organization) {}

    /** What an object of each kind is worth as the page's story; a headline, a day and an author add up to six. */
    private static final int OF_A_PAGE = 10;

    private static final int OF_A_RECIPE = 17;
    private static final int OF_A_STORY = 30;

    /** The largest graph measured has 700 objects. */
    private static final int MAX_OBJECTS = 20_000;

    static StructuredData of(List<Json> roots) {
        List<Json.Obj> objects = objects(roots);
        Map<String, Json.Obj> byId = new HashMap<>();
        Set<String> types = new java.util.TreeSet<>();
        Json.Obj best = new Json.Obj(Map.of());
        int bestRank = 0;
        for (Json.Obj o : objects) {
            o.get("@id")
                    .flatMap(Json::words)
                    .ifPresent(id -> byId.merge(
                            id, o, (a, b) -> a.members().size() >= b.members().size() ? a : b));
            int rank = 0;
            for (String type : types(o)) {
                types.add(type);
                rank = Math.max(rank, rank(type));
            }
            rank = rank
                    + (o.get("headline").isPresent() ? 3 : 0)
                    + (o.get("datePublished").isPresent() ? 2 : 0)
                    + (o.get("author").isPresent() ? 1 : 0);
            if (rank > bestRank && rank >= OF_A_PAGE) {
                best = o;
                bestRank = rank;
            }
        }
        List<Person> authors = new ArrayList<>();
        for (String key : List.of("author", "creator")) {
            if (authors.isEmpty()) {
                best.get(key).ifPresent(v -> people(v, byId, authors));
            }
        }
        List<String> headlines = new ArrayList<>();
        text(best, "headline").ifPresent(headlines::add);
        text(best, "name").ifPresent(headlines::add);
        Optional<String> publisher = best.get("publisher")
                .flatMap(p -> name(p, byId))
                .or(() -> objects.stream()
                        .filter(o -> types(o).stream()
                                .anyMatch(t -> t.equals("newsmediaorganization") || t.equals("organization")))
                        .flatMap(o -> text(o, "name").stream())
                        .findFirst());
        boolean locked = best.get("isAccessibleForFree")
                .flatMap(Json::words)
                .filter(w -> w.equalsIgnoreCase("false"))
                .isPresent();
        return new StructuredData(
                headlines,
                authors,
                text(best, "datePublished", "dateCreated"),
                text(best, "dateModified"),
                best.get("inLanguage").flatMap(l -> l.words().or(() -> text(l, "name"))),
                publisher,
                text(best, "description"),
                text(best, "articleBody"),
                locked,
                best.get("publisher").filter(p -> person(p, byId)).isPresent(),
                types,
                bestRank >= OF_A_STORY);
    }

    private static List<Json.Obj> objects(List<Json> roots) {
        List<Json.Obj> found = new ArrayList<>();
        Deque<Json> open = new ArrayDeque<>(roots);
        while (!open.isEmpty() && found.size() < MAX_OBJECTS) {
            switch (open.pollFirst()) {
                case Json.Obj o -> {
                    found.add(o);
                    o.members().values().forEach(open::addLast);
                }
                case Json.Arr a -> a.items().forEach(open::addLast);
                case Json.Text t -> {}
                case Json.Literal l -> {}
            }
        }
        return found;
    }

    private static List<String> types(Json.Obj o) {
        List<String> types = new ArrayList<>();
        o.get("@type")
                .ifPresent(t -> t.each()
                        .forEach(one -> one.words()
                                .ifPresent(w -> types.add(
                                        w.substring(w.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)))));
        return types;
    }

    private static int rank(String type) {
        if (type.endsWith("article") || type.endsWith("posting") || type.equals("report") || type.equals("review")) {
            return type.equals("review") || type.equals("jobposting") ? OF_A_PAGE : OF_A_STORY;
        }
        boolean page = type.equals("webpage") || type.equals("creativework") || type.equals("itempage");
        return page ? OF_A_PAGE : type.equals("recipe") || type.equals("howto") ? OF_A_RECIPE : 0;
    }

    private static Optional<String> text(Json o, String... names) {
        for (String name : names) {
            Optional<String> found = o.get(name)
                    .flatMap(v -> v.each().isEmpty()
                            ? Optional.empty()
                            : v.each().get(0).words())
                    .map(StructuredData::plain)
                    .filter(s -> !s.isBlank());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String plain(String raw) {
        return raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(raw, false);
    }

    private static Optional<String> name(Json value, Map<String, Json.Obj> byId) {
        for (Json one : value.each()) {
            Optional<String> name = one.words()
                    .or(() -> text(one, "name"))
                    .or(() -> one.get("@id").flatMap(Json::words).map(byId::get).flatMap(o -> text(o, "name")));
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private static boolean person(Json value, Map<String, Json.Obj> byId) {
        for (Json one : value.each()) {
            Json.Obj named = one.get("@id").flatMap(Json::words).map(byId::get).orElse(new Json.Obj(Map.of()));
            if (types(named).contains("person") || one instanceof Json.Obj o && types(o).contains("person")) {
                return true;
            }
        }
        return false;
    }

    private static void people(Json value, Map<String, Json.Obj> byId, List<Person> into) {
        for (Json one : value.each()) {
            if (into.size() >= 30) {
                return;
            }
            Json.Obj person = one instanceof Json.Obj o ? o : new Json.Obj(Map.of());
            if (person.get("name").isEmpty()) {
                person = person.get("@id").flatMap(Json::words).map(byId::get).orElse(person);
            }
            boolean organization = types(person).stream().anyMatch(t -> t.endsWith("organization"));
            if (person.get("name").isPresent()) {
                for (Json name : person.get("name").orElseThrow().each()) {
                    name.words().ifPresent(w -> into.add(new Person(plain(w), organization)));
                }
            } else {
                one.words().ifPresent(w -> into.add(new Person(plain(w), false)));
            }
        }
    }
}
