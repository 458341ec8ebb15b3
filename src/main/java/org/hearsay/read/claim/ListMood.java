package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Block;

/**
 * Whether the items of a list tell what is to be, read together: "the levy be paid into an account" is proposed, and so is "fuel
 * convoys twice a week" beside it.
 *
 * @param lead the line before the list; absent where none stands there
 * @param named whether that line speaks of a proposal, its terms or the paper that holds them
 * @param bids whether an item says what must be done, or is to be
 * @param told whether an item tells what has happened
 * @param verbless whether no item has a verb that tells anything
 * @param supposed whether that line supposes what may come: "it could change the market in several ways:"
 */
record ListMood(Optional<Line> lead, boolean named, boolean bids, boolean told, boolean verbless, boolean supposed) {
    /** No list of terms in the marked articles has more items. */
    private static final int MOST = 24;

    static final ListMood NONE = new ListMood(Optional.empty(), false, false, false, false, false);

    /** The mood of the list that {@code line} is an item of; {@link #NONE} where it is none. */
    static ListMood of(Line line, Lines lines, Lexicon lexicon) {
        int block = line.sentence().block();
        if (!(lines.block(block) instanceof Block.Item)) {
            return NONE;
        }
        int first = block;
        while (first > 0 && block - first < MOST && lines.block(first - 1) instanceof Block.Item) {
            first--;
        }
        List<Line> before = first == 0 ? List.of() : lines.ofBlock(first - 1);
        Optional<Line> lead = before.isEmpty() || lines.block(first - 1) instanceof Block.Item
                ? Optional.empty()
                : Optional.of(before.get(before.size() - 1));
        List<Line> items = new ArrayList<>();
        for (int b = first; b < lines.blocks() && b < first + MOST && lines.block(b) instanceof Block.Item; b++) {
            lines.ofBlock(b).stream().limit(1).forEach(items::add);
        }
        boolean bids = false;
        boolean told = false;
        boolean verbless = true;
        for (Line item : items) {
            int from = start(item);
            int verb = verb(item, from);
            bids |= bids(item, from, verb);
            told |= verb >= 0 && told(item, verb);
            verbless &= verb < 0;
        }
        boolean named = lead.filter(l -> named(l, lexicon)).isPresent();
        return new ListMood(
                lead,
                named,
                bids,
                told,
                verbless,
                lead.filter(ListMood::supposes).isPresent());
    }

    /** Whether every item of it is proposed; {@code offers}: whether the text tells of proposals. */
    boolean proposes(boolean offers) {
        return lead.isPresent() && !told && !supposed && (named || bids || verbless && offers);
    }

    /** "walked out", "has received"; not "twelve kept in" the town. */
    private static boolean told(Line item, int verb) {
        boolean perfect = item.is(verb, "has", "have", "'ve")
                && (item.tagged(verb + 1, "VERB")
                        || item.is(verb + 1, "not", "n't", "been")
                        || item.tagged(verb + 2, "VERB") && item.tagged(verb + 1, "ADV"));
        return perfect || TextSigns.past(item, verb) && !item.tagged(verb + 1, "ADP", "PUNCT", "");
    }

    private static boolean supposes(Line lead) {
        for (int k = 0; k < lead.size(); k++) {
            if (lead.is(k, "could", "might", "may") && lead.tagged(k, "AUX", "VERB") && !lead.quoted(k)) {
                return true;
            }
        }
        return false;
    }

    /** Behind the "(3)" or "–" that is typed before the words. */
    private static int start(Line item) {
        int k = 0;
        while (k < Math.min(4, item.size())
                && (item.is(k, "that") || item.mark(k) || item.tagged(k, "NUM", "SYM") && item.mark(k + 1))) {
            k++;
        }
        return k;
    }

    /** The first finite verb outside of relative clauses; -1 if there is none. */
    private static int verb(Line item, int from) {
        boolean relative = false;
        for (int k = from; k < item.size(); k++) {
            relative |=
                    k > from && item.is(k, "who", "which", "that", "whose", "where", "when", "if", "unless", "until");
            boolean finite = item.tagged(k, "AUX")
                    || item.is(k, "must", "shall", "will", "would", "may")
                    || item.tagged(k, "VERB") && !item.word(k).endsWith("ing") && !participle(item, k, from);
            if (finite && !item.is(k - 1, "to") && !relative) {
                return k;
            }
        }
        return -1;
    }

    /** "1,000 jobs kept in Leeds": behind its noun, with "in" or nothing behind it. */
    private static boolean participle(Line item, int k, int from) {
        boolean form = item.word(k).endsWith("ed")
                || item.word(k).endsWith("n")
                || item.word(k).endsWith("t");
        return form
                && k > from
                && item.tagged(k - 1, "NOUN", "PROPN", "NUM", "PUNCT", "ADV")
                && (k + 1 == item.size() || item.tagged(k + 1, "ADP", "PUNCT"));
    }

    /** "must rise", "is to be victimised", "the levy be paid", "to publish". */
    private static boolean bids(Line item, int from, int verb) {
        boolean opens = item.is(from, "to") && item.tagged(from + 1, "VERB", "AUX");
        boolean obliges =
                item.is(verb, "must", "shall", "should") || item.is(verb, "is", "are") && item.is(verb + 1, "to");
        boolean bare = item.is(verb, "be") && verb > from;
        return opens || obliges || bare;
    }

    /** "Among the terms in the bill:", "A draft agreement says:"; not "The plan has these weaknesses:". */
    private static boolean named(Line lead, Lexicon lexicon) {
        int last = lead.size() - 1;
        if (!lead.is(last, ":")) {
            return false;
        }
        boolean other = lead.tagged(last - 1, "NOUN")
                && !lead.word(last - 1).equals(lead.lemma(last - 1))
                && !names(lead, last - 1, lexicon);
        for (int k = 0; k < last && !other; k++) {
            if (lead.tagged(k, "NOUN") && names(lead, k, lexicon)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Line lead, int k, Lexicon lexicon) {
        return lexicon.actNamed(lead.lemma(k)).isPresent()
                || lexicon.announced(lead.lemma(k)).isPresent();
    }
}
