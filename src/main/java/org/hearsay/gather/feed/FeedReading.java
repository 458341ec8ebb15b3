package org.hearsay.gather.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a body turned out to be when read as a feed. */
public sealed interface FeedReading {
    /**
     * @param stage which stage of reading won: "strict", "repaired", "lenient"
     * @param problems what had to be passed over, for people
     * @param pace how often it asks to be read
     */
    record Readable(
            Format format,
            Optional<String> title,
            Optional<String> language,
            List<FeedEntry> entries,
            String stage,
            List<String> problems,
            Pace pace)
            implements FeedReading {
        public Readable {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }

        /** A feed that does not say how often to read it. */
        public Readable(
                Format format,
                Optional<String> title,
                Optional<String> language,
                List<FeedEntry> entries,
                String stage,
                List<String> problems) {
            this(format, title, language, entries, stage, problems, Pace.NONE);
        }

        Readable seenAt(Instant fetched) {
            List<FeedEntry> marked =
                    entries.stream().map(entry -> entry.seenAt(fetched)).toList();
            return new Readable(format, title, language, marked, stage, problems, pace);
        }
    }

    /** No feed at all; {@code problem} says in words what it is instead. */
    record Unreadable(String problem) implements FeedReading {}

    /** Formats as they leave the program, in lower case. */
    enum Format {
        RSS,
        ATOM,
        RDF,
        JSON,
        /** A news sitemap. */
        SITEMAP
    }
}
