package org.hearsay.read.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Mention;

/**
 * What speaks for and against a report's telling somebody's words: "ordered a review" and "has agreed to pay" are acts, which
 * the outlet tells, "ordered them to leave, saying" is not. Each sign has a strength, mostly 1; a {@link StatementModel} weighs them.
 */
final class ReportSigns {
    private static final Set<String> OPENERS = Set.of("VERB", "NOUN", "PROPN", "ADJ", "NUM");

    private final Lines lines;
    private final Lexicon lexicon;

    ReportSigns(Lines lines, Lexicon lexicon) {
        this.lines = lines;
        this.lexicon = lexicon;
    }

    /** @param draft one with a cue and content, before its voices are known */
    Map<String, Double> of(Draft draft) {
        Map<String, Double> signs = new LinkedHashMap<>();
        Line line = draft.line;
        int from = Speakers.indexAt(line, draft.cueSpans.get(0).start());
        int last = Speakers.indexAt(line, draft.cueSpans.get(0).end() - 1);
        String source = source(draft, from, signs);
        String content = content(draft, from, signs);
        cue(draft, from, last, source, content, signs);
        Signs.set(signs, "quotation_" + draft.quotation, true);
        Signs.set(signs, "rule_" + draft.rule.split("[ ,]")[0], true);
        Signs.set(signs, "ruled", draft.rule.contains(","));
        Signs.set(signs, "object", draft.object);
        Signs.set(signs, "denied", draft.denied);
        Signs.set(signs, "softened", draft.softened);
        draft.stance.ifPresent(stance -> Signs.set(signs, "stance_" + stance, true));
        signs.put("sure", draft.confidence);
        place(line, signs);
        return signs;
    }

    /** @return what kind of speaker it is */
    private String source(Draft draft, int cue, Map<String, Double> signs) {
        if (draft.source.isEmpty()) {
            Signs.set(signs, "source_none", true);
            return "none";
        }
        Line line = draft.line;
        Span span = draft.source.get(0);
        int first = Speakers.indexAt(line, span.start());
        int last = Speakers.indexAt(line, span.end() - 1);
        int head = Math.min(last, Math.max(first, Phrases.baseEndOf(line, first) - 1));
        Optional<Mention> name = line.name(head);
        for (int i = first; i <= last && name.isEmpty(); i++) {
            name = line.name(i);
        }
        String kind = name.map(n -> n.type().name())
                .orElse(line.tagged(first, "PRON") && first == last ? "pronoun" : "described");
        Signs.set(signs, "source_" + kind, true);
        Signs.set(signs, "source_opens_" + line.word(first), line.tagged(first, "DET", "PRON"));
        Signs.set(signs, "source_head_" + line.lemma(head), line.name(head).isEmpty());
        lexicon.speaker(line.lemma(head)).ifPresent(s -> Signs.set(signs, "source_speaker_" + s, true));
        Signs.set(signs, "source_behind", first > cue);
        Signs.set(signs, "source_apart", first < cue && cue - last > 2);
        signs.put("source_size", Math.min(1, (last - first + 1) / 10.0));
        return kind;
    }

