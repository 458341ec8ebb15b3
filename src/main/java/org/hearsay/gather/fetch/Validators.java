package org.hearsay.gather.fetch;

import java.util.Optional;

/** What a server gave to ask again with: black boxes, sent back byte for byte. */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
