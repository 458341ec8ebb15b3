package org.hearsay.read.language;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The networks beside the encoder that read a text, as far as the models have them. */
record Taggers(Optional<ClaimTagger> claims, Optional<OfferTagger> offers) {
    static final Taggers NONE = new Taggers(Optional.empty(), Optional.empty());

    static Taggers load(Encoder encoder) throws IOException {
        return new Taggers(ClaimTagger.load(encoder), OfferTagger.load(encoder));
    }

    /**
     * What they say of a text.
     *
     * @param telling absent without a network for claims
     * @param offers in the order of their triggers; none without a network for proposals
     */
    record Found(Optional<Telling> telling, List<TaggedOffer> offers) {
        static final Found NOTHING = new Found(Optional.empty(), List.of());
    }

    /** Whether the network for proposals should read a part. */
    boolean mayOffer(Encoder.Tags tags) {
        return offers.filter(o -> o.mayOffer(tags)).isPresent();
    }

    /**
     * @param parts of the whole text
     * @param likely which of them may offer something
     */
    Found in(List<Part> parts, List<Integer> likely) throws OrtException {
        return new Found(
                claims.isPresent() ? Optional.of(claims.get().of(parts)) : Optional.empty(),
                offers.isPresent() ? offers.get().in(parts, likely) : List.of());
    }
}
