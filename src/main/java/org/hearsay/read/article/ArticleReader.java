package org.hearsay.read.article;

import java.util.Optional;
import org.hearsay.page.Page;

/** Reads pages into articles. Stateless and thread-safe. */
public final class ArticleReader {
    public Extraction read(Page page, Hints hints) {
        return new Extraction.Unreadable(Extraction.Why.EMPTY, "not built");
    }

    /**
     * A bare text whose lines are blocks; {@code text} is kept exactly as given ('\n' between blocks).
     *
     * @param id its name
     * @param outlet the outlet's name
     */
    public Article ofText(ArticleId id, String text, Optional<String> title, String outlet, Optional<Dated> published) {
        throw new UnsupportedOperationException();
    }
}
