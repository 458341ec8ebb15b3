package org.hearsay.keep.store;

import java.util.List;
import org.hearsay.read.article.ArticleId;

/**
 * Articles that an index does not know yet in their present state. A row goes only after the index has committed. Where
 * several processes share a store, each that searches has an index of its own and is a reader of its own here; this is
 * the queue of the one reader that this process is.
 */
public interface IndexQueue {
    /**
     * Makes this the queue of that reader from now on. Whoever is new here finds nothing queued that was stored before: its
     * index must be emptied and {@link #addAll} called.
     *
     * @param reader a name that no other index has
     * @return whether it was known here
     */
    boolean enrol(String reader);

    /** Enrols again under the same name, as whoever wants to stay known does now and then. @return as {@link #enrol} */
    boolean stay();

    /** Forgets every other reader; each is new when it comes back. For a process that has the store alone. */
    void dismissOthers();

    /** The oldest rows. */
    List<Row> next(int limit);

    void done(List<Row> rows);

    /** Queues every article, as after a damaged index. */
    void addAll();

    int size();

    record Row(long number, ArticleId article) {}
}
