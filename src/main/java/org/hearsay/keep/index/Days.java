package org.hearsay.keep.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days that are looked for, in UTC: {@code 2026}, {@code 2026-11}, {@code 2026-11-03}, from one to another with
 * {@code ..}, all after or before one, or the last so many hours, days or weeks.
 *
 * @param written its canonical form
 */
record Days(String written) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?");
    private static final Pattern LAST = Pattern.compile("(\\d{1,4})([hdw])");

    static Optional<Days> parse(String raw) {
        String typed = raw.replace(" ", "");
        if (LAST.matcher(typed).matches()) {
            return Optional.of(new Days(typed));
        }
        int dots = typed.indexOf("..");
        if (dots >= 0) {
            String from = typed.substring(0, dots);
            String to = typed.substring(dots + 2);
            Optional<String> first =
                    from.isEmpty() ? Optional.of("") : date(from).map(d -> from);
            Optional<String> last = to.isEmpty() ? Optional.of("") : date(to).map(d -> to);
            boolean any = !from.isEmpty() || !to.isEmpty();
            return any && first.isPresent() && last.isPresent() ? Optional.of(new Days(typed)) : Optional.empty();
        }
        if (typed.startsWith(">=") || typed.startsWith("<=")) {
            return date(typed.substring(2))
                    .map(d -> new Days(typed.startsWith(">") ? typed.substring(2) + ".." : ".." + typed.substring(2)));
        }
        if (typed.startsWith(">") || typed.startsWith("<")) {
            return date(typed.substring(1)).map(d -> new Days(typed));
        }
        return date(typed).map(d -> new Days(typed));
    }

    /** The first day of a date, as in {@code 2026-11-01} for {@code 2026-11}. */
    static Optional<String> first(String typed) {
        return date(typed).map(d -> d.first.toString());
    }

    /** Seconds since 1970, both ends inclusive. */
    record Seconds(long from, long to) {}

    /** @param now by which "the last 7 days" is meant */
    Seconds seconds(Instant now) {
        Matcher last = LAST.matcher(written);
        if (last.matches()) {
            long many = Long.parseLong(last.group(1));
            ChronoUnit unit = last.group(2).equals("h") ? ChronoUnit.HOURS : ChronoUnit.DAYS;
            long times = last.group(2).equals("w") ? 7 : 1;
            return new Seconds(now.minus(many * times, unit).getEpochSecond(), Long.MAX_VALUE);
        }
        int dots = written.indexOf("..");
        if (dots >= 0) {
            String from = written.substring(0, dots);
            String to = written.substring(dots + 2);
            return new Seconds(
                    from.isEmpty() ? Long.MIN_VALUE : asked(from).from(),
                    to.isEmpty() ? Long.MAX_VALUE : asked(to).to());
        }
        if (written.startsWith(">")) {
            return new Seconds(asked(written.substring(1)).to() + 1, Long.MAX_VALUE);
        }
        if (written.startsWith("<")) {
            return new Seconds(Long.MIN_VALUE, asked(written.substring(1)).from() - 1);
        }
        return new Seconds(asked(written).from(), asked(written).to());
    }

    private static Period asked(String date) {
        return date(date).orElseThrow(() -> new IllegalStateException("not canonical: " + date));
    }

    private record Period(LocalDate first, LocalDate after) {
        long from() {
            return first.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        }

        long to() {
            return after.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - 1;
        }
    }

    private static Optional<Period> date(String typed) {
        Matcher m = DATE.matcher(typed);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            int month = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
            int day = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
            LocalDate first = LocalDate.of(Integer.parseInt(m.group(1)), month, day);
            LocalDate after = m.group(3) != null
                    ? first.plusDays(1)
                    : m.group(2) != null ? first.plusMonths(1) : first.plusYears(1);
            return Optional.of(new Period(first, after));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return written;
    }
}
