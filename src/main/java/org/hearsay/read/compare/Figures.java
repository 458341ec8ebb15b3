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
                double sure = sure(one, a, other, b);
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
        boolean unlike = left.stream()
                .anyMatch(one -> right.stream().anyMatch(one::sameMeasure)
                        && right.stream().filter(one::sameMeasure).allMatch(one::apartFrom));
        boolean none = conflicts.isEmpty() && agreements.isEmpty() && !left.isEmpty() && !right.isEmpty();
        boolean met =
                left.stream().anyMatch(one -> right.stream().anyMatch(r -> r.sameMeasure(one) && !r.apartFrom(one)));
        return new Figures(List.copyOf(conflicts), List.copyOf(agreements), unlike || none && !met, List.copyOf(why));
    }

    double surest() {
        return conflicts.stream().mapToDouble(Pair::sure).max().orElse(0);
    }

    /** How surely two amounts measure one thing; 0 if they do not, or if too little is said to tell. */
    private static double sure(Figure one, Slots a, Figure other, Slots b) {
        if (!one.sameMeasure(other) || one.otherPeriod(other) || !one.fate().equals(other.fate())) {
            return 0;
        }
        Set<String> restA = rest(a, one);
        Set<String> restB = rest(b, other);
        double context = Slots.alike(restA, restB);
        boolean name = a.names().stream().anyMatch(n -> b.names().stream().anyMatch(n::is));
        if (one.of().isEmpty() || other.of().isEmpty()) {
            // Nothing says what is measured but the words around, so they must be nearly the same.
            boolean told = !one.fate().isEmpty() && within(a, b) && (name && context >= 0.2 || context >= 0.5);
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
        return context >= needed ? Math.min(1, 0.4 + 0.3 * thing + 0.3 * context) : 0;
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
        boolean head = one.head().equals(other.head());
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
