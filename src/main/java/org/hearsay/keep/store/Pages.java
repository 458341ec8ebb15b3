package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.page.PageUrl;

/**
 * Which records of the archive count. A page that was archived by a process killed before its transaction ended is
 * not listed here, and a rebuild passes it over. Not derived.
 */
public interface Pages {
    /**
     * Notes a page as taken.
     *
     * @param asked the address asked for; where it was found is in the archive
     * @param sha256 of its body, to see that it did not change
     */
    void took(Kept at, PageUrl asked, PageUrl found, Instant fetched, String sha256, Validators validators);

    /** Whether this address ever gave these bytes. */
    boolean knows(PageUrl asked, String sha256);

    /** The last taken state of the page asked for at this address. */
    Optional<Last> last(PageUrl asked);

    /** Updates the validators after an answer that brought the same bytes. */
    void validators(PageUrl asked, Validators validators);

    /** @param found where the page was, after redirects */
    record Last(Kept at, PageUrl asked, PageUrl found, Instant fetched, String sha256, Validators validators) {}

    /**
     * The archive no longer gives this page back. If it is the last state of its address, the next fetch of it must
     * bring it whole, and will not be taken for what is already here.
     *
     * @return that address
     */
    Optional<PageUrl> lost(Kept at);

    /** All that count and that the archive should hold, in the order in which they were taken. */
    List<Kept> all();

    /** All that count, in the order in which they were taken, those too whose file was dropped. */
    List<Taken> taken();

    /** @param dropped whether its file was dropped on purpose, so that its {@link #text} takes its place */
    record Taken(Kept at, boolean dropped) {}

    /** Archive files all of whose pages were fetched before {@code before}, in order of their names. */
    List<String> filesBefore(Instant before);

    /**
     * Notes that an archive file is to be deleted: its pages stay listed, and what was read of them is kept for a
     * rebuild. To be called before the file is deleted.
     *
     * @return how many pages lay in it
     */
    int drop(String file, Instant at);

    /** Files that were dropped, whether or not the process lived long enough to delete them. */
    List<String> droppedFiles();

    /** When the file of this page was dropped; empty if it was not. */
    Optional<Instant> dropped(Kept at);

    /** What was read of a page whose file was dropped; empty where it brought no new version of an article. */
    Optional<StoredArticle> text(Kept at);
}
