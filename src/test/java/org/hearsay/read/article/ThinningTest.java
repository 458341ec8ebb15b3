package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThinningTest {
    @Test
    void aPageOfFewTagsStaysAsItIs() {
        String page = "<p>One <a href=/x>link</a> and <b>more</b></p>";
        assertThat(Thinning.of(page, 6)).isSameAs(page);
    }

    @Test
    void linksGoWithTheirWordsAndInlineTagsWithout() {
        assertThat(Thinning.of("<p>One <a href=/x>link</a> and <B>more</B></p><aside>x</aside>", 4))
                .isEqualTo("<p>One   and more</p><aside>x</aside>");
    }

    @Test
    void whatStillHasTooManyTagsIsCut() {
        assertThat(Thinning.of("<p>a<p>b<p>c<p>d", 2)).isEqualTo("<p>a<p>");
    }

    @Test
    void linksThatAreNeverClosedKeepTheWordsAfterThem() {
        assertThat(Thinning.of("<a>x</a><a>one<a>two<p>three</p>", 3)).isEqualTo("  one two<p>three</p>");
    }

    @Test
    void aTagThatNeverEndsIsText() {
        assertThat(Thinning.of("<p>a<p>b<p", 1)).isEqualTo("<p>");
        assertThat(Thinning.of("<b>a<b>b<p", 2)).isEqualTo("ab<p");
    }
}
