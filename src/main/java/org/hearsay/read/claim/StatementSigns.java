package org.hearsay.read.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Block;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.Quantity;

/**
 * What speaks for and against a statement's being a claim: its subject, its verb and tense, what it measures and names, where
 * it stands, and the kind of text. Each sign has a strength, mostly 1; {@link StatementModel} weighs them.
 */
final class StatementSigns {
    private static final Set<String> SUBJECTS = Set.of(
            "he",
            "she",
            "it",
            "they",
            "this",
            "that",
            "these",
            "those",
            "there",
            "who",
            "which",
            "one",
            "some",
            "many",
            "others",
            "all",
            "none",
            "both",
            "few",
            "several",
            "most",
            "what",
            "everyone",
            "nobody",
            "someone",
            "anyone");
    private static final Set<String> MODALS =
            Set.of("would", "could", "may", "might", "will", "must", "can", "should", "shall", "'ll", "'d");
    private static final Set<String> OWNERS = Set.of("its", "his", "her", "their", "my", "our", "your");

    /** Whose verb's tense tells what happened from what is always so. */
    private static final List<String> TENSED =
            List.of("subject_named", "subject_plural", "subject_it", "subject_they", "subject_bare_plural");

    private final Lines lines;
    private final Lexicon lexicon;
    private final Map<String, Double> ofText;

