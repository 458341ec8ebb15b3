package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.page.PageUrl;
import org.jdbi.v3.core.Handle;

/** {@link Pages} in the table {@code pages}. */
final class SqlPages implements Pages {
    private final Connections connections;

    SqlPages(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void took(Kept at, PageUrl asked, PageUrl found, Instant fetched, String sha256, Validators validators) {
        connections.write(handle -> handle.execute(
                """
                INSERT INTO pages (asked, found, fetched, file, start, length, sha256, etag, last_modified)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                asked.text(),
                found.text(),
                Times.nanos(fetched),
                at.file(),
                at.offset(),
                at.length(),
                sha256,
                validators.etag().orElse(null),
                validators.lastModified().orElse(null)));
    }

    @Override
    public boolean knows(PageUrl asked, String sha256) {
        return connections
                .read(handle -> handle.createQuery("SELECT 1 FROM pages WHERE asked = ? AND sha256 = ? LIMIT 1")
                        .bind(0, asked.text())
                        .bind(1, sha256)
                        .mapTo(Integer.class)
                        .findOne())
                .isPresent();
    }

    @Override
    public Optional<Last> last(PageUrl asked) {
        return connections.read(handle -> handle.createQuery("""
            SELECT file, start, length, asked, found, fetched, sha256, etag, last_modified
            FROM pages WHERE asked = ? ORDER BY number DESC LIMIT 1
            """)
                .bind(0, asked.text())
                .map((row, context) -> new Last(
                        new Kept(row.getString(1), row.getLong(2), row.getLong(3)),
                        new PageUrl(row.getString(4)),
                        new PageUrl(row.getString(5)),
                        Times.instant(row.getLong(6)),
                        row.getString(7),
                        new Validators(Optional.ofNullable(row.getString(8)), Optional.ofNullable(row.getString(9)))))
                .findOne());
    }

    @Override
    public void validators(PageUrl asked, Validators validators) {
        connections.write(handle -> handle.execute(
                """
                UPDATE pages SET etag = ?, last_modified = ?
                WHERE number = (SELECT max(number) FROM pages WHERE asked = ?)
                """, validators.etag().orElse(null), validators.lastModified().orElse(null), asked.text()));
    }

    @Override
    public Optional<PageUrl> lost(Kept at) {
        return connections.writeAndGet(handle -> {
            Optional<String> asked = handle.createQuery("""
                SELECT asked FROM pages AS lost WHERE file = ? AND start = ?
                AND number = (SELECT max(number) FROM pages WHERE asked = lost.asked)
                """)
                    .bind(0, at.file())
                    .bind(1, at.offset())
                    .mapTo(String.class)
                    .findOne();
            handle.execute(
                    "UPDATE pages SET sha256 = '', etag = NULL, last_modified = NULL WHERE file = ? AND start = ?",
                    at.file(),
                    at.offset());
            return asked.map(PageUrl::new);
        });
    }

    @Override
    public List<Kept> all() {
        return taken().stream().filter(page -> !page.dropped()).map(Taken::at).toList();
    }

    @Override
    public List<Taken> taken() {
        return connections.read(handle -> handle.createQuery(
                        "SELECT file, start, length, dropped FROM pages ORDER BY number")
                .map((row, context) ->
                        new Taken(new Kept(row.getString(1), row.getLong(2), row.getLong(3)), row.getObject(4) != null))
                .list());
    }

    @Override
    public List<String> filesBefore(Instant before) {
        return connections.read(handle -> handle.createQuery("""
            SELECT file FROM pages WHERE dropped IS NULL GROUP BY file HAVING max(fetched) < ? ORDER BY file
            """)
                .bind(0, Times.nanos(before))
                .mapTo(String.class)
                .list());
    }

    @Override
    public int drop(String file, Instant at) {
        return connections.writeAndGet(handle -> {
            // The file's name stands in the JSON of each version that was read from it, and hardly elsewhere.
            List<String> versions = handle.createQuery("SELECT stored FROM article_versions WHERE stored LIKE ?")
                    .bind(0, "%\"file\":\"" + file + "\"%")
                    .mapTo(String.class)
                    .list();
            versions.forEach(stored -> keepText(handle, file, stored));
            return handle.execute(
                    "UPDATE pages SET dropped = ? WHERE file = ? AND dropped IS NULL", Times.nanos(at), file);
        });
    }

    private static void keepText(Handle handle, String file, String stored) {
        Kept kept = Values.read(stored, StoredArticle.class).kept();
        if (kept.file().equals(file)) {
            handle.execute(
                    "INSERT INTO texts (page, stored) SELECT number, ? FROM pages WHERE file = ? AND start = ?"
                            + " ON CONFLICT (page) DO NOTHING",
                    stored,
                    file,
                    kept.offset());
        }
    }

    @Override
    public List<String> droppedFiles() {
        return connections.read(
                handle -> handle.createQuery("SELECT DISTINCT file FROM pages WHERE dropped IS NOT NULL ORDER BY file")
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public Optional<Instant> dropped(Kept at) {
        return connections.read(handle -> handle.createQuery(
                        "SELECT dropped FROM pages WHERE file = ? AND start = ? AND dropped IS NOT NULL")
                .bind(0, at.file())
                .bind(1, at.offset())
                .map((row, context) -> Times.instant(row.getLong(1)))
                .findFirst());
    }

    @Override
    public Optional<StoredArticle> text(Kept at) {
        return connections.read(handle -> handle.createQuery("""
            SELECT stored FROM texts WHERE page IN (SELECT number FROM pages WHERE file = ? AND start = ?)
            """)
                .bind(0, at.file())
                .bind(1, at.offset())
                .map((row, context) -> Values.read(row.getString(1), StoredArticle.class))
                .findFirst());
    }
}
