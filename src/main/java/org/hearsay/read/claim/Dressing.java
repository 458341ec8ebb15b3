package org.hearsay.read.claim;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/**
 * What a cue says of its content before any word of the content is read: its stance, whether it denies it, whether its tense
 * turns a "will" into a "would". Whoever found the cue, rules or a model, it is read the same way.
 */
final class Dressing {
    private static final Set<String> BE = Set.of("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re");
    private static final Set<String> DONE = Set.of("has", "have", "had", "having", "'ve", "did");
    private static final Set<String> NOTS = Set.of("not", "n't", "never", "no");
    private static final Set<String> PAST = Set.of(
            "said", "told", "wrote", "thought", "knew", "found", "made", "put", "swore", "felt", "saw", "heard",
            "held");

    private static final Set<String> SCOLDING =
            Set.of("blast", "slam", "condemn", "denounce", "decry", "attack", "mock", "criticise", "criticize");

    private final Lexicon lexicon;

    Dressing(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Finds the cue in its list where that is not known, and sets stance, denial and tense. */
    void dress(Draft draft) {
        if (draft.cueSpans.isEmpty() || draft.line.size() == 0) {
            return;
        }
        int verb = cue(draft);
        if (draft.quotation == Quotation.INDIRECT && hears(draft.line, verb)) {
            draft.source.clear(); // "the board heard that": somebody else said so
        }
        if (draft.cue.isEmpty() && draft.quotation == Quotation.INDIRECT && negatedReport(draft)) {
            draft.denied = true; // "was not persuaded that", of whatever verb
        }
        if (draft.cue.isEmpty() || draft.stance.isPresent() || draft.pastCue) {
            return;
        }
        Cue cue = draft.cue.get();
        draft.stance = cue.stance();
        draft.pastCue = past(draft.line, draft.cueSpans.get(0), verb);
        if (cue.kind() == Cue.Kind.QUESTION && draft.quotation != Quotation.DIRECT && wants(draft)) {
            draft.stance = Optional.of(Stance.PROPOSED); // "asked Kyiv to wait" is no question
        }
        if (cue.lemma().equals("want") && !draft.content.isEmpty() && !toFirst(draft)) {
            draft.stance = Optional.of(Stance.PROPOSED); // "wants the port shut": what others are to do
        }
        if (draft.stance.isEmpty() && cue.kind() == Cue.Kind.SPEECH && bids(draft)) {
            draft.stance = Optional.of(Stance.PROPOSED);
        }
        if (draft.stance.equals(Optional.of(Stance.PLANNED)) && cue.kind() == Cue.Kind.THOUGHT && !toFirst(draft)) {
            draft.stance = Optional.of(Stance.POSSIBLE); // "hopes that buyers return" is no plan of his
        }
        if (isThought(draft.line, verb, cue)) {
            draft.softened = true;
        }
        boolean negated = negated(draft.line, draft.cueSpans.get(0), verb);
        boolean denial = cue.kind() == Cue.Kind.DENIAL && !calls(draft) || scolds(draft, cue);
        if (denial && negated) {
            draft.softened = true;
        } else if (denial || negated) {
            draft.denied = true;
        }
    }

    /** The token of the cue that its list knows, -1 if none; sets the draft's cue. */
    private int cue(Draft draft) {
        Line line = draft.line;
        Span span = draft.cueSpans.get(0);
        int from = Speakers.indexAt(line, span.start());
        int last = Speakers.indexAt(line, span.end() - 1);
        for (int i = last; i >= from; i--) {
            if (line.mark(i) || line.tagged(i, "ADP", "DET", "AUX", "PRON")) {
                continue;
            }
            String lemma = line.lemma(i);
            if (i > from
                    && line.is(i, "claims", "reports", "allegations", "accusations")
                    && denies(line.lemma(i - 1))) {
                continue; // "denies claims that": the verb before tells how
            }
            boolean owned = line.tagged(i, "NOUN")
                    && (line.tagged(i - 1, "DET", "ADJ", "PART") || line.is(i - 1, "'s", "his", "her", "its", "their"));
            Optional<Cue> noun = owned ? lexicon.noun(lemma) : Optional.empty();
            Optional<Cue> phrasal = lexicon.verb(lemma + "_" + line.word(i + 1));
            Optional<Cue> found =
                    noun.or(() -> phrasal).or(() -> lexicon.verb(lemma)).or(() -> lexicon.noun(lemma));
            if (found.isPresent()) {
                int denial = lexicon.noun(lemma).isPresent() ? denial(line, from, i) : -1;
                draft.cue = draft.cue.or(() -> denial < 0 ? found : lexicon.verb(line.lemma(denial)));
                return denial < 0 ? i : denial;
            }
        }
        return -1;
    }

    /** "denied claims", "dismissed reports": the verb that denies what its noun names; -1 if none stands before it. */
    private int denial(Line line, int from, int noun) {
        for (int k = noun - 1; k >= from && !line.is(k, "to"); k--) {
            if (line.tagged(k, "VERB") && denies(line.lemma(k))) {
                return k;
            }
        }
        return -1;
    }

    private boolean denies(String lemma) {
        return lexicon.verb(lemma).filter(c -> c.kind() == Cue.Kind.DENIAL).isPresent();
    }

    private static boolean hears(Line line, int verb) {
        return line.is(verb, "heard", "hears", "hear")
                && !line.is(verb + 1, "from")
                && !line.is(verb - 1, "be", "been", "was", "were", "is", "are");
    }

    private static boolean past(Line line, Span cue, int verb) {
        if (verb < 0) {
            return false;
        }
        if (line.tagged(verb, "NOUN")) {
            for (int k = verb - 1; k >= 0 && line.start(k) >= cue.start(); k--) {
                if (line.tagged(k, "VERB")) {
                    return past(line, cue, k); // "voiced hope"
                }
            }
        }
        for (int k = verb - 1; k >= 0 && line.start(k) >= cue.start(); k--) {
            if (BE.contains(line.word(k))) {
                return false;
            }
            if (DONE.contains(line.word(k))) {
                return true;
            }
        }
        return line.word(verb).endsWith("ed") || line.word(verb).endsWith("ing") || PAST.contains(line.word(verb));
    }

    /** "dismissed the draft as a surrender paper" calls it so; "dismissed the claims as lies" denies them. */
    private boolean calls(Draft draft) {
        if (draft.quotation == Quotation.DIRECT || draft.content.isEmpty()) {
            return false;
        }
        Line line = draft.line;
        int from = first(draft);
        int head = Phrases.baseEndOf(line, from) - 1;
        return head >= from
                && line.is(head + 1, "as")
                && lexicon.noun(line.lemma(head)).isEmpty()
                && !line.is(head, "charges", "rumours", "rumors", "accusations");
    }

    /** "blasted the claims", "condemned the allegations as lies": what is scolded is somebody's claim. */
    private boolean scolds(Draft draft, Cue cue) {
        if (draft.quotation == Quotation.DIRECT || draft.content.isEmpty() || !SCOLDING.contains(cue.lemma())) {
            return false;
        }
        int head = Phrases.baseEndOf(draft.line, first(draft)) - 1;
        return draft.line.is(head, "claim", "claims", "allegation", "allegations", "accusations", "rumours", "rumors");
    }

    private static boolean negatedReport(Draft draft) {
        int last = Speakers.indexAt(draft.line, draft.cueSpans.get(0).end() - 1);
        boolean verb = draft.line.tagged(last, "VERB") && !draft.content.isEmpty();
        return verb && draft.line.is(first(draft), "that") && negated(draft.line, draft.cueSpans.get(0), last);
    }

    private static boolean negated(Line line, Span cue, int verb) {
        for (int k = verb - 1; k >= 0 && line.start(k) >= cue.start(); k--) {
            if (NOTS.contains(line.word(k))) {
                return true;
            }
        }
        return false;
    }

    /** "is believed to have fled": what nobody in particular thinks is no more than possible. */
    private static boolean isThought(Line line, int verb, Cue cue) {
        return verb > 0
                && (cue.lemma().equals("believe") || cue.lemma().equals("think"))
                && (BE.contains(line.word(verb - 1)) || BE.contains(line.word(verb - 2)));
    }

    private static boolean toFirst(Draft draft) {
        return !draft.content.isEmpty() && draft.line.is(first(draft), "to");
    }

    /** "insisted that the handover take place", "that a sponsor be found": the bare form of its verb says what is to be. */
    private static boolean bids(Draft draft) {
        if (draft.quotation == Quotation.DIRECT || draft.content.isEmpty()) {
            return false;
        }
        Line line = draft.line;
        int from = first(draft);
        if (!line.is(from, "that")) {
            return false;
        }
        int verb = Phrases.opens(line, from + 1) ? Phrases.endOf(line, from + 1) : -1;
        verb = line.is(verb, "not") ? verb + 1 : verb;
        boolean bare = line.tagged(verb, "VERB") && line.word(verb).equals(line.lemma(verb));
        boolean one =
                line.tagged(verb - 1, "NOUN", "PROPN") && !line.word(verb - 1).endsWith("s")
                        || line.is(verb - 1, "he", "she", "it");
        return verb > from + 1
                && line.word(verb).length() > 1
                && !line.word(verb).startsWith("'")
                && (line.is(verb, "be") || bare && one && !line.is(verb, "put", "set", "cut", "hit", "let"));
    }

    private static boolean wants(Draft draft) {
        return !draft.content.isEmpty()
                && draft.cue.filter(c -> c.lemma().startsWith("ask")).isPresent()
                && !draft.line.is(
                        first(draft), "whether", "if", "what", "who", "why", "how", "when", "where", "which", "about");
    }

    private static int first(Draft draft) {
        return Speakers.indexAt(draft.line, draft.content.get(0).start());
    }
}
