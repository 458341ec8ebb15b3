package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.junit.jupiter.api.Test;

class SiteFeedsTest {
    private static Page page(String url, String text) {
        return new Page(PageUrl.of(url), Instant.EPOCH, 200, List.of(), Bytes.utf8(text));
    }

    @Test
    void whatAPageAnnouncesComesInItsOrderAndCommentsLast() {
        String html = "<html><head><base href=\"/de/\"><link rel=\"alternate\" type=\"application/rss+xml\" "
                + "title=\"Comments\" href=\"/comments/feed\"><LINK REL=\"Alternate\" TYPE=\"application/atom+xml\" "
                + "HREF=\"atom.xml\"><link rel=\"alternate\" hreflang=\"fr\" href=\"/fr/\">"
                + "<link rel=\"alternate stylesheet\" type=\"text/css\" href=\"x.css\"></head>";
        assertThat(SiteFeeds.announced(page("https://star.example/", html)))
                .extracting(PageUrl::text)
                .containsExactly("https://star.example/de/atom.xml", "https://star.example/comments/feed");
    }

    @Test
    void linksInTheTextAreTheLastResort() {
        String html = "<a href=\"/about\">About</a><a href=\"/press\">press</a><a href=\"/world/rss.xml\">RSS</a>"
                + "<a href=\"mailto:rss@star.example\">m</a>";
        assertThat(SiteFeeds.announced(page("https://star.example/", html)))
                .extracting(PageUrl::text)
                .containsExactly("https://star.example/world/rss.xml");
    }

    @Test
    void sitemapsOfNewsComeFirst() {
        String robots = "User-agent: *\r\nDisallow: /x\r\nSitemap: https://star.example/all.xml\r\n"
                + "SITEMAP:/news-sitemap.xml # news\n";
        assertThat(SiteFeeds.sitemaps(page("https://star.example/robots.txt", robots)))
                .extracting(PageUrl::text)
                .containsExactly("https://star.example/news-sitemap.xml", "https://star.example/all.xml");
    }

    @Test
    void anIndexOfSitemapsNamesThoseOfNews() {
        String index = "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + "<sitemap><loc>https://star.example/pages.xml</loc></sitemap>"
                + "<sitemap><loc> https://star.example/news/1.xml </loc></sitemap></sitemapindex>";
        assertThat(SiteFeeds.newsSitemaps(page("https://star.example/index.xml", index)))
                .extracting(PageUrl::text)
                .containsExactly("https://star.example/news/1.xml");
    }
}
