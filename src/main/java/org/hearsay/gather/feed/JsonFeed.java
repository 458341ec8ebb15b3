package org.hearsay.gather.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.gather.feed.FeedReading.Format;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.gather.feed.FeedReading.Unreadable;
import org.hearsay.page.PageUrl;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {
    /** Jackson's own limits bound depth, numbers and strings; comments and trailing commas are mended. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private static final Set<String> WANTED = Set.of("version", "title", "language");
    private static final String NO_FEED = "JSON, but no JSON Feed: it has no version and no items";

    private final PageUrl document;
    private final List<String> problems = new ArrayList<>();

    private JsonFeed(PageUrl document) {
        this.document = document;
    }

    /** Item after item, so that a feed that is cut keeps what came, and one without end costs no memory. */
    static FeedReading read(String text, PageUrl document) {
        return new JsonFeed(document).read(text);
    }

    private FeedReading read(String text) {
        Map<String, JsonNode> top = new HashMap<>();
        List<FeedEntry> entries = new ArrayList<>();
        boolean items = false;
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Unreadable(NO_FEED);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("items") && value == JsonToken.START_ARRAY) {
                    items = true;
                    items(parser, entries);
                } else if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
                    parser.skipChildren();
                } else if (WANTED.contains(name)) {
                    top.put(name, MAPPER.readTree(parser));
                }
            }
        } catch (JsonProcessingException e) {
            if (entries.isEmpty()) {
                return new Unreadable("broken JSON: " + e.getOriginalMessage());
            }
            problems.add("broken JSON after " + entries.size() + " entries: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        boolean named = text(top.get("version"))
                .filter(version -> version.contains("jsonfeed.org"))
                .isPresent();
        if (!named && !items) {
            return new Unreadable(NO_FEED);
        }
        return new Readable(
                Format.JSON,
                text(top.get("title")).flatMap(Wording::ofText),
                text(top.get("language")),
                Keys.unique(entries),
                "strict",
                problems);
    }

    private void items(JsonParser parser, List<FeedEntry> entries) throws IOException {
        int others = 0;
        int rest = 0;
        try {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    return;
                }
                if (token != JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    others++;
                } else if (entries.size() == TreeBuilder.MAX_ITEMS) {
                    parser.skipChildren();
                    rest++;
                } else {
                    entries.add(entry(MAPPER.readTree(parser)));
                }
            }
        } finally {
            if (rest > 0) {
                problems.add("more than " + TreeBuilder.MAX_ITEMS + " entries; the rest was left out");
            }
            if (others > 0) {
                problems.add(others + " items that are no objects");
            }
        }
    }

    private FeedEntry entry(JsonNode item) {
        Optional<String> id = text(item, "id");
        Optional<String> written = text(item, "url")
                .or(() -> text(item, "external_url"))
                .or(() -> id.filter(text -> text.regionMatches(true, 0, "http", 0, 4)));
        Optional<PageUrl> link = written.flatMap(document::resolve);
        Optional<String> title = text(item, "title").flatMap(Wording::ofText);
        Optional<FeedDates.Read> first = text(item, "date_published").flatMap(FeedDates::read);
        Optional<FeedDates.Read> last = text(item, "date_modified").flatMap(FeedDates::read);
        Optional<Instant> published = first.map(FeedDates.Read::at);
        Optional<Instant> updated = last.map(FeedDates.Read::at);
        Optional<String> summary = text(item, "summary")
                .or(() -> text(item, "content_text"))
                .flatMap(Wording::ofText)
                .or(() -> text(item, "content_html").flatMap(Wording::ofHtml));
        return new FeedEntry(
                Keys.of(id, link, title, published.or(() -> updated)),
                id,
                link,
                title,
                summary,
                authors(item),
                published,
                updated,
                written.map(text -> XmlFeed.absolute(document, text)).or(() -> id),
                Optional.empty(),
                XmlFeed.doubt(first, last));
    }

    private static List<String> authors(JsonNode item) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode author : item.path("authors")) {
            text(author, "name").flatMap(Wording::ofText).ifPresent(names::add);
        }
        text(item.path("author"), "name").flatMap(Wording::ofText).ifPresent(names::add);
        return List.copyOf(names);
    }

    /** Numbers count as text: an id of 1 is what 1.0 feeds often have. */
    private static Optional<String> text(JsonNode node, String name) {
        return text(node.path(name));
    }

    private static Optional<String> text(@Nullable JsonNode value) {
        return value != null && (value.isTextual() || value.isNumber())
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
