package org.hearsay.read.article;

import java.util.Optional;

/** One line of an article's text and what kind of line it is. Blocks do not overlap and stand in text order. */
public sealed interface Block {
    Span span();

    /** A line that names what follows. {@code level} is 1 to 6 as in HTML. */
    record Heading(Span span, int level) implements Block {
        public Heading {
            if (level < 1 || level > 6) {
                throw new IllegalArgumentException("heading level " + level);
            }
        }
    }

    record Paragraph(Span span) implements Block {}

    /** A list item. {@code leadIn} is the whole line that introduces its list, where there is one. */
    record Item(Span span, Optional<Span> leadIn) implements Block {}

    /** A quotation set apart by the page. */
    record Quote(Span span) implements Block {}

    /** A table row that carries text, its cells joined by " | ". */
    record Row(Span span) implements Block {}
}
