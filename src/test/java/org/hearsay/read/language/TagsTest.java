package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "China accounts for nearly half of it. | accounts | VERB",
                "The bank opened two accounts for him. | accounts | NOUN",
                "Boreal, the state-owned miner, plans to triple its output. | plans | VERB",
                "He announced plans to leave. | plans | NOUN",
                "The Nordic Institute expects supply to fall. | expects | VERB",
                "Boreal shares fell on Friday. | fell | VERB",
                "Boreal shares fell on Friday. | shares | NOUN",
                "The plant belongs to Boreal and makes oxides. | Boreal | PROPN",
                "It sold 80 tonnes of separated oxides a year. | oxides | NOUN",
                "They saw a 3% rise in output. | rise | NOUN",
                "Its price rose. | Its | PRON"
            })
    void verbsAndNounsOfTheNewsAreToldApart(String text, String word, String tag) {
        assertThat(Texts.read(text).sentences().get(0).tokens())
                .filteredOn(token -> token.text().equals(word))
                .extracting(Token::tag)
                .containsExactly(tag);
    }
}
