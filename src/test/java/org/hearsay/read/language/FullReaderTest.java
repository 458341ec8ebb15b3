package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;
import org.hearsay.read.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FullReaderTest {
    private static final String TEXT = "Mayor Ann Hill of Bergen said on Monday that the harbour would be closed.\n"
            + "\"We have no choice,\" Hill told reporters. According to Acme Shipping, 20 boats will have to leave.";

    private static List<String> names(Reading reading) {
        return reading.names().stream()
                .map(name -> name.type() + " " + reading.article().words(name.span()))
                .toList();
    }

    @Test
    void namesAreFoundWithTheirTypes() {
        assertThat(names(FullTexts.read(TEXT)))
                .containsExactly("PERSON Ann Hill", "LOCATION Bergen", "PERSON Hill", "ORGANIZATION Acme Shipping");
    }

    @Test
    void aNicknameInQuotationMarksStandsInsideItsName() {
        Reading reading = FullTexts.read("The agent, Karim \u201cthe Dentist\u201d Belhadj, says he asked for more. "
                + "Senator Ambrosio \"Dodong\" Velez said no.");
        assertThat(reading.entities())
                .extracting(Entity::name)
                .contains("Karim \"the Dentist\" Belhadj", "Ambrosio \"Dodong\" Velez");
    }

    @Test
    void aWordInQuotationMarksBetweenTwoPeopleIsNoNickname() {
        Reading reading = FullTexts.read("Ann Hill \"loves\" Leo Tate, the paper said, and he her.");
        assertThat(reading.entities()).extracting(Entity::name).contains("Ann Hill", "Leo Tate");
    }

    @Test
    void aWordSaysWhoSaidWhat() {
        Reading reading = FullTexts.read(TEXT);
        Article article = reading.article();
        List<Attribution> attributions = reading.tagging().orElseThrow().attributions();
        Attribution told = attributions.stream()
                .filter(said -> article.words(said.cue().span()).equals("told"))
                .findFirst()
                .orElseThrow();
        assertThat(told.cue().confidence()).isGreaterThan(0.8);
        assertThat(told.block()).isEqualTo(1);
        assertThat(told.source())
                .extracting(source -> article.words(source.span()))
                .containsExactly("Hill");
        assertThat(article.words(told.content().getFirst().span())).contains("We have no choice");
        assertThat(attributions)
                .extracting(said -> article.words(said.cue().span()))
                .contains("said", "According to");
    }

    @Test
    void allThatIsMarkedLiesInItsBlock() {
        Reading reading = FullTexts.read(TEXT);
        for (Attribution said : reading.tagging().orElseThrow().attributions()) {
            assertThat(Stream.concat(
                            Stream.of(said.cue()), Stream.concat(said.source().stream(), said.content().stream())))
                    .allMatch(tagged ->
                            reading.article().blocks().get(said.block()).span().contains(tagged.span()));
        }
    }

    @Test
    void eachSentenceHasItsWorthOrNoneHas() {
        Reading reading = FullTexts.read(TEXT);
        List<Double> worth = reading.tagging().orElseThrow().worth();
        assertThat(worth.size()).isIn(0, reading.sentences().size());
        assertThat(worth).allMatch(value -> value >= 0 && value <= 1);
    }

    @Test
    void namesAloneAreTheSameNames() {
        Article article = Texts.article(TEXT);
        Reading names = FullTexts.READER.namesOnly().read(article);
        assertThat(names.names()).isEqualTo(FullTexts.READER.read(article).names());
        assertThat(names.tagging()).isEmpty();
    }

    @Test
    void whatIsNotEnglishHasNoTags() {
        Reading reading = FullTexts.read("Der Bürgermeister sagte am Montag, dass der Hafen geschlossen werde. "
                + "Die Stadt habe keine andere Wahl, sagte er vor Journalisten im Rathaus.");
        assertThat(reading.english()).isFalse();
        assertThat(reading.names()).isEmpty();
        assertThat(reading.tagging()).isEmpty();
    }

    @Test
    void eightThreadsReadTheSameAsOne() throws Exception {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            // Of many lengths, so that threads run windows of different sizes beside each other.
            articles.add(Texts.article((TEXT + "\n").repeat(1 + i % 7) + "Berth " + i + " of Port Acme is free."));
        }
        List<Reading> alone = articles.stream().map(FullTexts.READER::read).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Reading>> together = articles.stream()
                    .map(article -> threads.submit(() -> FullTexts.READER.read(article)))
                    .toList();
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    @Test
    void opennlpsInterfaceGivesWordsAndType() {
        TokenNameFinder finder = FullTexts.READER.finder();
        String[] words = {"Ann", "Hill", "lives", "in", "Bergen", "."};
        assertThat(finder.find(words)).containsExactly(new Span(0, 2, "PERSON"), new Span(4, 5, "LOCATION"));
        assertThat(finder.find(new String[0])).isEmpty();
    }

    @Test
    void theDescriptionSaysWhatReads() {
        assertThat(FullTexts.READER.description()).startsWith("full (encoder ").contains("ONNX Runtime 1.");
    }

    @ParameterizedTest
    @MethodSource("org.hearsay.read.language.HostileTextTest#hostile")
    void anyTextIsReadInBoundedTime(String text) {
        FullReader reader = FullTexts.READER.upTo(2_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> HostileTextTest.check(reader.read(Texts.article(text))));
    }

    @Test
    void ofALineOfNothingButCuesTheStrongestAreTaken() {
        Article article = Texts.article("The,minister.said:".repeat(100));
        List<Attribution> found =
                FullTexts.READER.read(article).tagging().orElseThrow().attributions();
        // Three parts, where twenty of a part are taken.
        assertThat(found).hasSizeBetween(1, 60);
        assertThat(found)
                .isSortedAccordingTo(java.util.Comparator.comparingInt(
                        said -> said.cue().span().start()));
    }

    /** Beyond what the encoder reads of a text, names are still found. */
    @Test
    void theEndOfABookIsReadToo() {
        Reading reading = FullTexts.READER
                .upTo(1_000)
                .read(Texts.article("The men of the town went to the harbour and back. ".repeat(200)
                        + "In the end Mayor Ann Hill went to London."));
        assertThat(names(reading)).contains("LOCATION London");
        HostileTextTest.check(reading);
    }
}
