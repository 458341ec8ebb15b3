package org.hearsay.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.fetch.FetchSettings;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.IndexDamaged;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.index.OpenSearchAddress;
import org.hearsay.keep.index.OpenSearchIndex;
import org.hearsay.keep.index.SearchRequest;
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
import org.hearsay.run.Timetable;

/** The one place where the rooms are wired together: what a data folder holds, opened. Closed in the reverse order. */
final class Installation implements AutoCloseable {
    /** What a process wants with it. */
    private enum Use {
        /** While another process may be writing. */
        READ,
        /** For this process alone. */
        ALONE,
        /** Beside other processes, where the store is one that can be shared; else alone. */
        SHARE,
        /** As {@link #SHARE}, without an index: others show what this process files. */
        SHARE_UNSEARCHED
    }

    private final DataFolder folder;
    private final Use use;
    private final Closing open = new Closing();
    private final Store store;
    private final Archive archive;
    private final Optional<ClaimIndex> index;

    private Installation(DataFolder folder, Use use) {
        this.folder = folder;
        this.use = use;
        try {
            if (use != Use.READ) {
                open.keep(folder.lock());
            }
            store = open.keep(
                    folder.elsewhere().isPresent()
                            ? open(folder.elsewhere().get())
                            : SqliteStore.open(folder.database()));
            archive = open.keep(
                    folder.writer().isPresent()
                            ? Archive.open(folder.archive(), folder.writer().get())
                            : Archive.open(folder.archive()));
            index = switch (use) {
                case READ -> Optional.of(open.keep(indexToSearch(folder)));
                case ALONE, SHARE -> Optional.of(open.keep(indexToWrite(folder, store)));
                case SHARE_UNSEARCHED -> Optional.empty();
            };
        } catch (IOException e) {
            close();
            throw Stop.configuration("the archive cannot be opened: " + Reasons.of(e));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Store open(Database database) {
        return switch (use) {
            case READ -> database.open();
            case ALONE -> database.openAlone();
            case SHARE, SHARE_UNSEARCHED -> database.openBesideOthers();
        };
    }

    /** Takes the data folder and the store for this process alone, and makes them if need be. */
    static Installation toWrite(DataFolder folder) {
        return new Installation(folder, Use.ALONE);
    }

    /**
     * Takes the data folder for this process alone, and works on its store beside others where that can be.
     *
     * @param searching whether it wants an index
     */
    static Installation toShare(DataFolder folder, boolean searching) {
        return new Installation(folder, searching ? Use.SHARE : Use.SHARE_UNSEARCHED);
    }

    /** Reads, while another process may be writing. */
    static Installation toRead(DataFolder folder) {
        if (!folder.inUse()) {
            throw Stop.configuration("there is nothing in " + folder.path()
                    + " yet: start \"hearsay serve\" or \"hearsay crawl\" first, or name another folder with --data");
        }
        return new Installation(folder, Use.READ);
    }

    /** For what a person types: beside a process that writes, or in a folder that is made for it. */
    static Installation toNote(DataFolder folder) {
        return folder.inUse() ? toRead(folder) : toWrite(folder);
    }

    private static ClaimIndex indexToWrite(DataFolder folder, Store store) {
        boolean known = !store.shared() || store.indexQueue().enrol(folder.reader());
        return folder.searched().isPresent()
                ? elsewhere(folder.searched().get(), store, known)
                : here(folder.index(), store, known);
    }

    private static ClaimIndex here(Path path, Store store, boolean known) {
        LuceneIndex index;
        try {
            index = LuceneIndex.open(path);
        } catch (IndexDamaged e) {
            System.err.println("hearsay: " + e.getMessage());
            System.err.println("hearsay: making the index again from the store; nothing is lost");
            LuceneIndex.wipe(path);
            index = LuceneIndex.open(path);
        }
        if (!known) {
            index.startOver();
        }
        if (index.size() == 0) {
            // New to the store, wiped now, or deleted by somebody: all of it follows from the store.
            store.indexQueue().addAll();
        }
        return index;
    }

    private static ClaimIndex elsewhere(OpenSearchAddress address, Store store, boolean known) {
        OpenSearchIndex index = OpenSearchIndex.open(address);
        if (index.isNew() || index.size() == 0) {
            store.indexQueue().addAll();
        } else if (!known) {
            // It may hold what this store never had.
            index.startOver();
            store.indexQueue().addAll();
        }
        return index;
    }

    private static ClaimIndex indexToSearch(DataFolder folder) {
        if (folder.searched().isPresent()) {
            return OpenSearchIndex.openToSearch(folder.searched().get());
        }
        try {
            return LuceneIndex.openToSearch(folder.index());
        } catch (IndexDamaged e) {
            throw Stop.failed(e.getMessage() + "; \"hearsay crawl\" and \"hearsay serve\" do so by themselves");
        }
    }

    Store store() {
        return store;
    }

    Archive archive() {
        return archive;
    }

    /** The index of a process that has one. */
    ClaimIndex index() {
        ClaimIndex searched = index.orElseThrow();
        if (use == Use.READ
                && searched.count(SearchRequest.In.ARTICLES) == 0
                && store.articles().count() > 0) {
            // To find nothing here would be a wrong answer: the index was deleted, or is being filled.
            throw Stop.failed("the index in "
                    + folder.searched()
                            .map(Object::toString)
                            .orElse(folder.index().toString())
                    + " is empty and the store is not: it is being made again,"
                    + " or was deleted; \"hearsay crawl\" and \"hearsay serve\" fill it from the store");
        }
        return searched;
    }

    DataFolder folder() {
        return folder;
    }

    /** The rooms of a run. The fetcher is closed with this. */
    Parts parts(FetchSettings fetching, RunSettings running, Reader language) {
        language.vectors().ifPresent(vectors -> index.ifPresent(searched -> searched.understand(vectors)));
        Comparer comparer = new Comparer().understanding(language.vectors());
        Fetcher fetcher = open.keep(
                new Fetcher(store.shared() ? fetching.within(Timetable.LONGEST_REQUEST) : fetching, store.clock()));
        return new Parts(
                store,
                archive,
                index,
                fetcher,
                new FeedReader(),
                new PageReader(articles(), language, new ClaimFinder(), comparer),
                comparer,
                store.clock(),
                running);
    }

    /** Reads pages, with the line model that lies beside the program. */
    static ArticleReader articles() {
        Path file = home().resolve("models").resolve(LineModel.FILE);
        try (InputStream in = Files.newInputStream(file)) {
            return new ArticleReader(LineModel.read(in));
        } catch (IOException e) {
            throw unreadable(file, Reasons.of(e));
        }
    }

    /** A model, or the folder of them, that is of no use. */
    static Stop unreadable(Path models, String why) {
        return Stop.configuration(
                models + " cannot be read (" + why + "): take the models folder that came with this program");
    }

    /** The folder of the program: that of the launcher, or of the source tree. */
    static Path home() {
        return Path.of(System.getProperty("hearsay.home", "."));
    }

    @Override
    public void close() {
        open.close();
    }
}
