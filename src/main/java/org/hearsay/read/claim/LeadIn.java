package org.hearsay.read.claim;

import java.util.Optional;
import org.hearsay.read.article.Span;

/** The line before a list, "The offer includes:": whether its words want one, and what they call its items. */
final class LeadIn {
    private final Line line;
    private final Lexicon lexicon;
    /** The last word before the colon or the stop. */
    private final int last;

    LeadIn(Line line, Lexicon lexicon) {
        this(line, line.size(), lexicon);
    }

    /** @param end behind its last word or its colon; what follows in the sentence is its list */
    LeadIn(Line line, int end, Lexicon lexicon) {
        this.line = line;
        this.lexicon = lexicon;
        int word = end - 1;
        while (word > 0 && line.mark(word)) {
            word--;
        }
        this.last = word;
    }

    Line line() {
        return line;
    }

    int last() {
        return last;
    }

    /**
     * Whether the line wants a list behind it: it ends with a colon or in mid-sentence ("It provides for"), or it counts or
     * names what follows ("has three parts.", "sets out how it would work.").
     */
    boolean wantsMore() {
        boolean stop = line.is(line.size() - 1, ".", "!", "\u201d", "\"", ")");
        if (line.is(line.size() - 1, "?")) {
            return false;
        }
        return line.is(line.size() - 1, ":")
                || breaksOff() && (presenter() > 0 || LeadVoice.points(this) > 0)
                || !stop
                        && (refers() || line.is(last, "that", "to", "including") || obliges() || ifOnly() || asks() > 0)
                || counted() > 0
                || line.is(last, "follows", "following")
                || following()
                || tellsHow();
    }

    /** "Weil had told the court that:": whatever stands there he said so. */
    boolean reports() {
        for (int k = last - 1; line.is(last, "that") && k > 0; k--) {
            if (line.tagged(k, "VERB")) {
                return lexicon.verb(line.lemma(k))
                        .filter(c -> c.kind() == Cue.Kind.SPEECH)
                        .isPresent();
            }
        }
        return false;
    }

    /** Whether it ends in mid-sentence, without a mark. */
    boolean breaksOff() {
        return last == line.size() - 1;
    }

    /**
     * The verb by which somebody puts before others what the list holds: "puts forward a four-step way out:", "We are calling
     * on both governments", "committed itself to"; -1 if the line's first verb that could do so does something else.
     */
    int presenter() {
        for (int k = line.body() + 1; k <= last; k++) {
            boolean verb = line.tagged(k, "VERB") || line.is(k, "puts", "put") && line.is(k + 1, "forward");
            boolean finite = verb && !line.is(k - 1, "to") && !line.quoted(k);
            if (finite && (actOf(k).isPresent() || puts(k))) {
                boolean done = line.is(k - 1, "be", "been", "was", "were", "being");
                return done || line.is(k, "offers", "offer") ? -1 : k;
            }
        }
        return -1;
    }

    /** "puts forward", "sets the following terms", "lays out what it wants". */
    private boolean puts(int verb) {
        return switch (line.lemma(verb)) {
            case "put" -> line.is(verb + 1, "forward");
            case "lay", "set", "spell" -> line.is(verb + 1, "out", "down") || counted() > verb;
            case "commit" -> line.is(verb + 1, "itself", "himself", "herself", "themselves", "to");
            case "table", "outline", "submit" -> true;
            case "come", "return" -> line.is(verb + 1, "with", "back") && counted() > verb;
            default -> false;
        };
    }

    /** "The compromise has three parts", "insist on four points": the word for what is counted; -1 if there is none. */
    int counted() {
        for (int i = last; i > 1; i--) {
            boolean number = line.tagged(i - 1, "NUM")
                    || line.tagged(i - 2, "NUM") && line.tagged(i - 1, "ADJ", "NOUN")
                    || line.is(i - 1, "following", "these", "several", "certain", "what")
                    || line.is(i - 1, "of") && line.is(i - 2, "list", "set", "catalogue", "number", "series");
            boolean bare = i == last
                            && line.tagged(i - 1, "VERB")
                            && !line.word(i).equals(line.lemma(i))
                    || line.is(i - 1, "its", "their", "his", "her")
                            && (i == last
                                    || lexicon.announced(line.lemma(i)).isPresent()); // "It named its terms on Friday."
            if (line.tagged(i, "NOUN") && (number || bare) && lexicon.isTermWord(line.lemma(i))) {
                return i;
            }
        }
        return -1;
    }

