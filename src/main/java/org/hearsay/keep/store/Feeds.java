package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.page.Host;
import org.hearsay.page.PageUrl;

/** Feeds, their state, and the entries they carried. */
public interface Feeds {
    /** Every feed that was ever visited, by address. */
    List<FeedState> states();

    Optional<FeedState> state(PageUrl feed);

    void save(FeedState state);

    /**
     * Takes up what a feed carries now. An entry not known (by feed and key), or one whose {@link FeedEntry#version}
     * changed, is stored with {@code nextTry = at}; one without a link is stored with {@link Ending#NO_LINK} and
     * nothing more to do.
     *
     * @return for each entry, in order, what became of it
     */
    List<Taken> take(PageUrl feed, List<FeedEntry> entries, Instant at);

    /** What {@link #take} did with an entry. */
    enum Taken {
        ADDED,
        CHANGED,
        KNOWN,
        /** Known, and still waiting for its page. */
        WAITING,
        /** The same key stood earlier in the same list. */
        REPEATED
    }

    /** Entries whose page is on {@code host} and to be asked for by {@code now}, oldest first. */
    List<Entry> due(Host host, Instant now);

    /** Hosts that have such entries, each with the number of them. */
    SortedMap<Host, Integer> dueHosts(Instant now);

    /** The earliest {@code nextTry} of any entry on this host. */
    Optional<Instant> nextTry(Host host);

    /** Notes how an entry ended, and when to look at its page again, if at all. Attempts count up on FAILED and BROKEN, else go back to 0. */
    void end(PageUrl feed, String key, Ending ending, Optional<Instant> nextTry, Optional<String> problem);

    /** Number of entries by ending; those never tried count as WAITING. */
    SortedMap<Ending, Integer> endings();

    /** Every entry of a feed, newest first. */
    List<Entry> entries(PageUrl feed, int limit);

    /** How much a feed brought in the days before {@code now}. */
    FeedVolume volume(PageUrl feed, Instant now);

    /** The same of every feed that ever brought anything. */
    SortedMap<PageUrl, FeedVolume> volumes(Instant now);

    /** As {@link #endings}, of each feed. */
    SortedMap<PageUrl, SortedMap<Ending, Integer>> endingsByFeed();

    /** Every entry, by feed and key. */
    void eachEntry(Consumer<Entry> visitor);
}
