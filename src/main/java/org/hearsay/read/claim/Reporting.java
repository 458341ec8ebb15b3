package org.hearsay.read.claim;

import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.NameType;

/**
 * Whether what the encoder marks is a report of ours. It learned from people who also marked acts ("approved the drug"),
 * refusals ("did not say whether") and the letters before questions and answers.
 */
final class Reporting {
    /** From this confidence on the encoder's word is enough for a cue that no list has. */
    private static final double STRONG = 0.6;

    /** A cue that no list has, of a source that no list has, tells a clause or is surer than that. */
    private static final double SURE = 0.8;

    /** A cue that has nobody for a source has less to stand on. */
    private static final double NOBODY = 0.6;

    private static final Set<String> OPENERS = Set.of(
            "that", "to", "whether", "if", "how", "why", "what", "who", "when", "where", "it", "he", "she", "they",
            "there");

    /** Who speaks in a heading, and heads no list of facts. */
    private static final Set<String> LABELS = Set.of(
            "poll", "survey", "study", "report", "police", "officials", "minister", "lawyer", "source", "witness");

    private static final Set<String> QUESTIONS =
            Set.of("whether", "if", "how", "why", "what", "who", "when", "where", "which");

    /** What somebody "did not mention" or "did not tell" anybody he has neither said nor denied. */
    private static final Set<String> SAYING =
            Set.of("tell", "mention", "disclose", "reveal", "specify", "explain", "announce", "elaborate", "inform");

    private static final Set<String> ANSWERS = Set.of("respond", "comment", "reply", "answer", "elaborate");

    private static final Set<String> MODALS =
            Set.of("would", "could", "should", "may", "might", "can", "must", "'d", "shall");

    /** How English makes a word for somebody out of what he does. */
    static final Pattern PERSON =
            Pattern.compile("(?:er|or|ist|ian|ant|ent|man|woman|people|ee|ive|country|nation|family|veteran)$");

    private final Lines lines;
    private final Lexicon lexicon;

    Reporting(Lines lines, Lexicon lexicon) {
        this.lines = lines;
        this.lexicon = lexicon;
    }

    boolean tells(Draft draft) {
        if (draft.content.isEmpty()) {
            return leadsIn(draft);
        }
        if (refuses(draft) || nobody(draft) || offers(draft)) {
            return false;
        }
        if (draft.source.isEmpty() && draft.confidence < NOBODY) {
            return false;
        }
        if (hedged(draft)) {
            if (acts(draft) && !opened(draft) || obliged(draft)) {
                return false; // "could demand a vote", "must testify": nobody has
            }
            draft.softened = true;
        }
        Line line = draft.line;
        int from = Speakers.indexAt(line, draft.cueSpans.get(0).start());
        if (line.is(from, ":")) {
            return speaks(draft);
        }
        boolean clause = clause(draft);
        boolean weak = !clause && draft.confidence < SURE && !known(draft);
        if (thing(draft) && (weak || !clause && acts(draft))) {
            return false;
        }
        draft.object = draft.quotation == Quotation.INDIRECT && !clause;
        if (event(draft) && !opened(draft) && named(draft)) {
            return false; // "Smith signed an order that lifts the tariffs": done, and none of his words
        }
        return known(draft)
                || clause
                || draft.quotation != Quotation.INDIRECT
                || draft.confidence >= STRONG && !event(draft) && !counts(draft);
    }

    /** "Smith made the following comment:" has its content in the next paragraph. */
    private static boolean leadsIn(Draft draft) {
        return !draft.source.isEmpty() && draft.line.is(draft.line.size() - 1, ":");
    }

    /** "did not say whether", "declined to comment", "asked not to be named": nothing is told. */
    boolean refuses(Draft draft) {
        if (draft.content.isEmpty()) {
            return false;
        }
        Line line = draft.line;
        int first = Speakers.indexAt(line, draft.content.get(0).start());
        int end = Speakers.indexAt(line, draft.cueSpans.get(0).end() - 1);
        if (line.is(end, "by") && line.is(end - 1, "quoted", "cited")) {
            return true; // "was quoted by the paper as saying": the paper carries, it does not say
        }
        int open = line.is(first, "not") ? first + 1 : first;
        if (line.is(open, "to") && line.is(open + 1, "be") && line.is(open + 2, "named", "identified", "quoted")) {
            return true; // "asked not to be named", "did not want to be named"
        }
        if (line.is(end, "claimed", "claims", "claiming")
                && line.is(first, "responsibility", "credit", "victory")
                && line.end(first) >= draft.content.get(0).end()) {
            return true;
        }
        int from = Speakers.indexAt(line, draft.cueSpans.get(0).start());
        boolean not = false;
        boolean answers = false;
        boolean unsaid = SAYING.contains(line.lemma(end)) && draft.quotation == Quotation.INDIRECT;
        for (int i = from; i <= end; i++) {
            not |= line.is(i, "not", "n't", "never", "declined", "refused", "nor", "yet");
            answers |= ANSWERS.contains(line.word(i));
        }
        answers |= line.is(first, "to") && ANSWERS.contains(line.word(first + 1)); // "declined to comment"
        return not && (answers || QUESTIONS.contains(line.word(first)) || draft.object || unsaid);
    }

