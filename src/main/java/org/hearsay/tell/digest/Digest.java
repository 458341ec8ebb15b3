package org.hearsay.tell.digest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;

/**
 * What was first seen in a window of time, in the order in which a reader wants it. Complete: what a letter has no
 * room for is cut there, by rank, and not here.
 *
 * @param from start of the window, by first seen
 * @param to its end, exclusive
 * @param sections those that have something to say, in the order of {@link Kind}
 * @param feedsVisited within the window
 * @param feedsFailing now
 */
public record Digest(Instant from, Instant to, List<Section> sections, int feedsVisited, int feedsFailing) {
    public Digest {
        sections = List.copyOf(sections);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window ends after it begins: " + from + " to " + to);
        }
    }

    /** Sections, most important first. */
    public enum Kind {
        /** Claims that others contradict or tell otherwise, that were changed, or that were taken back. */
        CONFLICTS,
        PROPOSALS,
        NEW,
        /** Known claims that further outlets now make. */
        REPEATS,
        /** Stories that were told as two and are one now, or as one and are two. */
        STORIES,
        /** Feeds that have been failing for a while. */
        TROUBLE
    }

    /** @param parts best first */
    public record Section(Kind kind, List<Part> parts) {
        public Section {
            parts = List.copyOf(parts);
        }

        /** Number of items. */
        public int size() {
            return parts.stream().mapToInt(p -> p.items().size()).sum();
        }
    }

    /**
     * Items that belong together.
     *
     * @param headline of the story, in the words of its first reporter
     * @param items best first
     */
    public record Part(Optional<String> headline, List<Item> items) {
        public Part {
            items = List.copyOf(items);
        }
    }

    /** What a letter tells: a claim, what became of a story, or a feed in trouble. */
    public sealed interface Item {}

    /**
     * A claim and what is to be said about it.
     *
     * @param sign why it stands where it stands
     * @param others claims it is to be held against
     * @param terms of its proposal, in the words of the text
     */
    public record ClaimItem(
            Told told, Sign sign, List<Other> others, List<String> terms, Spread spread, Optional<Reason> reason)
            implements Item {
        public ClaimItem {
            others = List.copyOf(others);
            terms = List.copyOf(terms);
        }
    }

    /**
     * Two stories that were joined, or two parts of one that was split.
     *
     * @param headline of the one that joined, or of the rest
     * @param other the headline of the one that it joined, or of the part that left
     * @param story the other one's, as it is now
     * @param source the other one's first report
     * @param why in words
     */
    public record StoryItem(
            Move.Kind turn, String headline, String other, GroupId story, PageUrl source, Instant at, String why)
            implements Item {}

    /** A feed that cannot be read. {@code words} say how it fails. */
    public record FeedItem(PageUrl feed, String name, String words, Optional<Instant> since) implements Item {}

    /** Each with its words, and a mark where common fonts have one; nothing is left to colour. */
    public enum Sign {
        NONE("", ""),
        CONTRADICTED("≠", "contradicted"),
        DIFFERS("≠", "differs"),
        CHANGED("△", "changed"),
        WITHDRAWN("⌫", "withdrawn"),
        PROPOSAL("◆", "proposal"),
        REPEATED("", "said again");

        private final String mark;
        private final String words;

        Sign(String mark, String words) {
            this.mark = mark;
            this.words = words;
        }

        public String mark() {
            return mark;
        }

        public String inWords() {
            return words;
        }
    }

    /**
     * A claim as it is told.
     *
     * @param words the source's own
     * @param sentence that holds them
     * @param marks where they stand in it; empty if they are all of it
     * @param chain who speaks, from the outlet inward, in words
     * @param stance in words, with a denial
     * @param stated when its article says it was published
     * @param ended when the article was first seen without it
     */
    public record Told(
            ClaimId id,
            ArticleId article,
            String words,
            String sentence,
            List<Span> marks,
            List<String> chain,
            String stance,
            String outlet,
            Optional<Dated> stated,
            Instant firstSeen,
            Optional<Instant> ended,
            PageUrl source) {
        public Told {
            marks = List.copyOf(marks);
            chain = List.copyOf(chain);
        }
    }

    /**
     * A claim held against another.
     *
     * @param inWords how they differ ("60 % / 70 % of global production"); empty where nothing is to be said
     * @param score 0 to 1, how sure
     */
    public record Other(Sign how, String inWords, double score, Told told) {}

    /**
     * How far a claim has spread.
     *
     * @param outlets that make it
     * @param origins texts it came in; copies of one text are one origin
     * @param alsoSaidBy further outlets, in the order in which they said it
     * @param independent how many of those have it from another text
     */
    public record Spread(int outlets, int origins, List<String> alsoSaidBy, int independent) {
        public Spread {
            alsoSaidBy = List.copyOf(alsoSaidBy);
        }
    }

    /** Why it is here: a watch, and the words that matched. */
    public record Reason(String watch, List<String> words) {
        public Reason {
            words = List.copyOf(words);
        }
    }

    /** Number of items of a kind. */
    public int count(Kind kind) {
        return sections.stream()
                .filter(s -> s.kind() == kind)
                .mapToInt(Section::size)
                .sum();
    }

    /** Number of claims with this sign among conflicts and changes. */
    public int count(Sign sign) {
        return (int) sections.stream()
                .filter(s -> s.kind() == Kind.CONFLICTS)
                .flatMap(s -> s.parts().stream())
                .flatMap(p -> p.items().stream())
                .filter(i -> i instanceof ClaimItem c && c.sign() == sign)
                .count();
    }

    /** Whether there is any claim to tell. Feeds in trouble alone are worth no letter. */
    public boolean hasNews() {
        return sections.stream().anyMatch(s -> s.kind() != Kind.TROUBLE);
    }
}
