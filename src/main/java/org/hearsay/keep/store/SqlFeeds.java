package org.hearsay.keep.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.page.Host;
import org.hearsay.page.PageUrl;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@link Feeds} in the tables {@code feeds} and {@code entries}. */
final class SqlFeeds implements Feeds {
    private static final String COLUMNS = "feed, entry, first_seen, ending, attempts, next_try, problem, entry_key";
    /** An entry that ended so has had its page, whenever it is looked at again. */
    private static final Set<Ending> HAD = EnumSet.of(
            Ending.NEW,
            Ending.UPDATED,
            Ending.SAME,
            Ending.KNOWN,
            Ending.SHARED,
            Ending.UNREADABLE,
            Ending.NO_LINK,
            Ending.GIVEN_UP);
    /** Enough to make the way to the disk cheap, few enough to hold. */
    private static final int CHUNK = 500;

    private static final long DAY = Duration.ofDays(1).toNanos();

    private final Connections connections;

    SqlFeeds(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<FeedState> states() {
        return connections.read(handle -> handle.createQuery("SELECT state FROM feeds ORDER BY feed")
                .map((row, context) -> Values.read(row.getString(1), FeedState.class))
                .list());
    }

    @Override
    public Optional<FeedState> state(PageUrl feed) {
        return connections.read(handle -> handle.createQuery("SELECT state FROM feeds WHERE feed = ?")
                .bind(0, feed.text())
                .map((row, context) -> Values.read(row.getString(1), FeedState.class))
                .findOne());
    }

    @Override
    public void save(FeedState state) {
        connections.write(handle -> handle.execute(
                "INSERT INTO feeds (feed, state) VALUES (?, ?) ON CONFLICT (feed) DO UPDATE SET state = excluded.state",
                state.feed().text(),
                Values.write(state)));
    }

    @Override
    public List<Taken> take(PageUrl feed, List<FeedEntry> entries, Instant at) {
        return connections.writeAndGet(handle -> {
            List<Taken> taken = new ArrayList<>(entries.size());
            Set<String> seen = new HashSet<>();
            for (FeedEntry entry : entries) {
                taken.add(seen.add(entry.key()) ? take(handle, feed, entry, at, taken.size()) : Taken.REPEATED);
            }
            return taken;
        });
    }

    private static Taken take(Handle handle, PageUrl feed, FeedEntry entry, Instant at, int place) {
        Optional<Known> known = handle.createQuery(
                        "SELECT version, ending, next_try FROM entries WHERE feed = ? AND entry_key = ?")
                .bind(0, feed.text())
                .bind(1, entry.key())
                .map((row, context) -> new Known(
                        row.getString(1), ending(row, 2).map(HAD::contains).orElse(false), row.getObject(3) != null))
                .findOne();
        if (known.isPresent() && known.get().version.equals(entry.version())) {
            return known.get().toBeTried && !known.get().had ? Taken.WAITING : Taken.KNOWN;
        }
        boolean linked = entry.link().isPresent();
        // What is known keeps its age, its place, and the memory of how it fared, unless it was given up.
        handle.createUpdate("""
            INSERT INTO entries (feed, entry_key, version, host, first_seen, place, ending, attempts,
                next_try, entry)
            VALUES (:feed, :key, :version, :host, :at, :place, :ending, 0, :next, :entry)
            ON CONFLICT (feed, entry_key) DO UPDATE SET
                version = excluded.version, host = excluded.host, entry = excluded.entry,
                next_try = excluded.next_try,
                ending = CASE WHEN excluded.ending IS NULL AND entries.ending <> 'NO_LINK'
                    THEN entries.ending ELSE excluded.ending END,
                attempts = CASE entries.ending WHEN 'GIVEN_UP' THEN 0 ELSE entries.attempts END
            """)
                .bind("feed", feed.text())
                .bind("key", entry.key())
                .bind("version", entry.version())
                .bind("host", entry.link().map(link -> link.host().authority()).orElse(null))
                .bind("at", Times.nanos(at))
                .bind("place", place)
                .bind("ending", linked ? null : Ending.NO_LINK.name())
                .bind("next", linked ? Times.nanos(at) : null)
                .bind("entry", Values.write(entry))
                .execute();
        return known.isPresent() ? Taken.CHANGED : Taken.ADDED;
    }

    private record Known(String version, boolean had, boolean toBeTried) {}

    @Override
    public List<Entry> due(Host host, Instant now) {
        return connections.read(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM entries WHERE host = ? AND next_try <= ? ORDER BY next_try, first_seen, feed,"
                        + " place, entry_key")
                .bind(0, host.authority())
                .bind(1, Times.nanos(now))
                .map(SqlFeeds::entry)
                .list());
    }

