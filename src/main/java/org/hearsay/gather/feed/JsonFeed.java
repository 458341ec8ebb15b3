package org.hearsay.gather.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.gather.feed.FeedReading.Format;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.gather.feed.FeedReading.Unreadable;
import org.hearsay.page.PageUrl;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {
    /** Jackson's own limits bound depth, numbers and strings; comments and trailing commas are mended. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final PageUrl document;
    private final List<String> problems = new ArrayList<>();

    private JsonFeed(PageUrl document) {
        this.document = document;
    }

    static FeedReading read(String text, PageUrl document) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return new Unreadable("broken JSON: " + e.getOriginalMessage());
        }
        boolean named =
                text(root, "version").filter(v -> v.contains("jsonfeed.org")).isPresent();
        if (!root.isObject() || !named && !root.path("items").isArray()) {
            return new Unreadable("JSON, but no JSON Feed: it has no version and no items");
        }
        return new JsonFeed(document).readable(root);
    }

    private Readable readable(JsonNode root) {
        List<FeedEntry> entries = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            if (!item.isObject()) {
                problems.add("an item that is no object");
            } else if (entries.size() == TreeBuilder.MAX_ITEMS) {
                problems.add("more than " + TreeBuilder.MAX_ITEMS + " entries; the rest was left out");
                break;
            } else {
                entries.add(entry(item));
            }
        }
        return new Readable(
                Format.JSON,
                text(root, "title").flatMap(Wording::ofText),
                text(root, "language"),
                Keys.unique(entries),
                "strict",
                problems);
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
        JsonNode value = node.path(name);
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
