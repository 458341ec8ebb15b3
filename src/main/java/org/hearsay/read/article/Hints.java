package org.hearsay.read.article;

import java.time.Instant;
import java.util.Optional;

/**
 * What a feed said of a page before it was fetched. Kept beside the page in the archive, so that reading stays pure
 * and a rebuild sees the same.
 *
 * @param outlet the name under which the outlet speaks, from the feed list or the feed's own title
 * @param title the entry's title, plain text
 * @param summary the entry's summary, plain text
 * @param published the entry's date
 * @param language BCP 47 tag that the feed declares
 */
public record Hints(
        Optional<String> outlet,
        Optional<String> title,
        Optional<String> summary,
        Optional<Instant> published,
        Optional<String> language) {
    public static final Hints NONE =
            new Hints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
