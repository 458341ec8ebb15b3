package org.hearsay.gather.feed;

import java.util.List;
import java.util.Optional;

/** What a body turned out to be when read as a feed. */
public sealed interface FeedReading {
    /**
     * @param stage which stage of reading won: "strict", "repaired", "lenient"
     * @param problems what had to be passed over, for people
     */
    record Readable(
            Format format,
            Optional<String> title,
            Optional<String> language,
            List<FeedEntry> entries,
            String stage,
            List<String> problems)
            implements FeedReading {
        public Readable {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /** No feed at all; {@code problem} says in words what it is instead. */
    record Unreadable(String problem) implements FeedReading {}

    /** Formats as they leave the program, in lower case. */
    enum Format {
        RSS,
        ATOM,
        RDF,
        JSON
    }
}
