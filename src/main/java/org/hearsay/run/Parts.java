package org.hearsay.run;

import java.time.InstantSource;
import java.util.Optional;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.store.Store;
import org.hearsay.read.compare.Comparer;

/**
 * The rooms that a run works with, wired once by the program. All of them are thread-safe; whoever opened them closes them.
 *
 * @param index absent in a process that searches nothing; others that share its store index what it files
 */
public record Parts(
        Store store,
        Archive archive,
        Optional<ClaimIndex> index,
        Fetcher fetcher,
        FeedReader feedReader,
        PageReader pageReader,
        Comparer comparer,
        InstantSource clock,
        RunSettings settings) {}
