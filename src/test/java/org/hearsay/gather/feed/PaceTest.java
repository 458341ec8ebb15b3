package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static Pace pace(String channel) {
        String feed = "<rss version=\"2.0\" xmlns:s=\"http://purl.org/rss/1.0/modules/syndication/\"><channel>"
                + "<title>Star</title><link>https://star.example/</link><description>d</description>" + channel
                + "<item><title>One</title></item></channel></rss>";
        Page page = new Page(
                PageUrl.of("https://star.example/rss"),
                Instant.EPOCH,
                200,
                List.of(),
                Bytes.of(feed.getBytes(StandardCharsets.UTF_8)));
        return ((FeedReading.Readable) new FeedReader().read(page)).pace();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ttl>90</ttl>                                                                       | PT1H30M",
                "<s:updatePeriod>hourly</s:updatePeriod><s:updateFrequency>2</s:updateFrequency>     | PT30M",
                "<s:updatePeriod> Daily </s:updatePeriod>                                            | PT24H",
                "<ttl>5</ttl><s:updatePeriod>weekly</s:updatePeriod>                                 | PT5M",
                "<ttl>soon</ttl><s:updatePeriod>weekly</s:updatePeriod>                              | PT168H",
                "<s:updatePeriod>hourly</s:updatePeriod><s:updateFrequency>0</s:updateFrequency>     | PT1H",
                "<s:updateFrequency>2</s:updateFrequency>                                            |",
                "<ttl>0</ttl>                                                                        |",
                "<ttl>-5</ttl>                                                                       |",
                "<ttl>99999999999999</ttl>                                                           |",
                "<sy:updatePeriod>hourly</sy:updatePeriod>                                           | PT1H",
            })
    void howOftenIsRead(String channel, Duration every) {
        assertThat(pace(channel).every()).isEqualTo(Optional.ofNullable(every));
    }

    @Test
    void skippedHoursAndDaysAreRead() {
        Pace pace = pace("<skipHours><hour>1</hour><hour>24</hour><hour>x</hour><hour>77</hour></skipHours>"
                + "<skipDays><day>Sunday</day><day>Someday</day></skipDays>");
        assertThat(pace.skipHours()).containsExactly(0, 1);
        assertThat(pace.skipDays()).containsExactly(DayOfWeek.SUNDAY);
    }

    @Test
    void aVisitWaitsUntilTheSkippedTimeIsOver() {
        Pace pace = pace("<skipHours><hour>0</hour><hour>1</hour></skipHours><skipDays><day>Sunday</day></skipDays>");
        assertThat(pace.from(Instant.parse("2026-02-28T23:10:00Z")))
                .as("a Saturday evening")
                .isEqualTo(Instant.parse("2026-02-28T23:10:00Z"));
        assertThat(pace.from(Instant.parse("2026-03-01T10:10:00Z")))
                .as("on Sunday")
                .isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @Test
    void whoSkipsEverythingSkipsNothing() {
        StringBuilder hours = new StringBuilder("<skipHours>");
        for (int h = 0; h < 24; h++) {
            hours.append("<hour>").append(h).append("</hour>");
        }
        assertThat(pace(hours + "</skipHours>")).isEqualTo(Pace.NONE);
        assertThat(new Pace(Optional.of(Duration.ZERO), new TreeSet<>(), new TreeSet<>(List.of(DayOfWeek.values()))))
                .isEqualTo(Pace.NONE);
    }
}
