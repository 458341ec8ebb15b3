package org.hearsay.keep.store;

import java.util.List;
import org.hearsay.read.article.ArticleId;

/** Articles that the index does not know yet in their present state. A row goes only after the index has committed. */
public interface IndexQueue {
    /** The oldest rows. */
    List<Row> next(int limit);

    void done(List<Row> rows);

    /** Queues every article, as after a damaged index. */
    void addAll();

    int size();

    record Row(long number, ArticleId article) {}
}
