package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** {@link Articles} in the tables {@code articles}, {@code article_versions}, {@code shingles} and {@code topics}. */
final class SqlArticles implements Articles {
    private static final String STORED =
            "SELECT v.stored, a.story, a.origin FROM articles a JOIN article_versions v ON v.article = a.article";
    private static final String NEWEST = STORED + " AND v.version = a.version";
    private static final String FINGERPRINTED =
            "SELECT article, fingerprint, happened, url, story, origin, first_seen FROM articles";
    private static final int CHUNK = 200;

    private final Connections connections;
    private final SqlEntities entities;

    SqlArticles(Connections connections, SqlEntities entities) {
        this.connections = connections;
        this.entities = entities;
    }

    @Override
    public void add(StoredArticle article, Fingerprint fingerprint) {
        connections.write(handle -> {
            Optional<Filed> before = filed(handle, article.id());
            int last = version(handle, article.id());
            if (article.version() != last + 1) {
                throw new IllegalArgumentException(
                        "version " + article.version() + " of " + article.id() + " after " + last);
            }
            long happened = Times.nanos(fingerprint.when().orElse(article.firstSeen()));
            handle.createUpdate("""
                INSERT INTO articles (article, version, url, fetched, happened, story, origin, first_seen,
                    fingerprint)
                VALUES (:article, :version, :url, :fetched, :happened, :story, :origin, :first, :fingerprint)
                ON CONFLICT (article) DO UPDATE SET
                    version = excluded.version, url = excluded.url, fetched = excluded.fetched,
                    happened = excluded.happened, story = excluded.story, origin = excluded.origin,
                    first_seen = excluded.first_seen, fingerprint = excluded.fingerprint
                """)
                    .bind("article", article.id().text())
                    .bind("version", article.version())
                    .bind("url", article.url().text())
                    .bind("fetched", Times.nanos(article.fetched()))
                    .bind("happened", happened)
                    .bind("story", article.story().text())
                    .bind("origin", article.origin().text())
                    .bind("first", Times.nanos(article.firstSeen()))
                    .bind("fingerprint", Values.write(fingerprint))
                    .execute();
            handle.execute(
                    "INSERT INTO article_versions (article, version, stored) VALUES (?, ?, ?)",
                    article.id().text(),
                    article.version(),
                    Values.write(article));
            long number = number(handle, article.id());
            Set<Long> old = before.<Set<Long>>map(b -> b.fingerprint.shingles()).orElse(Set.of());
            Set<Long> now = fingerprint.shingles();
            change(handle, "DELETE FROM shingles WHERE shingle = ? AND article = ?", number, old, now);
            change(handle, "INSERT INTO shingles (shingle, article) VALUES (?, ?)", number, now, old);
            before.ifPresent(b -> forgetTopics(handle, b, number));
            if (article.origin().text().equals(article.id().text())) {
                // Copies tell what the text tells that they are copies of.
                topics(
                        handle,
                        "INSERT INTO topics (topic, happened, article) VALUES (?, ?, ?)",
                        fingerprint.topics(),
                        happened,
                        number);
            }
            SqlStories.look(
                    handle, "FROM articles WHERE article = ?", article.id().text());
            NamedIn.file(handle, article);
            SqlIndexQueue.add(
                    handle, "FROM articles WHERE article = ?", article.id().text());
        });
    }

    private static long number(Handle handle, ArticleId id) {
        return handle.createQuery("SELECT number FROM articles WHERE article = ?")
                .bind(0, id.text())
                .mapTo(Long.class)
                .one();
    }

    private record Filed(Fingerprint fingerprint, long happened) {}

    private static Optional<Filed> filed(Handle handle, ArticleId id) {
        return handle.createQuery("SELECT fingerprint, happened FROM articles WHERE article = ?")
                .bind(0, id.text())
                .map((row, context) -> new Filed(Values.read(row.getString(1), Fingerprint.class), row.getLong(2)))
                .findOne();
    }

    private static void forgetTopics(Handle handle, Filed filed, long number) {
        topics(
                handle,
                "DELETE FROM topics WHERE topic = ? AND happened = ? AND article = ?",
                filed.fingerprint.topics(),
                filed.happened,
                number);
    }

    private static void topics(Handle handle, String sql, Set<String> topics, long happened, long article) {
        ManyRows.write(
                handle,
                sql,
                topics.stream()
                        .map(topic -> new @Nullable Object[] {topic, happened, article})
                        .toList());
    }

    /** Does {@code sql} for those of {@code some} that are not among {@code others}. */
    private static void change(Handle handle, String sql, long article, Set<Long> some, Set<Long> others) {
        ManyRows.write(
                handle,
                sql,
                some.stream()
                        .filter(shingle -> !others.contains(shingle))
                        .map(shingle -> new @Nullable Object[] {shingle, article})
                        .toList());
    }

    @Override
    public Optional<StoredArticle> current(ArticleId id) {
        return connections.read(handle -> handle.createQuery(NEWEST + " WHERE a.article = ?")
                .bind(0, id.text())
                .map(stored(handle))
                .findOne());
    }

    @Override
    public Optional<StoredArticle> version(ArticleId id, int version) {
        return connections.read(handle -> handle.createQuery(STORED + " WHERE a.article = ? AND v.version = ?")
                .bind(0, id.text())
                .bind(1, version)
                .map(stored(handle))
                .findOne());
    }

