package org.hearsay.gather.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.hearsay.gather.fetch.FetchOutcome.Declined;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Hop;
import org.hearsay.gather.fetch.FetchOutcome.Reason;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.gather.fetch.FetchOutcome.Unchanged;
import org.hearsay.gather.fetch.Transfer.Result;
import org.hearsay.page.Bytes;
import org.hearsay.page.Host;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/**
 * Polite, safe HTTP. One fetcher serves all threads; the delay between two requests to one
 * host (the larger of ours and robots.txt's Crawl-delay) is kept inside, whoever asks.
 *
 * <p>A fetch that waits, for its turn or for the network, ends soon after {@link Thread#interrupt} or {@link #close}
 * with an {@link InterruptedException}. Whatever the outside does is an outcome, never an exception.
 *
 * <p>Validators belong to the address that gave them. They are sent to that address alone, wherever it stands on the way
 * of redirects, since sent to another they could earn a false "unchanged".
 *
 * <pre>{@code
 * FetchOutcome outcome = fetcher.feed(feed.url(), state.usableValidators());
 * }</pre>
 */
public final class Fetcher implements AutoCloseable {
    /** As in curl's and Chrome's practice of 20 and RFC 9309's 5: ten are never needed by a site that works. */
    private static final int MAX_HOPS = 10;

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** What is fetched, and so what is asked for and allowed. */
    private enum Kind {
        FEED(
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
                        + "text/xml;q=0.9, */*;q=0.5",
                MAX_HOPS),
        PAGE("text/html, application/xhtml+xml, */*;q=0.5", MAX_HOPS),
        ROBOTS("text/plain, */*;q=0.5", 5);

        final String accept;
        final int maxHops;

        Kind(String accept, int maxHops) {
            this.accept = accept;
            this.maxHops = maxHops;
        }
    }

    private final FetchSettings settings;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Transfer transfer;
    private final Robots robots;
    private final Map<Host, HostGate> gates = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if {@code settings.allow()} holds something that is no address block */
    public Fetcher(FetchSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.transfer = new Transfer(settings, closed);
        this.robots = new Robots(
                url -> fetch(url, Validators.NONE, url, Credentials.NONE, Kind.ROBOTS), clock, settings.userAgent());
    }

    /** How it fetches. */
    public FetchSettings settings() {
        return settings;
    }

    /** Fetches a feed: robots.txt is not asked, since a person listed it. */
    public FetchOutcome feed(PageUrl url, Validators validators) throws InterruptedException {
        return feed(url, validators, url, Credentials.NONE);
    }

    /**
     * Fetches a feed that redirects, or that asks who is there.
     *
     * @param of the address that gave {@code validators}; they are sent there, if the way leads there again
     * @param credentials sent to the scheme, host and port that they are for, until the way leaves these
     */
    public FetchOutcome feed(PageUrl url, Validators validators, PageUrl of, Credentials credentials)
            throws InterruptedException {
        return fetch(url, validators, of, credentials, Kind.FEED);
    }

    /**
     * Fetches a page that a feed pointed to: robots.txt of its host is asked first, and cached for a day; after a
     * redirect, that of the new host. A robots.txt that cannot be had fails the page, to be tried again later.
     */
    public FetchOutcome page(PageUrl url, Validators validators) throws InterruptedException {
        return page(url, validators, url);
    }

    /** @param of the address that gave {@code validators}: where the page was found the last time */
    public FetchOutcome page(PageUrl url, Validators validators, PageUrl of) throws InterruptedException {
        return fetch(url, validators, of, Credentials.NONE, Kind.PAGE);
    }

