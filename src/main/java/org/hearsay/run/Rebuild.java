package org.hearsay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.archive.KeptPage;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.Entry;
import org.hearsay.keep.store.Pages;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Derives articles, claims, groups and the index again from the archive, and from the texts of pages that were dropped. Pages are read side by side and filed in the
 * order in which they were taken, so the result is the same, byte for byte. A rebuild that is killed is started over by
 * the next process that has the store alone.
 */
public final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final String NOTE = "rebuild";
    /** Pages read ahead of the one that is filed: enough to keep the readers busy, few enough to hold in memory. */
    private static final int AHEAD = 4;

    private final Parts parts;
    private final Progress progress;

    public Rebuild(Parts parts, Progress progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /**
     * Whether a rebuild was begun and not finished, or the store was lost and the archive was not; where a store is shared
     * another worker may have begun to fill both just now, so there the archive says nothing.
     */
    public static boolean unfinished(Parts parts) {
        boolean begun = parts.store().note(NOTE).filter("running"::equals).isPresent();
        return begun || !parts.store().shared() && storeIsNew(parts);
    }

    private static boolean storeIsNew(Parts parts) {
        try {
            return parts.store().pages().taken().isEmpty() && !parts.archive().isEmpty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("the archive cannot be read: " + e.getMessage(), e);
    }

    /**
     * What a rebuild came to.
     *
     * @param lost pages that the store lists and the archive no longer gives back
     * @param broken pages whose reading failed
     */
    public record Report(int pages, int articles, int claims, List<Kept> lost, List<PageUrl> broken) {
        public Report {
            lost = List.copyOf(lost);
            broken = List.copyOf(broken);
        }

        /** A line for people. */
        public String inWords() {
            String words = pages + " pages read again: " + articles + " articles, " + claims + " claims";
            return words
                    + (lost.isEmpty() ? "" : ", " + lost.size() + " no longer in the archive")
                    + (broken.isEmpty() ? "" : ", " + broken.size() + " could not be read");
        }
    }

    private record Ahead(Filing.Source source, Future<PageReader.PageReading> reading) {}

    /** How many of the pages taken in have no place in the archive any more; {@link #run} would go without them. */
    public int missing() {
        int missing = 0;
        try {
            for (Kept kept : parts.store().pages().all()) {
                missing += parts.archive().holds(kept) ? 0 : 1;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return missing;
    }

    /** Runs to the end. */
    public Report run() throws InterruptedException {
        if (storeIsNew(parts)) {
            takeOver();
        }
        List<Pages.Taken> pages = parts.store().pages().taken();
        progress.expect(pages.size());
        parts.store().note(NOTE, "running");
        ClaimIndex index = parts.index().orElseThrow();
        index.clear();
        index.commit();
        parts.store().forgetDerived();
        // Theirs hold what is forgotten now.
        parts.store().indexQueue().dismissOthers();
        List<Kept> lost = new java.util.ArrayList<>();
        List<PageUrl> broken = new java.util.ArrayList<>();
        Filing filing = new Filing(parts.store(), parts.comparer());
        try (Clerk clerk = Clerk.start(parts.store(), index);
                ExecutorService readers = parts.settings().openReaders()) {
            Iterator<Pages.Taken> rest = pages.iterator();
            Deque<Ahead> ahead = new ArrayDeque<>();
            while (rest.hasNext() || !ahead.isEmpty()) {
                while (rest.hasNext() && ahead.size() < AHEAD * parts.settings().readers()) {
                    Pages.Taken page = rest.next();
                    if (page.dropped()) {
                        readText(page.at(), readers).ifPresent(ahead::add);
                    } else {
                        read(page.at(), readers).ifPresentOrElse(ahead::add, () -> lost.add(page.at()));
                    }
                }
                if (!ahead.isEmpty()) {
                    Ahead next = ahead.remove();
                    file(filing, next, broken);
                    clerk.wake();
                }
            }
            StoryDesk.silent(parts.store(), parts.clock()).catchUp();
            clerk.drain();
        }
        askAgain(lost);
        parts.store().note(NOTE, "done");
        return new Report(
                pages.size(),
                parts.store().articles().count(),
                parts.store().claims().count(),
                lost,
                broken);
    }

    /** A new store beside an old archive: every page of it counts. */
    private void takeOver() {
        parts.store().inTransaction(() -> {
            try {
                parts.archive().each(kept -> {
                    Page page = kept.page();
                    PageUrl asked = PageFacts.of(kept.facts(), page.url()).asked();
                    parts.store()
                            .pages()
                            .took(
                                    kept.at(),
                                    asked,
                                    page.url(),
                                    page.fetched(),
                                    page.body().sha256(),
                                    Validators.NONE);
                });
            } catch (IOException e) {
                throw unreadable(e);
            }
            return parts;
        });
    }

    /** What the archive lost may still be on the web: its entries are due again. */
    private void askAgain(List<Kept> lost) {
        if (lost.isEmpty()) {
            return;
        }
        Instant now = parts.clock().instant();
        parts.store().inTransaction(() -> {
            Set<PageUrl> gone = new HashSet<>();
            lost.forEach(kept -> parts.store().pages().lost(kept).ifPresent(gone::add));
            for (FeedState feed : parts.store().feeds().states()) {
                for (Entry entry : parts.store().feeds().entries(feed.feed(), Integer.MAX_VALUE)) {
                    if (entry.entry().link().filter(gone::contains).isPresent()) {
                        parts.store()
                                .feeds()
                                .end(
                                        feed.feed(),
                                        entry.entry().key(),
                                        Ending.FAILED,
                                        Optional.of(now),
                                        Optional.of("its page was lost from the archive and is asked for again"));
                    }
                }
            }
            return gone;
        });
    }

    private Optional<Ahead> read(Kept kept, ExecutorService readers) {
        KeptPage page;
        try {
            page = parts.archive().read(kept);
        } catch (IOException e) {
            LOG.warn("lost archive={} offset={} problem={}", kept.file(), kept.offset(), e.getMessage());
            return Optional.empty();
        }
        PageFacts facts = PageFacts.of(page.facts(), page.page().url());
        return Optional.of(new Ahead(
                Filing.Source.of(page.page(), kept, facts),
                readers.submit(() -> parts.pageReader().read(page.page(), facts.hints()))));
    }

    /** Of a page that was dropped, what it was read as; its names and claims are found anew. */
    private Optional<Ahead> readText(Kept kept, ExecutorService readers) {
        return parts.store()
                .pages()
                .text(kept)
                .map(text -> new Ahead(
                        Filing.Source.of(text),
                        readers.submit(() -> parts.pageReader().read(text.extraction()))));
    }

    private void file(Filing filing, Ahead next, List<PageUrl> broken) throws InterruptedException {
        PageUrl url = next.source().url();
        try {
            PageReader.PageReading reading = Readers.get(next.reading());
            Ending ending = parts.store().inTransaction(() -> filing.file(reading, next.source()));
            progress.page(url, ending);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io;
            }
            LOG.error(
                    "broken url={} archive={} offset={}",
                    url,
                    next.source().kept().file(),
                    next.source().kept().offset(),
                    e.getCause());
            broken.add(url);
            progress.page(url, Ending.BROKEN);
        }
    }
}
