package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.claim.Cue.Frame;
import org.hearsay.read.claim.VerbReports.How;
import org.hearsay.read.claim.VerbReports.Said;
import org.hearsay.read.language.NameType;

/** The content behind its cue: "said that …", "told reporters …", "asked Kyiv to …", "criticised the plan". */
final class ContentAhead {
    private final Line line;
    private final List<Said> saids;
    private final Contents contents;
    private final Lexicon lexicon;

    ContentAhead(Line line, List<Said> saids, Contents contents, Lexicon lexicon) {
        this.line = line;
        this.saids = saids;
        this.contents = contents;
        this.lexicon = lexicon;
    }

    /** The content behind the cue. */
    Optional<Draft> of(int k) {
        Said said = saids.get(k);
        Cue cue = said.cue();
        if (said.how() == How.INVERTED) {
            return Optional.empty();
        }
        boolean speech = cue.kind() == Cue.Kind.SPEECH || cue.kind() == Cue.Kind.QUESTION;
        if (said.negated() && speech) {
            return Optional.empty();
        }
        int end = contents.end(k, said.end());
        int j = said.end();
        boolean sum = cue.lemma().equals("add") && line.tagged(j, "NUM", "SYM");
        if (sum || line.is(j, "when", "after") && line.is(j + 1, "asked")) {
            return Optional.empty();
        }
        boolean silent = cue.kind() == Cue.Kind.DENIAL
                && line.is(j, "to")
                && line.is(
                        j + 1,
                        "comment",
                        "say",
                        "elaborate",
                        "respond",
                        "answer",
                        "discuss",
                        "confirm",
                        "disclose",
                        "name",
                        "give");
        boolean claimed = cue.lemma().equals("claim") && line.is(j, "responsibility", "credit", "victory");
        boolean hidden = line.is(line.is(j, "not") ? j + 1 : j, "to")
                && (line.is(j + 2, "named", "identified", "quoted") || line.is(j + 3, "named", "identified", "quoted"));
        if (silent || claimed || hidden) {
            return Optional.empty();
        }
        Draft draft = new Draft(line, "verb " + cue.lemma(), 0.8);
        if (cue.takes(Frame.TOLD) && Phrases.opens(line, j) && !line.is(j, "that", "there")) {
            boolean alone = line.is(j, "him", "her", "them", "us", "me")
                    && (line.tagged(j + 1, "DET", "PRON", "SCONJ", "ADV") || line.is(j + 1, "that", "to", "there"));
            int told = alone ? j + 1 : Phrases.baseEndOf(line, j);
            boolean object = told > j
                    && (!line.tagged(j, "PRON") || line.is(j, "him", "her", "them", "us", "me", "it", "reporters"));
            if (object && (clauseAt(told, end) || line.is(told, "that", "to", ":", ","))) {
                draft.through.add(line.span(j, told));
                j = told;
            } else if (object && cue.frames().size() < 4 && !cue.takes(Frame.CLAUSE)) {
                j = told;
            }
        }
        int that = past(j, line.size());
        if (that >= 0) {
            j = that;
            end = contents.end(k, j);
        } else if (Phrases.isTime(line.word(j)) && !line.verbal(j + 1) && !line.is(j + 1, "'s")) {
            j++;
        } else if (line.is(j, "this", "last", "on", "earlier")
                && Phrases.isTime(line.word(j + 1))
                && Phrases.opens(line, j + 2)) {
            j += 2; // "told teachers this weekend he would"
        }
        if (j >= end) {
            return Optional.empty();
        }
        boolean clauses = cue.takes(Frame.CLAUSE) || cue.takes(Frame.TOLD) && j > said.end();
        boolean none = documented(said) && line.is(j, "no") && line.tagged(j + 1, "NOUN", "ADJ");
        boolean counts =
                none || documented(said) && !line.quantities(line.span(j, end)).isEmpty() && Phrases.opens(line, j);
        boolean thats = clauses || cue.takes(Frame.THAT) || cue.takes(Frame.QUOTE);
        boolean calls = cue.lemma().equals("call_for") && line.word(j).endsWith("ing");
        int from = -1;
        if (line.is(j, "that", "whether", "how", "why") && thats
                || line.is(j, "if", "what", "who", "when", "where") && thats && cue.kind() == Cue.Kind.QUESTION) {
            from = line.is(j, "that") && Phrases.isTime(line.word(j + 1)) ? -1 : j;
            draft.confidence = 0.85;
        } else if (line.is(j, ":") && cue.takes(Frame.QUOTE)) {
            from = j + 1;
        } else if ((line.is(j, "to") && line.verbal(j + 1) || line.is(j, "not", "never") && line.is(j + 1, "to"))
                && (cue.takes(Frame.TO) || cue.takes(Frame.TOLD) && j > said.end())) {
            from = j;
        } else if (cue.takes(Frame.FOR) && Phrases.opens(line, j) && toFollows(j, end)) {
            from = j;
        } else if (cue.lemma().matches("deny|admit|confess|acknowledge|regret")
                && line.word(j).endsWith("ing")
                && line.tagged(j, "VERB", "AUX")) {
            from = j; // "denied having used force"
            draft.confidence = 0.75;
        } else if (cue.lemma().equals("want") && doneTo(j, end)) {
            from = j; // "wants the rule suspended"
        } else if (counts || documented(said) && Phrases.opens(line, j) && (clauseAt(j, end) || doing(j, end))) {
            from = j; // "a study found 31 cases", "the poll shows him ahead"
            draft.confidence = 0.7;
        } else if (clauses && (clauseAt(j, end) || likely(cue, j, end))) {
            from = j;
            draft.confidence = 0.75;
        } else if (cue.takes(Frame.OBJECT)
                && (Phrases.opens(line, j) || calls)
                && speaks(said)
                && (!line.is(j, "what", "which", "who") || line.is(j + 2, "called", "calls", "described"))) {
            from = j;
            draft.object = true;
            end = Math.min(end, objectEnd(j, end));
            draft.confidence = 0.55;
        }
        if (from < 0 || from >= end) {
            return Optional.empty();
        }
        int colon = draft.object ? colonBeforeSpeech(from, end) : -1;
        if (colon > from) {
            contents.add(draft, from, colon); // 'described her as a liar: "She never read it."'
            line.quote(colon + 1)
                    .flatMap(q -> Spans.trimmed(line.reading().article().text(), q.inner()))
                    .ifPresent(draft.content::add);
            draft.quotation = Quotation.MIXED;
            return Optional.of(draft);
        }
        contents.add(draft, from, end);
        return Optional.of(draft);
    }

