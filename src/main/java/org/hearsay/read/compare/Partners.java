package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.read.language.WordVectors;

/**
 * The words of two statements laid side by side by what they mean where they stand: how near the best partner of each is
 * on the other side, what is left without one, and what is replaced by something else. Symmetric: the shorter statement is
 * told first.
 */
final class Partners {
    /** A word whose best partner is not so near has none. */
    private static final double NEAR = 0.6;
    /** One so near is another word for it. */
    private static final double SAME = 0.78;
    /** Two words so near may be each other's. */
    private static final double MAYBE = 0.55;
    /** The same word is taken for a partner before a nearer one. */
    private static final double EQUAL = 0.3;

    /** What each number is; first of the shorter side, then of the longer, then of both. */
    static final List<String> NAMES = names();

    /** One side: its words, and which of them have a partner that is the same word. */
    private record Side(Word[] words, boolean[] shared) {
        double weight(int i) {
            return words[i].weight;
        }

        /** Words that tell something and that the other side does not have. */
        boolean alone(int i) {
            return words[i].content && !shared[i];
        }
    }

    /** @param counts whether it is a word or a number, not a mark */
    private record Word(String stem, boolean counts, boolean content, boolean capital, double weight, float[] vector) {}

    private final Side a;
    private final Side b;
    private final double[][] near;
    private final List<Double> numbers = new ArrayList<>();

    private Partners(Side a, Side b, double[][] near) {
        this.a = a;
        this.b = b;
        this.near = near;
    }

