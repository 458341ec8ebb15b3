package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Block;
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
    private final Hedges hedges;

    Stances(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.hedges = new Hedges(lexicon);
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
        stance = stronger(stance, cueHedge(draft));
        boolean unbound =
                stance != Stance.PROPOSED && stance != Stance.PLANNED; // an offer "but only if" is an offer still
        if (unbound && draft.quotation != Quotation.DIRECT && conditionBeside(draft)) {
            stance = stronger(stance, Stance.CONDITIONAL);
        }
        boolean offered = stance == Stance.PROPOSED && !draft.cueSpans.isEmpty();
        stance = stance == Stance.ASSERTED ? leadIn(draft.line, lines) : stance;
        boolean backshifted = draft.pastCue && draft.quotation != Quotation.DIRECT;
        int questions = 0;
        int statements = 0;
        for (Span span : draft.content) {
            for (Line line : lines.over(draft.line, span)) {
                Stance here = asks(line, span) ? Stance.ASKED : of(line, span, backshifted, draft.proposal >= 0);
                if (here == Stance.ASKED) {
                    questions++;
                } else {
                    statements++;
                    boolean aside = statements > 1
                            && draft.quotation == Quotation.DIRECT
                            && (here == Stance.PLANNED || here == Stance.PROPOSED);
                    // an offer "on condition that" is an offer still; what a speech wants besides makes no wish of it
                    stance = offered || aside ? stance : stronger(stance, here);
                }
            }
        }
        // a question in a long speech asks only if little else is said
        return questions > (draft.quotation == Quotation.DIRECT ? statements : 0) ? Stance.ASKED : stance;
    }

    /** "The plan would:", "The union demands:": how surely the line before a list says its items; asserted elsewhere. */
    private Stance leadIn(Line line, Lines lines) {
        int block = line.sentence().block();
        while (block > 0 && lines.block(block) instanceof Block.Item) {
            block--;
        }
        List<Line> before = block == line.sentence().block() ? List.of() : lines.ofBlock(block);
        if (before.isEmpty()) {
            return Stance.ASSERTED;
        }
        Line lead = before.get(before.size() - 1);
        if (!lead.is(lead.size() - 1, ":")) {
            return Stance.ASSERTED;
        }
        boolean subject = lead.is(0, "if", "unless") || lead.is(0, "subject") && lead.is(1, "to");
        Stance strongest =
                subject ? Stance.CONDITIONAL : of(lead, lead.sentence().span(), false);
        for (int i = 0; i < lead.size(); i++) {
            Optional<Cue> cue = lead.tagged(i, "VERB") ? lexicon.verb(lead.lemma(i)) : Optional.empty();
            boolean wants = cue.filter(c -> c.kind() == Cue.Kind.DEMAND || c.kind() == Cue.Kind.OFFER)
                    .isPresent();
            boolean named = lead.tagged(i, "NOUN") && lead.is(i, "demands", "proposals", "recommendations", "offer");
            strongest = wants || named ? stronger(strongest, Stance.PROPOSED) : strongest;
        }
        return strongest == Stance.ASKED ? Stance.ASSERTED : strongest;
    }

    /** Whether the words of {@code span} in a line end with a question mark. */
    private static boolean asks(Line line, Span span) {
        Span sentence = line.sentence().span();
        int start = Math.max(span.start(), sentence.start());
        int end = Math.min(span.end(), sentence.end());
        return start < end && line.words(new Span(start, end)).endsWith("?");
    }

    /** "is set [to close]", "may have said": what weakens the report itself; its "would" is only polite. */
    private Stance cueHedge(Draft draft) {
        Stance strongest = Stance.ASSERTED;
        for (Span cue : draft.cueSpans) {
            Line line = draft.line;
            int from = Speakers.indexAt(line, cue.start());
            for (int i = from; i < line.size() && line.start(i) < cue.end(); i++) {
                boolean hearsay = line.tagged(i, "ADV"); // "reportedly" tells that others say it
                Optional<Stance> hedge = hearsay ? Optional.empty() : hedges.listed(line, i, false);
                strongest = stronger(
                        strongest, hedge.filter(s -> s != Stance.CONDITIONAL).orElse(Stance.ASSERTED));
            }
        }
        return strongest;
    }

    /** "[the plant closes], he said, if the tax rises": the condition of words that were cut off before it or behind it. */
    private static boolean conditionBeside(Draft draft) {
        Line line = draft.line;
        int next = Speakers.indexAt(
                line, draft.content.get(draft.content.size() - 1).end());
        next += line.is(next, ",") ? 1 : 0;
        next += line.is(next, "but") ? 1 : 0;
        next += line.is(next, "only", "even") ? 1 : 0;
        if (line.is(next, "if", "unless", "provided", "assuming") && !line.quoted(next)) {
            return !line.is(next + 1, "any", "not", "only");
        }
        int first = draft.content.get(0).start();
        int at = Speakers.indexAt(line, first);
        boolean told = draft.cueSpans.stream().anyMatch(cue -> cue.start() < first);
        int body = line.body();
        boolean fronted = line.is(body, "if", "unless") || line.is(body, "should") && Phrases.opens(line, body + 1);
        return at > body && !told && fronted && line.is(at - 1, ",") && !line.quoted(body);
    }

    /**
     * The stance of the words of {@code span} in {@code line}.
     *
     * @param backshifted whether a past cue stands before: its "would" is a "will" of then
     */
    Stance of(Line line, Span span, boolean backshifted) {
        return of(line, span, backshifted, true);
    }

    /** @param proposes whether the words tell of a proposal, so that an "offer" among them is one */
    private Stance of(Line line, Span span, boolean backshifted, boolean proposes) {
        if (span.end() >= line.sentence().span().end() - 1 && line.is(line.size() - 1, "?")) {
            return Stance.ASKED;
        }
        Scope scope = new Scope(line);
        Stance strongest = Stance.ASSERTED;
        boolean ifs = false;
        boolean would = false;
        boolean supposed = false;
        boolean orders = false;
        boolean first = true;
        for (int i = 0; i < line.size(); i++) {
            if (line.start(i) < span.start() || line.start(i) >= span.end()) {
                continue;
            }
            if (first && line.is(i, "that")) {
                continue; // the clause begins behind it
            }
            if (first && opensQuestion(line, i)) {
                return Stance.ASKED;
            }
            ifs |= inverted(line, i, first, would);
            orders |= first && line.tagged(i, "VERB") && line.lemma(i).equals(line.word(i));
            supposed |= supposes(line, i, first) || orders && line.is(i, "and", "or") && Phrases.opens(line, i + 1);
            scope.read(i);
            first = false;
            boolean ofThing = scope.restricts() && line.is(i, "if") && strongest == Stance.ASSERTED && !would;
            Optional<Stance> hedge = scope.inside() && !ofThing ? hedges.at(line, i, backshifted) : Optional.empty();
            if (hedge.isEmpty()) {
                continue;
            }
            if (line.is(i, "would", "wouldn't", "'d")) {
                would = true;
                supposed |= line.is(i + 1, "have") && line.tagged(i + 2, "VERB", "AUX") || wishes(line, i + 1);
            } else if (hedge.get() == Stance.CONDITIONAL) {
                ifs = true;
            } else {
                strongest = stronger(strongest, hedge.get());
            }
        }
        if (!scope.relative()) {
            strongest = stronger(strongest, mainVerb(line, span, proposes));
        }
        boolean foreseen = supposed && strongest == Stance.FORECAST; // "without aid the clinic will close"
        if (ifs || foreseen || would && (!backshifted || supposed)) {
            return stronger(strongest, Stance.CONDITIONAL);
        }
        return would ? stronger(strongest, Stance.FORECAST) : strongest;
    }

    /** "whether it pays?", as the line ends with its question mark. */
    private static boolean opensQuestion(Line line, int i) {
        return line.is(i, "whether", "if", "who", "why", "how", "what") && line.is(line.size() - 1, "?");
    }

    /** "should it fail, …", "would have fallen had the bank stood still": an "if" by the order of the words alone. */
    private static boolean inverted(Line line, int i, boolean first, boolean would) {
        boolean fronted = first && line.is(i, "should", "were", "had") && Phrases.opens(line, i + 1);
        boolean behind = would
                && line.is(i, "had", "were")
                && Phrases.opens(line, i + 1)
                && !Phrases.subjectPronoun(line, i - 1)
                && !line.tagged(i - 1, "NOUN", "PROPN", "PRON");
        boolean parted = line.is(i, ",") && line.is(i + 1, "should") && Phrases.opens(line, i + 2);
        return fronted || behind || parted;
    }

    /** "any such contract", "without aid", "failing that", "or else": what comes of it is told of a case only. */
    private static boolean supposes(Line line, int i, boolean first) {
        boolean opens = first || line.is(i - 1, ",");
        return switch (line.word(i)) {
            case "any" -> first;
            case "without", "failing", "barring", "depending", "otherwise", "once" -> opens;
            case "subject", "but" -> opens && line.is(i + 1, "to", "for");
            case "on" -> line.is(i + 1, "condition");
            case "or" -> line.is(i + 1, "else");
            default -> false;
        };
    }

    /** "would rather wait", "would like", "would be wrong to": no "will" of then, whatever stands before. */
    private static boolean wishes(Line line, int i) {
        return line.is(i, "rather", "sooner", "prefer", "like", "love", "hate", "welcome")
                || line.is(i, "be") && line.tagged(i + 1, "ADJ") && line.is(i + 2, "to", "if");
    }

    /** "it wants the lot settled", "I want three million": what the speaker would have done by others. */
    private static boolean wanted(Line line, int i) {
        return line.is(i, "want", "wants") && Phrases.opens(line, i + 1) && line.is(i - 1, "i", "we", "it");
    }

    /** "he expected them to sign", "the minister still intended to": the clause's own verb is a forecast or a plan. */
    private Stance mainVerb(Line line, Span span, boolean proposes) {
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
            if (wanted(line, i)) {
                return Stance.PLANNED;
            }
            boolean mine = line.is(i - 1, "i", "we") || line.tagged(i - 1, "ADV") && line.is(i - 2, "i", "we");
            if (cue.flatMap(Cue::stance).equals(Optional.of(Stance.PROPOSED)) && !proposes && !mine) {
                return Stance.ASSERTED; // "he was offered a bacon roll", "had recommended rejection": it was done
            }
            boolean takes = cue.isPresent() && (line.is(i + 1, "to") || !will && Phrases.opens(line, i + 1));
            return takes ? cue.get().stance().filter(s -> s != Stance.ASKED).orElse(Stance.ASSERTED) : Stance.ASSERTED;
        }
        return Stance.ASSERTED;
    }
}
