package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Span;

/** Proposals that a noun tells of: "has extended an offer", "Moscow's offer to …", and what later sentences say of "the offer". */
final class NounProposals {
    /** Behind a proposal's noun they lead to whose it is: "the treaty signed today by the governments". */
    private static final String[] MADE = {
        "signed",
        "agreed",
        "reached",
        "made",
        "tabled",
        "proposed",
        "offered",
        "submitted",
        "presented",
        "put",
        "struck",
        "concluded",
        "advanced",
        "issued",
        "announced",
        "published",
        "unveiled",
        "outlined",
        "drafted",
        "circulated",
        "floated"
    };

    /** Whoever does this with concessions has not got them yet. */
    private static final String[] SEEKING = {"seek", "seeks", "seeking", "sought", "wants", "want", "extract", "win"};

    /** With what follows their "with": "has answered with an offer of its own". */
    private static final String[] ANSWERED = {
        "answered", "responded", "replied", "countered", "answers", "responds", "replies"
    };

    private final Offers offers;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Terms terms;
    private final ToldTerms toldTerms;
    private final Fates fates;
    private final LatentProposals latents;
    private final Parties parties;

    NounProposals(Offers offers, Lexicon lexicon, Stances stances, Terms terms, Parties parties) {
        this.parties = parties;
        this.offers = offers;
        this.lexicon = lexicon;
        this.stances = stances;
        this.terms = terms;
        this.toldTerms = new ToldTerms(lexicon, terms);
        this.fates = new Fates(lexicon, stances);
        this.latents = new LatentProposals(offers, fates);
    }

    void read(Line line, List<Draft> here) {
        for (int i = 0; i < line.size(); i++) {
            boolean noun = line.tagged(i, "NOUN", "PROPN") && !line.quoted(i) && !IdleNouns.idle(line, i);
            Optional<Proposal.Act> act = noun ? lexicon.actOfNoun(line.lemma(i)) : Optional.empty();
            Optional<Proposal.Act> referring =
                    noun && !line.is(i, "term") ? lexicon.actReferredTo(line.lemma(i)) : Optional.empty();
            if (act.isEmpty() && referring.isEmpty()) {
                continue;
            }
            int at = i;
            Optional<Offer> offer =
                    act.or(() -> nears(line, at) ? referring : Optional.empty()).flatMap(a -> opened(line, at, a));
            if (offer.isEmpty()) {
                offer = meant(line, at, act.or(() -> referring).get());
            }
            if (offer.isEmpty()) {
                offer = latents.of(line, at, act.or(() -> referring).get());
            }
            if (offer.isEmpty()) {
                continue;
            }
            Offer found = offer.get();
            fates.heard(line, i, found);
            for (Draft draft : here) {
                boolean holds = draft.content.stream().anyMatch(s -> s.contains(line.start(at)));
                if (holds && draft.proposal < 0) {
                    draft.proposal = offers.all().indexOf(found);
                }
                boolean opens = found.trigger.start() == line.start(at) && !draft.source.isEmpty();
                boolean own = found.proposer
                        .filter(p -> !opens || p.overlaps(draft.source.get(0)))
                        .isPresent();
                if (holds && opens && !own) {
                    found.reporter = found.reporter.or(() -> Optional.of(draft.source.get(0)));
                }
            }
            toldTerms.of(line, i, found);
        }
    }

