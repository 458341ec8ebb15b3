package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who wrote it and when, as a page shows it to people. */
class BylineTest {
    private static final String ONE =
            "<p>Engineers said on Thursday that the dam above the town holds, although the water still rises.</p>";
    private static final String TWO =
            "<p>The mayor thanked them in the evening, and asked the people of the lower quarter to stay away.</p>";

    private static Article under(String byline) {
        return Trained.article("<html lang=en><body><article><h1>The dam holds</h1>" + byline + ONE + TWO
                + "</article></body></html>");
    }

    @Test
    void aLineUnderTheHeadlineNamesTheAuthors() {
        assertThat(under("<div>By Ada Mill and Cy Stone</div>").authors()).containsExactly("Ada Mill", "Cy Stone");
        assertThat(under("<div>Von Ada Mill</div>").authors()).containsExactly("Ada Mill");
        assertThat(under("<div>By the river they waited.</div>").authors()).isEmpty();
    }

    @Test
    void aLinkToAWritersOwnPageNamesTheAuthorAndALicenceDoesNot() {
        assertThat(under("<a href='/authors/ada-mill'>Ada Mill</a>").authors()).containsExactly("Ada Mill");
        assertThat(under("<a href='https://licences.example/by/4.0'>Some Rights Reserved</a>")
                        .authors())
                .isEmpty();
    }

    @Test
    void whoReviewedOrEditedItDidNotWriteIt() {
        assertThat(under("<span class='author'>Reviewed by Cy Stone</span><span class='author'>Ada Mill</span>")
                        .authors())
                .containsExactly("Ada Mill");
    }

    @Test
    void anEditorToldToMachinesYieldsToThePersonShownAsTheAuthor() {
        String data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\","
                + "\"name\":\"Cy Stone\"}}</script>";
        assertThat(under(data + "<div class=author>Ada Mill</div><div class=author-info>Editor : Cy Stone</div>")
                        .authors())
                .containsExactly("Ada Mill");
        assertThat(under(data + "<div class=author>Ada Mill</div>").authors()).containsExactly("Cy Stone");
    }

    @Test
    void anElementMayBeNamedAsTheBylineByItsId() {
        assertThat(under("<div id=authors><span>Ada Mill</span></div>").authors())
                .containsExactly("Ada Mill");
    }

    @Test
    void theOnlyLineWithAnAuthorsLabelMayStandFarFromTheText() {
        String list = "<ul><li>Themen: Hafen, Fluss</li>".repeat(9) + "<li><b>Autorin/Autor</b> Ada Mill</li>%s</ul>";
        assertThat(under("").authors()).isEmpty();
        assertThat(under(ONE + TWO + list.formatted("")).authors()).containsExactly("Ada Mill");
        assertThat(under(ONE + TWO + list.formatted("<li><b>Autorin/Autor</b> Cy Stone</li>"))
                        .authors())
                .isEmpty();
    }

    @Test
    void aNewsroomMaySignUnderTheText() {
        assertThat(Trained.article("<html lang=de><body><article><h1>The dam holds</h1>" + ONE + TWO
                                + "<p><em>HP-Redaktion</em></p></article></body></html>")
                        .authors())
                .containsExactly("HP-Redaktion");
    }

    @Test
    void aPersonMayBearTheNameOfTheSiteAndACompanyMayNot() {
        String page = "<html lang=en><head><meta property='og:site_name' content='%s'><meta name=author"
                + " content='%s'></head><body><article><h1>The dam holds</h1>" + ONE + TWO + "</article></body></html>";
        assertThat(Trained.article(page.formatted("Ada Mill", "Ada Mill")).authors())
                .containsExactly("Ada Mill");
        assertThat(Trained.article(page.formatted("Mill Media", "Mill Media")).authors())
                .isEmpty();
    }

    @Test
    void aNewsroomThatSignsAsOneIsNamedOnlyWhereNobodyElseIs() {
        String page = "<html lang=en><head><meta name=author content='Harbour Staff'></head><body><article><h1>The dam"
                + " holds</h1>%s" + ONE + TWO + "</article></body></html>";
        assertThat(Trained.article(page.formatted("")).authors()).containsExactly("Harbour Staff");
        assertThat(Trained.article(page.formatted("<span class='author'>Ada Mill</span>"))
                        .authors())
                .containsExactly("Ada Mill");
    }

    @Test
    void theDateBeforeTheWordUpdatedIsThatOfPublication() {
        assertThat(under("<div>May 3, 2024 - Updated June 9, 2025</div>").published())
                .map(Dated::toString)
                .contains("2024-05-03");
        assertThat(under("<div>Updated June 9, 2025</div>").published()).isEmpty();
    }

    @Test
    void aDateInAScriptsDataIsTakenWhereThePageShowsNone() {
        assertThat(under("<script>var page = {\"slug\":\"dam\",\"publishedDate\":\"2024-05-03T10:00:00Z\"}</script>")
                        .published())
                .map(Dated::toString)
                .contains("2024-05-03T10:00:00Z");
    }

    @Test
    void aPersonShownBeatsAnOfficeThatIsTold() {
        String page =
                "<html lang=en><head><meta name=author content='Harbour Press Association'></head><body><article><h1>The"
                        + " dam holds</h1><div>By Ada Mill</div>" + ONE + TWO + "</article></body></html>";
        assertThat(Trained.article(page).authors()).containsExactly("Ada Mill");
    }

    @Test
    void aFullNameExplainsAHandleAndAnotherNameDoesNot() {
        String page = "<html lang=en><head><meta name=author content='ada.mill1'></head><body><article><h1>The dam"
                + " holds</h1><div>By %s</div>" + ONE + TWO + "</article></body></html>";
        assertThat(Trained.article(page.replace("mill1", "mill").formatted("Ada Mill"))
                        .authors())
                .containsExactly("Ada Mill");
        assertThat(Trained.article(page.replace("ada.mill1", "cstone").formatted("Ada Mill"))
                        .authors())
                .containsExactly("cstone");
    }

    @Test
    void aLineWithTheDateNamesTheAuthor() {
        assertThat(under("<div>3 May 2024 - Ada Mill</div>").authors()).containsExactly("Ada Mill");
        assertThat(under("<div>Posted on May 3, 2024 by ada in News</div>").authors())
                .containsExactly("ada");
        assertThat(under("<div>Geschrieben von Ada Mill am Dienstag, 03.05.2024</div>")
                        .authors())
                .containsExactly("Ada Mill");
        assertThat(under("<div>3 May 2024, 14:05</div>").authors()).isEmpty();
    }

    @Test
    void aDegreeOrAnOccupationAfterTheNameIsNoName() {
        assertThat(under("<div>By Ada Mill, Ph.D., and Cy Stone, Nutritionist</div>")
                        .authors())
                .containsExactly("Ada Mill", "Cy Stone");
    }

    @Test
    void aNameThatStandsAgainstItsPrefixIsReadAlone() {
        assertThat(under("<span class='byline'>ByAda Mill</span>").authors()).containsExactly("Ada Mill");
    }
}
