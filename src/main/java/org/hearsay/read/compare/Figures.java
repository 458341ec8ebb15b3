package org.hearsay.read.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Dated;
import org.hearsay.read.language.Quantity;

/**
 * The amounts of two statements, paired by what they measure.
 *
 * @param conflicts pairs of one thing whose bounds exclude each other
 * @param agreements pairs of one thing whose bounds meet
 * @param unlike both sides have amounts of one unit that found no partner and do not meet: they speak of other things
 */
record Figures(List<Pair> conflicts, List<Pair> agreements, boolean unlike, List<String> why) {
    record Pair(Figure a, Figure b, double sure) {}

    static Figures of(Slots a, Slots b) {
        List<Pair> candidates = new ArrayList<>();
        List<String> why = new ArrayList<>();
        for (Figure one : a.figures()) {
            for (Figure other : b.figures()) {
                double sure = sure(one, a, other, b, why);
                if (sure > 0) {
                    candidates.add(new Pair(one, other, sure));
                }
            }
        }
        // Best first; among equals those whose amounts agree, so that a list of like figures is not crossed.
        candidates.sort(Comparator.comparingDouble((Pair p) -> -p.sure)
                .thenComparing(p -> p.a.apartFrom(p.b))
                .thenComparing(p -> p.a.quantity().span())
                .thenComparing(p -> p.b.quantity().span()));
        Set<Figure> taken = new HashSet<>();
        List<Pair> conflicts = new ArrayList<>();
        List<Pair> agreements = new ArrayList<>();
        for (Pair pair : candidates) {
            if (taken.contains(pair.a) || taken.contains(pair.b)) {
                continue;
            }
            taken.add(pair.a);
            taken.add(pair.b);
            boolean apart = pair.a.apartFrom(pair.b);
            (apart ? conflicts : agreements).add(pair);
            why.add(pair.a.unit() + " of " + (pair.a.head().isEmpty() ? "the same" : pair.a.head())
                    + (apart ? " with bounds apart" : " with bounds that meet"));
        }
        List<Figure> left = a.figures().stream().filter(f -> !taken.contains(f)).toList();
        List<Figure> right =
                b.figures().stream().filter(f -> !taken.contains(f)).toList();
        boolean telling = agreements.stream().anyMatch(Figures::telling);
        boolean unlike = left.stream()
                .anyMatch(one -> right.stream().anyMatch(one::sameMeasure)
                        && right.stream().filter(one::sameMeasure).allMatch(one::apartFrom)
                        && !(telling && right.stream().allMatch(other -> otherThing(one, other))));
        boolean none = conflicts.isEmpty() && agreements.isEmpty() && !left.isEmpty() && !right.isEmpty();
        if (none && left.stream().allMatch(one -> right.stream().allMatch(one::otherCurrency))) {
            why.add("in currencies that neither side converts");
        }
        boolean met =
                left.stream().anyMatch(one -> right.stream().anyMatch(r -> r.sameMeasure(one) && !r.apartFrom(one)));
        return new Figures(List.copyOf(conflicts), List.copyOf(agreements), unlike || none && !met, List.copyOf(why));
    }

    double surest() {
        return conflicts.stream().mapToDouble(Pair::sure).max().orElse(0);
    }

