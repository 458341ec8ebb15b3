package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hearsay.read.article.Block;
import org.hearsay.read.language.Tagging;

/**
 * Finds proposals, and gathers what later sentences and lists say of the same one. A proposal is opened by a verb
 * ("demanded"), by a noun with its verb ("has extended an offer"), or by a noun with its owner and a list of terms.
 */
final class Proposals {
    /** What a text that speaks to its reader may explain, whoever has proposed it. */
    private static final Set<String> LAWS =
            Set.of("bill", "resolution", "motion", "amendment", "reform", "legislation", "treaty", "settlement");

    private final Lines lines;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Proposers proposers;
    private final Offers offers;
    private final Terms terms;
    private final Parties parties;
    private final VerbProposals verbs;
    private final NounProposals nouns;
    private final ImpliedProposals implied;
    private final ReadyProposals ready;
    private final Wishes wishes;
    private final Answers answers;
    private final InlineList inline;
    private final Listed listed;
    private final TaggedOffers tagged;

    Proposals(Lines lines, Lexicon lexicon, Stances stances, Speakers speakers) {
        this.proposers = new Proposers(lines, speakers, lexicon);
        this.offers = new Offers(proposers);
        this.lines = lines;
        this.lexicon = lexicon;
        this.stances = stances;
        this.terms = new Terms(lexicon);
        this.parties = new Parties(lines, lexicon);
        this.verbs = new VerbProposals(offers, lexicon, terms, parties);
        this.nouns = new NounProposals(offers, lexicon, stances, terms, parties);
        this.implied = new ImpliedProposals(offers, lexicon, terms);
        this.ready = new ReadyProposals(offers, lexicon, terms);
        this.wishes = new Wishes(offers, lexicon, terms);
        ListedOffer.Finder announcing = new ListedOffer.Finder(lexicon, stances, parties, offers);
        this.inline = new InlineList(offers, lexicon, announcing, terms);
        this.listed = new Listed(lines, offers, lexicon, announcing, speakers, terms, parties);
        this.tagged = new TaggedOffers(
                lines,
                offers,
                terms,
                lines.reading().tagging().map(Tagging::offers).orElse(List.of()));
        this.answers = new Answers(
                new LaterTerms(lexicon, terms, new ToldTerms(lexicon, terms)), new PresentTerms(lexicon, terms));
    }

    /**
     * Reads the lines in order, marks the drafts that belong to a proposal, and adds a claim for each item of a list.
     *
     * @param drafts in text order; grows
     */
    List<Proposal> find(List<Draft> drafts) {
        proposers.know(drafts);
        List<Draft> items = new ArrayList<>();
        List<Draft> gone = new ArrayList<>();
        Map<Line, List<Draft>> byLine = new IdentityHashMap<>();
        drafts.forEach(
                d -> byLine.computeIfAbsent(d.line, l -> new ArrayList<>()).add(d));
        Function<Line, List<Draft>> draftsOf = line -> byLine.getOrDefault(line, List.of());
        for (Line line : lines.all()) {
            if (line.size() > ClaimFinder.LONGEST_LINE) {
                continue;
            }
            carry(line);
            if (lines.block(line.sentence().block()) instanceof Block.Heading) {
                listed.read(line, draftsOf, items, gone);
                continue;
            }
            List<Draft> here = draftsOf.apply(line);
            verbs.read(line, here);
            int known = offers.terms();
            nouns.read(line, here);
            ready.read(line, here);
            implied.read(line, here);
            wishes.read(line, here);
            inline.read(line, here);
            tagged.open(line, here);
            offers.lastNear(line).ifPresent(offer -> answers.read(line, offer, here));
            if (offers.terms() > known) {
                offers.lastNear(line).ifPresent(offer -> here.forEach(draft -> offers.tell(draft, offer)));
            }
            listed.read(line, draftsOf, items, gone);
        }
        tagged.close(draftsOf);
        drafts.removeAll(gone);
        Set<Line> points = Collections.newSetFromMap(new IdentityHashMap<>());
        items.forEach(i -> points.add(i.line));
        drafts.removeIf(own -> own.rule.startsWith("own") && points.contains(own.line));
        drafts.addAll(items);
        OfferSigns signs = new OfferSigns(lines, stances);
        List<Proposal> done = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Offer offer : offers.all()) {
            // A promise without a term is a word, and compares with nothing.
            boolean word = offer.act == Proposal.Act.PLEDGE;
            boolean advice = parties.inGuide() && offer.proposer.isEmpty() && !LAWS.contains(offer.noun);
            boolean whole = !advice
                    && !supposed(offer)
                    && offer.isTold()
                    && (!offer.terms.isEmpty() || offer.matter.isPresent() && !word);
            places.add(whole ? done.size() : -1);
            if (whole) {
                done.add(signs.weighed(offer.done()));
            }
        }
        for (Draft draft : drafts) {
            draft.proposal = draft.proposal < 0 ? -1 : places.get(draft.proposal);
        }
        return done;
    }

    /** Nobody's proposal of nothing but a list of what may come: "A stronger trade could lower prices". */
    private boolean supposed(Offer offer) {
        boolean nobody = offer.proposer.isEmpty() && offer.matter.isEmpty() && !offer.terms.isEmpty();
        return nobody
                && offer.terms.stream().allMatch(term -> {
                    Line line = lines.at(term.spans().get(0).start());
                    return lines.block(line.sentence().block()) instanceof Block.Item && may(line);
                });
    }

    private static boolean may(Line line) {
        for (int i = 1; i < line.size(); i++) {
            if (line.is(i, "could", "might", "may")) {
                return true;
            }
        }
        return false;
    }

    /** A heading and a paragraph that only asks something do not part what is told of a proposal. */
    private void carry(Line line) {
        int block = line.sentence().block();
        boolean asks = lines.ofBlock(block).size() == 1 && line.is(line.size() - 1, "?");
        if (asks || lines.block(block) instanceof Block.Heading) {
            offers.lastNear(line).ifPresent(offer -> offer.block = block);
        }
    }
}
