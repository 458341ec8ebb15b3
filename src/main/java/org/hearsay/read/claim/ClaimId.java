package org.hearsay.read.claim;

import java.util.List;
import org.hearsay.page.Bytes;
import org.hearsay.read.article.ArticleId;

/** The name of a claim: a hash of its article and its words, so that a rebuild, or a second version that still says it, keeps it. */
public record ClaimId(String text) implements Comparable<ClaimId> {
    public ClaimId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a claim's id is not blank");
        }
    }

    /**
     * @param source the words of its source, "" if it has none
     * @param contents the words of its content, piece by piece
     * @param occurrence 0 for the first claim of these words in the article, 1 for the second …
     */
    public static ClaimId of(ArticleId article, String source, List<String> contents, int occurrence) {
        String key = article.text() + '\n' + source + '\n' + String.join("\n", contents) + '\n' + occurrence;
        return new ClaimId(Bytes.utf8(key).sha256().substring(0, 20));
    }

    @Override
    public int compareTo(ClaimId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
