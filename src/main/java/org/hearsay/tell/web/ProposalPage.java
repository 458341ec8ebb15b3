package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Comparison;
import org.hearsay.keep.store.Comparison.Side;
import org.hearsay.keep.store.Comparison.Told;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Term;
import org.hearsay.read.compare.Difference;

/**
 * A proposal: who offers what to whom, on which terms, where it stood when, and how others tell it.
 *
 * @param history where it stood, by when it was told, the oldest first
 * @param versions of other texts than the one shown
 */
record ProposalPage(
        String claim,
        String heading,
        ClaimPage.Offer offer,
        List<TermRow> terms,
        List<Status> history,
        List<Version> versions,
        List<Words.Step> path,
        String outlet,
        String article) {
    /** @param missing outlets that tell of the proposal without this term; {@code otherwise} how others put it */
    record TermRow(String words, String kind, List<String> figures, List<String> missing, List<String> otherwise) {}

    record Status(Optional<Words.When> when, String outlet, String status, String claim) {}

    record Version(
            String outlet,
            String claim,
            String relation,
            String matter,
            List<String> terms,
            List<String> differences) {}

    static ProposalPage of(StoredClaim claim, Desk desk) {
        Sight sight = desk.sight();
        Words words = desk.words();
        Proposal proposal = claim.claim().proposal().orElseThrow();
        String text = sight.of(claim).map(article -> article.text()).orElse("");
        Comparison comparison = Comparison.of(desk.store(), claim);
        List<Told> told = comparison.claims().stream()
                .filter(t -> t.claim().claim().proposal().isPresent())
                .toList();
        ClaimPage.Offer offer = ClaimPage.offer(proposal, text);
        return new ProposalPage(
                claim.claim().id().text(),
                offer.act()
                        + (offer.from().isEmpty() ? "" : " by " + offer.from())
                        + (offer.to().isEmpty() ? "" : " to " + offer.to()),
                offer,
                proposal.terms().stream()
                        .map(term -> row(term, text, comparison))
                        .toList(),
                history(told, words),
                versions(claim, comparison),
                Words.path(claim.claim().voices()),
                claim.outlet(),
                claim.article().text());
    }

    private static TermRow row(Term term, String text, Comparison comparison) {
        Set<String> missing = new LinkedHashSet<>();
        Set<String> otherwise = new LinkedHashSet<>();
        for (Side side : comparison.sides()) {
            for (Difference difference : side.differences()) {
                if (difference instanceof Difference.OfTerm of
                        && of.first()
                                .filter(span -> term.spans().stream().anyMatch(span::overlaps))
                                .isPresent()) {
                    side.claims().forEach(t -> {
                        if (of.second().isEmpty()) {
                            missing.add(t.claim().outlet());
                        } else {
                            otherwise.add(t.claim().outlet() + ": “"
                                    + in(of.second().get(), t.article().text()) + "”");
                        }
                    });
                }
            }
        }
        return new TermRow(
                term.spans().stream().map(span -> in(span, text)).collect(Collectors.joining(" … ")),
                Words.term(term.kind()),
                term.quantities().stream().map(Words::amount).toList(),
                List.copyOf(missing),
                List.copyOf(otherwise));
    }

    private static List<Status> history(List<Told> told, Words words) {
        return told.stream()
                .sorted(Comparator.comparing((Told t) -> t.article().orderedAt())
                        .thenComparing(t -> t.claim().claim().id()))
                .map(t -> new Status(
                        words.dated(t.article()),
                        t.claim().outlet(),
                        Words.status(t.claim().claim().proposal().orElseThrow().status()),
                        t.claim().claim().id().text()))
                .toList();
    }

    private static List<Version> versions(StoredClaim own, Comparison comparison) {
        List<Version> versions = new ArrayList<>();
        for (Side side : comparison.sides()) {
            for (Told t : side.claims()) {
                if (t.claim().claim().id().equals(own.claim().id())) {
                    continue;
                }
                String text = t.article().text();
                Optional<Proposal> proposal = t.claim().claim().proposal();
                versions.add(new Version(
                        t.claim().outlet(),
                        t.claim().claim().id().text(),
                        switch (side.kind()) {
                            case SAME -> "tells the same";
                            case DIFFERS -> "tells it otherwise";
                            case CONTRADICTS -> "contradicts it";
                            case UNRELATED -> "";
                        },
                        t.claim().shown(),
                        proposal.map(p -> p.terms().stream()
                                        .map(term -> term.spans().stream()
                                                .map(span -> in(span, text))
                                                .collect(Collectors.joining(" … ")))
                                        .toList())
                                .orElse(List.of()),
                        side.differences().stream().map(Difference::inWords).toList()));
            }
        }
        return versions;
    }

    private static String in(Span span, String text) {
        return span.end() <= text.length() ? span.of(text) : "";
    }
}
