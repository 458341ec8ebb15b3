package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Stance;

/**
 * What people said is wrong with a claim. Not derived, so it survives a rebuild: claims are stored as read, and every
 * claim that leaves the store says what the corrections in force make of it. Of several about the same thing the last is
 * in force. A correction queues the article for the index.
 */
public interface Corrections {
    /** @throws IllegalArgumentException if it cannot be one; says what can */
    void add(Correction correction);

    /** From now on what was read holds again; nothing happens if nobody said otherwise. */
    void takeBack(ClaimId claim, String what, Instant at);

    /** Those in force, oldest first. */
    List<Correction> of(ClaimId claim);

    /** Every one in force, oldest first. */
    List<Correction> all();

    /**
     * @param what {@link #VOICE}, {@link #STANCE} or {@link #NOT_A_CLAIM}
     * @param words who says it, the name of the stance ("denied" among them), or why it is none
     */
    record Correction(ClaimId claim, String what, String words, Instant at) {
        public static final String VOICE = "voice";
        public static final String STANCE = "stance";
        public static final String NOT_A_CLAIM = "not a claim";

        public Correction {
            boolean fits = switch (what) {
                case VOICE -> !words.isBlank();
                case STANCE -> words.equals("denied") || isStance(words);
                case NOT_A_CLAIM -> true;
                default -> false;
            };
            if (!fits) {
                throw new IllegalArgumentException("no correction of a claim: " + what + " " + words);
            }
        }

        private static boolean isStance(String name) {
            for (Stance stance : Stance.values()) {
                if (stance.name().equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