    @Override
    public SortedMap<Host, Integer> dueHosts(Instant now) {
        return connections.read(handle -> {
            SortedMap<Host, Integer> hosts = new TreeMap<>();
            handle.createQuery(
                            "SELECT host, count(*) FROM entries WHERE next_try <= ? AND host IS NOT NULL GROUP BY host")
                    .bind(0, Times.nanos(now))
                    .map((row, context) -> hosts.put(new Host(row.getString(1)), row.getInt(2)))
                    .list();
            return hosts;
        });
    }

    @Override
    public Optional<Instant> nextTry(Host host) {
        return connections.read(handle -> handle.createQuery(
                        "SELECT next_try FROM entries WHERE host = ? AND next_try IS NOT NULL ORDER BY next_try LIMIT"
                                + " 1")
                .bind(0, host.authority())
                .map((row, context) -> Times.instant(row.getLong(1)))
                .findOne());
    }

    @Override
    public void end(PageUrl feed, String key, Ending ending, Optional<Instant> nextTry, Optional<String> problem) {
        boolean failed = ending == Ending.FAILED || ending == Ending.BROKEN;
        connections.write(handle -> {
            int rows = handle.createUpdate("UPDATE entries SET ending = ?, next_try = ?, problem = ?, attempts = "
                            + (failed ? "attempts + 1" : "0") + " WHERE feed = ? AND entry_key = ?")
                    .bind(0, ending.name())
                    .bind(1, Times.nanos(nextTry))
                    .bind(2, problem.orElse(null))
                    .bind(3, feed.text())
                    .bind(4, key)
                    .execute();
            if (rows == 0) {
                throw new IllegalArgumentException("no such entry: " + feed + " " + key);
            }
        });
    }

    @Override
    public SortedMap<Ending, Integer> endings() {
        return connections.read(handle -> {
            SortedMap<Ending, Integer> endings = new TreeMap<>();
            handle.createQuery("SELECT ending, count(*) FROM entries GROUP BY ending")
                    .map((row, context) ->
                            endings.merge(ending(row, 1).orElse(Ending.WAITING), row.getInt(2), Integer::sum))
                    .list();
            return endings;
        });
    }

    @Override
    public SortedMap<PageUrl, SortedMap<Ending, Integer>> endingsByFeed() {
        return connections.read(handle -> {
            SortedMap<PageUrl, SortedMap<Ending, Integer>> endings = new TreeMap<>();
            handle.createQuery("SELECT ending, count(*), feed FROM entries GROUP BY feed, ending")
                    .map((row, context) -> endings.computeIfAbsent(PageUrl.of(row.getString(3)), f -> new TreeMap<>())
                            .merge(ending(row, 1).orElse(Ending.WAITING), row.getInt(2), Integer::sum))
                    .list();
            return endings;
        });
    }

