package org.hearsay.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A fetcher before a gallery of rogues, by a clock that stands still. */
@Timeout(30)
abstract class AtTheGallery {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    final RoguesGallery gallery = new RoguesGallery();
    Fetcher fetcher = fetcher(settings());

    @AfterEach
    void close() {
        fetcher.close();
        gallery.close();
    }

    static FetchSettings settings() {
        return new FetchSettings(
                Duration.ZERO,
                Duration.ofMillis(700),
                100_000,
                List.of("127.0.0.0/8"),
                Set.of(),
                "Hearsay/0.1 (news reader; claims index)");
    }

    static Fetcher fetcher(FetchSettings settings) {
        return new Fetcher(settings, InstantSource.fixed(NOW));
    }

    FetchOutcome feed(String path) throws InterruptedException {
        return fetcher.feed(gallery.url(path), Validators.NONE);
    }

    Trouble trouble(String path) throws InterruptedException {
        FetchOutcome outcome = feed(path);
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).trouble();
    }

    Fetched fetched(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Fetched.class);
        return (Fetched) outcome;
    }

    static String text(Fetched fetched) {
        return fetched.page().body().decode(StandardCharsets.UTF_8);
    }
}
