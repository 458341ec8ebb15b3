package org.hearsay.tell.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hearsay.page.PageUrl;
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

    /**
     * An article to take in, as {@code export articles} writes it and {@code compare --articles} reads it.
     *
     * @param id names it where it has no {@code url}; one of the two is there
     * @param fetched when its text was as it is
     * @param text one block a line; absent in a line about a page that is no article
     */
    record Whole(
            Optional<String> id,
            Optional<PageUrl> url,
            Optional<PageUrl> feed,
            Optional<String> outlet,
            Optional<String> title,
            List<String> authors,
            Optional<Dated> published,
            Optional<Dated> fetched,
            Optional<String> language,
            Optional<String> text) {}

    static InputLine<Whole> whole(int number, String line) {
        return read(number, line, "{\"url\":\"https://…\",\"title\":\"…\",\"text\":\"…\"}", o -> {
            if (!o.path("text").isTextual()
                    && o.path("status").asText("article").equals("article")) {
                throw new IllegalArgumentException("\"text\" is missing or no text");
            }
            Optional<PageUrl> url = address(o, "url");
            Optional<String> id = url.isPresent() ? Optional.empty() : Optional.of(must(o, "id"));
            Optional<Dated> fetched = may(o, "fetched")
                    .map(words -> Dated.parse(words.strip())
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "\"fetched\" is no time: write one like" + " 2026-11-23T10:00:00Z")));
            return new Whole(
                    id,
                    url,
                    address(o, "feed"),
                    may(o, "outlet"),
                    may(o, "title"),
                    list(o.path("authors")),
                    dated(may(o, "published")),
                    fetched,
                    may(o, "language"),
                    may(o, "text"));
        });
    }

    private static Optional<PageUrl> address(JsonNode object, String field) {
        return may(object, field)
                .map(text -> PageUrl.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"" + field + "\" is no http or https address: " + text)));
    }

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

    private static List<String> list(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> {
            if (value.isTextual() && !value.asText().isBlank()) {
                texts.add(value.asText());
            }
        });
        return texts;
    }

    /** What is no date is no reason to refuse the text. */
    private static Optional<Dated> dated(Optional<String> words) {
        return words.map(String::strip).flatMap(Dated::parse);
    }

    /** Holds the one parser; an interface has no private fields. */
    final class Json {
        private static final ObjectMapper READER =
                new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        private Json() {}
    }
}
