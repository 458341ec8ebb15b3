/**
 * Pages as they came, in WARC files: the truth from which everything else can be made again.
 *
 * <p>In goes a {@link org.hearsay.page.Page} with a few facts, out comes where it lies. Files are
 * {@code NAME.warc.gz}, one gzip member a record, readable by any WARC tool; the facts are a {@code metadata} record
 * beside the {@code response}.
 *
 * <pre>{@code
 * try (Archive archive = Archive.open(data.resolve("archive"))) {
 *     Kept at = archive.keep(page, Map.of("feed", feed.text()));
 *     Page again = archive.read(at).page(); // equals page
 * }
 * }</pre>
 */
@NullMarked
package org.hearsay.keep.archive;

import org.jspecify.annotations.NullMarked;
