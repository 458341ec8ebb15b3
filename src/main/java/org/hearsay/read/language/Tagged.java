package org.hearsay.read.language;

import org.hearsay.read.article.Span;

/**
 * Words that a model marked, and how sure it is of them.
 *
 * @param confidence the mean probability of its words, above 0 and at most 1
 */
public record Tagged(Span span, double confidence) {
    public Tagged {
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is no probability: " + confidence);
        }
    }
}
