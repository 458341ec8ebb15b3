package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Term;
import org.hearsay.read.compare.Relation.Kind;
import org.hearsay.read.language.Quantity;

/** Two reports of one proposal, term by term. */
final class Terms {
    private Terms() {}

    /** A term's words and amounts. */
    private record Part(Term term, Span span, Set<String> stems, List<Figure> figures, String words) {}

    private record Match(Part a, Part b, double alike) {}

    /** Empty unless both statements as wholes are about one proposal whose terms both tell. */
    static Optional<Relation> relation(Slots a, Slots b, Sides sides, List<String> why) {
        Optional<Proposal> first = whole(a);
        Optional<Proposal> second = whole(b);
        if (first.isEmpty() || second.isEmpty() || !sameProposal(first.get(), a, second.get(), b)) {
            return Optional.empty();
        }
        List<Part> left = parts(first.get(), a);
        List<Part> right = parts(second.get(), b);
        List<Match> matches = matches(left, right);
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        List<Difference> differences = new ArrayList<>();
        for (Part part : left) {
            Optional<Match> match = matches.stream().filter(m -> m.a == part).findFirst();
            if (match.isEmpty()) {
                differences.add(sides.term(
                        Optional.of(part.span), Optional.empty(), Optional.of(part.words), Optional.empty()));
            } else if (amountsApart(part, match.get().b)) {
                differences.add(sides.term(
                        Optional.of(part.span),
                        Optional.of(match.get().b.span),
                        Optional.of(part.words),
                        Optional.of(match.get().b.words)));
            }
        }
        for (Part part : right) {
            if (matches.stream().noneMatch(m -> m.b == part)) {
                differences.add(sides.term(
                        Optional.empty(), Optional.of(part.span), Optional.empty(), Optional.of(part.words)));
            }
        }
        why.add("one proposal, " + matches.size() + " terms on both sides");
        double sure = (double) matches.size() / Math.max(left.size(), right.size());
        return Optional.of(new Relation(
                differences.isEmpty() ? Kind.SAME : Kind.DIFFERS, Math.round(sure * 1000) / 1000.0, differences, why));
    }

    /**
     * The proposal, where the claim tells it: its trigger, or the first of its terms, which speaks for a list whose
     * items are claims of their own.
     */
    private static Optional<Proposal> whole(Slots slots) {
        Claim claim = slots.statement().claim();
        return claim.proposal()
                .filter(proposal -> !proposal.terms().isEmpty()
                        && (touches(claim, proposal.trigger())
                                || touches(claim, proposal.terms().get(0).spans())));
    }

    private static boolean touches(Claim claim, List<Span> spans) {
        return spans.stream().anyMatch(span -> claim.content().stream().anyMatch(span::overlaps));
    }

    private static boolean sameProposal(Proposal one, Slots a, Proposal other, Slots b) {
        Set<String> first = stems(one.proposer(), a);
        Set<String> second = stems(other.proposer(), b);
        boolean proposer = first.isEmpty() || second.isEmpty() || Slots.shared(first, second) > 0;
        Set<String> matter = stems(one.matter(), a);
        Set<String> matter2 = stems(other.matter(), b);
        boolean about = matter.isEmpty() || matter2.isEmpty() || Slots.shared(matter, matter2) > 0;
        boolean known = !first.isEmpty() && !second.isEmpty() || !matter.isEmpty() && !matter2.isEmpty();
        return one.act() == other.act() && proposer && about && known;
    }

    private static Set<String> stems(List<Span> spans, Slots slots) {
        String text = slots.statement().article().text();
        return spans.stream()
                .flatMap(s -> Words.of(s.of(text)).stream())
                .map(Words.Word::text)
                .filter(w -> Words.isContent(w) && !Words.isFigure(w))
                .map(Words::stem)
                .collect(Collectors.toSet());
    }

    private static List<Part> parts(Proposal proposal, Slots slots) {
        String text = slots.statement().article().text();
        List<Part> parts = new ArrayList<>();
        for (Term term : proposal.terms()) {
            List<Figure> figures = new ArrayList<>();
            Span whole = new Span(
                    term.spans().get(0).start(),
                    Math.max(
                            term.spans().get(0).end(),
                            term.spans().get(term.spans().size() - 1).end()));
            for (Quantity quantity : term.quantities()) {
                if (whole.contains(quantity.span())) {
                    Figure.of(quantity, text, whole, Set.of()).ifPresent(figures::add);
                }
            }
            String words = term.spans().stream().map(s -> s.of(text)).collect(Collectors.joining(" … "));
            parts.add(new Part(term, term.spans().get(0), stems(term.spans(), slots), figures, words));
        }
        return parts;
    }

    private static List<Match> matches(List<Part> left, List<Part> right) {
        List<Match> all = new ArrayList<>();
        for (Part a : left) {
            for (Part b : right) {
                double alike = Slots.alike(a.stems, b.stems);
                double contained = Slots.contained(a.stems, b.stems);
                if (alike >= 0.3 || contained >= 0.6 && Slots.shared(a.stems, b.stems) >= 2) {
                    all.add(new Match(a, b, alike));
                }
            }
        }
        all.sort(Comparator.comparingDouble((Match m) -> -m.alike)
                .thenComparing(m -> m.a.span)
                .thenComparing(m -> m.b.span));
        Set<Part> taken = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match match : all) {
            if (!taken.contains(match.a) && !taken.contains(match.b)) {
                taken.add(match.a);
                taken.add(match.b);
                matches.add(match);
            }
        }
        return matches;
    }

    /** An amount of the one side meets none of its unit on the other, which has some. */
    private static boolean amountsApart(Part a, Part b) {
        return a.figures.stream()
                .anyMatch(one -> b.figures.stream().anyMatch(one::sameMeasure)
                        && b.figures.stream().filter(one::sameMeasure).allMatch(one::apartFrom));
    }
}
