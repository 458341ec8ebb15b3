package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.FeedList.Problem;
import org.hearsay.gather.fetch.Credentials;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedListTest {
    @Test
    void aLineSaysAddressAndOptions() {
        FeedList list = FeedList.parse("https://example.org/rss outlet=\"The Star\" every=1h tags=asia,trade");
        assertThat(list.problems()).isEmpty();
        assertThat(list.feeds())
                .containsExactly(new Feed(
                        PageUrl.of("https://example.org/rss"),
                        Optional.of("The Star"),
                        Optional.of(Duration.ofHours(1)),
                        List.of("asia", "trade"),
                        false));
    }

    @Test
    void commentsPausesBlankLinesBomCrlfAndTabsAreUnderstood() {
        FeedList list = FeedList.parse("\ufeff# first\r\n\r\n\thttps://a.example/x\toutlet=A # why not\r\n"
                + "!https://b.example/\r\n! https://c.example/#top every=30m\r\nnewsroom:\r\n");
        assertThat(list.problems()).isEmpty();
        assertThat(list.newsroom()).isTrue();
        assertThat(list.feeds())
                .extracting(f -> f.url().text(), Feed::paused)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("https://a.example/x", false),
                        org.assertj.core.groups.Tuple.tuple("https://b.example/", true),
                        org.assertj.core.groups.Tuple.tuple("https://c.example/", true));
    }

    @Test
    void aLineThatIsWrittenIsReadAgain() {
        for (Feed feed : List.of(
                new Feed(
                        PageUrl.of("https://a.example/x#y"),
                        Optional.of("The Star"),
                        Optional.of(Duration.ofMinutes(90)),
                        List.of("asia", "far trade"),
                        true),
                new Feed(PageUrl.of("https://a.example/"), Optional.empty(), Optional.empty(), List.of("a"), false))) {
            assertThat(FeedList.parse(FeedList.line(feed))).isEqualTo(new FeedList(List.of(feed), false, List.of()));
        }
    }

    @Test
    void linesAreAddedAndTakenOutAndAllOthersStay() {
        String text = "# mine\r\n\r\nhttps://a.example/x # why\r\nnonsense here\r\n! https://b.example/";
        PageUrl c = PageUrl.of("https://c.example/rss");
        String more = FeedList.with(text, List.of(new Feed(c, Optional.empty(), Optional.empty(), List.of(), false)));
        assertThat(more).isEqualTo(text + "\r\nhttps://c.example/rss\r\n");
        assertThat(FeedList.without(more, c)).isEqualTo(text + "\r\n");
        assertThat(FeedList.without(more, PageUrl.of("https://b.example/")))
                .isEqualTo(text.replace("! https://b.example/", "") + "https://c.example/rss\r\n");
        assertThat(FeedList.without(text, c)).isEqualTo(text);
    }

    @Test
    void aPausedNewsroomIsNotAskedFor() {
        assertThat(FeedList.parse("! newsroom:").newsroom()).isFalse();
        assertThat(FeedList.parse("").newsroom()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "www.example.org/rss            | write https://www.example.org/rss",
                "feed://example.org/rss         | write https://example.org/rss",
                "feed:https://example.org/rss   | write https://example.org/rss",
                "ftp://example.org/rss          | write one like https://example.org/rss",
                "outlet=\"The Star\"            | write one like https://example.org/rss",
                "hello                          | write one like https://example.org/rss",
                "!                              | write the feed's address",
                "https://a.example/ evry=1h     | the options are outlet=, every= and tags=",
                "https://a.example/ every=soon  | write one like every=30m",
                "https://a.example/ every=0m    | write one like every=30m",
                "https://a.example/ The Star    | write outlet=\"The Star\"",
                "https://a.example/ outlet=\"X  | write outlet=\"The Star\"",
                "https://a.example/ outlet=     | write outlet=\"The Star\"",
                "newsroom: every=1h             | write it alone",
            })
    void aBadLineSaysWhatToWriteAndTheRestRuns(String line, String words) {
        FeedList list = FeedList.parse("https://good.example/rss\n" + line + "\nhttps://also.example/rss");
        assertThat(list.feeds()).hasSize(2);
        assertThat(list.problems()).hasSize(1);
        assertThat(list.problems().getFirst().line()).isEqualTo(2);
        assertThat(list.problems().getFirst().words()).contains(words);
    }

    @Test
    void aNameWithATabInItIsTheSameWhenTheListIsWrittenAgain() {
        FeedList list = FeedList.parse("https://a.example/x outlet=\"The\tStar\"");
        assertThat(list.feeds().getFirst().outlet()).contains("The Star");
        assertThat(FeedList.parse(FeedList.with("", list.feeds())).feeds()).isEqualTo(list.feeds());
    }

    @Test
    void aFeedListedTwiceIsAProblemOfTheSecondLine() {
        FeedList list = FeedList.parse("https://a.example/x\nHTTPS://A.example:443/x#y");
        assertThat(list.feeds()).hasSize(1);
        assertThat(list.problems())
                .containsExactly(new Problem(2, "the same feed as in line 1; remove one of the two"));
    }

    @Test
    void aNameAndPasswordAreBesideTheAddressAndNotInIt() {
        String line = "https://me:s3%20cret@a.example/x outlet=\"The Star\"";
        FeedList list = FeedList.parse(line);
        assertThat(list.problems()).isEmpty();
        Feed feed = list.feeds().getFirst();
        assertThat(feed.url()).isEqualTo(PageUrl.of("https://a.example/x"));
        assertThat(feed.credentials()).isEqualTo(Credentials.in("https://me:s3%20cret@a.example/"));
        assertThat(list.toString() + FeedList.line(feed) + Opml.write(list.feeds()))
                .doesNotContain("s3", "me:");
        // Only the list itself keeps them, and an option changed by a rewrite must not lose them.
        assertThat(FeedList.with("", list.feeds())).isEqualTo(line + "\n");
        assertThat(FeedList.without("# c\n" + line, feed.url())).isEqualTo("# c\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me:s3cret@a.example/x",
                "https://me:s3cret/x@a.example/x",
                "https://me:x s3cret@a.example/x",
                "https://me:x s3cret=1@a.example/x",
                "https://me:s3cret\"x@a.example/x",
                "feed:https://me:s3cret@a.example/x",
                "https://a.example/x every=s3cret@"
            })
    void aPasswordInALineThatCannotBeReadIsNotRepeated(String line) {
        FeedList list = FeedList.parse(line);
        assertThat(list.feeds()).isEmpty();
        assertThat(list.problems()).hasSize(1).noneMatch(p -> p.words().contains("s3cret"));
    }

    @Test
    void theShippedListHasNoProblems() throws IOException {
        FeedList list = FeedList.parse(Files.readString(Path.of("feeds.txt")));
        assertThat(list.problems()).isEmpty();
        assertThat(list.newsroom()).isTrue();
        assertThat(list.feeds())
                .hasSizeGreaterThanOrEqualTo(12)
                .allMatch(f -> f.outlet().isPresent());
    }
}