    private int colonBeforeSpeech(int from, int end) {
        for (int i = from + 1; i + 1 < end; i++) {
            if (line.is(i, ":") && line.quoteMark(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private boolean doneTo(int j, int end) {
        int close = Phrases.opens(line, j) ? Phrases.baseEndOf(line, j) : j;
        return close > j
                && close < end
                && line.tagged(close, "VERB")
                && line.word(close).endsWith("ed");
    }

    /** Over adjuncts to the "that" or colon that they hold back: "said on Monday in Kyiv that"; -1 if there is none. */
    private int past(int j, int end) {
        if (line.is(j, "that", ":")) {
            return j;
        }
        if (!line.tagged(j, "ADP", "ADV")
                && !Phrases.isTime(line.word(j))
                && !line.is(j, ",", "last", "this", "earlier", "late", "early", "reporters")) {
            return -1;
        }
        for (int i = j; i < Math.min(end, j + 16); i++) {
            if (line.is(i, ":") || line.is(i, "that") && !line.tagged(i + 1, "NOUN")) {
                return i;
            }
            if (line.verbal(i) && !line.is(i, "citing", "speaking")) {
                return -1;
            }
        }
        return -1;
    }

    private boolean clauseAt(int j, int end) {
        boolean opens = Phrases.opens(line, j)
                || line.is(
                        j,
                        "there",
                        "if",
                        "as",
                        "while",
                        "when",
                        "because",
                        "in",
                        "although",
                        "once",
                        "after",
                        "since",
                        "even",
                        "not",
                        "no",
                        "only",
                        "by",
                        "with",
                        "under",
                        "at",
                        "any",
                        "both",
                        "neither")
                || line.tagged(j, "ADV");
        if (!opens) {
            return false;
        }
        for (int i = j + 1; i < end; i++) {
            if (line.verbal(i)
                    && !line.is(i - 1, "to")
                    && !(line.tagged(i, "VERB") && line.word(i).endsWith("ing"))) {
                return true;
            }
        }
        return false;
    }

    /** "said Norwegian Anna Berg favors a ban": behind "said" six words are a clause, though the tagger saw no verb. */
    private boolean likely(Cue cue, int j, int end) {
        boolean measured = line.tagged(j, "NUM", "SYM") && !line.name(j).isPresent();
        boolean plain = cue.kind() == Cue.Kind.SPEECH
                && !cue.takes(Frame.OBJECT)
                && !measured
                && !cue.lemma().equals("add");
        boolean adjunct =
                line.is(j, "in", "on", "at", "to", "as", "of", "for", "by", "with", "after", "before", "during");
        return plain && end - j >= 6 && !adjunct && !line.mark(j) && !Phrases.isTime(line.word(j));
    }

    private boolean toFollows(int j, int end) {
        int close = Phrases.endOf(line, j);
        if (line.is(j, "him", "her", "them", "us", "it")) {
            close = j + 1;
        }
        if (close < end && (line.is(close, "to") || line.is(close, "not") && line.is(close + 1, "to"))) {
            return true;
        }
        for (int i = j + 1; i < Math.min(end - 1, j + 18); i++) {
            if (line.verbal(i) && !line.word(i).endsWith("ing") && !line.word(i).endsWith("ed")
                    || line.mark(i) && !line.is(i, "-", "'")) {
                return false;
            }
            if (line.is(i, "to") && line.tagged(i + 1, "VERB", "AUX")) {
                return true;
            }
        }
        return false;
    }

    /** An object ends where a new clause begins. */
    private int objectEnd(int j, int end) {
        for (int i = j; i < end; i++) {
            if (line.is(i, ",", ";")
                    && (line.is(i + 1, "and", "but", "while", "which", "who", "as", "when", "after")
                            || line.tagged(i + 1, "VERB", "PRON"))) {
                return i;
            }
            boolean second = line.verbal(i + 1)
                    && (line.word(i + 1).endsWith("s") || line.word(i + 1).endsWith("ed") || line.is(i, "but"));
            if (line.is(i, "and", "but", "or") && i > j && second) {
                return i;
            }
            boolean last = i + 3 >= end && i > j;
            if (last && line.is(i, "on", "last", "this", "late", "earlier") && Phrases.isTime(line.word(i + 1))) {
                return i;
            }
        }
        return end;
    }

    /** Storms threaten and services support, but they say nothing: with a mere object the subject must be able to speak. */
    private boolean speaks(Said said) {
        for (int i = said.from(); i < said.to(); i++) {
            boolean things =
                    said.cue().lemma().equals("support") || said.cue().lemma().equals("back");
            boolean able = line.name(i)
                            .filter(m -> !things || m.type() == NameType.PERSON || m.type() == NameType.LOCATION)
                            .isPresent()
                    || line.is(i, "he", "she", "they", "who", "voters", "%")
                    || line.tagged(i, "PROPN") && !things
                    || lexicon.speaker(line.lemma(i)).isPresent();
            if (able) {
                return true;
            }
        }
        return false;
    }

    /** Whether a study, a poll or another paper finds or shows something. */
    private boolean documented(Said said) {
        boolean finds = said.cue().takes(Frame.THAT)
                && line.is(
                        said.verb(),
                        "found",
                        "finds",
                        "shows",
                        "showed",
                        "show",
                        "find",
                        "indicates",
                        "indicated",
                        "reveals");
        boolean paper = false;
        for (int i = said.from(); finds && i < said.to(); i++) {
            paper |= lexicon.speaker(line.lemma(i))
                    .filter(s -> s == Lexicon.Speaker.DOCUMENT)
                    .isPresent();
        }
        return paper && said.how() == How.PLAIN;
    }

    /** "Clinton leading Trump": a phrase and what it is doing. */
    private boolean doing(int j, int end) {
        int close = Phrases.baseEndOf(line, j);
        return close > j
                && close < end
                && line.tagged(close, "VERB")
                && line.word(close).endsWith("ing");
    }
}
