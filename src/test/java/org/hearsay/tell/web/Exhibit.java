package org.hearsay.tell.web;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;

/**
 * A store and an index on disk with a few articles in them, put there by hand, so that a test can say what a page must
 * show. Spans are found by their words.
 */
final class Exhibit implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-26T15:00:00Z");

    final Store store;
    final ClaimIndex index;
    final List<Feed> feeds = new ArrayList<>();
    private final Map<ArticleId, List<StoredClaim>> claims = new LinkedHashMap<>();
    private final Map<ArticleId, StoredArticle> articles = new LinkedHashMap<>();

    Exhibit(Path folder) {
        store = SqliteStore.open(folder.resolve("hearsay.db"));
        index = LuceneIndex.open(folder.resolve("index"));
    }

    WebServer serve() throws java.io.IOException {
        return WebServer.start(store, index, settings(0));
    }

    /** What a page is made of, without a server. */
    Desk desk() throws java.io.IOException {
        WebSettings settings = settings(0);
        return new Desk(store, index, settings, new Answers(settings, Guard.of(settings)));
    }

    WebSettings settings(int port) {
        return new WebSettings(
                "127.0.0.1",
                port,
                Optional.empty(),
                Optional.empty(),
                ZoneOffset.UTC,
                InstantSource.fixed(NOW),
                () -> feeds);
    }

    /** An article under construction. Lines starting with "# " are headings, with "- " items under the last other line. */
    final class Draft {
        final String outlet;
        private final String path;
        private final String title;
        private String story;
        private String origin;
        private Optional<Dated> published = Optional.empty();
        Instant seen = NOW.minusSeconds(3600);
        int version = 1;
        final StringBuilder text = new StringBuilder();
        private final List<Block> blocks = new ArrayList<>();
        private Optional<Span> leadIn = Optional.empty();
        private final List<Saying> sayings = new ArrayList<>();
        final List<Mention> names = new ArrayList<>();
        private Optional<Extraction.Unreadable> unreadable = Optional.empty();

        private Draft(String outlet, String path, String title) {
            this.outlet = outlet;
            this.path = path;
            this.title = title;
            this.story = path;
            this.origin = outlet + path;
        }

        Draft story(String name) {
            story = name;
            return this;
        }

        Draft origin(String name) {
            origin = name;
            return this;
        }

        Draft on(String instant) {
            published = Optional.of(new Dated.At(Instant.parse(instant)));
            seen = Instant.parse(instant).plusSeconds(600);
            return this;
        }

        Draft seen(String instant) {
            seen = Instant.parse(instant);
            return this;
        }

        Draft version(int number) {
            version = number;
            return this;
        }

        Draft no(Extraction.Why why, String detail) {
            unreadable = Optional.of(new Extraction.Unreadable(why, detail));
            return this;
        }

        Draft line(String raw) {
            boolean heading = raw.startsWith("# ");
            boolean item = raw.startsWith("- ");
            String words = heading || item ? raw.substring(2) : raw;
            if (!text.isEmpty()) {
                text.append('\n');
            }
            Span span = new Span(text.length(), text.length() + words.length());
            text.append(words);
            if (heading) {
                blocks.add(new Block.Heading(span, 2));
            } else if (item) {
                blocks.add(new Block.Item(span, leadIn));
            } else {
                blocks.add(new Block.Paragraph(span));
                leadIn = Optional.of(span);
            }
            return this;
        }

        Span at(String words) {
            int start = text.indexOf(words);
            if (start < 0) {
                throw new IllegalArgumentException("not in the text: " + words);
            }
            return new Span(start, start + words.length());
        }

        /** Wherever these words stand in the lines so far, they name it. */
        Draft naming(String words, NameType type, String id) {
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
                names.add(new Mention(new Span(at, at + words.length()), type, new EntityId(id)));
            }
            return this;
        }

        Saying says(String content) {
            Saying saying = new Saying(this, content);
            sayings.add(saying);
            return saying;
        }

        ArticleId id() {
            return ArticleId.of(url());
        }

        PageUrl url() {
            return PageUrl.of("https://"
                    + outlet.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "") + ".example/" + path);
        }

        ArticleId put() {
            Article article = new Article(
                    id(),
                    Optional.of(url()),
                    outlet,
                    Optional.of(title),
                    List.of("Jo Bell"),
                    published,
                    Optional.empty(),
                    Optional.of("en"),
                    Optional.empty(),
                    text.toString(),
                    blocks);
            List<StoredClaim> made = sayings.stream().map(Saying::stored).toList();
            StoredArticle stored = new StoredArticle(
                    id(),
                    version,
                    url(),
                    PageUrl.of("https://feeds.example/rss"),
                    outlet,
                    version == 1
                            ? seen
                            : store.articles().version(id(), 1).orElseThrow().firstSeen(),
                    seen,
                    unreadable.<Extraction>map(u -> u).orElse(new Extraction.Readable(article)),
                    new Hints(
                            Optional.of(outlet),
                            Optional.of(title),
                            Optional.of("What the feed said of it."),
                            Optional.empty(),
                            Optional.of("en")),
                    new Kept("a.warc.gz", 0, 1),
                    new GroupId(story),
                    new GroupId(origin),
                    names,
                    made.stream()
                            .flatMap(c -> c.claim().quantities().stream())
                            .distinct()
                            .toList(),
                    made.stream()
                            .flatMap(c -> c.claim().proposal().stream())
                            .distinct()
                            .toList());
            store.inTransaction(() -> {
                store.articles()
                        .add(
                                stored,
                                new Fingerprint(new TreeSet<>(), new TreeSet<>(), Optional.of(seen), Optional.empty()));
                made.forEach(claim -> store.claims().put(claim, Set.of("k")));
                return stored;
            });
            articles.put(id(), stored);
            claims.put(id(), made);
            return id();
        }
    }

    Draft article(String outlet, String path, String title) {
        return new Draft(outlet, path, title);
    }

    void same(ClaimId a, ClaimId b) {
        store.claims().relate(a, b, new Relation(Relation.Kind.SAME, 0.9, List.of(), List.of("same words")));
    }

    void contradict(Saying a, String first, Saying b, String second, String words) {
        store.claims()
                .relate(
                        a.id(),
                        b.id(),
                        new Relation(
                                Relation.Kind.CONTRADICTS,
                                0.8,
                                List.of(new Difference.Denial(a.draft.at(first), b.draft.at(second), words)),
                                List.of()));
    }

    void differ(Saying a, String first, Saying b, String second, String words) {
        store.claims()
                .relate(
                        a.id(),
                        b.id(),
                        new Relation(
                                Relation.Kind.DIFFERS,
                                0.8,
                                List.of(new Difference.Amount(a.draft.at(first), b.draft.at(second), words)),
                                List.of()));
    }

    /** Puts all articles into the index. */
    void indexAll() {
        List<IndexedArticle> all = new ArrayList<>();
        articles.forEach((id, stored) -> all.add(new IndexedArticle(
                id,
                stored.url(),
                stored.feed(),
                stored.outlet(),
                stored.title(),
                stored.hints().summary(),
                stored.text(),
                Optional.of("en"),
                stored.firstSeen(),
                stored.stated().map(Dated::earliest),
                stored.story().text(),
                stored.origin().text(),
                claims.getOrDefault(id, List.of()).stream()
                        .map(c -> new IndexedArticle.IndexedClaim(
                                c.claim(), c.words(), c.sentence(), c.group().text(), c.firstSeen()))
                        .toList())));
        index.replace(all);
        index.commit();
    }

    Feed feed(String outlet, String address, boolean paused) {
        Feed feed = new Feed(PageUrl.of(address), Optional.of(outlet), Optional.empty(), List.of(), paused);
        feeds.add(feed);
        return feed;
    }

    void fares(Feed feed, FeedState.Status status, int failures, String problem) {
        boolean fine = failures == 0 && status != FeedState.Status.GONE;
        store.feeds()
                .save(new FeedState(
                        feed.url(),
                        status == FeedState.Status.MOVED ? PageUrl.of("https://new.example/feed") : feed.url(),
                        status,
                        Optional.of("Title of " + feed.outlet().orElse("it")),
                        failures,
                        fine ? Optional.empty() : Optional.of(NOW.minusSeconds(86_400)),
                        Optional.of(NOW.minusSeconds(600)),
                        fine ? Optional.of(NOW.minusSeconds(600)) : Optional.empty(),
                        fine ? Optional.of(NOW.minusSeconds(7_200)) : Optional.empty(),
                        Optional.empty(),
                        Optional.of(NOW.plusSeconds(1_200)),
                        problem.isEmpty() ? Optional.empty() : Optional.of(problem),
                        Validators.NONE));
    }

    void carried(Feed feed, int number) {
        for (int i = 0; i < number; i++) {
            Instant at = NOW.minusSeconds(86_400L * (i * i % 13) + 60);
            FeedEntry entry = new FeedEntry(
                    "key" + i,
                    Optional.empty(),
                    Optional.of(PageUrl.of("https://star.example/" + i)),
                    Optional.of("Entry " + i),
                    Optional.empty(),
                    List.of(),
                    Optional.of(at),
                    Optional.empty());
            store.feeds().take(feed.url(), List.of(entry), at);
            store.feeds()
                    .end(
                            feed.url(),
                            "key" + i,
                            i % 5 == 4 ? Ending.UNREADABLE : Ending.NEW,
                            Optional.empty(),
                            Optional.empty());
        }
    }

    @Override
    public void close() {
        index.close();
        store.close();
    }
}
