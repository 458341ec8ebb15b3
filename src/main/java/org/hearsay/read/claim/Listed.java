package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * A list belongs to its lead-in: each item inherits the line's voices, cue and stance, and becomes a term where the line
 * speaks of a proposal. Its points are items of the page, or sentences that count themselves: "First, …. Second, …".
 */
final class Listed {
    /** The rule of an item that is a term of a proposal. */
    static final String TERM = "term of a list";

    /** "• ", "– ", "(2) ", "c) ": marks that a page types before its items. */
    private static final Pattern MARK = Pattern.compile(
            "(?:[\\u2022\\u2023\\u25e6\\u25aa\\u25cf\\u25a0\\u2013\\u2014*\\u00b7-]\\s*|\\(?(?:\\d{1,2}|[a-z]|[ivx]{2,4})[.)]\\s+)");

    private static final List<String> ORDINALS = List.of("", "first", "second", "third", "fourth", "fifth", "sixth");

    /** What somebody does whose list the outlet tells: "The producers are offering:" is no words of theirs. */
    private static final Set<String> ACTS =
            Set.of("offer", "propose", "agree", "approve", "vote", "sign", "accept", "grant");

    /** How many sentences of a paragraph a list may be looked back over for what it belongs to. */
    private static final int BETWEEN = 4;

    private static final Pattern JOINT = Pattern.compile("[,;]?\\s+(?:and|or)$|[,;]$");

    private final Lines lines;
    private final Offers offers;
    private final Lexicon lexicon;
    private final ListedOffer.Finder announcing;
    private final Speakers speakers;
    private final LeadVoice voices;
    private final Terms terms;
    private final Parties parties;

    Listed(
            Lines lines,
            Offers offers,
            Lexicon lexicon,
            ListedOffer.Finder announcing,
            Speakers speakers,
            Terms terms,
            Parties parties) {
        this.lines = lines;
        this.offers = offers;
        this.lexicon = lexicon;
        this.announcing = announcing;
        this.speakers = speakers;
        this.voices = new LeadVoice(lines, speakers, lexicon);
        this.terms = terms;
        this.parties = parties;
    }

    /**
     * Reads the list behind a line, if there is one. It belongs to the nearest line before it that wants one; where none
     * does, to the proposal of which the text spoke last.
     *
     * @param draftsOf the drafts of a line
     * @param items gets a draft for each item
     * @param gone gets the drafts that were nothing but the lead-in
     */
    void read(Line line, Function<Line, List<Draft>> draftsOf, List<Draft> items, List<Draft> gone) {
        List<Line> list = itemsOf(line);
        if (list.isEmpty()) {
            list = countedBehind(line);
        }
        if (list.isEmpty()) {
            return;
        }
        for (Line before : nearest(line)) {
            if (announced(before, draftsOf.apply(before), list, items, gone)) {
                return;
            }
        }
        if (offers.lastNear(line).isEmpty() && list.stream().allMatch(Listed::told)) {
            for (Line before : nearest(line)) {
                announcing.behind(new LeadIn(before, lexicon)).setOut();
            }
        }
        inherited(line, draftsOf, list, items);
    }

    /** The line and, nearest first, those before it in the paragraph to which a list may still belong. */
    private List<Line> nearest(Line line) {
        List<Line> near = new ArrayList<>();
        int from = lines.indexOf(line);
        boolean heading = lines.block(line.sentence().block()) instanceof Block.Heading;
        int first = line.sentence().block()
                - (heading || lines.ofBlock(line.sentence().block()).size() == 1 ? 1 : 0);
        for (int k = from;
                k > from - BETWEEN && k >= 0 && lines.all().get(k).sentence().block() >= first;
                k--) {
            Line before = lines.all().get(k);
            if (lines.block(before.sentence().block()) instanceof Block.Item) {
                break;
            }
            near.add(before);
        }
        return near;
    }