    /** How surely two amounts measure one thing; 0 if they do not, or if too little is said to tell. */
    private static double sure(Figure one, Slots a, Figure other, Slots b, List<String> why) {
        if (!one.sameMeasure(other)) {
            return 0;
        }
        Optional<String> against = against(one, a, other, b);
        if (against.isPresent()) {
            why.add(against.get());
            return 0;
        }
        Set<String> restA = rest(a, one);
        Set<String> restB = rest(b, other);
        // A name that the reader took for a word, or the other way round, is shared all the same.
        double context = Math.max(
                Slots.alike(restA, restB),
                Slots.alike(
                        PairFeatures.without(new HashSet<>(a.order()), one.of()),
                        PairFeatures.without(new HashSet<>(b.order()), other.of())));
        boolean name = a.names().stream().anyMatch(n -> b.names().stream().anyMatch(n::is));
        if (SPECIAL.contains(one.unit())) {
            return context >= 0.4 || name && context >= 0.2 ? Math.max(context, 0.6) : 0;
        }
        if (!one.fate().isEmpty() && landsApart(a, b)) {
            why.add("in another land");
            return 0;
        }
        if (!one.fate().isEmpty() && context < 0.6 && eventsApart(a, b)) {
            why.add("another event");
            return 0;
        }
        if (one.of().isEmpty() || other.of().isEmpty()) {
            // Nothing says what is measured but the words around, so they must be nearly the same.
            boolean told = !one.fate().isEmpty() && within(a, b) && (name && context >= 0.2 || context >= 0.5)
                    || sameDeed(one, a, other, b);
            double nearly = Slots.alike(a.stems(), b.stems());
            return told
                            || nearly >= 0.7
                                    && b.stems().containsAll(one.of())
                                    && a.stems().containsAll(other.of())
                    ? Math.max(nearly, 0.5)
                    : 0;
        }
        if (!one.fate().isEmpty() && !within(a, b)) {
            return 0;
        }
        if (!sameThing(one, other)) {
            return 0;
        }
        double thing = Slots.alike(one.of(), other.of());
        // People and dollars are counted of everything: there the rest must say that it is the same count.
        boolean telling = one.of().size() >= 2 && other.of().size() >= 2 && thing >= 0.5;
        boolean counted = one.quantity().kind() == Quantity.Kind.COUNT;
        double needed = telling && name ? (counted ? 0.1 : 0) : telling ? 0.25 : name ? 0.3 : 0.5;
        if (!counted && Slots.shared(one.of(), other.of()) >= 3 && (inOneYear(one, other) || one.tellsTheSame(other))) {
            needed = 0; // "the firm's tax rate" of one year, or of one number: nothing is left to tell
        }
        if (one.tellsTheSame(other)) {
            needed /= 2; // that both state this number says itself that it is one thing
        }
        return context >= needed ? Math.min(1, 0.4 + 0.3 * thing + 0.3 * context) : 0;
    }

    /** What one did with money in one stated year is one sum: "earned $5 million", "earned $6 million in income". */
    private static boolean sameDeed(Figure one, Slots a, Figure other, Slots b) {
        return one.quantity().kind() == Quantity.Kind.MONEY
                && !one.around().verb().isEmpty()
                && one.around().verb().equals(other.around().verb())
                && inOneYear(one, other)
                && a.names().stream()
                        .filter(n -> n.span().start() < one.quantity().span().start())
                        .anyMatch(n -> b.names().stream()
                                .filter(m -> m.span().start()
                                        < other.quantity().span().start())
                                .anyMatch(n::is));
    }

    private static boolean inOneYear(Figure one, Figure other) {
        return one.periods().stream().filter(p -> p.startsWith("y:")).anyMatch(other.periods()::contains);
    }

    /** One number that is no accident, said on both sides of one thing: what else they tell may be of others. */
    private static boolean telling(Pair pair) {
        return pair.a.tellsTheSame(pair.b) && Slots.contained(pair.a.of(), pair.b.of()) >= 0.6;
    }

    private static boolean otherThing(Figure one, Figure other) {
        return !one.head().isEmpty()
                && !other.head().isEmpty()
                && !one.head().equals(other.head())
                && Slots.shared(one.of(), other.of()) == 0;
    }

    /** Units that say themselves what is measured. */
    private static final Set<String> SPECIAL = Set.of("age", "magnitude");

    /** Both tell something that the other has no word for: a mine accident is no ferry accident. */
    private static boolean eventsApart(Slots a, Slots b) {
        Set<String> onlyA = PairFeatures.without(a.stems(), b.all());
        Set<String> onlyB = PairFeatures.without(b.stems(), a.all());
        return !onlyA.isEmpty() && !onlyB.isEmpty() && Antonyms.alike(onlyA, onlyB) == 0;
    }

    private static boolean landsApart(Slots a, Slots b) {
        return !a.lands().isEmpty() && !b.lands().isEmpty() && Slots.shared(a.lands(), b.lands()) == 0;
    }

    /** Both begin with a name that the other does not have: what Smith won is not what Garcia won. */
    static boolean subjectsApart(Slots a, Slots b) {
        return a.subject().isPresent()
                && b.subject().isPresent()
                && !b.all().contains(a.subject().get())
                && !a.all().contains(b.subject().get());
    }

