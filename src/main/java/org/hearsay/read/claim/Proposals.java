package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * Finds proposals, and gathers what later sentences and lists say of the same one. A proposal is opened by a verb
 * ("demanded"), by a noun with its verb ("has extended an offer"), or by a noun with its owner and a list of terms.
 */
final class Proposals {
    private final Lines lines;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Terms terms;
    /** No article comes back to the hundredth proposal before; a text made of proposals must still end. */
    private static final int REMEMBERED = 100;

    private final List<Offer> offers = new ArrayList<>();

    Proposals(Lines lines, Lexicon lexicon, Stances stances) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.stances = stances;
        this.terms = new Terms(lexicon);
    }

    /**
     * Reads the lines in order, marks the drafts that belong to a proposal, and adds a claim for each item of a list.
     *
     * @param drafts in text order; grows
     */
    List<Proposal> find(List<Draft> drafts) {
        List<Draft> items = new ArrayList<>();
        List<Draft> gone = new ArrayList<>();
        int d = 0;
        for (Line line : lines.all()) {
            while (d < drafts.size()
                    && drafts.get(d).line.sentence().span().start()
                            < line.sentence().span().start()) {
                d++;
            }
            List<Draft> here = new ArrayList<>();
            for (int k = d; k < drafts.size() && drafts.get(k).line == line; k++) {
                here.add(drafts.get(k));
            }
            boolean heading = lines.block(line.sentence().block()) instanceof Block.Heading;
            if (heading || line.size() > ClaimFinder.LONGEST_LINE) {
                continue;
            }
            byVerb(here);
            byNoun(line, here);
            if (line.is(line.size() - 1, ":")) {
                new Listed(lines, lexicon, stances, terms).read(line, here, offers, items, gone);
            }
        }
        drafts.removeAll(gone);
        Set<Line> listed = Collections.newSetFromMap(new IdentityHashMap<>());
        items.forEach(i -> listed.add(i.line));
        drafts.removeIf(own -> own.rule.startsWith("own") && listed.contains(own.line));
        drafts.addAll(items);
        List<Proposal> done = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Offer offer : offers) {
            boolean whole = offer.matter.isPresent() || !offer.terms.isEmpty();
            places.add(whole ? done.size() : -1);
            if (whole) {
                done.add(offer.done());
            }
        }
        for (Draft draft : drafts) {
            draft.proposal = draft.proposal < 0 ? -1 : places.get(draft.proposal);
        }
        return done;
    }

    /** Reports whose cue is an act: "demanded that …", "offered to …". */
    private void byVerb(List<Draft> here) {
        for (Draft draft : List.copyOf(here)) {
            Optional<Proposal.Act> act = draft.cue.flatMap(c -> lexicon.actOfVerb(c.lemma()));
            if (act.isEmpty()
                    || draft.content.isEmpty()
                    || draft.source.isEmpty()
                    || draft.quotation == Quotation.DIRECT
                    || draft.denied
                    || !draft.rule.startsWith("verb")) {
                continue;
            }
            Line line = draft.line;
            Span content = draft.content.get(0);
            int from = Speakers.indexAt(line, content.start());
            int to = Speakers.indexAt(line, content.end() - 1) + 1;
            if (line.is(from, "whether", "if", "how", "why", "what", "about")) {
                continue;
            }
            Optional<Span> recipient = Optional.empty();
            int start = from;
            if (line.is(from, "that")) {
                int subject = Phrases.baseEndOf(line, from + 1);
                boolean told = subject > from + 1 && lineHasName(line, from + 1, subject);
                recipient = told ? Optional.of(line.span(from + 1, subject)) : recipient;
            }
            int close = Phrases.endOf(line, from);
            boolean asked = line.is(close, "to") && close > from;
            int name = nameEnd(line, from);
            boolean given = name > from && name < to && line.tagged(name, "DET", "ADJ", "NOUN", "NUM", "SYM");
            if (asked) {
                recipient = Optional.of(line.span(from, close));
                start = close;
            } else if (given) {
                recipient = Optional.of(line.span(from, name));
                start = name;
            }
            int end = Terms.matterEnd(line, start, to);
            Offer offer = open(
                    act.get(),
                    draft.cue.orElseThrow().lemma(),
                    draft.cueSpans.get(0),
                    nounsOf(line, draft.source.get(0)),
                    line,
                    start,
                    end);
            offer.proposer = offer.proposer.or(() -> Optional.of(draft.source.get(0)));
            offer.proposerWords.addAll(nounsOf(line, draft.source.get(0)));
            Optional<Span> to1 = recipient.isPresent() ? recipient : named(line, start, to, "to", "from");
            offer.recipient = offer.recipient.or(() -> to1);
            offer.reporter = offer.reporter.or(
                    () -> draft.inside.flatMap(o -> o.source.stream().findFirst()));
            fill(offer, line, start, end, to);
            draft.proposal = offers.indexOf(offer);
        }
    }

    /** Where the name ends that a phrase begins with, "the" before it or not; {@code from} if there is none. */
    private static int nameEnd(Line line, int from) {
        int k = line.is(from, "the") ? from + 1 : from;
        int end = from;
        while (line.name(k).isPresent() && (end == from || line.sameName(k, k - 1))) {
            end = ++k;
        }
        return end;
    }

    private void fill(Offer offer, Line line, int start, int end, int to) {
        List<Term> asides = terms.asides(line, end, to);
        List<Span> parts = Terms.parts(line, start, end < to && line.is(end, ",") && asides.isEmpty() ? to : end);
        for (Span part : parts) {
            offer.add(terms.of(line, part, offer.act));
        }
        if (parts.isEmpty() && asides.stream().anyMatch(t -> t.kind() == Term.Kind.GETS) && start < end) {
            offer.add(terms.of(line, line.span(start, end), offer.act));
        }
        asides.forEach(offer::add);
    }

    /** @param by words of the one who proposes: two parties' proposals of one matter are two */
    private Offer open(Proposal.Act act, String noun, Span trigger, Set<String> by, Line line, int from, int end) {
        Set<String> words = from < end ? nounsOf(line, line.span(from, end)) : new TreeSet<>();
        int first = Math.max(0, offers.size() - REMEMBERED);
        for (int i = offers.size() - 1; i >= first; i--) {
            Offer known = offers.get(i);
            Set<String> shared = new TreeSet<>(known.matterWords);
            shared.retainAll(words);
            boolean apart = !by.isEmpty()
                    && !known.proposerWords.isEmpty()
                    && known.proposerWords.stream().noneMatch(by::contains);
            if (known.act == act && shared.size() >= 2 && !apart) {
                known.block = line.sentence().block();
                return known;
            }
        }
        Offer offer = new Offer(act, noun, trigger);
        offer.matterWords.addAll(words);
        offer.block = line.sentence().block();
        if (from < end) {
            offer.matter = Optional.of(line.span(from, end));
        }
        offers.add(offer);
        return offer;
    }

    private void byNoun(Line line, List<Draft> here) {
        for (int i = 0; i < line.size(); i++) {
            Optional<Proposal.Act> act =
                    line.tagged(i, "NOUN", "PROPN") ? lexicon.actOfNoun(line.lemma(i)) : Optional.empty();
            if (act.isEmpty() || line.quoted(i)) {
                continue;
            }
            Optional<Offer> offer = opened(line, i, act.get());
            int at = i;
            if (offer.isEmpty()) {
                offer = meant(line, at, act.get());
            }
            if (offer.isEmpty()) {
                continue;
            }
            Offer found = offer.get();
            status(line, i, found);
            for (Draft draft : here) {
                boolean holds = draft.content.stream().anyMatch(s -> s.contains(line.start(at)));
                if (holds && draft.proposal < 0) {
                    draft.proposal = offers.indexOf(found);
                }
                if (holds && found.trigger.start() == line.start(at) && !draft.source.isEmpty()) {
                    found.reporter = found.reporter.or(() -> Optional.of(draft.source.get(0)));
                }
            }
            inlineTerms(line, i, found);
        }
    }

    /** "has extended an offer to … for …", "Moscow's offer to …". */
    private Optional<Offer> opened(Line line, int i, Proposal.Act act) {
        int start = Phrases.startOf(line, i);
        int base = start;
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
        while (base >= 0 && base < i && line.tagged(base, "DET", "NUM")) {
            base++;
        }
        boolean definite = line.is(start, "the", "this", "that", "these", "any", "such");
        int verb = start - 1;
        if (proposer.isEmpty()
                && verb > 0
                && line.tagged(verb, "VERB")
                && lexicon.opensProposal(line.lemma(verb))
                && !definite) {
            int group = verb;
            while (group > 0 && line.tagged(group - 1, "AUX", "ADV")) {
                group--;
            }
            int from = Phrases.startOf(line, group - 1);
            proposer = from < 0 || line.is(group - 1, "to") ? Optional.empty() : Optional.of(line.span(from, group));
        }
        if (proposer.isEmpty()) {
            return Optional.empty();
        }
        int from = i + 1;
        Optional<Span> recipient = Optional.empty();
        if (line.is(from, "to", "with") && Phrases.opens(line, from + 1) && !line.tagged(from + 1, "VERB")) {
            int close = tightEnd(line, from + 1);
            if (close > from + 1) {
                recipient = Optional.of(line.span(from + 1, close));
                from = close;
            }
        }
        int stop = line.size();
        for (int k = from; k < line.size(); k++) {
            if (line.mark(k) && !line.is(k, "-", "'", "(", ")", "$")) {
                stop = k;
                break;
            }
        }
        int matter = -1;
        if (line.is(from, "for", "on", "of", "about", "over") && Phrases.opens(line, from + 1)) {
            matter = from + 1;
        } else if (line.is(from, "to") && line.tagged(from + 1, "VERB", "AUX") || line.is(from, "that")) {
            matter = from;
        }
        int end = matter < 0
                ? from
                : matter == from
                        ? Terms.matterEnd(line, matter, stop)
                        : Math.min(Phrases.endOf(line, matter), Terms.matterEnd(line, matter, stop));
        if (matter < 0 && recipient.isEmpty()) {
            return Optional.empty();
        }
        Optional<Offer> same = proposer.flatMap(p -> of(act, line.lemma(i), nounsOf(line, p)));
        if (same.isPresent() && matter < 0) {
            return same;
        }
        Offer offer = matter >= 0
                ? open(
                        act,
                        line.lemma(i),
                        line.span(i, i + 1),
                        proposer.map(p -> nounsOf(line, p)).orElse(Set.of()),
                        line,
                        matter,
                        end)
                : added(new Offer(act, line.lemma(i), line.span(i, i + 1)), line);
        Optional<Span> by = proposer;
        Optional<Span> to = recipient;
        offer.proposer = offer.proposer.or(() -> by);
        by.ifPresent(p -> offer.proposerWords.addAll(nounsOf(line, p)));
        offer.recipient = offer.recipient.or(() -> to);
        if (matter >= 0) {
            fill(offer, line, matter, end, stop);
        }
        return Optional.of(offer);
    }

    private Offer added(Offer offer, Line line) {
        offer.block = line.sentence().block();
        offers.add(offer);
        return offer;
    }

    /** A recipient is a name or a short phrase: "to the United States for …" ends before "for". */
    private static int tightEnd(Line line, int first) {
        int base = Phrases.baseEndOf(line, first);
        if (line.is(base, "of", "and") && base < line.size()) {
            int whole = Phrases.endOf(line, first);
            for (int k = base; k < whole; k++) {
                if (line.is(k, "for", "on", "over", "in", "to")) {
                    return k;
                }
            }
            return whole;
        }
        return base;
    }

    /** The known proposal that "the offer" or "Putin's proposal" means. */
    private Optional<Offer> meant(Line line, int i, Proposal.Act act) {
        int start = Phrases.startOf(line, i);
        if (start < 0) {
            return Optional.empty();
        }
        boolean definite = line.is(start, "the", "this", "that", "his", "her", "its", "their");
        Set<String> owner = new TreeSet<>();
        for (int k = start; k < i; k++) {
            if (line.is(k + 1, "'s", "'")) {
                owner.addAll(nounsOf(line, line.span(start, k + 1)));
            }
        }
        if (!owner.isEmpty()) {
            return of(act, line.lemma(i), owner);
        }
        if (!definite) {
            return Optional.empty();
        }
        return near(line, of(act, line.lemma(i), Set.of()));
    }

    /** "The proposal" is the last one, if the text has spoken of it in this paragraph or the one before; else it may be any. */
    private Optional<Offer> near(Line line, Optional<Offer> last) {
        int block = line.sentence().block();
        Optional<Offer> found = last.filter(o -> o.block >= block - 1 || offers.size() == 1 && o.block >= block - 3);
        found.ifPresent(o -> o.block = block);
        return found;
    }

    private Optional<Offer> of(Proposal.Act act, String noun, Set<String> owner) {
        for (int k = offers.size() - 1; k >= Math.max(0, offers.size() - REMEMBERED); k--) {
            Offer offer = offers.get(k);
            boolean kind = offer.act == act
                    || noun.equals(offer.noun)
                    || noun.equals("deal")
                    || noun.equals("proposal")
                    || noun.equals("agreement")
                    || noun.equals("plan");
            Set<String> shared = new TreeSet<>(offer.proposerWords);
            shared.retainAll(owner);
            if (kind && (owner.isEmpty() || !shared.isEmpty())) {
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }

    /** What the clause says of where the proposal stands; nothing conditional counts. */
    private void status(Line line, int i, Offer offer) {
        Stance stance = stances.of(line, line.sentence().span(), true);
        if (stance == Stance.CONDITIONAL || stance == Stance.ASKED || stance == Stance.FORECAST) {
            return;
        }
        for (int k = Math.max(0, i - 10); k < Math.min(line.size(), i + 16); k++) {
            Optional<Proposal.Status> status = lexicon.status(line.lemma(k));
            if (status.isEmpty() || k == i) {
                continue;
            }
            if (status.get() == Proposal.Status.UNDER_DISCUSSION) {
                offer.heard(status.get());
                continue;
            }
            boolean verb = line.tagged(k, "VERB") && stance != Stance.POSSIBLE && !line.is(k - 1, "to", "not", "n't");
            boolean object = k < i && i - k <= 5;
            boolean passive = k > i && k - i <= 4 && line.tagged(k - 1, "AUX", "ADV");
            boolean agreed = status.get() == Proposal.Status.AGREED && offer.act != Proposal.Act.DEAL;
            if (verb && (object || passive) && !agreed && !(object && own(line, k, offer))) {
                offer.heard(status.get());
            }
        }
    }

    /** Nobody rejects or accepts what he proposes himself: then it is another's proposal that is meant. */
    private static boolean own(Line line, int verb, Offer offer) {
        int last = verb - 1;
        while (line.tagged(last, "AUX", "ADV")) {
            last--;
        }
        int start = Phrases.startOf(line, last);
        Set<String> who = start < 0 ? Set.of() : nounsOf(line, line.span(start, last + 1));
        return who.stream().anyMatch(offer.proposerWords::contains);
    }

    /** "The offer includes A, B and C". */
    private void inlineTerms(Line line, int i, Offer offer) {
        int verb = i + 1;
        while (line.tagged(verb, "AUX", "ADV")) {
            verb++;
        }
        if (!line.tagged(verb, "VERB") || !lexicon.holdsTerms(line.lemma(verb)) || line.is(line.size() - 1, ":")) {
            return;
        }
        int from = line.is(verb + 1, "for", "of") ? verb + 2 : verb + 1;
        int end = line.size();
        while (end > from && line.mark(end - 1) && !line.is(end - 1, ")", "%")) {
            end--;
        }
        List<Span> parts = Terms.parts(line, from, end);
        if (parts.isEmpty() && Phrases.opens(line, from)) {
            int close = Math.min(end, Terms.matterEnd(line, from, end));
            parts = close > from ? List.of(line.span(from, close)) : List.of();
        }
        for (Span part : parts) {
            offer.add(terms.of(line, part, offer.act));
        }
    }

    private static boolean lineHasName(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.name(k).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Span> named(Line line, int from, int to, String... prepositions) {
        for (int k = from; k < to; k++) {
            if (line.is(k, prepositions) && lineHasName(line, k + 1, k + 3) && !line.tagged(k + 1, "VERB")) {
                int close = Phrases.baseEndOf(line, k + 1);
                return close > k + 1 ? Optional.of(line.span(k + 1, close)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    static Set<String> nounsOf(Line line, Span span) {
        Set<String> words = new TreeSet<>();
        for (int k = Speakers.indexAt(line, span.start()); k < line.size() && line.start(k) < span.end(); k++) {
            if (line.tagged(k, "NOUN", "PROPN", "ADJ", "VERB") && line.word(k).length() > 2) {
                words.add(line.lemma(k).toLowerCase(java.util.Locale.ROOT));
            }
        }
        return words;
    }
}
