package org.hearsay.app;

import java.util.EnumSet;
import java.util.Set;

/** What a serving process does. */
enum Role {
    /** Visits hosts and files what they bring. */
    CRAWL,
    /** Shows the web pages, with an index of its own. */
    WEB,
    /** Writes and sends letters, with an index of its own. */
    DIGEST,
    /** All three. */
    ALL;

    /** Without {@link #ALL}, which is the others. */
    static Set<Role> meant(Set<Role> given) {
        return given.contains(ALL) ? EnumSet.of(CRAWL, WEB, DIGEST) : EnumSet.copyOf(given);
    }
}
