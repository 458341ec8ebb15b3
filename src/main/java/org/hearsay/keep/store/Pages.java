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

    /** All that count, in the order in which they were taken. */
    List<Kept> all();
}