    StatementSigns(Lines lines, Lexicon lexicon, List<Draft> reports) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.ofText = TextSigns.of(lines, reports);
    }

    /**
     * @param says whether a verb of saying is in it, though no rule could tell who says so
     * @param writer whether the reader or the writer is spoken of
     */
    Map<String, Double> of(Statement statement, boolean says, boolean writer) {
        Map<String, Double> signs = new LinkedHashMap<>(ofText);
        Signs.set(signs, "says", says);
        Signs.set(signs, "writer_speaks", writer);
        Signs.set(signs, "stance_" + statement.stance(), true);
        Signs.set(signs, "no_verb", statement.verb() < 0);
        if (statement.verb() >= 0) {
            subject(statement, signs);
            verb(statement, signs);
            tense(statement, signs);
        }
        words(statement, signs);
        measures(statement, signs);
        place(statement, signs);
        return signs;
    }

    private void subject(Statement statement, Map<String, Double> signs) {
        Line line = statement.line();
        int group = statement.group();
        int subject = statement.subject();
        Signs.set(signs, "subject_verb_first", statement.verb() == statement.from());
        if (subject < statement.from()) {
            Signs.set(signs, "subject_none", true);
            Signs.set(signs, "subject_none_" + line.tag(group - 1), true);
            return;
        }
        if (subject + 1 >= group && SUBJECTS.contains(line.word(subject))) {
            Signs.set(signs, "subject_" + line.word(subject), true);
            return;
        }
        for (int i = subject; i < group; i++) {
            Optional<Mention> name = line.name(i);
            Signs.set(signs, "subject_named", name.isPresent());
            name.ifPresent(n -> Signs.set(signs, "subject_name_" + n.type(), true));
        }
        Signs.set(signs, "subject_name_first", line.name(subject).isPresent());
        Signs.set(signs, "subject_long", group - subject > 6);
        int head = Phrases.baseEndOf(line, subject) - 1;
        Signs.set(signs, "subject_head_name", line.name(head).isPresent());
        if (head >= subject && line.name(head).isEmpty()) {
            head(line, subject, head, signs);
        }
    }

    private void head(Line line, int subject, int head, Map<String, Double> signs) {
        String lemma = line.lemma(head);
        boolean plural = line.tagged(head, "NOUN") && line.word(head).endsWith("s") && !lemma.endsWith("s");
        boolean determined = line.tagged(subject, "DET") || OWNERS.contains(line.word(subject));
        String opens = determined ? line.word(subject) : line.tagged(subject, "NUM") ? "number" : "bare";
        Signs.set(signs, "head_" + lemma, true);
        lexicon.speaker(lemma).ifPresent(kind -> Signs.set(signs, "subject_speaker_" + kind, true));
        Signs.set(signs, "subject_act", lexicon.actNamed(lemma).isPresent());
        Signs.set(signs, "subject_plural", plural);
        Signs.set(signs, "subject_opens_" + opens, true);
        Signs.set(signs, "subject_bare_plural", plural && opens.equals("bare"));
    }

    private void verb(Statement statement, Map<String, Double> signs) {
        Line line = statement.line();
        int verb = statement.verb();
        String lemma = line.lemma(verb);
        Signs.set(signs, "verb_" + lemma, true);
        boolean on = line.tagged(verb + 1, "ADP", "ADV", "PART")
                && line.word(verb + 1).length() < 6;
        Signs.set(signs, "verb_" + lemma + "_" + line.word(verb + 1), on);
        lexicon.verb(lemma).ifPresent(cue -> Signs.set(signs, "verb_cue_" + cue.kind(), true));
        Signs.set(signs, "verb_event", lexicon.isEvent(lemma));
        Signs.set(signs, "verb_act", lexicon.actOfVerb(lemma).isPresent());
        Signs.set(signs, "verb_status", lexicon.status(lemma).isPresent());
        Signs.set(signs, "verb_state", lexicon.isState(lemma));
        Signs.set(signs, "verb_outcome", lexicon.isOutcome(lemma));
        Signs.set(signs, "verb_holds", lexicon.holdsTerms(lemma));
        Signs.set(signs, "verb_binds", lexicon.bindsTerms(lemma));
        boolean is = line.tagged(verb, "AUX");
        Signs.set(signs, "verb_aux", is);
        Signs.set(signs, "verb_aux_then_" + line.tag(verb + 1), is);
    }

    private void tense(Statement statement, Map<String, Double> signs) {
        Line line = statement.line();
        int verb = statement.verb();
        int group = statement.group();
        int first = verb;
        for (int i = verb; i >= group; i--) {
            boolean modal = MODALS.contains(line.word(i));
            first = line.verbal(i) || modal ? i : first;
            Signs.set(signs, "negated", line.is(i, "not", "n't", "never", "no"));
            Signs.set(signs, "group_" + line.word(i), i < verb && line.tagged(i, "ADV"));
            Signs.set(signs, "modal_" + line.word(i), modal);
        }
        boolean past = TextSigns.past(line, first);
        boolean present = TextSigns.present(line, first);
        String tense = past ? "_past" : present ? "_present" : "_base";
        boolean perfect = line.is(first, "has", "have", "had", "'ve") && first < verb;
        boolean passive = verb > first
                && line.tagged(verb, "VERB")
                && line.is(verb - 1, "be", "been", "being", "was", "were", "is", "are")
                && !line.word(verb).endsWith("ing");
        Signs.set(signs, "tense" + tense, true);
        Signs.set(signs, "perfect", perfect);
        Signs.set(signs, "passive", passive);
        Signs.set(signs, "progressive", verb > first && line.word(verb).endsWith("ing"));
        Signs.set(signs, "event" + tense, signs.containsKey("verb_event"));
        for (String sign : TENSED) {
            Signs.set(signs, sign + tense, signs.containsKey(sign));
        }
        if (!past && !perfect) { // a habit, or news, as the text is
            signs.put("present_text_you", ofText.getOrDefault("text_you", 0.0));
            signs.put("present_text_past", ofText.getOrDefault("text_past", 0.0));
            signs.put("present_text_reports", ofText.getOrDefault("text_reports", 0.0));
        }
    }

    private void words(Statement statement, Map<String, Double> signs) {
        Line line = statement.line();
        int names = 0;
        int adjectives = 0;
        int verbs = 0;
        for (int i = statement.from(); i < statement.end(); i++) {
            Optional<Mention> name = i > 0 && line.sameName(i, i - 1) ? Optional.empty() : line.name(i);
            if (name.isPresent()) {
                names++;
                Signs.set(signs, "name_" + name.get().type(), true);
            }
            Signs.set(signs, "name_behind", line.name(i).isPresent() && i > statement.verb());
            adjectives += line.tagged(i, "ADJ") ? 1 : 0;
            verbs += line.tagged(i, "VERB") ? 1 : 0;
            String lemma = line.lemma(i);
            boolean noun = line.tagged(i, "NOUN");
            Signs.set(signs, "quoted", line.quoted(i));
            Signs.set(signs, "time", Phrases.isTime(line.word(i)));
            Signs.set(signs, "act_noun", lexicon.actNamed(lemma).isPresent());
            Signs.set(
                    signs,
                    "act_verb",
                    i != statement.verb()
                            && line.verbal(i)
                            && lexicon.actOfVerb(lemma).isPresent());
            Signs.set(signs, "you", line.is(i, "you", "your"));
            Signs.set(signs, "writer", line.is(i, "i", "we", "our", "my"));
            Signs.set(signs, "speaker", noun && lexicon.speaker(lemma).isPresent());
            Signs.set(signs, "word_" + line.word(i), line.tagged(i, "ADV", "SCONJ", "PRON", "INTJ", "CCONJ"));
            Signs.set(signs, "dash", line.is(i, "\u2014", "\u2013", "--", "-"));
            Signs.set(signs, "colon", line.is(i, ":"));
        }
        double size = statement.end() - statement.from();
        Signs.set(signs, "names_" + Math.min(3, names), true);
        signs.put("names_share", Math.min(1, 3 * names / size));
        signs.put("adjectives", 4 * adjectives / size);
        Signs.set(signs, "verbs_" + Math.min(3, verbs), true);
        Signs.set(
                signs,
                "size_" + (size < 6 ? 4 : size < 9 ? 6 : size < 13 ? 9 : size < 20 ? 13 : size < 30 ? 20 : 30),
                true);
    }

    private void measures(Statement statement, Map<String, Double> signs) {
        int measured = 0;
        for (Quantity quantity : statement.line().quantities(statement.span())) {
            Signs.set(signs, "quantity_" + quantity.kind(), true);
            if (TextSigns.weighs(quantity)) {
                measured++;
                double low = quantity.low().map(Number::doubleValue).orElse(0.0);
                double high = quantity.high().map(Number::doubleValue).orElse(0.0);
                Signs.set(signs, "quantity_of", quantity.of().isPresent());
                Signs.set(signs, "quantity_large", low >= 1000);
                Signs.set(signs, "quantity_few", high < 10);
            }
        }
        Signs.set(signs, "quantities_" + Math.min(2, measured), true);
        if (measured > 0) {
            signs.put("quantity_text_you", ofText.getOrDefault("text_you", 0.0));
        }
    }

    private void place(Statement statement, Map<String, Double> signs) {
        Line line = statement.line();
        int block = line.sentence().block();
        int from = statement.from();
        List<Line> ofBlock = lines.ofBlock(block);
        Signs.set(signs, "item", lines.block(block) instanceof Block.Item);
        Signs.set(signs, "first_of_block", ofBlock.get(0) == line);
        Signs.set(signs, "alone", ofBlock.size() == 1);
        Signs.set(signs, "lead", block < 3);
        signs.put("place", lines.indexOf(line) / Math.max(1.0, lines.all().size() - 1));
        Signs.set(signs, "start_" + line.tag(from), true);
        Signs.set(signs, "start_" + line.word(from), line.tagged(from, "SCONJ", "ADP", "CCONJ", "ADV"));
        Signs.set(signs, "mark_!", line.is(line.size() - 1, "!"));
        Signs.set(signs, "no_stop", !line.is(line.size() - 1, ".", "!"));
        Signs.set(signs, "whole", statement.end() >= line.size() - 1);
        lines.worth(line).ifPresent(worth -> {
            double share = Math.min(0.98, Math.max(0.02, worth));
            signs.put("worth", Math.log(share / (1 - share)) / 4);
            Signs.set(signs, "judged", true);
        });
    }
}
