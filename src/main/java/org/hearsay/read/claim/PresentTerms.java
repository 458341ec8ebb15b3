package org.hearsay.read.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/**
 * Terms that later sentences tell in the present: "Norrland lets in 60,000 tonnes a year and drops its ban", "Each player gets
 * £95,000 a week", "Licences run for 20 years". The present also tells what is so without any proposal: so only a party of
 * it, or what counts what somebody is given, is believed, and only right behind what tells of it.
 */
final class PresentTerms {
    private static final Set<String> GIVEN = Set.of("get", "receive", "pay", "earn");

    /** So many letters in common make two words one. */
    private static final int STEM = 5;

    private static final Set<String> LASTS =
            Set.of("run", "last", "expire", "apply", "start", "begin", "end", "rise", "fall", "go");

    /** Words of what is so already, or by habit. */
    private static final Set<String> ALREADY = Set.of(
            "already", "usually", "currently", "now", "still", "normally", "typically", "often", "always", "today");

    private static final Set<String> ALL = Set.of("both", "each", "neither", "either", "sides", "parties", "partners");

    private final Lexicon lexicon;
    private final Terms terms;

    PresentTerms(Lexicon lexicon, Terms terms) {
        this.lexicon = lexicon;
        this.terms = terms;
    }

    /** Adds what the clauses of a sentence, which is nobody's report, have the parties of {@code offer} do. */
    void read(Line line, Offer offer) {
        boolean gives = switch (offer.act) {
            case OFFER, DEAL, PLAN -> true;
            case DEMAND, REQUEST, ORDER, THREAT, PLEDGE -> false;
        };
        boolean known = !offer.isLoose(); // what is so anyhow must not make a proposal of "the plan"
        if (!gives
                || !LaterTerms.later(line, offer)
                || !known
                || offer.isWithdrawn()
                || line.is(line.body(), "if", "but", "when", "as")) {
            return;
        }
        for (int k = line.body(); k < line.size(); k++) {
            if (ALREADY.contains(line.word(k)) || line.quoted(k) && !line.quoteMark(k) && k < line.body() + 2) {
                return;
            }
        }
        int end = ToldTerms.end(line);
        int from = LaterTerms.begin(line, end);
        while (from >= 0 && from < end) {
            int next = nextClause(line, from, end);
            clause(line, from, next < 0 ? end : joint(line, next), offer);
            from = next;
        }
    }

    private void clause(Line line, int from, int end, Offer offer) {
        int verb = presentVerb(line, from, end);
        if (verb < 0) {
            return;
        }
        String lemma = lemma(line, verb);
        boolean counted =
                line.quantities(line.span(verb, end)).stream().anyMatch(q -> q.kind() != Quantity.Kind.ORDINAL);
        if (LASTS.contains(lemma)) {
            if (counted && LaterTerms.instrument(line, from, verb)) {
                offer.add(terms.of(line, line.span(from, end), offer.act));
            }
            return;
        }
        boolean given = GIVEN.contains(lemma);
        boolean known = given || lexicon.givesUp(lemma) || lexicon.bindsTerms(lemma);
        boolean does = known || Deeds.at(line, verb, lexicon);
        boolean somebody = given && counted && line.name(from).isEmpty();
        if (!does || !somebody && !party(line, from, verb, offer)) {
            return;
        }
        List<Span> things = given && !line.is(verb + 1, "for") ? Parts.of(line, verb + 1, end, true) : List.of();
        List<Span> acts = things.isEmpty() ? Acts.from(line, verb, end) : things;
        boolean near = offer.block == line.sentence().block();
        if (counted && (known || near)
                || known && (near || acts.size() > 1)
                || near && acts.size() > 1) { // "Sarn sells most of its fish in Tarn" is so anyhow
            acts.forEach(part -> offer.add(terms.of(line, part, offer.act)));
        }
    }

    /** Whether the subject is one of those whom the proposal is between, or all of them. */
    private static boolean party(Line line, int from, int verb, Offer offer) {
        Set<String> known = new TreeSet<>(offer.proposerWords);
        known.addAll(offer.matterWords);
        String text = line.reading().article().text();
        offer.recipient
                .map(span -> span.of(text).toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) // its line may be another
                .ifPresent(words -> Arrays.stream(words).map(Offers::stem).forEach(known::add));
        Set<String> subject = Offers.nounsOf(line, line.span(from, verb));
        if (subject.stream().anyMatch(word -> known.stream().anyMatch(other -> alike(word, other)))) {
            return true;
        }
        for (int k = from; k < verb; k++) {
            if (ALL.contains(line.word(k))) {
                return true;
            }
        }
        return false;
    }

    /** "Ruthenia" and "Ruthenian" are of one stem. */
    private static boolean alike(String a, String b) {
        return a.equals(b) || a.length() > STEM && b.length() > STEM && a.startsWith(b.substring(0, STEM));
    }

    /** The finite present verb of a clause behind its subject; -1 if its verb is another. */
    private static int presentVerb(Line line, int from, int end) {
        for (int k = from + 1; k < Math.min(end - 1, from + 14); k++) {
            int aside = line.is(k, ",") ? ModalClause.asideEnd(line, k) : k;
            if (aside > k) {
                k = aside;
                continue;
            }
            if (line.is(k, "that", "who", "which")) {
                k = relativeEnd(line, k + 1, end);
                continue;
            }
            boolean verb = line.tagged(k, "VERB") || GIVEN.contains(line.word(k)) && !line.tagged(k, "NOUN");
            if (verb) {
                return present(line, k) ? k : -1;
            }
            if (line.tagged(k, "AUX") || line.mark(k) && !line.is(k, "-", "'", "\u2019")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean present(Line line, int k) {
        String word = line.word(k);
        boolean third = word.endsWith("s") && !word.endsWith("ss") && !line.tagged(k - 1, "DET", "ADJ", "PART");
        boolean several = word.equals(line.lemma(k))
                && (!line.word(k - 1).equals(line.lemma(k - 1))
                        || line.is(k - 1, "they", "both", "all", "people")
                        || GIVEN.contains(word) && line.tagged(k - 1, "NOUN", "PROPN"))
                && !line.is(k - 1, "'s");
        return third || several;
    }

    /** Tagged as a preposition, "get" still is a verb. */
    private static String lemma(Line line, int verb) {
        return GIVEN.contains(line.word(verb)) ? line.word(verb) : line.lemma(verb);
    }

    /** The last token of "who drive" before the verb of the sentence. */
    private static int relativeEnd(Line line, int from, int end) {
        for (int k = from + 1; k < end - 1; k++) {
            boolean next = line.tagged(k + 1, "VERB") || GIVEN.contains(line.word(k + 1));
            if (next && !line.is(k, "to", "and", "or", "not") && !line.tagged(k, "AUX", "ADV")) {
                return k;
            }
        }
        return end;
    }

    /** Where the next clause with a subject of its own begins; -1 if there is none. */
    private static int nextClause(Line line, int from, int end) {
        int first = presentVerb(line, from, end);
        for (int k = Math.max(from, first) + 2; k < end - 2; k++) {
            boolean joins = line.is(k, "and", "while", "but", ";") && Phrases.opens(line, k + 1);
            if (joins && presentVerb(line, k + 1, end) > 0) {
                return k + 1;
            }
        }
        return -1;
    }

    private static int joint(Line line, int next) {
        int end = next - 1;
        while (line.is(end - 1, ",", ";")) {
            end--;
        }
        return end;
    }
}
