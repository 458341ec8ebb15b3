package org.hearsay.read.claim;

import java.util.List;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/**
 * Terms that the sentences behind a proposal add without naming it: "It would also close A and exempt B", "In return, X is to
 * do B", "Small boats are exempt", "Families have until 15 May to accept".
 */
final class LaterTerms {
    private static final Set<String> MOVES = Set.of(
            "rise",
            "fall",
            "go",
            "last",
            "end",
            "run",
            "climb",
            "increase",
            "apply",
            "start",
            "begin",
            "reopen",
            "move",
            "stay");

    private static final Set<String> INSTRUMENTS = Set.of(
            "levy",
            "fee",
            "tax",
            "price",
            "rate",
            "rent",
            "fare",
            "wage",
            "salary",
            "pay",
            "quota",
            "cap",
            "limit",
            "ceiling",
            "threshold",
            "fund",
            "money",
            "sum",
            "payment",
            "grant",
            "contribution",
            "commitment",
            "ban",
            "freeze",
            "truce",
            "ceasefire",
            "pause",
            "trial",
            "lease",
            "licence",
            "license",
            "contract",
            "phase",
            "stage",
            "ticket",
            "bonus",
            "duty",
            "subsidy",
            "pension",
            "dispute",
            "fine");

    private final Lexicon lexicon;
    private final Terms terms;
    private final ToldTerms told;

    LaterTerms(Lexicon lexicon, Terms terms, ToldTerms told) {
        this.lexicon = lexicon;
        this.terms = terms;
        this.told = told;
    }

    /** "Buildings with fewer than four flats are exempt", "Owners abroad are not eligible": whom a proposal leaves out. */
    void exempts(Line line, Offer offer) {
        boolean later = later(line, offer);
        for (int k = line.body() + 1; later && k < Math.min(line.size(), line.body() + 24); k++) {
            boolean out = line.is(k, "exempt", "exempted", "excluded", "spared", "untouched")
                    || line.is(k, "left") && line.is(k + 1, "out")
                    || line.is(k - 1, "not", "n't")
                            && line.is(k, "covered", "eligible", "affected", "included", "touched", "required");
            int verb = line.is(k - 1, "not", "n't") ? k - 2 : k - 1;
            verb -= line.is(verb, "be") ? 1 : 0;
            if (out && line.is(verb, "is", "are", "will", "would", "remain") && verb > line.body()) {
                int own = Phrases.headStartOf(line, verb - 1);
                boolean second = own > line.body()
                        && line.is(own - 1, "and", "but", "while", ";")
                        && verbal(line, line.body(), own - 1);
                int from = second ? own : line.body();
                offer.add(terms.of(line, line.span(from, verb), Term.Kind.EXEMPTION));
                return;
            }
        }
    }

    /** Whether the sentence stands behind the words that make the proposal, and tells something itself. */
    static boolean later(Line line, Offer offer) {
        return offer.trigger.end() < line.start(0) && !line.is(line.size() - 1, ":", "?");
    }

