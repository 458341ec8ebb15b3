package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearsay.keep.store.Ending;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class CrawlReportTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PageUrl FEED = PageUrl.of("https://star.example/rss");

    @Test
    void aReportWhoseEndingsDoNotSumDoesNotExist() {
        assertThatThrownBy(() -> new CrawlReport(NOON, NOON, List.of(), 3, Map.of(Ending.NEW, 1, Ending.KNOWN, 1)))
                .hasMessageContaining("3 entries were seen and 2 ended");
    }

    @Test
    void everyEntryThatWasSeenEndsOnce() {
        Tally tally = Tally.byEntry();
        tally.saw(FEED, "a");
        tally.saw(FEED, "a");
        tally.saw(FEED, "b");
        tally.sawAgain();
        tally.ended(FEED, "a", Ending.NEW);
        tally.ended(FEED, "a", Ending.SAME);
        tally.ended(FEED, "c", Ending.FAILED);
        CrawlReport report = tally.report(NOON, NOON.plusSeconds(3));
        assertThat(report.seen()).isEqualTo(4);
        assertThat(report.endings())
                .containsOnly(
                        Map.entry(Ending.NEW, 1),
                        Map.entry(Ending.WAITING, 1),
                        Map.entry(Ending.SHARED, 1),
                        Map.entry(Ending.FAILED, 1));
        assertThat(report.inWords()).contains("4 entries seen: 1 new, 1 shared, 1 failed, 1 waiting");
    }

    @Test
    void aRunWithoutAnEndCountsTurnsAndRemembersNoEntry() {
        Tally tally = Tally.byTurn();
        for (int visit = 0; visit < 3; visit++) {
            tally.saw(FEED, "a");
            tally.saw(FEED, "b");
            tally.sawAgain();
            tally.ended(FEED, "a", visit == 0 ? Ending.NEW : Ending.KNOWN);
        }
        assertThat(tally.report(NOON, NOON).endings())
                .containsOnly(Map.entry(Ending.NEW, 1), Map.entry(Ending.KNOWN, 2), Map.entry(Ending.SHARED, 3));
    }
}
