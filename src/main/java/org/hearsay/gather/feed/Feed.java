package org.hearsay.gather.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.fetch.Credentials;
import org.hearsay.page.PageUrl;

/**
 * One line of the feed list.
 *
 * @param url as in feeds.txt, in canonical form: the feed's identity
 * @param outlet the name its owner gave it ({@code outlet="The Star"}), else its own title is taken
 * @param every how often to ask ({@code every=1h}), else {@code poll.interval}
 * @param tags {@code tags=asia,trade}
 * @param paused the line starts with {@code !}
 * @param credentials what stands before the {@code @} of its address; the feed is the same with others or none
 */
public record Feed(
        PageUrl url,
        Optional<String> outlet,
        Optional<Duration> every,
        List<String> tags,
        boolean paused,
        Credentials credentials) {
    public Feed {
        tags = List.copyOf(tags);
    }

    /** A feed that anybody may read. */
    public Feed(PageUrl url, Optional<String> outlet, Optional<Duration> every, List<String> tags, boolean paused) {
        this(url, outlet, every, tags, paused, Credentials.NONE);
    }
}
