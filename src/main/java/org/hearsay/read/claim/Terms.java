package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/** Cuts terms out of the words of a proposal, and tells what each is from the proposer's side. */
final class Terms {
    /** "to change how it weighs milk under a settlement": what is settled ends before it. */
    private static final String[] PAPERS = {"settlement", "deal", "agreement", "accord", "plan", "proposal", "pact"};

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

    /** A term of the kind that its lead-in tells; without one, of that which its own words tell. */
    Term of(Line line, Span span, Optional<Term.Kind> kind, Proposal.Act act) {
        return kind.map(k -> of(line, span, k)).orElseGet(() -> of(line, span, act));
    }

    private Term.Kind kind(Line line, Span span, Proposal.Act act, List<Quantity> quantities) {
        int first = Speakers.indexAt(line, span.start());
        for (Map.Entry<String, Term.Kind> row : lexicon.termKinds().entrySet()) {
            // "a dividend if the deal closes" is a sum; a condition begins with its "if".
            int last = row.getValue() == Term.Kind.CONDITION
                    ? first + 2
                    : row.getKey().equals("must") ? first + 4 : line.size();
            for (int i = first; i < Math.min(last, line.size()) && line.start(i) < span.end(); i++) {
                if (line.word(i).equals(row.getKey())) {
                    return row.getValue();
                }
            }
        }
        boolean dated =
                quantities.stream().anyMatch(q -> q.kind() == Quantity.Kind.DATE || q.kind() == Quantity.Kind.DURATION);
        boolean ends = line.is(first, "lapse", "lapses", "expire", "expires");
        if (dated && (ends || line.is(first, "by", "within", "until", "before", "no"))) {
            return Term.Kind.DEADLINE;
        }
        int head = Math.min(line.size() - 1, first + 3);
        boolean acts = line.tagged(first, "VERB") || line.is(first, "to");
        boolean sum = !acts
                && quantities.stream()
                        .anyMatch(
                                q -> q.kind() == Quantity.Kind.MONEY && q.span().start() <= line.start(head));
        if (sum) {
            return Term.Kind.AMOUNT;
        }
        return switch (act) {
            case OFFER, PLEDGE -> Term.Kind.GIVES;
            case DEMAND, REQUEST, ORDER -> Term.Kind.GETS;
            case PLAN, DEAL, THREAT -> Term.Kind.OTHER;
        };
    }

    /** Whether a condition begins here: "unless …", "as long as …", "should sales top …". */
    static boolean conditionAt(Line line, int i) {
        return line.is(i, "provided", "providing", "unless", "if")
                || line.is(i, "on") && line.is(i + 1, "condition")
                || line.is(i, "as", "so") && line.is(i + 1, "long") && line.is(i + 2, "as")
                || line.is(i, "only") && line.is(i + 1, "if", "when", "once")
                || line.is(i, "subject") && line.is(i + 1, "to") && !line.verbal(i - 1)
                || line.is(i, "should") && Phrases.opens(line, i + 1) && !line.tagged(i - 1, "PRON");
    }

