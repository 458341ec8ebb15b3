package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hearsay.read.article.Span;

/** The line before a list, and the proposal whose terms it announces: "The offer includes:", "laid down four conditions:". */
final class LeadIn {
    private final Line line;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Parties parties;
    /** The last word before the colon or the stop. */
    private final int last;

    LeadIn(Line line, Lexicon lexicon, Stances stances, Parties parties) {
        this.parties = parties;
        this.line = line;
        this.lexicon = lexicon;
        this.stances = stances;
        int end = line.size() - 1;
        while (end > 0 && line.mark(end)) {
            end--;
        }
        this.last = end;
    }

    /**
     * Whether the line wants a list behind it: it ends with a colon or in mid-sentence ("It provides for"), or it counts or
     * names what follows ("has three parts.", "sets out how it would work.").
     */
    boolean wantsMore() {
        boolean stop = line.is(line.size() - 1, ".", "!", "\u201d", "\"", ")");
        if (line.is(line.size() - 1, "?")) {
            return false;
        }
        return line.is(line.size() - 1, ":")
                || !stop
                        && (refers() || line.is(last, "that", "to", "including") || obliges() || ifOnly() || asks() > 0)
                || counted() > 0
                || line.is(last, "follows", "following")
                || following()
                || tellsHow();
    }

    /** "The compromise has three parts", "insist on four points": the word for what is counted; -1 if there is none. */
    private int counted() {
        for (int i = last; i > 1; i--) {
            boolean number = line.tagged(i - 1, "NUM")
                    || line.tagged(i - 2, "NUM") && line.tagged(i - 1, "ADJ", "NOUN")
                    || line.is(i - 1, "following", "these", "several", "certain", "what")
                    || line.is(i - 1, "of") && line.is(i - 2, "list", "set", "catalogue", "number", "series");
            boolean bare = i == last
                    && (line.tagged(i - 1, "VERB") || line.is(i - 1, "its", "their", "his", "her"))
                    && !line.word(i).equals(line.lemma(i)); // "It attached conditions.", "She named her terms."
            if (line.tagged(i, "NOUN") && (number || bare) && lexicon.isTermWord(line.lemma(i))) {
                return i;
            }
        }
        return -1;
    }

    /** "The union will call off the strike if:", "… provided that:": the items are conditions. */
    private boolean ifOnly() {
        return line.is(last, "if", "when", "once", "unless", "provided")
                || line.is(last, "that") && line.is(last - 1, "provided", "condition");
    }

