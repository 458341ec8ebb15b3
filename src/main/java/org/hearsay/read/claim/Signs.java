package org.hearsay.read.claim;

import java.util.Map;

/** What the finders of signs share. */
final class Signs {
    private Signs() {}

    /** Gives a sign that is seen the strength 1. */
    static void set(Map<String, Double> signs, String sign, boolean seen) {
        if (seen) {
            signs.put(sign, 1.0);
        }
    }
}
