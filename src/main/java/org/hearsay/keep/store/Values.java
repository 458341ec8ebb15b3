package org.hearsay.keep.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.hearsay.page.Bytes;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.language.EntityId;

/**
 * Values as JSON and back, exactly: {@code {"v":1,"value":{…}}}. The names in it are those of the records' components
 * and the words below. Who renames a component raises {@link #VERSION} and teaches {@link #read} the old form, or says
 * that a rebuild is needed; anything unknown is an error, never passed over.
 */
final class Values {
    static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.USE_DEFAULTS))
            .addMixIn(Span.class, AsArray.class)
            .addMixIn(PageUrl.class, AsText.class)
            .addMixIn(ArticleId.class, AsText.class)
            .addMixIn(ClaimId.class, AsText.class)
            .addMixIn(EntityId.class, AsText.class)
            .addMixIn(GroupId.class, AsText.class)
            .addMixIn(Bytes.class, AsBytes.class)
            .addMixIn(Extraction.class, Extractions.class)
            .addMixIn(Block.class, Blocks.class)
            .addMixIn(Dated.class, Dates.class)
            .addMixIn(Voice.class, Voices.class)
            .addMixIn(Difference.class, Differences.class)
            .build();

    private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Values() {}

    static String write(Object value) {
        String json = write(value, MAPPER.writer());
        // Half of a surrogate pair has no UTF-8; a broken page may hold one, and its offsets must not shift.
        return hasLoneSurrogate(json) ? write(value, ASCII) : json;
    }

    static <T> T read(String json, Class<T> type) {
        return read(json, MAPPER.constructType(type), type.getSimpleName());
    }

    static <T> T read(String json, TypeReference<T> type) {
        return read(json, MAPPER.constructType(type), type.getType().getTypeName());
    }

    private static String write(Object value, ObjectWriter writer) {
        StringWriter out = new StringWriter(1024);
        try (JsonGenerator json = writer.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            json.writeFieldName("value");
            writer.writeValue(json, value);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a value that has no JSON: " + value.getClass(), e);
        }
        return out.toString();
    }

    /** One part of a value, and no more of it read than what stands before. @param part the name of its component */
    static <T> T readPart(String json, String part, Class<T> type) {
        String name = type.getSimpleName();
        try (JsonParser parser = MAPPER.createParser(json)) {
            enter(parser, name);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean here = part.equals(parser.currentName());
                parser.nextToken();
                if (here) {
                    return MAPPER.readValue(parser, type);
                }
                parser.skipChildren();
            }
            throw unreadable(name, null);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(name, e);
        }
    }

    private static <T> T read(String json, JavaType type, String name) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            enter(parser, name);
            T value = MAPPER.readValue(parser, type);
            if (value == null || parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw unreadable(name, null);
            }
            return value;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(name, e);
        }
    }

    /** To the beginning of the value. */
    private static void enter(JsonParser parser, String name) throws IOException {
        boolean enveloped = parser.nextToken() == JsonToken.START_OBJECT && "v".equals(parser.nextFieldName());
        int version = enveloped ? parser.nextIntValue(-1) : -1;
        if (version != VERSION) {
            throw new StoreException("the store holds a " + name + " in form " + version + " and this program knows "
                    + VERSION + ": run the program that wrote it, or rebuild");
        }
        if (!"value".equals(parser.nextFieldName())) {
            throw unreadable(name, null);
        }
        parser.nextToken();
    }

    private static StoreException unreadable(String name, @org.jspecify.annotations.Nullable Exception cause) {
        String why = cause == null
                ? "no value in it"
                : String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String words = "the store holds a " + name + " that this program cannot read (" + why
                + "): run the program that wrote it, or rebuild";
        return cause == null ? new StoreException(words) : new StoreException(words, cause);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}

    /** A value of one text is that text. */
    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsText(@SuppressWarnings("unused") String text) {}

        @JsonValue
        abstract String text();
    }

    /** In Base64. */
    private abstract static class AsBytes {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Bytes of(@SuppressWarnings("unused") byte[] bytes) {
            return Bytes.of(bytes);
        }

        @JsonValue
        abstract byte[] toArray();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Extraction.Readable.class, name = "readable"),
        @Type(value = Extraction.Unreadable.class, name = "unreadable")
    })
    private interface Extractions {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Block.Heading.class, name = "heading"),
        @Type(value = Block.Paragraph.class, name = "paragraph"),
        @Type(value = Block.Item.class, name = "item"),
        @Type(value = Block.Quote.class, name = "quote"),
        @Type(value = Block.Row.class, name = "row")
    })
    private interface Blocks {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@Type(value = Dated.At.class, name = "at"), @Type(value = Dated.On.class, name = "on")})
    private interface Dates {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Voice.Outlet.class, name = "outlet"),
        @Type(value = Voice.Named.class, name = "named"),
        @Type(value = Voice.Unnamed.class, name = "unnamed"),
        @Type(value = Voice.Unresolved.class, name = "unresolved")
    })
    private interface Voices {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Difference.Amount.class, name = "amount"),
        @Type(value = Difference.Actor.class, name = "actor"),
        @Type(value = Difference.Denial.class, name = "denial"),
        @Type(value = Difference.Certainty.class, name = "certainty"),
        @Type(value = Difference.OfTerm.class, name = "term")
    })
    private interface Differences {}
}
