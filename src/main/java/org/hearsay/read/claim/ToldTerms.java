package org.hearsay.read.claim;

import java.util.List;
import org.hearsay.read.article.Span;

/**
 * Terms that later sentences tell with the noun of a proposal that is known: "The offer includes A, B and C", "Under the deal,
 * X will do A and B", "The plan is conditional on A".
 */
final class ToldTerms {
    /** How far behind its noun the verb of a proposal is looked for. */
    private static final int LONGEST_SUBJECT = 14;

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
        if (under(line, i)) {
            underTheDeal(line, i, offer);
            return;
        }
        if (bound(line, i, offer)) {
            return;
        }
        int verb = verbBehind(line, i);
        boolean modal =
                line.is(verb - 1, "would", "will", "must", "shall") || line.is(verb - 2, "would", "will", "must");
        if (line.is(verb, "conditional", "contingent", "subject", "dependent")
                && line.is(verb + 1, "on", "upon", "to")) {
            conditions(line, verb + 2, offer);
        } else if (line.is(verb, "expires", "lapses", "expire", "lapse", "expired", "ends", "falls")
                && verb + 1 < end(line)) {
            expires(line, verb, offer);
        } else if (line.is(verb + 1, "effect", "force") && line.is(verb, "takes", "take", "took")
                || line.is(verb + 2, "force", "effect") && line.is(verb, "enters", "comes", "enter", "come", "goes")) {
            effective(line, verb + 2, offer);
        } else if (line.is(verb, "worth")) {
            worth(line, verb + 1, offer);
        } else if (line.tagged(verb, "VERB")) {
            said(line, verb, modal, offer);
        }
    }

    /** "The treaty takes effect once both parliaments approve it", "… enters into force on 1 May". */
    private void effective(Line line, int from, Offer offer) {
        int end = end(line);
        for (int k = from; k < Math.min(end - 1, from + 4); k++) {
            if (line.is(k, "once", "when", "after", "if", "only")) {
                int first = line.tagged(from, "NUM") ? from : k; // "30 days after both have signed"
                offer.add(terms.of(line, line.span(first, end), Term.Kind.CONDITION));
                return;
            }
            if (line.is(k, "on", "in", "from", "by") && Terms.dated(line, k, end)) {
                offer.add(terms.of(line, line.span(k, Terms.matterEnd(line, k, end)), Term.Kind.DEADLINE));
                return;
            }
        }
    }

    /** "The offer is worth £25m now, £8m in instalments and £5m if they win": each sum with its own condition. */
    private void worth(Line line, int from, Offer offer) {
        int end = end(line);
        List<Span> parts = from < end ? Parts.of(line, from, end, true) : List.of();
        if (parts.isEmpty()
                && from < end
                && !line.quantities(line.span(from, end)).isEmpty()) {
            parts = List.of(line.span(from, Terms.matterEnd(line, from, end)));
        }
        parts.forEach(part -> offer.add(terms.of(line, part, offer.act)));
    }

    /** "The bid expires on Wednesday", "The deal falls apart if the judge imposes more". */
    private void expires(Line line, int verb, Offer offer) {
        int end = end(line);
        int aside = Terms.asideAt(line, verb, end);
        if (aside < end) {
            terms.asides(line, aside, end).forEach(offer::add);
        } else if (Terms.dated(line, verb + 1, end)) {
            offer.add(terms.of(line, line.span(verb, end), Term.Kind.DEADLINE));
        }
    }

    /** "a treaty whereby they would cut …", "the contract, under which pay climbs to …". */
    private boolean bound(Line line, int i, Offer offer) {
        boolean own = line.is(i + 1, "of") && line.is(i + 3, "own"); // "with a plan of its own, under which"
        int last = own ? i + 3 : i;
        int k = line.is(last + 1, ",") ? last + 2 : last + 1;
        int from =
                line.is(k, "whereby") ? k + 1 : line.is(k, "under", "in", "by") && line.is(k + 1, "which") ? k + 2 : -1;
        int end = end(line);
        if (from < 0 || from + 2 >= end) {
            return false;
        }
        int close = end;
        for (int c = from + 1; c < end && close == end && line.is(last + 1, ","); c++) {
            close = line.is(c, ",") && line.verbal(c + 1) ? c : end;
        }
        int until = close;
        List<ModalClause> clauses = ModalClause.in(line, from, until);
        if (clauses.isEmpty()) {
            offer.add(terms.of(line, line.span(from, until), offer.act));
        }
        for (ModalClause clause : clauses) {
            clause.told(line).forEach(span -> offer.add(terms.of(line, span, offer.act)));
        }
        if (close < end && line.tagged(close + 1, "VERB")) {
            said(line, close + 1, end, false, offer);
        }
        return true;
    }

    /** What the verb says of the proposal: what it holds, or what it binds somebody to. */
    void said(Line line, int verb, boolean modal, Offer offer) {
        said(line, verb, end(line), modal, offer);
    }

    /** @param whole where the clause ends */
    void said(Line line, int verb, int whole, boolean modal, Offer offer) {
        String lemma = line.lemma(verb);
        boolean must = line.is(verb - 1, "must") || line.is(verb - 1, "to") && line.is(verb - 2, "has", "have", "had");
        boolean thing = must && Phrases.opens(line, verb + 1);
        boolean speaks =
                lexicon.verb(lemma).filter(c -> c.kind() == Cue.Kind.SPEECH).isPresent();
        if (lexicon.isOutcome(lemma) && !must || speaks && !thing && !Deeds.at(line, verb, lexicon)) {
            return;
        }
        int aside = Terms.asideAt(line, verb, whole);
        boolean own = line.is(aside, "if", "should") && !line.is(aside - 1, ",", "only", "but");
        aside = own ? whole : aside; // "…, but only if": an "if" inside belongs to its act
        int end = aside;
        while (end > verb + 1 && line.is(end - 1, ",", "but", "only", "and", "even")) {
            end--;
        }
        List<Span> acts = Acts.from(line, verb, end);
        int known = offer.terms.size();
        boolean third = line.word(verb).endsWith("s");
        boolean deeds = third
                && !offer.isLoose() // what is so anyhow must not make a proposal of "the plan"
                && !lexicon.isState(lemma)
                && (acts.size() > 1 || !line.quantities(line.span(verb, end)).isEmpty()) // "It replaces an older one"
                && acts.stream().anyMatch(act -> Deeds.at(line, Speakers.indexAt(line, act.start()), lexicon));
        boolean binds = lexicon.bindsTerms(lemma) || deeds;
        if (acts.size() > 1 && (modal || third) && (binds || modal || lexicon.holdsTerms(lemma))) {
            acts.forEach(act -> offer.add(terms.of(line, act, offer.act)));
        } else if (lexicon.holdsTerms(lemma)) {
            int from = line.is(verb + 1, "for", "of", "that", "to") ? verb + 2 : verb + 1;
            held(line, afterRecipient(line, from), offer);
        } else if (binds && third || modal) {
            List<Span> things = things(line, verb, end);
            if (things.isEmpty()) {
                acts.forEach(act -> offer.add(terms.of(line, act, offer.act)));
            } else {
                things.forEach(given -> offer.add(terms.of(line, given, offer.act)));
            }
        }
        if (offer.terms.size() > known && aside < whole) {
            terms.asides(line, aside, whole).forEach(offer::add);
        }
    }

    /** "receive 30 francs in cash and the remainder in stock, plus a dividend": each thing is a term. */
    private List<Span> things(Line line, int verb, int end) {
        boolean given = line.is(verb, "receive", "get", "pay", "obtain", "gain", "give");
        return given ? Parts.of(line, verb + 1, end, true) : List.of();
    }

    /** The verb whose subject ends with {@code i}: behind what is added in commas, and behind its helpers. */
    private static int verbBehind(Line line, int i) {
        int verb = i + 1;
        if (line.is(verb, "that", "which") && line.tagged(verb + 1, "VERB", "AUX")) {
            verb++; // "a counter-offer that foresees …"
        } else if (line.is(verb, ",") && line.is(verb + 1, "which") && line.verbal(verb + 2)) {
            verb += 2; // "the offer, which would also have lengthened shifts"
        } else if (line.is(verb, ",") && !line.is(verb + 1, "and", "but")) {
            for (int k = verb + 1; k < Math.min(line.size(), verb + 18); k++) {
                if (line.is(k, ",")) {
                    verb = k + 1;
                    break;
                }
            }
        } else if (line.tagged(verb, "VERB") && line.word(verb).endsWith("ed") && line.tagged(verb + 1, "ADP")) {
            for (int k = verb + 2; k < Math.min(line.size() - 1, verb + 12); k++) {
                if (line.tagged(k, "VERB", "AUX") && !line.mark(k - 1) && Phrases.nominal(line, k - 1)) {
                    verb = k; // "The text circulated by the chair on Friday proposes"
                    break;
                }
            }
        }
        verb = line.tagged(verb, "ADP", "ADV", "SCONJ") ? behindPhrases(line, i, verb) : verb;
        while (line.tagged(verb, "AUX", "ADV")) {
            verb++;
        }
        return verb;
    }

    /** "The bill before parliament would raise …": the first verb behind what belongs to a subject; {@code from} if there is none. */
    private static int behindPhrases(Line line, int i, int from) {
        int start = OfferNouns.begin(line, i);
        boolean subject = start >= 0
                && (start <= line.body() || line.mark(start - 1) || line.is(start - 1, "and", "but", "that", "while"));
        for (int k = from + 1; subject && k < Math.min(line.size() - 1, i + LONGEST_SUBJECT); k++) {
            if (line.mark(k) && !line.is(k, "-", "'")) {
                break;
            }
            boolean added = line.is(k - 1, "to") || line.word(k).endsWith("ing") || line.tagged(k + 1, "ADP");
            if (line.tagged(k, "AUX") || line.tagged(k, "VERB") && !added) {
                return k;
            }
        }
        return from;
    }

    private void held(Line line, int from, Offer offer) {
        int end = end(line);
        int cut = Terms.asideAt(line, from, end);
        from = examples(line, from, cut);
        int close = cut;
        while (close > from && line.is(close - 1, ",", ";")) {
            close--;
        }
        List<Span> parts = close > from ? Parts.of(line, from, close, true) : List.of();
        if (parts.isEmpty() && (Phrases.opens(line, from) || line.is(from - 1, "that", "to"))) {
            int last = Math.min(end, Terms.matterEnd(line, from, end));
            parts = last > from ? List.of(line.span(from, last)) : List.of();
        }
        for (Span part : parts) {
            offer.add(terms.of(line, part, offer.act));
        }
        if (cut < end) {
            terms.asides(line, cut, end).forEach(offer::add);
        }
    }

    /** "contains some good ideas, including a cap on deposits": behind the "including"; {@code from} if there is none. */
    private static int examples(Line line, int from, int to) {
        for (int k = from + 1; k < to - 1; k++) {
            boolean plural = line.word(k - 1).endsWith("s") || line.is(k - 1, ",");
            if (plural && (line.is(k, "including") || line.is(k, "such") && line.is(k + 1, "as"))) {
                return line.is(k, "such") ? k + 2 : k + 1;
            }
            if (line.verbal(k)) {
                return from;
            }
        }
        return from;
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
        List<ModalClause> clauses = ModalClause.in(line, i + 2, end(line));
        if (clauses.size() > 1 || clauses.size() == 1 && clauses.get(0).passive(line)) {
            for (ModalClause clause : clauses) {
                List<Span> things = things(line, clause.verb(), clause.end());
                (things.isEmpty() ? clause.told(line) : things)
                        .forEach(span -> offer.add(terms.of(line, span, offer.act)));
            }
            return;
        }
        for (int k = i + 2; k < Math.min(line.size(), i + 16); k++) {
            boolean modal = line.is(k, "will", "would", "must", "shall")
                    || line.is(k, "to") && line.is(k - 1, "is", "are", "has", "have");
            boolean form = line.word(k).endsWith("s") || line.word(k).equals(line.lemma(k));
            boolean present = line.tagged(k, "VERB") && form && Phrases.nominal(line, k - 1);
            if (modal || present) {
                int from = modal ? k + 1 : k;
                from += line.is(from, "have", "be") && line.is(from + 1, "to") ? 2 : 0;
                int end = end(line);
                List<Span> parts = things(line, from, end);
                if (parts.isEmpty() && from < end) {
                    List<Span> acts = line.tagged(from, "VERB") ? Acts.from(line, from, end) : List.of();
                    parts = acts.size() > 1 ? acts : Parts.of(line, from, end, true);
                }
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
        for (int k = from + 1; k < base - 1; k++) {
            boolean several = line.tagged(k, "NOUN") && !line.word(k).equals(line.lemma(k));
            base = several && line.tagged(k + 1, "NUM", "SYM", "DET") ? k + 1 : base; // "both sides 40 rooms"
        }
        int whole =
                line.is(base, "of", "in", "from") ? Phrases.endOf(line, from) : base; // "holders of licences a payment"
        for (int end : new int[] {base, whole}) {
            boolean twice = end > from
                    && line.tagged(end, "DET", "NUM", "SYM")
                    && !line.is(end, "every", "each")
                    && !line.tagged(from, "NUM", "SYM");
            if (twice && !Phrases.isTime(line.word(end + 1))) {
                return end;
            }
        }
        return from;
    }

    private static boolean saysWhen(Line line, int from, int end) {
        for (int k = from; k < end; k++) {
            boolean says = line.is(k, "said", "says", "announced", "told");
            if (says
                    && (k == end - 1 || line.tagged(k + 1, "ADP", "PROPN", "NOUN", "ADV") && !line.is(k + 1, "that"))) {
                return true;
            }
            if (line.mark(k)) {
                return false;
            }
        }
        return false;
    }

    /** Before the sentence's stop, and before a ", X said". */
    static int end(Line line) {
        int end = line.size();
        while (end > 0 && line.mark(end - 1) && !line.is(end - 1, ")", "%")) {
            end--;
        }
        for (int k = end - 2; k > end - 14 && k > 0; k--) {
            boolean tail = line.is(k, ",") && Phrases.opens(line, k + 1) && saysWhen(line, k + 2, end);
            if (tail) {
                return k; // ", the minister said on Monday"
            }
            boolean says = line.is(k, ",")
                    && (line.is(end - 1, "said", "says") || line.is(k + 1, "according", "said", "says"));
            if (says) {
                return k;
            }
        }
        return end;
    }
}