    /** A list that no line announces, behind one that speaks of a proposal: what its items tell are its terms. */
    private void inherited(Line line, Function<Line, List<Draft>> draftsOf, List<Line> list, List<Draft> items) {
        Optional<Offer> offer = offers.lastNear(line).filter(o -> !o.isWithdrawn());
        if (offer.isEmpty()
                || list.size() < 2
                || parties.inGuide()
                || !list.stream().allMatch(Listed::told)) {
            return;
        }
        int number = offers.all().indexOf(offer.get());
        Optional<Draft> lead = draftsOf.apply(line).stream()
                .filter(d -> d.proposal == number && !d.source.isEmpty() && !d.cueSpans.isEmpty())
                .findFirst();
        for (Line item : list) {
            point(item).map(words -> draft(item, words, lead)).ifPresent(draft -> {
                tie(draft, offer.get(), Optional.empty());
                items.add(draft);
            });
        }
    }

    /** Whether an item may be a term: no question, no quotation, and nothing that has happened already. */
    private static boolean told(Line item) {
        if (item.is(item.size() - 1, "?") || item.quoteMark(0)) {
            return false;
        }
        for (int k = 1; k < item.size(); k++) {
            if (item.verbal(k)) {
                boolean happened = Terms.pastAt(item, k) && !item.tagged(k + 1, "ADP", "PUNCT", "")
                        || item.is(k, "was", "were", "had", "said", "says", "has", "have");
                return !happened;
            }
        }
        return true;
    }

    /** Makes the items what {@code line} announces; false if it announces nothing. */
    private boolean announced(Line line, List<Draft> here, List<Line> list, List<Draft> items, List<Draft> gone) {
        LeadIn leadIn = new LeadIn(line, lexicon);
        if (!leadIn.wantsMore()) {
            return false;
        }
        Optional<Draft> told = here.stream()
                .filter(d -> !d.cueSpans.isEmpty()
                        && !d.source.isEmpty()
                        && (d.content.isEmpty()
                                || (leadIn.breaksOff() || line.is(line.size() - 1, ":"))
                                        && d.reach().end() >= line.end(Math.max(0, line.size() - 2))))
                .findFirst();
        boolean facts = leadIn.reports() && !list.stream().allMatch(Listed::told);
        Optional<Offer> offer =
                facts ? Optional.empty() : announcing.behind(leadIn).of(told);
        // "Fishers who accept must:" is nobody's word; "Norvik has undertaken that it will:" is Norvik's
        boolean nobody = leadIn.obliges() && offer.isPresent() && leadIn.presenter() < 0;
        boolean act = !line.is(leadIn.last(), "that")
                && told.flatMap(d -> d.cue)
                        .filter(c -> ACTS.contains(c.lemma()))
                        .isPresent();
        Optional<Draft> lead = nobody || act
                ? Optional.empty()
                : told.or(() -> offer.flatMap(voices::demanded)).or(() -> voices.of(leadIn));
        if (lead.isEmpty() && offer.isEmpty() && !act) {
            return false;
        }
        offer.ifPresent(
                o -> o.terms.removeIf(t -> leadIn.names(t.spans().get(0)))); // "includes the following measures"
        // a sentence of its own has told something itself
        boolean whole = line.is(line.size() - 1, ".", "!") || leadIn.breaksOff() && told.isPresent();
        for (Draft draft : here) {
            if (lead.isPresent() && draft == lead.get() && !leadIn.breaksOff()
                    || !whole && draft.rule.startsWith("own")) {
                gone.add(draft);
            }
        }
        Optional<Term.Kind> kind = leadIn.kind();
        for (Line item : list) {
            point(item).map(words -> draft(item, words, lead)).ifPresent(draft -> {
                if ((leadIn.counted() > 0 || leadIn.presenter() > 0) && !leadIn.reports() && told(item)) {
                    draft.stance = draft.stance.or(() -> Optional.of(Stance.PROPOSED));
                }
                offer.ifPresent(o -> tie(draft, o, kind));
                items.add(draft);
            });
        }
        return true;
    }

