package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hearsay.read.article.Span;

/**
 * What the network for claims says of the words of a text: who tells them, how surely, and whether they are denied. It reads
 * words in their surroundings and resolves nothing; beside rules and models of signs it is a second opinion. Immutable.
 *
 * <pre>{@code
 * tagging.telling().of(claim.content()).ifPresent(told -> told.tellers()[Telling.OUTLET] …);
 * }</pre>
 */
public final class Telling {
    /** Places in {@link Told#tellers}: no claim at all, the outlet's own, somebody's with a name, anybody else's. */
    public static final int NOBODY = 0;

    public static final int OUTLET = 1;
    public static final int NAMED = 2;
    public static final int OTHERS = 3;

    /** In the order of {@link Told#stances}, in small letters as the models' files name them. */
    public static final List<String> STANCES =
            List.of("asserted", "possible", "forecast", "planned", "proposed", "conditional", "asked");

    static final int TELLERS = 4;

    private final List<Span> words = new ArrayList<>();
    private final List<float[]> tellers = new ArrayList<>();
    private final List<float[]> stances = new ArrayList<>();
    private final List<float[]> denials = new ArrayList<>();
    private final List<float[]> asking = new ArrayList<>();
    private final List<float[]> answers = new ArrayList<>();
    private final List<float[]> nobody = new ArrayList<>();
    private final List<float[]> triggers = new ArrayList<>();
    private final List<Integer> windows = new ArrayList<>();

    Telling() {}

    /**
     * Of some words together, as natural logarithms of probabilities.
     *
     * @param tellers by {@link Telling#NOBODY} and so on
     * @param stances by {@link Telling#STANCES}
     * @param denials not denied, denied
     */
    public record Told(double[] tellers, double[] stances, double[] denials) {}

    /**
     * Takes what is said of a part's words, which stand behind all others.
     *
     * @param window the number of the one that the part was read in
     * @param outputs the rows of an output of the network, by its name
     */
    void add(Part part, int window, Function<String, float[][]> outputs) {
        words.addAll(part.words());
        tellers.addAll(List.of(outputs.apply("teller")));
        stances.addAll(List.of(outputs.apply("stance")));
        denials.addAll(List.of(outputs.apply("denied")));
        asking.addAll(List.of(outputs.apply("ask")));
        answers.addAll(List.of(outputs.apply("key")));
        nobody.addAll(List.of(outputs.apply("nobody")));
        triggers.addAll(List.of(outputs.apply("trigger")));
        windows.addAll(Collections.nCopies(part.wordCount(), window));
    }

    /** How likely a word of these makes a proposal, "offered" or "wants", from 0 to 1: the likeliest of them. */
    public double proposes(Span span) {
        double most = 0;
        for (int i = from(span.start()); i < words.size() && words.get(i).start() < span.end(); i++) {
            most = Math.max(most, 1 - Math.exp(triggers.get(i)[0]));
        }
        return most;
    }

    /**
     * Which of the names near a claim speaks it.
     *
     * @param content of the claim; what stands in another window than its first word is left out
     * @param names where they stand
     * @return for each name the probability that it does, 0 for one in another window; the rest to 1 is that nobody with a
     *     name does. Empty where the network read none of the claim
     */
    public double[] speakers(List<Span> content, List<Span> names) {
        int first = content.isEmpty() ? words.size() : from(content.get(0).start());
        if (first >= words.size()) {
            return new double[0];
        }
        int window = windows.get(first);
        double[] question = mean(asking, content, window);
        double[] odds = new double[names.size()];
        double none = mean(nobody, content, window)[0];
        double most = none;
        for (int k = 0; k < odds.length; k++) {
            double[] answer = mean(answers, List.of(names.get(k)), window);
            odds[k] = answer.length == 0 ? Double.NEGATIVE_INFINITY : product(question, answer);
            most = Math.max(most, odds[k]);
        }
        double all = Math.exp(none - most);
        for (int k = 0; k < odds.length; k++) {
            odds[k] = Math.exp(odds[k] - most);
            all += odds[k];
        }
        for (int k = 0; k < odds.length; k++) {
            odds[k] /= all;
        }
        return odds;
    }

    private static double product(double[] question, double[] answer) {
        double sum = 0;
        for (int i = 0; i < question.length; i++) {
            sum += question[i] * answer[i];
        }
        return sum / Math.sqrt(question.length);
    }

    /** The mean row of the words in one window; empty if there are none. */
    private double[] mean(List<float[]> rows, List<Span> spans, int window) {
        double[] sum = new double[rows.get(0).length];
        int count = 0;
        for (Span span : spans) {
            for (int i = from(span.start()); i < words.size() && words.get(i).start() < span.end(); i++) {
                if (windows.get(i) == window) {
                    add(sum, rows.get(i));
                    count++;
                }
            }
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= count;
        }
        return count == 0 ? new double[0] : sum;
    }

    /** @return nothing where the network read none of the words */
    public Optional<Told> of(List<Span> spans) {
        double[] ofTellers = new double[TELLERS];
        double[] ofStances = new double[STANCES.size()];
        double[] ofDenials = new double[2];
        int count = 0;
        for (Span span : spans) {
            for (int i = from(span.start()); i < words.size() && words.get(i).start() < span.end(); i++) {
                add(ofTellers, tellers.get(i));
                add(ofStances, stances.get(i));
                add(ofDenials, denials.get(i));
                count++;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(new Told(mean(ofTellers, count), mean(ofStances, count), mean(ofDenials, count)));
    }

    /** The first word that ends behind an offset. */
    private int from(int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void add(double[] sum, float[] values) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += values[k];
        }
    }

    /** Means of logarithms, made probabilities again. */
    private static double[] mean(double[] sums, int count) {
        double all = 0;
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= count;
            all += Math.exp(sums[k]);
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] -= Math.log(all);
        }
        return sums;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Telling telling
                && words.equals(telling.words)
                && windows.equals(telling.windows)
                && same(tellers, telling.tellers)
                && same(stances, telling.stances)
                && same(denials, telling.denials)
                && same(asking, telling.asking)
                && same(answers, telling.answers)
                && same(nobody, telling.nobody);
    }

    private static boolean same(List<float[]> some, List<float[]> others) {
        return Arrays.deepEquals(some.toArray(), others.toArray());
    }

    @Override
    public int hashCode() {
        return 31 * words.hashCode() + Arrays.deepHashCode(tellers.toArray());
    }

    @Override
    public String toString() {
        return "what is told of " + words.size() + " words";
    }
}