    /** The numbers of {@link #NAMES}; each NaN where a side has no words. */
    static float[] of(WordVectors one, WordVectors other) {
        Word[] first = words(one);
        Word[] second = words(other);
        float[] values = new float[NAMES.size()];
        if (counted(first) == 0 || counted(second) == 0) {
            Arrays.fill(values, Float.NaN);
            return values;
        }
        boolean turned = Comparator.comparingInt(Partners::counted)
                        .thenComparing(words -> Arrays.toString(
                                Arrays.stream(words).map(Word::stem).toArray()))
                        .compare(first, second)
                > 0;
        List<Double> numbers = turned ? between(second, first) : between(first, second);
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).floatValue();
        }
        return values;
    }

    private static List<Double> between(Word[] a, Word[] b) {
        boolean[] sharedA = new boolean[a.length];
        boolean[] sharedB = new boolean[b.length];
        double[][] near = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                near[i][j] = a[i].counts && b[j].counts ? product(a[i].vector, b[j].vector) : -1;
                boolean same = a[i].stem.equals(b[j].stem);
                sharedA[i] |= same;
                sharedB[j] |= same;
            }
        }
        Partners partners = new Partners(new Side(a, sharedA), new Side(b, sharedB), near);
        partners.oneSide(partners.a, partners.b, near);
        partners.oneSide(partners.b, partners.a, turned(near));
        partners.left();
        partners.pairs();
        return partners.numbers;
    }

    private static Word[] words(WordVectors from) {
        Word[] words = new Word[from.words().size()];
        for (int i = 0; i < words.length; i++) {
            String text = from.words().get(i);
            String low = text.toLowerCase(Locale.ROOT);
            boolean counts = Character.isLetterOrDigit(low.codePointAt(0));
            boolean content = counts && (Words.isContent(low) || Words.isFigure(low) || Words.isOfCalendar(low));
            String stem = Words.stem(low);
            words[i] = new Word(
                    stem,
                    counts,
                    content,
                    i > 0 && Character.isUpperCase(text.codePointAt(0)),
                    counts ? Rarity.atLarge().of(stem) : 0,
                    from.vectors()[i]);
        }
        return words;
    }

    private static int counted(Word[] words) {
        return (int) Arrays.stream(words).filter(Word::counts).count();
    }

    private static double product(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] turned(double[][] rows) {
        double[][] turned = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                turned[j][i] = rows[i][j];
            }
        }
        return turned;
    }

    private void oneSide(Side side, Side other, double[][] near) {
        double sum = 0;
        double weights = 0;
        double alone = 0;
        double aloneWeights = 0;
        double[] bands = new double[3];
        int replaced = 0;
        double nearest = 0;
        double farthest = 1;
        List<Double> content = new ArrayList<>();
        int least = -1;
        double leastNear = Double.MAX_VALUE;
        boolean any = Arrays.stream(side.words).anyMatch(Word::content);
        for (int i = 0; i < side.words.length; i++) {
            if (!side.words[i].counts) {
                continue;
            }
            int partner = best(near[i]);
            double is = near[i][partner];
            sum += is * side.weight(i);
            weights += side.weight(i);
            if (side.words[i].content || !any) {
                content.add(is);
                if (is < leastNear) {
                    leastNear = is;
                    least = i;
                }
            }
            if (side.alone(i)) {
                alone += is * side.weight(i);
                aloneWeights += side.weight(i);
                bands[is < NEAR ? 0 : is < SAME ? 1 : 2] += side.weight(i);
                if (other.alone(partner)) {
                    replaced++;
                    nearest = Math.max(nearest, is);
                    farthest = Math.min(farthest, is);
                }
            }
        }
        content.sort(null);
        numbers.add(weights == 0 ? 0 : sum / weights);
        numbers.add(content.get(0));
        numbers.add(content.get(Math.min(1, content.size() - 1)));
        numbers.add(content.stream().limit(3).mapToDouble(d -> d).average().orElse(0));
        numbers.add(aloneWeights == 0 ? 1 : alone / aloneWeights);
        for (double band : bands) {
            numbers.add(band);
        }
        numbers.add((double) replaced);
        numbers.add(nearest);
        numbers.add(farthest);
        numbers.add(side.words[least].capital ? 1.0 : 0);
    }

    private static int best(double[] row) {
        int best = 0;
        for (int j = 1; j < row.length; j++) {
            best = row[j] > row[best] ? j : best;
        }
        return best;
    }

    /** How alike all that is left on one side is to all that is left on the other; NaN if either side has all. */
    private void left() {
        float[] one = left(a);
        float[] other = left(b);
        double lengths = Math.sqrt(product(one, one) * product(other, other));
        numbers.add(lengths == 0 ? Double.NaN : product(one, other) / lengths);
    }

    private static float[] left(Side side) {
        float[] sum = new float[side.words[0].vector.length];
        for (int i = 0; i < side.words.length; i++) {
            if (side.alone(i)) {
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += (float) (side.weight(i) * side.words[i].vector[k]);
                }
            }
        }
        return sum;
    }

    private record Pair(int i, int j, double score) {}

    /** Each word has one partner at most, the nearest first. */
    private void pairs() {
        List<Pair> candidates = new ArrayList<>();
        double all = 0;
        for (int i = 0; i < a.words.length; i++) {
            all += a.words[i].content ? a.weight(i) : 0;
            for (int j = 0; j < b.words.length; j++) {
                if (a.words[i].content && b.words[j].content && near[i][j] > MAYBE) {
                    double equal = a.words[i].stem.equals(b.words[j].stem) ? EQUAL : 0;
                    candidates.add(new Pair(i, j, near[i][j] + equal));
                }
            }
        }
        for (int j = 0; j < b.words.length; j++) {
            all += b.words[j].content ? b.weight(j) : 0;
        }
        candidates.sort(Comparator.comparingDouble(Pair::score)
                .reversed()
                .thenComparing(Pair::i)
                .thenComparing(Pair::j));
        Set<Integer> takenA = new HashSet<>();
        Set<Integer> takenB = new HashSet<>();
        List<Pair> taken = new ArrayList<>();
        double sum = 0;
        for (Pair pair : candidates) {
            if (!takenA.contains(pair.i) && !takenB.contains(pair.j)) {
                takenA.add(pair.i);
                takenB.add(pair.j);
                taken.add(pair);
                sum += near[pair.i][pair.j] * (a.weight(pair.i) + b.weight(pair.j));
            }
        }
        numbers.add(all == 0 ? 0 : sum / all);
        numbers.add(crossing(taken));
        numbers.add(without(a, takenA));
        numbers.add(without(b, takenB));
    }

    /** Share of the pairs of partners that stand in one order on one side and in the other on the other. */
    private static double crossing(List<Pair> pairs) {
        int crossing = 0;
        for (Pair one : pairs) {
            for (Pair other : pairs) {
                crossing += one.i < other.i && one.j > other.j ? 1 : 0;
            }
        }
        double all = pairs.size() * (pairs.size() - 1) / 2.0;
        return all == 0 ? 0 : crossing / all;
    }

    private static double without(Side side, Set<Integer> taken) {
        double sum = 0;
        for (int i = 0; i < side.words.length; i++) {
            sum += side.words[i].content && !taken.contains(i) ? side.weight(i) : 0;
        }
        return sum;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String side : List.of("shorter", "longer")) {
            for (String name : List.of(
                    "near",
                    "least",
                    "least.second",
                    "least.three",
                    "alone.near",
                    "alone.far",
                    "alone.between",
                    "alone.same",
                    "replaced",
                    "replaced.nearest",
                    "replaced.farthest",
                    "least.capital")) {
                names.add("partners." + side + "." + name);
            }
        }
        for (String name : List.of("left", "one", "crossing", "without.shorter", "without.longer")) {
            names.add("partners." + name);
        }
        return List.copyOf(names);
    }
}