    @Override
    public SortedMap<PageUrl, FeedVolume> volumes(Instant now) {
        return connections.read(handle -> {
            SortedMap<PageUrl, FeedVolume> volumes = new TreeMap<>();
            Map<PageUrl, Integer[]> days = new HashMap<>();
            long end = Times.nanos(now);
            handle.createQuery("SELECT e.feed, (:now - e.first_seen) / :day AS ago, count(*) FROM entries e"
                            + " JOIN (SELECT feed, min(first_seen) AS since FROM entries GROUP BY feed) f"
                            + " ON f.feed = e.feed WHERE e.first_seen > f.since AND e.first_seen > :from"
                            + " AND e.first_seen <= :now GROUP BY e.feed, ago")
                    .bind("now", end)
                    .bind("day", DAY)
                    .bind("from", end - FeedVolume.DAYS * DAY)
                    .map((row, context) ->
                            days.computeIfAbsent(PageUrl.of(row.getString(1)), f -> none())[row.getInt(2)] =
                                    row.getInt(3))
                    .list();
            handle.createQuery("SELECT feed, min(first_seen) FROM entries GROUP BY feed")
                    .map((row, context) -> {
                        PageUrl feed = PageUrl.of(row.getString(1));
                        Instant since = Times.instant(row.getLong(2));
                        return volumes.put(
                                feed, new FeedVolume(Optional.of(since), List.of(days.getOrDefault(feed, none()))));
                    })
                    .list();
            return volumes;
        });
    }

    private static Integer[] none() {
        Integer[] days = new Integer[FeedVolume.DAYS];
        Arrays.fill(days, 0);
        return days;
    }

    @Override
    public List<Entry> entries(PageUrl feed, int limit) {
        return connections.read(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM entries WHERE feed = ? ORDER BY first_seen DESC, place, entry_key LIMIT ?")
                .bind(0, feed.text())
                .bind(1, limit)
                .map(SqlFeeds::entry)
                .list());
    }

    @Override
    public FeedVolume volume(PageUrl feed, Instant now) {
        return connections.read(handle -> {
            Optional<Long> first = handle.createQuery(
                            "SELECT first_seen FROM entries WHERE feed = ? ORDER BY first_seen LIMIT 1")
                    .bind(0, feed.text())
                    .mapTo(Long.class)
                    .findOne();
            if (first.isEmpty()) {
                return FeedVolume.NONE;
            }
            Integer[] days = none();
            long end = Times.nanos(now);
            handle.createQuery("SELECT (:now - first_seen) / :day AS ago, count(*) FROM entries WHERE feed = :feed"
                            + " AND first_seen > :first AND first_seen > :from AND first_seen <= :now GROUP BY ago")
                    .bind("now", end)
                    .bind("day", DAY)
                    .bind("feed", feed.text())
                    .bind("first", first.get())
                    .bind("from", end - FeedVolume.DAYS * DAY)
                    .map((row, context) -> days[row.getInt(1)] = row.getInt(2))
                    .list();
            return new FeedVolume(first.map(Times::instant), List.of(days));
        });
    }

    @Override
    public void eachEntry(Consumer<Entry> visitor) {
        String feed = "";
        String key = "";
        while (true) {
            String afterFeed = feed;
            String afterKey = key;
            List<Entry> chunk = connections.read(handle -> handle.createQuery("SELECT " + COLUMNS
                            + " FROM entries WHERE (feed, entry_key) > (?, ?) ORDER BY feed, entry_key LIMIT ?")
                    .bind(0, afterFeed)
                    .bind(1, afterKey)
                    .bind(2, CHUNK)
                    .map(SqlFeeds::entry)
                    .list());
            if (chunk.isEmpty()) {
                return;
            }
            chunk.forEach(visitor);
            feed = chunk.get(chunk.size() - 1).feed().text();
            key = chunk.get(chunk.size() - 1).entry().key();
        }
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        long next = row.getLong(6);
        Optional<Instant> nextTry = row.wasNull() ? Optional.empty() : Optional.of(Times.instant(next));
        return new Entry(
                new PageUrl(row.getString(1)),
                Values.read(row.getString(2), FeedEntry.class),
                Times.instant(row.getLong(3)),
                ending(row, 4),
                row.getInt(5),
                nextTry,
                Optional.ofNullable(row.getString(7)));
    }

    private static Optional<Ending> ending(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Ending::valueOf);
    }
}
