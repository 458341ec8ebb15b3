package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;

/**
 * Every change that a person made: who, when, what. Not derived, and nothing takes an entry away. Whoever changes
 * something for a person adds the deed in the same transaction, so that neither is there without the other.
 */
public interface Deeds {
    void add(Deed deed);

    /** The last ones, newest first. */
    List<Deed> latest(int limit);

    /**
     * One change.
     *
     * @param who as the way in knows the person: a name from a proxy, a role, or the user of a command line
     * @param what in a few words, the same for every change of this kind
     * @param about what was changed, and to what
     */
    record Deed(Instant at, String who, String what, String about) {}
}