    /** "The union will call off the strike if:", "… provided that:": the items are conditions. */
    boolean ifOnly() {
        return line.is(last, "if", "when", "once", "unless", "provided")
                || line.is(last, "that") && line.is(last - 1, "provided", "condition");
    }

    /** "In a letter he sets out how it would work." */
    boolean tellsHow() {
        for (int k = 1; k < last; k++) {
            boolean sets = line.is(k, "sets", "set", "lays", "laid", "spells", "spelt", "spelled")
                            && line.is(k + 1, "out", "down")
                    || line.is(k, "explains", "explained", "outlines", "outlined", "describes", "described");
            int what = line.is(k + 1, "out", "down") ? k + 2 : k + 1;
            if (sets && line.is(what, "how", "what")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words only name what the list holds: "the following measures", "three parts". */
    boolean names(Span span) {
        int word = line.sentence().span().contains(span) ? Speakers.indexAt(line, span.end() - 1) : -1;
        return word >= 0 && word == counted() || word == last && line.is(word, "following", "follows");
    }

    /** "It provides for", "The text foresees": the last verb, or that before its "for", holds terms. */
    boolean refers() {
        int verb = line.is(last, "for", "on", "of") ? last - 1 : last;
        return line.tagged(verb, "VERB")
                && (lexicon.holdsTerms(line.lemma(verb)) || lexicon.bindsTerms(line.lemma(verb)));
    }

    /** "Fishers who accept must:": the items are what somebody has to do. */
    boolean obliges() {
        return line.is(last, "must", "shall", "will", "would", "receive", "get");
    }

    /** What the line calls the items of its list: conditions, demands. */
    Optional<Term.Kind> kind() {
        if (ifOnly()) {
            return Optional.of(Term.Kind.CONDITION);
        }
        if (line.is(0, "in") && line.is(1, "return", "exchange")) {
            return Optional.of(Term.Kind.GETS);
        }
        for (int i = last; i >= 0; i--) {
            if (line.tagged(i, "NOUN") && lexicon.isTermWord(line.lemma(i))) {
                return switch (line.lemma(i)) {
                    case "condition" -> Optional.of(Term.Kind.CONDITION);
                    case "demand", "requirement" -> Optional.of(Term.Kind.GETS);
                    case "concession" -> Optional.of(Term.Kind.GIVES);
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    /** The verb of proposing that the list is the object of: "The city is proposing:", "She wants the councils to"; -1 for none. */
    int asks() {
        for (int k = last; k > 0 && k > last - 6; k--) {
            if (line.tagged(k, "VERB")) {
                boolean act = actOf(k).isPresent() && (k == last || line.is(last, "to", "for", "on", "following"));
                boolean sold = line.is(k, "offers", "offer") || line.is(k - 1, "be", "been", "was", "were");
                return act && !sold && !line.quoted(k) ? k : -1;
            }
        }
        return -1;
    }

    /** Whether the line ends with a word for terms: "…, on these conditions:". */
    boolean announces() {
        boolean follows = line.is(last, "follows"); // "Its main points, two diplomats said, are as follows."
        for (int i = follows ? 0 : Math.max(0, last - 3); i <= last; i++) {
            if (line.tagged(i, "NOUN") && lexicon.isTermWord(line.lemma(i))) {
                return true;
            }
        }
        return false;
    }

    /** What somebody does who "insists on", "asks for" or "proposes" some points. */
    Optional<Proposal.Act> actOf(int verb) {
        String lemma = line.lemma(verb);
        return lexicon.actOfVerb(lemma)
                .or(() -> lexicon.actOfVerb(lemma + "_" + line.word(verb + 1)))
                .or(() -> lexicon.actOfClause(lemma));
    }

    /** "… on the following conditions": of whatever is offered there. */
    boolean following() {
        return line.is(last - 1, "following", "these", "conditions", "terms") && lexicon.isTermWord(line.lemma(last));
    }
}
