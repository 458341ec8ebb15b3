package org.hearsay.tell.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days, months and years as ISO writes them: {@code 2026-11-03}, {@code 2026-11}, {@code 2026}. */
final class Periods {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    /** More bars are no picture. */
    private static final int MAX = 208;

    private Periods() {}

    static String words(String period) {
        try {
            return switch (period.length()) {
                case 10 -> LocalDate.parse(period).format(DAY);
                case 7 -> YearMonth.parse(period).format(MONTH);
                default -> period;
            };
        } catch (DateTimeException e) {
            return period;
        }
    }

    /** All from the first to the last; those that are alike, and at most as many as a picture holds, the last ones. */
    static List<String> between(String first, String last) {
        List<String> all = new ArrayList<>();
        for (String one = last; one.compareTo(first) >= 0 && all.size() < MAX; one = before(one)) {
            all.add(0, one);
        }
        return all;
    }

    private static String before(String period) {
        return switch (period.length()) {
            case 10 -> LocalDate.parse(period).minusDays(1).toString();
            case 7 -> YearMonth.parse(period).minusMonths(1).toString();
            default -> String.format(Locale.ROOT, "%04d", Year.parse(period).getValue() - 1);
        };
    }
}
