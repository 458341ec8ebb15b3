package org.hearsay.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * Something marked and something found that may be the same.
 *
 * <pre>{@code
 * for (Pairing pair : Pairing.oneToOne(marks, claims, Likeness::of, 0.5)) {
 *     compare(marks.get(pair.mark()), claims.get(pair.found()));
 * }
 * }</pre>
 *
 * @param mark index of what is marked
 * @param found index of what is found
 * @param score the higher the likelier
 */
public record Pairing(int mark, int found, double score) {
    /**
     * The best pairs, of which no two have a mark or a find in common; the first of equals.
     *
     * @param least what a pair must score to be one
     */
    public static <M, F> List<Pairing> oneToOne(
            List<M> all, List<F> finds, ToDoubleBiFunction<M, F> likeness, double least) {
        List<Pairing> byScore = new ArrayList<>();
        for (int m = 0; m < all.size(); m++) {
            for (int f = 0; f < finds.size(); f++) {
                double score = likeness.applyAsDouble(all.get(m), finds.get(f));
                if (score >= least) {
                    byScore.add(new Pairing(m, f, score));
                }
            }
        }
        byScore.sort(Comparator.comparingDouble(Pairing::score).reversed());
        Set<Integer> marks = new HashSet<>();
        Set<Integer> found = new HashSet<>();
        List<Pairing> best = new ArrayList<>();
        for (Pairing pair : byScore) {
            if (!marks.contains(pair.mark()) && !found.contains(pair.found())) {
                marks.add(pair.mark());
                found.add(pair.found());
                best.add(pair);
            }
        }
        return best;
    }
}
