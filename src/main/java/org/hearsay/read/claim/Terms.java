package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/** Cuts terms out of the words of a proposal, and tells what each is from the proposer's side. */
final class Terms {
    private final Lexicon lexicon;

    Terms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Term of(Line line, Span span, Proposal.Act act) {
        List<Quantity> quantities = line.quantities(span);
        return new Term(List.of(span), kind(line, span, act, quantities), quantities);
    }

    /** A term whose kind its preposition tells ("in exchange for …"). */
    Term of(Line line, Span span, Term.Kind kind) {
        return new Term(List.of(span), kind, line.quantities(span));
    }

    private Term.Kind kind(Line line, Span span, Proposal.Act act, List<Quantity> quantities) {
        int first = Speakers.indexAt(line, span.start());
        for (Map.Entry<String, Term.Kind> row : lexicon.termKinds().entrySet()) {
            for (int i = first; i < line.size() && line.start(i) < span.end(); i++) {
                if (line.word(i).equals(row.getKey())) {
                    return row.getValue();
                }
            }
        }
        boolean dated =
                quantities.stream().anyMatch(q -> q.kind() == Quantity.Kind.DATE || q.kind() == Quantity.Kind.DURATION);
        if (dated && line.is(first, "by", "within", "until", "before", "no")) {
            return Term.Kind.DEADLINE;
        }
        int head = Math.min(line.size() - 1, first + 3);
        boolean sum = quantities.stream()
                .anyMatch(q -> q.kind() == Quantity.Kind.MONEY && q.span().start() <= line.start(head));
        if (sum) {
            return Term.Kind.AMOUNT;
        }
        return switch (act) {
            case OFFER, PLEDGE -> Term.Kind.GIVES;
            case DEMAND, REQUEST, ORDER -> Term.Kind.GETS;
            case PLAN, DEAL, THREAT -> Term.Kind.OTHER;
        };
    }

    /** "A, B and C" as its parts, where it has at least two; else empty. Only commas and the last "and" part them. */
    static List<Span> parts(Line line, int from, int to) {
        List<int[]> cuts = new ArrayList<>();
        int start = from;
        boolean comma = false;
        for (int i = from; i < to; i++) {
            boolean and = line.is(i, "and", "or") && Phrases.opens(line, i + 1) && (comma || !line.is(i - 1, ","));
            if (line.is(i, ",") || line.is(i, ";")) {
                cuts.add(new int[] {start, i});
                start = line.is(i + 1, "and", "or") ? i + 2 : i + 1;
                i = start - 1;
                comma = true;
            } else if (and && comma && lastPart(line, i, to)) {
                cuts.add(new int[] {start, i});
                start = i + 1;
            }
        }
        cuts.add(new int[] {start, to});
        List<Span> parts = new ArrayList<>();
        for (int[] cut : cuts) {
            if (cut[1] <= cut[0] || !comma || !opensTerm(line, cut[0])) {
                return List.of();
            }
            parts.add(line.span(cut[0], cut[1]));
        }
        return parts.size() < 2 ? List.of() : parts;
    }

    private static boolean opensTerm(Line line, int i) {
        return Phrases.opens(line, i) && !Phrases.subjectPronoun(line, i)
                || line.word(i).endsWith("ing")
                || line.is(i, "to")
                || line.tagged(i, "VERB");
    }

    private static boolean lastPart(Line line, int and, int to) {
        for (int i = and + 1; i < to; i++) {
            if (line.is(i, ",")) {
                return false;
            }
        }
        return true;
    }

    /** What is asked in return, the condition and the deadline that the words of a proposal state. */
    List<Term> asides(Line line, int from, int to) {
        List<Term> terms = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Optional<Term.Kind> kind = Optional.empty();
            int start = i;
            if (line.is(i, "in") && line.is(i + 1, "exchange", "return") && line.is(i + 2, "for")) {
                kind = Optional.of(Term.Kind.GETS);
                start = i + 3;
            } else if (line.is(i, "provided", "unless", "if") && i > from
                    || line.is(i, "on") && line.is(i + 1, "condition")) {
                kind = Optional.of(Term.Kind.CONDITION);
            } else if (line.is(i, "by", "within", "until", "before") && dated(line, i, to)) {
                kind = Optional.of(Term.Kind.DEADLINE);
            }
            if (kind.isEmpty()) {
                continue;
            }
            int end = start;
            while (end < to && !line.is(end, ",", ";") && (end == start || !starts(line, end, to))) {
                end++;
            }
            if (end > start) {
                terms.add(of(line, line.span(start, end), kind.get()));
                i = end - 1;
            }
        }
        return terms;
    }

    private boolean starts(Line line, int i, int to) {
        return line.is(i, "provided", "unless")
                || line.is(i, "by", "within", "until", "before") && dated(line, i, to)
                || line.is(i, "in") && line.is(i + 1, "exchange", "return");
    }

    private static boolean dated(Line line, int i, int to) {
        Span near = line.span(i, Math.min(to, i + 5));
        return line.quantities(near).stream()
                .anyMatch(q -> q.kind() == Quantity.Kind.DATE || q.kind() == Quantity.Kind.DURATION);
    }

    /** Where the matter ends because an aside begins. */
    static int matterEnd(Line line, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            boolean aside = line.is(i, "in") && line.is(i + 1, "exchange", "return")
                    || line.is(i, "provided", "unless", ",", ";")
                    || line.is(i, "on") && line.is(i + 1, "condition")
                    || line.is(i, "by", "within", "until", "before") && dated(line, i, to);
            if (aside) {
                return i;
            }
        }
        return to;
    }

    /** Adds the terms that the words of a matter hold: its parts, and what stands behind it up to {@code to}. */
    void fill(Offer offer, Line line, int start, int end, int to) {
        List<Term> asides = asides(line, end, to);
        List<Span> parts = parts(line, start, end < to && line.is(end, ",") && asides.isEmpty() ? to : end);
        for (Span part : parts) {
            offer.add(of(line, part, offer.act));
        }
        if (parts.isEmpty() && asides.stream().anyMatch(t -> t.kind() == Term.Kind.GETS) && start < end) {
            offer.add(of(line, line.span(start, end), offer.act));
        }
        asides.forEach(offer::add);
    }
}
