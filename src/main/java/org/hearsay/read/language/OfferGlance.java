package org.hearsay.read.language;

import java.util.Arrays;

/**
 * Whether a part of a text may offer or demand something at all, by a linear glance at what the encoder makes of its words: the
 * network for proposals, which takes as long as the encoder, then reads only these.
 *
 * @param weights for each number of the encoder's output, and at the end what is added
 * @param least from which a word is taken for a possible trigger; without weights every part may offer
 */
record OfferGlance(float[] weights, double least) {
    /** @param text the weights, parted by commas; empty for none */
    static OfferGlance of(String text, double least) {
        String[] numbers = text.isBlank() ? new String[0] : text.strip().split(",");
        float[] weights = new float[numbers.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.parseFloat(numbers[i]);
        }
        return new OfferGlance(weights, least);
    }

    boolean mayOffer(Encoder.Tags tags) {
        int width = weights.length - 1;
        Part part = tags.part();
        for (int word = 0; word < part.wordCount() && width > 0; word++) {
            double sum = weights[width];
            int row = part.starts()[word] * width;
            for (int i = 0; i < width; i++) {
                sum += weights[i] * tags.hidden()[row + i];
            }
            if (sum >= least) {
                return true;
            }
        }
        return width <= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfferGlance glance && Arrays.equals(weights, glance.weights) && least == glance.least;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "a glance by " + weights.length + " weights";
    }
}