    private FetchOutcome fetch(PageUrl asked, Validators validators, PageUrl of, Credentials credentials, Kind kind)
            throws InterruptedException {
        Journey journey = new Journey(settings.timeout().toNanos());
        HttpUrl at = HttpUrl.parse(asked.text());
        if (at == null) {
            return failed(asked, Trouble.NONSENSE, "the HTTP client cannot read this address");
        }
        PageUrl url = asked;
        // Whoever was sent elsewhere and back did not choose the address there: it is not asked with a password.
        boolean known = credentials.areFor(url);
        while (true) {
            if (journey.returnsTo(at)) {
                return failed(asked, Trouble.TOO_MANY_REDIRECTS, "redirects in a circle at " + url);
            }
            Optional<FetchOutcome> no = kind == Kind.PAGE ? forbidden(asked, url) : Optional.empty();
            if (no.isPresent()) {
                return no.get();
            }
            Validators own = url.equals(of) ? validators : Validators.NONE;
            Optional<String> authorization = known ? Optional.of(credentials.basic()) : Optional.empty();
            Result result = ask(at, url.host(), headers(at, kind, journey, own, authorization), kind, journey);
            Result.Answer answer;
            switch (result) {
                case Result.Broken broken -> {
                    return new Failed(asked, clock.instant(), broken.trouble(), broken.notBefore(), broken.detail());
                }
                case Result.Closed closed -> {
                    return declined(
                            asked,
                            Reason.PRIVATE_ADDRESS,
                            url.host() + " is at " + closed.address()
                                    + ", a private address; allow it with fetch.allow");
                }
                case Result.Answer whole -> answer = whole;
            }
            Optional<String> location = redirect(answer);
            if (location.isEmpty()) {
                FetchOutcome end = outcome(asked, url, answer, journey.hops, !own.equals(Validators.NONE));
                return answer.status() == 401 && end instanceof Failed f && kind == Kind.FEED
                        ? new Failed(
                                f.asked(),
                                f.at(),
                                f.trouble(),
                                f.notBefore(),
                                f.detail() + ", " + who(known, credentials))
                        : end;
            }
            HttpUrl next = at.resolve(location.get());
            Optional<PageUrl> to = next == null ? Optional.empty() : PageUrl.parse(next.toString());
            if (next == null || to.isEmpty()) {
                return nowhere(asked, location.get());
            }
            if (journey.hops.size() == kind.maxHops) {
                return failed(asked, Trouble.TOO_MANY_REDIRECTS, "more than " + kind.maxHops + " redirects");
            }
            journey.remember(at, answer.headers());
            journey.hops.add(new Hop(url, answer.status(), to.get()));
            at = next.newBuilder().username("").password("").fragment(null).build();
            url = to.get();
            known &= credentials.areFor(url);
        }
    }

    /** One request in its turn. A server that asked to be left alone is not asked. */
    private Result ask(HttpUrl at, Host host, Headers headers, Kind kind, Journey journey) throws InterruptedException {
        HostGate gate = gate(host);
        gate.enter();
        long began = System.nanoTime();
        try {
            Optional<Instant> rest = gate.restsUntil(clock.instant());
            if (rest.isPresent()) {
                return new Result.Broken(Trouble.SLOW_DOWN, host + " asked to be left alone", rest);
            }
            if (journey.nanosLeft <= 0) {
                return new Result.Broken(Trouble.TIMED_OUT, "redirects took too long");
            }
            boolean cut = kind == Kind.ROBOTS;
            long max = cut ? Robots.MAX_BYTES : settings.maxBytes();
            return transfer.get(at, headers, max, cut, Duration.ofNanos(journey.nanosLeft));
        } finally {
            journey.nanosLeft -= System.nanoTime() - began;
            gate.leave();
        }
    }

    private HostGate gate(Host host) {
        return gates.computeIfAbsent(host, h -> new HostGate(settings.delay(), closed));
    }

    private Headers headers(
            HttpUrl at, Kind kind, Journey journey, Validators validators, Optional<String> authorization) {
        Headers.Builder headers = new Headers.Builder()
                .addUnsafeNonAscii("User-Agent", settings.userAgent())
                .add("Accept", kind.accept)
                .add("Accept-Language", "en, *;q=0.5")
                .add("Connection", "close")
                .add("Accept-Encoding", Coding.ACCEPTED);
        validators.etag().filter(Fetcher::sendable).ifPresent(v -> headers.addUnsafeNonAscii("If-None-Match", v));
        validators
                .lastModified()
                .filter(Fetcher::sendable)
                .ifPresent(v -> headers.addUnsafeNonAscii("If-Modified-Since", v));
        authorization.ifPresent(value -> headers.add("Authorization", value));
        String cookies = journey.cookieHeader(at);
        if (!cookies.isEmpty()) {
            headers.addUnsafeNonAscii("Cookie", cookies);
        }
        return headers.build();
    }

