/**
 * Pages as they came, in WARC files: the truth from which everything else can be made again.
 *
 * <p>In goes a {@link org.hearsay.page.Page} with a few facts, out comes where it lies. Files are
 * {@code 000001-20261123T100000Z.warc.gz} and so on, WARC 1.1, one gzip member a record, readable by any WARC tool: a
 * {@code warcinfo}, then for each page a {@code response} and a {@code metadata} record with the facts. A process
 * begins a file of its own with the first page it keeps, and another after a gigabyte; the number at the front goes on
 * from the last file, so the order of names is the order of keeping, whatever clocks did.
 *
 * <p>A {@link org.hearsay.page.Page} holds its body decoded, so a replay must not hear of the coding it had on the
 * wire: {@code Content-Encoding}, {@code Transfer-Encoding} and {@code Content-Length} are archived with
 * {@code X-Archive-Orig-} in front of their names and a true {@code Content-Length} is added; reading undoes both.
 *
 * <p>What is hard is the end of a file. A process may be killed while it writes, a disk may fill: a failed write is cut
 * back at once, a half-written page is cut off by the next opening, and nothing else is ever cut. Bytes that cannot be
 * read are passed over to the next whole record and told as {@link org.hearsay.keep.archive.Archive.Damage}.
 *
 * <p>{@link org.hearsay.keep.archive.Captures} reads WARC files that others wrote, with whatever is in them.
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
