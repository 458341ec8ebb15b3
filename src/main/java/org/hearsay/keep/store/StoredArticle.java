package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.archive.Kept;
import org.hearsay.page.Outlet;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.Quantity;

/**
 * One version of an article, or of a page that is none.
 *
 * @param version from 1
 * @param url where it was found
 * @param feed the first feed that carried it
 * @param outlet the name under which it speaks
 * @param firstSeen when version 1 was fetched
 * @param fetched when this version was
 * @param hints what the feed said; its title and summary are shown where the page is no article
 * @param names empty where the page is no article; so quantities and proposals
 */
public record StoredArticle(
        ArticleId id,
        int version,
        PageUrl url,
        PageUrl feed,
        String outlet,
        Instant firstSeen,
        Instant fetched,
        Extraction extraction,
        Hints hints,
        Kept kept,
        GroupId story,
        GroupId origin,
        List<Mention> names,
        List<Quantity> quantities,
        List<Proposal> proposals) {
    public StoredArticle {
        names = List.copyOf(names);
        quantities = List.copyOf(quantities);
        proposals = List.copyOf(proposals);
    }

    /** Where a reader is sent: the address that the page gives as its own, else where it was found. */
    public PageUrl address() {
        return extraction.readable().flatMap(Article::url).orElse(url);
    }

    /** The page's title, else the feed's. */
    public Optional<String> title() {
        return extraction.readable().flatMap(Article::title).or(hints::title);
    }

    /** Its title where people read it; one that has none says so. */
    public String headline() {
        return title().filter(title -> !title.isBlank()).orElse("Untitled page of " + outlet);
    }

    /** When the article says it was published, else its feed; absent if neither does. It may lie ahead. */
    public Optional<Dated> stated() {
        Optional<Dated> own = extraction.readable().flatMap(Article::published);
        return own.or(() -> hints.published().map(Dated.At::new));
    }

    /**
     * Where it stands in a list by time: when it is stated to be published, but not after it was first seen, so that a
     * date in the future does not keep it on top for years, nor make it the last to have told a story.
     */
    public Instant orderedAt() {
        return stated().map(Dated::earliest).filter(firstSeen::isAfter).orElse(firstSeen);
    }

    /** Whether it is stated for a time that had not come when this version was fetched. */
    public boolean statedAhead() {
        return stated().filter(date -> date.aheadOf(fetched)).isPresent();
    }

    /** Who published it. */
    public Outlet publisher() {
        return Outlet.of(outlet, url);
    }

    /** The article's text; empty where the page is none. */
    public String text() {
        return extraction.readable().map(Article::text).orElse("");
    }
}
