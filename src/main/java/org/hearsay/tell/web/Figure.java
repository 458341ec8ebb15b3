package org.hearsay.tell.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.Span;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.Quantity;

/**
 * Figures for one thing on one axis: a dot an origin, the larger the more outlets carry it, and the same as rows.
 * Coordinates are those of a picture 480 wide.
 *
 * @param of what is measured, in the words of a claim; empty if none states it
 */
record Figure(String of, String summary, int height, int axis, List<Tick> ticks, List<Dot> dots, List<Row> rows) {
    record Tick(String x, String words, String anchor) {}

    /** @param from and {@code to} ends of a range; equal for a single number */
    record Dot(String x, String y, String r, String from, String to, boolean range, boolean own, String words) {}

    record Row(String amount, String words, String outlet, int copies, String claim, boolean own) {}

    private record Point(Quantity quantity, StoredClaim claim, boolean own) {
        BigDecimal low() {
            return quantity.low().orElseThrow();
        }

        BigDecimal high() {
            return quantity.high().orElseThrow();
        }

        double middle() {
            return low().add(high()).doubleValue() / 2;
        }
    }

    private static final double LEFT = 28;
    private static final double RIGHT = 452;
    private static final int ROW = 30;

    /** The figures that others give for what this claim measures; empty unless some of them disagree. */
    static Optional<Figure> of(StoredClaim claim, Sight sight) {
        List<Related> relations = sight.relations(claim);
        for (Related related : relations) {
            for (Difference difference : related.relation().differences()) {
                if (difference instanceof Difference.Amount amount && Sight.disputes(related)) {
                    Optional<Quantity> own = at(claim, amount.first());
                    if (own.isPresent() && drawable(own.get())) {
                        return draw(claim, own.get(), relations, sight);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Quantity> at(StoredClaim claim, Span span) {
        return claim.claim().quantities().stream()
                .filter(q -> q.span().overlaps(span))
                .findFirst();
    }

    private static boolean drawable(Quantity quantity) {
        return quantity.low().isPresent()
                && quantity.kind() != Quantity.Kind.DATE
                && Double.isFinite(quantity.low().get().doubleValue())
                && Double.isFinite(quantity.high().orElseThrow().doubleValue());
    }

    private static Optional<Figure> draw(StoredClaim claim, Quantity own, List<Related> relations, Sight sight) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(own, claim, true));
        for (Related related : relations) {
            if (related.other().state() == StoredClaim.State.CURRENT) {
                counterpart(own, related)
                        .filter(q -> drawable(q) && q.unit().equals(own.unit()))
                        .ifPresent(q -> points.add(new Point(q, related.other(), false)));
            }
        }
        // One point an origin and number, first reporter first; the rest are its copies.
        Map<String, List<Point>> origins = new LinkedHashMap<>();
        points.stream()
                .sorted(Comparator.comparing((Point p) -> !p.own)
                        .thenComparing(p -> p.claim.firstSeen())
                        .thenComparing(p -> p.claim.claim().id()))
                .forEach(p -> origins.computeIfAbsent(
                                sight.origin(p.claim) + " " + p.low().stripTrailingZeros() + " "
                                        + p.high().stripTrailingZeros(),
                                k -> new ArrayList<>())
                        .add(p));
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        origins.values().forEach(same -> {
            numbers.add(same.get(0).low());
            numbers.add(same.get(0).high());
        });
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(picture(own, List.copyOf(origins.values()), numbers, sight));
    }

    /** The other side's number for the same thing: the one that differs, or, where both say the same, the one that is. */
    private static Optional<Quantity> counterpart(Quantity own, Related related) {
        if (related.relation().kind() == Relation.Kind.SAME) {
            return related.other().claim().quantities().stream()
                    .filter(q -> q.unit().equals(own.unit()) && q.kind() == own.kind())
                    .filter(q -> q.low().isPresent()
                            && q.low().get().compareTo(own.low().orElseThrow()) == 0)
                    .findFirst();
        }
        return related.relation().differences().stream()
                .filter(d -> d instanceof Difference.Amount a && a.first().overlaps(own.span()))
                .map(d -> ((Difference.Amount) d).second())
                .flatMap(span -> at(related.other(), span).stream())
                .findFirst();
    }

    private static Figure picture(Quantity own, List<List<Point>> origins, TreeSet<BigDecimal> numbers, Sight sight) {
        double least = numbers.first().doubleValue();
        double most = numbers.last().doubleValue();
        double step = step(most - least);
        double from = Math.floor(least / step) * step - step;
        if (least >= 0) {
            from = Math.max(0, from);
        }
        double to = Math.ceil(most / step) * step + step;
        if (own.unit().equals("%") && most <= 100) {
            to = Math.min(100, to);
        }
        List<List<Point>> inOrder = origins.stream()
                .sorted(Comparator.comparingDouble(
                        (List<Point> same) -> same.get(0).middle()))
                .toList();
        // Dots at one place stand on top of each other.
        Map<String, Integer> stacked = new LinkedHashMap<>();
        int highest = 1;
        List<Dot> dots = new ArrayList<>();
        for (List<Point> same : inOrder) {
            String x = coordinate(same.get(0).middle(), from, to);
            highest = Math.max(highest, stacked.merge(x, 1, Integer::sum));
        }
        int axis = 20 + highest * ROW;
        OutletNames outlets = outlets(origins.stream().flatMap(List::stream).toList());
        stacked.clear();
        for (List<Point> same : inOrder) {
            Point first = same.get(0);
            String x = coordinate(first.middle(), from, to);
            int level = stacked.merge(x, 1, Integer::sum);
            dots.add(new Dot(
                    x,
                    String.valueOf(axis - level * ROW + ROW / 2 - 4),
                    String.format(
                            Locale.ROOT,
                            "%.1f",
                            Math.min(13, 6 + 2 * Math.sqrt(outlets(same).count() - 1.0))),
                    coordinate(first.low().doubleValue(), from, to),
                    coordinate(first.high().doubleValue(), from, to),
                    first.low().compareTo(first.high()) != 0,
                    same.stream().anyMatch(Point::own),
                    Words.amount(first.quantity) + ", " + outlets.name(first.claim.publisher())));
        }
        List<Row> rows = inOrder.stream().map(same -> row(same, outlets, sight)).toList();
        // Whoever states what is measured: this claim, or the first of the others that does.
        String of = inOrder.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing((Point p) -> !p.own))
                .flatMap(p -> p.quantity.of().flatMap(span -> words(p.claim, span, sight)).stream())
                .findFirst()
                .orElse("");
        String summary =
                Words.count(origins.size(), "origin") + " give figures from " + Words.figure(own, numbers.first())
                        + " to " + Words.figure(own, numbers.last()) + (of.isEmpty() ? "" : " for " + of);
        return new Figure(of, summary, axis + 34, axis, ticks(own, from, to, step), dots, rows);
    }

    private static OutletNames outlets(List<Point> points) {
        return OutletNames.of(
                points.stream().map(point -> point.claim.publisher()).toList());
    }

    private static Row row(List<Point> same, OutletNames outlets, Sight sight) {
        Point first = same.get(0);
        return new Row(
                Words.amount(first.quantity),
                words(first.claim, first.quantity.span(), sight).orElse(first.claim.shown()),
                outlets.name(first.claim.publisher()),
                outlets(same).count() - 1,
                first.claim.claim().id().text(),
                same.stream().anyMatch(Point::own));
    }

    private static Optional<String> words(StoredClaim claim, Span span, Sight sight) {
        return sight.of(claim).filter(a -> span.end() <= a.text().length()).map(a -> span.of(a.text()));
    }

    private static List<Tick> ticks(Quantity own, double from, double to, double step) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; from + i * step <= to + step / 1000; i++) {
            double at = from + i * step;
            BigDecimal number = new BigDecimal(at, new MathContext(12)).stripTrailingZeros();
            ticks.add(new Tick(coordinate(at, from, to), Words.figure(own, number), "middle"));
        }
        return ticks;
    }

    /** A round step that gives two to five ticks between the numbers. */
    private static double step(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(range)));
        double part = range / power;
        if (part <= 1) {
            return power / 2;
        }
        return part <= 2 ? power : part <= 5 ? 2 * power : 5 * power;
    }

    private static String coordinate(double value, double from, double to) {
        return String.format(Locale.ROOT, "%.1f", LEFT + (RIGHT - LEFT) * (value - from) / (to - from));
    }
}
