package org.hearsay.read.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.read.article.Span;

/**
 * A claim with what speaks for each stance and for its being denied: what the models of both learn from.
 *
 * @param cue the words that make it a report, empty for the outlet's own
 * @param stance what the rules make of it
 * @param denied the same
 * @param signs of its stance, each with its strength
 * @param denials signs of its being denied
 */
public record StanceCase(
        List<Span> content,
        List<Span> cue,
        Stance stance,
        boolean denied,
        Map<String, Double> signs,
        Map<String, Double> denials) {
    public StanceCase {
        content = List.copyOf(content);
        cue = List.copyOf(cue);
        signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
        denials = Collections.unmodifiableMap(new LinkedHashMap<>(denials));
    }
}
