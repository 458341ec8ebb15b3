package org.hearsay.read.language;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which words of a sentence are months, days and years; "May" and "March" only where they are surely meant so. Immutable. */
final class Calendar {
    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");

    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();
    private final Map<String, Integer> seasons = new HashMap<>();

    Calendar() {
        for (List<String> row : Lexicon.rows("calendar.txt")) {
            int number = Integer.parseInt(row.get(2));
            switch (row.get(1)) {
                case "month" -> months.put(row.get(0), number);
                case "season" -> seasons.put(row.get(0), number);
                default -> weekdays.put(row.get(0), DayOfWeek.of(number));
            }
        }
    }

    /** The number of the month named at {@code i}, whatever stands beside it; 0 for none. */
    int month(Line line, int i) {
        return line.isCapital(i) ? monthOf(line.lower(i)) : 0;
    }

    int monthOf(String lower) {
        return months.getOrDefault(lower, 0);
    }

    @Nullable
    DayOfWeek weekday(Line line, int i) {
        return line.isCapital(i) ? weekdays.get(line.lower(i)) : null;
    }

    /** Whether the word at {@code i} is surely a month. */
    boolean isMonth(Line line, int i) {
        if (month(line, i) == 0) {
            return false;
        }
        if (isYear(line, i + 1) || dayNumber(line, i + 1) > 0 || dayNumber(line, i - 1) > 0) {
            return true;
        }
        boolean named = line.isCapital(i + 1) && line.tag(i + 1).equals("PROPN") && month(line, i + 1) == 0;
        boolean listed = line.is(i - 1, ",", "and", "or", "to", "through") && month(line, i - 2) > 0
                || line.is(i + 1, ",", "and", "or", "to", "through") && month(line, i + 2) > 0;
        boolean timely = listed
                || line.is(
                        i - 1,
                        "in",
                        "since",
                        "by",
                        "until",
                        "of",
                        "last",
                        "next",
                        "this",
                        "early",
                        "late",
                        "mid",
                        "from",
                        "during",
                        "before",
                        "after",
                        "through",
                        "and",
                        "to",
                        "between",
                        "for",
                        "till",
                        "throughout",
                        "with",
                        "than");
        // "May" and "March" are verbs, and several months are first names.
        if (line.is(i, "may", "march", "mar", "mar.", "jan", "sun")) {
            return timely && !named && !line.tag(i).equals("VERB");
        }
        if (line.is(i, "april", "june", "august")) {
            boolean acts = !timely
                    && (line.tag(i + 1).equals("VERB") || line.tag(i + 1).equals("AUX"));
            return !named && !acts && !(line.isCapital(i - 1) && line.tag(i - 1).equals("PROPN"));
        }
        return !line.tag(i).equals("VERB") && !named;
    }

    /** "spring", "the fall of": whether a season of one year is meant, which is a verb or any year's in most places. */
    boolean isSeason(Line line, int i) {
        if (!seasons.containsKey(line.lower(i)) || line.tag(i).equals("VERB")) {
            return false;
        }
        int yearAt = line.is(i + 1, "of") ? i + 2 : i + 1;
        if (isYear(line, yearAt)
                || line.lower(yearAt).startsWith("'") && line.lower(yearAt).length() == 3) {
            return true;
        }
        boolean the = line.is(i - 1, "the");
        boolean timely = line.is(
                the ? i - 2 : i - 1,
                "in",
                "by",
                "until",
                "since",
                "during",
                "throughout",
                "through",
                "till",
                "before",
                "after",
                "over");
        return the && timely && !line.isNoun(i + 1) && !line.is(i + 1, "of");
    }

    /** The number of the season, winter first; 0 for none. */
    int season(String lower) {
        return seasons.getOrDefault(lower, 0);
    }

    boolean isYear(Line line, int i) {
        return line.has(i) && isYear(line.get(i).text());
    }

    static boolean isYear(String text) {
        return YEAR.matcher(text).matches();
    }

    /** The year at {@code i}, where {@link #isYear} says so. */
    int year(Line line, int i) {
        return Integer.parseInt(line.get(i).text());
    }

    /** "5", "5th": the day of a month, 0 for none. */
    int dayNumber(Line line, int i) {
        Matcher day = DAY.matcher(line.lower(i));
        if (!day.matches()) {
            return 0;
        }
        int number = Integer.parseInt(day.group(1));
        return number >= 1 && number <= 31 ? number : 0;
    }

    /** "third", "4th" as a number up to {@code most}; 0 for none. */
    static int rank(String lower, int most) {
        return Ordinals.valueOf(lower)
                .filter(value -> value.intValue() <= most)
                .map(value -> value.intValue())
                .orElse(0);
    }

    /** Whether the words before {@code at} speak of what is to come, so that "Monday" is the next one. */
    static boolean isComing(Line line, int at) {
        for (int i = Math.max(0, at - 10); i < at; i++) {
            if (line.is(
                    i,
                    "will",
                    "'ll",
                    "would",
                    "tomorrow",
                    "upcoming",
                    "next",
                    "scheduled",
                    "expected",
                    "due",
                    "set",
                    "plans",
                    "plan")) {
                return true;
            }
        }
        return false;
    }

    /** The index after "morning", "evening" … at {@code i}. */
    static int partOfDay(Line line, int i) {
        return line.is(i, "morning", "afternoon", "evening", "night") ? i + 1 : i;
    }
}