    /**
     * The two amounts of one unit that are most alike in what they measure, as numbers for a model: whether there are any,
     * whether their bounds exclude each other, one head, how alike the things are, what is said of one thing only, whether
     * anything speaks against comparing them, one fate.
     */
    static double[] closest(Slots a, Slots b) {
        double[] best = new double[8];
        double most = -1;
        for (Figure one : a.figures()) {
            for (Figure other : b.figures()) {
                if (!one.sameMeasure(other)) {
                    continue;
                }
                boolean head = !one.head().isEmpty() && one.head().equals(other.head());
                double thing = Slots.alike(one.of(), other.of());
                boolean against = against(one, a, other, b).isPresent();
                boolean apart = one.apartFrom(other);
                double score = thing + (head ? 0.5 : 0) + (apart ? 0 : 0.3) - (against ? 0.3 : 0);
                if (score > most) {
                    most = score;
                    int onlyOne = PairFeatures.without(one.of(), b.all()).size();
                    int onlyOther = PairFeatures.without(other.of(), a.all()).size();
                    best = new double[] {
                        1,
                        apart ? 1 : 0,
                        head ? 1 : 0,
                        thing,
                        Math.min(onlyOne, onlyOther),
                        Math.max(onlyOne, onlyOther),
                        against ? 1 : 0,
                        one.fate().isEmpty() ? 0 : one.fate().equals(other.fate()) ? 1 : -1
                    };
                }
            }
        }
        return best;
    }

    /** What keeps two amounts of one unit from being of one thing, whatever their words. */
    static Optional<String> against(Figure one, Slots a, Figure other, Slots b) {
        if (one.otherPeriod(other)) {
            return Optional.of("of another time");
        }
        if (!one.fate().equals(other.fate())) {
            return Optional.of("another fate");
        }
        if (subjectsApart(a, b)) {
            return Optional.of("said of another");
        }
        if (!one.fate().isEmpty()
                && Math.min(one.stated(), other.stated()) < GROWTH * Math.max(one.stated(), other.stated())) {
            return Optional.of("too far apart for one count");
        }
        if (one.around().motion() == Surroundings.Motion.CHANGE
                && one.unit().equals("%")
                && one.periods().isEmpty()
                && other.periods().isEmpty()
                && !onOneDay(a, b)) {
            return Optional.of("changes of a time that neither states");
        }
        if (!one.tellsTheSame(other) && (narrower(one, other, b) || narrower(other, one, a))) {
            return Optional.of("a narrower thing on one side");
        }
        return one.around().against(other.around(), a.all(), b.all());
    }

    /** Whether {@code one} is told by words that the other's statement does not have at all ("electric buses", "buses"). */
    private static boolean narrower(Figure one, Figure other, Slots others) {
        // "production of rare earths" is what the other calls "production": only what stands before the head narrows.
        if (!one.around().verb().isEmpty()) {
            return false; // its words say what is made, and the making is the thing measured
        }
        Set<String> more = new HashSet<>(one.narrowing());
        more.removeAll(other.of());
        more.removeIf(word -> others.all().contains(word));
        return !more.isEmpty() && !other.of().isEmpty() && one.of().containsAll(other.of());
    }

    /** The dead of one event, told early and late, were never seen to be further apart than this. */
    private static final double GROWTH = 0.25;

    /** "Stocks fell 1%" is another fall each day. */
    private static boolean onOneDay(Slots a, Slots b) {
        Optional<Dated> first = a.statement().article().published();
        Optional<Dated> second = b.statement().article().published();
        return first.isPresent()
                && second.isPresent()
                && Duration.between(first.get().earliest(), second.get().earliest())
                                .abs()
                                .toHours()
                        < 24;
    }

    /** Days after which the dead of like reports are those of another event. */
    private static final long EVENT_DAYS = 4;

    private static boolean within(Slots a, Slots b) {
        Optional<Dated> first = a.statement().article().published();
        Optional<Dated> second = b.statement().article().published();
        return first.isEmpty()
                || second.isEmpty()
                || Duration.between(first.get().earliest(), second.get().earliest())
                                .abs()
                                .toDays()
                        <= EVENT_DAYS;
    }

    /** One head, and neither narrowed by words that the other replaces by others. */
    private static boolean sameThing(Figure one, Figure other) {
        boolean head = one.head().equals(other.head())
                || !one.around().verb().isEmpty() != !other.around().verb().isEmpty()
                        && (one.of().contains(other.head()) || other.of().contains(one.head()));
        Set<String> onlyOne = new HashSet<>(one.of());
        onlyOne.removeAll(other.of());
        Set<String> onlyOther = new HashSet<>(other.of());
        onlyOther.removeAll(one.of());
        return head && (onlyOne.isEmpty() || onlyOther.isEmpty());
    }

    private static Set<String> rest(Slots slots, Figure figure) {
        Set<String> rest = new HashSet<>(slots.stems());
        rest.removeAll(figure.of());
        return rest;
    }
}
