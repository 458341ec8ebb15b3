package org.hearsay.page;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Optional;

/**
 * Who publishes: a name on a site. Two papers called The Herald are two outlets, and one paper with pages under www. and
 * m. is one.
 *
 * @param name as its pages or the feed list have it
 * @param site the domain that somebody registered, or rents of a host of many (Mozilla's Public Suffix List, private part
 *     included); empty for a text that came without an address
 */
public record Outlet(String name, Optional<String> site) {
    /** Texts that came without an address stand under such a one (RFC 2606). */
    private static final String NO_SITE = ".invalid";

    /** The outlet of that name whose page stands under this address. */
    public static Outlet of(String name, PageUrl url) {
        String host = url.host().name();
        return new Outlet(name, host.endsWith(NO_SITE) ? Optional.empty() : Optional.of(site(host)));
    }

    private static String site(String host) {
        return Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(host)).orElse(host);
    }

    /** With its site, as it is called where another of its name stands beside it. */
    public String full() {
        return site.map(where -> name + " (" + where + ")").orElse(name);
    }
}
