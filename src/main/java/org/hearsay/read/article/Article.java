package org.hearsay.read.article;

import java.util.List;
import java.util.Optional;
import org.hearsay.page.PageUrl;

/**
 * One page as clean typed text.
 *
 * @param id its name
 * @param url its canonical address; absent for a bare text
 * @param outlet the name under which the outlet speaks, never empty
 * @param title without the site's name
 * @param authors people's names, and agencies; never the outlet itself
 * @param published when it was first published, absent if neither page nor feed says
 * @param modified when it was last changed, if the page says
 * @param language BCP 47 tag, if declared or recognised
 * @param agency the agency or outlet that the text names as its origin ("(Reuters)", "first published by …")
 * @param text NFC, one block a line, '\n' between; offsets everywhere count its UTF-16 units
 * @param blocks in text order, each inside one line
 */
public record Article(
        ArticleId id,
        Optional<PageUrl> url,
        String outlet,
        Optional<String> title,
        List<String> authors,
        Optional<Dated> published,
        Optional<Dated> modified,
        Optional<String> language,
        Optional<String> agency,
        String text,
        List<Block> blocks) {
    public Article {
        authors = List.copyOf(authors);
        blocks = List.copyOf(blocks);
        if (outlet.isBlank()) {
            throw new IllegalArgumentException("an article has an outlet");
        }
        int last = 0;
        for (Block block : blocks) {
            if (block.span().start() < last || block.span().end() > text.length()) {
                throw new IllegalArgumentException("block out of order or outside the text: " + block);
            }
            last = block.span().end();
        }
    }

    /** The words of a span. */
    public String words(Span span) {
        return span.of(text);
    }
}