    /** Where the words of an aside's opener end: behind "subject to", but "if" belongs to its condition. */
    private static int behindOpener(Line line, int i) {
        return line.is(i, "subject") ? i + 2 : i;
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
            } else if (conditionAt(line, i)) {
                kind = Optional.of(Term.Kind.CONDITION);
                start = behindOpener(line, i);
            } else if (line.is(i, "by", "within", "until", "before")
                    && dated(line, i, to)
                    && terms.stream().noneMatch(t -> t.kind() == Term.Kind.CONDITION)) {
                kind = Optional.of(Term.Kind.DEADLINE);
            }
            if (kind.isEmpty()) {
                continue;
            }
            int end = start;
            boolean whole = kind.get() == Term.Kind.CONDITION || kind.get() == Term.Kind.GETS;
            while (end < to
                    && !line.is(end, ",", ";")
                    && (end == start || !starts(line, end, to) || whole && dated(line, end, to))) {
                end++;
            }
            if (end > start) {
                List<Span> several = kind.get() == Term.Kind.DEADLINE ? List.of() : Parts.of(line, start, end, true);
                Term.Kind of = kind.get();
                if (of == Term.Kind.CONDITION) {
                    int verb = verbOf(line, start, end);
                    List<Span> acts = verb < 0 ? List.of() : Acts.from(line, verb, to);
                    if (acts.size() > 1) { // "provided they display its logo, store no data and renew for two years"
                        several = new ArrayList<>(acts);
                        several.set(0, new Span(line.start(start), acts.get(0).end()));
                        end = Speakers.indexAt(line, acts.get(acts.size() - 1).end() - 1) + 1;
                    }
                }
                if (several.isEmpty()) {
                    terms.add(of(line, line.span(start, end), of));
                } else {
                    several.forEach(part -> terms.add(of(line, part, of)));
                }
                i = end - 1;
            }
        }
        return terms;
    }

    /** The first finite verb between two tokens; -1 if there is none. */
    private static int verbOf(Line line, int from, int to) {
        for (int k = from + 1; k < to; k++) {
            if (line.tagged(k, "VERB") && !line.is(k - 1, "to")) {
                return k;
            }
        }
        return -1;
    }

    private boolean starts(Line line, int i, int to) {
        return line.is(i, "provided", "providing", "unless")
                || line.is(i, "by", "within", "until", "before") && dated(line, i, to)
                || line.is(i, "in") && line.is(i + 1, "exchange", "return");
    }

    static boolean dated(Line line, int i, int to) {
        Span near = line.span(i, Math.min(to, i + 3));
        return line.quantities(near).stream()
                .anyMatch(q -> q.kind() == Quantity.Kind.DATE || q.kind() == Quantity.Kind.DURATION);
    }

    /** Where the matter ends because an aside begins. */
    static int matterEnd(Line line, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int called = line.is(i, ",") ? calledEnd(line, i + 1, to) : i;
            if (called > i) {
                i = called; // "the price of its pill, Lumacet, by 52%"
                continue;
            }
            boolean aside = line.is(i, "in") && line.is(i + 1, "exchange", "return")
                    || line.is(i, "in")
                            && line.is(i + 1, "a", "an")
                            && line.is(i + 2, "bid", "move", "attempt", "effort", "deal")
                    || line.is(i, "under", "in") && line.is(i + 1, "a", "an", "the") && line.is(i + 2, PAPERS)
                    || line.is(i, "after", "because", "while", "amid", ",", ";", ":", "\u2013", "\u2014")
                    || conditionAt(line, i)
                    || line.is(i, "by", "within", "until", "before") && dated(line, i, to);
            if (aside) {
                return i;
            }
        }
        return to;
    }

    /** The comma behind a name that stands between commas, where the words before go on behind it; -1 if there is none. */
    private static int calledEnd(Line line, int from, int to) {
        int k = from;
        while (k < to && k < from + 4 && (line.tagged(k, "PROPN") || line.capital(k))) {
            k++;
        }
        boolean goesOn =
                k > from && k + 1 < to && line.is(k, ",") && line.tagged(k + 1, "ADP") && !line.is(k + 1, "after");
        return goesOn ? k : -1;
    }

    /** Where what is asked in return, or a condition, begins; {@code to} if nowhere. */
    static int asideAt(Line line, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            boolean aside = line.is(i, "in") && line.is(i + 1, "exchange", "return")
                    || line.is(i, "asking", "wanting") && line.is(i + 1, "in") && line.is(i + 2, "exchange", "return")
                    || conditionAt(line, i);
            if (aside) {
                return i;
            }
        }
        return to;
    }

    /** "a loan: £2 million over 20 years, free for the first five": every part between commas is a term. */
    private void colon(Offer offer, Line line, int from, int to) {
        List<Span> parts = Parts.of(line, from, to, true);
        if (!parts.isEmpty()) {
            parts.forEach(part -> offer.add(of(line, part, offer.act)));
            return;
        }
        int start = from;
        for (int k = from; k <= to; k++) {
            if (k == to || line.is(k, ",", ";")) {
                int first = line.is(start, "and") ? start + 1 : start;
                if (first < k) {
                    offer.add(of(line, line.span(first, k), offer.act));
                }
                start = k + 1;
            }
        }
    }

    /** "to pay $640 million over nine years to settle …": where the payment ends; {@code from} if there is none. */
    private static int pays(Line line, int from, int to) {
        boolean verb = line.is(from, "to") && line.tagged(from + 1, "VERB");
        boolean sum = verb && from + 5 <= to && line.hasSum(line.span(from + 2, Math.min(to, from + 6)));
        if (!sum) {
            return from;
        }
        for (int k = from + 3; k < to; k++) {
            boolean purpose = line.is(k, "to") && line.tagged(k + 1, "VERB") || line.is(k, "for") && k > from + 4;
            if (purpose) {
                return k;
            }
        }
        return to;
    }

    /** "offered £150 and promised to hire 80 people", "… and threw in a winger": what the same hand adds behind an "and". */
    void more(Offer offer, Line line, int joint, int end) {
        int verb = line.is(joint, ",") ? joint + 2 : joint + 1;
        boolean adds = line.is(verb - 1, "and")
                && line.is(
                        verb, "promised", "pledged", "threw", "added", "vowed", "guaranteed", "undertook", "offered");
        int from = line.is(verb + 1, "in", "to") ? verb + 2 : verb + 1;
        if (!adds || from >= end) {
            return;
        }
        int aside = asideAt(line, from, end);
        boolean acts = line.is(from - 1, "to");
        List<Span> parts = acts ? Acts.from(line, from, aside) : Parts.of(line, from, aside, true);
        (parts.isEmpty() ? List.of(line.span(from, aside)) : parts)
                .forEach(part -> offer.add(of(line, part, offer.act)));
        asides(line, aside, end).forEach(offer::add);
    }

    /** A finite verb of the past behind an "and": another clause begins. */
    static boolean pastAt(Line line, int k) {
        String word = line.word(k);
        return line.tagged(k, "VERB") && !word.equals(line.lemma(k)) && !word.endsWith("ing") && !word.endsWith("s");
    }

    /** Whether an act or a thing stands there that a condition or a date can belong to. */
    private static boolean told(Line line, int start, int end) {
        boolean act = line.is(start, "to", "that") || line.word(start).endsWith("ing");
        return (act || Phrases.opens(line, start)) && end > start + 1;
    }

    /** "that the cut be limited to 10 percent and spread over three years": the second participle begins a part of its own. */
    private static int secondDone(Line line, int from, int to) {
        boolean be = false;
        for (int k = from; k < to - 2; k++) {
            be |= line.is(k, "be") && line.tagged(k + 1, "VERB");
            if (be && line.is(k, "and") && line.tagged(k + 1, "VERB") && line.tagged(k + 2, "ADP")) {
                return k;
            }
        }
        return -1;
    }

    /** "that he serve at least seven years": a clause with a number in it. */
    private static boolean measured(Line line, int from, int to) {
        return line.quantities(line.span(from, to)).stream().anyMatch(q -> q.kind() != Quantity.Kind.DATE);
    }

    /** Adds the terms that the words of a matter hold: its parts, and what stands behind it up to {@code to}. */
    void fill(Offer offer, Line line, int start, int end, int to) {
        int cut = asideAt(line, start, to);
        if (offer.act == Proposal.Act.THREAT) {
            asides(line, Math.min(cut, end), to).forEach(offer::add); // what is threatened is the matter
            return;
        }
        List<Span> numbered = Numbered.in(line, start, cut);
        if (!numbered.isEmpty()) {
            numbered.forEach(point -> offer.add(of(line, point, offer.act)));
            asides(line, cut, to).forEach(offer::add);
            return;
        }
        int close = cut;
        while (close > start && (line.is(close - 1, ",", ";", "\u2013", "\u2014", "-", "but"))) {
            close--;
        }
        for (int k = start; k < close; k++) {
            if (line.is(k, ":") && k > start) {
                colon(offer, line, k + 1, close);
                asides(line, cut, to).forEach(offer::add);
                return;
            }
        }
        List<Span> parts = Parts.of(line, start, close, true);
        int and = parts.isEmpty() && line.is(start, "that") ? secondDone(line, start, close) : -1;
        if (and > 0) {
            parts = List.of(line.span(start + 1, and), line.span(and + 1, close));
        }
        if (!parts.isEmpty()) {
            parts.forEach(part -> offer.add(of(line, part, offer.act)));
            asides(line, cut, to).forEach(offer::add);
            return;
        }
        List<Term> asides = asides(line, end, to);
        boolean thing = start < end && Phrases.opens(line, start) && !line.is(start, "that");
        boolean sum = thing && line.hasSum(line.span(start, end))
                || line.is(start, "that") && end > start + 3 && measured(line, start, end)
                || line.is(start, "to") && end > start + 2 && offer.act == Proposal.Act.DEAL;
        int paid = pays(line, start, end);
        if (paid > start) {
            offer.add(of(line, line.span(start, paid), offer.act));
        } else if (start < end && (sum || !asides.isEmpty() && told(line, start, end))) {
            int first = line.is(start, "that") ? start + 1 : start;
            boolean dated = asides.stream().anyMatch(t -> t.kind() == Term.Kind.DEADLINE);
            Span act = line.span(first, end);
            if (dated && asides.size() == 1 && !sum) {
                act = Spans.cover(act, asides.get(0).spans().get(0)); // "freeze rents until 2027" is one
            }
            offer.add(of(line, act, offer.act));
        }
        asides.forEach(offer::add);
    }
}
