package org.hearsay.keep.store;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.page.Host;
import org.hearsay.page.PageUrl;

/**
 * The outlets of some articles or claims, told apart by name and site: two papers called The Herald are two outlets, and
 * one paper with pages under www. and m. is one. The site is the domain that somebody registered, or rents of a host of
 * many (Mozilla's Public Suffix List, private part included). An outlet that publishes under one name on two such domains
 * counts twice: that is seen from the names, whereas two that count as one are not.
 */
public final class OutletNames {
    /** Texts that came without an address stand under such a one (RFC 2606). */
    private static final String NO_SITE = ".invalid";

    private final Set<Outlet> outlets = new LinkedHashSet<>();
    private final Map<String, Set<String>> sites = new HashMap<>();

    private record Outlet(String name, Optional<String> site) {}

    public static OutletNames of(List<StoredClaim> claims) {
        OutletNames names = new OutletNames();
        claims.forEach(names::add);
        return names;
    }

    public void add(StoredClaim claim) {
        add(new Outlet(claim.outlet(), site(claim.url())));
    }

    public void add(StoredArticle article) {
        add(new Outlet(article.outlet(), site(article.url())));
    }

    private void add(Outlet outlet) {
        outlets.add(outlet);
        Set<String> known = sites.computeIfAbsent(outlet.name(), name -> new HashSet<>());
        outlet.site().ifPresent(known::add);
    }

    public int count() {
        return all().size();
    }

    /** In the order in which they were added. Each is told once, with its site where another of them has its name. */
    public List<String> all() {
        return outlets.stream()
                .filter(outlet -> outlet.site().isPresent() || known(outlet).isEmpty())
                .map(this::name)
                .toList();
    }

    /** What the outlet of this claim is called among those that were added. */
    public String name(StoredClaim claim) {
        return name(new Outlet(claim.outlet(), site(claim.url())));
    }

    private String name(Outlet outlet) {
        return known(outlet).size() < 2
                ? outlet.name()
                : outlet.site().map(site -> outlet.name() + " (" + site + ")").orElse(outlet.name());
    }

    private Set<String> known(Outlet outlet) {
        return sites.getOrDefault(outlet.name(), Set.of());
    }

    /** Empty for a text that came without an address. */
    static Optional<String> site(PageUrl url) {
        Host host = url.host();
        if (host.name().endsWith(NO_SITE)) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(host.name()))
                .orElse(host.name()));
    }
}
