package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.keep.archive.Kept;
import org.hearsay.page.OutletNames;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.GroupId;
import org.junit.jupiter.api.Test;

class IndependenceTest {
    private static final String WORDS = "The mine at Northgate will close.";

    /** Said in an article of this outlet, with the text of this origin and the credit line, by these. */
    private static Independence.Saying says(String outlet, String origin, String credit, String... voices) {
        Article article = new ArticleReader()
                .ofText(new ArticleId(outlet + origin), credit + WORDS, Optional.empty(), outlet, Optional.empty());
        List<Voice> chain = new ArrayList<>(List.of(new Voice.Outlet(outlet)));
        for (String voice : voices) {
            chain.add(new Voice.Named(voice, Optional.empty(), Optional.empty(), new Span(0, 3)));
        }
        Span whole = new Span(0, article.text().length());
        Claim claim = new Claim(
                new ClaimId(outlet + origin),
                List.of(whole),
                whole,
                List.of(),
                List.of(),
                Quotation.NONE,
                chain,
                Stance.ASSERTED,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                "test");
        PageUrl url = PageUrl.of("https://" + origin + ".example/a");
        GroupId group = new GroupId(origin);
        StoredArticle stored = new StoredArticle(
                article.id(),
                1,
                url,
                url,
                outlet,
                Instant.EPOCH,
                Instant.EPOCH,
                new Extraction.Readable(article),
                Hints.NONE,
                new Kept("x", 0, 1),
                group,
                group,
                List.of(),
                List.of(),
                List.of());
        return new Independence.Saying(
                new StoredClaim(
                        claim,
                        article.id(),
                        1,
                        url,
                        outlet,
                        WORDS,
                        WORDS,
                        group,
                        Instant.EPOCH,
                        StoredClaim.State.CURRENT,
                        Optional.empty()),
                stored);
    }

    /** The same on a site of this host; what {@link #says} makes stands on one that is named for its text. */
    private static Independence.Saying on(String host, Independence.Saying saying) {
        StoredClaim c = saying.claim();
        return new Independence.Saying(
                new StoredClaim(
                        c.claim(),
                        c.article(),
                        c.version(),
                        PageUrl.of("https://" + host + "/a"),
                        c.outlet(),
                        c.words(),
                        c.sentence(),
                        c.group(),
                        c.firstSeen(),
                        c.state(),
                        c.ended()),
                saying.article());
    }

    private static OutletNames names(Independence.Saying... sayings) {
        return OutletNames.of(
                Stream.of(sayings).map(saying -> saying.claim().publisher()).toList());
    }

    private static int count(Independence.Saying... sayings) {
        return Independence.count(List.of(sayings));
    }

    @Test
    void copiesOfOneTextAreOneOriginAndReportsOfTheirOwnAreApart() {
        assertThat(count(says("Star", "a", ""), says("Post", "a", ""), says("Gazette", "b", "")))
                .isEqualTo(2);
        assertThat(count()).isZero();
    }

    @Test
    void whoHasItFromAnotherOutletIsOneOriginWithIt() {
        assertThat(count(says("Star", "a", "", "the Herald"), says("The Herald", "b", ""), says("Post", "c", "")))
                .isEqualTo(2);
        assertThat(count(says("Star", "a", "", "The Herald"), says("Post", "c", "", "Herald")))
                .as("the Herald's own report is not known")
                .isEqualTo(1);
    }

    @Test
    void whoCreditsAnAgencyHasItFromThere() {
        assertThat(count(
                        says("Star", "a", "NORTHGATE (Reuters) - "),
                        says("Post", "b", "", "Reuters"),
                        says("Gazette", "c", "", "Reuters", "two officials")))
                .isEqualTo(1);
    }

    @Test
    void aPersonWhoWasAskedTwiceIsNoCommonOrigin() {
        assertThat(count(says("Star", "a", "", "Ada Molnar"), says("Post", "b", "", "Ada Molnar")))
                .isEqualTo(2);
    }

    @Test
    void anOutletThatNamesItselfReportsForItself() {
        assertThat(count(says("The Herald", "a", "", "the Herald"), says("Star", "b", "")))
                .isEqualTo(2);
    }

    @Test
    void twoSitesWithOneNameAreTwoOutletsAndAreCalledByTheirSites() {
        Independence.Saying scottish = on("www.herald.co.uk", says("The Herald", "a", ""));
        Independence.Saying american = on("news.herald.com", says("The Herald", "b", ""));
        Independence.Saying star = on("star.example.org", says("Star", "c", "", "the Herald"));
        OutletNames names = names(scottish, star, american);
        assertThat(names.all()).containsExactly("The Herald (herald.co.uk)", "Star", "The Herald (herald.com)");
        assertThat(names.count()).isEqualTo(3);
        assertThat(names.name(star.claim().publisher())).isEqualTo("Star");
        assertThat(count(scottish, american)).isEqualTo(2);
        assertThat(count(scottish, star, american))
                .as("the Star has it from one of the two, and not from both")
                .isEqualTo(2);
    }

    @Test
    void oneOutletUnderSeveralHostsOrWithoutAnAddressIsOne() {
        OutletNames names = names(
                on("imported.invalid", says("The Herald", "a", "")),
                on("www.herald.co.uk", says("The Herald", "b", "")),
                on("m.herald.co.uk", says("The Herald", "c", "")),
                on("rss.herald.co.uk:8080", says("The Herald", "d", "")));
        assertThat(names.all()).containsExactly("The Herald");
        assertThat(names.count()).isEqualTo(1);
    }

    @Test
    void twoThatRentOfOneHostAreTwoOutlets() {
        assertThat(names(
                                on("north.blogspot.com", says("The Herald", "a", "")),
                                on("south.blogspot.com", says("The Herald", "b", "")))
                        .all())
                .containsExactly("The Herald (north.blogspot.com)", "The Herald (south.blogspot.com)");
    }

    @Test
    void aHostThatNobodyRegisteredIsASiteWhateverThePort() {
        assertThat(names(
                                on("star.localhost:8790", says("Star", "a", "")),
                                on("star.localhost:9999", says("Star", "b", "")),
                                on("127.0.0.1:8790", says("Post", "c", "")))
                        .all())
                .containsExactly("Star", "Post");
    }
}
