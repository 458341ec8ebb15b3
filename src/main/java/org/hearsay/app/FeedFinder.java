package org.hearsay.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.SiteFeeds;
import org.hearsay.gather.fetch.Credentials;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/**
 * Finds the feeds of an address: the address itself, else what its page announces, else the usual places, else the
 * news sitemaps that robots.txt names. Each stage is tried only when the one before found nothing.
 */
final class FeedFinder {
    /** A site that announces a feed for each of its sections is asked for this many. */
    private static final int MOST_REQUESTS = 12;

    /** A feed that was read, where, and how it was found. */
    record Found(PageUrl url, FeedReading.Readable feed, String how) {}

    private final Fetcher fetcher;
    private final Credentials credentials;
    private final Consumer<String> say;
    private final FeedReader reader = new FeedReader();
    private final Set<PageUrl> asked = new LinkedHashSet<>();
    private final Map<PageUrl, Found> found = new LinkedHashMap<>();

    /**
     * @param credentials what the typed address holds before its {@code @}
     * @param say told what was tried in vain
     */
    FeedFinder(Fetcher fetcher, Credentials credentials, Consumer<String> say) {
        this.fetcher = fetcher;
        this.credentials = credentials;
        this.say = say;
    }

    /** Best first; empty if there is none. */
    List<Found> at(PageUrl address) throws InterruptedException {
        Optional<Page> page = ask(address, "the address itself", true);
        if (!found.isEmpty()) {
            return found();
        }
        PageUrl site = page.map(Page::url).orElse(address);
        if (page.isPresent()) {
            ask(SiteFeeds.announced(page.get()), "announced by " + site);
            ask(SiteFeeds.newsSitemaps(page.get()), "named by the index " + site);
        }
        if (found.isEmpty()) {
            ask(SiteFeeds.usual(site), "at a usual place");
        }
        if (found.isEmpty()) {
            sitemaps(site);
        }
        return found();
    }

    private List<Found> found() {
        return new ArrayList<>(found.values());
    }

    private void sitemaps(PageUrl site) throws InterruptedException {
        if (!(fetch(SiteFeeds.robots(site)) instanceof FetchOutcome.Fetched robots)) {
            return;
        }
        for (PageUrl sitemap : SiteFeeds.sitemaps(robots.page())) {
            Optional<Page> other = ask(sitemap, "a news sitemap named by robots.txt", false);
            if (other.isPresent()) {
                ask(SiteFeeds.newsSitemaps(other.get()), "a news sitemap, by robots.txt and " + sitemap);
            }
            if (!found.isEmpty()) {
                return;
            }
        }
    }

    private void ask(List<PageUrl> urls, String how) throws InterruptedException {
        for (PageUrl url : urls) {
            var unused = ask(url, how, false);
        }
    }

    /** @return the page, if one came and it is no feed */
    private Optional<Page> ask(PageUrl url, String how, boolean loud) throws InterruptedException {
        if (asked.size() >= MOST_REQUESTS || !asked.add(url)) {
            return Optional.empty();
        }
        switch (fetch(url)) {
            case FetchOutcome.Fetched fetched -> {
                switch (reader.read(fetched.page())) {
                    case FeedReading.Readable feed -> {
                        PageUrl lasting = lasting(fetched);
                        found.putIfAbsent(lasting, new Found(lasting, feed, how));
                        return Optional.empty();
                    }
                    case FeedReading.Unreadable no -> {
                        if (loud) {
                            say.accept(url + ": " + no.problem() + "; looking for its feeds");
                        }
                        return Optional.of(fetched.page());
                    }
                }
            }
            case FetchOutcome.Unchanged unchanged -> {}
            case FetchOutcome.Declined declined -> tell(loud, url, declined.detail());
            case FetchOutcome.Failed failed -> tell(loud, url, failed.detail());
        }
        return Optional.empty();
    }

    private FetchOutcome fetch(PageUrl url) throws InterruptedException {
        return fetcher.feed(url, Validators.NONE, url, credentials);
    }

    private void tell(boolean loud, PageUrl url, String detail) {
        if (loud) {
            say.accept(url + ": " + detail);
        }
    }

    /** Where the feed lives: behind redirects that last, before one that does not. */
    private static PageUrl lasting(FetchOutcome.Fetched fetched) {
        PageUrl at = fetched.asked();
        for (FetchOutcome.Hop hop : fetched.hops()) {
            if (!hop.permanent()) {
                return at;
            }
            at = hop.to();
        }
        return at;
    }
}
