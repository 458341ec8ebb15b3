package org.hearsay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops archive files all of whose pages are older than somebody wants to keep them. What was read of them stays: the
 * articles, their claims, and in the store the texts from which a rebuild derives both again.
 *
 * <p>The store says first that a file is dropped, in one transaction, and then it is deleted; a process that dies between
 * the two leaves a file that the next run deletes. The newest file is never dropped.
 *
 * <p>A clock that leapt could make every page look old. So nothing is dropped before the clock has gone on steadily for
 * a day, as seen from one look to the next; whoever sets it right within that day loses nothing.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String NOTE = "retention";
    /** How long the clock must have gone on without a leap. */
    private static final Duration STEADY = Duration.ofDays(1);
    /** From one look to the next; a machine that was off for longer waits a day more. */
    private static final Duration LEAP = Duration.ofDays(2);

    private final Store store;
    private final Archive archive;
    private final Duration keep;

    /** @param keep how old a page may become; at least a day */
    public Retention(Store store, Archive archive, Duration keep) {
        if (keep.compareTo(STEADY) < 0) {
            throw new IllegalArgumentException("pages are kept for a day at least, not " + keep);
        }
        this.store = store;
        this.archive = archive;
        this.keep = keep;
    }

    /**
     * Looks for what is too old, and drops it. To be called about every hour.
     *
     * @return the files dropped now
     */
    public List<String> run(Instant now) {
        try {
            for (String left : store.pages().droppedFiles()) {
                if (archive.delete(left)) {
                    LOG.info("deleted what a run before had dropped file={}", left);
                }
            }
            return steady(now) ? drop(now) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be thinned out: " + e.getMessage(), e);
        }
    }

    private List<String> drop(Instant now) throws IOException {
        Optional<String> newest = archive.newest();
        List<String> old = new ArrayList<>();
        for (String file : store.pages().filesBefore(now.minus(keep))) {
            if (!newest.equals(Optional.of(file)) && archive.owns(file)) {
                old.add(file);
            }
        }
        for (String file : old) {
            int pages = store.pages().drop(file, now);
            boolean deleted = archive.delete(file);
            LOG.info("dropped file={} pages={} deleted={} keep={}", file, pages, deleted, keep);
        }
        return old;
    }

    /** Notes this look, and says whether the clock has gone on without a leap for long enough. */
    private boolean steady(Instant now) {
        Optional<Looks> before = store.note(NOTE).flatMap(Looks::parse);
        boolean leapt = before.isPresent()
                && (now.isBefore(before.get().last())
                        || now.isAfter(before.get().last().plus(LEAP)));
        if (leapt) {
            LOG.info(
                    "kept all pages for a day, for the clock leapt from={} to={}",
                    before.get().last(),
                    now);
        }
        Instant since = before.isEmpty() || leapt ? now : before.get().since();
        store.note(NOTE, since + " " + now);
        return !now.isBefore(since.plus(STEADY));
    }

    /** @param since when the clock was first seen to go on steadily */
    private record Looks(Instant since, Instant last) {
        static Optional<Looks> parse(String note) {
            int gap = note.indexOf(' ');
            return gap < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Looks(Instant.parse(note.substring(0, gap)), Instant.parse(note.substring(gap + 1))));
        }
    }
}
