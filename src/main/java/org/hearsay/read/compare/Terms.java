package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.compare.Relation.Kind;

/** Two reports of one proposal, term by term. */
final class Terms {
    private Terms() {}

    /** Empty unless both statements as wholes are about one proposal whose terms both tell. */
    static Optional<Relation> relation(Slots a, Slots b, Sides sides, List<String> why) {
        Optional<Proposal> first = whole(a);
        Optional<Proposal> second = whole(b);
        if (first.isEmpty() || second.isEmpty() || !sameProposal(first.get(), a, second.get(), b)) {
            return Optional.empty();
        }
        List<TermPart> left = parts(first.get(), a);
        List<TermPart> right = parts(second.get(), b);
        List<TermPart.Match> matches = TermPart.matches(left, right);
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        List<Difference> differences = new ArrayList<>();
        for (TermPart part : left) {
            Optional<TermPart.Match> match =
                    matches.stream().filter(m -> m.a().equals(part)).findFirst();
            if (match.isEmpty()) {
                differences.add(sides.term(
                        Optional.of(part.span()), Optional.empty(), Optional.of(part.words()), Optional.empty()));
            } else if (!part.changed(match.get().b()).isEmpty()) {
                differences.add(sides.term(
                        Optional.of(part.span()),
                        Optional.of(match.get().b().span()),
                        Optional.of(part.words()),
                        Optional.of(match.get().b().words())));
            }
        }
        for (TermPart part : right) {
            if (matches.stream().noneMatch(m -> m.b().equals(part))) {
                differences.add(sides.term(
                        Optional.empty(), Optional.of(part.span()), Optional.empty(), Optional.of(part.words())));
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
        Set<String> first = Actors.in(one.proposer(), a.statement().article().text());
        Set<String> second = Actors.in(other.proposer(), b.statement().article().text());
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

    private static List<TermPart> parts(Proposal proposal, Slots slots) {
        String text = slots.statement().article().text();
        return proposal.terms().stream().map(term -> TermPart.of(term, text)).toList();
    }
}
