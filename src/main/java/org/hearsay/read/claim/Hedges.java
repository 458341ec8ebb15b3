package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;

/** Which words weaken the clause they stand in. The list {@code hedges.txt} names them; what here asks is grammar. */
final class Hedges {
    private final Lexicon lexicon;

    Hedges(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * A hedge of one to four words that begins at token {@code i}; month names and "can" as a noun are none.
     *
     * @param backshifted whether a past cue stands before: its "could not" is a "cannot" of then
     */
    Optional<Stance> at(Line line, int i, boolean backshifted) {
        return ruledOut(line, i) ? Optional.empty() : byGrammar(line, i).or(() -> listed(line, i, backshifted));
    }

    /** One that the list names, whatever grammar says: in a cue, "believe" and "should" have said their part already. */
    Optional<Stance> listed(Line line, int i, boolean backshifted) {
        List<Lexicon.Hedge> listed = lexicon.hedges(line.word(i));
        return listed.isEmpty() || innocent(line, i, backshifted) ? Optional.empty() : longest(listed, line, i);
    }

    /** "don't want to see it go", "nobody wanted to cut it": nobody plans it. */
    private static boolean ruledOut(Line line, int i) {
        return line.is(i, "want", "wanted", "wants") && line.is(i - 1, "n't", "not", "never", "nobody");
    }

    /** Hedges that hang on the words around them. */
    private static Optional<Stance> byGrammar(Line line, int i) {
        return switch (line.word(i)) {
            case "not", "n't" ->
                when(Stance.POSSIBLE, notSure(line, i) || line.is(i - 1, "can", "ca") && perfect(line, i + 1));
            case "must", "cannot" -> when(Stance.POSSIBLE, perfect(line, i + 1));
            case "possible" -> when(Stance.POSSIBLE, line.is(i - 1, "is", "are", "was", "were", "be"));
            case "whether" -> when(Stance.POSSIBLE, open(line, i));
            case "risk", "chance", "prospect", "possibility", "danger", "likelihood", "probability", "suspicion" ->
                when(Stance.POSSIBLE, chance(line, i));
            case "think", "thought", "believe", "believed", "guess", "suppose", "reckon", "suspect", "suspected" ->
                when(Stance.POSSIBLE, supposes(line, i));
            case "provided", "providing" -> when(Stance.CONDITIONAL, granted(line, i));
            case "'d" -> when(Stance.CONDITIONAL, wouldDo(line, i));
            case "ready" ->
                when(
                        Stance.PLANNED,
                        line.is(i + 1, "to") && line.is(i - 1, "is", "are", "was", "were", "be", "'s", "'re"));
            case "should" -> when(Stance.PROPOSED, line.tagged(i + 1, "VERB", "AUX", "ADV", "PART"));
            case "ought" -> when(Stance.PROPOSED, line.is(i + 1, "to"));
            case "let" -> when(Stance.PROPOSED, urges(line, i));
            case "plan", "plans", "intention", "aim", "goal", "ambition", "hope", "intent" ->
                when(Stance.PLANNED, purpose(line, i));
            default -> Optional.empty();
        };
    }

    private static Optional<Stance> when(Stance stance, boolean weakens) {
        return weakens ? Optional.of(stance) : Optional.empty();
    }

    /** "open to talks provided the centre names a judge": a clause of its own follows; "provided the tools" has none. */
    private static boolean granted(Line line, int i) {
        if (!Phrases.opens(line, i + 1)
                || line.tagged(i - 1, "AUX", "PROPN", "PART")
                || line.is(i - 1, "and", "who", "to", "by")) {
            return false;
        }
        int end = Phrases.subjectPronoun(line, i + 1) ? i + 2 : Phrases.endOf(line, i + 1);
        boolean told = false;
        for (int k = 0; k < i; k++) {
            told |= line.verbal(k);
        }
        return told && end > i + 1 && line.verbal(end) && !line.word(end).endsWith("ing");
    }

    /** "It'd pay", "they'd be uploaded": a "would" by what stands behind; "I'd rather" is only polite, "she'd been" a "had". */
    private static boolean wouldDo(Line line, int i) {
        int k = line.tagged(i + 1, "ADV", "PART") ? i + 2 : i + 1;
        boolean base =
                line.is(k, "be") || line.tagged(k, "VERB") && line.word(k).equals(line.lemma(k));
        return base
                && !line.is(i - 1, "i", "we", "who")
                && !line.tagged(k + 1, "ADJ")
                && !line.is(i + 1, "better", "rather", "sooner");
    }

    /** "not impossible", "did not rule out", "does not necessarily mean". */
    private static boolean notSure(Line line, int i) {
        return line.is(
                i + 1,
                "impossible",
                "unlikely",
                "inconceivable",
                "necessarily",
                "ruled",
                "rule",
                "exclude",
                "excluded",
                "ruling",
                "excluding");
    }

    /** "must have slept", "cannot have seen": concluded, not known. */
    private static boolean perfect(Line line, int i) {
        return line.is(i, "have") && line.verbal(i + 1);
    }

    /** "let us wait"; "let's say" and "let's face it" urge nobody. */
    private static boolean urges(Line line, int i) {
        return line.is(i + 1, "us", "'s") && line.verbal(i + 2) && !line.is(i + 2, "say", "see", "face");
    }

    /** "it is unclear whether", "the question is whether", "doubts over whether": nobody says that it is so. */
    private static boolean open(Line line, int i) {
        return !line.is(i + 1, "or")
                && line.is(
                        i - 1,
                        "unclear",
                        "uncertain",
                        "unknown",
                        "known",
                        "seen",
                        "clear",
                        "is",
                        "was",
                        "question",
                        "over",
                        "doubt",
                        "doubts",
                        "about",
                        "remains",
                        "unsure");
    }

    /** "there is a strong chance that", "the danger is that", "sees a risk of": it may come, or it may not. */
    private static boolean chance(Line line, int i) {
        if (!line.tagged(i, "NOUN")) {
            return false;
        }
        boolean means = line.is(i + 1, "is", "was") && line.is(i + 2, "that");
        boolean of = line.is(i + 1, "that", "of", "for");
        int k = i - 1;
        while (k > 0 && (line.tagged(k, "ADJ", "DET", "NUM", "ADV", "NOUN", "SYM") || line.is(k, "%"))) {
            k--;
        }
        return means
                || of
                        && line.is(
                                k, "is", "was", "remains", "be", "'s", "see", "sees", "saw", "face", "faces", "raised",
                                "raises", "has", "have", "had", "stands", "put", "puts", "runs");
    }

    /** "I think we lost", "they believed the car was stolen": what the speaker himself only supposes. */
    private static boolean supposes(Line line, int i) {
        if (!line.tagged(i, "VERB") || !line.is(i - 1, "i", "we", "he", "she", "they", "it")) {
            return false;
        }
        if (line.is(i + 1, "that")) {
            return true;
        }
        int end = Phrases.opens(line, i + 1) ? Phrases.endOf(line, i + 1) : i + 1;
        return end > i + 1 && line.verbal(end);
    }

    /** "has a plan to sell", "her aim is to end": an intention told by its noun. */
    private static boolean purpose(Line line, int i) {
        if (!line.tagged(i, "NOUN")) {
            return false;
        }
        if (line.is(i + 1, "is", "was", "remains") && line.is(i + 2, "to")) {
            return true;
        }
        int k = i - 1;
        while (k > 0 && line.tagged(k, "ADJ", "DET", "ADV", "NUM")) {
            k--;
        }
        boolean owned = line.is(k, "has", "have", "had", "'s", "his", "her", "their", "its");
        boolean told = line.is(i + 1, "to") && (line.is(k, "has", "have", "had") || owned && line.is(0, "it"));
        return told
                || line.is(i + 1, "of") && line.word(i + 2).endsWith("ing") && line.is(k, "has", "have", "had", "no");
    }

    /** Words of the list that weaken nothing where they stand. */
    private boolean innocent(Line line, int i, boolean backshifted) {
        if (line.is(i, "may", "will", "can", "might") && !line.tagged(i, "AUX", "VERB")) {
            return true;
        }
        boolean noun = line.tagged(i, "NOUN") && line.is(i, "plan", "plans", "hope", "hopes", "aim", "aims");
        if (noun && !line.is(i - 1, "no") && line.tagged(i - 1, "DET", "ADJ", "PRON", "NUM", "PART")) {
            return true; // "dropped a plan to close it"
        }
        if (line.is(i, "plans") && line.tagged(i - 1, "NOUN") && told(line, i)) {
            return true; // "sold the harbour plans to three buyers"
        }
        boolean put = line.is(i, "on") && (line.is(i - 2, "put") || line.is(i - 1, "put"));
        if (put) {
            return true; // "they put it on the table" tells what was done
        }
        boolean whatever = line.is(i, "may") && line.is(i - 1, "what") && line.is(i - 2, "come");
        boolean past = !backshifted && (gone(line, i) || refuses(line, i));
        if (whatever || past) {
            return true;
        }
        boolean rate = line.is(i, "likely")
                && line.is(i - 1, "more", "most", "less", "least")
                && line.is(i - 2, "was", "were", "been");
        boolean shows = line.is(i, "appear", "appears", "appeared")
                && !line.is(i + 1, "to", "that", "as", "likely", "unlikely", "not", ",")
                && !line.tagged(i + 1, "ADJ", "ADV", "VERB", "AUX"); // "appear before the committee"
        boolean task = line.is(i, "is", "was", "are", "were")
                && line.is(i + 1, "to")
                && (line.is(
                                i - 1,
                                "mission",
                                "job",
                                "purpose",
                                "task",
                                "role",
                                "duty",
                                "point",
                                "way",
                                "step",
                                "challenge")
                        || line.is(i + 2, "blame"));
        boolean later = line.is(i, "would") && cameLater(line, i) && !backshifted;
        if (idleIf(line, i) || rate || shows || task || later) {
            return true; // "what, if any, follows", "those in debt were most likely to leave"
        }
        boolean unable = backshifted
                && line.is(i, "could")
                && line.is(i + 1, "not", "n't")
                && !line.is(i + 2, "have", "only")
                && (!line.is(i + 2, "be") || line.tagged(i + 3, "VERB"));
        // "said it could not open the door", "under the law members may not vote"
        return unable && !within(line, i, "if", "unless") || prohibits(line, i);
    }

    /** "what, if any, follows", "few if any", "the firm, if small,", "as if", "$4 million, if not more". */
    private static boolean idleIf(Line line, int i) {
        return line.is(i, "if")
                && (line.is(i + 1, "any", "anything") && (line.mark(i + 2) || line.is(i - 1, "few", "little"))
                        || line.is(i - 1, "uncertain", "unclear", "unsure", "see", "know", "as")
                        || line.is(i + 1, "not")
                                && line.is(i - 1, ",")
                                && !line.mark(i + 2)
                                && line.tagged(i + 2, "ADJ", "ADV", "NUM", "DET")
                        || line.is(i - 1, ",") && line.tagged(i + 1, "ADJ") && line.is(i + 2, ","));
    }

    /** "was never going to last", "had been prepared to pay", "there were to be 24 booths": what was ahead then. */
    private static boolean gone(Line line, int i) {
        int k = line.is(i - 1, "never", "only", "not", "n't", "always") ? i - 2 : i - 1;
        return switch (line.word(i)) {
            case "going" -> line.is(i + 1, "to") && line.is(k, "was", "were");
            case "a" -> line.is(i + 1, "matter") && line.is(k, "was");
            case "prepared", "willing" -> line.is(k, "been");
            case "were" -> line.is(i + 1, "to") && line.is(i - 1, "there");
            default -> false;
        };
    }

    /** "would not comment", "would neither confirm nor deny": it was refused. */
    private boolean refuses(Line line, int i) {
        return line.is(i, "would")
                && line.is(i + 1, "not", "n't", "neither", "never")
                && lexicon.verb(line.lemma(i + 2))
                        .filter(c -> c.kind() == Cue.Kind.SPEECH)
                        .isPresent();
    }

    /** "would later win", "would go on to lead", "two years later X would resign": the past, seen from before it. */
    private static boolean cameLater(Line line, int i) {
        boolean on = line.is(i + 1, "later", "eventually", "subsequently") && line.tagged(i + 2, "VERB", "AUX")
                || line.is(i + 1, "go") && line.is(i + 2, "on") && line.is(i + 3, "to")
                || line.is(i + 1, "come", "end") && line.is(i + 2, "to", "up");
        for (int k = Math.max(0, i - 12); k < i && !on; k++) {
            on = line.is(k, "later")
                    && line.is(k - 1, "years", "year", "months", "weeks", "days", "month", "week", "day");
        }
        return on && !within(line, line.size(), "if", "unless", "plan", "proposal", "bill", "under");
    }

    private static Optional<Stance> longest(List<Lexicon.Hedge> listed, Line line, int i) {
        Optional<Stance> found = Optional.empty();
        int length = 0;
        for (Lexicon.Hedge hedge : listed) {
            if (hedge.words().size() > length && matches(line, i, hedge)) {
                found = Optional.of(hedge.stance());
                length = hedge.words().size();
            }
        }
        return found;
    }

    /** An adverb may part the words: "is also to", "expected , officials say , to" may not. */
    private static boolean matches(Line line, int i, Lexicon.Hedge hedge) {
        int k = i + 1;
        for (int n = 1; n < hedge.words().size(); n++) {
            String word = hedge.words().get(n);
            if (!line.is(k, word) && parts(line, k)) {
                k++;
            }
            if (!line.is(k, word)) {
                return false;
            }
            k++;
        }
        k += line.tagged(k, "ADV") ? 1 : 0;
        return !hedge.verb() || line.verbal(k);
    }

    private static boolean parts(Line line, int k) {
        return line.tagged(k, "ADV", "PART")
                && (line.word(k).endsWith("ly")
                        || line.is(k, "also", "now", "still", "soon", "then", "not", "n't", "ever"));
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
        if (!line.is(i, "may") || !line.is(i + 1, "not")) {
            return false;
        }
        if (line.is(i + 2, "be", "have") && !line.tagged(i + 3, "VERB")) {
            return false;
        }
        if (line.is(i + 2, "be") && !line.is(i + 3, "told", "seen", "known", "heard")) {
            return true; // "new boilers may not be sold"
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
}
