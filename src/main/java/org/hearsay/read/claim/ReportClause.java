package org.hearsay.read.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.read.article.Span;

/**
 * What may be a report, with what speaks for and against somebody's telling it.
 *
 * @param content from its first to its last word
 * @param signs each with its strength
 */
public record ReportClause(Span content, Span cue, Map<String, Double> signs) {
    public ReportClause {
        signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
    }
}
