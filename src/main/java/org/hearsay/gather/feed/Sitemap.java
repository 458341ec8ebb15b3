package org.hearsay.gather.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.FeedReading.Format;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.gather.feed.FeedReading.Unreadable;
import org.hearsay.page.PageUrl;

/**
 * News sitemaps (schemas/sitemap-news/0.9): what an outlet published in the last two days, and so a feed. A sitemap
 * without news lists all pages of a site, however old, and is none.
 */
final class Sitemap {
    private Sitemap() {}

    /** Empty if the tree is no sitemap at all. */
    static Optional<FeedReading> read(Tag tree, PageUrl document, String stage, List<String> problems) {
        Optional<Tag> index = child(tree, "sitemapindex");
        if (index.isPresent()) {
            return Optional.of(new Unreadable("an index of sitemaps, not a feed: name one of the news sitemaps in it"));
        }
        return child(tree, "urlset").map(set -> read(set, document, new ArrayList<>(problems), stage));
    }

    private static FeedReading read(Tag set, PageUrl document, List<String> problems, String stage) {
        List<FeedEntry> entries = new ArrayList<>();
        Optional<String> outlet = Optional.empty();
        Optional<String> language = Optional.empty();
        int pages = 0;
        for (Tag url : set.children()) {
            if (!url.name.equals("url")) {
                continue;
            }
            Optional<Tag> news = news(url, "news");
            if (news.isEmpty()) {
                pages++;
                continue;
            }
            Optional<Tag> publication = news(news.get(), "publication");
            outlet = outlet.or(() -> publication.flatMap(p -> text(p, "name")));
            language = language.or(() -> publication.flatMap(p -> text(p, "language")));
            entry(url, news.get(), document).ifPresent(entries::add);
        }
        if (entries.isEmpty() && pages > 0) {
            return new Unreadable("a sitemap without news, not a feed: it lists the pages of a site");
        }
        if (pages > 0) {
            problems.add(pages + " pages that are no news");
        }
        return new Readable(Format.SITEMAP, outlet, language, Keys.unique(entries), stage, problems);
    }

    private static Optional<FeedEntry> entry(Tag url, Tag news, PageUrl document) {
        Optional<PageUrl> link = child(url, "loc").flatMap(loc -> document.resolve(loc.text()));
        Optional<String> title = text(news, "title");
        if (link.isEmpty() && title.isEmpty()) {
            return Optional.empty();
        }
        Optional<FeedDates.Read> published = news(news, "publication_date").flatMap(tag -> FeedDates.read(tag.text()));
        Optional<FeedDates.Read> updated = child(url, "lastmod").flatMap(tag -> FeedDates.read(tag.text()));
        return Optional.of(new FeedEntry(
                Keys.of(Optional.empty(), link, title, published.map(FeedDates.Read::at)),
                Optional.empty(),
                link,
                title,
                Optional.empty(),
                List.of(),
                published.map(FeedDates.Read::at),
                updated.map(FeedDates.Read::at),
                link.map(PageUrl::text),
                Optional.empty(),
                XmlFeed.doubt(published, updated)));
    }

    /** Names are enough here: Google's image and video extensions have prefixes, and are told by them. */
    private static Optional<Tag> child(Tag of, String name) {
        return of.children().stream()
                .filter(tag -> (tag.space == Space.SITEMAP || tag.space.isCore()) && tag.name.equals(name))
                .findFirst();
    }

    private static Optional<Tag> news(Tag of, String name) {
        return of.children().stream()
                .filter(tag -> tag.space == Space.NEWS && tag.name.equals(name))
                .findFirst();
    }

    private static Optional<String> text(Tag of, String name) {
        return news(of, name).map(Tag::text).flatMap(Wording::ofHtml);
    }
}
