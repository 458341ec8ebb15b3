package org.hearsay.read.language;

import org.hearsay.read.article.Span;

/**
 * A word or mark of a sentence.
 *
 * @param span where it stands
 * @param text its characters after the one-to-one clean-up (straight quotes and dashes), as long as the span
 * @param tag universal part-of-speech tag (NOUN, PROPN, VERB, AUX, …)
 * @param lemma lower case; the text itself where none is known
 */
public record Token(Span span, String text, String tag, String lemma) {}
