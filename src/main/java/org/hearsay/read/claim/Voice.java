package org.hearsay.read.claim;

import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.EntityId;

/** Who is speaking. */
public sealed interface Voice {
    /** The page itself. */
    record Outlet(String name) implements Voice {}

    /** A person or body with a name. {@code span} is where the claim's own sentence points to it, a pronoun perhaps. */
    record Named(String name, Optional<String> role, Optional<EntityId> entity, Span span) implements Voice {}

    /** "sources close to the Kremlin"; a bare "reportedly" has an empty description, and its span is the cue. */
    record Unnamed(String description, Span span) implements Voice {}

    /** A pronoun or description that could not be tied to a name. */
    record Unresolved(String words, Span span) implements Voice {}
}
