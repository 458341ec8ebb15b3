package org.hearsay.read.language;

import org.hearsay.read.article.Span;

/** A name in the text: where, of what type, and which entity of the article it names. */
public record Mention(Span span, NameType type, EntityId entity) {}
