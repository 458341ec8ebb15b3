package org.hearsay.tell.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.hearsay.read.article.Dated;

/**
 * One line of a JSON Lines file that people or programs hand in, understood or not. Fields that nobody asked for are
 * passed over. Line numbers count from 1.
 */
public sealed interface InputLine<T> {
    /** A line that could be read. */
    record Good<T>(T value) implements InputLine<T> {}

    /** A line that could not; {@code problem} names the line and says what to write instead. */
    record Bad<T>(String problem) implements InputLine<T> {}

    /**
     * A text to read, for {@code extract --texts} and {@code compare --articles}.
     *
     * @param text exactly as given; '\n' separates blocks
     */
    record Text(String id, String text, Optional<String> title, Optional<String> outlet, Optional<Dated> published) {}

    /** Two claims to compare. */
    record Pair(String id, String a, String b) {}

    /** A free text to look for. */
    record Sought(String id, String text) {}

    /** A ready claim to make searchable. */
    record Ready(String id, String text, Optional<String> title) {}

    static InputLine<Text> text(int number, String line) {
        return read(
                number,
                line,
                "{\"id\":\"…\",\"text\":\"…\"}",
                o -> new Text(
                        must(o, "id"),
                        words(o, "text"),
                        may(o, "title"),
                        may(o, "outlet"),
                        dated(may(o, "published"))));
    }

    static InputLine<Pair> pair(int number, String line) {
        return read(
                number,
                line,
                "{\"id\":\"…\",\"a\":\"…\",\"b\":\"…\"}",
                o -> new Pair(must(o, "id"), words(o, "a"), words(o, "b")));
    }

    static InputLine<Sought> sought(int number, String line) {
        return read(number, line, "{\"id\":\"…\",\"text\":\"…\"}", o -> new Sought(must(o, "id"), words(o, "text")));
    }

    static InputLine<Ready> ready(int number, String line) {
        return read(
                number,
                line,
                "{\"id\":\"…\",\"text\":\"…\"}",
                o -> new Ready(must(o, "id"), words(o, "text"), may(o, "title")));
    }

    private static <T> InputLine<T> read(int number, String line, String shape, Function<JsonNode, T> make) {
        try {
            // A file saved on Windows may start with a byte order mark.
            JsonNode node = Json.READER.readTree(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
            if (!node.isObject()) {
                return new Bad<>("line " + number + " is no JSON object: write one like " + shape);
            }
            return new Good<>(make.apply(node));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : ", column " + e.getLocation().getColumnNr();
            return new Bad<>("line " + number + where + " is no JSON (" + e.getOriginalMessage()
                    + "): write one object a line, like " + shape);
        } catch (IllegalArgumentException e) {
            return new Bad<>("line " + number + ": " + e.getMessage() + "; a line looks like " + shape);
        }
    }

    private static String must(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() && !value.isNumber() || value.asText().isBlank()) {
            throw new IllegalArgumentException("\"" + field + "\" is missing or empty");
        }
        return value.asText();
    }

    /** May be empty, since an empty text is a text. */
    private static String words(JsonNode object, String field) {
        if (!object.path(field).isTextual()) {
            throw new IllegalArgumentException("\"" + field + "\" is missing or no text");
        }
        return object.path(field).asText();
    }

    private static Optional<String> may(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** A time with its zone, or a day; anything else is no date, and no reason to refuse the text. */
    private static Optional<Dated> dated(Optional<String> words) {
        return words.flatMap(w -> {
            try {
                Dated dated = w.strip().length() == 10
                        ? new Dated.On(LocalDate.parse(w.strip()))
                        : new Dated.At(Instant.from(OffsetDateTime.parse(w.strip())));
                return Optional.of(dated);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** Holds the one parser; an interface has no private fields. */
    final class Json {
        private static final ObjectMapper READER =
                new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        private Json() {}
    }
}
