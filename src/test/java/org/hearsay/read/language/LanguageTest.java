package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Der Minister sagte am Montag, dass die Gespräche in Berlin bald wieder aufgenommen werden, "
                        + "und nannte Anna Hill, Peter Berg und Karl Stein als Zeugen.",
                "Le ministre a déclaré lundi que les discussions reprendraient à Paris, en présence de Jean Roux, "
                        + "Anne Petit et Marc Blanc.",
                "El ministro dijo el lunes que las conversaciones se reanudarán pronto y que no ha habido ningún "
                        + "acuerdo entre Ana Ruiz, Juan Gil y Pedro Sanz.",
                "O ministro disse na segunda-feira que as conversas serão retomadas em breve, e a Ana Silva, o João "
                        + "Costa e a Maria Reis estavam presentes.",
                "De minister zei maandag dat de gesprekken in Den Haag binnenkort worden hervat en dat Jan de Wit er "
                        + "was, met Piet Bakker en Anna Visser.",
                "Il ministro ha detto lunedì che i colloqui riprenderanno presto a Roma, e che Anna Rossi, Mario Neri "
                        + "e Luca Verdi erano presenti."
            })
    void otherLanguagesAreNotEnglish(String text) {
        assertThat(Texts.read(text).english()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Talks to resume on Monday",
                "Other players of the team include Ana Ruiz, Jean Roux, Piet Bakker, Mario Neri, João Costa, Anna Visser, "
                        + "Karl Stein, Luca Verdi, Marc Blanc and Pedro Sanz.",
                "Oil fell by 3% on Monday."
            })
    void aListOfForeignNamesIsAsEnglishAsTheWordsBetween(String text) {
        assertThat(Texts.read(text).english()).isTrue();
    }
}
