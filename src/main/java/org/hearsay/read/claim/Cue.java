package org.hearsay.read.claim;

import java.util.Optional;
import java.util.Set;

/**
 * One line of the cue lists: a word that makes what stands beside it a report.
 *
 * @param lemma phrasal ones with an underscore ("call_for")
 * @param stance what the cue alone says of its content's certainty
 */
record Cue(String lemma, Kind kind, Optional<Stance> stance, Set<Frame> frames) {
    enum Kind {
        SPEECH,
        THOUGHT,
        INTENTION,
        PLEDGE,
        OFFER,
        DEMAND,
        THREAT,
        FORECAST,
        QUESTION,
        DENIAL
    }

    /** How the content stands to the cue; the head of {@code lang/en/cues.txt} explains each. */
    enum Frame {
        CLAUSE,
        THAT,
        QUOTE,
        TOLD,
        TO,
        FOR,
        OBJECT,
        PASSIVE
    }

    Cue {
        frames = Set.copyOf(frames);
    }

    boolean takes(Frame frame) {
        return frames.contains(frame);
    }
}
