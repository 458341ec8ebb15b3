package org.hearsay.read.claim;

import java.util.List;
import java.util.Map;

/**
 * Corrects what the rules make of a claim's stance and denial: logistic models whose weights lie in {@code lang/en/stances.txt} and
 * {@code denials.txt}, made by {@code hearsay train stances}, which scores by it, too. Thread-safe and pure.
 *
 * <pre>{@code
 * Stance stance = model.stance(claim.stance(), claim.signs());
 * boolean denied = model.denied(claim.denied(), claim.denials());
 * }</pre>
 */
public final class StanceModel {
    /** Its outcomes; what is asked the rules know best. */
    public static final List<Stance> STANCES = List.of(
            Stance.ASSERTED, Stance.POSSIBLE, Stance.FORECAST, Stance.PLANNED, Stance.PROPOSED, Stance.CONDITIONAL);

    /**
     * What it costs to show as a fact what is none, beyond being wrong: with it the articles of hands that the model has not
     * learned from have both more stances right and fewer hedged claims shown as facts than by rules alone.
     */
    private static final double FACT_COST = 4;

    /** The same of what the rules take for a fact that is denied: they know a "could not" of then and a rule's "may not". */
    private static final double DENIED_FACT_COST = 1;

    /** What the rules take for denied stays so from this share on, anything else is so from {@link #DENIED_FROM} on. */
    private static final double STILL_DENIED = 0.15;

    private static final double DENIED_FROM = 0.4;

    private final SignModel stances;
    private final SignModel denials;

    private StanceModel(SignModel stances, SignModel denials) {
        this.stances = stances;
        this.denials = denials;
    }

    /**
     * @param stances the weights of each sign, in the order of {@link #STANCES}
     * @param denials the weights of each sign of denial
     */
    public static StanceModel of(List<Map<String, Double>> stances, Map<String, Double> denials) {
        return new StanceModel(SignModel.of(stances), SignModel.of(List.of(denials)));
    }

    /** @throws IllegalStateException if a list is missing or a line of it is wrong: the build is broken */
    static StanceModel load() {
        return new StanceModel(SignModel.load("stances.txt", STANCES.size()), SignModel.load("denials.txt", 1));
    }

    /** The stance that costs least to be wrong with. */
    public Stance stance(Stance rules, Map<String, Double> signs) {
        return stance(rules, signs, new double[STANCES.size()]);
    }

    /** @param more what something else adds to the logarithm of the odds of each of {@link #STANCES} */
    Stance stance(Stance rules, Map<String, Double> signs, double[] more) {
        boolean supposed = rules == Stance.POSSIBLE && signs.containsKey(StanceSigns.SUPPOSED_LIST);
        if (rules == Stance.ASKED || supposed) {
            return rules; // what could come of an offer is none of its terms
        }
        double[] shares = stances.shares(signs, more);
        Stance best = rules;
        double most = Double.NEGATIVE_INFINITY;
        double cost = rules == Stance.ASSERTED && signs.containsKey("denied") ? DENIED_FACT_COST : FACT_COST;
        for (int k = 0; k < shares.length; k++) {
            boolean fact = STANCES.get(k) == Stance.ASSERTED;
            double worth = shares[k] - (fact ? cost * (1 - shares[k]) : 0);
            if (worth > most) {
                most = worth;
                best = STANCES.get(k);
            }
        }
        return best;
    }

    /** @param rules whether they take it for denied */
    public boolean denied(boolean rules, Map<String, Double> signs) {
        return denied(rules, signs, 0);
    }

    /** @param more what something else adds to the logarithm of the odds */
    boolean denied(boolean rules, Map<String, Double> signs, double more) {
        return denials.shares(signs, new double[] {more})[0] >= (rules ? STILL_DENIED : DENIED_FROM);
    }
}
