package org.hearsay.run;

import java.time.InstantSource;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.store.Store;
import org.hearsay.read.compare.Comparer;

/** The rooms that a run works with, wired once by the program. All of them are thread-safe; whoever opened them closes them. */
public record Parts(
        Store store,
        Archive archive,
        ClaimIndex index,
        Fetcher fetcher,
        FeedReader feedReader,
        PageReader pageReader,
        Comparer comparer,
        InstantSource clock,
        RunSettings settings) {}
