package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.read.language.Quantity.Closeness;
import org.hearsay.read.language.Quantity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of sentences in {@code quantities.txt}, each with all quantities that it holds. */
class QuantityTableTest {
    /** A Wednesday. */
    static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 25);

    static Stream<String> rows() throws IOException {
        try (InputStream in = QuantityTableTest.class.getResourceAsStream("/language/quantities.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aSentenceHoldsTheQuantitiesOfItsRow(String row) {
        String[] cells = row.split(" \\| ", 2);
        assertThat(shown(Texts.READER.read(Texts.article(cells[0], PUBLISHED)))).isEqualTo(cells[1]);
    }

    @Test
    void theTableHasManyRowsWithoutAnyQuantity() throws IOException {
        List<String> rows = rows().toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(200);
        assertThat(rows).filteredOn(row -> row.endsWith("| -")).hasSizeGreaterThanOrEqualTo(50);
    }

    /** All quantities of a text in one line, "-" for none. */
    static String shown(Reading reading) {
        String all = reading.quantities().stream()
                .map(quantity -> shown(reading, quantity))
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "-" : all;
    }

    private static String shown(Reading reading, Quantity quantity) {
        StringBuilder shown = new StringBuilder();
        shown.append('[').append(reading.article().words(quantity.span())).append("] ");
        shown.append(quantity.kind()).append(' ').append(bounds(quantity));
        if (quantity.kind() != Kind.DATE) {
            shown.append(' ').append(quantity.unit());
        }
        boolean plain = quantity.closeness() == Closeness.EXACT || quantity.closeness() == Closeness.RANGE;
        shown.append(plain ? "" : " " + quantity.closeness());
        quantity.of()
                .ifPresent(of -> shown.append(" of:").append(reading.article().words(of)));
        quantity.when()
                .ifPresent(
                        when -> shown.append(" when:").append(reading.article().words(when)));
        return shown.toString();
    }

    private static String bounds(Quantity quantity) {
        if (quantity.low().isEmpty() || quantity.high().isEmpty()) {
            return "open";
        }
        boolean date = quantity.kind() == Kind.DATE;
        String low = date
                ? LocalDate.ofEpochDay(quantity.low().get().longValueExact()).toString()
                : quantity.low().get().toPlainString();
        String high = date
                ? LocalDate.ofEpochDay(quantity.high().get().longValueExact()).toString()
                : quantity.high().get().toPlainString();
        return low.equals(high) ? low : low + ".." + high;
    }
}
