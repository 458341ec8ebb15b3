package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.page.PageUrl;

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
        return connections.read(handle -> handle.createQuery("SELECT file, start, length FROM pages ORDER BY number")
                .map((row, context) -> new Kept(row.getString(1), row.getLong(2), row.getLong(3)))
                .list());
    }
}
