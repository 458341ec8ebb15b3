package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, at the same time",
        "PT59S, at the same time",
        "PT1M, 1 minute later",
        "PT89M, 89 minutes later",
        "PT90M, 2 hours later",
        "PT47H59M, 48 hours later",
        "PT48H, 2 days later",
        "P9DT13H, 10 days later"
    })
    void howMuchLaterIsToldInOneUnit(Duration after, String words) {
        assertThat(Words.later(after)).isEqualTo(words);
    }

    private static final Words WORDS = new Words(Instant.parse("2026-11-26T15:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-26T00:05:00Z | today, 00:05",
                "2026-11-25T23:59:00Z | yesterday, 23:59",
                "2026-02-03T10:00:00Z | 3 Feb, 10:00",
                "2025-11-26T10:00:00Z | 26 Nov 2025"
            })
    void timesReadAsAPersonSaysThem(String instant, String words) {
        assertThat(WORDS.when(Instant.parse(instant)).words()).isEqualTo(words);
    }

    @Test
    void theDayIsThatOfTheReadersZone() {
        Words auckland = new Words(Instant.parse("2026-11-26T15:00:00Z"), ZoneId.of("Pacific/Auckland"));
        assertThat(auckland.when(Instant.parse("2026-11-26T10:30:00Z")).words()).isEqualTo("yesterday, 23:30");
    }

    @Test
    void aDayHasNoClock() {
        assertThat(WORDS.when(new Dated.On(LocalDate.of(2026, 11, 26))).words()).isEqualTo("26 Nov");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERCENT | 60 | 60 | % | ABOUT | about 60 %",
                "PERCENT | 52 | 58 | % | RANGE | 52 % to 58 %",
                "COUNT | 5000 | 5000 | 1 | OVER | over 5,000",
                "MEASURE | 5000 | 5000 | t | EXACT | 5,000 tonnes",
                "DURATION | 1 | 1 | a | EXACT | 1 year",
                "DURATION | 15 | 15 | a | UNDER | under 15 years",
                "MONEY | 2500000 | 2500000 | USD | EXACT | 2.5 million USD",
                "MONEY | 1000000000 | 3000000000 | EUR | RANGE | 1 billion EUR to 3 billion EUR",
                "DATE | 20783 | 20783 | d | EXACT | 26 Nov 2026",
                "COUNT | 1E+400 | 1E+400 | 1 | EXACT | 1E+400",
                "COUNT | 0.000 | 0.000 | 1 | EXACT | 0",
                "COUNT | -1234.50 | -1234.50 | 1 | EXACT | -1,234.5"
            })
    void quantitiesReadAsNewspapersSetThem(
            Quantity.Kind kind, String low, String high, String unit, Quantity.Closeness closeness, String words) {
        assertThat(Words.amount(new Quantity(
                        new Span(0, 1),
                        kind,
                        Optional.of(new BigDecimal(low)),
                        Optional.of(new BigDecimal(high)),
                        unit,
                        closeness,
                        Optional.empty(),
                        Optional.empty())))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-26T14:00:00Z | now",
                "2026-11-26T15:00:30Z | in 1 minute",
                "2026-11-26T15:20:00Z | in 20 minutes",
                "2026-11-26T18:00:00Z | in 3 hours",
                "2026-11-30T15:00:00Z | in 4 days"
            })
    void waitingReadsInItsOwnSize(String then, String words) {
        assertThat(WORDS.until(Instant.parse(then))).isEqualTo(words);
    }
}
