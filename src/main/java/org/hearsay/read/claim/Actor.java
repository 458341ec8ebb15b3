package org.hearsay.read.claim;

import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Somebody, or something, that does what a verb tells.
 *
 * @param voice that of a report's source
 * @param speaks whether what it does is said
 * @param embedded whether it stands in a clause that hangs on another's verb
 */
record Actor(Line line, Span span, Optional<Voice> voice, boolean speaks, boolean embedded) {}
