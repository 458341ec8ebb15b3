package org.hearsay.gather.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.PageUrl;

/**
 * One line of the feed list.
 *
 * @param url as in feeds.txt, in canonical form: the feed's identity
 * @param outlet the name its owner gave it ({@code outlet="The Star"}), else its own title is taken
 * @param every how often to ask ({@code every=1h}), else {@code poll.interval}
 * @param tags {@code tags=asia,trade}
 * @param paused the line starts with {@code !}
 */
public record Feed(PageUrl url, Optional<String> outlet, Optional<Duration> every, List<String> tags, boolean paused) {
    public Feed {
        tags = List.copyOf(tags);
    }
}
