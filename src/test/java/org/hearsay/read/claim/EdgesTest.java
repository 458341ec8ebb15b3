package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.Test;

/** Reports as the encoder cuts them, and where they are cut after the correction. */
final class EdgesTest {
    @Test
    void whenAndWhereSomethingWasSaidIsNoPartOfItsCue() {
        String text = "Jane Smith said at a hearing that the bridge was safe.";
        assertThat(corrected(text, "Jane Smith", "said at a hearing", "that the bridge was safe"))
                .containsExactly("Jane Smith", "said", "that the bridge was safe");
        assertThat(corrected("Jane Smith agreed with the plan.", "Jane Smith", "agreed with", "the plan"))
                .containsExactly("Jane Smith", "agreed with", "the plan");
    }

    @Test
    void aCueDoesNotEndInAnArticle() {
        String text = "Jane Smith also welcomed the fact that the bridge was safe.";
        assertThat(corrected(text, "Jane Smith", "also welcomed the", "the fact that the bridge was safe"))
                .containsExactly("Jane Smith", "also welcomed", "the fact that the bridge was safe");
    }

    @Test
    void aSourceDoesNotEndInARelativePronounUnlessThatIsItsHead() {
        String text = "\"It is safe,\" said Jane Smith, an engineer at the harbour, who drove there.";
        assertThat(corrected(text, "Jane Smith, an engineer at the harbour, who", "said", "It is safe"))
                .containsExactly("Jane Smith, an engineer at the harbour", "said", "It is safe");
        assertThat(corrected("Those who say it is safe drove there.", "Those who", "say", "it is safe"))
                .containsExactly("Those who", "say", "it is safe");
    }

    @Test
    void aHoleInTheWordsOfOneSentenceIsFilled() {
        String text = "In a winter without snow the bridge is safe, Jane Smith argued.";
        assertThat(corrected(text, "Jane Smith", "argued", "In", "snow the bridge is safe"))
                .containsExactly("Jane Smith", "argued", "In a winter without snow the bridge is safe");
        String around = "The bridge, Jane Smith argued, is safe.";
        assertThat(corrected(around, "Jane Smith", "argued", "The bridge", "is safe"))
                .containsExactly("Jane Smith", "argued", "The bridge", "is safe");
    }

    @Test
    void whatIsBehindAnAndBelongsToTheSecondVerbOfTheSameSource() {
        String text = "Jane Smith called for a review of the bridge, and also said that it was safe.";
        Draft called =
                draft(text, "Jane Smith", "called for", "a review of the bridge, and also said that it was safe");
        Draft said = draft(called.line, text, "Jane Smith", "said", "that it was safe");
        Edges.partJoined(List.of(called, said));
        assertThat(words(text, called)).containsExactly("Jane Smith", "called for", "a review of the bridge");
        assertThat(words(text, said)).containsExactly("Jane Smith", "said", "that it was safe");
    }

    /** Source, cue and contents after the correction. */
    private static List<String> corrected(String text, String source, String cue, String... content) {
        Draft draft = draft(text, source, cue, content);
        Edges.correct(draft);
        return words(text, draft);
    }

    private static Draft draft(String text, String source, String cue, String... content) {
        Lines lines = new Lines(Texts.reading(text, "PERSON Jane Smith"), new Lexicon());
        return draft(lines.all().getFirst(), text, source, cue, content);
    }

    private static Draft draft(Line line, String text, String source, String cue, String... content) {
        Draft draft = new Draft(line, TaggedReports.RULE, 0.9);
        draft.source.add(span(text, source));
        draft.cueSpans.add(span(text, cue));
        for (String piece : content) {
            draft.content.add(span(text, piece));
        }
        return draft;
    }

    private static List<String> words(String text, Draft draft) {
        return Stream.of(draft.source, draft.cueSpans, draft.content)
                .flatMap(List::stream)
                .map(s -> s.of(text))
                .toList();
    }

    private static Span span(String text, String words) {
        int start = text.indexOf(words);
        return new Span(start, start + words.length());
    }
}
