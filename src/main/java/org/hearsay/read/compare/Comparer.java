package org.hearsay.read.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.language.Reading;

/** Compares articles and claims. Stateless. */
public final class Comparer {
    /** The article's fingerprint, by which {@link #sameText} and {@link #sameEvent} judge. */
    public Fingerprint fingerprint(Reading reading) {
        return new Fingerprint(
                new TreeSet<>(),
                new TreeSet<>(),
                java.util.Optional.empty(),
                reading.article().agency());
    }

    /** Whether two articles carry one text: copied, cut, retouched or retitled. Symmetric. */
    public boolean sameText(Fingerprint a, Fingerprint b) {
        return false;
    }

    /** Whether two articles report one event. Symmetric. */
    public boolean sameEvent(Fingerprint a, Fingerprint b) {
        return false;
    }

    /** Keys such that two statements that may be anything but unrelated share at least one. Short, stable, lower case. */
    public Set<String> keys(Statement statement) {
        return Set.of();
    }

    /** How two statements relate; {@code relation(a, b)} mirrors {@code relation(b, a)}. */
    public Relation relation(Statement a, Statement b) {
        return new Relation(Relation.Kind.UNRELATED, 0, List.of(), List.of());
    }
}
