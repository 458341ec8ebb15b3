package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.read.article.Words.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "articleBody__newsletter-box, FURNITURE",
        "article-body, BODY",
        "entryContent, BODY",
        "c-richText, BODY",
        "page-2-related, NONE",
        "wp-caption, CAPTION",
        "wpCaption, CAPTION",
        "has-no-caption, NONE",
        "img_text, CAPTION",
        "author-description, FURNITURE",
        "article__lead, STANDFIRST",
        "line-clamp-3, TEASER",
        "teaser-text, TEASER",
        "with-sidebar, NONE",
        "leftSidebar2, NONE",
        "the-sidebar, FURNITURE",
        "sr-only, HIDDEN",
        "post-date, ABOUT",
        "shareholder, NONE",
        "Ähnliche-Kommentare, NONE",
        "42, NONE"
    })
    void aNameSaysWhatItsWordsSay(String name, Verdict verdict) {
        Words.Said said = new Words().of(name);
        assertThat(verdict == Verdict.NONE ? said.verdicts() == 0 : said.says(verdict))
                .isTrue();
        assertThat(said.cause()).isEqualTo(verdict == Verdict.NONE || verdict == Verdict.BODY ? "" : name);
    }

    @Test
    void allNamesOfAnAttributeCountAndTheLastThatFlagsIsTheCause() {
        Words.Said said = new Words().of("  big\tpromo post-body\nbyline x ");
        assertThat(said.says(Verdict.FURNITURE)).isTrue();
        assertThat(said.says(Verdict.BODY)).isTrue();
        assertThat(said.says(Verdict.ABOUT)).isTrue();
        assertThat(said.says(Verdict.CAPTION)).isFalse();
        assertThat(said.cause()).isEqualTo("byline");
    }

    @Test
    void bylinesAndDatesAreTold() {
        Words words = new Words();
        assertThat(words.of("article__byline").byline()).isTrue();
        assertThat(words.of("author-image").byline()).isFalse();
        assertThat(words.of("by-line").byline()).isFalse();
        assertThat(words.of("author-image post-author").byline()).isTrue();
        assertThat(words.of("postDate").date()).isTrue();
        assertThat(words.of("date-updated").date()).isFalse();
    }

    @Test
    void namesOfMachinesSayNothing() {
        assertThat(new Words().of("promo" + "x".repeat(100)).verdicts()).isZero();
        assertThat(new Words().of("promo-".repeat(20)).verdicts()).isZero();
        assertThat(new Words().of("a-".repeat(990) + " promo").says(Verdict.FURNITURE))
                .isTrue();
        assertThat(new Words().of("a-".repeat(1_001)).verdicts()).isZero();
    }
}
