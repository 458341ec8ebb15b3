package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Entities.Known;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Which articles name whom: the table {@code entity_articles}, which holds what reading found, seen through what people
 * decided. Half of all articles may name one country, so the database counts; only articles in which somebody was split
 * off are looked at one by one.
 */
record NamedIn(Handle handle, Resolution resolution) {
    /** Ids that one search for words looks at; a word that more ids hold is no name. */
    private static final int LOOKED_AT = 500;
    /** Of one that more articles name, the newest are found by going back through all articles. */
    private static final int OFTEN = 2_000;

    /** Replaces what an article names; called where its newest version is added. */
    static void file(Handle handle, StoredArticle article) {
        handle.execute(
                "DELETE FROM entity_articles WHERE article = ?", article.id().text());
        Map<EntityId, List<Mention>> named = new LinkedHashMap<>();
        article.names()
                .forEach(mention -> named.computeIfAbsent(mention.entity(), id -> new ArrayList<>())
                        .add(mention));
        List<@Nullable Object[]> rows = new ArrayList<>();
        named.forEach((id, mentions) -> rows.add(new @Nullable Object[] {
            id.text(), article.id().text(), fullest(id, mentions, article.text()), mentions.size()
        }));
        ManyRows.write(
                handle, "INSERT INTO entity_articles (entity, article, name, mentions) VALUES (?, ?, ?, ?)", rows);
    }

    /** The longest of its own type: "Russian" is a mention of Russia and not its name. */
    private static String fullest(EntityId id, List<Mention> mentions, String text) {
        String type = id.text().substring(0, Math.max(0, id.text().indexOf(':')));
        return mentions.stream()
                .filter(mention ->
                        mention.type().name().toLowerCase(Locale.ROOT).equals(type))
                .filter(mention -> mention.span().end() <= text.length())
                .map(mention -> mention.span().of(text))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    private record Row(EntityId read, String article, String name, int mentions) {}

    /**
     * Where to look for one entity.
     *
     * @param whole ids that are it wherever no article says otherwise
     * @param odd articles in which some id is somebody else than usually; to be looked at one by one
     */
    private record Places(List<String> whole, List<String> all, List<String> odd) {}

    private Places places(EntityId entity) {
        List<String> whole = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Set<String> odd = new LinkedHashSet<>();
        for (EntityId source : resolution.sources(entity)) {
            all.add(source.text());
            if (resolution.of(source).equals(entity)) {
                whole.add(source.text());
            }
            resolution.split().getOrDefault(source, Map.of()).keySet().forEach(article -> odd.add(article.text()));
        }
        return new Places(whole, all, new ArrayList<>(odd));
    }

    /** Rows of the odd articles that are of the entity there. */
    private List<Row> odd(EntityId entity, Places places) {
        if (places.odd.isEmpty()) {
            return List.of();
        }
        return handle
                .createQuery("SELECT entity, article, name, mentions FROM entity_articles"
                        + " WHERE entity IN (<all>) AND article IN (<odd>)")
                .bindList("all", places.all)
                .bindList("odd", places.odd)
                .map(NamedIn::row)
                .stream()
                .filter(row ->
                        resolution.of(row.read, new ArticleId(row.article)).equals(entity))
                .toList();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(new EntityId(row.getString(1)), row.getString(2), row.getString(3), row.getInt(4));
    }

    /** A name in so many articles. */
    private record Form(EntityId read, String name, int articles, int mentions) {}

    private static Form form(ResultSet row, StatementContext context) throws SQLException {
        return new Form(new EntityId(row.getString(1)), row.getString(2), row.getInt(3), row.getInt(4));
    }

    Optional<Known> known(EntityId entity) {
        Places places = places(entity);
        List<Form> forms = new ArrayList<>(forms(places));
        int articles = places.whole.size() == 1
                ? forms.stream().mapToInt(Form::articles).sum()
                : articles(places);
        List<Row> odd = odd(entity, places);
        odd.forEach(row -> forms.add(new Form(row.read, row.name, 1, row.mentions)));
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Known(
                entity,
                name(entity, forms),
                articles + (int) odd.stream().map(Row::article).distinct().count(),
                forms.stream().mapToInt(Form::mentions).sum(),
                forms.stream().map(Form::read).collect(Collectors.toSet())));
    }

