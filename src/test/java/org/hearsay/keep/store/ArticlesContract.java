package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.claim;
import static org.hearsay.keep.store.Samples.entry;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.relation;
import static org.hearsay.keep.store.Samples.stored;
import static org.hearsay.keep.store.Samples.unreadable;
import static org.hearsay.keep.store.Samples.url;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.keep.store.Articles.Fingerprinted;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.junit.jupiter.api.Test;

/** What every {@link Store} does for articles and claims. */
abstract class ArticlesContract extends OpenStore {
    private static final Claims.Alone ANY = new Claims.Alone(key -> true, Instant.MIN);

    // articles

    @Test
    void anArticleComesBackInEachVersion() {
        Articles articles = store.articles();
        articles.add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1, 2));
        articles.add(unreadable("b"), fingerprint(Optional.of(NOON)));
        articles.add(stored("a", 2, NOON.plusSeconds(9)), fingerprint(Optional.empty(), 2, 3));
        assertThat(articles.current(article("a"))).contains(stored("a", 2, NOON.plusSeconds(9)));
        assertThat(articles.current(article("b"))).contains(unreadable("b"));
        assertThat(articles.version(article("a"), 1)).contains(stored("a", 1, NOON));
        assertThat(articles.version(article("a"), 3)).isEmpty();
        assertThat(articles.versions(article("a"))).isEqualTo(2);
        assertThat(articles.versions(article("none"))).isZero();
        assertThat(articles.count()).isEqualTo(2);
        assertThat(articles.latest(9)).extracting(StoredArticle::id).containsExactly(article("a"), article("b"));
        assertThat(articles.latest(1)).hasSize(1);
        assertThat(articles.all(List.of(article("b"), article("none"), article("a"))))
                .containsExactly(unreadable("b"), stored("a", 2, NOON.plusSeconds(9)));
        assertThat(articles.texts(List.of(article("b"), article("none"), article("a"))))
                .isEqualTo(Map.of(
                        article("a"),
                        stored("a", 2, NOON.plusSeconds(9))
                                .extraction()
                                .readable()
                                .orElseThrow()));
        assertThatThrownBy(() -> articles.add(stored("a", 2, NOON), fingerprint(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
        List<ArticleId> visited = new ArrayList<>();
        articles.each(a -> visited.add(a.id()));
        assertThat(visited).hasSize(2).isSorted();
    }

    @Test
    void articlesThatShareShinglesAreFound() {
        Articles articles = store.articles();
        articles.add(stored("a", 1, NOON), fingerprint(Optional.of(NOON.minusSeconds(60)), 1, 2, 3, Long.MIN_VALUE));
        articles.add(stored("b", 1, NOON), fingerprint(Optional.empty(), 3, 4, 5));
        articles.add(stored("c", 1, NOON), fingerprint(Optional.empty(), 6));
        assertThat(articles.sharing(fingerprint(Optional.empty(), 1, 2, 3, 4), 2, 9))
                .extracting(Fingerprinted::id)
                .containsExactlyInAnyOrder(article("a"), article("b"));
        assertThat(articles.sharing(fingerprint(Optional.empty(), Long.MIN_VALUE, 2, 3, 9), 3, 9))
                .containsExactly(new Fingerprinted(
                        article("a"),
                        fingerprint(Optional.of(NOON.minusSeconds(60)), 1, 2, 3, Long.MIN_VALUE),
                        NOON.minusSeconds(60),
                        url("a"),
                        new GroupId(article("a").text()),
                        new GroupId(article("a").text())));
        assertThat(articles.sharing(fingerprint(Optional.empty()), 1, 9)).isEmpty();
        articles.add(stored("a", 2, NOON), fingerprint(Optional.empty(), 3, 7));
        assertThat(articles.sharing(fingerprint(Optional.empty(), 1, 2), 1, 9))
                .as("only the newest version counts")
                .isEmpty();
        assertThat(articles.sharing(fingerprint(Optional.empty(), 7), 1, 9)).hasSize(1);
    }

    @Test
    void aFeedsVolumeCountsItsNewEntriesByDayAndNotThoseOfItsFirstVisit() {
        Feeds feeds = store.feeds();
        assertThat(feeds.volume(url("feed"), NOON)).isEqualTo(FeedVolume.NONE);
        Instant first = NOON.minus(Duration.ofDays(40));
        feeds.take(url("feed"), List.of(entry("old", "t1"), entry("older", "t1")), first);
        feeds.take(url("feed"), List.of(entry("a", "t1")), NOON.minus(Duration.ofDays(28)));
        feeds.take(url("feed"), List.of(entry("b", "t1")), NOON.minus(Duration.ofDays(27)));
        feeds.take(url("feed"), List.of(entry("c", "t1"), entry("d", "t1")), NOON.minusSeconds(1));
        feeds.take(url("feed"), List.of(entry("c", "t2")), NOON);
        feeds.take(url("other"), List.of(entry("e", "t1")), NOON);
        FeedVolume volume = feeds.volume(url("feed"), NOON);
        assertThat(volume.since()).contains(first);
        assertThat(volume.days()).hasSize(28).startsWith(2, 0).endsWith(0, 1);
        assertThat(volume.days().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
        assertThat(feeds.volumes(NOON))
                .containsOnlyKeys(url("feed"), url("other"))
                .containsEntry(url("feed"), volume)
                .containsEntry(url("other"), feeds.volume(url("other"), NOON));
        feeds.end(url("feed"), "a", Ending.NEW, Optional.empty(), Optional.empty());
        assertThat(feeds.endingsByFeed().get(url("feed")))
                .containsExactly(java.util.Map.entry(Ending.NEW, 1), java.util.Map.entry(Ending.WAITING, 5));
    }

    @Test
    void newClaimsAreListedWithTheirStoriesAndWhetherSomebodySaysOtherwise() {
        Claims claims = store.claims();
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.articles().add(stored("b", 1, NOON), fingerprint(Optional.empty(), 2));
        StoredClaim old = claim("b", "seventy", 1, NOON.minusSeconds(60));
        StoredClaim a = claim("a", "sixty", 1, NOON);
        StoredClaim b = claim("b", "fifty", 2, NOON.plusSeconds(1));
        StoredClaim ended = claim("a", "forty", 2, NOON.plusSeconds(2));
        List.of(old, a, b, ended).forEach(one -> claims.put(one, Set.of()));
        claims.end(ended.claim().id(), StoredClaim.State.WITHDRAWN, NOON.plusSeconds(3));
        claims.relate(old.claim().id(), a.claim().id(), relation(Relation.Kind.DIFFERS));
        claims.relate(b.claim().id(), ended.claim().id(), relation(Relation.Kind.DIFFERS));

        assertThat(claims.since(NOON, 9))
                .extracting(Claims.Recent::claim)
                .containsExactly(b.claim().id(), a.claim().id());
        assertThat(claims.since(NOON, 1))
                .containsExactly(new Claims.Recent(
                        b.claim().id(),
                        b.article(),
                        b.group(),
                        stored("b", 1, NOON).story(),
                        b.firstSeen()));
        assertThat(claims.disputedSince(NOON)).containsExactly(a.claim().id());
        store.corrections().add(new Correction(old.claim().id(), Correction.NOT_A_CLAIM, "", NOON));
        assertThat(claims.disputedSince(NOON)).isEmpty();
        store.corrections().add(new Correction(b.claim().id(), Correction.NOT_A_CLAIM, "", NOON));
        assertThat(claims.since(NOON, 9))
                .extracting(Claims.Recent::claim)
                .containsExactly(a.claim().id());
    }

    @Test
    void mergedOriginsHaveAllMembersAndTheirArticlesAreQueued() {
        Articles articles = store.articles();
        for (String name : List.of("a", "b", "c")) {
            articles.add(stored(name, 1, NOON), fingerprint(Optional.empty()));
        }
        store.indexQueue().done(store.indexQueue().next(9));
        GroupId a = new GroupId(article("a").text());
        GroupId b = new GroupId(article("b").text());
        articles.mergeOrigins(b, a);
        assertThat(store.indexQueue().next(9))
                .extracting(IndexQueue.Row::article)
                .containsExactly(article("b"));
        assertThat(articles.inOrigin(a))
                .containsExactlyInAnyOrder(article("a"), article("b"))
                .isSorted();
        assertThat(articles.inOrigin(b)).isEmpty();
        assertThat(articles.version(article("b"), 1).orElseThrow().origin()).isEqualTo(a);
        assertThat(articles.current(article("b")).orElseThrow().story()).isEqualTo(b);
        articles.mergeOrigins(a, a);
        assertThat(store.indexQueue().size()).isEqualTo(1);
    }

    @Test
    void ofATextInManyCopiesTheFirstAreFound() {
        for (String name : List.of("c", "a", "b")) {
            store.articles().add(stored(name, 1, NOON), fingerprint(Optional.empty(), 1, 2));
        }
        store.articles().add(stored("d", 1, NOON), fingerprint(Optional.empty(), 2, 3));
        assertThat(store.articles().sharing(fingerprint(Optional.empty(), 1, 2, 3), 2, 2))
                .extracting(Fingerprinted::id)
                .containsExactlyInAnyOrder(article("c"), article("a"));
        assertThat(store.articles().sharing(fingerprint(Optional.empty(), 1, 2, 3), 1, 2))
                .as("another that shares what is rare is found all the same")
                .extracting(Fingerprinted::id)
                .contains(article("d"));
    }

    // claims

    @Test
    void aClaimComesBackAndKeepsWhenItWasFirstSeen() {
        Claims claims = store.claims();
        StoredClaim first = claim("a", "sixty", 10, NOON);
        claims.put(first, Set.of("k"));
        assertThat(claims.claim(first.claim().id())).contains(first);
        StoredClaim again = claim("a", "sixty", 20, NOON.plusSeconds(60));
        claims.put(again, Set.of("k", "k2"));
        StoredClaim now = claims.claim(first.claim().id()).orElseThrow();
        assertThat(now.firstSeen()).isEqualTo(NOON);
        assertThat(now.claim()).isEqualTo(again.claim());
        assertThat(claims.claim(new ClaimId("none"))).isEmpty();
        assertThat(claims.count()).isEqualTo(1);
    }

    @Test
    void aClaimThatEndsIsNoLongerCurrent() {
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty()));
        Claims claims = store.claims();
        StoredClaim gone = claim("a", "gone", 1, NOON);
        StoredClaim stays = claim("a", "stays", 30, NOON);
        StoredClaim early = claim("a", "early", 5, NOON);
        List.of(gone, stays, early).forEach(c -> claims.put(c, Set.of("k")));
        claims.end(gone.claim().id(), StoredClaim.State.WITHDRAWN, NOON.plusSeconds(5));
        assertThat(claims.of(article("a"))).extracting(StoredClaim::words).containsExactly("early", "stays", "gone");
        StoredClaim ended = claims.claim(gone.claim().id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(StoredClaim.State.WITHDRAWN);
        assertThat(ended.ended()).contains(NOON.plusSeconds(5));
        assertThat(claims.sharing(Set.of("k"), ANY, article("x"), 9))
                .extracting(Claims.Sharing::claim)
                .hasSize(2)
                .doesNotContain(ended.claim().id());
        claims.put(gone, Set.of("k"));
        assertThat(claims.claim(gone.claim().id())).as("it is said again").contains(gone);
        assertThat(claims.sharing(Set.of("k"), ANY, article("x"), 9)).hasSize(3);
        assertThatThrownBy(() -> claims.end(gone.claim().id(), StoredClaim.State.CURRENT, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void claimsAreListedInTheirOrders() {
        Claims claims = store.claims();
        List<StoredClaim> all = IntStream.range(0, 1_007)
                .mapToObj(i -> claim("a" + i % 7, "w" + i, i, NOON.plusSeconds(i)))
                .toList();
        store.inTransaction(() -> {
            all.forEach(c -> claims.put(c, Set.of()));
            return true;
        });
        assertThat(claims.latest(2)).containsExactly(all.get(1_006), all.get(1_005));
        claims.end(all.get(0).claim().id(), StoredClaim.State.CHANGED, NOON.plusSeconds(101));
        assertThat(claims.between(NOON.plusSeconds(100), NOON.plusSeconds(102)))
                .extracting(StoredClaim::words)
                .containsExactly("w0", "w100", "w101");
        ClaimId third = all.get(3).claim().id();
        ClaimId first = all.get(1).claim().id();
        assertThat(claims.all(List.of(third, new ClaimId("none"), first))).containsExactly(all.get(3), all.get(1));
        List<ClaimId> visited = new ArrayList<>();
        claims.each(c -> visited.add(c.claim().id()));
        assertThat(visited).hasSize(1_007).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void claimsOfOtherArticlesThatShareAKeyAreFound() {
        List.of("a0", "a1", "a2")
                .forEach(name -> store.articles().add(stored(name, 1, NOON), fingerprint(Optional.empty())));
        Claims claims = store.claims();
        List<StoredClaim> all = IntStream.range(0, 30)
                .mapToObj(i -> claim("a" + i % 3, "w" + i, i, NOON.minusSeconds(i)))
                .toList();
        all.forEach(c -> claims.put(c, Set.of("common", "own " + c.words())));
        List<Claims.Sharing> found = claims.sharing(Set.of("common", "own w4", "unknown"), ANY, article("a0"), 5);
        List<ClaimId> expected = new ArrayList<>(all.stream()
                .filter(c -> !c.article().equals(article("a0")))
                .map(c -> c.claim().id())
                .filter(id -> !id.equals(all.get(4).claim().id()))
                .limit(4)
                .toList());
        expected.add(0, all.get(4).claim().id());
        assertThat(found)
                .as("what shares most comes first, then what was seen last")
                .extracting(Claims.Sharing::claim)
                .containsExactlyElementsOf(expected);
        assertThat(claims.sharing(Set.of("own w1"), ANY, article("a0"), 5))
                .containsExactly(new Claims.Sharing(
                        all.get(1).claim().id(),
                        article("a1"),
                        stored("a1", 1, NOON).fetched(),
                        all.get(1).group()));
        assertThat(claims.sharing(Set.of(), ANY, article("a0"), 5)).isEmpty();
        claims.put(all.get(1), Set.of("other"));
        assertThat(claims.sharing(Set.of("own w1"), ANY, article("a0"), 5)).isEmpty();
        claims.put(claim("a1", "w28", 28, NOON.plusSeconds(9)), Set.of("common"));
        assertThat(claims.sharing(Set.of("common"), ANY, article("a0"), 1))
                .as("said again is not seen anew")
                .extracting(Claims.Sharing::claim)
                .containsExactly(all.get(2).claim().id());
    }

    @Test
    void oneKeyIsEnoughIfItTellsMuchAndTheClaimIsNew() {
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty()));
        Claims claims = store.claims();
        Map<String, Set<String>> keys = Map.of(
                "one weak", Set.of("weak 1"),
                "two weak", Set.of("weak 1", "weak 2"),
                "one strong", Set.of("strong"),
                "all", Set.of("strong", "weak 1", "weak 2"));
        claims.put(keys.entrySet().stream()
                .map(one ->
                        new Claims.Keyed(claim("a", one.getKey(), one.getKey().length(), NOON), one.getValue()))
                .toList());
        Predicate<String> strong = key -> key.equals("strong");

        List<List<Claims.Sharing>> sharing = claims.sharing(
                List.of(Set.of("strong", "weak 1", "weak 2"), Set.of(), Set.of("weak 1")),
                new Claims.Alone(strong, NOON),
                article("x"),
                9);

        assertThat(words(sharing.get(0)))
                .as("those that share most first")
                .containsExactly("all", "two weak", "one strong");
        assertThat(sharing.get(1)).isEmpty();
        assertThat(sharing.get(2)).isEmpty();
        assertThat(words(claims.sharing(
                        Set.of("strong", "weak 1"), new Claims.Alone(strong, NOON.plusNanos(1)), article("x"), 9)))
                .as("seen too long ago for one key")
                .containsExactly("all");
    }

    private List<String> words(List<Claims.Sharing> sharing) {
        return sharing.stream()
                .map(one -> store.claims().claim(one.claim()).orElseThrow().words())
                .toList();
    }

    @Test
    void aRelationIsSeenFromBothSides() {
        Claims claims = store.claims();
        StoredClaim a = claim("a", "sixty", 1, NOON);
        StoredClaim b = claim("b", "seventy", 1, NOON);
        StoredClaim c = claim("c", "sixty too", 1, NOON);
        List.of(a, b, c).forEach(one -> claims.put(one, Set.of()));
        Relation differs = relation(Relation.Kind.DIFFERS);
        Relation same = new Relation(Relation.Kind.SAME, 1, List.of(), List.of());
        claims.relate(a.claim().id(), b.claim().id(), differs);
        claims.relate(c.claim().id(), a.claim().id(), same);
        assertThat(claims.relations(a.claim().id())).containsExactly(new Related(c, same), new Related(b, differs));
        Relation mirrored = claims.relations(b.claim().id()).get(0).relation();
        assertThat(mirrored.differences())
                .startsWith(new Difference.Amount(
                        new Span(3, 4), new Span(1, 2), "70 % / 60 %", Optional.of("60 % / 70 %")))
                .endsWith(new Difference.OfTerm(Optional.empty(), Optional.of(new Span(9, 10)), "missing"));
        claims.relate(b.claim().id(), a.claim().id(), same);
        assertThat(claims.relations(a.claim().id()))
                .hasSize(2)
                .allMatch(r -> r.relation().equals(same));
        claims.relate(a.claim().id(), b.claim().id(), new Relation(Relation.Kind.UNRELATED, 0, List.of(), List.of()));
        assertThat(claims.relations(b.claim().id())).isEmpty();
    }

    @Test
    void mergedClaimGroupsHaveAllMembersAndTheirArticlesAreQueued() {
        Claims claims = store.claims();
        StoredClaim a = claim("a", "sixty", 1, NOON);
        StoredClaim b = claim("b", "sixty too", 1, NOON);
        claims.put(a, Set.of());
        claims.put(b, Set.of());
        claims.mergeGroups(b.group(), a.group());
        assertThat(claims.inGroup(a.group()))
                .extracting(StoredClaim::words)
                .containsExactlyInAnyOrder("sixty", "sixty too");
        assertThat(claims.inGroup(b.group())).isEmpty();
        List<StoredClaim> together = claims.inGroup(a.group());
        assertThat(claims.inGroups(List.of(a.group(), b.group()), List.of())).isEqualTo(together);
        assertThat(claims.inGroups(List.of(a.group()), List.of(together.get(1))))
                .isEqualTo(together);
        assertThat(store.indexQueue().next(9))
                .extracting(IndexQueue.Row::article)
                .containsExactly(article("b"));
    }
}
