package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.SentenceVectors;
import org.junit.jupiter.api.Test;

/** What is like a text, by its words and by what they mean, whatever the engine. */
abstract class MeaningContract extends FilledIndex {
    /** Words on three axes: punishing, paying, weather. A sentence lies where most of its words do. */
    private static final class Axes implements SentenceVectors {
        private static final List<Set<String>> WORDS = List.of(
                Set.of("sanctioned", "punished", "embargo"),
                Set.of("charges", "bill", "price"),
                Set.of("rain", "storm"));

        @Override
        public int size() {
            return WORDS.size();
        }

        @Override
        public float[] of(String sentence) {
            float[] point = new float[WORDS.size()];
            for (String word : sentence.split("\\W+")) {
                for (int i = 0; i < point.length; i++) {
                    point[i] += WORDS.get(i).contains(word) ? 1 : 0;
                }
            }
            return point;
        }
    }

    private List<String> like(String text) {
        return index.alike(text, 3).hits().stream().map(Hits.Hit::id).toList();
    }

    @Test
    void aClaimSaidInOtherWordsIsFoundByItsMeaning() {
        index.understand(new Axes());
        index.replace(List.of(OFFER, PRICES));
        index.commit();

        assertThat(like("an embargo punished them")).startsWith("denial");
        assertThat(like("the bill")).startsWith("cafe");
        assertThat(search("embargo", In.CLAIMS).hits()).isEmpty();
    }

    @Test
    void whatSharesRareWordsComesBeforeWhatIsOnlyNear() {
        index.understand(new Axes());
        index.replace(List.of(OFFER, PRICES));
        index.commit();

        assertThat(like("China's share of refining, 85%, and of global production"))
                .startsWith("share");
    }

    @Test
    void aCompoundIsFoundByItsPartsAndAWordCountsOnceInAllItsForms() {
        index.replace(List.of(IndexedArticles.at("https://example.org/a")
                .says("game", "A trick that brought a treat")
                .says("first", "The price of tin rose")
                .says("second", "The price of rice fell")
                .says("quay", "The quay of Lindsay sank")
                .made()));
        index.commit();

        assertThat(like("trick-or-treat bags, says police")).containsExactly("game");
        assertThat(like("prices, priced or price at a quay")).startsWith("quay");
    }

    @Test
    void withoutVectorsATextIsFoundByItsWordsAlone() {
        index.replace(List.of(OFFER, PRICES));
        index.commit();

        assertThat(like("who sanctioned the firms (\"embargo\" AND")).startsWith("denial");
        assertThat(like("an embargo punished them")).isEmpty();
        index.understand(new Axes());
        assertThat(like("an embargo punished them")).isEmpty();
        assertThat(like("who sanctioned the firms")).startsWith("denial");
    }

    @Test
    void whatIsReplacedForNowIsFoundAtOnceAndByItsMeaningAfterwards() {
        index.understand(new Axes());
        index.replaceForNow(List.of(OFFER, PRICES));
        index.commit();

        assertThat(like("who sanctioned the firms")).startsWith("denial");
        List<ArticleId> due = index.withoutMeaning(10);
        index.replace(Stream.of(OFFER, PRICES)
                .filter(article -> due.contains(article.id()))
                .toList());
        index.commit();

        assertThat(index.withoutMeaning(10)).isEmpty();
        assertThat(like("an embargo punished them")).startsWith("denial");
        assertThat(search("sanctioned", In.CLAIMS).hits())
                .extracting(Hits.Hit::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void theTitleAboveAClaimLendsItMeaning() {
        index.understand(new Axes());
        index.replace(List.of(
                IndexedArticles.at("https://example.org/a")
                        .title("Firms under an embargo")
                        .says("under", "They were the first.")
                        .made(),
                IndexedArticles.at("https://example.org/b")
                        .title("Storm over the bay")
                        .says("over", "They were the first.")
                        .made()));
        index.commit();

        assertThat(like("punished")).startsWith("under");
    }

    @Test
    void ofCopiesThatDifferByTheirMarksTheLowerNumberComesFirst() {
        index.understand(new Axes());
        index.replace(List.of(
                IndexedArticles.at("https://example.org/a")
                        .title("Said")
                        .says("102", "He said 'the embargo punished us'.")
                        .made(),
                IndexedArticles.at("https://example.org/b")
                        .title("Said")
                        .says("99", "He said \u201Cthe embargo punished us\u201D.")
                        .made()));
        index.commit();

        assertThat(like("#embargo punished us")).containsExactly("99", "102");
    }

    @Test
    void aTextWithoutWordsIsLikeNothing() {
        index.understand(new Axes());
        index.replace(List.of(OFFER));
        index.commit();

        assertThat(like("")).isEmpty();
        assertThat(like("?! https://example.org/x")).isEmpty();
    }
}
