package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Tagged;
import org.hearsay.read.language.TaggedOffer;
import org.hearsay.read.language.Tagging;

/**
 * Proposals as the network for them marks them, brought together with those of the rules: what both find is one, with the terms
 * of both; what only the network finds is opened where its trigger stands, so that the rules tell its fate.
 */
final class TaggedOffers {
    /** Several triggers whose terms are the same ("offered", "its offer") are one offer, and the surest of them tells it. */
    private static final class Group {
        final TaggedOffer first;
        final List<TaggedOffer.TaggedTerm> terms = new ArrayList<>();

        Group(TaggedOffer first) {
            this.first = first;
            terms.addAll(first.terms());
        }

        boolean tells(TaggedOffer other) {
            long same = other.terms().stream().filter(this::has).count();
            return !other.terms().isEmpty() && 2 * same >= other.terms().size();
        }

        void add(TaggedOffer other) {
            other.terms().stream().filter(t -> !has(t)).forEach(terms::add);
        }

        /** Nobody's offer of something without terms is hardly one: "the first accord committing everybody to less". */
        boolean isWhole() {
            boolean parties = !first.proposer().isEmpty() && !first.matter().isEmpty();
            return !terms.isEmpty() || parties && first.trigger().confidence() >= SURE;
        }

        /** How many of its terms overlap one of the offer's. */
        long shared(Offer offer) {
            return terms.stream().filter(t -> offer.has(t.words().span())).count();
        }

        private boolean has(TaggedOffer.TaggedTerm term) {
            return terms.stream()
                    .anyMatch(t -> t.words().span().overlaps(term.words().span()));
        }
    }

    /** What may stand between the pieces of one term. */
    private static final Pattern JOINED = Pattern.compile("\\s+(to\\s+)?");

    /** From which a trigger makes a proposal without a term, which no rule has found. */
    private static final double SURE = 0.9;

    /** A proposal that rules alone have found needs as many terms, or a trigger that the network takes for one as surely as that. */
    private static final int SUFFICIENT = 2;

    private static final double HEARD = 0.1;

    private final Lines lines;
    private final Offers offers;
    private final Terms terms;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Group, Offer> opened = new LinkedHashMap<>();
    private final Set<Offer> ours = Collections.newSetFromMap(new IdentityHashMap<>());

    TaggedOffers(Lines lines, Offers offers, Terms terms, List<TaggedOffer> tagged) {
        this.lines = lines;
        this.offers = offers;
        this.terms = terms;
        List<TaggedOffer> surest = new ArrayList<>(tagged);
        surest.sort(Comparator.comparingDouble((TaggedOffer t) -> -t.trigger().confidence()));
        for (TaggedOffer offer : surest) {
            Optional<Group> known = groups.stream().filter(g -> g.tells(offer)).findFirst();
            known.ifPresent(g -> g.add(offer));
            if (known.isEmpty()) {
                groups.add(new Group(offer));
            }
        }
        groups.sort(Comparator.comparingInt(g -> g.first.trigger().span().start()));
    }

    /** Ties what is marked in a line to the offers that rules have found by now, or opens one. */
    void open(Line line, List<Draft> here) {
        for (Group group : groups) {
            Span trigger = group.first.trigger().span();
            if (!line.sentence().span().contains(trigger.start())) {
                continue;
            }
            Optional<Offer> told = known(group, line);
            if (told.isEmpty() && !group.isWhole()) {
                continue;
            }
            Offer offer = told.orElseGet(() -> added(group.first, line));
            offer.block = line.sentence().block();
            opened.put(group, offer);
            for (Draft draft : here) {
                boolean tells = Stream.concat(draft.cueSpans.stream(), draft.content.stream())
                        .anyMatch(trigger::overlaps);
                draft.proposal = draft.proposal < 0 && tells ? offers.all().indexOf(offer) : draft.proposal;
            }
        }
    }

