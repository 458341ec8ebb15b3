package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two statements as numbers, the same from both sides: how much of their words, names and figures is shared, what stands
 * on one side alone, what of it is opposite, and, where words have vectors, how they lie to each other. What cannot be told
 * is NaN.
 */
final class PairFeatures {
    private static final Set<String> NEGATIONS = Set.of(
            "no",
            "not",
            "never",
            "none",
            "nobody",
            "nothing",
            "neither",
            "nor",
            "without",
            "nowhere",
            "cannot",
            "cant",
            "dont",
            "doesnt",
            "didnt",
            "isnt",
            "wasnt",
            "arent",
            "werent",
            "wont",
            "wouldnt",
            "couldnt",
            "hasnt",
            "havent",
            "hadnt",
            "refused",
            "refuse",
            "refuses",
            "failed",
            "fails",
            "fail",
            "denied",
            "denies",
            "deny",
            "unable",
            "incapable",
            "lack",
            "lacks",
            "lacked",
            "avoided",
            "prevented",
            "false",
            "rejected",
            "rejects",
            "yet",
            "n't",
            "unknown",
            "hardly");
    private static final Set<String> ONLY =
            Set.of("only", "exclusively", "solely", "merely", "just", "always", "every", "all", "entirely", "strictly");
    private static final Set<String> DAYS = Stream.concat(
                    Stream.of(("monday tuesday wednesday thursday friday saturday sunday"
                                    + " jan feb apr jun jul aug sep sept oct nov dec")
                            .split(" ")),
                    Slots.MONTHS.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST = 60;
    /** Where among the numbers it stands whether both sides have figures. */
    static final int BOTH_FIGURES = 0;
    /** So many are there in any case; those of {@link Partners} stand behind them. */
    static final int WITHOUT_PARTNERS = 72;

    private final List<Float> values = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private PairFeatures() {}

    /** What the numbers are called, in their order. */
    static List<String> names(Slots a, Slots b) {
        return new PairFeatures().make(a, b, Optional.empty()).names;
    }

    static float[] of(Slots a, Slots b, Optional<Likeness.Near> near) {
        return new PairFeatures().make(a, b, near).array();
    }

    private void add(String name, double value) {
        names.add(name);
        values.add((float) value);
    }

    /** Two values, one for each side: the smaller and the larger, so that turning the pair changes nothing. */
    private void both(String name, double one, double other) {
        add(name + ".min", Math.min(one, other));
        add(name + ".max", Math.max(one, other));
    }

    private float[] array() {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private PairFeatures make(Slots a, Slots b, Optional<Likeness.Near> near) {
        Numbers numbers = Numbers.between(a, b);
        add("numbers.both", numbers.equal() > 0 || Math.min(numbers.onlyFirst(), numbers.onlySecond()) > 0 ? 1 : 0);
        List<String> wordsA = words(a);
        List<String> wordsB = words(b);
        overlap(wordsA, wordsB);
        content(a, b);
        figures(a, b, numbers);
        opposites(a, b, wordsA, wordsB);
        add("likeness", near.map(Likeness.Near::sentences).orElseGet(this::guessedLikeness));
        lands(a, b);
        add("figures.told", told(a, b));
        add("figures.currencies", currencies(a, b) ? 1 : 0);
        float[] words = near.map(Likeness.Near::words).orElseGet(() -> new float[0]);
        for (int i = 0; i < words.length; i++) {
            add(Partners.NAMES.get(i), words[i]);
        }
        return this;
    }

    /** Without vectors: the plane through the marked pairs, off by .12 on average. */
    private double guessedLikeness() {
        return 0.254 + 0.278 * of("letters.dice") + 0.099 * of("content.soft.min") + 0.362 * of("content.soft.max");
    }

    private double of(String name) {
        return values.get(names.indexOf(name));
    }

    private static List<String> words(Slots slots) {
        List<String> words = new ArrayList<>();
        for (Words.Word word : Words.of(slots.statement().words())) {
            words.add(word.text());
            if (words.size() == LONGEST) {
                break;
            }
        }
        return words;
    }

    private void overlap(List<String> a, List<String> b) {
        Set<String> setA = new HashSet<>(a);
        Set<String> setB = new HashSet<>(b);
        int shared = Slots.shared(setA, setB);
        add("words.jaccard", Slots.alike(setA, setB));
        both("words.in", ratio(shared, setA.size()), ratio(shared, setB.size()));
        add("pairs.dice", Rows.dice(Rows.grams(a, 2), Rows.grams(b, 2)));
        add("triples.dice", Rows.dice(Rows.grams(a, 3), Rows.grams(b, 3)));
        add("letters.dice", Rows.dice(Rows.letters(a), Rows.letters(b)));
        int common = Rows.longestCommon(a, b);
        both("common", ratio(common, a.size()), ratio(common, b.size()));
        both("length", a.size(), b.size());
        add("length.ratio", ratio(Math.min(a.size(), b.size()), Math.max(a.size(), b.size())));
        add("order", Rows.order(a, b));
        add("prefix", Rows.prefix(a, b));
        add("suffix", Rows.prefix(a.reversed(), b.reversed()));
    }

    private void content(Slots a, Slots b) {
        Set<String> setA = new HashSet<>(a.order());
        Set<String> setB = new HashSet<>(b.order());
        int shared = Slots.shared(setA, setB);
        add("content.jaccard", Slots.alike(setA, setB));
        both("content.in", ratio(shared, setA.size()), ratio(shared, setB.size()));
        add("content.shared", shared);
        Set<String> onlyA = without(setA, setB);
        Set<String> onlyB = without(setB, setA);
        both("content.only", onlyA.size(), onlyB.size());
        double soft = Rows.soft(onlyA, onlyB);
        both("content.soft", ratio(shared + soft, setA.size()), ratio(shared + soft, setB.size()));
        add("content.first", first(a, b));
        int names = 0;
        int ofA = 0;
        for (Slots.Name name : a.names()) {
            boolean there = b.names().stream().anyMatch(name::is) || setB.containsAll(stems(name.words()));
            names += there ? 1 : 0;
            ofA += there ? 0 : 1;
        }
        int ofB = 0;
        for (Slots.Name name : b.names()) {
            boolean there = a.names().stream().anyMatch(name::is) || setA.containsAll(stems(name.words()));
            ofB += there ? 0 : 1;
        }
        add("names.shared", names);
        both("names.only", ofA, ofB);
        boolean clash = a.names().stream()
                .filter(n -> b.names().stream().noneMatch(n::is))
                .anyMatch(n -> b.names().stream()
                        .filter(m -> a.names().stream().noneMatch(m::is))
                        .anyMatch(m -> m.type() == n.type()));
        add("names.clash", clash ? 1 : 0);
    }

    /** Of two blasts of one kind the land tells which is which, whether it is named or its people are. */
    private void lands(Slots a, Slots b) {
        int lands = Slots.shared(a.lands(), b.lands());
        add("lands.shared", lands);
        both("lands.only", a.lands().size() - lands, b.lands().size() - lands);
    }

    private static Set<String> stems(Set<String> words) {
        Set<String> stems = new HashSet<>();
        words.forEach(word -> stems.add(Words.stem(word)));
        return stems;
    }

    private void figures(Slots a, Slots b, Numbers numbers) {
        Figures found = Figures.of(a, b);
        add("figures.conflicts", found.conflicts().size());
        add("figures.agreements", found.agreements().size());
        add("figures.unlike", found.unlike() ? 1 : 0);
        add("figures.sure", found.surest());
        both("figures.count", a.figures().size(), b.figures().size());
        double[] closest = Figures.closest(a, b);
        for (int i = 0; i < closest.length; i++) {
            add("figures.closest." + i, closest[i]);
        }
        add("subjects.apart", Figures.subjectsApart(a, b) ? 1 : 0);
        add("numbers.equal", numbers.equal());
        both("numbers.only", numbers.onlyFirst(), numbers.onlySecond());
        add("numbers.clash", numbers.clash());
        add("numbers.near", numbers.near());
        add("numbers.close", numbers.close());
        add("numbers.place", numbers.place());
        add("numbers.year", numbers.otherYear() ? 1 : 0);
        Relation relation = Relating.of(a, b);
        add("rule.same", relation.kind() == Relation.Kind.SAME ? 1 : 0);
        add("rule.differs", relation.kind() == Relation.Kind.DIFFERS ? 1 : 0);
        add("rule.contradicts", relation.kind() == Relation.Kind.CONTRADICTS ? 1 : 0);
    }

    /** How many numbers both state that do not come up by chance. */
    private static int told(Slots a, Slots b) {
        return (int) a.figures().stream()
                .filter(one -> b.figures().stream().anyMatch(one::tellsTheSame))
                .count();
    }

    private static boolean currencies(Slots a, Slots b) {
        return a.figures().stream().anyMatch(one -> b.figures().stream().anyMatch(one::otherCurrency))
                && a.figures().stream().noneMatch(one -> b.figures().stream().anyMatch(one::tellsTheSame));
    }

    private void opposites(Slots a, Slots b, List<String> wordsA, List<String> wordsB) {
        int negA = count(wordsA, NEGATIONS);
        int negB = count(wordsB, NEGATIONS);
        add("negations.apart", Math.abs(negA - negB));
        add("negations.both", Math.min(negA, negB));
        add("denied.apart", a.negated() == b.negated() ? 0 : 1);
        add("only.apart", Math.abs(count(wordsA, ONLY) - count(wordsB, ONLY)));
        Set<String> onlyA = without(new HashSet<>(wordsA), new HashSet<>(wordsB));
        Set<String> onlyB = without(new HashSet<>(wordsB), new HashSet<>(wordsA));
        add("antonyms", Antonyms.between(onlyA, onlyB));
        add("synonyms", Antonyms.alike(onlyA, onlyB));
        add("days.apart", Math.min(count(onlyA, DAYS), count(onlyB, DAYS)));
        both("days.only", count(onlyA, DAYS), count(onlyB, DAYS));
        add(
                "stance.apart",
                a.statement().claim().stance() == b.statement().claim().stance() ? 0 : 1);
        both("capitals", capitals(a), capitals(b));
    }

    /** Share of the words that begin with a capital letter: headlines and tables have most. */
    private static double capitals(Slots slots) {
        String text = slots.statement().words();
        int capitals = 0;
        List<Words.Word> words = Words.of(text);
        for (Words.Word word : words) {
            capitals += Character.isUpperCase(text.codePointAt(word.start())) ? 1 : 0;
        }
        return ratio(capitals, words.size());
    }

    private static int count(Iterable<String> words, Set<String> of) {
        int n = 0;
        for (String word : words) {
            n += of.contains(word) || of == NEGATIONS && word.endsWith("n't") ? 1 : 0;
        }
        return n;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static double first(Slots a, Slots b) {
        Set<String> first =
                new HashSet<>(a.order().subList(0, Math.min(2, a.order().size())));
        Set<String> second =
                new HashSet<>(b.order().subList(0, Math.min(2, b.order().size())));
        return Slots.shared(first, second);
    }
}
