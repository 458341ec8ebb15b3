package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodayTest {
    @TempDir
    Path folder;

    private Exhibit exhibit;

    @BeforeEach
    void open() {
        exhibit = new Exhibit(folder);
    }

    @AfterEach
    void shut() {
        exhibit.close();
    }

    private void story(String name, String seen, int claims) {
        Exhibit.Draft article = exhibit.article("The Star", name, "What is said of " + name)
                .story(name)
                .on(seen);
        for (int i = 0; i < claims; i++) {
            article.line("Sentence " + i + " of " + name + " was said.").says("Sentence " + i + " of " + name);
        }
        article.put();
    }

    private Today today(String only) throws Exception {
        return Today.of(exhibit.desk(), only);
    }

    @Test
    void everyClaimOfTheLastDayIsCountedAndStoriesWithoutRoomAreOneLinkAway() throws Exception {
        for (int i = 0; i < 30; i++) {
            story("affair-" + i, "2026-11-26T0" + i % 10 + ":00:00Z", 10);
        }
        story("old", "2026-11-20T09:00:00Z", 2);
        exhibit.indexAll();

        Today today = today("");
        assertThat(today.span()).isEqualTo("300 claims of the last day in 30 stories");
        assertThat(today.claims()).isEqualTo("302 claims");
        Today.Shelf shelf = today.shelves().get(0);
        assertThat(shelf.stories()).hasSize(10).allMatch(story -> story.cards().size() == 3 && story.more() == 7);
        assertThat(shelf.more()).contains("and 20 more stories");
        assertThat(shelf.all()).isEqualTo("/?shelf=new");
        Today.Shelf alone = today("new").shelves().get(0);
        assertThat(alone.stories()).hasSize(30);
        assertThat(alone.more()).isEmpty();
    }

    @Test
    void aQuietDayShowsTheWeekAndAQuietWeekWhatCameLast() throws Exception {
        story("old", "2026-10-01T09:00:00Z", 2);
        exhibit.indexAll();
        assertThat(today("").span()).isEqualTo("2 claims that came last in 1 story");

        story("of-the-week", "2026-11-22T09:00:00Z", 1);
        exhibit.indexAll();
        assertThat(today("").span()).isEqualTo("1 claim of the last week in 1 story");
        assertThat(today("").shelves()).extracting(Today.Shelf::heading).isEqualTo(List.of("New"));
    }
}
