package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.Tagging;
import org.hearsay.read.language.Telling;

/**
 * What the network for claims says of a claim's words, as odds (natural logarithms) to be added to those of the models of signs.
 * These know cues, tenses and lists, the network knows words in their surroundings. How much it counts was chosen on three
 * hands' articles that neither had learned from ({@code claims-gold.md}). Where no network has read the words, all odds are even.
 */
final class Opinion {
    /** Of the odds that the outlet claims something: more takes in what is told in passing. */
    private static final double CLAIMED = 0.5;

    private static final double STANCES = 1.3;
    private static final double DENIED = 0.7;

    /** From these odds on it is nothing that anybody claims. */
    private static final double IDLE = 2;

    /** As sure as a probability is taken to be at most. */
    private static final double SUREST = 0.9999;

    private final Optional<Telling> telling;

    Opinion(Reading reading) {
        telling = reading.tagging().flatMap(Tagging::telling);
    }

    /** The odds that a report's words are somebody's and not the outlet's. */
    double reported(List<Span> content) {
        return told(content)
                .map(t -> Math.log(Math.exp(t.tellers()[Telling.NAMED]) + Math.exp(t.tellers()[Telling.OTHERS]))
                        - t.tellers()[Telling.OUTLET])
                .orElse(0.0);
    }

    /** The odds that the outlet claims it. */
    double claimed(List<Span> content) {
        return told(content)
                .map(t -> CLAIMED * odds(t.tellers()[Telling.OUTLET]))
                .orElse(0.0);
    }

    /** Whether it is nothing that anybody claims: scenes, opinions, orders to the reader. */
    boolean idle(List<Span> content) {
        return told(content)
                .filter(t -> odds(t.tellers()[Telling.NOBODY]) > IDLE)
                .isPresent();
    }

    /**
     * For each of {@link StanceModel#STANCES} its odds. The network may speak against a fact and never for one: with its word for it
     * one in sixty hedged claims more would be shown as a fact, and that is worse than a fact shown as hedged.
     */
    double[] stances(List<Span> content) {
        double[] odds = new double[StanceModel.STANCES.size()];
        told(content).ifPresent(t -> {
            for (int k = 0; k < odds.length; k++) {
                double of = odds(t.stances()[k]);
                odds[k] = STANCES * (StanceModel.STANCES.get(k) == Stance.ASSERTED ? Math.min(0, of) : of);
            }
        });
        return odds;
    }

    /** The odds that it is denied, by its first piece. */
    double denied(List<Span> content) {
        return told(content.subList(0, Math.min(1, content.size())))
                .map(t -> DENIED * (t.denials()[1] - t.denials()[0]))
                .orElse(0.0);
    }

    private Optional<Telling.Told> told(List<Span> content) {
        return telling.flatMap(t -> t.of(content));
    }

    private static double odds(double logarithm) {
        double share = Math.min(SUREST, Math.max(1 - SUREST, Math.exp(logarithm)));
        return Math.log(share / (1 - share));
    }
}
