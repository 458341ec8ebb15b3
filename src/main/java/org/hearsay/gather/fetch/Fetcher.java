package org.hearsay.gather.fetch;

import java.time.InstantSource;
import org.hearsay.page.PageUrl;

/**
 * Polite, safe HTTP. One fetcher serves all threads; the delay between two requests to one
 * host (the larger of ours and robots.txt's Crawl-delay) is kept inside, whoever asks.
 */
public final class Fetcher implements AutoCloseable {
    private final FetchSettings settings;
    private final InstantSource clock;

    public Fetcher(FetchSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Fetches a feed: robots.txt is not asked, since a person listed it. */
    public FetchOutcome feed(PageUrl url, Validators validators) throws InterruptedException {
        throw new UnsupportedOperationException(settings + " " + clock);
    }

    /** Fetches a page that a feed pointed to: robots.txt of its host is asked first, and cached for a day. */
    public FetchOutcome page(PageUrl url, Validators validators) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
