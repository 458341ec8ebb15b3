package org.hearsay.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What some outlets are called beside each other, and how many they are. An outlet that publishes under one name on two
 * registered domains counts twice: that is seen from the names, whereas two that count as one are not.
 */
public final class OutletNames {
    private final Set<Outlet> outlets = new LinkedHashSet<>();
    private final Map<String, Set<String>> sites = new HashMap<>();

    public static OutletNames of(Collection<Outlet> outlets) {
        OutletNames names = new OutletNames();
        outlets.forEach(names::add);
        return names;
    }

    public void add(Outlet outlet) {
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

    /** What this one is called among those that were added. */
    public String name(Outlet outlet) {
        return known(outlet).size() < 2 ? outlet.name() : outlet.full();
    }

    /** What these are called, each once, without those that are called as this one is. */
    public List<String> besides(Outlet one, Stream<Outlet> these) {
        return these.map(this::name)
                .distinct()
                .filter(name -> !name.equals(name(one)))
                .toList();
    }

    private Set<String> known(Outlet outlet) {
        return sites.getOrDefault(outlet.name(), Set.of());
    }
}
