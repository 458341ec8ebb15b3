package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Term;
import org.hearsay.read.language.Quantity;

/** A term taken apart: its words and amounts. */
record TermPart(Term term, Set<String> stems, List<Figure> figures, Set<String> times, boolean refused, String words) {
    private static final Pattern REFUSED =
            Pattern.compile("\\b(?:no|not|never|without|nor)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    /** Two terms that may be one. */
    record Match(TermPart a, TermPart b, double alike) {
        /** Enough is shared to say that those who tell them tell of one proposal: to build on a site is in many. */
        boolean telling() {
            return alike >= 0.4
                    && Slots.shared(a.stems, b.stems) >= 2
                    && Rarity.atLarge().contained(a.stems, b.stems) >= 0.5;
        }
    }

    static TermPart of(Term term, String text) {
        List<Figure> figures = new ArrayList<>();
        Span first = term.spans().get(0);
        Span whole = new Span(
                first.start(),
                Math.max(first.end(), term.spans().get(term.spans().size() - 1).end()));
        for (Quantity quantity : term.quantities()) {
            if (whole.contains(quantity.span())) {
                Figure.of(quantity, text, whole, Set.of()).ifPresent(figures::add);
            }
        }
        String words = term.spans().stream().map(span -> span.of(text)).collect(Collectors.joining(" … "));
        Set<String> stems = new LinkedHashSet<>();
        for (Words.Word word : Words.of(words)) {
            if (Words.isContent(word.text()) && !Words.isFigure(word.text())) {
                stems.add(Words.stem(word.text()));
            }
        }
        return new TermPart(
                term, stems, figures, times(words), REFUSED.matcher(words).find(), words);
    }

    private static Set<String> times(String words) {
        Set<String> times = new TreeSet<>();
        Matcher year = YEAR.matcher(words);
        while (year.find()) {
            times.add(year.group());
        }
        for (Words.Word word : Words.of(words)) {
            if (Words.isOfCalendar(word.text())) {
                times.add(word.text());
            }
        }
        return times;
    }

    Span span() {
        return term.spans().get(0);
    }

    /**
     * Each term with at most one of the other side: those whose words are most alike first, then a sum of money and a
     * deadline that are the only ones left on either side, since a payment is one whatever it is called.
     */
    static List<Match> matches(List<TermPart> left, List<TermPart> right) {
        List<Match> all = new ArrayList<>();
        for (TermPart a : left) {
            for (TermPart b : right) {
                double alike = Slots.alike(a.stems, b.stems);
                double contained = Slots.contained(a.stems, b.stems);
                if (alike >= 0.3 || contained >= 0.6 && Slots.shared(a.stems, b.stems) >= 2) {
                    all.add(new Match(a, b, alike));
                }
            }
        }
        all.sort(Comparator.comparingDouble((Match m) -> -m.alike)
                .thenComparing(m -> m.a.span())
                .thenComparing(m -> m.b.span()));
        Set<TermPart> taken = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match match : all) {
            if (!taken.contains(match.a) && !taken.contains(match.b)) {
                taken.add(match.a);
                taken.add(match.b);
                matches.add(match);
            }
        }
        for (TermPart a : left) {
            List<TermPart> likely = taken.contains(a) ? List.of() : alone(a, right, taken);
            if (likely.size() == 1 && alone(likely.get(0), left, taken).size() == 1) {
                taken.add(a);
                taken.add(likely.get(0));
                matches.add(new Match(a, likely.get(0), 0));
            }
        }
        return matches;
    }

    private static List<TermPart> alone(TermPart of, List<TermPart> among, Set<TermPart> taken) {
        return among.stream()
                .filter(one -> !taken.contains(one))
                .filter(one -> of.bothDeadlines(one) || of.bothSums(one))
                .toList();
    }

    private boolean bothDeadlines(TermPart other) {
        return term.kind() == Term.Kind.DEADLINE && other.term.kind() == Term.Kind.DEADLINE;
    }

    private boolean bothSums(TermPart other) {
        return figures.stream()
                .filter(figure -> figure.quantity().kind() == Quantity.Kind.MONEY)
                .anyMatch(figure -> other.figures.stream()
                        .anyMatch(there -> figure.sameMeasure(there)
                                && figure.around().per().equals(there.around().per())));
    }

    /** In which slots it is another than {@code other}; none if both say the same. */
    List<String> changed(TermPart other) {
        List<String> slots = new ArrayList<>();
        if (apart(other, false)) {
            slots.add("amount");
        }
        boolean times = !this.times.isEmpty()
                && !other.times.isEmpty()
                && this.times.stream().noneMatch(other.times::contains);
        if (times || apart(other, true)) {
            slots.add("time");
        }
        if (swaps(other)) {
            slots.add("who gives");
        }
        if (refused != other.refused) {
            slots.add("granted or refused");
        }
        return slots;
    }

    private boolean swaps(TermPart other) {
        return term.kind() == Term.Kind.GIVES && other.term.kind() == Term.Kind.GETS
                || term.kind() == Term.Kind.GETS && other.term.kind() == Term.Kind.GIVES;
    }

    /** An amount of the one side meets none of its unit on the other, which has some. */
    private boolean apart(TermPart other, boolean ofTime) {
        return figures.stream()
                .filter(one -> ofTime == one.unit().equals("s"))
                .anyMatch(one -> other.figures.stream().anyMatch(one::sameMeasure)
                        && other.figures.stream().filter(one::sameMeasure).allMatch(one::apartFrom));
    }

    /** As one line, without a full stop. */
    String line() {
        return words.strip().replaceAll("\\s+", " ").replaceAll("[.;]$", "");
    }
}
