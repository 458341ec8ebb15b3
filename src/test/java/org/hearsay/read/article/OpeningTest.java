package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final Pattern WORDS = Pattern.compile(
            "^(?:ba(?:d|g)c?|\\W*cab|dé[aé]|\\d b)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WHOLE = Pattern.compile("^(?:a.{0,3}b|c)\\W*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHIN = Pattern.compile("\\b(?:ab?c|dab)\\b", Pattern.CASE_INSENSITIVE);

    private static final Opening OPENS = Opening.of(WORDS);
    private static final Opening IS = Opening.of(WHOLE);
    private static final Opening OPENS_A_WORD = Opening.of(WITHIN);

    @Property(tries = 3_000)
    void itAnswersAsItsPatternDoes(
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'd') String small,
            @ForAll @StringLength(max = 4) @CharRange(from = ' ', to = 'é') String any) {
        for (String text : List.of(small, any, small + any, any + small, small + ' ' + any, any + ' ' + small)) {
            assertThat(OPENS.opens(text)).isEqualTo(WORDS.matcher(text).find());
            assertThat(IS.is(text)).isEqualTo(WHOLE.matcher(text).matches());
            assertThat(OPENS_A_WORD.opensAWord(text))
                    .isEqualTo(WITHIN.matcher(text).find());
        }
    }

    @Test
    void linesOfEveryBeginningAreToldApart() {
        assertThat(Furniture.is("Read more: the harvest")).isTrue();
        assertThat(Furniture.is("READ NEXT")).isTrue();
        assertThat(Furniture.is("Reading was his joy, he said.")).isFalse();
        assertThat(Furniture.is("À lire aussi : la moisson")).isTrue();
        assertThat(Furniture.is("The barn at night (Photo: Ada Mill)")).isTrue();
        assertThat(Furniture.is("The barn at night. Getty Images")).isTrue();
        assertThat(Furniture.ends("3 comments on the barn")).isTrue();
        assertThat(Furniture.invites("It costs nothing to get our free weekly newsletter."))
                .isTrue();
        assertThat(Furniture.invites("… Subscribe")).isTrue();
        assertThat(Layout.introduces("The farms are")).isTrue();
        assertThat(Layout.introduces("He named the following three.")).isTrue();
        assertThat(Layout.introduces("They bought seeds, including …")).isTrue();
        assertThat(Layout.introduces("They bought seeds.")).isFalse();
    }
}
