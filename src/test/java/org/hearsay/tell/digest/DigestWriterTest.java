package org.hearsay.tell.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.IndexedArticle.IndexedClaim;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.tell.digest.Digest.ClaimItem;
import org.hearsay.tell.digest.Digest.FeedItem;
import org.hearsay.tell.digest.Digest.Kind;
import org.hearsay.tell.digest.Digest.Sign;
import org.hearsay.tell.digest.Digest.Spread;
import org.hearsay.tell.digest.Digest.StoryItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestWriterTest {
    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("hearsay.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void sectionsComeInTheOrderOfWhatMattersMost() {
        Week.fill(store);
        Digest digest = new DigestWriter(store).digest(List.of(), Week.FROM, Week.TO);
        assertThat(digest.sections())
                .extracting(Digest.Section::kind)
                .containsExactly(Kind.CONFLICTS, Kind.PROPOSALS, Kind.NEW, Kind.REPEATS, Kind.TROUBLE);
        assertThat(LetterFormat.counts(digest))
                .isEqualTo("1 conflict, 1 withdrawn, 1 proposal, 3 new claims, 1 repeated");
        assertThat(digest.hasNews()).isTrue();
    }

    @Test
    void aConflictIsToldOnceWithBothSidesWordForWord() {
        Week.fill(store);
        ClaimItem conflict = items(Kind.CONFLICTS).get(0);
        assertThat(conflict.sign()).isEqualTo(Sign.DIFFERS);
        assertThat(conflict.others()).hasSize(1);
        assertThat(List.of(
                        conflict.told().words(), conflict.others().get(0).told().words()))
                .containsExactlyInAnyOrder(
                        "China accounts for nearly 60% of global production",
                        "China accounts for about 70 per cent of global production of rare earths");
        assertThat(conflict.others().get(0).inWords()).isEqualTo("60 % / 70 % of global production");
        assertThat(items(Kind.NEW)).noneMatch(i -> i.told().words().contains("global production"));
    }

    @Test
    void copiesOfOneTextAreSeveralOutletsAndOneOrigin() {
        Week.fill(store);
        ClaimItem fire = items(Kind.NEW).stream()
                .filter(i -> i.told().words().startsWith("A fire"))
                .findFirst()
                .orElseThrow();
        assertThat(fire.told().outlet()).isEqualTo("Kola Dispatch");
        assertThat(fire.spread())
                .isEqualTo(new Spread(
                        4, 2, List.of("Port Lindsay Tribune", "The Eastvale Courier", "The Metals Ledger"), 1));
    }

    @Test
    void whatWasKnownBeforeComesBackOnlyAsARepeat() {
        Week.fill(store);
        assertThat(items(Kind.REPEATS)).singleElement().satisfies(i -> {
            assertThat(i.told().outlet()).isEqualTo("The Northgate Herald");
            assertThat(i.spread().alsoSaidBy()).containsExactly("Pacific Business Quarterly");
        });
        // The next window holds nothing of it.
        Digest next = new DigestWriter(store).digest(List.of(), Week.TO, Week.TO.plusSeconds(86_400));
        assertThat(next.hasNews()).isFalse();
        assertThat(LetterFormat.counts(next)).isEqualTo("nothing new");
    }

    @Test
    void aProposalCarriesItsTermsAndItsUnnamedVoice() {
        Week.fill(store);
        assertThat(items(Kind.PROPOSALS)).singleElement().satisfies(i -> {
            assertThat(i.terms()).hasSize(2).first().asString().startsWith("Fifteen-year");
            assertThat(i.told().chain()).containsExactly("The Harbour Star", "sources close to the Kremlin (unnamed)");
            assertThat(i.told().stance()).isEqualTo("proposed");
        });
    }

    @Test
    void aChangedClaimStandsBesideWhatTheArticleSaysNow() {
        Newsdesk desk = new Newsdesk(store);
        String was = "China accounts for about 70 per cent of global production";
        String now = "China accounts for about 60 per cent of global production";
        ArticleId id = desk.article("Globe", "Grip", "s", "o", Week.BEFORE, was);
        ClaimId old = desk.claim(id, was).put("a", Week.BEFORE);
        desk.version(2, "Globe", "Grip", "s", "o", Week.SEEN, now, "Something else entirely");
        store.claims().end(old, StoredClaim.State.CHANGED, Week.SEEN);
        desk.claim(id, now).put("b", Week.SEEN, 2);
        desk.claim(id, "Something else entirely").put("c", Week.SEEN, 2);

        ClaimItem changed = items(Kind.CONFLICTS).get(0);
        assertThat(changed.sign()).isEqualTo(Sign.CHANGED);
        assertThat(changed.told().words()).isEqualTo(was);
        assertThat(changed.others())
                .singleElement()
                .satisfies(o -> assertThat(o.told().words()).isEqualTo(now));
        assertThat(items(Kind.NEW)).extracting(i -> i.told().words()).containsExactly("Something else entirely");
    }

    @Test
    void twoStoriesThatWereToldApartAreSaidToBeOne() {
        ArticleId first = reported("Mine opens", Week.BEFORE);
        ArticleId second = reported("Ministry on Karsk", Week.BEFORE);
        turn(second, first, Move.Kind.JOINED, Week.SEEN);

        Digest digest = new DigestWriter(store).digest(List.of(), Week.FROM, Week.TO);

        assertThat(turns(digest)).singleElement().satisfies(turn -> {
            assertThat(turn.turn()).isEqualTo(Move.Kind.JOINED);
            assertThat(turn.headline()).isEqualTo("Ministry on Karsk");
            assertThat(turn.other()).isEqualTo("Mine opens");
            assertThat(turn.story()).isEqualTo(new GroupId(first.text()));
        });
        assertThat(digest.hasNews()).as("what was told otherwise is put right").isTrue();
        assertThat(LetterFormat.counts(digest)).isEqualTo("1 story told anew");
        Digest next = new DigestWriter(store).digest(List.of(), Week.TO, Week.TO.plusSeconds(86_400));
        assertThat(next.hasNews()).isFalse();
    }

    @Test
    void partsOfAStoryThatWereToldAsOneAreSaidToBeTwo() {
        ArticleId first = reported("Mine opens", Week.BEFORE);
        ArticleId second = reported("Ministry on Karsk", Week.BEFORE);
        turn(first, second, Move.Kind.SPLIT, Week.SEEN);

        assertThat(turns(new DigestWriter(store).digest(List.of(), Week.FROM, Week.TO)))
                .singleElement()
                .satisfies(turn -> assertThat(turn.turn()).isEqualTo(Move.Kind.SPLIT));
    }

    @Test
    void aStoryThatNobodyWasToldOfOrThatIsAsItWasIsNotMentioned() {
        ArticleId first = reported("Mine opens", Week.BEFORE);
        ArticleId fresh = reported("Karsk again", Week.SEEN);
        turn(fresh, first, Move.Kind.JOINED, Week.SEEN);
        ArticleId second = reported("Ministry on Karsk", Week.BEFORE);
        turn(second, first, Move.Kind.JOINED, Week.SEEN);
        store.stories().settle(List.of(new GroupId(second.text())), new GroupId(second.text()));
        turn(first, second, Move.Kind.SPLIT, Week.SEEN.plusSeconds(60));

        assertThat(turns(new DigestWriter(store).digest(List.of(), Week.FROM, Week.TO)))
                .isEmpty();
    }

    /** An article with a claim, and a story of its own. */
    private ArticleId reported(String title, Instant seen) {
        Newsdesk desk = new Newsdesk(store);
        String own = ArticleId.of(Newsdesk.url("Globe", title)).text();
        ArticleId id = desk.article("Globe", title, own, own, seen, title + " with 400 workers");
        desk.claim(id, title + " with 400 workers").put(title, seen);
        return id;
    }

    private void turn(ArticleId from, ArticleId into, Move.Kind kind, Instant at) {
        if (kind == Move.Kind.JOINED) {
            store.stories().settle(List.of(new GroupId(from.text())), new GroupId(into.text()));
        }
        store.stories().record(new Move(new GroupId(from.text()), new GroupId(into.text()), kind, at, 1, "one mine"));
    }

    private static List<StoryItem> turns(Digest digest) {
        return digest.sections().stream()
                .filter(section -> section.kind() == Kind.STORIES)
                .flatMap(section -> section.parts().stream())
                .flatMap(part -> part.items().stream())
                .map(StoryItem.class::cast)
                .toList();
    }

    @Test
    void troubleIsToldOnlyIfItLasts() {
        Week.fill(store);
        Digest digest = new DigestWriter(store).digest(List.of(), Week.FROM, Week.TO);
        assertThat(digest.sections().get(4).parts().get(0).items())
                .singleElement()
                .isInstanceOfSatisfying(
                        FeedItem.class, f -> assertThat(f.name()).isEqualTo("Old Valley Times"));
        Instant soon = Week.FROM.minusSeconds(36 * 3600);
        Digest early = new DigestWriter(store).digest(List.of(), soon.minusSeconds(86_400), soon);
        assertThat(early.count(Kind.TROUBLE)).isZero();
    }

    @Test
    void aWatchLetsThroughWhatItMatchesAndSaysWhy() throws Exception {
        Week.fill(store);
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("index"))) {
            store.articles().each(a -> index.replace(List.of(indexed(a))));
            index.commit();
            Watch fires = new Watch("Fires", Query.parse("fire"));
            Digest digest = new DigestWriter(store, index).digest(List.of(fires), Week.FROM, Week.TO);
            assertThat(digest.count(Kind.NEW)).isEqualTo(1);
            assertThat(digest.count(Kind.CONFLICTS)).isZero();
            ClaimItem item =
                    (ClaimItem) digest.sections().get(0).parts().get(0).items().get(0);
            assertThat(item.reason()).hasValueSatisfying(r -> {
                assertThat(r.watch()).isEqualTo("Fires");
                assertThat(r.words()).containsExactly("fire");
            });
            // What was taken back is in no index; it comes with its article.
            Watch kaltan = new Watch("Kaltan", Query.parse("Kaltan"));
            assertThat(new DigestWriter(store, index)
                            .digest(List.of(kaltan), Week.FROM, Week.TO)
                            .count(Sign.WITHDRAWN))
                    .isEqualTo(1);
        }
    }

    @Test
    void aWatchWithoutAnIndexIsAMistake() {
        Watch watch = new Watch("Fires", Query.parse("fire"));
        assertThatThrownBy(() -> new DigestWriter(store).digest(List.of(watch), Week.FROM, Week.TO))
                .hasMessageContaining("no index");
    }

    @Test
    void tenThousandNewClaimsAreOneShortLetter() {
        store.inTransaction(() -> {
            Newsdesk desk = new Newsdesk(store);
            for (int i = 0; i < 500; i++) {
                String[] sentences = new String[20];
                for (int j = 0; j < sentences.length; j++) {
                    sentences[j] = "Mine " + i + " moved " + j + " tonnes of oxide to the quay";
                }
                ArticleId id = desk.article(
                        "Outlet " + i % 40, "Title " + i, "story" + i / 5, "origin" + i, Week.SEEN, sentences);
                for (int j = 0; j < sentences.length; j++) {
                    desk.claim(id, sentences[j]).put("g" + i / 2 + "." + j, Week.SEEN);
                }
            }
            return true;
        });
        Digest digest = new DigestWriter(store).digest(List.of(), Week.FROM, Week.TO);
        Message letter = new LetterFormat(new LetterSettings("hearsay@example.org", Optional.empty()))
                .message(digest, Week.OCCASION);
        assertThat(digest.count(Kind.NEW)).isEqualTo(5_000);
        assertThat(letter.bytes().length()).isLessThanOrEqualTo(80 * 1024);
        assertThat(letter.subject()).contains("5,000 new claims");
    }

    private List<ClaimItem> items(Kind kind) {
        return new DigestWriter(store)
                .digest(List.of(), Week.FROM, Week.TO).sections().stream()
                        .filter(s -> s.kind() == kind)
                        .flatMap(s -> s.parts().stream())
                        .flatMap(p -> p.items().stream())
                        .map(ClaimItem.class::cast)
                        .toList();
    }

    private IndexedArticle indexed(StoredArticle article) {
        return new IndexedArticle(
                article.id(),
                article.url(),
                article.feed(),
                article.outlet(),
                article.title(),
                Optional.empty(),
                article.text(),
                Optional.of("en"),
                article.firstSeen(),
                Optional.empty(),
                article.story().text(),
                article.origin().text(),
                store.claims().of(article.id()).stream()
                        .filter(c -> c.state() == StoredClaim.State.CURRENT)
                        .map(c -> new IndexedClaim(
                                c.claim(), c.words(), c.sentence(), c.group().text(), c.firstSeen()))
                        .toList());
    }
}