    /** "China is likely to view", "he might argue": what is said is no more than possible. */
    private static boolean hedged(Draft draft) {
        Line line = draft.line;
        Span cue = draft.cueSpans.get(0);
        for (int i = Speakers.indexAt(line, cue.start()); i < line.size() && line.start(i) < cue.end(); i++) {
            boolean may = line.tagged(i, "AUX", "VERB") && MODALS.contains(line.word(i));
            if (may || line.is(i, "likely", "unlikely", "appears", "appear", "seems", "seem", "seemed", "appeared")) {
                return true;
            }
        }
        return false;
    }

    private static boolean obliged(Draft draft) {
        Line line = draft.line;
        int from = Speakers.indexAt(line, draft.cueSpans.get(0).start());
        return draft.quotation == Quotation.INDIRECT && line.is(from, "must", "should", "shall");
    }

    /** "if the leaders push for", "should the senate reject": the outlet's own supposing. */
    static boolean supposed(Draft draft) {
        Line line = draft.line;
        int from = Speakers.indexAt(line, draft.cueSpans.get(0).start());
        int first = draft.source.isEmpty()
                ? from
                : Math.min(from, Speakers.indexAt(line, draft.source.get(0).start()));
        for (int i = first - 1; i >= Math.max(0, first - 2); i--) {
            if (line.is(i, "if", "should", "unless", "whether", "were", "had") && !line.quoted(i)) {
                return true;
            }
            if (line.mark(i)) {
                return false;
            }
        }
        return false;
    }

    /** "by offering a deal", "Asked who pays, she said": somebody does, but who does not stand here. */
    private static boolean nobody(Draft draft) {
        int last = Speakers.indexAt(draft.line, draft.cueSpans.get(0).end() - 1);
        return draft.source.isEmpty()
                && draft.quotation == Quotation.INDIRECT
                && draft.line.tagged(last, "VERB")
                && (draft.line.word(last).endsWith("ing") || draft.line.is(last, "asked", "pressed", "questioned"));
    }

    /** "has extended an offer", "dropped a plan": an act that the outlet tells itself. */
    private boolean offers(Draft draft) {
        Line line = draft.line;
        Span cue = draft.cueSpans.get(0);
        boolean verb = false;
        boolean act = false;
        for (int i = Speakers.indexAt(line, cue.start()); i < line.size() && line.start(i) < cue.end(); i++) {
            verb |= line.tagged(i, "VERB") && lexicon.verb(line.lemma(i)).isEmpty();
            act |= line.tagged(i, "NOUN") && lexicon.actOfNoun(line.lemma(i)).isPresent();
        }
        return verb && act;
    }

    /** "MAYOR DUNMORE: We knew": a name speaks, where "Q:" and "Transcript:" only head what follows. */
    private static boolean speaks(Draft draft) {
        if (draft.source.isEmpty()) {
            return false;
        }
        Line line = draft.line;
        Span source = draft.source.get(0);
        int last = Speakers.indexAt(line, source.end() - 1);
        boolean named = line.name(last)
                .filter(m -> m.type() != NameType.LOCATION && m.type() != NameType.MISC)
                .isPresent();
        boolean heads = last == 0 && LABELS.contains(line.lemma(last)); // "Poll: Voters turn away"
        return source.length() > 2 && (named || heads) && !title(draft);
    }

    /** "Jane Smith: 'The Long Road' at the Tate was …": a work and what is thought of it. */
    private static boolean title(Draft draft) {
        Line line = draft.line;
        int open = Speakers.indexAt(line, draft.cueSpans.get(0).end() - 1) + 1;
        return line.quoteMark(open)
                && line.quote(open)
                        .filter(q -> draft.content.get(draft.content.size() - 1).end()
                                > q.outer().end() + 2)
                        .isPresent();
    }

