package org.hearsay.run;

import java.util.Optional;
import org.hearsay.page.Page;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.language.Reader;

/** The whole of reading as one pure function: from a page to its article, its claims and its fingerprint. Thread-safe. */
public final class PageReader {
    private final ArticleReader articles;
    private final Reader language;
    private final ClaimFinder claims;
    private final Comparer comparer;

    public PageReader(ArticleReader articles, Reader language, ClaimFinder claims, Comparer comparer) {
        this.articles = articles;
        this.language = language;
        this.claims = claims;
        this.comparer = comparer;
    }

    /** Reads a page with what its feed said of it. */
    public PageReading read(Page page, Hints hints) {
        return read(articles.read(page, hints));
    }

    /** Reads again what was once extracted from a page that is gone. */
    PageReading read(Extraction extracted) {
        return switch (extracted) {
            case Extraction.Readable readable -> read(readable.article());
            case Extraction.Unreadable unreadable -> new PageReading(unreadable, Optional.empty(), Optional.empty());
        };
    }

    /** Reads an article that is there already. */
    public PageReading read(Article article) {
        Findings findings = claims.claimsIn(language.read(article)).shown();
        return new PageReading(
                new Extraction.Readable(article),
                Optional.of(findings),
                Optional.of(comparer.fingerprint(findings.reading())));
    }

    /** What reads, for people. */
    public String description() {
        return language.description();
    }

    /**
     * A page, read.
     *
     * @param findings absent where the page is no article; so {@code fingerprint}
     */
    public record PageReading(Extraction extraction, Optional<Findings> findings, Optional<Fingerprint> fingerprint) {}
}
