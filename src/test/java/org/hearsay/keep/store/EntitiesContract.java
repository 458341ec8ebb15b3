package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.claim;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.stored;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.keep.store.Entities.Decision;
import org.hearsay.keep.store.Entities.Kind;
import org.hearsay.keep.store.Entities.Known;
import org.hearsay.keep.store.Entities.Said;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people's decisions on who is who do in every {@link Store}. The sample articles a and b name China. */
abstract class EntitiesContract extends OpenStore {
    private static final EntityId CHINA = new EntityId("location:china");
    private static final EntityId PRC = new EntityId("location:people-s-republic");
    private static final EntityId TAIWAN = new EntityId("location:taiwan");
    private static final EntityId ADA = new EntityId("person:ada");
    private static final EntityId ADA_KING = new EntityId("person:ada-king");
    private static final Said ANNA = new Said("anna", "one and the same", NOON);
    private static final Said BEN = new Said("ben", "they are not", NOON.plusSeconds(60));

    @BeforeEach
    void fill() {
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.articles().add(stored("b", 1, NOON.plusSeconds(1)), fingerprint(Optional.empty(), 2));
        store.claims().put(claim("a", "sixty", 1, NOON), Set.of("k"));
        emptyQueue();
    }

    private void emptyQueue() {
        store.indexQueue().done(store.indexQueue().next(99));
    }

    private EntityId inArticle(String name) {
        List<Mention> names =
                store.articles().current(article(name)).orElseThrow().names();
        return names.get(0).entity();
    }

    @Test
    void withoutADecisionAllIsAsRead() {
        assertThat(inArticle("a")).isEqualTo(CHINA);
        assertThat(store.entities().known(CHINA)).contains(new Known(CHINA, "China", 2, 2, Set.of(CHINA)));
        assertThat(store.entities().articles(CHINA, 9)).containsExactly(article("b"), article("a"));
        assertThat(store.entities().articles(CHINA, 1)).containsExactly(article("b"));
        assertThat(store.entities().known(PRC)).isEmpty();
        assertThat(store.entities().decisions()).isEmpty();
    }

    @Test
    void aNameWithANulIsKeptWhetherOrNotTheEngineKnowsIt() {
        for (String name : List.of("a", "b")) {
            store.articles().add(stored(name, 2, NOON, "Ch\0na"), fingerprint(Optional.empty(), 1));
        }
        assertThat(store.entities().known(CHINA).orElseThrow().name()).isIn("Ch\0na", "Ch\ufffdna");
    }

    @Test
    void whatIsMergedIsOneInArticlesClaimsAndLists() {
        long number = store.entities().merge(CHINA, PRC, ANNA);
        store.entities().merge(ADA, ADA_KING, ANNA);
        assertThat(inArticle("a")).isEqualTo(PRC);
        assertThat(inArticle("b")).isEqualTo(PRC);
        StoredClaim claim = store.claims().of(article("a")).get(0);
        assertThat(claim.claim().names()).extracting(Mention::entity).containsExactly(ADA_KING);
        assertThat(claim.claim().voices())
                .filteredOn(voice -> voice instanceof Voice.Named)
                .extracting(voice -> ((Voice.Named) voice).entity().orElseThrow())
                .containsExactly(ADA_KING);
        assertThat(store.entities().known(PRC).map(Known::articles)).contains(2);
        assertThat(store.entities().known(PRC).map(Known::read)).contains(Set.of(CHINA));
        assertThat(store.entities().known(CHINA)).isEmpty();
        assertThat(store.entities().decisions().get(0))
                .isEqualTo(new Decision(number, Kind.MERGE, CHINA, PRC, Set.of(), ANNA, Optional.empty()));
    }

    @Test
    void aDecisionQueuesTheArticlesItTouchesForTheIndex() {
        long number = store.entities().merge(CHINA, PRC, ANNA);
        assertThat(store.indexQueue().next(9))
                .extracting(IndexQueue.Row::article)
                .containsExactlyInAnyOrder(article("a"), article("b"));
        emptyQueue();
        store.entities().merge(TAIWAN, ADA, ANNA);
        assertThat(store.indexQueue().size()).isZero();
        store.entities().split(PRC, TAIWAN, Set.of(article("b")), ANNA);
        assertThat(store.indexQueue().next(9))
                .extracting(IndexQueue.Row::article)
                .containsExactly(article("b"));
        emptyQueue();
        store.entities().undo(number, BEN);
        assertThat(store.indexQueue().size()).isEqualTo(2);
    }

    @Test
    void aSplitHoldsInItsArticlesOnly() {
        store.entities().split(CHINA, TAIWAN, Set.of(article("a")), ANNA);
        assertThat(inArticle("a")).isEqualTo(TAIWAN);
        assertThat(inArticle("b")).isEqualTo(CHINA);
        assertThat(store.entities().articles(TAIWAN, 9)).containsExactly(article("a"));
        assertThat(store.entities().articles(CHINA, 9)).containsExactly(article("b"));
        assertThat(store.entities().known(TAIWAN).map(Known::name)).contains("Taiwan");
    }