    /** @return how the content hangs on its cue */
    private String content(Draft draft, int cue, Map<String, Double> signs) {
        Line line = draft.line;
        Span span = draft.content.get(0);
        if (!line.sentence().span().overlaps(span)) {
            Signs.set(signs, "content_apart", true);
            return "apart";
        }
        int first = Speakers.indexAt(line, span.start());
        int end = Speakers.indexAt(line, span.end() - 1) + 1;
        String opens = OPENERS.contains(line.tag(first)) ? line.tag(first) : line.word(first);
        boolean before = first < cue;
        boolean verb = OwnClaims.mainVerb(line, first, end) >= 0;
        int to = -1;
        for (int i = first; i < end && to < 0; i++) {
            to = line.is(i, "to") && line.tagged(i + 1, "VERB", "AUX") ? i : to;
        }
        String kind = line.quoteMark(first) || line.quoted(first)
                ? "quoted"
                : before
                        ? "before"
                        : line.is(first, "that", "whether", "to", "for")
                                ? line.word(first)
                                : verb ? "clause" : to > 0 ? "object_to" : "phrase";
        Signs.set(signs, "content_" + kind, true);
        Signs.set(signs, "content_opens_" + opens, true);
        Signs.set(signs, "content_verb", verb);
        Signs.set(signs, "content_to", to >= 0);
        Signs.set(
                signs,
                "content_next",
                first == Speakers.indexAt(line, draft.cueSpans.get(0).end() - 1) + 1);
        boolean quotes = false;
        for (int i = first; i < end; i++) {
            quotes |= line.quoted(i);
        }
        Signs.set(signs, "content_quotes", quotes && !kind.equals("quoted"));
        int head = Phrases.baseEndOf(line, first) - 1;
        Signs.set(signs, "object_" + line.lemma(head), kind.equals("phrase") || kind.equals("object_to"));
        Signs.set(signs, "content_pieces", draft.content.size() > 1);
        signs.put("content_size", Math.min(1, (end - first) / 30.0));
        return kind;
    }

    private void cue(Draft draft, int from, int last, String source, String content, Map<String, Double> signs) {
        Line line = draft.line;
        int verb = -1;
        for (int i = from; i <= last; i++) {
            Signs.set(signs, "cue_" + line.lemma(i), true);
            Signs.set(signs, "cue_not", line.is(i, "not", "n't", "never"));
            verb = line.tagged(i, "VERB") ? i : verb;
        }
        int head = verb < 0 ? last : verb;
        String lemma = line.lemma(head);
        String tense = verb < 0 ? "none" : tense(line, from);
        Signs.set(signs, "head_" + lemma, true);
        Signs.set(signs, "head_" + lemma + "_" + content, true);
        Signs.set(signs, "head_" + lemma + "_" + tense, true);
        Signs.set(signs, "head_" + lemma + "_" + source, true);
        Signs.set(signs, "tense_" + tense, true);
        Signs.set(signs, "passive", verb > from && line.is(from, "was", "were", "is", "are", "been", "be"));
        Signs.set(signs, "last_" + line.word(last), true);
        Signs.set(signs, "last_" + line.tag(last), true);
        Signs.set(signs, "comma", line.is(from - 1, ","));
        Optional<Cue> known = draft.cue.or(() -> lexicon.verb(lemma));
        String kind = known.map(c -> c.kind().name()).orElse("unknown");
        Signs.set(signs, "kind_" + kind, true);
        Signs.set(signs, "kind_" + kind + "_" + content, true);
        Signs.set(signs, "kind_" + kind + "_" + source, true);
        Signs.set(signs, "kind_" + kind + "_" + tense, true);
        boolean act = lexicon.actOfVerb(lemma).isPresent();
        Signs.set(signs, "act", act);
        Signs.set(signs, "act_" + content, act);
        Signs.set(signs, "act_" + source, act);
        Signs.set(signs, "event", lexicon.isEvent(lemma));
        Signs.set(signs, "content_" + content + "_" + source, true);
    }

    private static String tense(Line line, int verb) {
        if (line.is(verb, "has", "have", "had", "'ve")) {
            return "perfect";
        }
        return TextSigns.past(line, verb) ? "past" : TextSigns.present(line, verb) ? "present" : "base";
    }

    /** Whether what its cue tells is over: "offered", "has asked". */
    static boolean past(Draft draft) {
        String tense = tense(
                draft.line, Speakers.indexAt(draft.line, draft.cueSpans.get(0).start()));
        return tense.equals("past") || tense.equals("perfect");
    }

    private void place(Line line, Map<String, Double> signs) {
        int block = line.sentence().block();
        Signs.set(signs, "item", lines.block(block) instanceof Block.Item);
        Signs.set(signs, "lead", block < 3);
        boolean quotes = false;
        for (int i = 0; i < line.size(); i++) {
            quotes |= line.quoteMark(i);
        }
        Signs.set(signs, "line_quotes", quotes);
    }
}