    @Override
    public int versions(ArticleId id) {
        return connections.read(handle -> version(handle, id));
    }

    private static int version(Handle handle, ArticleId id) {
        return handle.createQuery("SELECT version FROM articles WHERE article = ?")
                .bind(0, id.text())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    @Override
    public List<StoredArticle> all(Collection<ArticleId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return connections.read(handle -> Chunks.inOrder(
                handle,
                NEWEST + " WHERE a.article IN (<some>)",
                ids.stream().map(ArticleId::text).toList(),
                stored(handle),
                article -> article.id().text()));
    }

    @Override
    public Map<ArticleId, Article> texts(Collection<ArticleId> ids) {
        Map<ArticleId, Article> texts = new HashMap<>();
        connections
                .read(handle -> Chunks.rows(
                        handle,
                        NEWEST + " WHERE a.article IN (<some>)",
                        ids.stream().map(ArticleId::text).toList(),
                        (row, context) -> Values.readPart(row.getString(1), "extraction", Extraction.class)))
                .forEach(extraction -> extraction.readable().ifPresent(article -> texts.put(article.id(), article)));
        return texts;
    }

    @Override
    public List<StoredArticle> latest(int limit) {
        return connections.read(
                handle -> handle.createQuery(NEWEST + " ORDER BY a.fetched DESC, a.article DESC LIMIT ?")
                        .bind(0, limit)
                        .map(stored(handle))
                        .list());
    }

    @Override
    public void each(Consumer<StoredArticle> visitor) {
        String last = "";
        while (true) {
            String after = last;
            List<StoredArticle> chunk = connections.read(
                    handle -> handle.createQuery(NEWEST + " WHERE a.article > ? ORDER BY a.article LIMIT ?")
                            .bind(0, after)
                            .bind(1, CHUNK)
                            .map(stored(handle))
                            .list());
            if (chunk.isEmpty()) {
                return;
            }
            chunk.forEach(visitor);
            last = chunk.get(chunk.size() - 1).id().text();
        }
    }

    @Override
    public int count() {
        return connections.read(handle -> handle.createQuery("SELECT count(*) FROM articles")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<Fingerprinted> sharing(Fingerprint fingerprint, int shared, int most) {
        if (fingerprint.shingles().isEmpty()) {
            return List.of();
        }
        return connections.read(handle -> {
            Map<Long, Integer> holders = Holders.count(
                    handle,
                    "SELECT article FROM shingles WHERE shingle = ? ORDER BY article LIMIT ?",
                    fingerprint.shingles(),
                    row -> row.getLong(1),
                    most);
            holders.values().removeIf(count -> count < shared);
            return holders.isEmpty()
                    ? List.of()
                    : handle.createQuery(FINGERPRINTED + " WHERE number IN (<numbers>) ORDER BY article")
                            .bindList("numbers", List.copyOf(holders.keySet()))
                            .map(SqlArticles::fingerprinted)
                            .list();
        });
    }

    @Override
    public void mergeOrigins(GroupId from, GroupId to) {
        if (from.equals(to)) {
            return;
        }
        connections.write(handle -> {
            SqlIndexQueue.add(handle, "FROM articles WHERE origin = ?", from.text());
            SqlStories.look(handle, "FROM articles WHERE origin = ?", from.text());
            handle.execute("UPDATE articles SET origin = ? WHERE origin = ?", to.text(), from.text());
            // It spoke for its text, and now another does.
            ArticleId spoke = new ArticleId(from.text());
            filed(handle, spoke).ifPresent(filed -> {
                long number = number(handle, spoke);
                forgetTopics(handle, filed, number);
                SqlStories.untie(handle, number);
            });
        });
    }

    @Override
    public List<ArticleId> inStory(GroupId story) {
        return in("story", story);
    }

    @Override
    public List<ArticleId> inOrigin(GroupId origin) {
        return in("origin", origin);
    }

    private List<ArticleId> in(String group, GroupId id) {
        return connections.read(
                handle -> handle.createQuery("SELECT article FROM articles WHERE " + group + " = ? ORDER BY article")
                        .bind(0, id.text())
                        .map((row, context) -> new ArticleId(row.getString(1)))
                        .list());
    }

    /** Reads a row; the entities in it are those that people's decisions make of them. */
    private RowMapper<StoredArticle> stored(Handle handle) {
        Resolution resolution = entities.resolution(handle);
        return (row, context) -> stored(row, resolution);
    }

    private static StoredArticle stored(ResultSet row, Resolution resolution) throws SQLException {
        StoredArticle a = Values.read(row.getString(1), StoredArticle.class);
        return new StoredArticle(
                a.id(),
                a.version(),
                a.url(),
                a.feed(),
                a.outlet(),
                a.firstSeen(),
                a.fetched(),
                a.extraction(),
                a.hints(),
                a.kept(),
                new GroupId(row.getString(2)),
                new GroupId(row.getString(3)),
                resolution.of(a.names(), a.id()),
                a.quantities(),
                a.proposals());
    }

    private static Fingerprinted fingerprinted(ResultSet row, StatementContext context) throws SQLException {
        Fingerprint fingerprint = Values.read(row.getString(2), Fingerprint.class);
        return new Fingerprinted(
                new ArticleId(row.getString(1)),
                fingerprint,
                fingerprint.when().orElse(Times.instant(row.getLong(7))),
                new PageUrl(row.getString(4)),
                new GroupId(row.getString(5)),
                new GroupId(row.getString(6)));
    }
}
