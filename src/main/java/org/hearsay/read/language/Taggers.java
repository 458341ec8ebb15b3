package org.hearsay.read.language;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The networks beside the encoder that read a text, as far as the models have them. */
record Taggers(Optional<ClaimTagger> claims, Optional<OfferTagger> offers) {
    static final Taggers NONE = new Taggers(Optional.empty(), Optional.empty());

    static Taggers load(Encoder encoder) throws IOException {
        Optional<ClaimTagger> claims = ClaimTagger.load(encoder);
        return new Taggers(claims, claims.isPresent() ? OfferTagger.load(encoder, claims.get()) : Optional.empty());
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

    /** @param parts of the whole text */
    Found in(List<Part> parts) throws OrtException {
        if (claims.isEmpty()) {
            return Found.NOTHING;
        }
        ClaimTagger.Told told = claims.get().of(parts);
        return new Found(
                Optional.of(told.telling()), offers.isPresent() ? offers.get().in(parts, told.triggers()) : List.of());
    }
}
