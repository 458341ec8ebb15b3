package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.Test;

/** Reports as the encoder cuts them, "&lt;source&gt; [cue] {content}", and where they are cut after the correction. */
final class EdgesTest {
    @Test
    void whenAndWhereSomethingWasSaidIsNoPartOfItsCue() {
        assertThat(corrected("<Jane Smith> [said at a hearing] {that the bridge was safe}."))
                .isEqualTo("<Jane Smith> [said] at a hearing {that the bridge was safe}.");
        assertThat(corrected("<Jane Smith> [agreed with] {the plan}."))
                .isEqualTo("<Jane Smith> [agreed with] {the plan}.");
    }

    @Test
    void aCueDoesNotEndInAnArticle() {
        assertThat(corrected("<Jane Smith> [also welcomed the] {fact that the bridge was safe}."))
                .isEqualTo("<Jane Smith> [also welcomed] the {fact that the bridge was safe}.");
    }

    @Test
    void aSourceDoesNotEndInARelativePronounUnlessThatIsItsHead() {
        assertThat(corrected("\"{It is safe},\" [said] <Jane Smith, an engineer at the harbour, who> drove there."))
                .isEqualTo("\"{It is safe},\" [said] <Jane Smith, an engineer at the harbour>, who drove there.");
        assertThat(corrected("<Those who> [say] {it is safe} drove there."))
                .isEqualTo("<Those who> [say] {it is safe} drove there.");
    }

    @Test
    void aHoleInTheWordsOfOneSentenceIsFilled() {
        assertThat(corrected("{In} a winter without {snow the bridge is safe}, <Jane Smith> [argued]."))
                .isEqualTo("{In a winter without snow the bridge is safe}, <Jane Smith> [argued].");
        assertThat(corrected("{The bridge}, <Jane Smith> [argued], {is safe}."))
                .isEqualTo("{The bridge}, <Jane Smith> [argued], {is safe}.");
    }

    @Test
    void whatIsBehindAnAndBelongsToTheSecondVerbOfTheSameSource() {
        Line line = line("Jane Smith called for a review of the bridge, and also said that it was safe.");
        Draft called =
                draft(line, "<Jane Smith> [called for] {a review of the bridge, and also said that it was safe}.");
        Draft said = draft(line, "<Jane Smith> called for a review of the bridge, and also [said] {that it was safe}.");
        Edges.partJoined(List.of(called, said));
        assertThat(marked(called))
                .isEqualTo("<Jane Smith> [called for] {a review of the bridge}, and also said that it was safe.");
        assertThat(marked(said))
                .isEqualTo("<Jane Smith> called for a review of the bridge, and also [said] {that it was safe}.");
    }

    private static String corrected(String marked) {
        Draft draft = draft(line(marked.replaceAll("[<>\\[\\]{}]", "")), marked);
        Edges.correct(draft);
        return marked(draft);
    }

    private static Line line(String text) {
        return new Lines(Texts.reading(text, "PERSON Jane Smith"), new Lexicon())
                .all()
                .getFirst();
    }

    private static Draft draft(Line line, String marked) {
        Draft draft = new Draft(line, TaggedReports.RULE, 0.9);
        int start = 0;
        int at = 0;
        for (char c : marked.toCharArray()) {
            switch (c) {
                case '<', '[', '{' -> start = at;
                case '>' -> draft.source.add(new Span(start, at));
                case ']' -> draft.cueSpans.add(new Span(start, at));
                case '}' -> draft.content.add(new Span(start, at));
                default -> at++;
            }
        }
        return draft;
    }

    private static String marked(Draft draft) {
        StringBuilder marked = new StringBuilder(draft.line.reading().article().text());
        for (int at = marked.length(); at >= 0; at--) {
            marked.insert(at, marks(draft.source, "<", ">", at));
            marked.insert(at, marks(draft.cueSpans, "[", "]", at));
            marked.insert(at, marks(draft.content, "{", "}", at));
        }
        return marked.toString();
    }

    private static String marks(List<Span> spans, String open, String close, int at) {
        StringBuilder marks = new StringBuilder();
        for (Span span : spans) {
            marks.append(span.start() == at ? open : "").append(span.end() == at ? close : "");
        }
        return marks.toString();
    }
}
