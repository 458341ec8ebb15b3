package org.hearsay.gather.feed;

import java.util.Locale;

/** The vocabularies that feeds mix, told by namespace address or, where that is missing or wrong, by the usual prefix. */
enum Space {
    /** No namespace, or one that nobody knows: read as the feed's own words. */
    NONE,
    RSS,
    ATOM,
    RDF,
    DC,
    DCTERMS,
    CONTENT,
    ITUNES,
    XHTML,
    SYNDICATION,
    SITEMAP,
    NEWS,
    /** Known not to be of use here, as Media RSS, whose elements are named like ours. */
    OTHER;

    boolean isCore() {
        return this == NONE || this == RSS || this == ATOM;
    }

    static Space of(String uri, String prefix) {
        String address = uri.strip().toLowerCase(Locale.ROOT);
        if (address.contains("purl.org/atom") || address.contains("w3.org/2005/atom")) {
            return ATOM;
        }
        if (address.contains("purl.org/dc/terms")) {
            return DCTERMS;
        }
        if (address.contains("purl.org/dc/elements") || address.contains("purl.org/metadata/dublin_core")) {
            return DC;
        }
        if (address.contains("purl.org/rss/1.0/modules/content")) {
            return CONTENT;
        }
        if (address.contains("purl.org/rss/1.0/modules/syndication")) {
            return SYNDICATION;
        }
        if (address.contains("/schemas/sitemap-news/")) {
            return NEWS;
        }
        if (address.contains("sitemaps.org/schemas/sitemap/") || address.contains("google.com/schemas/sitemap/")) {
            return SITEMAP;
        }
        if (address.contains("purl.org/rss/1.0/modules") || address.contains("search.yahoo.com/mrss")) {
            return OTHER;
        }
        if (address.contains("w3.org/1999/xhtml")) {
            return XHTML;
        }
        if (address.contains("rdf-syntax-ns")) {
            return RDF;
        }
        if (address.contains("itunes")) {
            return ITUNES;
        }
        if (address.contains("purl.org/rss/1.0")
                || address.contains("purl.org/net/rss")
                || address.contains("netscape.com/")
                || address.contains("backend.userland.com")) {
            return RSS;
        }
        return byPrefix(prefix.toLowerCase(Locale.ROOT));
    }

    private static Space byPrefix(String prefix) {
        return switch (prefix) {
            case "" -> NONE;
            case "rss" -> RSS;
            case "atom", "atom10", "atom03", "a10" -> ATOM;
            case "rdf" -> RDF;
            case "dc" -> DC;
            case "dcterms" -> DCTERMS;
            case "content" -> CONTENT;
            case "itunes" -> ITUNES;
            case "sy", "syn" -> SYNDICATION;
            case "news" -> NEWS;
            case "xhtml", "html" -> XHTML;
            default -> OTHER;
        };
    }
}
