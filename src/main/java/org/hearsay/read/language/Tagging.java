package org.hearsay.read.language;

import java.util.List;
import java.util.Optional;

/**
 * What the encoder says of an article beside its names.
 *
 * @param attributions in the order of their cues
 * @param offers in the order of their triggers; empty if the model does not mark them
 * @param telling who tells which words, and how surely; absent if the model does not say
 * @param worth for each sentence of the reading how much it is worth checking, from 0 to 1; empty if the model does not say
 */
public record Tagging(
        List<Attribution> attributions, List<TaggedOffer> offers, Optional<Telling> telling, List<Double> worth) {
    public Tagging {
        attributions = List.copyOf(attributions);
        offers = List.copyOf(offers);
        worth = List.copyOf(worth);
    }
}
