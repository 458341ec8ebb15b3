package org.hearsay.read.compare;

import java.util.List;

/**
 * How two claims relate.
 *
 * @param score 0 to 1, how sure
 * @param differences empty unless the kind is DIFFERS or CONTRADICTS
 * @param why what was seen, for {@code explain}
 */
public record Relation(Kind kind, double score, List<Difference> differences, List<String> why) {
    public Relation {
        differences = List.copyOf(differences);
        why = List.copyOf(why);
    }

    /** The relation as the other claim sees it. */
    public Relation mirrored() {
        return new Relation(
                kind, score, differences.stream().map(Difference::mirrored).toList(), why);
    }

    /** Kinds as they leave the program. */
    public enum Kind {
        SAME,
        DIFFERS,
        CONTRADICTS,
        UNRELATED
    }
}
