package org.hearsay.tell.digest;

import org.hearsay.keep.index.Query;

/** A search with a name. */
public record Watch(String name, Query query) {}
