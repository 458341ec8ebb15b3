package org.hearsay.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hearsay.gather.feed.Feed;
import org.hearsay.page.Host;
import org.hearsay.page.PageUrl;

/**
 * Under whose name a page speaks, as far as the feed list tells. A feed may carry another outlet's article, and then
 * its own name must not be put on it: a page on the site of a listed outlet is that outlet's, whichever feed brought it.
 */
final class Outlets {
    private final Map<String, String> bySite = new TreeMap<>();
    private final Map<PageUrl, String> byFeed = new TreeMap<>();

    Outlets(List<Feed> feeds) {
        for (Feed feed : feeds) {
            feed.outlet().ifPresent(name -> {
                bySite.putIfAbsent(site(feed.url().host()), name);
                byFeed.put(feed.url(), name);
            });
        }
    }

    /** Empty where the page itself has to say. {@code feedTitle} is believed only of pages on the feed's own site. */
    Optional<String> of(PageUrl page, PageUrl feed, Optional<String> feedTitle) {
        boolean own = sameSite(page.host(), feed.host());
        if (own && byFeed.containsKey(feed)) {
            return Optional.of(byFeed.get(feed));
        }
        for (Map.Entry<String, String> known : bySite.entrySet()) {
            if (within(site(page.host()), known.getKey())) {
                return Optional.of(known.getValue());
            }
        }
        if (byFeed.containsKey(feed)) {
            return Optional.of(byFeed.get(feed));
        }
        return own ? feedTitle : Optional.empty();
    }

    private static boolean sameSite(Host a, Host b) {
        return within(site(a), site(b)) || within(site(b), site(a));
    }

    private static boolean within(String inner, String outer) {
        return inner.equals(outer) || inner.endsWith("." + outer);
    }

    private static String site(Host host) {
        String name = host.authority();
        return name.startsWith("www.") ? name.substring(4) : name;
    }
}
