package org.hearsay.tell.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.Pace;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.store.Deeds.Deed;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.Stories;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON objects that leave the program. Stateless and thread-safe.
 *
 * <pre>{@code
 * String line = Shapes.toLine(new Shapes().extraction("id", url, new Extraction.Readable(article), findings));
 * }</pre>
 */
public final class Shapes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper WRITER = new ObjectMapper();

    // ---- extract -------------------------------------------------------------------------------------------------

    /** A page and no more: names, quantities, claims and proposals are empty lists. For a page that is no article, too. */
    public ObjectNode extraction(String id, Optional<PageUrl> url, Extraction extraction) {
        return switch (extraction) {
            case Extraction.Readable readable -> {
                ObjectNode out = article(id, url, readable.article());
                yield Parts.of(readable.article()).into(out);
            }
            case Extraction.Unreadable no -> {
                ObjectNode out = head(id, url, status(extraction), Optional.of(no.detail()));
                out.putNull("title");
                out.putArray("authors");
                out.putNull("published");
                out.putNull("language");
                out.putNull("text");
                out.putArray("blocks");
                yield Parts.NONE.into(out);
            }
        };
    }

    /** A page with its names and quantities. {@code extraction} is the one whose article was read. */
    public ObjectNode extraction(String id, Optional<PageUrl> url, Extraction extraction, Reading reading) {
        return extraction instanceof Extraction.Readable readable
                ? Parts.of(reading).into(article(id, url, readable.article()))
                : extraction(id, url, extraction);
    }

    /** A page with all that was found in it. {@code extraction} is the one whose article was read. */
    public ObjectNode extraction(String id, Optional<PageUrl> url, Extraction extraction, Findings findings) {
        return extraction instanceof Extraction.Readable readable
                ? Parts.of(findings).into(article(id, url, readable.article()))
                : extraction(id, url, extraction);
    }

    /** {@code article}, or the reason why a page is none, as it leaves the program. */
    public static String status(Extraction extraction) {
        return switch (extraction) {
            case Extraction.Readable readable -> "article";
            case Extraction.Unreadable no ->
                switch (no.why()) {
                    case CONSENT -> "consent";
                    case PAYWALL -> "paywall";
                    case EMPTY -> "empty";
                    case NOT_AN_ARTICLE -> "not-article";
                    case UNREADABLE -> "unreadable";
                };
        };
    }

    private static ObjectNode head(String id, Optional<PageUrl> url, String status, Optional<String> why) {
        ObjectNode out = JSON.objectNode();
        out.put("id", id);
        out.put("url", url.map(PageUrl::text).orElse(null));
        out.put("status", status);
        out.put("why", why.orElse(null));
        return out;
    }

    private static ObjectNode article(String id, Optional<PageUrl> url, Article article) {
        ObjectNode out = head(id, url.or(article::url), "article", Optional.empty());
        out.put("title", article.title().orElse(null));
        out.set("authors", texts(article.authors()));
        out.put("published", text(article.published()));
        out.put("language", article.language().orElse(null));
        out.put("text", article.text());
        out.set("blocks", Parts.blocks(article.blocks()));
        return out;
    }

    // ---- feeds ---------------------------------------------------------------------------------------------------

    /** A body read as a feed. */
    public ObjectNode feedReading(String id, FeedReading reading) {
        ObjectNode out = JSON.objectNode();
        out.put("id", id);
        switch (reading) {
            case FeedReading.Readable feed -> {
                out.put("ok", true);
                out.put("problem", feed.problems().isEmpty() ? null : String.join("; ", feed.problems()));
                out.put("format", feed.format().name().toLowerCase(Locale.ROOT));
                out.put("title", feed.title().orElse(null));
                out.put("stage", feed.stage());
                out.set("pace", pace(feed.pace()));
                ArrayNode entries = out.putArray("entries");
                feed.entries().forEach(entry -> entries.add(entry(entry)));
            }
            case FeedReading.Unreadable no -> {
                out.put("ok", false);
                out.put("problem", no.problem());
                out.putNull("format");
                out.putNull("title");
                out.putNull("stage");
                out.putNull("pace");
                out.putArray("entries");
            }
        }
        return out;
    }

    private static ObjectNode pace(Pace pace) {
        ObjectNode out = JSON.objectNode();
        out.put("every", pace.every().map(Duration::toString).orElse(null));
        ArrayNode hours = out.putArray("skipHours");
        pace.skipHours().forEach(hours::add);
        ArrayNode days = out.putArray("skipDays");
        pace.skipDays().forEach(day -> days.add(day.name().toLowerCase(Locale.ROOT)));
        return out;
    }

    private static ObjectNode entry(FeedEntry entry) {
        ObjectNode out = JSON.objectNode();
        // As the feed writes it; what people are shown is the text.
        out.put("title", entry.markup().or(entry::title).orElse(null));
        out.put("link", entry.address().orElse(null));
        out.put("id", entry.id().orElse(null));
        out.put("published", text(entry.published()));
        out.put("updated", text(entry.updated()));
        out.set("authors", texts(entry.authors()));
        out.put("summary", entry.summary().orElse(null));
        out.put("titleText", entry.title().orElse(null));
        out.put(
                "zoneAssumed",
                entry.doubt().filter(FeedEntry.Doubt::zoneAssumed).isPresent());
        out.put("future", entry.doubt().filter(FeedEntry.Doubt::future).isPresent());
        return out;
    }

    /** A feed and how it fares, for {@code export feeds} and {@code feeds list}; {@code state} is in words, times in UTC. */
    public ObjectNode feed(FeedState state, FeedHealth health, Instant now) {
        ObjectNode out = JSON.objectNode();
        out.put("url", state.feed().text());
        out.put("address", state.address().text());
        out.put("status", state.status().name().toLowerCase(Locale.ROOT));
        out.put("failures", state.failures());
        out.put("lastSuccess", text(state.lastSuccess()));
        out.put("nextVisit", text(state.nextVisit()));
        out.put("lastProblem", state.lastProblem().orElse(null));
        out.put("title", state.title().orElse(null));
        out.put("lastVisit", text(state.lastVisit()));
        out.put("failingSince", text(state.failingSince()));
        out.put("lastNew", text(state.lastNew()));
        out.put("state", health.inWords(now, ZoneOffset.UTC));
        return out;
    }

    // ---- what is stored ------------------------------------------------------------------------------------------

    /** A version of an article, with the lists that the indexes of its claims point into. */
    public ObjectNode article(StoredArticle stored) {
        ObjectNode out = JSON.objectNode();
        Optional<Article> article = stored.extraction().readable();
        out.put("id", stored.id().text());
        out.put("url", stored.address().text());
        out.put("feed", stored.feed().text());
        out.put("outlet", stored.outlet());
        out.put("title", stored.title().orElse(null));
        out.put(
                "published",
                article.map(a -> text(a.published()))
                        .orElseGet(() -> text(stored.hints().published())));
        out.put("fetched", stored.fetched().toString());
        out.put("version", stored.version());
        out.put("status", status(stored.extraction()));
        out.put("why", stored.extraction() instanceof Extraction.Unreadable no ? no.detail() : null);
        out.put("firstSeen", stored.firstSeen().toString());
        out.put("story", stored.story().text());
        out.put("origin", stored.origin().text());
        out.put("text", article.map(Article::text).orElse(null));
        out.set("blocks", Parts.blocks(article.map(Article::blocks).orElse(List.of())));
        return Parts.of(stored).lists(out);
    }

    /**
     * A claim as it stands, whole enough to be read alone: {@code text} is its words, {@code sentenceText} the words
     * around them. Its spans and indexes point into its article.
     *
     * @param article the version of the article that its spans point into
     */
    public ObjectNode claim(StoredClaim claim, StoredArticle article) {
        ObjectNode out = Parts.of(article).claim(claim.claim());
        out.put("article", claim.article().text());
        out.put("text", claim.words());
        out.put("group", claim.group().text());
        out.put("firstSeen", claim.firstSeen().toString());
        out.put("state", claim.state().name().toLowerCase(Locale.ROOT));
        out.put("ended", text(claim.ended()));
        out.put("version", claim.version());
        out.put("url", claim.url().text());
        out.put("outlet", claim.outlet());
        out.put("sentenceText", claim.sentence());
        return out;
    }

    /** Says of an article or a claim, in {@code pageDropped}, since when its page is not in the archive any more. */
    public static ObjectNode pageOf(ObjectNode object, Optional<Instant> dropped) {
        return object.put("pageDropped", text(dropped));
    }

    // ---- groups and comparison -----------------------------------------------------------------------------------

    /** Kinds of groups as they leave the program. */
    public enum GroupKind {
        STORY,
        ORIGIN,
        CLAIM
    }

    /** Two members of a group and one difference between them. */
    public record Between(ClaimId a, ClaimId b, Difference difference) {}

    /** Things that belong together. */
    public ObjectNode group(GroupId id, GroupKind kind, List<String> members, List<Between> differences) {
        ObjectNode out = JSON.objectNode();
        out.put("id", id.text());
        out.put("kind", kind.name().toLowerCase(Locale.ROOT));
        out.set("members", texts(members));
        ArrayNode list = out.putArray("differences");
        for (Between between : differences) {
            ObjectNode one = list.addObject();
            one.put("a", between.a.text());
            one.put("b", between.b.text());
            one.setAll(difference(between.difference));
        }
        return out;
    }

    /** In which slot, where on both sides, and in words. */
    public ObjectNode difference(Difference difference) {
        return switch (difference) {
            case Difference.Amount d -> difference("amount", Optional.of(d.first()), Optional.of(d.second()), d);
            case Difference.Actor d -> difference("actor", Optional.of(d.first()), Optional.of(d.second()), d);
            case Difference.Denial d -> difference("denial", Optional.of(d.first()), Optional.of(d.second()), d);
            case Difference.Certainty d -> difference("certainty", Optional.of(d.first()), Optional.of(d.second()), d);
            case Difference.OfTerm d -> difference("term", d.first(), d.second(), d);
        };
    }

    private static ObjectNode difference(String slot, Optional<Span> first, Optional<Span> second, Difference told) {
        ObjectNode out = JSON.objectNode().put("slot", slot);
        out.set("first", Parts.span(first));
        out.set("second", Parts.span(second));
        return out.put("words", told.inWords());
    }

    /** How a pair of claims relates. */
    public ObjectNode relation(String id, Relation relation) {
        ObjectNode out = JSON.objectNode();
        out.put("id", id);
        out.put("relation", relation.kind().name().toLowerCase(Locale.ROOT));
        out.put("score", relation.score());
        out.set("why", texts(relation.why()));
        ArrayNode differences = out.putArray("differences");
        relation.differences().forEach(d -> differences.add(difference(d)));
        return out;
    }

    /** What a person changed. */
    public static ObjectNode deed(Deed deed) {
        return JSON.objectNode()
                .put("at", deed.at().toString())
                .put("who", deed.who())
                .put("what", deed.what())
                .put("about", deed.about());
    }

    /** What became of a story. */
    public ObjectNode move(Stories.Move move) {
        return JSON.objectNode()
                .put("kind", move.kind().name().toLowerCase(Locale.ROOT))
                .put("from", move.from().text())
                .put("into", move.into().text())
                .put("at", move.at().toString())
                .put("articles", move.articles())
                .put("why", move.why());
    }

    /** The groups of one article. */
    public ObjectNode grouped(String id, GroupId story, GroupId origin) {
        return JSON.objectNode().put("id", id).put("story", story.text()).put("origin", origin.text());
    }

    // ---- search --------------------------------------------------------------------------------------------------

    /** What was found for one text of a batch, best first. */
    public ObjectNode ranked(String id, List<String> ids) {
        ObjectNode out = JSON.objectNode().put("id", id);
        out.set("ranked", texts(ids));
        return out;
    }

    /**
     * One page of a search.
     *
     * @param hits the objects found, from {@link #claim} or {@link #article(StoredArticle)}
     * @param next address of the next page
     */
    public ObjectNode hits(
            int total,
            List<ObjectNode> hits,
            SortedMap<String, SortedMap<String, Integer>> facets,
            Optional<String> next,
            Query query) {
        ObjectNode out = JSON.objectNode();
        out.put("total", total);
        out.putArray("hits").addAll(hits);
        ObjectNode all = out.putObject("facets");
        for (Map.Entry<String, SortedMap<String, Integer>> facet : facets.entrySet()) {
            ObjectNode values = all.putObject(facet.getKey());
            facet.getValue().forEach(values::put);
        }
        out.put("next", next.orElse(null));
        out.put("understood", query.understood());
        out.put("oddity", query.oddity().map(Query.Oddity::words).orElse(null));
        return out;
    }

    // ---- lines ---------------------------------------------------------------------------------------------------

    /**
     * The object as one line of JSON Lines, with its line feed. Whatever UTF-8 cannot hold (a surrogate without its
     * half), and whatever some program takes for the end of a line, leaves as an escape.
     */
    public static String toLine(JsonNode node) {
        return toJson(node) + "\n";
    }

    /** As {@link #toLine}, without the line feed. */
    public static String toJson(JsonNode node) {
        try {
            return escaped(WRITER.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", e);
        }
    }

    /** Outside ASCII, a character of JSON always stands inside a string, where an escape may take its place. */
    private static String escaped(String json) {
        StringBuilder out = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1));
            if (pair) {
                out.append(c).append(json.charAt(++i));
            } else if (Character.isSurrogate(c) || c >= 0x7f && c <= 0x9f || c == 0x2028 || c == 0x2029) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode out = JSON.arrayNode();
        texts.forEach(out::add);
        return out;
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
