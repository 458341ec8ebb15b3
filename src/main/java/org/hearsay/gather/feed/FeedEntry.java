package org.hearsay.gather.feed;

import java.time.Duration;
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
 * @param published absent if the feed gives none or an impossible one; never a guess. It may lie in the future, see
 *     {@link Doubt}
 * @param address the link as the feed means it: resolved, else unchanged, fragment and all; without a link the id,
 *     which need not be an address that can be fetched
 * @param markup the title as the feed writes it, if it has markup: harmless HTML (no script, no style, no events)
 * @param doubt what is to be doubted in its dates; absent if nothing is
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
        Optional<String> address,
        Optional<String> markup,
        Optional<Doubt> doubt) {
    /** Two clocks that are both set by the network differ by seconds; more than this is no accident. */
    private static final Duration SAME_TIME = Duration.ofMinutes(5);

    public FeedEntry {
        authors = List.copyOf(authors);
    }

    /**
     * What a reader of the dates must know.
     *
     * @param zoneAssumed a date stood there without a zone and was taken for UTC: it may be 14 hours off
     * @param future a date lies after the time at which the feed was fetched
     */
    public record Doubt(boolean zoneAssumed, boolean future) {
        /** Absent if there is none. */
        static Optional<Doubt> of(boolean zoneAssumed, boolean future) {
            return zoneAssumed || future ? Optional.of(new Doubt(zoneAssumed, future)) : Optional.empty();
        }
    }

    /** An entry whose title and dates are plain. */
    public FeedEntry(
            String key,
            Optional<String> id,
            Optional<PageUrl> link,
            Optional<String> title,
            Optional<String> summary,
            List<String> authors,
            Optional<Instant> published,
            Optional<Instant> updated,
            Optional<String> address) {
        this(key, id, link, title, summary, authors, published, updated, address, Optional.empty(), Optional.empty());
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

    FeedEntry withKey(String other) {
        return new FeedEntry(other, id, link, title, summary, authors, published, updated, address, markup, doubt);
    }

    /** With the note that a date lies after {@code fetched}, if one does. */
    FeedEntry seenAt(Instant fetched) {
        Instant now = fetched.plus(SAME_TIME);
        boolean future = published.filter(now::isBefore).isPresent()
                || updated.filter(now::isBefore).isPresent();
        Optional<Doubt> all = Doubt.of(doubt.filter(Doubt::zoneAssumed).isPresent(), future);
        return all.equals(doubt)
                ? this
                : new FeedEntry(key, id, link, title, summary, authors, published, updated, address, markup, all);
    }
}
