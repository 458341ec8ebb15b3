package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.archive.Kept;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.compare.GroupId;
import org.junit.jupiter.api.Test;

class StoredArticleTest {
    private static final Instant SEEN = Instant.parse("2026-11-26T12:00:00Z");

    /** A page that cannot be read, of which the feed gives the date. */
    private static StoredArticle dated(Instant fetched, Optional<Instant> published) {
        return new StoredArticle(
                Samples.article("a"),
                1,
                Samples.url("a"),
                Samples.FEED,
                "The Star",
                SEEN,
                fetched,
                new Extraction.Unreadable(Extraction.Why.PAYWALL, "a stub"),
                new Hints(Optional.empty(), Optional.empty(), Optional.empty(), published, Optional.empty()),
                new Kept("a.warc.gz", 0, 1),
                new GroupId("s"),
                new GroupId("o"),
                List.of(),
                List.of(),
                List.of());
    }

    private static StoredArticle dated(String published) {
        return dated(SEEN, Optional.of(Instant.parse(published)));
    }

    @Test
    void aDateStandsForItselfInAListUnlessItWasStillToCome() {
        assertThat(dated("2026-11-25T08:00:00Z").orderedAt()).isEqualTo(Instant.parse("2026-11-25T08:00:00Z"));
        assertThat(dated("2031-01-01T00:00:00Z").orderedAt()).isEqualTo(SEEN);
        assertThat(dated("+1000000000-12-31T23:59:59Z").orderedAt()).isEqualTo(SEEN);
        assertThat(dated(SEEN, Optional.empty()).orderedAt()).isEqualTo(SEEN);
    }

    @Test
    void aDateStillToComeIsKeptAndMarked() {
        StoredArticle ahead = dated("2031-01-01T00:00:00Z");
        assertThat(ahead.stated()).contains(new Dated.At(Instant.parse("2031-01-01T00:00:00Z")));
        assertThat(ahead.statedAhead()).isTrue();
        assertThat(dated("2026-11-25T08:00:00Z").statedAhead()).isFalse();
        assertThat(dated(SEEN, Optional.empty()).statedAhead()).isFalse();
        // Written again after it was first seen, a page may well bear a later date.
        Instant later = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(dated(later, Optional.of(Instant.parse("2026-11-28T09:00:00Z")))
                        .statedAhead())
                .isFalse();
    }

    @Test
    void whatIsTodaySomewhereOnEarthIsNotAhead() {
        // At noon of the 26th in London it is the 27th in Auckland, and a clock there shows one in the morning.
        assertThat(new Dated.On(LocalDate.of(2026, 11, 27)).aheadOf(SEEN)).isFalse();
        assertThat(new Dated.On(LocalDate.of(2026, 11, 28)).aheadOf(SEEN)).isTrue();
        assertThat(new Dated.At(Instant.parse("2026-11-27T01:00:00Z")).aheadOf(SEEN))
                .isFalse();
        assertThat(new Dated.At(Instant.parse("2026-11-27T02:00:01Z")).aheadOf(SEEN))
                .isTrue();
    }
}
