package org.hearsay.run;

import java.time.Duration;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.store.Ending;
import org.hearsay.page.PageUrl;

/** Told what a run does, while it does it, from any thread. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {};

    /** This many feeds are to be visited, or pages to be read again. */
    default void expect(int steps) {}

    /** A feed was visited. {@code entries} it listed, {@code fresh} of them to be fetched. */
    default void visited(FeedState state, int entries, int fresh, Duration took) {}

    /** A page was taken up, or could not be. */
    default void page(PageUrl page, Ending ending) {}
}
