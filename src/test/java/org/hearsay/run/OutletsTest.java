package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class OutletsTest {
    private static final Outlets OUTLETS = new Outlets(FeedList.parse("""
        https://www.star.example/rss outlet="The Star"
        https://feeds.burner.example/valley outlet="Valley Voice"
        https://digest.example/rss outlet="Mining Digest"
        https://nameless.example/rss
        """).feeds());

    private static Optional<String> of(String page, String feed) {
        return OUTLETS.of(PageUrl.of(page), PageUrl.of(feed), Optional.of("Own Title"));
    }

    @Test
    void anOutletSpeaksOnItsOwnSite() {
        assertThat(of("https://star.example/a", "https://www.star.example/rss")).contains("The Star");
        assertThat(of("https://news.star.example/a", "https://www.star.example/rss"))
                .contains("The Star");
    }

    @Test
    void aPageOfAListedOutletIsItsOwnWhicheverFeedCarriesIt() {
        assertThat(of("https://star.example/a", "https://digest.example/rss")).contains("The Star");
    }

    @Test
    void aFeedOnAForeignHostNamesItsOutletWhereNobodyElseDoes() {
        assertThat(of("https://valley.example/a", "https://feeds.burner.example/valley"))
                .contains("Valley Voice");
    }

    @Test
    void aTitleIsBelievedOnlyOnTheFeedsOwnSite() {
        assertThat(of("https://nameless.example/a", "https://nameless.example/rss"))
                .contains("Own Title");
        assertThat(of("https://other.example/a", "https://nameless.example/rss"))
                .isEmpty();
    }

    @Test
    void aNameThatOnlyEndsAlikeIsAnotherSite() {
        assertThat(of("https://morningstar.example/a", "https://nameless.example/rss"))
                .isEmpty();
        assertThat(List.of(of("https://morningstar.example/a", "https://digest.example/rss")))
                .containsExactly(Optional.of("Mining Digest"));
    }
}
