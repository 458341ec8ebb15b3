package org.hearsay.keep.store;

import java.time.Instant;
import java.util.Optional;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.page.PageUrl;

/**
 * A feed's entry as it stands in the store.
 *
 * @param feed identity of the feed that carried it
 * @param ending how it ended last; absent while it waits for its first try
 * @param attempts failed ones since the last success
 * @param nextTry when its page is to be asked for; absent when there is nothing more to do
 * @param problem the last one, in words
 */
public record Entry(
        PageUrl feed,
        FeedEntry entry,
        Instant firstSeen,
        Optional<Ending> ending,
        int attempts,
        Optional<Instant> nextTry,
        Optional<String> problem) {}
