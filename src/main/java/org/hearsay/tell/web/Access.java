package org.hearsay.tell.web;

import java.util.Optional;
import java.util.Set;

/**
 * Who may read and who may change, beside the one token of an editor.
 *
 * @param readToken lets in to read only ({@code web.read-token})
 * @param userHeader the header in which a proxy names the person it has let in ({@code web.user-header})
 * @param proxies addresses whose header is believed ({@code web.proxies})
 * @param editors names that may change something, {@code *} for all that the proxy names ({@code web.editors})
 */
public record Access(
        Optional<String> readToken, Optional<String> userHeader, Set<String> proxies, Set<String> editors) {
    /** None but the token's holder, or everybody on this machine where there is none. */
    public static final Access NONE = new Access(Optional.empty(), Optional.empty(), Set.of(), Set.of());

    public Access {
        proxies = Set.copyOf(proxies);
        editors = Set.copyOf(editors);
    }
}
