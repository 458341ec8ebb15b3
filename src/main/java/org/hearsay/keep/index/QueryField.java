package org.hearsay.keep.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.language.EntityId;

/** What a word of a query can be looked for in, and how its value is written. */
enum QueryField {
    /** The words of claim, sentence and title: no field was named. */
    TEXT("", Kind.WORDS),
    TITLE("title", Kind.WORDS),
    SOURCE("source", Kind.WORDS),
    OUTLET("outlet", Kind.WORDS),
    ABOUT("about", Kind.WORDS),
    /** Whom or what it names, by the id or the whole name and not by words of it: {@code person:vladimir-putin}. */
    ENTITY("entity", Kind.ENTITY),
    STANCE("stance", Kind.CHOICE, "asserted", "possible", "forecast", "planned", "proposed", "conditional", "asked"),
    DENIED("denied", Kind.CHOICE, "yes", "no"),
    ATTRIBUTION("attribution", Kind.CHOICE, "named", "unnamed", "outlet", "unresolved"),
    KIND("kind", Kind.CHOICE, "reported", "own", "proposal"),
    /** The site or feed: a host such as {@code example.org}, or a whole address. */
    IN("in", Kind.KEY),
    LANGUAGE("lang", Kind.KEY),
    STORY("story", Kind.KEY),
    ORIGIN("origin", Kind.KEY),
    GROUP("group", Kind.KEY),
    QUANTITY("quantity", Kind.QUANTITY),
    AFTER("after", Kind.DATE),
    BEFORE("before", Kind.DATE);

    /** How a value is written. */
    enum Kind {
        WORDS,
        CHOICE,
        KEY,
        ENTITY,
        QUANTITY,
        DATE
    }

    private static final Map<String, QueryField> BY_NAME = byName();
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?");
    private static final Pattern AMOUNT = Pattern.compile("([$€£¥])?([0-9][0-9,]*(?:\\.[0-9]+)?)?([\\p{L}%/]*)");

    /** As written before the colon, lower case. */
    final String label;

    final Kind kind;
    final List<String> choices;

    QueryField(String label, Kind kind, String... choices) {
        this.label = label;
        this.kind = kind;
        this.choices = List.of(choices);
    }

    static Optional<QueryField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    static String all() {
        return String.join(
                " ",
                Arrays.stream(values())
                        .filter(f -> f != TEXT)
                        .map(f -> f.label + ":")
                        .toList());
    }

    /** The value in its canonical form, or empty if it is none. Not for WORDS. */
    Optional<String> value(String raw) {
        String lower = raw.strip().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case WORDS -> Optional.of(raw);
            case CHOICE -> choice(lower);
            case KEY -> raw.isBlank() ? Optional.empty() : Optional.of(raw.strip());
            case ENTITY -> entity(lower);
            case QUANTITY -> quantity(lower);
            case DATE -> date(lower);
        };
    }

    /** What to say about a value that is none. */
    String expected() {
        return switch (kind) {
            case WORDS -> label + ": takes words";
            case CHOICE -> label + ": takes one of " + String.join(" ", choices);
            case KEY -> label + ": takes a name";
            case ENTITY -> label + ": takes a name or an id, as in person:ann-hill or \"Ann Hill\"";
            case QUANTITY -> label + ": takes a number, a unit or both, as in 60%, usd, 500000000usd";
            case DATE -> label + ": takes a date, as in 2026-11-01";
        };
    }

    private Optional<String> choice(String lower) {
        if (this == DENIED && (lower.equals("true") || lower.equals("false"))) {
            return Optional.of(lower.equals("true") ? "yes" : "no");
        }
        return choices.contains(lower) ? Optional.of(lower) : Optional.empty();
    }

    /** "person:ann-hill" and "ann hill" in the form in which ids are indexed. */
    private static Optional<String> entity(String lower) {
        int colon = lower.indexOf(':');
        String name = lower.substring(colon + 1);
        boolean words = name.codePoints().anyMatch(Character::isLetterOrDigit);
        return words ? Optional.of(lower.substring(0, colon + 1) + EntityId.slug(name)) : Optional.empty();
    }

    private static Optional<String> quantity(String lower) {
        Matcher m = AMOUNT.matcher(lower.replace(" ", "").replace("\u00a0", ""));
        if (!m.matches()) {
            return Optional.empty();
        }
        String number = m.group(2) == null ? "" : m.group(2).replace(",", "");
        String unit = m.group(3);
        if (m.group(1) != null) {
            if (!unit.isEmpty()) {
                return Optional.empty();
            }
            unit = switch (m.group(1)) {
                case "$" -> "usd";
                case "€" -> "eur";
                case "£" -> "gbp";
                default -> "jpy";
            };
        }
        if (unit.equals("percent") || unit.equals("pct")) {
            unit = "%";
        }
        String text = plain(number) + unit;
        return text.isEmpty() || text.length() > 64 ? Optional.empty() : Optional.of(text);
    }

    /** A decimal number without needless zeros: the form in which numbers are indexed. */
    static String plain(String number) {
        if (number.isEmpty()) {
            return "";
        }
        java.math.BigDecimal value = new java.math.BigDecimal(number).stripTrailingZeros();
        return value.toPlainString();
    }

    private static Optional<String> date(String lower) {
        Matcher m = DATE.matcher(lower);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            int month = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
            int day = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
            return Optional.of(java.time.LocalDate.of(Integer.parseInt(m.group(1)), month, day)
                    .toString());
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, QueryField> byName() {
        Map<String, QueryField> names = new TreeMap<>();
        for (QueryField field : values()) {
            if (field != TEXT) {
                names.put(field.label, field);
            }
        }
        names.put("name", ABOUT);
        names.put("feed", IN);
        names.put("site", IN);
        return names;
    }
}
