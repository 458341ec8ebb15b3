package org.hearsay.keep.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearsay.page.Outlet;
import org.hearsay.page.OutletNames;

/**
 * Outlets as they are counted and as they are called: kept with their sites, told with them only where two of those found
 * have one name. By either an outlet is found ({@code outlet:"The Herald (herald.example)"}).
 */
final class OutletFacet {
    static final String NAME = "outlet";
    /** No name holds it: control characters are no text of a page. */
    private static final char BETWEEN = '\u001f';

    private OutletFacet() {}

    static String value(Outlet outlet) {
        return outlet.name() + BETWEEN + outlet.site().orElse("");
    }

    private static Outlet outlet(String value) {
        int between = value.lastIndexOf(BETWEEN);
        return new Outlet(
                value.substring(0, between),
                Optional.of(value.substring(between + 1)).filter(site -> !site.isEmpty()));
    }

    /** @param counted by value; other facets stay as they are */
    static SortedMap<String, Integer> inWords(String facet, SortedMap<String, Integer> counted) {
        if (!facet.equals(NAME)) {
            return counted;
        }
        Map<Outlet, Integer> outlets = new LinkedHashMap<>();
        counted.forEach((value, count) -> outlets.put(outlet(value), count));
        OutletNames names = OutletNames.of(outlets.keySet());
        SortedMap<String, Integer> words = new TreeMap<>();
        outlets.forEach((outlet, count) -> words.merge(names.name(outlet), count, Integer::sum));
        return words;
    }
}
