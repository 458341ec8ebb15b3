package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
        List<Text> texts = new ArrayList<>();
        for (List<String> some :
                Chunks.of(articles.stream().map(ArticleId::text).toList())) {
            texts.addAll(connections.read(handle -> handle.createQuery("SELECT article, version, tied FROM articles"
                            + " WHERE article IN (<some>) AND origin = article ORDER BY article")
                    .bindList("some", some)
                    .map((row, context) -> text(row))
                    .list()));
        }
        return texts;
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
            List<Text> texts = new ArrayList<>();
            for (List<Long> some : Chunks.of(nearest)) {
                texts.addAll(handle.createQuery("SELECT article, version, tied FROM articles WHERE origin = article"
                                + " AND number IN (<some>) ORDER BY article")
                        .bindList("some", some)
                        .map((row, context) -> text(row))
                        .list());
            }
            return texts;
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
        Map<ArticleId, Fingerprint> found = new TreeMap<>();
        each(
                "SELECT article, fingerprint FROM articles WHERE article IN (<some>)",
                articles.stream().map(ArticleId::text).toList(),
                row -> found.put(new ArticleId(row.getString(1)), Values.read(row.getString(2), Fingerprint.class)));
        return found;
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
            Map<ArticleId, Long> numbers = numbers(handle, ties.keySet());
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

    /** Of those that exist. */
    private static Map<ArticleId, Long> numbers(Handle handle, Collection<ArticleId> articles) {
        Map<ArticleId, Long> numbers = new HashMap<>();
        for (List<String> some :
                Chunks.of(articles.stream().map(ArticleId::text).toList())) {
            handle.createQuery("SELECT article, number FROM articles WHERE article IN (<some>)")
                    .bindList("some", some)
                    .map((row, context) -> numbers.put(new ArticleId(row.getString(1)), row.getLong(2)))
                    .list();
        }
        return numbers;
    }

    @Override
    public Map<ArticleId, Map<ArticleId, Double>> ties(Collection<ArticleId> articles) {
        Map<ArticleId, Map<ArticleId, Double>> ties = new TreeMap<>();
        articles.forEach(article -> ties.put(article, new HashMap<>()));
        each(
                "SELECT a.article, b.article, t.strength FROM articles a JOIN story_ties t ON t.article = a.number"
                        + " JOIN articles b ON b.number = t.other WHERE a.article IN (<some>)",
                articles.stream().map(ArticleId::text).toList(),
                row -> ties.computeIfAbsent(new ArticleId(row.getString(1)), a -> new HashMap<>())
                        .put(new ArticleId(row.getString(2)), row.getDouble(3)));
        return ties;
    }

    @Override
    public Map<ArticleId, GroupId> storiesOf(Collection<ArticleId> articles) {
        Map<ArticleId, GroupId> stories = new TreeMap<>();
        each(
                "SELECT article, story FROM articles WHERE article IN (<some>)",
                articles.stream().map(ArticleId::text).toList(),
                row -> stories.put(new ArticleId(row.getString(1)), new GroupId(row.getString(2))));
        return stories;
    }

    @Override
    public Map<GroupId, List<ArticleId>> textsIn(Collection<GroupId> stories) {
        Map<GroupId, List<ArticleId>> texts = new TreeMap<>();
        each(
                "SELECT story, article FROM articles WHERE story IN (<some>) AND origin = article",
                stories.stream().map(GroupId::text).toList(),
                row -> texts.computeIfAbsent(new GroupId(row.getString(1)), story -> new ArrayList<>())
                        .add(new ArticleId(row.getString(2))));
        return texts;
    }

    @Override
    public Map<ArticleId, Integer> copies(Collection<ArticleId> texts) {
        Map<ArticleId, Integer> copies = new TreeMap<>();
        each(
                "SELECT origin, count(*) FROM articles WHERE origin IN (<some>) GROUP BY origin",
                texts.stream().map(ArticleId::text).toList(),
                row -> copies.put(new ArticleId(row.getString(1)), row.getInt(2)));
        return copies;
    }

    private interface Visit {
        void row(ResultSet row) throws SQLException;
    }

    /** Shows the rows of {@code sql}, asked for these in chunks. */
    private void each(String sql, Collection<String> all, Visit visit) {
        for (List<String> some : Chunks.of(List.copyOf(all))) {
            connections.<Void>read(handle -> {
                handle.createQuery(sql)
                        .bindList("some", some)
                        .map((row, context) -> {
                            visit.row(row);
                            return true;
                        })
                        .list();
                return null;
            });
        }
    }

    @Override
    public List<Member> members(Collection<GroupId> origins) {
        List<Member> members = new ArrayList<>();
        for (List<String> some : Chunks.of(origins.stream().map(GroupId::text).toList())) {
            members.addAll(connections.read(handle -> handle.createQuery(
                            "SELECT article, origin, story, first_seen FROM articles WHERE origin IN (<some>)"
                                    + " ORDER BY origin, article")
                    .bindList("some", some)
                    .map((row, context) -> new Member(
                            new ArticleId(row.getString(1)),
                            new GroupId(row.getString(2)),
                            new GroupId(row.getString(3)),
                            Times.instant(row.getLong(4))))
                    .list()));
        }
        return members;
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
        return connections.read(handle -> handle.createQuery(
                        "SELECT from_story, into_story, kind, moved, articles, why FROM story_moves"
                                + " WHERE from_story = :story OR into_story = :story ORDER BY number DESC LIMIT :limit")
                .bind("story", story.text())
                .bind("limit", limit)
                .map((row, context) -> new Move(
                        new GroupId(row.getString(1)),
                        new GroupId(row.getString(2)),
                        Move.Kind.valueOf(row.getString(3)),
                        Times.instant(row.getLong(4)),
                        row.getInt(5),
                        row.getString(6)))
                .list());
    }
}
