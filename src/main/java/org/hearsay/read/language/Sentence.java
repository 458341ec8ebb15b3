package org.hearsay.read.language;

import java.util.List;
import org.hearsay.read.article.Span;

/**
 * A sentence; it never crosses a block.
 *
 * @param span without surrounding white space
 * @param block index into the article's blocks
 * @param tokens in order, all inside the span; empty where the text is not in a language that we read
 */
public record Sentence(Span span, int block, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }
}
