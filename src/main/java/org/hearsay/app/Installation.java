package org.hearsay.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.fetch.FetchSettings;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.IndexDamaged;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.LineModel;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.language.Reader;
import org.hearsay.run.PageReader;
import org.hearsay.run.Parts;
import org.hearsay.run.RunSettings;

/** The one place where the rooms are wired together: what a data folder holds, opened. Closed in the reverse order. */
final class Installation implements AutoCloseable {
    private final DataFolder folder;
    private final boolean toWrite;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Store store;
    private final Archive archive;
    private final ClaimIndex index;

    private Installation(DataFolder folder, boolean toWrite) {
        this.folder = folder;
        this.toWrite = toWrite;
        try {
            if (toWrite) {
                keep(folder.lock());
            }
            store = keep(
                    folder.elsewhere().isPresent()
                            ? folder.elsewhere().get().open(toWrite)
                            : SqliteStore.open(folder.database()));
            archive = keep(Archive.open(folder.archive()));
            index = keep(toWrite ? indexToWrite(folder.index(), store) : indexToSearch(folder));
        } catch (IOException e) {
            close();
            throw Stop.configuration("the archive cannot be opened: " + Reasons.of(e));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Takes the data folder for this process alone, and makes it if need be. */
    static Installation toWrite(DataFolder folder) {
        return new Installation(folder, true);
    }

    /** Reads, while another process may be writing. */
    static Installation toRead(DataFolder folder) {
        if (!folder.inUse()) {
            throw Stop.configuration("there is nothing in " + folder.path()
                    + " yet: start \"hearsay serve\" or \"hearsay crawl\" first, or name another folder with --data");
        }
        return new Installation(folder, false);
    }

    /** For what a person types: beside a process that writes, or in a folder that is made for it. */
    static Installation toNote(DataFolder folder) {
        return folder.inUse() ? toRead(folder) : toWrite(folder);
    }

    private static ClaimIndex indexToWrite(Path path, Store store) {
        LuceneIndex index;
        try {
            index = LuceneIndex.open(path);
        } catch (IndexDamaged e) {
            System.err.println("hearsay: " + e.getMessage());
            System.err.println("hearsay: making the index again from the store; nothing is lost");
            LuceneIndex.wipe(path);
            index = LuceneIndex.open(path);
        }
        if (index.size() == 0) {
            // Wiped now, or deleted by somebody: all of it follows from the store.
            store.indexQueue().addAll();
        }
        return index;
    }

    private static ClaimIndex indexToSearch(DataFolder folder) {
        try {
            return LuceneIndex.openToSearch(folder.index());
        } catch (IndexDamaged e) {
            throw Stop.failed(e.getMessage() + "; \"hearsay crawl\" and \"hearsay serve\" do so by themselves");
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    Store store() {
        return store;
    }

    Archive archive() {
        return archive;
    }

    ClaimIndex index() {
        if (index instanceof LuceneIndex lucene
                && !toWrite
                && lucene.size() == 0
                && store.articles().count() > 0) {
            // To find nothing here would be a wrong answer: the index was deleted, or is being filled.
            throw Stop.failed(
                    "the index in " + folder.index() + " is empty and the store is not: it is being made again,"
                            + " or was deleted; \"hearsay crawl\" and \"hearsay serve\" fill it from the store");
        }
        return index;
    }

    DataFolder folder() {
        return folder;
    }

    /** The rooms of a run. The fetcher is closed with this. */
    Parts parts(FetchSettings fetching, RunSettings running, Reader language) {
        language.vectors().ifPresent(index::understand);
        Comparer comparer = new Comparer().understanding(language.vectors());
        Fetcher fetcher = keep(new Fetcher(fetching, InstantSource.system()));
        return new Parts(
                store,
                archive,
                index,
                fetcher,
                new FeedReader(),
                new PageReader(articles(), language, new ClaimFinder(), comparer),
                comparer,
                InstantSource.system(),
                running);
    }

    /** Reads pages, with the line model that lies beside the program. */
    static ArticleReader articles() {
        Path file = home().resolve("models").resolve(LineModel.FILE);
        try (InputStream in = Files.newInputStream(file)) {
            return new ArticleReader(LineModel.read(in));
        } catch (IOException e) {
            throw Stop.configuration("the model " + file + " cannot be read: " + Reasons.of(e));
        }
    }

    /** The folder of the program: that of the launcher, or of the source tree. */
    static Path home() {
        return Path.of(System.getProperty("hearsay.home", "."));
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (IOException e) {
                first = first == null ? new UncheckedIOException(e) : first;
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            } catch (Exception e) {
                first = first == null ? new IllegalStateException(e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
