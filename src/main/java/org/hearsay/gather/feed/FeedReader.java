package org.hearsay.gather.feed;

import org.hearsay.page.Page;

/** Reads feeds of every format. Stateless and thread-safe; any bytes get an answer. */
public final class FeedReader {
    public FeedReading read(Page page) {
        return new FeedReading.Unreadable("not built: " + page.url());
    }
}
