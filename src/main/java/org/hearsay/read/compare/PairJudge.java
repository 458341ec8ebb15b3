package org.hearsay.read.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a pair of statements by weight of everything that they share and that they do not, with trees that were grown
 * on marked pairs ({@code hearsay train pairs}). What makes two sentences of reports one is not what makes two captions
 * or two headlines one, so each kind of text has trees of its own, and some more say what kind a pair is of. Thread-safe
 * and pure.
 */
public final class PairJudge {
    /** Classes in the order of the model. */
    public static final List<String> CLASSES = List.of("agree", "differ", "unrelated");
    /** Kinds of text in the order of the model. */
    public static final List<String> KINDS = List.of("sentences", "captions", "entries", "short");
    /** Sentences that both hold a number are judged apart from those that do not. */
    public static final String FIGURES = "figures";
    /** The name of the trees that tell the kind. */
    public static final String KIND = "kind";

    /** The kinds that have trees which also ask how the words lie to each other. */
    public static final List<String> ASK_PARTNERS = List.of("sentences", "captions", "entries");
    /** Stands before the names of those trees. */
    public static final String WITH_PARTNERS = "partners ";

    private final Trees kind;
    private final List<Trees> ofKind;
    private final List<Trees> ofKindWithPartners;
    private final Trees figures;

    private PairJudge(Map<String, Trees> parts) {
        this.kind = part(parts, KIND);
        this.ofKind = KINDS.stream().map(name -> part(parts, name)).toList();
        this.ofKindWithPartners = KINDS.stream()
                .map(name ->
                        Optional.ofNullable(parts.get(WITH_PARTNERS + name)).orElseGet(() -> part(parts, name)))
                .toList();
        this.figures = part(parts, FIGURES);
    }

    private static Trees part(Map<String, Trees> parts, String name) {
        Trees trees = parts.get(name);
        if (trees == null) {
            throw new IllegalArgumentException("the model of pairs has no trees for " + name);
        }
        return trees;
    }

    /** The model that comes with the program. */
    static PairJudge bundled() {
        try (InputStream in = PairJudge.class.getResourceAsStream("/lang/en/pairs.trees")) {
            if (in == null) {
                throw new IllegalStateException("lang/en/pairs.trees is not in the program");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model as {@code hearsay train pairs} writes it. */
    public static PairJudge read(InputStream in) throws IOException {
        return new PairJudge(Trees.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
    }

    /** The pair as numbers, the same from both sides. @param near how alike they are in meaning, if that is known */
    public static float[] features(Statement a, Statement b, Optional<Likeness.Near> near) {
        return features(Slots.of(a), Slots.of(b), near);
    }

    static float[] features(Slots a, Slots b, Optional<Likeness.Near> near) {
        return Relating.order(a.statement(), b.statement()) <= 0
                ? PairFeatures.of(a, b, near)
                : PairFeatures.of(b, a, near);
    }

    /** What the numbers are called. */
    public static List<String> featureNames(Statement a, Statement b) {
        return PairFeatures.names(Slots.of(a), Slots.of(b));
    }

    /** Whether both sides hold a number. */
    public static boolean haveFigures(float[] features) {
        return features[PairFeatures.BOTH_FIGURES] > 0;
    }

    /** The same without what is known only where words have vectors. */
    public static float[] withoutPartners(float[] features) {
        return Arrays.copyOf(features, PairFeatures.WITHOUT_PARTNERS);
    }

    /** Whether it is known how the words lie to each other. */
    public static boolean havePartners(float[] features) {
        return features.length > PairFeatures.WITHOUT_PARTNERS;
    }

    /** Probabilities of {@link #CLASSES}. */
    public double[] odds(float[] features) {
        List<Trees> trees = havePartners(features) ? ofKindWithPartners : ofKind;
        double[] kinds = kind.odds(features);
        double[] odds = new double[CLASSES.size()];
        for (int k = 0; k < kinds.length; k++) {
            boolean sentences = k == 0;
            double[] of = (sentences && haveFigures(features) ? figures : trees.get(k)).odds(features);
            for (int c = 0; c < of.length; c++) {
                odds[c] += kinds[k] * of[c];
            }
        }
        return odds;
    }
}
