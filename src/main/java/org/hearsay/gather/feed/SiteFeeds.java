package org.hearsay.gather.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where the feeds of a site may be, told from what it says of itself. Nothing is fetched here: each answer is a list
 * of addresses worth asking, best first.
 */
public final class SiteFeeds {
    /** Where the common publishing systems put theirs: WordPress, Ghost, Hugo, Drupal, Blogger, Jekyll, and the habit. */
    private static final List<String> COMMON = List.of(
            "/feed/", "/rss", "/rss.xml", "/feed.xml", "/index.xml", "/atom.xml", "/feeds/posts/default", "/feed.json");

    private static final int MOST = 20;

    private SiteFeeds() {}

    /**
     * The feeds that a page announces with {@code <link rel="alternate">}, those of comments last; if it announces
     * none, the links in its text that look like feeds.
     */
    public static List<PageUrl> announced(Page html) {
        Document document = Jsoup.parse(FeedText.decode(html), html.url().text());
        PageUrl base = Optional.ofNullable(document.selectFirst("base[href]"))
                .flatMap(tag -> html.url().resolve(tag.attr("href")))
                .orElse(html.url());
        Set<PageUrl> found = new LinkedHashSet<>();
        List<PageUrl> comments = new ArrayList<>();
        for (Element link : document.select("link[rel~=(?i)\\balternate\\b][href], link[rel~=(?i)^feed$][href]")) {
            String type = link.attr("type").toLowerCase(Locale.ROOT);
            boolean feed = type.contains("rss")
                    || type.contains("atom")
                    || type.contains("rdf")
                    || type.contains("feed+json")
                    || link.attr("rel").equalsIgnoreCase("feed");
            if (feed) {
                base.resolve(link.attr("href")).ifPresent(url -> {
                    String words = (link.attr("title") + url.text()).toLowerCase(Locale.ROOT);
                    if (words.contains("comment")) {
                        comments.add(url);
                    } else {
                        found.add(url);
                    }
                });
            }
        }
        found.addAll(comments);
        if (found.isEmpty()) {
            for (Element link : document.select("a[href]")) {
                base.resolve(link.attr("href"))
                        .filter(url -> url.pathAndQuery()
                                .toLowerCase(Locale.ROOT)
                                .matches(".*(?:\\brss\\b|\\batom\\b|/feeds?\\b|\\.rdf\\b).*"))
                        .ifPresent(found::add);
            }
        }
        return found.stream().limit(MOST).toList();
    }

    /** Where feeds often are, on the host of {@code site}. */
    public static List<PageUrl> usual(PageUrl site) {
        return COMMON.stream().flatMap(path -> site.resolve(path).stream()).toList();
    }

    /** Where the site's robots.txt is. */
    public static PageUrl robots(PageUrl site) {
        return site.resolve("/robots.txt").orElse(site);
    }

    /** The sitemaps that a robots.txt names, those with news in their address first. */
    public static List<PageUrl> sitemaps(Page robots) {
        Set<PageUrl> found = new LinkedHashSet<>();
        for (String line : new String(robots.body().toArray(), StandardCharsets.UTF_8).split("\\R")) {
            String rule = line.split("(?:^|\\s)#", 2)[0].strip();
            if (rule.regionMatches(true, 0, "sitemap:", 0, 8)) {
                robots.url().resolve(rule.substring(8).strip()).ifPresent(found::add);
            }
        }
        return newsFirst(found);
    }

    /** The sitemaps with news in their address that an index of sitemaps names; empty if it is none. */
    public static List<PageUrl> newsSitemaps(Page index) {
        String text = FeedText.withoutDoctype(FeedText.decode(index));
        Set<PageUrl> found = new LinkedHashSet<>();
        for (Element loc : Jsoup.parse(
                        text.substring(0, Math.min(text.length(), 1 << 20)), org.jsoup.parser.Parser.xmlParser())
                .select("sitemapindex > sitemap > loc")) {
            index.url().resolve(loc.text()).filter(SiteFeeds::ofNews).ifPresent(found::add);
        }
        return found.stream().limit(MOST).toList();
    }

    private static List<PageUrl> newsFirst(Set<PageUrl> urls) {
        List<PageUrl> sorted = new ArrayList<>(urls);
        sorted.sort(java.util.Comparator.comparing(url -> !ofNews(url)));
        return sorted.stream().limit(MOST).toList();
    }

    private static boolean ofNews(PageUrl url) {
        return url.pathAndQuery().toLowerCase(Locale.ROOT).contains("news");
    }
}
