package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.read.article.Article;
import org.hearsay.read.language.Quantity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    /** A Wednesday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The bank lent $1.2bn. | $1.2bn | MONEY | 1200000000 | 1200000000 | USD | EXACT",
                "The bank lent €3 million. | €3 million | MONEY | 3000000 | 3000000 | EUR | EXACT",
                "It gave about 1.5 million euros. | 1.5 million euros | MONEY | 1500000 | 1500000 | EUR | ABOUT",
                "It takes between 3 and 5 million dollars. | 3 and 5 million dollars | MONEY | 3000000 | 5000000 | USD"
                        + " | RANGE",
                "It is worth $3-5 million. | $3-5 million | MONEY | 3000000 | 5000000 | USD | RANGE",
                "They won A$40m. | A$40m | MONEY | 40000000 | 40000000 | AUD | EXACT",
                "They won US$2,500. | US$2,500 | MONEY | 2500 | 2500 | USD | EXACT",
                "They lost RMB 500 million. | RMB 500 million | MONEY | 500000000 | 500000000 | CNY | EXACT",
                "They lost half a million pounds. | half a million pounds | MONEY | 500000 | 500000 | GBP | EXACT",
                "They lost millions of dollars. | millions of dollars | MONEY | 2000000 | 999999999 | USD | ABOUT",
                "A stamp costs 55 cents. | 55 cents | MONEY | 0.55 | 0.55 | USD | EXACT",
                "It controls nearly 60% of output. | 60% | PERCENT | 60 | 60 | % | ABOUT",
                "It fell by at least 3.5 per cent. | 3.5 per cent | PERCENT | 3.5 | 3.5 | % | OVER",
                "It rose by 25 basis points. | 25 basis points | PERCENT | 0.25 | 0.25 | {pp} | EXACT",
                "It rose by two percentage points. | two percentage points | PERCENT | 2 | 2 | {pp} | EXACT",
                "Two-thirds of voters agreed. | Two-thirds | MEASURE | 66.7 | 66.7 | % | ABOUT",
                "A group of 17 metals is needed. | 17 metals | COUNT | 17 | 17 | 1 | EXACT",
                "More than 1,200 people fled. | 1,200 people | COUNT | 1200 | 1200 | 1 | OVER",
                "Up to twenty-five senior officials left. | twenty-five senior officials | COUNT | 25 | 25 | 1 | UNDER",
                "Tens of thousands of refugees left. | Tens of thousands of refugees | COUNT | 20000 | 99999 | 1 |"
                        + " ABOUT",
                "Ten to 15 soldiers fell. | Ten to 15 soldiers | COUNT | 10 | 15 | 1 | RANGE",
                "The port shipped 5 million tonnes. | 5 million tonnes | MEASURE | 5000000 | 5000000 | t | EXACT",
                "A road of 300 km was built. | 300 km | MEASURE | 300 | 300 | km | EXACT",
                "It pumps 1.5 million barrels per day. | 1.5 million barrels per day | MEASURE | 1500000 | 1500000 |"
                        + " [bbl_us]/d | EXACT",
                "They signed a 10-year deal. | 10-year | DURATION | 10 | 10 | a | EXACT",
                "It lasted over 24 hours. | 24 hours | DURATION | 24 | 24 | h | OVER",
                "It was the third attempt. | third | ORDINAL | 3 | 3 | 1 | EXACT"
            })
    void readsNumbersWithTheirUnits(
            String text, String words, Kind kind, String low, String high, String unit, Quantity.Closeness closeness) {
        Reading reading = Texts.read(text);
        assertThat(reading.quantities()).hasSize(1);
        Quantity quantity = reading.quantities().get(0);
        assertThat(reading.article().words(quantity.span())).isEqualTo(words);
        assertThat(quantity.kind()).isEqualTo(kind);
        assertThat(quantity.low().orElseThrow().toPlainString()).isEqualTo(low);
        assertThat(quantity.high().orElseThrow().toPlainString()).isEqualTo(high);
        assertThat(quantity.unit()).isEqualTo(unit);
        assertThat(quantity.closeness()).isEqualTo(closeness);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No. 2 in the league spoke.",
                "The Group of 7 agreed.",
                "COVID-19 spread and an F-35 crashed.",
                "Call 202-555-0100 for help.",
                "One of them left at 3 p.m. and came back at 10:30.",
                "Amendment 64 passed under Article 5.",
                "1. Open the door.",
                "She took a Boeing 737 home.",
                "The first lady waited."
            })
    void aNumberThatNamesSomethingIsNoQuantity(String text) {
        assertThat(Texts.read(text).quantities()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "It has nearly 60% of global production and 85% of refining capacity. | global production + refining"
                        + " capacity",
                "Production rose to 70% in March. | Production",
                "Inflation was about 3.5 percent. | Inflation",
                "He wants a 25% tariff on steel. | tariff",
                "They saw a 3% increase in steel production. | steel production",
                "The firm won a contract worth $3 billion. | contract",
                "The port shipped 5 million tonnes of grain. | grain",
                "The states sent $20 million in aid. | aid",
                "He said that 70 percent left. | ``"
            })
    void saysWhatIsMeasured(String text, String things) {
        Reading reading = Texts.read(text);
        assertThat(reading.quantities().stream()
                        .filter(quantity -> quantity.kind() != Kind.DATE)
                        .flatMap(quantity -> quantity.of().stream())
                        .map(reading.article()::words)
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(things);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "They met on March 5, 2025 in Rome. | March 5, 2025 | 2025-03-05 | 2025-03-05",
                "They met on 5 March in Rome. | 5 March | 2026-03-05 | 2026-03-05",
                "They met on Monday. | Monday | 2026-11-23 | 2026-11-23",
                "They will meet on Monday. | Monday | 2026-11-30 | 2026-11-30",
                "They met last year. | last year | 2025-01-01 | 2025-12-31",
                "They met yesterday. | yesterday | 2026-11-24 | 2026-11-24",
                "They met in 2019. | 2019 | 2019-01-01 | 2019-12-31",
                "They met in the third quarter of 2025. | third quarter of 2025 | 2025-07-01 | 2025-09-30",
                "They met in the 1990s. | 1990s | 1990-01-01 | 1999-12-31",
                "They met in October. | October | 2026-10-01 | 2026-10-31",
                "They met two days ago. | two days ago | 2026-11-23 | 2026-11-23"
            })
    void countsDatesFromTheDayOfPublication(String text, String words, LocalDate first, LocalDate last) {
        Reading reading = Texts.READER.read(Texts.article(text, PUBLISHED));
        assertThat(reading.quantities()).hasSize(1);
        Quantity date = reading.quantities().get(0);
        assertThat(reading.article().words(date.span())).isEqualTo(words);
        assertThat(date.kind()).isEqualTo(Kind.DATE);
        assertThat(date.low().map(day -> LocalDate.ofEpochDay(day.longValueExact())))
                .contains(first);
        assertThat(date.high().map(day -> LocalDate.ofEpochDay(day.longValueExact())))
                .contains(last);
    }

    @Test
    void withoutADayOfPublicationARelativeDateHasNoBounds() {
        Quantity date = Texts.read("They met on Monday.").quantities().get(0);
        assertThat(date.kind()).isEqualTo(Kind.DATE);
        assertThat(date.low()).isEqualTo(Optional.empty());
    }

    @Test
    void aQuantityKnowsItsPeriod() {
        Reading reading = Texts.read("The mine sold 40% of its ore in 2025.");
        Quantity share = reading.quantities().get(0);
        assertThat(share.when().map(reading.article()::words)).contains("in 2025");
    }

    @Test
    void theFirstCellOfARowIsWhatItsOtherCellsMeasure() {
        String row = "Net sales | $1.2 billion | 12%";
        Article article = Texts.row(row);
        assertThat(Texts.READER.read(article).quantities())
                .extracting(quantity -> quantity.kind() + " "
                        + quantity.of().map(article::words).orElse(""))
                .containsExactly("MONEY Net sales", "PERCENT Net sales");
        assertThat(Texts.READER.read(Texts.row("3 | $5")).quantities())
                .extracting(Quantity::of)
                .containsOnly(Optional.empty());
    }
}
