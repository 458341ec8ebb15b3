package org.hearsay.read.article;

import org.hearsay.page.Bytes;
import org.hearsay.page.PageUrl;

/** The name of an article: the first 20 hexadecimal digits of its canonical address's SHA-256, or a name given from outside. */
public record ArticleId(String text) implements Comparable<ArticleId> {
    public ArticleId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an article's id is not blank");
        }
    }

    public static ArticleId of(PageUrl url) {
        return new ArticleId(Bytes.utf8(url.text()).sha256().substring(0, 20));
    }

    @Override
    public int compareTo(ArticleId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
