package org.hearsay.read.language;

import java.util.List;

/**
 * What the encoder says of an article beside its names.
 *
 * @param attributions in the order of their cues
 * @param worth for each sentence of the reading how much it is worth checking, from 0 to 1; empty if the model does not say
 */
public record Tagging(List<Attribution> attributions, List<Double> worth) {
    public Tagging {
        attributions = List.copyOf(attributions);
        worth = List.copyOf(worth);
    }
}
