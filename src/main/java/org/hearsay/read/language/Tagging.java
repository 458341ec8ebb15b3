package org.hearsay.read.language;

import java.util.List;

/**
 * What the encoder says of an article beside its names.
 *
 * @param attributions in the order of their cues
 * @param offers in the order of their triggers; empty if the model does not mark them
 * @param worth for each sentence of the reading how much it is worth checking, from 0 to 1; empty if the model does not say
 */
public record Tagging(List<Attribution> attributions, List<TaggedOffer> offers, List<Double> worth) {
    public Tagging {
        attributions = List.copyOf(attributions);
        offers = List.copyOf(offers);
        worth = List.copyOf(worth);
    }
}
