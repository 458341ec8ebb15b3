package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static List<String> names(Reading reading) {
        return reading.names().stream()
                .map(name -> name.type() + " " + reading.article().words(name.span()))
                .toList();
    }

    private static Entity entity(Reading reading, String id) {
        return reading.entities().stream()
                .filter(entity -> entity.id().text().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + reading.entities()));
    }

    @Test
    void titleAndRoleStandApartFromThePerson() {
        Reading reading = Texts.read("Russian President Vladimir Putin met reporters in Moscow on Monday.");
        assertThat(names(reading)).contains("PERSON Vladimir Putin", "LOCATION Moscow");
        assertThat(entity(reading, "person:vladimir-putin").role()).isEqualTo("Russian President");
    }

    @Test
    void aRoleAfterTheNameIsItsRoleToo() {
        Reading reading = Texts.read("John Smith, a spokesman for the ministry, said the talks had failed.");
        assertThat(entity(reading, "person:john-smith").role()).isEqualTo("spokesman for the ministry");
    }

    @Test
    void aSurnameIsTheOneFullNameThatEndsInIt() {
        Reading reading = Texts.read(
                "Prime Minister Theresa May spoke in London.\nLater Mrs. May left. Critics of May's plan stayed.");
        assertThat(entity(reading, "person:theresa-may").mentions()).hasSize(3);
    }

    @Test
    void aSurnameOfTwoPeopleStaysApart() {
        Reading reading = Texts.read("Bill Clinton and Hillary Clinton spoke in New York.\n"
                + "Reporters asked Clinton about the vote, but Clinton declined.");
        assertThat(reading.entities())
                .extracting(e -> e.id().text())
                .contains("person:bill-clinton", "person:hillary-clinton", "person:clinton");
    }

    @Test
    void anAcronymInBracketsIsTheNameBeforeIt() {
        Reading reading =
                Texts.read("The European Space Agency (ESA) said it would wait. Officials at ESA did not comment.");
        assertThat(entity(reading, "organization:european-space-agency").mentions())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Talks with the U.S. failed, officials in the United States said. | location:united-states",
                "Sources close to the Kremlin said so. | organization:government-of-russia",
                "The EU and the European Union agree. | organization:european-union"
            })
    void sureAliasesAreOneThing(String text, String id) {
        Reading reading = Texts.read(text);
        assertThat(entity(reading, id).mentions()).hasSize(reading.names().size());
    }

    @Test
    void anAdministrationIsABodyAndNotAPerson() {
        Reading reading = Texts.read(
                "The Biden administration met the offer with skepticism.\nPresident Joe Biden said nothing.");
        assertThat(names(reading)).containsExactly("ORGANIZATION Biden administration", "PERSON Joe Biden");
    }

    @Test
    void aHeadlineInCapitalsIsReadInTheCaseOfTheText() {
        Reading reading = Texts.read("PUTIN MEETS MACRON IN PARIS\n"
                + "Russian President Vladimir Putin met French President Emmanuel Macron in Paris on Friday,"
                + " officials said.");
        assertThat(names(reading)).startsWith("PERSON PUTIN");
        assertThat(reading.names()).extracting(Mention::type).contains(NameType.LOCATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Domestic Industry Development",
                "Geopolitical Shifts",
                "Key considerations",
                "Key Considerations: the price and the time of the delivery."
            })
    void theCapitalsOfAHeadingMakeNoName(String heading) {
        assertThat(Texts.read(heading).names()).isEmpty();
    }

    @Test
    void aCountryInALeadInIsOnlyTheCountry() {
        assertThat(names(Texts.read("U.S. Response: Caution prevailed in the capital of the country.")))
                .containsExactly("LOCATION U.S.");
    }

    @Test
    void twoCountriesWithAHyphenAreTwoNames() {
        assertThat(names(Texts.read("The Russia-U.S. talks began on Monday, officials in Moscow said.")))
                .containsExactly("LOCATION Russia", "LOCATION U.S.", "LOCATION Moscow");
        assertThat(names(Texts.read("Officials in Oslo said that the UK-U.S. pact was signed on Monday.")))
                .contains("LOCATION UK", "LOCATION U.S.");
    }

    @Test
    void aTitleBeforeASurnameAloneIsNotTheRoleOfAFullName() {
        Reading reading = Texts.read("President Clinton spoke on Monday, and Hillary Clinton listened to him.");
        assertThat(entity(reading, "person:hillary-clinton").role()).isEmpty();
    }
}
