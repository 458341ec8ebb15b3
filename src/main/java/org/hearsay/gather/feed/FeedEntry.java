package org.hearsay.gather.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.PageUrl;

/**
 * One entry of a feed.
 *
 * @param key its identity within the feed: guid, else canonical link, else title and date
 * @param id the guid or atom:id as it stands in the feed
 * @param link where its page is, in canonical form
 * @param title plain text
 * @param summary plain text
 * @param published absent if the feed gives none or an impossible one; never a guess
 * @param address the link as the feed means it: resolved, else unchanged, fragment and all; without a link the id,
 *     which need not be an address that can be fetched
 */
public record FeedEntry(
        String key,
        Optional<String> id,
        Optional<PageUrl> link,
        Optional<String> title,
        Optional<String> summary,
        List<String> authors,
        Optional<Instant> published,
        Optional<Instant> updated,
        Optional<String> address) {
    public FeedEntry {
        authors = List.copyOf(authors);
    }

    /** An entry whose address is its link. */
    public FeedEntry(
            String key,
            Optional<String> id,
            Optional<PageUrl> link,
            Optional<String> title,
            Optional<String> summary,
            List<String> authors,
            Optional<Instant> published,
            Optional<Instant> updated) {
        this(
                key,
                id,
                link,
                title,
                summary,
                authors,
                published,
                updated,
                link.map(PageUrl::text).or(() -> id));
    }

    /** Changes when anything the feed says of the entry changes: a reason to look at its page again. */
    public String version() {
        return org.hearsay.page.Bytes.utf8(String.join(
                        "\n",
                        link.map(PageUrl::text).orElse(""),
                        title.orElse(""),
                        summary.orElse(""),
                        published.map(Instant::toString).orElse(""),
                        updated.map(Instant::toString).orElse("")))
                .sha256()
                .substring(0, 16);
    }
}