    private List<Form> forms(Places places) {
        if (places.whole.isEmpty()) {
            return List.of();
        }
        return whole("SELECT entity, name, count(*), sum(mentions)", places, "GROUP BY entity, name")
                .map(NamedIn::form)
                .list();
    }

    /** An article may name one entity by several ids. */
    private int articles(Places places) {
        if (places.whole.isEmpty()) {
            return 0;
        }
        return whole("SELECT count(DISTINCT article)", places, "")
                .mapTo(Integer.class)
                .one();
    }

    /** Rows of all but the odd articles. */
    private Query whole(String select, Places places, String rest) {
        String but = places.odd.isEmpty() ? "" : " AND article NOT IN (<odd>)";
        Query query = handle.createQuery(select + " FROM entity_articles WHERE entity IN (<whole>)" + but + " " + rest)
                .bindList("whole", places.whole);
        return places.odd.isEmpty() ? query : query.bindList("odd", places.odd);
    }

    /** The names of the id itself; of what was merged into it only where it has none. */
    private static String name(EntityId entity, List<Form> forms) {
        Map<String, Integer> names = new HashMap<>();
        forms.stream()
                .filter(form -> form.read.equals(entity) && !form.name.isEmpty())
                .forEach(form -> names.merge(form.name, form.articles, Integer::sum));
        return names.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseGet(entity::words);
    }

    /** Those fetched last first. */
    List<ArticleId> articles(EntityId entity, int limit) {
        Places places = places(entity);
        Set<String> in = new LinkedHashSet<>();
        odd(entity, places).forEach(row -> in.add(row.article));
        if (!places.whole.isEmpty()) {
            in.addAll(newest(places, limit));
        }
        if (in.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT article FROM articles WHERE article IN (<in>)"
                        + " ORDER BY fetched DESC, article LIMIT :limit")
                .bindList("in", new ArrayList<>(in))
                .bind("limit", limit)
                .map((row, context) -> new ArticleId(row.getString(1)))
                .list();
    }

    private List<String> newest(Places places, int limit) {
        int often = whole("SELECT count(*)", places, "").mapTo(Integer.class).one();
        if (often <= OFTEN) {
            return whole("SELECT article", places, "").mapTo(String.class).list();
        }
        String but = places.odd.isEmpty() ? "" : " AND a.article NOT IN (<odd>)";
        Query query = handle.createQuery("SELECT a.article FROM articles a WHERE EXISTS (SELECT 1 FROM"
                        + " entity_articles e WHERE e.entity IN (<whole>) AND e.article = a.article)" + but
                        + " ORDER BY a.fetched DESC, a.article LIMIT :limit")
                .bindList("whole", places.whole)
                .bind("limit", limit);
        return (places.odd.isEmpty() ? query : query.bindList("odd", places.odd))
                .mapTo(String.class)
                .list();
    }

    /** Goes from id to id, since each stands in as many rows as there are articles. */
    List<Known> named(String words, int limit) {
        String slug = EntityId.slug(words);
        Set<EntityId> found = new LinkedHashSet<>();
        handle.createQuery("""
                WITH RECURSIVE ids (entity) AS (
                    SELECT min(entity) FROM entity_articles
                    UNION ALL
                    SELECT (SELECT min(e.entity) FROM entity_articles e WHERE e.entity > ids.entity)
                    FROM ids WHERE ids.entity IS NOT NULL)
                SELECT entity FROM ids WHERE entity LIKE ?
                ORDER BY (SELECT count(*) FROM entity_articles e WHERE e.entity = ids.entity) DESC, entity LIMIT ?
                """)
                .bind(0, "%" + slug + "%")
                .bind(1, LOOKED_AT)
                .mapTo(String.class)
                .forEach(id -> found.add(resolution.of(new EntityId(id))));
        return found.stream()
                .flatMap(id -> known(id).stream())
                .sorted(Comparator.comparingInt(Known::articles).reversed().thenComparing(Known::id))
                .limit(limit)
                .toList();
    }
}
