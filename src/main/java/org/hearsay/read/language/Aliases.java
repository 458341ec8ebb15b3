package org.hearsay.read.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that stand for one thing in every article, as lines of a list and never as a guess. Immutable. */
final class Aliases {
    private record Alias(String name, NameType type) {}

    private final Map<String, Alias> aliases = new HashMap<>();

    Aliases() {
        for (List<String> row : Lexicon.rows("aliases.txt")) {
            Alias alias = new Alias(row.get(1), NameType.valueOf(row.get(2)));
            aliases.put(row.get(0), alias);
            aliases.putIfAbsent(row.get(1), alias);
        }
    }

    @Nullable
    NameType typeOf(String form) {
        Alias alias = aliases.get(form);
        return alias == null ? null : alias.type();
    }

    /** The name that the form stands for; the form itself where no line knows it. */
    String nameOf(String form) {
        Alias alias = aliases.get(form);
        return alias == null ? form : alias.name();
    }

    boolean knows(String form) {
        return aliases.containsKey(form);
    }
}
