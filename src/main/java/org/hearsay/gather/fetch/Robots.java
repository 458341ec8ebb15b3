package org.hearsay.gather.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.hearsay.page.PageUrl;

/**
 * What robots.txt says (RFC 9309): own group before {@code *}, longest match, 4xx means everything is allowed, no
 * answer or 5xx means wait. Kept for a day by the clock; a failure is kept for minutes, so that the pages of a host
 * that is down do not ask for it one by one.
 */
final class Robots {
    /** RFC 9309, 2.4: not longer than 24 hours. */
    private static final Duration KEPT = Duration.ofHours(24);

    private static final Duration FAILURE_KEPT = Duration.ofMinutes(5);

    /** RFC 9309, 2.5: at least 500 KiB are read; we read no more. */
    static final long MAX_BYTES = 500 << 10;

    /** A longer Crawl-delay would hold a thread for hours; a minute between requests is slow enough for any host. */
    private static final Duration MAX_CRAWL_DELAY = Duration.ofMinutes(1);

    /** Fetches a robots.txt by the same rules as everything else. */
    interface Source {
        FetchOutcome fetch(PageUrl robotsTxt) throws InterruptedException;
    }

    /** An answer for one address: {@code no} says why it may not be asked for. */
    record Verdict(boolean allowed, Optional<FetchOutcome> no, Optional<Duration> crawlDelay) {}

    private record Rules(Instant until, BaseRobotRules rules, Optional<FetchOutcome> failure) {}

    private static final class Slot {
        final ReentrantLock asking = new ReentrantLock();
        volatile Optional<Rules> rules = Optional.empty();
    }

    private final Source source;
    private final InstantSource clock;
    private final List<String> names;
    private final Map<PageUrl, Slot> slots = new ConcurrentHashMap<>();

    Robots(Source source, InstantSource clock, String userAgent) {
        this.source = source;
        this.clock = clock;
        // The product token, which ends at the first character that may not stand in one (RFC 9309, 2.2.1).
        String token = userAgent.strip().split("[^A-Za-z_-]", 2)[0].toLowerCase(Locale.ROOT);
        this.names = token.isEmpty() ? List.of() : List.of(token);
    }

    Verdict ask(PageUrl url) throws InterruptedException {
        Rules rules = rulesFor(url);
        if (rules.failure.isPresent()) {
            return new Verdict(false, rules.failure, Optional.empty());
        }
        long millis = rules.rules.getCrawlDelay();
        Optional<Duration> delay = millis <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.min(millis, MAX_CRAWL_DELAY.toMillis())));
        return new Verdict(rules.rules.isAllowed(url.text()), Optional.empty(), delay);
    }

    private Rules rulesFor(PageUrl url) throws InterruptedException {
        PageUrl robotsTxt = PageUrl.of(url.scheme() + "://" + url.host() + "/robots.txt");
        Slot slot = slots.computeIfAbsent(robotsTxt, key -> new Slot());
        slot.asking.lockInterruptibly();
        try {
            Optional<Rules> known = slot.rules;
            if (known.isPresent() && clock.instant().isBefore(known.get().until)) {
                return known.get();
            }
            Rules fresh = read(robotsTxt);
            slot.rules = Optional.of(fresh);
            return fresh;
        } finally {
            slot.asking.unlock();
        }
    }

    private Rules read(PageUrl robotsTxt) throws InterruptedException {
        FetchOutcome outcome = source.fetch(robotsTxt);
        Instant now = clock.instant();
        return switch (outcome) {
            case FetchOutcome.Fetched f -> new Rules(now.plus(KEPT), parse(robotsTxt, f), Optional.empty());
            case FetchOutcome.Failed f ->
                allowsAll(f.trouble())
                        ? new Rules(now.plus(KEPT), new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty())
                        : none(now, outcome);
            default -> none(now, outcome);
        };
    }

    private static Rules none(Instant now, FetchOutcome why) {
        return new Rules(now.plus(FAILURE_KEPT), new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Optional.of(why));
    }

    /** RFC 9309, 2.3.1.2 and 2.3.1.3: "unavailable", as against "unreachable". */
    private static boolean allowsAll(FetchOutcome.Trouble trouble) {
        return switch (trouble) {
            case REFUSED, GONE, TOO_MANY_REDIRECTS -> true;
            default -> false;
        };
    }

    private BaseRobotRules parse(PageUrl robotsTxt, FetchOutcome.Fetched fetched) {
        // The parser forbids everything above its own limit for Crawl-delay; we only wait less.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        return parser.parseContent(
                robotsTxt.text(),
                fetched.page().body().toArray(),
                fetched.page().contentType().orElse(""),
                names);
    }
}
