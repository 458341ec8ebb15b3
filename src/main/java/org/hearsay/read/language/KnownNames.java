package org.hearsay.read.language;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The forms under which one thing goes in every article, for those who look for it by one of them. Immutable. */
public final class KnownNames {
    private final Map<String, SortedSet<String>> forms = new TreeMap<>();

    public KnownNames() {
        Map<String, SortedSet<String>> byName = new TreeMap<>();
        for (List<String> row : Lexicon.rows("aliases.txt")) {
            SortedSet<String> all = byName.computeIfAbsent(row.get(1), name -> new TreeSet<>(List.of(name)));
            all.add(row.get(0));
        }
        byName.values().forEach(all -> all.forEach(form -> forms.put(EntityId.slug(form), all)));
    }

    /** Every form of what goes by this name, itself among them, however it is spelled; only itself where no line knows it. */
    public SortedSet<String> formsOf(String name) {
        return new TreeSet<>(forms.getOrDefault(EntityId.slug(name), new TreeSet<>(List.of(name))));
    }
}