    /** "has extended an offer to … for …", "Moscow's offer to …". */
    private Optional<Offer> opened(Line line, int i, Proposal.Act act) {
        int start = OfferNouns.begin(line, i);
        int behind = i + 1;
        Optional<Span> proposer = Optional.empty();
        for (int k = i - 1; k >= Math.max(0, i - 6); k--) {
            if (line.is(k, "'s", "'") && line.tagged(k, "PART", "PUNCT", "NOUN", "PROPN") || line.is(k, "'s")) {
                int from = Phrases.startOf(line, k - 1);
                proposer = from < 0 ? Optional.empty() : Optional.of(line.span(from, k));
                break;
            }
            if (!line.tagged(k, "ADJ", "NOUN", "PROPN", "NUM") && !line.is(k, "-")) {
                break;
            }
        }
        boolean definite = line.is(start, "the", "this", "that", "these", "any", "such");
        boolean answer = line.is(start - 1, "with") && line.is(start - 2, ANSWERED);
        boolean nears = nears(line, i);
        int verb = answer || nears ? start - 2 : start - 1;
        boolean light = answer || verb > 0 && line.tagged(verb, "VERB") && lexicon.opensProposal(line.lemma(verb));
        Optional<Proposal.Status> fate = fates.of(line, verb);
        boolean own = line.is(start, "its", "his", "her", "their");
        if (proposer.isEmpty()
                && (!definite || own)
                && (light
                        || nears
                        || fate.equals(Optional.of(Proposal.Status.WITHDRAWN))
                        || act == Proposal.Act.DEAL && fate.equals(Optional.of(Proposal.Status.AGREED)))) {
            proposer = subjectOf(line, verb);
        }
        boolean sought = verb > 0 && line.is(line.tagged(verb, "ADJ") ? verb - 1 : verb, SEEKING);
        if (proposer.isEmpty()
                && line.is(i + 1, "from", "by")
                && !sought
                && (!definite
                        || line.name(i + 2).isPresent()
                        || line.name(i + 3).isPresent())
                && Phrases.opens(line, i + 2)
                && !Phrases.isTime(line.word(i + 2))
                && !Terms.dated(line, i + 1, line.size())
                && !line.is(i + 3, "end", "start", "beginning", "middle")) {
            int close = OfferNouns.byEnd(line, i + 2);
            proposer = close > i + 2 ? Optional.of(line.span(i + 2, close)) : Optional.empty();
            behind = proposer.isPresent() ? close : behind;
        } else if (line.is(i + 1, MADE)) {
            int by = OfferNouns.by(line, i + 2);
            int close = by < 0 ? -1 : Phrases.endOf(line, by + 1);
            if (proposer.isEmpty() && close > by + 1) {
                proposer = Optional.of(line.span(by + 1, close)); // "the treaty signed today by the governments of …"
            }
        }
        proposer = proposer.filter(p -> parties.party(line, p));
        Givers givers = proposer.isEmpty() ? Givers.of(line, start, act) : Givers.NONE;
        proposer = proposer.or(givers::proposer);
        boolean settled = !definite
                && fate.filter(f -> f != Proposal.Status.UNDER_DISCUSSION).isPresent()
                && stances.of(line, Fates.clause(line, verb), true) == Stance.ASSERTED
                && !line.is(verb - 1, "to");
        if (proposer.isEmpty() && !settled) {
            return Optional.empty();
        }
        int from = behind;
        from += line.is(from, "of") && line.is(from + 1, "its", "their", "his", "her") && line.is(from + 2, "own")
                ? 3
                : 0;
        from += line.is(from, ",") && line.is(from + 1, "to") && line.tagged(from + 2, "VERB") ? 1 : 0;
        Optional<Span> recipient = givers.recipient();
        if (recipient.isEmpty()
                && line.is(from, "to", "with")
                && Phrases.opens(line, from + 1)
                && !line.tagged(from + 1, "VERB")) {
            int close = OfferNouns.tightEnd(line, from + 1);
            if (close > from + 1) {
                recipient = Optional.of(line.span(from + 1, close));
                from = close;
            }
        }
        int stop = line.size();
        for (int k = from; k < line.size(); k++) {
            boolean next = line.is(k, "and", "but") && Terms.pastAt(line, k + 1);
            if (next || line.mark(k) && !line.is(k, "-", "'", "(", ")", "$")) {
                stop = k;
                break;
            }
        }
        int matter = -1;
        boolean table = line.is(from, "on") && line.is(from + 2, "table");
        boolean when = line.is(from, "on") && Phrases.isTime(line.word(from + 1));
        boolean thing = !table && !when && Phrases.opens(line, from + 1);
        if (thing && line.is(from, "for", "on", "of", "about", "over")) {
            matter = from + 1;
        } else if (line.is(from, "to") && line.tagged(from + 1, "VERB", "AUX") || line.is(from, "that")) {
            matter = from;
        }
        int end = matter < 0
                ? from
                : matter == from
                        ? Terms.matterEnd(line, matter, stop)
                        : Math.min(Phrases.endOf(line, matter), Terms.matterEnd(line, matter, stop));
        boolean signed = line.is(i + 1, MADE) && proposer.isPresent();
        boolean told = line.is(i + 1, "from", "by")
                || signed
                || settled
                || givers.proposer().isPresent()
                || (light || nears) && proposer.isPresent();
        if (matter < 0 && recipient.isEmpty() && !told) {
            return Optional.empty();
        }
        Optional<Offer> same = proposer.flatMap(p -> offers.of(act, line.lemma(i), Offers.nounsOf(line, p)));
        if (same.isPresent() && matter < 0) {
            return same;
        }
        if (act == Proposal.Act.DEAL && recipient.isEmpty() && matter >= 0) {
            for (int k = matter + 1; k < end; k++) {
                if (line.is(k, "with")
                        && line.name(line.is(k + 1, "the") ? k + 2 : k + 1).isPresent()) {
                    recipient = Optional.of(line.span(k + 1, end)); // "an agreement on minerals with the United States"
                    end = k;
                }
            }
        }
        Offer offer = matter >= 0
                ? offers.open(
                        act,
                        line.lemma(i),
                        line.span(i, i + 1),
                        proposer.map(p -> Offers.nounsOf(line, p)).orElse(Set.of()),
                        line,
                        matter,
                        end)
                : offers.added(new Offer(act, line.lemma(i), line.span(i, i + 1)), line);
        Optional<Span> by = proposer;
        Optional<Span> to = recipient;
        by.ifPresent(p -> offer.madeBy(offers.by(line, p)));
        offer.recipient = offer.recipient.or(() -> to);
        if (settled && act == Proposal.Act.DEAL) {
            fate.ifPresent(offer::heard);
        }
        if (nears) {
            offer.heard(Proposal.Status.UNDER_DISCUSSION);
        }
        if (givers.agreed()) {
            offer.heard(Proposal.Status.AGREED);
        }
        givers.acts(line).forEach(term -> offer.add(terms.of(line, term, offer.act)));
        terms.more(offer, line, stop, ToldTerms.end(line));
        OfferNouns.worth(line, i + 1, stop).ifPresent(sum -> offer.add(terms.of(line, sum, offer.act)));
        if (matter >= 0) {
            terms.fill(offer, line, matter, end, stop);
            boolean counted = line.is(matter - 1, "of") && offer.terms.isEmpty() && end > matter;
            if (counted && !line.quantities(line.span(matter, end)).isEmpty()) {
                offer.add(terms.of(line, line.span(matter, end), offer.act)); // "an offer of 16 slots"
            }
        }
        if (light) {
            OfferNouns.raisedTo(line, Math.max(from, matter), stop)
                    .ifPresent(sum -> offer.add(terms.of(line, sum, offer.act)));
        }
        return Optional.of(offer);
    }

