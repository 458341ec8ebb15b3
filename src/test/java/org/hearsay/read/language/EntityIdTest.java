package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityIdTest {
    @ParameterizedTest
    @CsvSource({
        "organization:government-of-russia, Government of Russia",
        "organization:nato, NATO",
        "location:bosnia-and-herzegovina, Bosnia and Herzegovina",
        "organization:republic-of-altania, Republic of Altania",
        "organization:the-hill, The Hill",
        "person:vladimir-putin, Vladimir Putin",
        "person:ursula-von-der-leyen, Ursula Von Der Leyen"
    })
    void whatNoTextNamesIsSpelledAsTheListsHaveItOrByItsWords(String id, String words) {
        assertThat(new EntityId(id).words()).isEqualTo(words);
    }
}
