package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.keep.store.Samples.FEED;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.claim;
import static org.hearsay.keep.store.Samples.entry;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.relation;
import static org.hearsay.keep.store.Samples.stored;
import static org.hearsay.keep.store.Samples.url;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.page.Bytes;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.EntityId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store of any earlier version is opened by this program with every row that was in it. */
class UpgradeTest {
    @TempDir
    private Path folder;

    private Path today;

    static List<Integer> versions() {
        return Older.versions();
    }

    @BeforeEach
    void fillAStoreOfToday() {
        today = folder.resolve("today.db");
        try (Store store = SqliteStore.open(today)) {
            store.feeds().save(FeedState.fresh(new Feed(FEED, Optional.empty(), Optional.empty(), List.of(), false)));
            store.feeds().take(FEED, List.of(entry("1", "one"), entry("2", "two")), NOON);
            store.pages()
                    .took(new Kept("000001-x.warc.gz", 7L << 32, 900), url("a"), url("a"), NOON, "aa", Validators.NONE);
            store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1, 2));
            store.articles().add(stored("a", 2, NOON.plusSeconds(9)), fingerprint(Optional.empty(), 1));
            store.articles().add(stored("b", 1, NOON), fingerprint(Optional.empty(), 3));
            StoredClaim first = claim("a", "one claim", 1, NOON);
            StoredClaim second = claim("b", "another claim", 1, NOON);
            store.claims().put(first, Set.of("k"));
            store.claims().put(second, Set.of("k", "l"));
            store.claims().relate(first.claim().id(), second.claim().id(), relation(Relation.Kind.DIFFERS));
            store.watches().save(new Watches.SavedWatch("mine", "\"rare earth\""));
            store.watches().save(new Watches.Recipient("a@b.c", ZoneId.of("Europe/Berlin"), 7, List.of("mine"), false));
            store.watches().save(new Watches.Recipient("d@e.f", ZoneId.of("UTC"), 8, List.of(), true));
            store.deliveries().prepare(letter());
            store.corrections().add(new Correction(first.claim().id(), "voice", "Ann Hill", NOON));
            store.note("a", "b");
            store.deeds().add(new Deeds.Deed(NOON, "anna", "pause feed", FEED.text()));
            store.entities()
                    .merge(
                            new EntityId("location:china"),
                            new EntityId("location:prc"),
                            new Entities.Said("anna", "one country", NOON));
            store.indexQueue().addAll();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyRowIsThereAfterwards(int version) throws Exception {
        Path file = folder.resolve("hearsay.db");
        Older.make(file, version, today);
        Set<String> tables;
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            tables = StoreMove.tables(old);
        }

        try (Store store = SqliteStore.open(file)) {
            assertThat(store.articles().current(article("a")).orElseThrow().version())
                    .isEqualTo(2);
            assertThat(store.claims().of(article("b"))).hasSize(1);
            assertThat(store.watches().recipient("d@e.f").orElseThrow().standing())
                    .isEqualTo(Watches.Standing.PAUSED);
            assertThat(store.indexQueue().size()).isEqualTo(2);
        }

        assertThat(Forms.isNewest(file)).isTrue();
        try (Connection now = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = now.createStatement()) {
            sql.execute("ATTACH '" + today + "' AS today");
            for (String table : tables) {
                String columns = String.join(", ", Older.columns(now, "main", table));
                assertThat(rows(
                                sql,
                                "SELECT " + columns + " FROM today." + table + " EXCEPT SELECT " + columns
                                        + " FROM main." + table))
                        .as("rows of %s that are missing or changed", table)
                        .isZero();
            }
        }
    }

    private static int rows(Statement sql, String query) throws Exception {
        try (ResultSet row = sql.executeQuery("SELECT count(*) FROM (" + query + ")")) {
            return row.getInt(1);
        }
    }

    private static Deliveries.LetterRow letter() {
        return new Deliveries.LetterRow(
                "<1@h>",
                "a@b.c",
                "",
                LocalDate.of(2026, 11, 23),
                Instant.EPOCH,
                NOON,
                Bytes.of(new byte[] {1, 2, -3}),
                Deliveries.State.PREPARED,
                0,
                false,
                NOON,
                Optional.empty());
    }
}
