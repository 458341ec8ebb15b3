package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Putin’s proposal isn't new. | Putin 's proposal is n't new .",
                "They cannot pay $1.2bn (or 60%) now. | They can not pay $ 1.2 bn ( or 60 % ) now .",
                "The rare-earth deal—a first—was signed. | The rare-earth deal - a first - was signed .",
                "\"We won,\" he said. | \" We won , \" he said .",
                "It cost US$3m, €4 million and 5km of road. | It cost US$ 3 m , € 4 million and 5 km of road .",
                "The F-35 and AT&T stayed in the U.S. | The F-35 and AT&T stayed in the U.S.",
                "The workers' union met at 3 p.m. on Monday. | The workers ' union met at 3 p.m. on Monday ."
            })
    void cutsWordsAsNewspapersWriteThem(String text, String tokens) {
        assertThat(String.join(" ", Texts.tokens(text))).isEqualTo(tokens);
    }

    @Test
    void tokensCarryTagsAndLemmas() {
        Reading reading = Texts.read("The ministers said they were building two factories.");
        assertThat(reading.sentences().get(0).tokens())
                .extracting(Token::text, Token::tag, Token::lemma)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("ministers", "NOUN", "minister"),
                        org.assertj.core.groups.Tuple.tuple("said", "VERB", "say"),
                        org.assertj.core.groups.Tuple.tuple("were", "AUX", "be"),
                        org.assertj.core.groups.Tuple.tuple("building", "VERB", "build"),
                        org.assertj.core.groups.Tuple.tuple("factories", "NOUN", "factory"));
    }
}