    /** "In a letter he sets out how it would work." */
    private boolean tellsHow() {
        for (int k = 1; k < last; k++) {
            boolean sets = line.is(k, "sets", "set", "lays", "laid", "spells", "spelt", "spelled")
                            && line.is(k + 1, "out", "down")
                    || line.is(k, "explains", "explained", "outlines", "outlined", "describes", "described");
            int what = line.is(k + 1, "out", "down") ? k + 2 : k + 1;
            if (sets && line.is(what, "how", "what")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words only name what the list holds: "the following measures", "three parts". */
    boolean names(Span span) {
        int word = line.sentence().span().contains(span) ? Speakers.indexAt(line, span.end() - 1) : -1;
        return word >= 0 && word == counted() || word == last && line.is(word, "following", "follows");
    }

    /** "It provides for", "The text foresees": the last verb, or that before its "for", holds terms. */
    private boolean refers() {
        int verb = line.is(last, "for", "on", "of") ? last - 1 : last;
        return line.tagged(verb, "VERB")
                && (lexicon.holdsTerms(line.lemma(verb)) || lexicon.bindsTerms(line.lemma(verb)));
    }

    /**
     * The proposal whose terms the line announces; a new one where the text has not spoken of it before.
     *
     * @param lead the report that the line makes, whose content is the list
     */
    Optional<Offer> offer(Optional<Draft> lead, Offers offers) {
        Optional<Offer> own = told(lead, offers);
        boolean goesOn =
                obliges() || ifOnly() || following() || tellsHow() || line.is(0, "it", "they", "this") && refers();
        Optional<Offer> known = own.isEmpty() && goesOn ? near(offers, o -> true) : own;
        return known.isEmpty() && ifOnly() ? promised(offers) : known;
    }

    /** "Fishers who accept must:": the items are what somebody has to do. */
    boolean obliges() {
        return line.is(last, "must", "shall", "will", "would", "receive", "get");
    }

    /** What the line calls the items of its list: conditions, demands. */
    Optional<Term.Kind> kind() {
        if (ifOnly()) {
            return Optional.of(Term.Kind.CONDITION);
        }
        if (line.is(0, "in") && line.is(1, "return", "exchange")) {
            return Optional.of(Term.Kind.GETS);
        }
        for (int i = last; i >= 0; i--) {
            if (line.tagged(i, "NOUN") && lexicon.isTermWord(line.lemma(i))) {
                return switch (line.lemma(i)) {
                    case "condition" -> Optional.of(Term.Kind.CONDITION);
                    case "demand", "requirement" -> Optional.of(Term.Kind.GETS);
                    case "concession" -> Optional.of(Term.Kind.GIVES);
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private Optional<Offer> told(Optional<Draft> lead, Offers offers) {
        Stance stance = stances.of(line, line.sentence().span(), true);
        if (line.is(0, "if", "should", "when", "as") || stance == Stance.ASKED) {
            return Optional.empty();
        }
        boolean refers = counted() >= 0 || refers();
        int noun = -1;
        for (int i = 0; i <= last; i++) {
            boolean verb = line.is(i, "offers") && Phrases.opens(line, i + 1); // "gaming offers advantages, including:"
            boolean named = line.tagged(i, "NOUN", "PROPN") && !verb;
            boolean known = named
                    && line.is(i - 1, "the", "this", "that", "its", "their")
                    && lexicon.actReferredTo(line.lemma(i)).isPresent();
            if (known && refers || named && lexicon.actOfNoun(line.lemma(i)).isPresent()) {
                noun = i;
            }
        }
        return noun < 0 ? byVerb(lead, offers) : byNoun(noun, lead, offers);
    }

    /** "he demands:", "laid down four conditions:", "Its main points are:". */
    private Optional<Offer> byVerb(Optional<Draft> lead, Offers offers) {
        Optional<Proposal.Act> act = lead.flatMap(d -> d.cue).flatMap(c -> lexicon.actOfVerb(c.lemma()));
        int verb = lead.map(d -> Speakers.indexAt(line, d.cueSpans.get(0).end() - 1))
                .orElse(-1);
        boolean sold = line.is(verb, "offers", "offer") || line.is(verb, "offered") && line.is(verb + 1, "by", "on");
        sold |= verb >= 0
                && lead.isPresent()
                && act.isPresent()
                && parties.none(line, lead.get().source.get(0), verb, act.get(), "");
        if (act.isPresent() && lead.isPresent() && !sold) {
            Span cue = lead.get().cueSpans.get(0);
            return offers.all().stream()
                    .filter(o -> o.trigger.equals(cue))
                    .findFirst()
                    .or(() -> Optional.of(fresh(act.get(), cue, lead.get().source, offers)));
        }
        boolean its = line.is(0, "the", "its", "their", "his", "her")
                || line.is(0, "under", "among") && line.is(1, "its", "the", "their");
        if (announces() && its && !offers.all().isEmpty()) {
            return Optional.of(offers.all().get(offers.all().size() - 1));
        }
        return setOut(offers).or(() -> document(offers)).or(() -> asked(offers));
    }

    /** The verb of proposing that the list is the object of: "The city is proposing:", "She wants the councils to"; -1 for none. */
    private int asks() {
        for (int k = last; k > 0 && k > last - 6; k--) {
            if (line.tagged(k, "VERB")) {
                boolean act = actOf(k).isPresent() && (k == last || line.is(last, "to", "for", "on", "following"));
                boolean sold = line.is(k, "offers", "offer") || line.is(k - 1, "be", "been", "was", "were");
                return act && !sold && !line.quoted(k) ? k : -1;
            }
        }
        return -1;
    }

    private Optional<Offer> asked(Offers offers) {
        int verb = asks();
        if (verb < 0) {
            return Optional.empty();
        }
        Span trigger = line.span(verb, verb + 1);
        Optional<Offer> known =
                offers.all().stream().filter(o -> o.trigger.overlaps(trigger)).findFirst();
        if (known.isPresent()) {
            return known;
        }
        Proposal.Act act = actOf(verb).orElseThrow();
        return new Subjects(line)
                .of(verb)
                .filter(by -> !parties.none(line, by, verb, act, line.lemma(verb)))
                .map(by -> fresh(act, trigger, List.of(by), offers));
    }

    /** "The union will call off the strike if:": what somebody would do on the conditions that follow. */
    private Optional<Offer> promised(Offers offers) {
        for (int k = 1; k < last; k++) {
            Optional<Span> by = ModalClause.willDo(line, k) ? new Subjects(line).phraseBefore(k) : Optional.empty();
            if (by.isPresent()) {
                Offer offer = fresh(Proposal.Act.OFFER, line.span(k + 1, k + 2), List.of(by.get()), offers);
                offer.matter = k + 1 < last ? Optional.of(line.span(k + 1, last)) : Optional.empty();
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }

    private Optional<Offer> byNoun(int noun, Optional<Draft> lead, Offers offers) {
        boolean holds = lexicon.holdsTerms(line.lemma(last))
                || lexicon.holdsTerms(line.lemma(last - 1))
                || line.is(last, "following", "are", "is", "were", "was", "will", "would")
                || noun == last && line.is(0, "under") // "Under the plan:"
                || line.is(last, "to") && binds(noun);
        if (!holds && !announces()) {
            return setOut(offers).or(() -> byVerb(lead, offers).filter(o -> lead.isPresent()));
        }
        Span trigger = line.span(noun, noun + 1);
        Optional<Offer> known =
                offers.all().stream().filter(o -> o.trigger.equals(trigger)).findFirst();
        if (known.isPresent()) {
            return known;
        }
        List<Span> owner = new ArrayList<>();
        int start = Phrases.startOf(line, noun);
        for (int k = Math.max(0, start); k < noun; k++) {
            if (line.is(k + 1, "'s", "'") && k + 1 < noun) {
                owner.add(line.span(start, k + 1));
            }
        }
        Set<String> words = owner.isEmpty() ? Set.of() : Offers.nounsOf(line, owner.get(0));
        for (int k = offers.all().size() - 1; k >= 0; k--) {
            Offer offer = offers.all().get(k);
            boolean same = words.isEmpty() || offer.proposerWords.stream().anyMatch(words::contains);
            if (same) {
                return Optional.of(offer);
            }
        }
        Proposal.Act act = lexicon.actOfNoun(line.lemma(noun))
                .or(() -> lexicon.actReferredTo(line.lemma(noun)))
                .orElseThrow();
        return Optional.of(fresh(act, trigger, owner, offers));
    }

    /** "The settlement requires the company to:" */
    private boolean binds(int noun) {
        for (int k = noun + 1; k < last; k++) {
            if (line.tagged(k, "VERB")) {
                return lexicon.bindsTerms(line.lemma(k)) || lexicon.holdsTerms(line.lemma(k));
            }
        }
        return false;
    }

    /** Whether the line ends with a word for terms: "…, on these conditions:". */
    private boolean announces() {
        boolean follows = line.is(last, "follows"); // "Its main points, two diplomats said, are as follows."
        for (int i = follows ? 0 : Math.max(0, last - 3); i <= last; i++) {
            if (line.tagged(i, "NOUN") && lexicon.isTermWord(line.lemma(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * "The army laid down four conditions:", "put the following terms to the guild on Tuesday:": of what the same hand has
     * offered just before, or a proposal of its own.
     */
    private Optional<Offer> setOut(Offers offers) {
        int counted = counted();
        int verb = counted < 0 ? -1 : setting(counted);
        if (verb < 0) {
            return Optional.empty();
        }
        Optional<Proposal.Act> act = lexicon.announced(line.lemma(counted)).or(() -> actOf(verb));
        Optional<Span> by = act.isEmpty() ? Optional.empty() : new Subjects(line).of(verb);
        if (by.isEmpty()) {
            return Optional.empty();
        }
        Set<String> words = Offers.nounsOf(line, by.get());
        Optional<Offer> known = near(
                offers, o -> o.proposer.isEmpty() || o.proposerWords.stream().anyMatch(words::contains));
        if (known.isPresent()) {
            return known;
        }
        int head = Speakers.indexAt(line, by.get().end() - 1);
        boolean body = line.name(head).isPresent()
                || Phrases.subjectPronoun(line, head)
                || head > 0 && line.capital(head)
                || lexicon.speaker(line.lemma(head)).isPresent();
        return body
                ? Optional.of(fresh(act.get(), line.span(counted, counted + 1), List.of(by.get()), offers))
                : Optional.empty();
    }

    /** The verb that sets out the terms whose word stands at {@code noun}; -1 if there is none near. */
    private int setting(int noun) {
        for (int k = noun - 1; k > Math.max(0, noun - 7); k--) {
            boolean sets = line.tagged(k, "VERB")
                    && (lexicon.opensProposal(line.lemma(k))
                            || actOf(k).isPresent()
                            || line.is(
                                    k,
                                    "laid",
                                    "set",
                                    "sets",
                                    "named",
                                    "names",
                                    "listed",
                                    "lists",
                                    "posed",
                                    "attached",
                                    "stated"));
            if (sets) {
                return k;
            }
            if (line.mark(k) || line.tagged(k, "SCONJ")) {
                return -1;
            }
        }
        return -1;
    }

    /** What somebody does who "insists on", "asks for" or "proposes" some points. */
    private Optional<Proposal.Act> actOf(int verb) {
        String lemma = line.lemma(verb);
        return lexicon.actOfVerb(lemma)
                .or(() -> lexicon.actOfVerb(lemma + "_" + line.word(verb + 1)))
                .or(() -> lexicon.actOfClause(lemma));
    }

    /** "… on the following conditions": of whatever is offered there. */
    private boolean following() {
        return line.is(last - 1, "following", "these", "conditions", "terms") && lexicon.isTermWord(line.lemma(last));
    }

    /** The last of those proposals that this paragraph or the one before speaks of. */
    private Optional<Offer> near(Offers offers, Predicate<Offer> those) {
        int block = line.sentence().block();
        return offers.all().stream()
                .filter(o -> o.block >= block - 1 && o.isOpenToAll())
                .filter(those)
                .reduce((a, b) -> b);
    }

    /** "The eleven-page text foresees:": a paper that says what is to be, where the text has told of no proposal near. */
    private Optional<Offer> document(Offers offers) {
        boolean foresees = line.tagged(last, "VERB")
                && line.is(
                        last,
                        "foresees",
                        "envisages",
                        "proposes",
                        "demands",
                        "stipulates",
                        "requires",
                        "provides",
                        "specifies",
                        "foresaw",
                        "proposed",
                        "demanded",
                        "required",
                        "stipulated",
                        "envisaged");
        int head = last - 1;
        boolean paper = foresees
                && line.tagged(head, "NOUN")
                && (lexicon.actReferredTo(line.lemma(head)).isPresent()
                        || lexicon.speaker(line.lemma(head))
                                .filter(s -> s == Lexicon.Speaker.DOCUMENT)
                                .isPresent());
        if (!paper) {
            return Optional.empty();
        }
        return near(offers, o -> true)
                .or(() -> Optional.of(fresh(Proposal.Act.PLAN, line.span(last, last + 1), List.of(), offers)));
    }

    private Offer fresh(Proposal.Act act, Span trigger, List<Span> owner, Offers offers) {
        Offer offer = new Offer(act, trigger.of(line.reading().article().text()), trigger);
        owner.stream().findFirst().ifPresent(p -> offer.madeBy(offers.by(line, p)));
        return offers.added(offer, line);
    }
}