    private static boolean verbal(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.verbal(k)) {
                return true;
            }
        }
        return false;
    }

    /** "It would also …", "Investors would receive …", "The buyer must …" in a sentence that is nobody's report. */
    void goesOn(Line line, Offer offer) {
        boolean later = later(line, offer) && !offer.isWithdrawn();
        int known = offer.terms.size();
        tells(line, offer, later);
        Span sentence = line.sentence().span();
        int only = onlyIf(line, line.body(), ToldTerms.end(line));
        boolean told =
                offer.terms.stream().anyMatch(t -> sentence.contains(t.spans().get(0)));
        if (later && open(offer) && only > 0 && !told && known == offer.terms.size()) {
            terms.asides(line, only, ToldTerms.end(line)).forEach(offer::add);
        }
    }

    private void tells(Line line, Offer offer, boolean later) {
        int body = line.body();
        boolean aside = line.is(body, "if", "should", "but", "unless", "without", "i", "we", "there", "this", "that");
        if (later && open(offer) && offer.block == line.sentence().block()) {
            fronted(line, offer);
        }
        if (!later || aside || !open(offer)) {
            return;
        }
        int end = ToldTerms.end(line);
        int first = begin(line, end);
        List<ModalClause> clauses = ModalClause.in(line, first, end);
        if (clauses.isEmpty()) {
            boolean it = line.is(first, "it") && line.tagged(first + 1, "VERB", "ADV");
            int verb = line.tagged(first + 1, "ADV") ? first + 2 : first + 1;
            if (it && line.word(verb).endsWith("s")) {
                told.said(line, verb, false, offer);
            }
            return;
        }
        boolean near = (offer.block == line.sentence().block() || line.is(first, "it", "they"))
                && offer.act != Proposal.Act.PLEDGE;
        boolean told = false;
        for (ModalClause clause : clauses) {
            int known = offer.terms.size();
            boolean shared = told && clause.subject() == clause.modal();
            clause(line, clause, near, shared, offer);
            told = offer.terms.size() > known;
        }
    }

    /**
     * "Should Rovers be relegated twice, the landlord can take the ground back": what is to be if something comes about. What
     * will be if the proposal itself comes about is no term.
     */
    private void fronted(Line line, Offer offer) {
        int body = line.body();
        if (!line.is(body, "if", "should", "unless") || line.is(body + 1, "it", "this", "that")) {
            return;
        }
        int end = ToldTerms.end(line);
        int comma = body + 1;
        while (comma < end && !line.is(comma, ",")) {
            boolean itself = lexicon.actNamed(line.lemma(comma)).isPresent();
            if (line.tagged(comma, "NOUN") && itself || line.quoted(comma)) {
                return;
            }
            comma++;
        }
        if (comma + 3 >= end) {
            return;
        }
        int modal = Phrases.endOf(line, comma + 1);
        boolean does = modal > comma + 1
                && line.is(modal, "can", "may", "must", "will", "would", "shall")
                && line.tagged(modal + 1, "VERB")
                && !(line.is(modal, "will", "would") && lexicon.isOutcome(line.lemma(modal + 1)));
        if (does) {
            offer.add(terms.of(line, line.span(body, end), Term.Kind.CONDITION));
        }
    }

    /** "The brewer said it would also top up the fund", "The text says that the council will keep its police". */
    void added(Line line, Draft draft, Offer offer) {
        boolean later = offer.trigger.end() < line.start(0) && open(offer);
        if (!later
                || draft.source.isEmpty()
                || draft.quotation != Quotation.INDIRECT
                || draft.content.size() != 1
                || draft.denied) {
            return;
        }
        Span content = draft.content.get(0);
        int from = Speakers.indexAt(line, content.start());
        from += line.is(from, "that") ? 1 : 0;
        int to = Math.min(Speakers.indexAt(line, content.end() - 1) + 1, ToldTerms.end(line));
        int head = Speakers.indexAt(line, draft.source.get(0).end() - 1);
        boolean paper =
                line.tagged(head, "NOUN") && lexicon.actNamed(line.lemma(head)).isPresent();
        boolean same =
                offer.isBy(Offers.nounsOf(line, draft.source.get(0))) && line.is(from, "it", "they", "he", "she");
        for (ModalClause clause : ModalClause.in(line, from, to)) {
            boolean also = line.is(clause.modal() + 1, "also");
            boolean would = line.is(clause.modal(), "would", "will", "must", "shall");
            if (would && (paper || same && also)) {
                clause(line, clause, true, false, offer);
            }
        }
    }

    private static boolean open(Offer offer) {
        return switch (offer.act) {
            case OFFER, DEAL, PLAN, PLEDGE -> true;
            case DEMAND, REQUEST, ORDER, THREAT -> false;
        };
    }

    /** "The sums would fall due only if he plays 60 matches": where the condition begins; -1 if there is none. */
    private static int onlyIf(Line line, int from, int end) {
        for (int k = from + 2; k < end - 1; k++) {
            if (line.is(k, "only") && line.is(k + 1, "if", "when", "once")) {
                return k;
            }
        }
        return -1;
    }

    /** Behind a date or a place in front of the subject: "From 2029 it would ban". */
    static int begin(Line line, int end) {
        int body = line.body();
        for (int k = body + 1; line.tagged(body, "ADP") && k < Math.min(end, body + 7); k++) {
            boolean comma = line.is(k, ",");
            if (comma || line.is(k, "it", "they")) {
                return comma ? k + 1 : k;
            }
        }
        return body;
    }

    /**
     * @param near whether the sentence is of the same paragraph, or its subject the offer itself: then what "would" be done is a
     *     term even without a number
     * @param shared whether the same subject did something before that is a term
     */
    private void clause(Line line, ModalClause clause, boolean near, boolean shared, Offer offer) {
        int verb = clause.verb();
        String lemma = line.lemma(verb);
        boolean will = line.is(clause.modal(), "will", "could");
        boolean would = line.is(clause.modal(), "would", "shall") && offer.act != Proposal.Act.PLEDGE;
        boolean obliged = ModalClause.obliges(line, clause.modal());
        boolean must = line.is(clause.modal(), "must", "shall") || line.is(verb - 1, "to");
        boolean mine = lexicon.holdsTerms(lemma) || lexicon.bindsTerms(lemma);
        boolean paid = line.is(verb, "receive", "get", "pay", "have");
        boolean owed = must && Phrases.opens(line, verb + 1); // "would have to find a quarter of it"
        boolean thinks = lexicon.verb(lemma).isPresent() && !mine && !clause.passive(line) && !owed;
        boolean counted =
                line.quantities(line.span(verb, clause.end())).stream().anyMatch(q -> q.kind() != Quantity.Kind.DATE);
        boolean tells = mine && counted
                || paid
                || shared
                || !will
                        && (counted
                                || near
                                || would
                                || obliged
                                || clause.told(line).size() > 1);
        boolean moves =
                would && counted && near && MOVES.contains(lemma) && instrument(line, clause.subject(), clause.modal());
        if (line.quoted(verb)
                || lexicon.isOutcome(lemma) && !must && !moves
                || thinks
                || !tells
                || offer.isLoose() && !would && !obliged) {
            return;
        }
        if (moves) {
            parted(line, clause, Math.min(rest(line, verb, clause.end()), joinedAct(line, verb, clause.end())), offer);
            return;
        }
        boolean object = line.tagged(verb + 1, "DET", "PRON", "SYM", "NOUN", "PROPN");
        if (MOVES.contains(lemma) && !object && !offer.isLoose() && clause.subject() < clause.modal()) {
            parted(line, clause, joinedAct(line, verb, clause.end()), offer);
            return;
        }
        if (!clause.passive(line)
                && !clause.denies(line)
                && Numbered.in(line, clause.modal(), clause.end()).isEmpty()) {
            told.said(line, verb, clause.end(), true, offer);
            return;
        }
        int end = Math.min(clause.end(), Terms.asideAt(line, verb, clause.end()));
        ModalClause whole = new ModalClause(clause.subject(), clause.modal(), verb, end);
        whole.told(line).forEach(span -> offer.add(terms.of(line, span, offer.act)));
        terms.asides(line, end, clause.end()).forEach(offer::add);
    }

    /** The clause as a term with its subject, since who moves belongs to it; and what follows the joint at {@code cut}. */
    private void parted(Line line, ModalClause clause, int cut, Offer offer) {
        offer.add(terms.of(line, line.span(clause.subject(), cut), offer.act));
        if (cut < clause.end()) {
            offer.add(terms.of(line, line.span(cut + 1, clause.end()), offer.act));
        }
    }

    /** The "and" of "would last seven years and be watched over by a trustee"; {@code end} if there is none. */
    private static int joinedAct(Line line, int verb, int end) {
        for (int k = verb + 2; k < end - 1; k++) {
            if (line.is(k, "and") && (line.is(k + 1, "be") || line.tagged(k + 1, "VERB"))) {
                return k;
            }
        }
        return end;
    }

    /** The comma before ", the rest to a fund"; the end if there is none. */
    private static int rest(Line line, int from, int end) {
        for (int k = from + 1; k < end - 2; k++) {
            if (line.is(k, ",") && line.is(k + 1, "the") && line.is(k + 2, "rest", "remainder", "other")) {
                return k;
            }
        }
        return end;
    }

    /** "The levy", "two thirds of the money": what a proposal sets. */
    static boolean instrument(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (INSTRUMENTS.contains(line.lemma(k))) {
                return true;
            }
        }
        return false;
    }

    /** "Families have until 15 May to accept", "wants an answer within 72 hours". */
    void answerBy(Line line, Offer offer) {
        for (int k = line.body(); k < line.size() - 2; k++) {
            boolean until = line.is(k, "until", "till", "by", "within", "before") && Terms.dated(line, k, line.size());
            int close = k + 1;
            while (until && close < line.size() && !line.is(close, "to", ",", ".", "or", "and")) {
                close++;
            }
            boolean answers = until
                    && (line.is(close, "to")
                                    && line.is(
                                            close + 1, "accept", "decide", "answer", "respond", "reply", "sign",
                                            "agree")
                            || line.is(k - 1, "answer", "reply", "response", "decision"));
            if (answers && close > k + 1 && offer.trigger.end() < line.end(k)) {
                offer.add(terms.of(line, line.span(k, close), Term.Kind.DEADLINE));
                return;
            }
        }
    }

    /** "In return, the union agreed to shorter shifts": what the proposer gets. */
    void inReturn(Line line, Offer offer) {
        int b = line.body();
        boolean returns = line.is(b, "in") && line.is(b + 1, "return", "exchange");
        int comma = b + 2;
        while (returns && comma < Math.min(line.size(), b + 14) && !line.is(comma, ",")) {
            comma++;
        }
        if (!returns || !line.is(comma, ",") || comma > b + 2 && !line.is(b + 2, "for")) {
            return;
        }
        int from = -1;
        for (int k = comma + 1; k < Math.min(line.size(), comma + 18) && from < 0; k++) {
            boolean to = line.is(k, "to") && k > comma + 2;
            boolean modal = line.is(k, "will", "would", "must", "shall");
            from = to || modal ? k + 1 : -1;
        }
        from += from > 0 && line.is(from, "have", "be") && line.is(from + 1, "to") ? 2 : 0;
        from += line.is(from, "want", "get", "receive", "expect") ? 1 : 0;
        int end = ToldTerms.end(line);
        if (from < 0 || from >= end) {
            return;
        }
        List<Span> parts = line.tagged(from, "VERB") ? Acts.from(line, from, end) : Parts.of(line, from, end, true);
        for (Span part : parts.isEmpty() ? List.of(line.span(from, end)) : parts) {
            offer.add(terms.of(line, part, Term.Kind.GETS));
        }
    }
}
