package org.hearsay.keep.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    /** Who speaks, by the id or the whole name; {@code source:} finds words of it, and who is only on the way. */
    SPEAKER("speaker", Kind.ENTITY),
    /** The terms of a proposal. */
    TERM("term", Kind.WORDS),
    STANCE("stance", Kind.CHOICE, "asserted", "possible", "forecast", "planned", "proposed", "conditional", "asked"),
    DENIED("denied", Kind.CHOICE, "yes", "no"),
    ATTRIBUTION("attribution", Kind.CHOICE, "named", "unnamed", "outlet", "unresolved"),
    KIND("kind", Kind.CHOICE, "reported", "own", "proposal"),
    HAS("has", Kind.CHOICE, "proposal", "term", "quantity", "name"),
    /** The site or feed: a host such as {@code example.org}, or a whole address. */
    IN("in", Kind.KEY),
    LANGUAGE("lang", Kind.KEY),
    STORY("story", Kind.KEY),
    ORIGIN("origin", Kind.KEY),
    GROUP("group", Kind.KEY),
    QUANTITY("quantity", Kind.QUANTITY),
    UNIT("unit", Kind.UNIT),
    /** When it is stated to be published, else when it was first seen. */
    DATE("date", Kind.DAYS),
    SEEN("first-seen", Kind.DAYS),
    AFTER("after", Kind.DATE),
    BEFORE("before", Kind.DATE),
    /** No condition: whether AND and NOT look at a claim by itself or at all of its article. */
    SCOPE("scope", Kind.CHOICE, "article", "claim");

    /** How a value is written. */
    enum Kind {
        WORDS,
        CHOICE,
        KEY,
        ENTITY,
        QUANTITY,
        UNIT,
        DATE,
        DAYS
    }

    private static final Map<String, QueryField> BY_NAME = byName();
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

    /**
     * Whether it says something of a claim itself, as who says it or how surely, and not of what its article is about. Such
     * a condition is never met by another claim of the article.
     */
    boolean isOfTheClaim() {
        return switch (this) {
            case SOURCE, SPEAKER, TERM, STANCE, DENIED, ATTRIBUTION, KIND, HAS, GROUP, QUANTITY, UNIT, SEEN -> true;
            case TEXT, TITLE, OUTLET, ABOUT, ENTITY, IN, LANGUAGE, STORY, ORIGIN, DATE, AFTER, BEFORE, SCOPE -> false;
        };
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
            case QUANTITY -> Amounts.parse(lower).map(Amounts::toString);
            case UNIT -> Amounts.unit(lower);
            case DATE -> Days.first(lower);
            case DAYS -> Days.parse(lower).map(Days::toString);
        };
    }

    /** What to say about a value that is none. */
    String expected() {
        return switch (kind) {
            case WORDS -> label + ": takes words";
            case CHOICE -> label + ": takes one of " + String.join(" ", choices);
            case KEY -> label + ": takes a name";
            case ENTITY -> label + ": takes a name or an id, as in person:ann-hill or \"Ann Hill\"";
            case QUANTITY -> label + ": takes a number, a unit or both, as in 60%, usd, >50%, 50..70%";
            case UNIT -> label + ": takes a unit, as in usd, % or t";
            case DATE -> label + ": takes a date, as in 2026-11-01";
            case DAYS -> label + ": takes days, as in 2026-11, 2026-11-01..2026-11-10, >2026-11-01 or 7d";
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

    private static Map<String, QueryField> byName() {
        Map<String, QueryField> names = new TreeMap<>();
        for (QueryField field : values()) {
            if (field != TEXT) {
                names.put(field.label, field);
            }
        }
        names.put("name", ABOUT);
        names.put("voice", SOURCE);
        names.put("seen", SEEN);
        names.put("firstseen", SEEN);
        names.put("feed", IN);
        names.put("site", IN);
        return names;
    }
}
