package org.hearsay.read.claim;

import java.util.List;
import org.hearsay.read.article.Span;

/**
 * Terms that later sentences tell of a proposal that is known: "The offer includes A, B and C", "Under the deal, X will do A
 * and B", "The plan is conditional on A", "In return, X is to do B".
 */
final class ToldTerms {
    private final Lexicon lexicon;
    private final Terms terms;

    ToldTerms(Lexicon lexicon, Terms terms) {
        this.lexicon = lexicon;
        this.terms = terms;
    }

    /** The terms that stand with the noun at {@code i}, which means {@code offer}. */
    void of(Line line, int i, Offer offer) {
        if (line.is(line.size() - 1, ":", "?")) {
            return;
        }
        int verb = i + 1;
        while (line.tagged(verb, "AUX", "ADV")) {
            verb++;
        }
        if (line.is(verb, "conditional", "contingent", "subject", "dependent")
                && line.is(verb + 1, "on", "upon", "to")) {
            conditions(line, verb + 2, offer);
        } else if (line.tagged(verb, "VERB") && lexicon.holdsTerms(line.lemma(verb))) {
            int from = line.is(verb + 1, "for", "of") ? verb + 2 : verb + 1;
            held(line, afterRecipient(line, from), offer);
        } else if (under(line, i)) {
            underTheDeal(line, i, offer);
        }
    }

    /** "In return, the union agreed to shorter shifts": what the proposer gets. */
    void inReturn(Line line, Offer offer) {
        int b = line.body();
        boolean returns = line.is(b, "in") && line.is(b + 1, "return", "exchange") && line.is(b + 2, ",");
        if (!returns) {
            return;
        }
        int from = -1;
        for (int k = b + 3; k < Math.min(line.size(), b + 20) && from < 0; k++) {
            boolean to = line.is(k, "to") && k > b + 4;
            boolean modal = line.is(k, "will", "would", "must", "shall");
            from = to || modal ? k + 1 : -1;
        }
        int end = end(line);
        if (from < 0 || from >= end) {
            return;
        }
        List<Span> parts = Terms.parts(line, from, end, true);
        for (Span part : parts.isEmpty() ? List.of(line.span(from, end)) : parts) {
            offer.add(terms.of(line, part, Term.Kind.GETS));
        }
    }

    private void held(Line line, int from, Offer offer) {
        int end = end(line);
        List<Span> parts = Terms.parts(line, from, end, true);
        if (parts.isEmpty() && Phrases.opens(line, from)) {
            int close = Math.min(end, Terms.matterEnd(line, from, end));
            parts = close > from ? List.of(line.span(from, close)) : List.of();
        }
        for (Span part : parts) {
            offer.add(terms.of(line, part, offer.act));
        }
    }

    private void conditions(Line line, int from, Offer offer) {
        int end = end(line);
        for (int k = from; k < end; k++) {
            if (line.is(k, ",") && !line.is(k + 1, "on", "and", "or")) {
                end = k;
            }
        }
        int start = from;
        for (int k = from; k < end; k++) {
            if (line.is(k, "and") && line.is(k + 1, "on", "upon", "to") && k > start) {
                offer.add(terms.of(line, line.span(start, line.is(k - 1, ",") ? k - 1 : k), Term.Kind.CONDITION));
                start = k + 2;
            }
        }
        if (start < end) {
            offer.add(terms.of(line, line.span(start, end), Term.Kind.CONDITION));
        }
    }

    private static boolean under(Line line, int i) {
        int b = line.body();
        return line.is(b, "under", "as") && i - b <= 8 && line.is(i + 1, ",");
    }

    private void underTheDeal(Line line, int i, Offer offer) {
        for (int k = i + 2; k < Math.min(line.size(), i + 16); k++) {
            boolean modal = line.is(k, "will", "would", "must", "shall")
                    || line.is(k, "to") && line.is(k - 1, "is", "are", "has", "have");
            if (modal) {
                int from = k + 1;
                int end = end(line);
                List<Span> parts = Terms.parts(line, from, end, true);
                if (parts.isEmpty() && from < end) {
                    parts = List.of(line.span(from, end));
                }
                parts.forEach(part -> offer.add(terms.of(line, part, offer.act)));
                return;
            }
            if (line.mark(k)) {
                return;
            }
        }
    }

    /** "gives pilots an extra day": behind whoever is given it. */
    static int afterRecipient(Line line, int from) {
        int base = Phrases.baseEndOf(line, from);
        boolean twice = base > from && line.tagged(base, "DET", "NUM", "SYM") && !line.tagged(from, "NUM", "SYM");
        return twice ? base : from;
    }

    /** Before the sentence's stop, and before a ", X said". */
    static int end(Line line) {
        int end = line.size();
        while (end > 0 && line.mark(end - 1) && !line.is(end - 1, ")", "%")) {
            end--;
        }
        for (int k = end - 2; k > end - 12 && k > 0; k--) {
            boolean says = line.is(k, ",")
                    && (line.is(end - 1, "said", "says") || line.is(k + 1, "according", "said", "says"));
            if (says) {
                return k;
            }
        }
        return end;
    }
}