    /** Byte for byte or not at all: what is no UTF-8 was lost when it was read. */
    private static boolean sendable(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> (c >= ' ' || c == '\t') && c != 0x7f && c != 0xfffd);
    }

    /** What robots.txt of the address's host has against it. */
    private Optional<FetchOutcome> forbidden(PageUrl asked, PageUrl url) throws InterruptedException {
        Robots.Verdict verdict = robots.ask(url);
        if (verdict.no().isPresent()) {
            return Optional.of(
                    switch (verdict.no().get()) {
                        case Failed f ->
                            new Failed(
                                    asked,
                                    f.at(),
                                    f.trouble(),
                                    f.notBefore(),
                                    "robots.txt of " + url.host() + ": " + f.detail());
                        case Declined d -> declined(asked, d.reason(), d.detail());
                        case Fetched f -> failed(asked, Trouble.NONSENSE, "robots.txt of " + url.host());
                        case Unchanged u -> failed(asked, Trouble.NONSENSE, "robots.txt of " + url.host());
                    });
        }
        verdict.crawlDelay().ifPresent(gate(url.host())::slowTo);
        return verdict.allowed()
                ? Optional.empty()
                : Optional.of(declined(asked, Reason.ROBOTS, "robots.txt of " + url.host() + " forbids " + url));
    }

    private static Optional<String> redirect(Result.Answer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> Optional.ofNullable(answer.headers().get("Location"));
            default -> Optional.empty();
        };
    }

    private FetchOutcome nowhere(PageUrl asked, String location) {
        String text = location.strip();
        boolean other = SCHEME.matcher(text).matches() && !text.regionMatches(true, 0, "http", 0, 4);
        return other
                ? declined(asked, Reason.NOT_HTTP, "redirects to " + text.substring(0, text.indexOf(':') + 1))
                : failed(asked, Trouble.NONSENSE, "redirects to something that is no address");
    }

    private FetchOutcome outcome(
            PageUrl asked, PageUrl url, Result.Answer answer, List<Hop> hops, boolean conditional) {
        int status = answer.status();
        Instant now = clock.instant();
        Optional<Instant> notBefore =
                Optional.ofNullable(answer.headers().get("Retry-After")).flatMap(v -> RetryAfter.parse(v, now));
        if (status == 304 && conditional) {
            return new Unchanged(asked, now, hops, Freshness.of(answer.kept(), now));
        }
        // 206 is a part that nobody asked for.
        if (status >= 200 && status < 300 && status != 206) {
            Page page = new Page(url, now, status, answer.kept(), Bytes.of(answer.body()));
            return new Fetched(asked, now, page, validators(answer.headers()), hops);
        }
        String words = "HTTP " + status + (hops.isEmpty() ? "" : " at " + url + ", " + way(hops));
        if (status == 429) {
            notBefore.ifPresent(gate(url.host())::restUntil);
        }
        if (status == 429 || status == 503 && notBefore.isPresent()) {
            return new Failed(asked, now, Trouble.SLOW_DOWN, notBefore, words);
        }
        // An address that leads to one that is gone is not gone itself: where it leads may change.
        Trouble trouble = status == 410 && hops.isEmpty()
                ? Trouble.GONE
                : status >= 400 && status < 500
                        ? Trouble.REFUSED
                        : status >= 500 && status < 600 ? Trouble.SERVER_ERROR : Trouble.NONSENSE;
        return new Failed(asked, now, trouble, notBefore, words);
    }

    /** What to do about a server that asks who is there. */
    private static String who(boolean told, Credentials credentials) {
        if (told) {
            return "it refuses the user name or the password";
        }
        return credentials.equals(Credentials.NONE)
                ? "it asks for a user name and a password: write https://name:password@ into the feed's address"
                : "the user name and the password are sent to the feed's own scheme, host and port only";
    }

    private static String way(List<Hop> hops) {
        return hops.stream().allMatch(Hop::permanent) ? "where it moved for good" : "where it redirects to";
    }

    private static Validators validators(Headers headers) {
        return new Validators(
                Optional.ofNullable(headers.get("ETag")).filter(Fetcher::sendable),
                Optional.ofNullable(headers.get("Last-Modified")).filter(Fetcher::sendable));
    }

    private Failed failed(PageUrl asked, Trouble trouble, String detail) {
        return new Failed(asked, clock.instant(), trouble, Optional.empty(), detail);
    }

    private Declined declined(PageUrl asked, Reason reason, String detail) {
        return new Declined(asked, clock.instant(), reason, detail);
    }

    /** Ends running fetches and frees sockets and threads at once. */
    @Override
    public void close() {
        closed.countDown();
        transfer.close();
    }
}
