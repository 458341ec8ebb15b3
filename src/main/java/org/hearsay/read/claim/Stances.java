package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * How surely words are said: the strongest hedge of the main clause wins, and with doubt the weaker reading, because a
 * conditional or a forecast must never be shown as a fact.
 */
final class Stances {
    /** From the strongest hedge to none. */
    private static final List<Stance> ORDER = List.of(
            Stance.ASKED,
            Stance.CONDITIONAL,
            Stance.POSSIBLE,
            Stance.PROPOSED,
            Stance.PLANNED,
            Stance.FORECAST,
            Stance.ASSERTED);

    private final Lexicon lexicon;

    Stances(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    static Stance stronger(Stance a, Stance b) {
        return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
    }

    /** The stance of a draft's content, with what its cue and its frame say. */
    Stance of(Draft draft, Lines lines) {
        Stance stance = draft.stance.orElse(Stance.ASSERTED);
        if (draft.softened) {
            stance = stronger(stance, Stance.POSSIBLE);
        }
        Span last = draft.content.get(draft.content.size() - 1);
        if (draft.line.words(last).endsWith("?")) {
            return Stance.ASKED;
        }
        int mark = draft.line.size() - 1;
        boolean asked = draft.quotation != Quotation.DIRECT
                && draft.line.is(mark, "?")
                && !draft.line.quoted(mark)
                && draft.content.get(0).start() <= draft.line.start(draft.line.body());
        if (asked) {
            return Stance.ASKED; // "What does it cost, according to the ministry?"
        }
        boolean open =
                draft.line.is(Speakers.indexAt(draft.line, draft.content.get(0).start()), "whether")
                        && draft.quotation != Quotation.DIRECT
                        && !draft.cueSpans.isEmpty();
        if (open) {
            stance = stronger(stance, Stance.POSSIBLE); // "is considering whether to appeal"
        }
        boolean backshifted = draft.pastCue && draft.quotation != Quotation.DIRECT;
        for (Span span : draft.content) {
            for (Line line : lines.over(draft.line, span)) {
                stance = stronger(stance, of(line, span, backshifted));
            }
        }
        return stance;
    }

    /**
     * The stance of the words of {@code span} in {@code line}.
     *
     * @param backshifted whether a past cue stands before: its "would" is a "will" of then
     */
    Stance of(Line line, Span span, boolean backshifted) {
        Stance strongest = Stance.ASSERTED;
        boolean ifs = false;
        boolean would = false;
        boolean supposed = false;
        boolean first = true;
        boolean relative = false;
        for (int i = 0; i < line.size(); i++) {
            if (line.start(i) < span.start() || line.start(i) >= span.end()) {
                continue;
            }
            if (first && line.is(i, "that")) {
                continue; // the clause begins behind it
            }
            if (!first && line.is(i - 1, ",") && line.is(i, "which", "who", "whose", "where")) {
                relative = true;
            } else if (relative && line.is(i, ",")) {
                relative = false;
            }
            if (first && line.is(i, "should", "were", "had") && Phrases.opens(line, i + 1)) {
                ifs = true;
            }
            boolean asks = first
                    && line.is(i, "whether", "if", "who", "why", "how", "what")
                    && line.word(line.size() - 1).equals("?");
            if (asks || line.is(i, "?") && line.end(i) >= line.sentence().span().end()) {
                strongest = stronger(strongest, Stance.ASKED);
            }
            if (would
                    && line.is(i, "had", "were")
                    && Phrases.opens(line, i + 1)
                    && !Phrases.subjectPronoun(line, i - 1)
                    && !line.tagged(i - 1, "NOUN", "PROPN", "PRON")) {
                ifs = true; // "would have fallen had the bank stood still"
            }
            if (first && line.is(i, "any") || line.is(i, "without") && (first || line.is(i - 1, ","))) {
                supposed = true; // "any such contract would be madness"
            }
            if (line.is(i, ",") && line.is(i + 1, "should") && Phrases.opens(line, i + 2)) {
                ifs = true;
            }
            // "no plant that could separate it": the hedge is the plant's, not the clause's
            boolean ofNoun = !first && line.is(i - 1, "that", "which", "who") && line.tagged(i - 2, "NOUN", "PROPN");
            first = false;
            Optional<Stance> hedge = relative || ofNoun ? Optional.empty() : hedgeAt(line, i, backshifted);
            if (hedge.isEmpty()) {
                continue;
            }
            if (line.is(i, "would", "wouldn't", "'d")) {
                would = true;
                boolean prefers =
                        line.is(i + 1, "rather", "sooner"); // "would rather wait", which no "will" stands behind
                supposed |=
                        prefers || line.is(i + 1, "have") && line.tagged(i + 2, "VERB", "AUX"); // "would have needed"
            } else if (hedge.get() == Stance.CONDITIONAL) {
                ifs = true;
            } else {
                strongest = stronger(strongest, hedge.get());
            }
        }
        if (!relative) {
            strongest = stronger(strongest, mainVerb(line, span));
        }
        boolean asked = span.end() >= line.sentence().span().end() - 1 && line.is(line.size() - 1, "?");
        if (asked) {
            return Stance.ASKED;
        }
        if (ifs || would && (!backshifted || supposed)) {
            return stronger(strongest, Stance.CONDITIONAL);
        }
        return would ? stronger(strongest, Stance.FORECAST) : strongest;
    }

    /** "he expected them to sign", "the minister still intended to": the clause's own verb is a forecast or a plan. */
    private Stance mainVerb(Line line, Span span) {
        int from = Speakers.indexAt(line, span.start());
        for (int i = from; i < line.size() && line.start(i) < span.end(); i++) {
            if (line.mark(i) || line.quoteMark(i) || line.tagged(i, "SCONJ") && i > from) {
                return Stance.ASSERTED;
            }
            if (!line.tagged(i, "VERB") || line.is(i - 1, "to")) {
                continue;
            }
            Optional<Cue> cue = lexicon.verb(line.lemma(i))
                    .filter(c -> c.kind() != Cue.Kind.SPEECH && c.kind() != Cue.Kind.QUESTION);
            boolean will = cue.filter(c -> c.kind() == Cue.Kind.INTENTION
                            || c.kind() == Cue.Kind.PLEDGE
                            || c.kind() == Cue.Kind.THREAT)
                    .isPresent();
            boolean takes = cue.isPresent() && (line.is(i + 1, "to") || !will && Phrases.opens(line, i + 1));
            return takes ? cue.get().stance().filter(s -> s != Stance.ASKED).orElse(Stance.ASSERTED) : Stance.ASSERTED;
        }
        return Stance.ASSERTED;
    }

    /** A hedge of one to four words that begins at token {@code i}; month names and "can" as a noun are none. */
    private Optional<Stance> hedgeAt(Line line, int i, boolean backshifted) {
        if (line.is(i, "may", "will", "can", "might") && !line.tagged(i, "AUX", "VERB")) {
            return Optional.empty();
        }
        boolean noun = line.tagged(i, "NOUN") && line.is(i, "plan", "plans", "hope", "hopes", "aim", "aims");
        if (noun && !line.is(i - 1, "no") && line.tagged(i - 1, "DET", "ADJ", "PRON", "NUM", "PART")) {
            return Optional.empty(); // "dropped a plan to close it"
        }
        if (line.is(i, "plans") && line.tagged(i - 1, "NOUN") && told(line, i)) {
            return Optional.empty(); // "sold the harbour plans to three buyers"
        }
        boolean doubly = line.is(i, "not", "n't") && line.is(i + 1, "impossible", "unlikely", "inconceivable");
        if (doubly) {
            return Optional.of(Stance.POSSIBLE);
        }
        if (line.is(i, "possible") && line.is(i - 1, "is", "are", "was", "were", "be")) {
            return Optional.of(Stance.POSSIBLE);
        }
        boolean open = line.is(i, "not", "n't")
                && line.is(i + 1, "ruled", "rule", "exclude", "excluded", "ruling", "excluding");
        if (open) {
            return Optional.of(Stance.POSSIBLE);
        }
        boolean put = line.is(i, "on") && (line.is(i - 2, "put") || line.is(i - 1, "put"));
        if (put) {
            return Optional.empty(); // "they put it on the table" tells what was done
        }
        boolean empty = line.is(i, "if")
                && (line.is(i + 1, "any", "anything") && line.mark(i + 2)
                        || line.is(i - 1, "uncertain", "unclear", "unsure", "see", "know"));
        boolean rate = line.is(i, "likely")
                && line.is(i - 1, "more", "most", "less", "least")
                && line.is(i - 2, "was", "were", "been");
        boolean shows = line.is(i, "appear", "appears", "appeared")
                && !line.is(i + 1, "to", "that", "as", "likely", "unlikely", "not", ",")
                && !line.tagged(i + 1, "ADJ", "ADV", "VERB", "AUX"); // "appear before the committee"
        if (empty || rate || shows) {
            return Optional.empty(); // "what, if any, follows", "those in debt were most likely to leave"
        }
        boolean unable = backshifted
                && line.is(i, "could")
                && line.is(i + 1, "not", "n't")
                && !line.is(i + 2, "have", "only")
                && (!line.is(i + 2, "be") || line.tagged(i + 3, "VERB"));
        if (unable && !within(line, i, "if", "unless") || prohibits(line, i)) {
            return Optional.empty(); // "said it could not open the door", "under the law members may not vote"
        }
        StringBuilder forms = new StringBuilder(line.word(i));
        Optional<Stance> found = lexicon.hedge(forms.toString());
        for (int n = 1; n < 4 && i + n < line.size(); n++) {
            forms.append('_').append(line.word(i + n));
            Optional<Stance> longer = lexicon.hedge(forms.toString());
            if (longer.isPresent()) {
                found = longer;
            }
        }
        return found;
    }

    /** Whether a finite verb of the same clause stands before. */
    private boolean told(Line line, int i) {
        for (int k = i - 1; k >= 0 && !line.mark(k) && !line.tagged(k, "SCONJ"); k--) {
            if (line.tagged(k, "VERB") && !line.word(k).endsWith("ing") && !line.is(k - 1, "to")) {
                return lexicon.verb(line.lemma(k)).isEmpty();
            }
        }
        return false;
    }

    /** "may not" forbids where a rule, or whoever rules, is named in its line; elsewhere it may mean "perhaps not". */
    private static boolean prohibits(Line line, int i) {
        if (!line.is(i, "may", "might") || !line.is(i + 1, "not") || line.is(i, "might")) {
            return false;
        }
        if (line.is(i + 2, "be", "have") && !line.tagged(i + 3, "VERB")) {
            return false;
        }
        boolean rule = false;
        for (int k = 0; k < i; k++) {
            boolean under = line.is(k, "rules", "rule", "law", "laws", "order", "ban", "code", "terms")
                    && (line.is(k - 1, "under") || line.is(k - 2, "under") || line.is(k - 3, "under"));
            rule |= under || line.is(k, "ruled", "decreed", "stipulates", "stipulated", "ordered", "forbids");
        }
        for (int k = i + 2; k < Math.min(line.size(), i + 9) && !line.is(k, ",", ";"); k++) {
            boolean leave =
                    line.is(k, "permission", "consent", "approval", "authorisation", "authorization", "licence");
            rule |= line.is(k - 1, "without") && leave || line.is(k - 2, "without") && leave;
        }
        return rule;
    }

    private static boolean within(Line line, int to, String... words) {
        for (int k = 0; k < to; k++) {
            if (line.is(k, words)) {
                return true;
            }
        }
        return false;
    }

    /** "has yet to publish", "failed to agree", "stopped short of a ban", "was far from certain": it is not so. */
    private static boolean fallsShort(Line line, int i) {
        return line.is(i, "yet") && line.is(i - 1, "has", "have", "had", "is", "are") && line.is(i + 1, "to")
                || line.is(i, "failed", "fails", "fail") && line.is(i + 1, "to") && !line.is(i - 1, "not", "n't", "to")
                || line.is(i, "stopped", "stops", "fell", "falls") && line.is(i + 1, "short") && line.is(i + 2, "of")
                || line.is(i, "far")
                        && line.is(i + 1, "from")
                        && line.is(i - 1, "is", "was", "are", "were", "be", "been");
    }

    /** Where the main clause begins behind an "if …," or "when …,"; {@code at} itself if none stands before it. */
    private static int mainClause(Line line, int at, int end) {
        boolean before =
                line.is(at, "if", "unless", "when", "although", "while", "because", "since", "should", "as", "even");
        for (int k = at + 2; before && k < line.size() - 2 && line.start(k) < end; k++) {
            if (line.is(k, ",") && Phrases.opens(line, k + 1)) {
                return k + 1;
            }
        }
        return at;
    }

    /** Whether the main verb of the words is negated. */
    boolean negated(Line line, Span span) {
        boolean verb = false;
        boolean relative = false;
        int at = Speakers.indexAt(line, span.start());
        at += line.is(at, "that") ? 1 : 0;
        at += line.quoteMark(at) ? 1 : 0;
        int main = mainClause(line, at, span.end());
        if (line.is(at, "not", "no.") && main == at && !line.is(at + 1, "only", "just", "least", "surprisingly")) {
            return true; // "Not by a single cent"
        }
        at = main;
        boolean none = line.is(at, "nothing", "nobody", "none", "neither")
                || line.is(at, "no")
                        && !line.is(
                                at + 1, "doubt", "matter", "wonder", "later", "sooner", "one's", "more", "fewer",
                                "less");
        if (none) {
            return true;
        }
        for (int i = 0; i < line.size(); i++) {
            if (i < at || line.start(i) < span.start() || line.start(i) >= span.end()) {
                continue;
            }
            if (verb && line.mark(i)) {
                return false;
            }
            if (i > at && line.is(i, "if", "unless", "because", "although", "since") && !line.is(i - 1, "even")) {
                return false; // "hourly planning if you are not ready"
            }
            if (!verb && i > at && line.is(i, "who", "which", "that") && line.tagged(i, "PRON")) {
                relative = true;
            }
            if (relative) {
                relative = !line.tagged(i, "VERB"); // "children who cannot come would …": the not is the children's
                continue;
            }
            if (!verb
                    && line.is(i, "doubt", "doubts", "doubted")
                    && line.tagged(i, "VERB")
                    && line.is(i + 1, "that", "whether")) {
                return true;
            }
            if (line.is(i, "not", "n't", "never", "cannot")
                    && (line.verbal(i - 1) || line.verbal(i + 1) || line.is(i - 1, "ca", "to", "wo"))
                    && !line.is(i + 1, "only", "just", "ruled", "rule", "exclude", "excluded")
                    && !line.is(i + 1, "impossible", "unlikely", "uncommon", "unusual", "without", "inconceivable")) {
                return true;
            }
            boolean without = line.is(i, "no")
                    && line.is(i - 1, "is", "are", "was", "were", "been", "be", "has", "have", "had", "'s")
                    && !line.is(i + 1, "doubt", "matter", "more", "fewer", "less");
            if (without) {
                return true; // "there were no new conditions"
            }
            boolean object = line.is(i, "nothing") && line.tagged(i - 1, "VERB", "AUX") && i > at;
            if (object && !line.is(i + 1, "but", "less", "short", "except")) {
                return true; // "had nothing to do with money", "has proposed nothing"
            }
            if (line.is(i, "no")
                    && line.is(i + 1, "longer", "plans", "plan", "intention", "evidence", "agreement", "such")) {
                return true;
            }
            if (!verb && fallsShort(line, i)) {
                return true;
            }
            boolean progressive = line.word(i).endsWith("ing") && line.tagged(i - 1, "AUX");
            if (line.tagged(i, "VERB") && (progressive || !line.word(i).endsWith("ing"))) {
                boolean helps = line.is(i, "had", "has", "have", "was", "were", "is", "are");
                if (helps && (line.verbal(i + 1) || line.is(i + 1, "been", "n't", "not", "yet", "far"))
                        || line.is(i, "been")) {
                    continue;
                }
                if (verb) {
                    return false;
                }
                verb = true;
                if (!line.is(i + 1, "not", "n't", "no", "never", "nothing")) {
                    return false;
                }
            }
            if (line.tagged(i, "SCONJ") && verb) {
                return false;
            }
        }
        return false;
    }
}