    private Optional<Offer> known(Group group, Line line) {
        TaggedOffer tagged = group.first;
        for (int i = offers.all().size() - 1; i >= 0; i--) {
            Offer offer = offers.all().get(i);
            boolean here = line.sentence().span().contains(offer.trigger.start());
            boolean same = offer.trigger.overlaps(tagged.trigger().span())
                    || here && touch(offer.matter, tagged.matter())
                    || here && touch(offer.proposer, tagged.proposer())
                    || group.shared(offer) > 0;
            if (same && !opened.containsValue(offer)) {
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }

    private static boolean touch(Optional<Span> one, List<Span> others) {
        return one.filter(s -> others.stream().anyMatch(s::overlaps)).isPresent();
    }

    private Offer added(TaggedOffer tagged, Line line) {
        Proposal.Act act = named(Proposal.Act.class, tagged.act());
        Span trigger = tagged.trigger().span();
        String noun = line.lemma(Speakers.indexAt(line, trigger.end() - 1));
        Offer offer = new Offer(act, noun, trigger);
        tagged.proposer().stream().findFirst().ifPresent(by -> offer.madeBy(offers.by(lines.at(by.start()), by)));
        offer.recipient = tagged.recipient().stream().findFirst();
        offer.matter = tagged.matter().stream().findFirst();
        offer.matter.ifPresent(m -> offer.matterWords.addAll(Offers.nounsOf(lines.at(m.start()), m)));
        ours.add(offer);
        return offers.added(offer, line);
    }

    /**
     * Gives the offers their terms when the whole text has been read.
     *
     * @param draftsOf the claims of each line
     */
    void close(Function<Line, List<Draft>> draftsOf) {
        List<Offer> lists = offers.all().stream().filter(this::isList).toList();
        List<Offer> unheard = offers.all().stream()
                .filter(o -> !lists.contains(o) && isUnheard(o))
                .toList();
        unheard.forEach(offer -> handOver(offer, unheard));
        opened.forEach((group, offer) -> {
            offer.supposed = Optional.of(named(Proposal.Status.class, group.first.status()));
            Optional<Offer> list = lists.stream()
                    .filter(o -> o == offer || 2 * group.shared(o) >= Math.max(1, group.terms.size()))
                    .min(Comparator.comparing(o -> o != offer));
            if (list.isEmpty()) {
                boolean elsewhere = lists.stream().anyMatch(o -> o.act == offer.act);
                tell(group, offer, draftsOf, elsewhere);
            } else if (list.get() != offer && ours.contains(offer)) {
                list.get().matter = list.get().matter.or(() -> offer.matter);
                list.get().recipient = list.get().recipient.or(() -> offer.recipient);
                offer.matter = Optional.empty(); // without a term and a matter it is none
            }
        });
    }

    /** "Russia's offer of rare earths is small. Moscow's offer contains:": one offer, if the text tells of no other. */
    private void handOver(Offer offer, List<Offer> unheard) {
        List<Offer> others = offers.all().stream()
                .filter(o -> !unheard.contains(o) && o.act == offer.act && o.matter.isEmpty() && !o.terms.isEmpty())
                .toList();
        if (others.size() == 1) {
            others.get(0).matter = offer.matter;
            others.get(0).recipient = others.get(0).recipient.or(() -> offer.recipient);
        }
        offer.terms.clear();
        offer.matter = Optional.empty(); // without a term and a matter it is none
    }

    /** Whether rules alone have found it, with next to no terms, and the network hears no proposal at all in its words. */
    private boolean isUnheard(Offer offer) {
        boolean heard = lines.reading()
                .tagging()
                .flatMap(Tagging::telling)
                .map(t -> t.proposes(offer.trigger) >= HEARD)
                .orElse(true);
        return !heard && !opened.containsValue(offer) && !offer.isSettled() && offer.terms.size() < SUFFICIENT;
    }

    /** Whether rules have found its terms in a list, which tells all of them. */
    private boolean isList(Offer offer) {
        long points = offer.terms.stream()
                .map(t -> lines.at(t.spans().get(0).start()))
                .filter(line -> lines.block(line.sentence().block()) instanceof Block.Item)
                .count();
        return points > 1;
    }

    /**
     * The terms of the network, and those of the rules that overlap none of them.
     *
     * @param elsewhere whether a list of the text tells what is offered; "offered a long-term deal for minerals", without a
     *     figure, only names it then
     */
    private void tell(Group group, Offer offer, Function<Line, List<Draft>> draftsOf, boolean elsewhere) {
        List<Term> told = new ArrayList<>();
        for (TaggedOffer.TaggedTerm tagged : mended(group.terms)) {
            Line line = lines.at(tagged.words().span().start());
            if (says(line, tagged.words().span())) {
                Span words = withObject(line, tagged.words().span());
                Term term = terms.of(line, words, kind(tagged, offer));
                boolean opens = line.sentence().span().contains(offer.trigger);
                boolean single = line.words(words).indexOf(' ') < 0; // "85%" of another sentence
                if (elsewhere && (opens ? term.quantities().isEmpty() : single)) {
                    continue;
                }
                told.add(term);
                draftsOf.apply(line).stream()
                        .filter(draft -> draft.content.stream().anyMatch(words::overlaps))
                        .forEach(draft -> offers.tell(draft, offer));
            }
        }
        offer.terms.removeIf(t ->
                told.stream().anyMatch(o -> o.spans().get(0).overlaps(t.spans().get(0))));
        offer.terms.addAll(told);
        offer.terms.sort(Comparator.comparingInt(t -> t.spans().get(0).start()));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    /** What its words told the rules, where they have found it too. */
    private static Term.Kind kind(TaggedOffer.TaggedTerm tagged, Offer offer) {
        return offer.terms.stream()
                .filter(t -> t.spans().get(0).overlaps(tagged.words().span()))
                .map(Term::kind)
                .findFirst()
                .orElseGet(() -> named(Term.Kind.class, tagged.kind()));
    }

    /** "pledge | to | increase its target": a word that was cut from a term belongs to it. */
    private List<TaggedOffer.TaggedTerm> mended(List<TaggedOffer.TaggedTerm> pieces) {
        List<TaggedOffer.TaggedTerm> whole = new ArrayList<>();
        List<TaggedOffer.TaggedTerm> inOrder = new ArrayList<>(pieces);
        inOrder.sort(Comparator.comparingInt(t -> t.words().span().start()));
        for (TaggedOffer.TaggedTerm next : inOrder) {
            Span words = next.words().span();
            TaggedOffer.TaggedTerm last = whole.isEmpty() ? next : whole.get(whole.size() - 1);
            Span before = last.words().span();
            boolean crumb = before.of(lines.text()).indexOf(' ') < 0
                    || words.of(lines.text()).indexOf(' ') < 0;
            boolean goesOn = before.end() <= words.start()
                    && crumb
                    && JOINED.matcher(lines.text().substring(before.end(), words.start()))
                            .matches();
            if (goesOn) {
                Tagged joined = new Tagged(
                        new Span(before.start(), words.end()), last.words().confidence());
                whole.set(whole.size() - 1, new TaggedOffer.TaggedTerm(joined, last.kind()));
            } else {
                whole.add(next);
            }
        }
        return whole;
    }

    /** "They" and "not" are no terms; of one word only a thing or a number is. */
    private static boolean says(Line line, Span words) {
        int first = Speakers.indexAt(line, words.start());
        return line.end(first) < words.end() || line.tagged(first, "NOUN", "PROPN", "NUM", "SYM");
    }

    /** "bundle the offsets with": a term does not end before what its preposition or article belongs to. */
    private static Span withObject(Line line, Span words) {
        int last = Speakers.indexAt(line, words.end() - 1);
        if (!line.tagged(last, "ADP", "DET", "ADJ") || line.mark(last + 1) || !Phrases.opens(line, last + 1)) {
            return words;
        }
        int end = Phrases.baseEndOf(line, last + 1);
        return end > last + 1 && end <= line.size() ? new Span(words.start(), line.end(end - 1)) : words;
    }
}
