package org.hearsay.gather.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // RFC 822 and 2822
                "Mon, 02 Mar 2026 10:11:12 GMT             | 2026-03-02T10:11:12Z",
                "2 Mar 2026 10:11 -0500                    | 2026-03-02T15:11:00Z",
                "Mon, 02 Mar 26 10:11:12 EST               | 2026-03-02T15:11:12Z",
                "Mon, 02 Mar 1998 10:11:12 Z               | 1998-03-02T10:11:12Z",
                "Fri, 02 Mar 2026 10:11:12 GMT             | 2026-03-02T10:11:12Z", // a wrong day of the week
                "Mon, 02 Mar 2026 10:11:60 GMT             | 2026-03-02T10:11:59Z",
                // RFC 3339 and ISO 8601
                "2026-03-02T10:11:12Z                      | 2026-03-02T10:11:12Z",
                "2026-03-02T10:11:12.345678901+01:00       | 2026-03-02T09:11:12Z",
                "20260302T101112Z                          | 2026-03-02T10:11:12Z",
                "2026-03-02T10:11                          | 2026-03-02T10:11:00Z",
                "2026-03-02 10:11:12 +0000 UTC             | 2026-03-02T10:11:12Z",
                "2026-061                                  | 2026-03-02T00:00:00Z",
                "2026-03                                   | 2026-03-01T00:00:00Z",
                "260302                                    | 2026-03-02T00:00:00Z",
                "2026/3/2                                  | 2026-03-02T00:00:00Z",
                // the wild
                "Mon Mar  2 10:11:12 UTC 2026              | 2026-03-02T10:11:12Z",
                "Mon Mar 02 2026 10:11:12 GMT+0100 (CET)   | 2026-03-02T09:11:12Z",
                "March 2nd, 2026 - 1:02pm                  | 2026-03-02T13:02:00Z",
                "Mar. 2, 2026, 12:05 a.m.                  | 2026-03-02T00:05:00Z",
                "03/22/2026 4:20 pm PST                    | 2026-03-23T00:20:00Z",
                "02-Mar-26 10:11:12                        | 2026-03-02T10:11:12Z",
                "Mon, 2 Mar 2026 00:00:00 Europe/Berlin    | 2026-03-01T23:00:00Z",
                "Mon, 6 Jul 2026 10:00:00 ET               | 2026-07-06T14:00:00Z",
                // other languages
                "Montag, 2. März 2026 10:11 MEZ            | 2026-03-02T09:11:00Z",
                "lun., 02 févr. 2026 10:11:12 +0100        | 2026-02-02T09:11:12Z",
                "2 de marzo de 2026                        | 2026-03-02T00:00:00Z",
                "Пн, 2 марта 2026 10:11:12 +0300           | 2026-03-02T07:11:12Z",
            })
    void aDateIsUnderstood(String text, String instant) {
        assertThat(FeedDates.parse(text)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "Mon, 31 Feb 2026 10:00:00 GMT",
                "2026-02-29T00:00:00Z",
                "2026-13-01",
                "2026-00-01",
                "Mon, 2 Mar 2026 25:00:00 GMT",
                "Mon, 2 Mar 2026 10:61:00 GMT",
                "2026-03-02T10:61:00Z",
                "2026-03-02T24:00:00Z",
                "Mon, 2 Mar 2026 13:00 PM",
                "Mon, 2 Mar 2026 10:00:00 +zz:00",
                "Mon, 2 Mar 2026 10:00:00 +99:00",
                "2026-03-02T10:00:00+99:99",
                "Mon, 2 Mar 2026 10:00:00 XQZ",
                "Mon, 2 Mar 2026 1:2:3:4 GMT",
                "Mon, Mar x 2026 10:00:00 GMT",
                "Fri, 2 Mar",
                "March 2026",
                "22026",
                "05/06/2026",
                "0001-01-01T00:00:00Z",
                "10:00",
                "2 Mar Apr 2026",
                "2 Mar 2026 2027"
            })
    void whatIsImpossibleOrAmbiguousIsAbsent(String text) {
        assertThat(FeedDates.parse(text)).isEmpty();
    }

    @Test
    void aLongTextIsNotSearched() {
        assertThat(FeedDates.parse("2 Mar 2026 " + "x ".repeat(100_000))).isEmpty();
    }
}
