package org.hearsay.tell.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The same objects as rows of a spreadsheet (RFC 4180: comma, quotes doubled, CR LF). Absent is an empty cell; a list
 * is its JSON. Words that a spreadsheet would run as a formula get an apostrophe before them.
 *
 * <pre>{@code
 * out.write(Csv.header(Csv.CLAIMS));
 * out.write(Csv.row(shapes.claim(claim, article), Csv.CLAIMS));
 * }</pre>
 */
public final class Csv {
    public static final List<String> FEEDS = List.of(
            "url",
            "address",
            "status",
            "failures",
            "lastSuccess",
            "nextVisit",
            "lastProblem",
            "title",
            "lastVisit",
            "state");
    public static final List<String> ARTICLES = List.of(
            "id",
            "url",
            "feed",
            "outlet",
            "title",
            "published",
            "fetched",
            "version",
            "status",
            "story",
            "origin",
            "text");
    public static final List<String> CLAIMS = List.of(
            "id",
            "article",
            "outlet",
            "url",
            "text",
            "voices",
            "stance",
            "denied",
            "quotation",
            "confidence",
            "group",
            "firstSeen",
            "state",
            "sentenceText");
    public static final List<String> GROUPS = List.of("id", "kind", "members", "differences");

    /** What the common spreadsheets take for the start of a formula, in ASCII and full width, after white space too. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Cf}]*[=+\\-@|\uff1d\uff0b\uff0d\uff20]|^[\\t\\r\\n]");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private Csv() {}

    /** The first row: the names of the columns. */
    public static String header(List<String> columns) {
        return columns.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** One object as a row. */
    public static String row(JsonNode object, List<String> columns) {
        return columns.stream()
                .map(name -> cell(words(name, object.path(name))))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String words(String name, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (name.equals("voices")) {
            // The path that the words took, as it is shown everywhere.
            StringBuilder path = new StringBuilder();
            for (JsonNode voice : value) {
                String who = voice.path("name").asText();
                path.append(path.isEmpty() ? "" : " › ").append(who.isEmpty() ? "unnamed" : who);
            }
            return path.toString();
        }
        return value.isValueNode() ? value.asText() : Shapes.toJson(value);
    }

    private static String cell(String words) {
        String safe = FORMULA.matcher(words).find() && !NUMBER.matcher(words).matches() ? "'" + words : words;
        String whole = wellFormed(safe);
        boolean quoted = whole.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                || !whole.equals(whole.strip());
        return quoted ? '"' + whole.replace("\"", "\"\"") + '"' : whole;
    }

    /** CSV has no escapes: half a surrogate pair becomes the replacement character, NUL goes. */
    private static String wellFormed(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints()
                .filter(c -> c != 0)
                .forEach(c -> out.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
        return out.toString();
    }
}