    @Test
    void aSplitOfWhatWasMergedGoesBeforeTheMerge() {
        store.entities().merge(CHINA, PRC, ANNA);
        store.entities().split(PRC, TAIWAN, Set.of(article("a")), ANNA);
        assertThat(inArticle("a")).isEqualTo(TAIWAN);
        assertThat(inArticle("b")).isEqualTo(PRC);
        assertThat(store.entities().known(TAIWAN).map(Known::read)).contains(Set.of(CHINA));
    }

    @Test
    void whatIsUndoneIsAsBeforeAndStaysOnRecord() {
        long merge = store.entities().merge(CHINA, PRC, ANNA);
        long split = store.entities().split(CHINA, TAIWAN, Set.of(article("b")), ANNA);
        assertThat(inArticle("b")).isEqualTo(TAIWAN);
        store.entities().undo(split, BEN);
        assertThat(inArticle("b")).isEqualTo(PRC);
        store.entities().undo(merge, BEN);
        assertThat(inArticle("b")).isEqualTo(CHINA);
        assertThat(store.entities().decisions())
                .extracting(Decision::undone)
                .containsExactly(Optional.of(BEN), Optional.of(BEN));
        assertThat(store.entities().merge(CHINA, PRC, BEN)).isGreaterThan(split);
        assertThat(inArticle("b")).isEqualTo(PRC);
    }

    @Test
    void whatCannotBeMeantIsRefusedWithWhatToDo() {
        long merge = store.entities().merge(CHINA, PRC, ANNA);
        assertThatThrownBy(() -> store.entities().merge(CHINA, PRC, ANNA)).hasMessageContaining("are one already");
        assertThatThrownBy(() -> store.entities().merge(PRC, CHINA, ANNA)).hasMessageContaining("are one already");
        assertThatThrownBy(() -> store.entities().merge(CHINA, TAIWAN, ANNA))
                .hasMessageContaining("is merged into " + PRC)
                .hasMessageContaining("undo that decision first");
        assertThatThrownBy(() -> store.entities().split(CHINA, TAIWAN, Set.of(), ANNA))
                .hasMessageContaining("names the articles");
        assertThatThrownBy(() -> store.entities().split(CHINA, CHINA, Set.of(article("a")), ANNA))
                .hasMessageContaining("an id of its own");
        store.entities().split(CHINA, TAIWAN, Set.of(article("a")), ANNA);
        assertThatThrownBy(() -> store.entities().split(CHINA, ADA, Set.of(article("a")), ANNA))
                .hasMessageContaining("is split already in");
        assertThatThrownBy(() -> store.entities().undo(99, ANNA)).hasMessage("there is no decision 99");
        store.entities().undo(merge, BEN);
        assertThatThrownBy(() -> store.entities().undo(merge, ANNA)).hasMessageContaining("taken back already, by ben");
    }

    @Test
    void decisionsSurviveARebuildAndHoldForWhatComesAfter() {
        store.entities().merge(CHINA, PRC, ANNA);
        store.entities().split(CHINA, TAIWAN, Set.of(article("b")), ANNA);
        store.forgetDerived();
        assertThat(store.entities().known(PRC)).isEmpty();
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.articles().add(stored("b", 1, NOON), fingerprint(Optional.empty(), 2));
        store.articles().add(stored("c", 1, NOON), fingerprint(Optional.empty(), 3));
        assertThat(inArticle("a")).isEqualTo(PRC);
        assertThat(inArticle("b")).isEqualTo(TAIWAN);
        assertThat(inArticle("c")).isEqualTo(PRC);
    }

    @Test
    void aNewVersionReplacesWhatItsArticleNames() {
        store.articles().add(stored("a", 2, NOON.plusSeconds(9)), fingerprint(Optional.empty(), 1));
        assertThat(store.entities().known(CHINA).map(Known::mentions)).contains(2);
    }

    @Test
    void entitiesAreFoundByWordsOfTheirName() {
        store.entities().merge(ADA, CHINA, ANNA);
        assertThat(store.entities().named("Chin", 9)).extracting(Known::id).containsExactly(CHINA);
        assertThat(store.entities().named("nobody", 9)).isEmpty();
        assertThat(store.entities().named("%", 9)).isEmpty();
    }

    @Test
    void aTransactionThatFailsDecidesNothing() {
        assertThatThrownBy(() -> store.inTransaction(() -> {
                    store.entities().merge(CHINA, PRC, ANNA);
                    assertThat(inArticle("a")).isEqualTo(PRC);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(inArticle("a")).isEqualTo(CHINA);
        ArticleId a = article("a");
        store.entities().split(CHINA, TAIWAN, Set.of(a), BEN);
        assertThat(inArticle("a")).isEqualTo(TAIWAN);
    }
}
