package org.hearsay.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.ArchiveWriteException;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.Pages;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in pages that somebody else fetched, as if a crawl had brought them: each is archived, read, and filed in one
 * transaction. Pages are read side by side and filed in the order in which they came, so the same file gives the same
 * store. What is here already is passed over, so an import that was killed is simply run again.
 *
 * <p>A page replaces one that was fetched earlier at its address, never one that was fetched later: history is not
 * written backwards. Used by one thread.
 */
public final class Import implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Import.class);
    /** Pages read ahead of the one that is filed: enough to keep the readers busy, few enough to hold in memory. */
    private static final int AHEAD = 4;

    private final Parts parts;
    private final Progress progress;
    private final Filing filing;
    private final Clerk clerk;
    private final ExecutorService readers;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    private int older;

    public Import(Parts parts, Progress progress) {
        this.parts = parts;
        this.progress = progress;
        this.filing = new Filing(parts.store(), parts.comparer());
        this.clerk = Clerk.start(parts.store(), parts.index().orElseThrow());
        this.readers = parts.settings().openReaders();
    }

    /**
     * What an import came to.
     *
     * @param endings what became of the pages, each counted once
     * @param older pages that were passed over because a later state of them is here
     */
    public record Report(Map<Ending, Integer> endings, int older) {
        public Report {
            endings = Map.copyOf(endings);
        }

        /** How many pages were handed in. */
        public int pages() {
            return older + endings.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** @param told whether the time of fetching is known; else it is that of the import, and says nothing */
    private record Ahead(Page page, PageFacts facts, boolean told, Future<PageReader.PageReading> reading) {}

    /** Takes in a page that was fetched when it says. */
    public void take(Page page, PageFacts facts) throws InterruptedException {
        take(page, facts, true);
    }

    /** Takes in a page of which nobody knows when it was fetched; {@code page.fetched()} is now. */
    public void takeUndated(Page page, PageFacts facts) throws InterruptedException {
        take(page, facts, false);
    }

    private void take(Page page, PageFacts facts, boolean told) throws InterruptedException {
        if (passedOver(page, facts, told)) {
            return;
        }
        ahead.add(new Ahead(
                page, facts, told, readers.submit(() -> parts.pageReader().read(page, facts.hints()))));
        if (ahead.size() >= AHEAD * parts.settings().readers()) {
            file(ahead.remove());
        }
    }

    /** Files what is still ahead. The index holds all of it when this returns. */
    public Report finish() throws InterruptedException {
        while (!ahead.isEmpty()) {
            file(ahead.remove());
        }
        StoryDesk.of(parts.store(), parts.clock()).catchUp();
        clerk.drain();
        return new Report(endings, older);
    }

    private boolean passedOver(Page page, PageFacts facts, boolean told) {
        Optional<Pages.Last> last = parts.store().pages().last(facts.asked());
        if (last.isEmpty()) {
            return false;
        }
        String sha256 = page.body().sha256();
        boolean late = told && page.fetched().isAfter(last.get().fetched());
        boolean known = late
                ? last.get().sha256().equals(sha256)
                : parts.store().pages().knows(facts.asked(), sha256);
        if (known) {
            count(page.url(), Ending.SAME);
        } else if (told && !late) {
            older++;
            progress.page(page.url(), Ending.KNOWN);
        }
        return known || told && !late;
    }

    private void file(Ahead next) throws InterruptedException {
        Page page = next.page();
        // What was read ahead of it may have brought the same.
        if (passedOver(page, next.facts(), next.told())) {
            return;
        }
        Optional<PageReader.PageReading> reading = result(next);
        Kept kept;
        try {
            kept = parts.archive().keep(page, next.facts().toMap());
        } catch (IOException e) {
            throw new ArchiveWriteException(e);
        }
        Ending ending = parts.store().inTransaction(() -> {
            parts.store()
                    .pages()
                    .took(
                            kept,
                            next.facts().asked(),
                            page.url(),
                            page.fetched(),
                            page.body().sha256(),
                            Validators.NONE);
            return reading.map(read -> filing.file(read, Filing.Source.of(page, kept, next.facts())))
                    .orElse(Ending.BROKEN);
        });
        clerk.wake();
        count(page.url(), ending);
    }

    /** A page whose reading fails is kept all the same: a later version reads it in a rebuild. */
    private static Optional<PageReader.PageReading> result(Ahead next) throws InterruptedException {
        try {
            return Optional.of(Readers.get(next.reading()));
        } catch (ExecutionException e) {
            Readers.throwIfFatal(e.getCause());
            LOG.error("broken url={}", next.page().url(), e.getCause());
            return Optional.empty();
        }
    }

    private void count(PageUrl url, Ending ending) {
        endings.merge(ending, 1, Integer::sum);
        progress.page(url, ending);
    }

    @Override
    public void close() {
        readers.shutdownNow();
        clerk.close();
    }
}