    /** "these insights encourage exercise", "whose feud threatened to": a mere thing says no more than a clause. */
    private boolean thing(Draft draft) {
        if (draft.source.isEmpty() || draft.quotation != Quotation.INDIRECT) {
            return false;
        }
        Line line = draft.line;
        int first = Speakers.indexAt(line, draft.source.get(0).start());
        int head = Phrases.baseEndOf(line, first) - 1;
        return head >= first
                && line.tagged(head, "NOUN")
                && !line.capital(head)
                && line.name(head).isEmpty()
                && lexicon.speaker(line.lemma(head)).isEmpty()
                && !lexicon.isRole(line.word(head))
                && !PERSON.matcher(line.lemma(head)).find();
    }

    private boolean acts(Draft draft) {
        Line line = draft.line;
        Span cue = draft.cueSpans.get(0);
        for (int i = Speakers.indexAt(line, cue.start()); i < line.size() && line.start(i) < cue.end(); i++) {
            if (line.tagged(i, "VERB") && lexicon.actOfVerb(line.lemma(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name stands in the source: what somebody did must not become what he says. */
    static boolean named(Draft draft) {
        Line line = draft.line;
        return draft.source.stream().anyMatch(span -> {
            for (int i = Speakers.indexAt(line, span.start()); i < line.size() && line.start(i) < span.end(); i++) {
                if (line.name(i).isPresent()) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Whether a conjunction opens what is told. */
    private static boolean opened(Draft draft) {
        int first = Speakers.indexAt(draft.line, draft.content.get(0).start());
        return draft.quotation != Quotation.INDIRECT
                || draft.line.is(first, "that")
                || QUESTIONS.contains(draft.line.word(first));
    }

    /** "halved the number of attacks in 38% of patients": with a figure in it a mere thing is what happened. */
    private static boolean counts(Draft draft) {
        return draft.content.stream()
                .anyMatch(span -> !draft.line.quantities(span).isEmpty());
    }

    /** Whether the cue tells what was done ("has approved") and not what was said. */
    private boolean event(Draft draft) {
        Line line = draft.line;
        Span cue = draft.cueSpans.get(0);
        for (int i = Speakers.indexAt(line, cue.start()); i < line.size() && line.start(i) < cue.end(); i++) {
            if (line.tagged(i, "VERB")
                    && lexicon.isEvent(line.lemma(i))
                    && lexicon.verb(line.lemma(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody says it, by a verb of speech. */
    boolean says(Draft draft) {
        int last = Speakers.indexAt(draft.line, draft.cueSpans.get(0).end() - 1);
        return !draft.source.isEmpty()
                && lexicon.verb(draft.line.lemma(last))
                        .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.QUESTION)
                        .isPresent();
    }

    /** Whether the cue is one that our lists know to make reports. */
    private boolean known(Draft draft) {
        Line line = draft.line;
        Span cue = draft.cueSpans.get(0);
        for (int i = Speakers.indexAt(line, cue.start()); i < line.size() && line.start(i) < cue.end(); i++) {
            String lemma = line.lemma(i);
            boolean found = lexicon.verb(lemma).isPresent()
                    || lexicon.verb(lemma + "_" + line.word(i + 1)).isPresent()
                    || lexicon.noun(lemma).isPresent()
                    || lexicon.isHearsay(line.word(i))
                    || line.is(i, "according", "per");
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Whether the content is a clause, and no mere thing. */
    private boolean clause(Draft draft) {
        for (Span span : draft.content) {
            for (Line line : lines.over(draft.line, span)) {
                int first = Math.max(0, Speakers.indexAt(line, Math.max(span.start(), line.start(0))));
                if (OPENERS.contains(line.word(first))) {
                    return true;
                }
                for (int i = first; i < line.size() && line.start(i) < span.end(); i++) {
                    if (finite(line, i, first)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean finite(Line line, int i, int first) {
        if (line.tagged(i, "AUX") && i > first) {
            return true;
        }
        boolean participle = line.word(i).endsWith("ing")
                || line.word(i).endsWith("ed")
                || line.word(i).endsWith("en");
        return line.tagged(i, "VERB")
                && i > first
                && !line.is(i - 1, "to")
                && (!participle
                        || line.tagged(i - 1, "PRON", "PROPN") && !line.word(i).endsWith("ing"));
    }
}
