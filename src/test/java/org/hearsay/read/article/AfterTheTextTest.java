package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands behind an article on its page, and in front of it. */
class AfterTheTextTest {
    private static final String ONE =
            "<p>Engineers said on Thursday that the dam above the town holds, although the water still rises.</p>";
    private static final String TWO =
            "<p>The mayor thanked them in the evening, and asked the people of the lower quarter to stay away.</p>";

    private static String text(String body) {
        return Trained.article(
                        "<html lang=en><body><article><h1>The dam holds</h1>" + body + "</article></body></html>")
                .text();
    }

    @Test
    void readersMayWriteMoreThanTheAuthor() {
        String comment = "<p>I never trusted that dam, and my father did not either, as he told anybody who asked.</p>";
        assertThat(text(ONE + TWO + "<div class='comments-area'>" + comment.repeat(6) + "</div>"))
                .contains("The mayor thanked")
                .doesNotContain("my father");
    }

    @Test
    void aHeadingOverCommentsEndsTheText() {
        assertThat(text(ONE + TWO + "<h3>2 comments</h3><p>I never trusted that dam, and my father did not.</p>"))
                .endsWith("to stay away.");
    }

    @Test
    void aBoxWithOtherStoriesAmongTheParagraphsEndsNothing() {
        assertThat(text(ONE + "<h3>Related stories</h3>" + TWO + TWO.replace("mayor", "minister")
                        + ONE.replace("Thursday", "Friday")))
                .contains("The mayor thanked")
                .endsWith("still rises.");
    }

    @Test
    void theAuthorsOwnIntroductionIsNoText() {
        String page = "<html lang=en><head><meta name=author content='Ada Mill'></head><body><article><h1>The dam"
                + " holds</h1>" + ONE + TWO + ONE.replace("Thursday", "Friday") + TWO.replace("mayor", "minister")
                + "<p>Ada Mill is a reporter who has covered rivers, floods and dams for eleven years.</p></article>";
        assertThat(Trained.article(page).text()).endsWith("to stay away.");
    }

    @Test
    void anExcerptUnderTheHeadlineIsTheStandFirstAndBehindTheTextATeaser() {
        String lead = "<div class='post__excerpt'>The water rises, but what was built in 1911 is strong enough.</div>";
        String next = "<div class='post__excerpt'>In the valley a bridge fell, and nobody was there to see it.</div>";
        String body = ONE + TWO + ONE.replace("Thursday", "Friday") + TWO.replace("mayor", "minister");
        assertThat(text(lead + body + next)).startsWith("The water rises").endsWith("to stay away.");
    }

    @Test
    void aHeadingThatLinksToItselfIsAHeading() {
        assertThat(text(ONE + "<h2><a href='#next'>What comes next</a></h2>" + TWO))
                .contains("\nWhat comes next\n");
    }
}
