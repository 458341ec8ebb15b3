package org.hearsay.read.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.read.article.Span;

/**
 * A clause that an outlet may be saying itself, with what speaks for and against its being a claim.
 *
 * @param signs each with its strength
 */
public record OutletClause(Span span, Map<String, Double> signs) {
    public OutletClause {
        signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
    }
}
