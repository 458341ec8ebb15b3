package org.hearsay.read.claim;

import org.hearsay.read.article.Span;

/** Whether words say that something is not so: the scope of their "not", "no", "never", "failed to". */
final class Negation {
    private Negation() {}

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
            if (line.is(k, ",") && (Phrases.opens(line, k + 1) || line.is(k + 1, "let"))) {
                return k + 1;
            }
        }
        return at;
    }

    /** "advanced but not concluded", "hopeful, not hopping", "has never been happier": it is so all the same. */
    private static boolean contrasts(Line line, int i) {
        boolean best = line.is(i, "never")
                && line.is(i + 1, "been")
                && (line.is(i + 2, "more", "better")
                        || line.tagged(i + 2, "ADJ") && line.word(i + 2).endsWith("er"));
        return best || line.is(i, "not") && line.is(i - 1, ",", "but") && !line.tagged(i + 1, "AUX");
    }

    /** "has rooms one does not show": a verb that is whole without another; what is denied behind it is something else. */
    private static boolean whole(Line line, int i) {
        return line.tagged(i, "AUX")
                && line.is(i, "has", "have", "had", "is", "are", "was", "were")
                && line.tagged(i + 1, "DET", "NOUN", "PROPN", "NUM")
                && line.tagged(i - 1, "NOUN", "PROPN", "PRON")
                && !line.is(i + 1, "no", "neither", "not");
    }

    /** Whether the main verb of the words is negated. */
    static boolean of(Line line, Span span) {
        boolean verb = false;
        boolean relative = false;
        int at = Speakers.indexAt(line, span.start());
        at += line.is(at, "that") ? 1 : 0;
        at += line.quoteMark(at) ? 1 : 0;
        int main = mainClause(line, at, span.end());
        if (line.is(at, "nor") && main == at) {
            return true; // "Nor will anyone who has filed a return"
        }
        if (line.is(at, "not", "no.") && main == at && !line.is(at + 1, "only", "just", "least", "surprisingly")) {
            return true; // "Not by a single cent"
        }
        at = main;
        boolean hardly =
                line.is(at, "hardly", "scarcely", "barely") && line.is(at + 1, "any", "anyone", "anybody", "anything")
                        || line.is(at, "little") && line.verbal(at + 1);
        boolean none = hardly
                || line.is(at, "nothing", "nobody", "none", "neither")
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
                    && (line.verbal(i - 1)
                            || line.verbal(i + 1)
                            || line.is(i - 1, "ca", "to", "wo")
                            || line.quoteMark(i - 1) && line.verbal(i - 2)) // 'was "not for barter"'
                    && !contrasts(line, i)
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
                boolean parted = line.tagged(i + 1, "ADV") && (line.verbal(i + 2) || line.is(i + 2, "not", "never"));
                if (helps && (parted || line.verbal(i + 1) || line.is(i + 1, "been", "n't", "not", "yet", "far"))
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
            if (line.tagged(i, "SCONJ") && verb || i > at && whole(line, i)) {
                return false;
            }
        }
        return false;
    }
}
