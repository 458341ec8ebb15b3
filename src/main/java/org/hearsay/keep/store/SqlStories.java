package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@link Stories} in the tables {@code story_queue}, {@code story_ties} and {@code story_moves}. */
final class SqlStories implements Stories {
    private final Connections connections;

    SqlStories(Connections connections) {
        this.connections = connections;
    }

    /** Queues the articles that {@code which}, the end of a SELECT, finds; a row that is there gets a new number. */
    static void look(Handle handle, String which, Object... parameters) {
        handle.execute("DELETE FROM story_queue WHERE article IN (SELECT article " + which + ")", parameters);
        handle.execute(
                "INSERT INTO story_queue (article) SELECT DISTINCT article " + which + " ORDER BY article", parameters);
    }

    /** The article speaks for no text any more. */
    static void untie(Handle handle, long article) {
        handle.execute(
                "DELETE FROM story_ties WHERE other = ? AND article IN"
                        + " (SELECT other FROM story_ties WHERE article = ?)",
                article,
                article);
        handle.execute("DELETE FROM story_ties WHERE article = ?", article);
        handle.execute("UPDATE articles SET tied = 0 WHERE number = ?", article);
    }

    @Override
    public List<Row> next(int limit) {
        return connections.read(handle -> handle.createQuery(
                        "SELECT number, article FROM story_queue ORDER BY number LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> new Row(row.getLong(1), new ArticleId(row.getString(2))))
                .list());
    }

    @Override
    public void done(Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        connections.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("DELETE FROM story_queue WHERE number = ?");
            rows.forEach(row -> batch.bind(0, row.number()).add());
            batch.execute();
        });
    }

    @Override
    public void look(Collection<ArticleId> articles) {
        connections.write(
                handle -> articles.forEach(article -> look(handle, "FROM articles WHERE article = ?", article.text())));
    }

    @Override
    public int size() {
        return connections.read(handle -> handle.createQuery("SELECT count(*) FROM story_queue")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public Optional<Text> text(ArticleId article) {
        return connections.read(handle -> handle.createQuery("SELECT t.article, t.version, t.tied FROM articles a"
                        + " JOIN articles t ON t.article = a.origin WHERE a.article = ?")
                .bind(0, article.text())
                .map((row, context) -> text(row))
                .findOne());
    }

    @Override
    public List<Text> texts(Collection<ArticleId> articles) {
        return rows(
                "SELECT article, version, tied FROM articles WHERE article IN (<some>) AND origin = article"
                        + " ORDER BY article",
                ids(articles),
                (row, context) -> text(row));
    }

    private static Text text(ResultSet row) throws SQLException {
        return new Text(new ArticleId(row.getString(1)), row.getInt(2), row.getInt(2) == row.getInt(3));
    }

    private record Place(long number, long happened) {}

    @Override
    public List<Text> near(ArticleId article, Set<String> topics, double days, int perTopic, int most) {
        long window = Duration.ofSeconds(Math.round(days * 86_400)).toNanos();
        return connections.read(handle -> {
            Optional<Place> place = handle.createQuery("SELECT number, happened FROM articles WHERE article = ?")
                    .bind(0, article.text())
                    .map((row, context) -> new Place(row.getLong(1), row.getLong(2)))
                    .findOne();
            if (place.isEmpty()) {
                return List.of();
            }
            long at = place.get().happened();
            Map<Long, Integer> shared = holders(handle, "DESC", topics, less(at, window), at, perTopic);
            if (at < Long.MAX_VALUE) {
                holders(handle, "ASC", topics, at + 1, more(at, window), perTopic)
                        .forEach((other, count) -> shared.merge(other, count, Integer::sum));
            }
            shared.remove(place.get().number());
            List<Long> nearest = shared.entrySet().stream()
                    .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
            return Chunks.rows(
                    handle,
                    "SELECT article, version, tied FROM articles WHERE origin = article AND number IN (<some>)"
                            + " ORDER BY article",
                    nearest,
                    (row, context) -> text(row));
        });
    }

    /** Who has how many of these topics between two times. @param order whether the last or the first of that time count */
    private static Map<Long, Integer> holders(
            Handle handle, String order, Set<String> topics, long from, long to, int perTopic) {
        return Holders.count(
                handle,
                "SELECT article FROM topics WHERE topic = ? AND happened BETWEEN ? AND ? ORDER BY happened " + order
                        + ", article " + order + " LIMIT ?",
                topics,
                row -> row.getLong(1),
                from,
                to,
                perTopic / 2);
    }

    private static long less(long nanos, long by) {
        return nanos < Long.MIN_VALUE + by ? Long.MIN_VALUE : nanos - by;
    }

    private static long more(long nanos, long by) {
        return nanos > Long.MAX_VALUE - by ? Long.MAX_VALUE : nanos + by;
    }

    @Override
    public Map<ArticleId, Fingerprint> fingerprints(Collection<ArticleId> articles) {
        return connections.read(handle -> ofEach(
                handle,
                "SELECT article, fingerprint FROM articles WHERE article IN (<some>)",
                articles,
                (row, context) -> Values.read(row.getString(2), Fingerprint.class)));
    }

    @Override
    public void tie(Text text, Map<ArticleId, Double> ties) {
        connections.write(handle -> {
            Optional<Long> own = number(handle, text.id());
            if (own.isEmpty()) {
                return;
            }
            untie(handle, own.get());
            handle.execute("UPDATE articles SET tied = ? WHERE number = ?", text.version(), own.get());
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO story_ties (article, other, strength) VALUES (?, ?, ?)"
                            + " ON CONFLICT (article, other) DO UPDATE SET strength = excluded.strength");
            Map<ArticleId, Long> numbers = ofEach(
                    handle,
                    "SELECT article, number FROM articles WHERE article IN (<some>)",
                    ties.keySet(),
                    (row, context) -> row.getLong(2));
            new TreeMap<>(ties).forEach((other, strength) -> {
                Long number = numbers.get(other);
                if (number != null) {
                    batch.bind(0, own.get()).bind(1, number).bind(2, strength).add();
                    batch.bind(0, number).bind(1, own.get()).bind(2, strength).add();
                }
            });
            batch.execute();
        });
    }

    private static Optional<Long> number(Handle handle, ArticleId article) {
        return handle.createQuery("SELECT number FROM articles WHERE article = ?")
                .bind(0, article.text())
                .mapTo(Long.class)
                .findOne();
    }

    private record Tie(ArticleId article, ArticleId other, double strength) {}

    @Override
    public Map<ArticleId, Map<ArticleId, Double>> ties(Collection<ArticleId> articles) {
        Map<ArticleId, Map<ArticleId, Double>> ties = new TreeMap<>();
        articles.forEach(article -> ties.put(article, new HashMap<>()));
        rows(
                        "SELECT a.article, b.article, t.strength FROM articles a JOIN story_ties t ON t.article = a.number"
                                + " JOIN articles b ON b.number = t.other WHERE a.article IN (<some>)",
                        ids(articles),
                        (row, context) -> new Tie(
                                new ArticleId(row.getString(1)), new ArticleId(row.getString(2)), row.getDouble(3)))
                .forEach(tie ->
                        ties.computeIfAbsent(tie.article, a -> new HashMap<>()).put(tie.other, tie.strength));
        return ties;
    }

    @Override
    public Map<ArticleId, GroupId> storiesOf(Collection<ArticleId> articles) {
        return connections.read(handle -> ofEach(
                handle,
                "SELECT article, story FROM articles WHERE article IN (<some>)",
                articles,
                (row, context) -> new GroupId(row.getString(2))));
    }

    @Override
    public Map<GroupId, List<ArticleId>> textsIn(Collection<GroupId> stories) {
        Map<GroupId, List<ArticleId>> texts = new TreeMap<>();
        rows(
                        "SELECT story, article FROM articles WHERE story IN (<some>) AND origin = article",
                        stories.stream().map(GroupId::text).toList(),
                        (row, context) -> Map.entry(new GroupId(row.getString(1)), new ArticleId(row.getString(2))))
                .forEach(one -> texts.computeIfAbsent(one.getKey(), story -> new ArrayList<>())
                        .add(one.getValue()));
        return texts;
    }

    @Override
    public Map<ArticleId, Integer> copies(Collection<ArticleId> texts) {
        return connections.read(handle -> ofEach(
                handle,
                "SELECT origin, count(*) FROM articles WHERE origin IN (<some>) GROUP BY origin",
                texts,
                (row, context) -> row.getInt(2)));
    }

    /** As {@link Chunks#each}, of articles. */
    private static <V> Map<ArticleId, V> ofEach(
            Handle handle, String sql, Collection<ArticleId> articles, RowMapper<V> told) {
        Map<ArticleId, V> each = new TreeMap<>();
        Chunks.each(handle, sql, ids(articles), told).forEach((id, one) -> each.put(new ArticleId(id), one));
        return each;
    }

    private <R> List<R> rows(String sql, Collection<String> some, RowMapper<R> mapper) {
        return connections.read(handle -> Chunks.rows(handle, sql, some, mapper));
    }

    private static List<String> ids(Collection<ArticleId> articles) {
        return articles.stream().map(ArticleId::text).toList();
    }

    @Override
    public List<Member> members(Collection<GroupId> origins) {
        return rows(
                "SELECT article, origin, story, first_seen FROM articles WHERE origin IN (<some>)"
                        + " ORDER BY origin, article",
                origins.stream().map(GroupId::text).toList(),
                (row, context) -> new Member(
                        new ArticleId(row.getString(1)),
                        new GroupId(row.getString(2)),
                        new GroupId(row.getString(3)),
                        Times.instant(row.getLong(4))));
    }

    @Override
    public void settle(Collection<GroupId> origins, GroupId story) {
        connections.write(handle -> {
            for (GroupId origin : origins) {
                SqlIndexQueue.add(handle, "FROM articles WHERE origin = ? AND story <> ?", origin.text(), story.text());
                handle.execute(
                        "UPDATE articles SET story = ? WHERE origin = ? AND story <> ?",
                        story.text(),
                        origin.text(),
                        story.text());
            }
        });
    }

    @Override
    public void record(Move move) {
        connections.write(handle -> handle.execute(
                "INSERT INTO story_moves (from_story, into_story, kind, moved, articles, why) VALUES (?, ?, ?, ?, ?, ?)",
                move.from().text(),
                move.into().text(),
                move.kind().name(),
                Times.nanos(move.at()),
                move.articles(),
                move.why()));
    }

    @Override
    public List<Move> movesOf(GroupId story, int limit) {
        return connections.read(handle ->
                moves(handle, "from_story = :story OR into_story = :story", Map.of("story", story.text()), limit));
    }

    @Override
    public List<Move> moves(Instant from, Instant to, int limit) {
        return connections.read(handle -> moves(
                handle,
                "moved >= :from AND moved < :to",
                Map.of("from", Times.nanos(from), "to", Times.nanos(to)),
                limit));
    }

    private static List<Move> moves(Handle handle, String which, Map<String, ?> values, int limit) {
        return handle.createQuery("SELECT from_story, into_story, kind, moved, articles, why FROM story_moves WHERE "
                        + which + " ORDER BY number DESC LIMIT :limit")
                .bindMap(values)
                .bind("limit", limit)
                .map((row, context) -> new Move(
                        new GroupId(row.getString(1)),
                        new GroupId(row.getString(2)),
                        Move.Kind.valueOf(row.getString(3)),
                        Times.instant(row.getLong(4)),
                        row.getInt(5),
                        row.getString(6)))
                .list();
    }
}
