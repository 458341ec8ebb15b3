package org.hearsay.read.article;

import java.util.Optional;

/** What became of a page: an article, or an honest reason why not. */
public sealed interface Extraction {
    /** The article, if the page is one. */
    default Optional<Article> readable() {
        return this instanceof Readable page ? Optional.of(page.article()) : Optional.empty();
    }

    record Readable(Article article) implements Extraction {}

    /** No claims are taken from such a page. {@code detail} says in words what was seen. */
    record Unreadable(Why why, String detail) implements Extraction {}

    enum Why {
        /** A cookie or consent wall stands in front of the text. */
        CONSENT,
        /** Only a stub before a paywall. */
        PAYWALL,
        /** No text at all. */
        EMPTY,
        /** Section front, video page, gallery, search page, soft 404. */
        NOT_AN_ARTICLE,
        /** Not HTML or text that we can read: a picture, a PDF, broken bytes. */
        UNREADABLE
    }
}