    /** An item says what its lead-in's report says; without one it is the outlet's own. */
    private Draft draft(Line item, Span words, Optional<Draft> lead) {
        Draft draft = new Draft(item, "item of a report", 0.85);
        draft.content.add(words);
        lead.ifPresentOrElse(draft::goOn, () -> {
            draft.quotation = Quotation.NONE;
            draft.voices = List.of(speakers.outlet());
        });
        return draft;
    }

    /** Makes an item a term of the proposal that its lead-in announces. */
    private void tie(Draft draft, Offer offer, Optional<Term.Kind> kind) {
        Span words = draft.content.get(0);
        draft.rule = TERM;
        draft.stance = Optional.of(Stances.stronger(draft.stance.orElse(Stance.ASSERTED), Stance.PROPOSED));
        draft.proposal = offers.all().indexOf(offer);
        offer.block = draft.line.sentence().block();
        offer.add(terms.of(draft.line, words, kind, offer.act));
        offer.reporter = offer.reporter.or(() -> draft.source.stream()
                .filter(s -> !offer.proposer.equals(Optional.of(s)))
                .findFirst());
    }

    /** The words of an item without what the page types before it, and without the "and" that leads to the next. */
    static Optional<Span> point(Line item) {
        Span whole = item.sentence().span();
        int start = whole.start();
        Matcher mark = MARK.matcher(item.reading().article().text()).region(start, whole.end());
        start = mark.lookingAt() ? mark.end() : start;
        if (ordinal(item) > 0 && !item.is(0, "(")) {
            start = item.start(2);
        }
        Matcher joint = JOINT.matcher(item.reading().article().text()).region(start, whole.end());
        int end = joint.find() ? joint.start() : whole.end();
        return start < end ? Spans.unquoted(item.reading().article().text(), new Span(start, end)) : Optional.empty();
    }

    /** The first line of each item behind this block; a page may not have told them that it is their lead-in. */
    private List<Line> itemsOf(Line line) {
        int block = line.sentence().block();
        boolean last = lines.ofBlock(block).get(lines.ofBlock(block).size() - 1) == line;
        if (!last || lines.block(block) instanceof Block.Item) {
            return List.of();
        }
        Span lead = lines.block(block).span();
        List<Line> list = new ArrayList<>();
        for (int b = block + 1; b < lines.blocks(); b++) {
            if (!(lines.block(b) instanceof Block.Item item)
                    || !item.leadIn().map(lead::equals).orElse(true)) {
                break;
            }
            list.addAll(lines.ofBlock(b).stream().limit(1).toList());
        }
        return list.size() > 1 || line.is(line.size() - 1, ":") ? list : List.of();
    }

    /** "First, …", "Secondly, …": the sentences in order that begin so, right behind the line; empty where there are not two. */
    private List<Line> countedBehind(Line line) {
        List<Line> list = new ArrayList<>();
        int from = lines.indexOf(line) + 1;
        for (int k = from; k < Math.min(lines.all().size(), from + 12); k++) {
            Line next = lines.all().get(k);
            if (ordinal(next) == list.size() + 1) {
                list.add(next);
            } else if (list.isEmpty()
                    || next.sentence().block()
                            > list.get(list.size() - 1).sentence().block() + 1) {
                break;
            }
        }
        return list.size() < 2 ? List.of() : list;
    }

    /** Which of several points a line says it is; 0 if it does not. */
    private static int ordinal(Line line) {
        if (line.is(0, "(") && line.is(2, ")") && line.word(1).length() == 1) {
            char mark = line.word(1).charAt(0);
            return Character.isDigit(mark) ? mark - '0' : mark - 'a' + 1;
        }
        if (!line.is(1, ",")) {
            return 0;
        }
        for (int n = 1; n < ORDINALS.size(); n++) {
            if (line.is(0, ORDINALS.get(n), ORDINALS.get(n) + "ly")) {
                return n;
            }
        }
        return 0;
    }
}
