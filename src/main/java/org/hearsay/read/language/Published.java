package org.hearsay.read.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The day of publication, from which relative dates are counted; where it is not known they have no bounds. */
record Published(Optional<LocalDate> day) {
    /** A first and a last day. */
    record Period(LocalDate first, LocalDate last) {
        /** {@code after} is the first day that is no longer in it. */
        static Period until(LocalDate first, LocalDate after) {
            return new Period(first, after.minusDays(1));
        }
    }

    /** Days by which a date without a year may lie ahead where nothing says that it is to come. */
    private static final int AHEAD = 60;

    /**
     * The {@code dayOfMonth} of {@code month} in the year that brings it nearest to publication; nothing for the 31st of
     * June.
     *
     * @param coming whether the sentence looks ahead; if not, what lies further ahead is the one of the year before
     */
    Optional<LocalDate> nearest(int month, int dayOfMonth, boolean coming) {
        if (day.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = day.get();
        Optional<LocalDate> nearest = Optional.empty();
        for (int year = from.getYear() - 1; year <= from.getYear() + 1; year++) {
            Optional<LocalDate> candidate = dayOf(year, month, dayOfMonth);
            boolean possible =
                    candidate.isPresent() && (coming || !candidate.get().isAfter(from.plusDays(AHEAD)));
            if (possible && (nearest.isEmpty() || distance(candidate.get()) < distance(nearest.get()))) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    private long distance(LocalDate other) {
        return day.map(from -> Math.abs(ChronoUnit.DAYS.between(other, from))).orElse(0L);
    }

    /** Nothing for a day that no calendar has: a slip of the page is a date in words, of no known day. */
    static Optional<LocalDate> dayOf(int year, int month, int dayOfMonth) {
        try {
            return Optional.of(LocalDate.of(year, month, dayOfMonth));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The month that a bare name of one means; {@code coming} where the sentence looks ahead, {@code ahead} how far it may. */
    Optional<YearMonth> month(int month, boolean coming, int ahead) {
        return day.map(from -> {
            YearMonth same = YearMonth.of(from.getYear(), month);
            YearMonth now = YearMonth.from(from);
            if (coming) {
                return same.isBefore(now) ? same.plusYears(1) : same;
            }
            return same.isAfter(now.plusMonths(ahead)) ? same.minusYears(1) : same;
        });
    }

    /** "last March" (-1), "this March" (0), "next March" (1). */
    Optional<YearMonth> monthAfter(int month, int step) {
        return day.map(from -> {
            YearMonth now = YearMonth.from(from);
            YearMonth same = YearMonth.of(from.getYear(), month);
            if (step < 0) {
                return same.isBefore(now) ? same : same.minusYears(1);
            }
            return step > 0 && !same.isAfter(now) ? same.plusYears(1) : same;
        });
    }

    /** The weekday that lies nearest behind, or ahead where the sentence looks ahead. */
    Optional<LocalDate> weekday(DayOfWeek weekday, boolean coming) {
        return day.map(from -> {
            LocalDate last = from.minusDays(Math.floorMod(from.getDayOfWeek().getValue() - weekday.getValue(), 7));
            return coming && last.isBefore(from) ? last.plusDays(7) : last;
        });
    }

    /** "last Monday" (-1), "this Monday" (0), "next Monday" (1). */
    Optional<LocalDate> weekdayAfter(DayOfWeek weekday, int step) {
        return day.map(from -> {
            LocalDate last = from.minusDays(Math.floorMod(from.getDayOfWeek().getValue() - weekday.getValue(), 7));
            if (step < 0) {
                return last.equals(from) ? last.minusDays(7) : last;
            }
            LocalDate monday = from.minusDays(from.getDayOfWeek().getValue() - 1L);
            return step > 0 || last.isBefore(monday) ? last.plusDays(7) : last;
        });
    }

    /** "last year" (-1), "this week" (0), "next quarter" (1); nothing for units whose bounds nobody agrees on. */
    Optional<Period> period(String unit, int step) {
        return day.flatMap(from -> period(from, unit, step));
    }

    private static Optional<Period> period(LocalDate from, String unit, int step) {
        return switch (unit) {
            case "year" -> {
                LocalDate first = from.withDayOfYear(1).plusYears(step);
                yield Optional.of(Period.until(first, first.plusYears(1)));
            }
            case "month" -> {
                LocalDate first = from.withDayOfMonth(1).plusMonths(step);
                yield Optional.of(Period.until(first, first.plusMonths(1)));
            }
            case "week" -> {
                LocalDate monday =
                        from.minusDays(from.getDayOfWeek().getValue() - 1L).plusWeeks(step);
                yield Optional.of(Period.until(monday, monday.plusDays(7)));
            }
            case "quarter" -> {
                LocalDate first = LocalDate.of(from.getYear(), (from.getMonthValue() - 1) / 3 * 3 + 1, 1)
                        .plusMonths(3L * step);
                yield Optional.of(Period.until(first, first.plusMonths(3)));
            }
            case "night" -> Optional.of(Period.until(from.plusDays(step), from.plusDays(step + 1L)));
            case "decade" -> {
                LocalDate first = LocalDate.of(from.getYear() / 10 * 10, 1, 1).plusYears(10L * step);
                yield Optional.of(Period.until(first, first.plusYears(10)));
            }
            case "century" -> {
                LocalDate first = LocalDate.of(from.getYear() / 100 * 100, 1, 1).plusYears(100L * step);
                yield Optional.of(Period.until(first, first.plusYears(100)));
            }
            default -> Optional.empty();
        };
    }
}