    /** "are close to an exchange of prisoners": somebody deals, though it is not done. */
    private static boolean nears(Line line, int i) {
        int start = OfferNouns.begin(line, i);
        return line.is(start, "a", "an")
                && line.is(start - 1, "to")
                && line.is(start - 2, "close", "closer", "near", "nearer");
    }

    private static Optional<Span> subjectOf(Line line, int last) {
        int verb = line.is(last, "from") && line.is(last - 1, "away") ? last - 2 : last;
        int group = verb;
        while (group > 0 && line.tagged(group - 1, "AUX", "ADV")) {
            group--;
        }
        if (line.is(group - 1, "to")) {
            return Optional.empty();
        }
        Optional<int[]> subject = new Subjects(line).before(group);
        int head = Phrases.headStartOf(line, group - 1);
        if (subject.isEmpty() && head > 0 && line.is(head - 1, "after", "when", "because", "as", "since", "before")) {
            return Optional.of(line.span(head, group)); // "after employers withdrew an offer"
        }
        return subject.filter(
                        at -> !line.tagged(at[0], "VERB") || line.name(at[0]).isPresent()) // "meet, review, sign"
                .map(at -> line.span(at[0], Subjects.withoutRelative(line, at)));
    }

    /** The known proposal that "the offer" or "Putin's proposal" means. */
    private Optional<Offer> meant(Line line, int i, Proposal.Act act) {
        int start = OfferNouns.begin(line, i);
        if (start < 0) {
            return Optional.empty();
        }
        boolean definite = line.is(start, "the", "this", "that", "his", "her", "its", "their");
        Set<String> owner = new TreeSet<>();
        for (int k = start; k < i; k++) {
            if (line.is(k + 1, "'s", "'")) {
                owner.addAll(Offers.nounsOf(line, line.span(start, k + 1)));
            }
        }
        if (!owner.isEmpty()) {
            return offers.of(act, line.lemma(i), owner);
        }
        boolean part = line.is(i, "phase", "stage", "part", "step"); // "A second phase provides for …"
        if (!part && (!definite || another(line, start, i))) {
            return Optional.empty();
        }
        return offers.near(line, offers.of(act, line.lemma(i), Set.of()));
    }

    /** "the earlier approach", "the rival bid" is not the one spoken of. */
    private static boolean another(Line line, int start, int i) {
        for (int k = start; k < i; k++) {
            if (line.is(k, "earlier", "previous", "first", "original", "old", "rival", "second", "other", "last")) {
                return true;
            }
        }
        return false;
    }
}
