package org.hearsay.gather.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/** Every way a fetch can end. {@code at} is UTC, when the answer was complete or given up. */
public sealed interface FetchOutcome {
    PageUrl asked();

    Instant at();

    /**
     * A whole body came with a 2xx status. Redirects were followed by us, so {@code page.url()} may differ from asked.
     * {@code validators} are those of {@code page.url()} and mean nothing to any other address.
     */
    record Fetched(PageUrl asked, Instant at, Page page, Validators validators, List<Hop> hops)
            implements FetchOutcome {
        public Fetched {
            hops = List.copyOf(hops);
        }
    }

    /** HTTP 304, perhaps after redirects. {@code freshFor}: for how long it will stay so, if the server says. */
    record Unchanged(PageUrl asked, Instant at, List<Hop> hops, Optional<Duration> freshFor) implements FetchOutcome {
        public Unchanged {
            hops = List.copyOf(hops);
        }

        /** From the asked address itself, without a word about the future. */
        public Unchanged(PageUrl asked, Instant at) {
            this(asked, at, List.of(), Optional.empty());
        }
    }

    /** We chose not to. */
    record Declined(PageUrl asked, Instant at, Reason reason, String detail) implements FetchOutcome {}

    /** It did not work. {@code notBefore}: the server asked to be left alone until then. {@code detail} is for people. */
    record Failed(PageUrl asked, Instant at, Trouble trouble, Optional<Instant> notBefore, String detail)
            implements FetchOutcome {}

    /** One redirect: from where, with which status, to where. */
    record Hop(PageUrl from, int status, PageUrl to) {
        public boolean permanent() {
            return status == 301 || status == 308;
        }
    }

    /** Why we did not ask. */
    enum Reason {
        ROBOTS,
        PRIVATE_ADDRESS,
        /** A redirect led to something that is no http(s) address. */
        NOT_HTTP
    }

    /** What went wrong. */
    enum Trouble {
        UNKNOWN_HOST,
        CANNOT_CONNECT,
        TIMED_OUT,
        CUT_OFF,
        TLS,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        /** HTTP 410. */
        GONE,
        /** HTTP 429, or 503 with Retry-After. */
        SLOW_DOWN,
        /** Any other 4xx. */
        REFUSED,
        /** Any other 5xx. */
        SERVER_ERROR,
        /** An answer that is no HTTP, or a status that makes no sense here. */
        NONSENSE
    }
}
