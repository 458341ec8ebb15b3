package org.hearsay.badhouse.page;

import org.hearsay.badhouse.read.claim.Impure;
import org.jsoup.nodes.Document;

/** The ground reaching for a floor above it, which closes a cycle, and for a library that is not its own. */
public record Upward(Impure claim, Document document) {}
