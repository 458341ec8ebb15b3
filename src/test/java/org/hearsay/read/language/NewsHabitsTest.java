package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each line has the types that a model gave its words in brackets, and those that the habits of newspapers make of them. */
class NewsHabitsTest {
    private static final NewsHabits HABITS = new NewsHabits(knowledge());

    private static WordKnowledge knowledge() {
        try {
            return NameModel.load(FullTexts.FILES).knowledge();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** @param given of each name its words and type, as "LOCATION Perm" */
    private static List<String> heeded(String text, String... given) {
        List<Sentence> sentences = Texts.read(text).sentences();
        List<Name> names = Arrays.stream(given)
                .flatMap(name -> named(name.substring(name.indexOf(' ') + 1), sentences)
                        .map(at -> at.as(NameType.valueOf(name.substring(0, name.indexOf(' '))))))
                .sorted()
                .toList();
        return HABITS.heeded(names, sentences).stream()
                .map(name -> name.type() + " " + name.text(sentences))
                .toList();
    }

    private static java.util.stream.Stream<Name> named(String words, List<Sentence> sentences) {
        for (int s = 0; s < sentences.size(); s++) {
            for (int from = 0; from < sentences.get(s).tokens().size(); from++) {
                for (int to = from + 1; to <= sentences.get(s).tokens().size(); to++) {
                    Name name = new Name(s, from, to, NameType.MISC);
                    if (name.text(sentences).equals(words)) {
                        return java.util.stream.Stream.of(name);
                    }
                }
            }
        }
        throw new AssertionError(words + " is not in the text");
    }

    @Test
    void aDatelineHoldsPlacesAndWhoReports() {
        assertThat(heeded(
                        "PERM, Russia (Meridian) - A fire stopped work at a plant of Acme on Tuesday night.",
                        "ORGANIZATION PERM",
                        "LOCATION Russia",
                        "LOCATION Meridian",
                        "LOCATION Acme"))
                .containsExactly("LOCATION PERM", "LOCATION Russia", "ORGANIZATION Meridian", "LOCATION Acme");
        assertThat(heeded("HARLOW, Ohio -- Investigators combed the ruins of a hotel.", "PERSON HARLOW"))
                .containsExactly("LOCATION HARLOW");
    }

    @Test
    void whoSpeaksInAnInterviewIsNoPlace() {
        assertThat(heeded("MARSH - We will not sign, whatever they offer us.", "PERSON MARSH"))
                .containsExactly("PERSON MARSH");
    }

    @Test
    void aFirstNameThatIsAWholeLineIsAPerson() {
        assertThat(heeded("Please call me when you can.\nPhillip", "LOCATION Phillip"))
                .containsExactly("PERSON Phillip");
        assertThat(heeded("He lives near Phillip, a village.", "LOCATION Phillip"))
                .containsExactly("LOCATION Phillip");
    }

    @Test
    void theWordThatEndsABodysNameBelongsToIt() {
        assertThat(heeded("The Labour Party will choose her successor by June.", "ORGANIZATION Labour"))
                .containsExactly("ORGANIZATION Labour Party");
        assertThat(heeded("What We Know About The Harlow Party", "LOCATION Harlow"))
                .containsExactly("LOCATION Harlow");
    }
}
