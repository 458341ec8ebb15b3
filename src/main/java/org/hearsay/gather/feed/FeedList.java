package org.hearsay.gather.feed;

import java.util.List;

/**
 * A feeds.txt, read: the feeds that can be visited and the lines that cannot be understood.
 *
 * @param newsroom whether the line {@code newsroom:} asks for the bundled newsroom
 * @param problems bad lines; the rest still runs
 */
public record FeedList(List<Feed> feeds, boolean newsroom, List<Problem> problems) {
    public FeedList {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
    }

    /** A line that could not be understood. {@code line} counts from 1; {@code words} say what is wrong and what to write instead. */
    public record Problem(int line, String words) {}

    /** Reads the text of a feeds.txt. Never fails: what cannot be understood is a problem with its line. */
    public static FeedList parse(String text) {
        throw new UnsupportedOperationException(text);
    }
}
