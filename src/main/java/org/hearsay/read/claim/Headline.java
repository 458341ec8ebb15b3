package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hearsay.read.article.Block;
import org.hearsay.read.language.NameType;

/**
 * What a headline or stand-first says that somebody said: "Minister: X", "X, says Y", "Y denies X". Only where its words are
 * written as in a sentence: with a capital on every word nobody can tell names from words.
 */
final class Headline {
    private static final int FEWEST_WORDS = 5;
    private static final double SURE = 0.6;

    private final Lexicon lexicon;

    Headline(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @param reports finds the reports of a line of running text */
    List<Draft> find(Line line, Function<Line, List<Draft>> reports) {
        int last = line.size() - 1;
        if (line.size() < FEWEST_WORDS || line.size() > ClaimFinder.LONGEST_LINE || line.is(last, "?")) {
            return List.of();
        }
        Optional<Draft> label = label(line);
        if (label.isPresent()) {
            return List.of(label.get());
        }
        if (titled(line)) {
            return List.of();
        }
        List<Draft> found = reports.apply(line).stream().filter(this::told).toList();
        found.forEach(d -> d.confidence = Math.min(d.confidence, SURE));
        return found;
    }

    /** The same where only its label tells who speaks. */
    List<Draft> labelled(Line line) {
        boolean fits = line.size() >= FEWEST_WORDS && line.size() <= ClaimFinder.LONGEST_LINE;
        return fits ? label(line).stream().toList() : List.of();
    }

    /** A heading, or the first line of a text that has none there: a line of its own that no stop ends. */
    static boolean is(Line line) {
        List<Block> blocks = line.reading().article().blocks();
        int block = line.sentence().block();
        boolean alone =
                block == 0 && line.sentence().span().equals(blocks.get(0).span());
        return blocks.get(block) instanceof Block.Heading
                || alone
                        && line.size() > 1
                        && !line.is(line.size() - 1, ".", "!", "?", ":", ";", "\u2026")
                        && !line.quoteMark(line.size() - 1);
    }

    /** Speech and denial of somebody who is named there, or who can speak; "Rivals say no" and "what to know" are none. */
    private boolean told(Draft draft) {
        boolean says = draft.cue
                .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.DENIAL)
                .isPresent();
        if (!says || draft.source.isEmpty() || draft.content.isEmpty() || draft.object && !denies(draft)) {
            return false;
        }
        Line line = draft.line;
        int from = Speakers.indexAt(line, draft.source.get(0).start());
        int to = Speakers.indexAt(line, draft.source.get(0).end() - 1);
        int head = Phrases.baseEndOf(line, from) - 1;
        boolean speaker = head >= from
                && head <= to
                && (line.name(head).filter(m -> m.type() != NameType.MISC).isPresent()
                        || lexicon.speaker(line.lemma(head)).isPresent());
        return speaker && !line.tagged(from, "PRON");
    }

    private static boolean denies(Draft draft) {
        return draft.cue.filter(c -> c.lemma().equals("deny")).isPresent();
    }

    /** "Minister: the bridge is unsafe", "Jane Smith: the bridge is unsafe". */
    private Optional<Draft> label(Line line) {
        int colon = 1;
        while (colon < Math.min(line.size(), 5) && !line.is(colon, ":")) {
            colon++;
        }
        if (!line.is(colon, ":") || line.quoteMark(colon + 1) || line.is(colon + 1, "how", "why", "what", "who")) {
            return Optional.empty();
        }
        boolean person =
                line.name(0).filter(m -> m.type() == NameType.PERSON).isPresent() && line.sameName(0, colon - 1);
        boolean role = colon == 1
                && (line.is(0, "poll", "study", "survey", "report", "inquiry")
                        || lexicon.speaker(line.lemma(0))
                                .filter(s -> s == Lexicon.Speaker.KNOWN || s == Lexicon.Speaker.PERSON)
                                .isPresent());
        int end = line.size();
        while (end > colon && line.mark(end - 1) && !line.is(end - 1, ")", "%", "$")) {
            end--;
        }
        boolean clause = false;
        for (int i = colon + 2; i < end; i++) {
            clause |= line.verbal(i) && !line.word(i).endsWith("ing") && !line.is(i - 1, "to");
        }
        boolean first = line.is(colon + 1, "i", "we", "my", "our");
        if (!person && !role || !clause || first || !Phrases.opens(line, colon + 1)) {
            return Optional.empty();
        }
        Draft draft = new Draft(line, "headline label", SURE);
        draft.source.add(line.span(0, colon));
        draft.cueSpans.add(line.span(colon, colon + 1));
        draft.content.add(line.span(colon + 1, end));
        return Optional.of(draft);
    }

    /** Whether most words that are no names bear a capital. */
    private static boolean titled(Line line) {
        String text = line.reading().article().text();
        int words = 0;
        int capitals = 0;
        for (int i = 1; i < line.size(); i++) {
            char first = text.charAt(line.start(i));
            if (Character.isLetter(first) && line.word(i).length() > 3) {
                words++;
                capitals += Character.isUpperCase(first) ? 1 : 0;
            }
        }
        return capitals * 2 > words;
    }
}
