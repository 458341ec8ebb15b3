package org.hearsay.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Comparison;
import org.hearsay.keep.store.Comparison.Side;
import org.hearsay.keep.store.Comparison.Told;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.page.OutletNames;
import org.hearsay.read.compare.Difference;
import org.hearsay.tell.json.ComparisonShape;
import org.hearsay.tell.json.ProposalShape;
import org.hearsay.tell.json.Shapes;

/** A comparison as lines for a terminal, or as one JSON object. */
final class ComparisonWords {
    /** Claims of one side that are told in full; a wire text is carried by dozens. */
    private static final int TOLD = 8;

    private ComparisonWords() {}

    static String line(Comparison comparison, Optional<ProposalAccounts> accounts) {
        ObjectNode object = ComparisonShape.of(comparison);
        accounts.ifPresent(told -> object.set("proposal", ProposalShape.of(told)));
        return Shapes.toLine(object);
    }

    static String card(Comparison comparison, Optional<ProposalAccounts> accounts) {
        OutletNames outlets = comparison.outlets();
        StringBuilder out = new StringBuilder();
        out.append(comparison.about().shown())
                .append("  [")
                .append(comparison.about().claim().id())
                .append("]\n");
        for (Side side : comparison.sides()) {
            out.append('\n').append(heading(side)).append('\n');
            side.differences()
                    .forEach(difference -> out.append("    ")
                            .append(slot(difference))
                            .append(difference.inWords())
                            .append('\n'));
            for (Told told :
                    side.claims().subList(0, Math.min(TOLD, side.claims().size()))) {
                out.append("    ").append(claim(told, comparison, outlets)).append('\n');
            }
            if (side.claims().size() > TOLD) {
                out.append("    and ").append(side.claims().size() - TOLD).append(" more; --json gives all\n");
            }
            if (side.claims().size() > 1) {
                out.append("    first seen: ")
                        .append(outlets.name(side.firstSeen().claim().publisher()));
                side.firstStated()
                        .ifPresent(first -> out.append(" · first by its own date: ")
                                .append(outlets.name(first.claim().publisher()))
                                .append(" (")
                                .append(first.stated().map(Object::toString).orElse(""))
                                .append(')'));
                out.append('\n');
            }
        }
        comparison
                .copies()
                .values()
                .forEach(copies -> out.append("\n  one text in ")
                        .append(copies.size())
                        .append(" articles: ")
                        .append(names(copies, outlets))
                        .append('\n'));
        accounts.map(ProposalWords::lines).ifPresent(out::append);
        comparison.notes().forEach(note -> out.append("\n  ").append(note).append('\n'));
        return out.append('\n').toString();
    }

    private static String heading(Side side) {
        String spread = count(side.outlets(), "outlet") + ", " + count(side.origins(), "origin");
        String ended = side.ended() ? " (nobody says so any more)" : "";
        return switch (side.kind()) {
            case SAME -> "  = says so: " + spread + ended;
            case CONTRADICTS -> "  ≠ contradicts it: " + spread + ended;
            case DIFFERS -> "  ≠ differs: " + spread + ended;
            case UNRELATED -> "  · " + spread;
        };
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String slot(Difference difference) {
        return switch (difference) {
            case Difference.Amount amount -> "amount: ";
            case Difference.Actor actor -> "actor: ";
            case Difference.Denial denial -> "";
            case Difference.Certainty certainty -> "certainty: ";
            case Difference.OfTerm term -> "term: ";
        };
    }

    private static String claim(Told told, Comparison comparison, OutletNames outlets) {
        boolean own =
                told.claim().claim().id().equals(comparison.about().claim().id());
        return outlets.name(told.claim().publisher()) + " · "
                + ClaimWords.voices(told.claim().claim()) + " · "
                + told.claim().claim().stanceInWords() + " · "
                + told.stated().map(Object::toString).orElse("undated")
                + (told.ended() ? " · no longer said" : "")
                + (own ? " · the claim above" : "\n      " + told.claim().shown());
    }

    private static String names(List<Told> told, OutletNames outlets) {
        return told.stream()
                .map(t -> outlets.name(t.claim().publisher()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
