package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.GroupId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories as intake and the desk make them in a store. */
class StoryDeskTest {
    private static final Instant DAY = FiledStories.DAY;

    @TempDir
    Path folder;

    private FiledStories desk;
    private Store store;

    @BeforeEach
    void open() {
        open("hearsay.db");
    }

    private void open(String name) {
        desk = new FiledStories(folder.resolve(name));
        store = desk.store;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void file(String id, String title, String text, Optional<Instant> published) {
        desk.file(id, title, text, published);
    }

    private String storyOf(String id) {
        return store.articles().current(new ArticleId(id)).orElseThrow().story().text();
    }

    private Set<Set<String>> partition() {
        return desk.partition();
    }

    private static final String FERRY = "Ferry Aurora sinks off Southport, dozens missing";
    private static final String FERRY_TEXT =
            "The ferry Aurora sank in a storm off Southport on Thursday night, the coast guard of Eastland said. Rescue"
                    + " boats from Southport searched for dozens of missing passengers, and Captain Olsen was brought ashore.";
    private static final String RESCUE = "Dozens missing after ferry sinks off Southport";
    private static final String RESCUE_TEXT =
            "Rescuers searched the sea off Southport for passengers of the Aurora, a ferry that sank in a storm. Captain"
                    + " Olsen was among those brought ashore, a coast guard officer of Eastland told this paper.";
    private static final String BUDGET = "Parliament of Eastland passes budget";
    private static final String BUDGET_TEXT =
            "The parliament of Eastland passed a budget on Thursday after a long debate about schools and pensions, with"
                    + " the votes of both parties of government, and the speaker Ivarsson thanked the treasurer Molnar.";

    @Test
    void reportsOfOneEventAreOneStoryNamedAfterTheFirstSeen() {
        file("z", FERRY, FERRY_TEXT, Optional.of(DAY));
        file("m", BUDGET, BUDGET_TEXT, Optional.of(DAY));
        desk.catchUp();
        file("a", RESCUE, RESCUE_TEXT, Optional.of(DAY.plusSeconds(40_000)));
        desk.catchUp();
        assertThat(partition()).containsExactlyInAnyOrder(Set.of("a", "z"), Set.of("m"));
        assertThat(storyOf("a")).isEqualTo("z");
        assertThat(store.stories().size()).isZero();
        assertThat(store.stories().movesOf(new GroupId("z"), 9))
                .as("an article that finds its story at once is no news of the story")
                .isEmpty();
    }

    @Test
    void reportsThatAreDaysApartAreTwoStories() {
        file("z", FERRY, FERRY_TEXT, Optional.of(DAY.minusSeconds(900_000)));
        file("a", RESCUE, RESCUE_TEXT, Optional.of(DAY));
        desk.catchUp();
        assertThat(partition()).containsExactlyInAnyOrder(Set.of("a"), Set.of("z"));
    }

    @Test
    void aCopyIsInTheStoryOfItsTextBeforeTheDeskHasSeenIt() {
        file("b", FERRY, FERRY_TEXT, Optional.of(DAY));
        desk.catchUp();
        file("a", "Ferry lost", FERRY_TEXT, Optional.empty());
        assertThat(storyOf("a")).isEqualTo("b");
        desk.catchUp();
        assertThat(storyOf("a")).isEqualTo("b");
        assertThat(storyOf("b")).isEqualTo("b");
    }

    @Test
    void storiesThatAnEditJoinsAndPartsAgainAreNoted() {
        file("z", FERRY, FERRY_TEXT, Optional.of(DAY));
        file("m", BUDGET, BUDGET_TEXT, Optional.of(DAY));
        desk.catchUp();
        file("m", RESCUE, RESCUE_TEXT, Optional.of(DAY));
        // As when the page had been edited a while ago.
        file("q", "Harvest begins in Westfield", "Farmers of Westfield began the harvest of hops.", Optional.of(DAY));
        desk.catchUp();
        assertThat(storyOf("m")).isEqualTo("z");
        file("m", BUDGET, BUDGET_TEXT, Optional.of(DAY));
        desk.catchUp();
        assertThat(storyOf("m")).isEqualTo("m");
        assertThat(store.stories().movesOf(new GroupId("z"), 9))
                .extracting(Move::from, Move::into, Move::kind, Move::articles)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new GroupId("z"), new GroupId("m"), Move.Kind.SPLIT, 1));
    }

    @Test
    void aLateReportThatTiesTwoStoriesMakesThemOneAndSaysWhy() {
        // Half of the words of each, and none of the other's.
        String[] words =
                "aurora southport olsen lanternhead brackwater tidewell marlowe quillon hexham dunmere".split(" ");
        file("x", title(words, 0, 4), text(words, 0, 4), Optional.of(DAY));
        file("y", title(words, 6, 10), text(words, 6, 10), Optional.of(DAY));
        desk.catchUp();
        assertThat(partition()).containsExactlyInAnyOrder(Set.of("x"), Set.of("y"));
        file("w", title(words, 0, 10), text(words, 0, 10), Optional.of(DAY));
        desk.catchUp();
        assertThat(partition()).containsExactly(Set.of("w", "x", "y"));
        assertThat(storyOf("y")).isEqualTo("x");
        List<Move> moves = store.stories().movesOf(new GroupId("y"), 9);
        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).kind()).isEqualTo(Move.Kind.JOINED);
        assertThat(moves.get(0).into()).isEqualTo(new GroupId("x"));
        assertThat(moves.get(0).why()).contains("quillon").contains("hexham");
    }

    private static String title(String[] words, int from, int to) {
        return String.join(" ", java.util.Arrays.copyOfRange(words, from, to));
    }

    private static String text(String[] words, int from, int to) {
        return "Of " + title(words, from, to) + " it was told.";
    }

    @Test
    void theOrderOfArrivalAndHowOftenTheDeskWorksDoNotMatter() {
        long seed = Long.getLong("hearsay.test.seed", 20261127);
        Random random = new Random(seed);
        Map<String, String[]> articles = new TreeMap<>();
        for (int event = 0; event < 12; event++) {
            for (int report = 0; report < 1 + event % 4; report++) {
                StringBuilder text = new StringBuilder();
                for (int word = 0; word < 30; word++) {
                    text.append("e")
                            .append(random.nextInt(3) == 0 ? event + 1 : event)
                            .append("w")
                            .append(random.nextInt(18))
                            .append(' ');
                }
                articles.put("a" + random.nextInt(1_000_000), new String[] {text.substring(0, 25), text.toString()});
            }
        }
        Set<Set<String>> expected = Set.of();
        for (int round = 0; round < 6; round++) {
            close();
            open("round" + round);
            List<String> order = new ArrayList<>(articles.keySet());
            Collections.shuffle(order, random);
            for (String id : order) {
                String[] told = articles.get(id);
                file(id, told[0], told[1], Optional.of(DAY));
                if (random.nextInt(5) == 0) {
                    desk.catchUp();
                }
            }
            desk.catchUp();
            expected = round == 0 ? partition() : expected;
            assertThat(partition()).as("seed " + seed).isEqualTo(expected);
        }
        assertThat(expected).hasSizeLessThan(articles.size()).hasSizeGreaterThan(6);
    }

    @Test
    void aTextInVeryManyCopiesIsOneOriginAndOneStory() {
        for (int i = 0; i < 400; i++) {
            file("c" + i, FERRY + " " + i, FERRY_TEXT, Optional.of(DAY.plusSeconds(i)));
        }
        file("r", RESCUE, RESCUE_TEXT, Optional.of(DAY));
        desk.catchUp();
        assertThat(partition()).hasSize(1);
        assertThat(store.articles().inOrigin(new GroupId("c0"))).hasSize(400);
        assertThat(storyOf("r")).isEqualTo("c0");
    }

    @Test
    void storiesOfHundredsOfTextsAreKeptWholeAndApart() {
        Random random = new Random(20261127);
        String[] quake = "tarnmoor quake rescuers rubble aftershock hospital epicentre shelters tremor".split(" ");
        String[] vote = "lindholm ballot recount turnout senator precinct runoff canvass voters".split(" ");
        for (int i = 0; i < StoryDesk.MOST + 60; i++) {
            file("q" + i, some(quake, random), "", Optional.of(DAY));
            if (i % 5 == 0) {
                file("v" + i, some(vote, random), "", Optional.of(DAY));
                desk.catchUp();
            }
        }
        desk.catchUp();
        Map<Boolean, Integer> largest = new TreeMap<>();
        for (Set<String> story : partition()) {
            long quakes = story.stream().filter(id -> id.startsWith("q")).count();
            assertThat(quakes).as("two events in " + story).isIn(0L, (long) story.size());
            largest.merge(quakes > 0, story.size(), Math::max);
        }
        assertThat(largest.get(true)).isGreaterThan(StoryDesk.MOST);
        assertThat(largest.get(false)).isGreaterThan(40);
        assertThat(store.stories().size()).isZero();
    }

    private static String some(String[] words, Random random) {
        List<String> some = new ArrayList<>(List.of(words));
        Collections.shuffle(some, random);
        return String.join(" ", some.subList(0, 6));
    }

    @Test
    void emptyTextsTextsOfNumbersAndPagesWithoutADateAreAnswered() {
        file("a", "", "", Optional.empty());
        file("b", "12", "12 13 14 ".repeat(50), Optional.empty());
        file("c", "1", "1", Optional.of(Instant.parse("9999-12-31T00:00:00Z")));
        file("d", FERRY, FERRY_TEXT, Optional.empty());
        file("e", RESCUE, RESCUE_TEXT, Optional.of(DAY));
        file("f", "Ferry", "Ferry", Optional.empty());
        file("g", "Long", "Harbour pilots of Southport met. ".repeat(10_000), Optional.of(DAY));
        desk.catchUp();
        assertThat(partition()).contains(Set.of("f"), Set.of("g"));
        assertThat(partition()).contains(Set.of("a"), Set.of("b"), Set.of("c"), Set.of("d", "e"));
    }

    @Test
    void aDateInTheFutureCountsForNothing() {
        file("a", FERRY, FERRY_TEXT, Optional.of(DAY));
        file("b", RESCUE, RESCUE_TEXT, Optional.of(DAY.plusSeconds(400_000_000)));
        desk.catchUp();
        assertThat(partition()).containsExactly(Set.of("a", "b"));
    }
}
