package org.hearsay.keep.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * A document of {@link Documents} as OpenSearch takes it, so that both engines hold the same. Texts are analysed here:
 * what is sent are the words that are compared, one space between, and the server only parts them.
 */
final class OpenSearchDocuments {
    /** What a claim is to its article: the field by which the server knows it. */
    static final String PART = "part";

    static final String UNIT = "unit";
    static final String LOW = "low";
    static final String HIGH = "high";
    /** A dot would make a field of the one before it. */
    private static final char DOT = '-';

    private OpenSearchDocuments() {}

    /** @param id under which the server keeps it; {@code json} what it is sent */
    record Sent(String id, Map<String, Object> json) {}

    /** An article's documents, as {@link Documents#of} makes them: its claims, and last itself. */
    static List<Sent> of(String article, List<Document> documents) {
        List<Sent> all = new ArrayList<>();
        String whole = key("article", article);
        for (Document document : documents) {
            Map<String, Object> json = json(document);
            boolean isClaim = List.of("claim").equals(json.get(Documents.DOC));
            json.put(PART, isClaim ? Map.of("name", "claim", "parent", whole) : "article");
            all.add(new Sent(isClaim ? key("claim", document.get(Documents.ID)) : whole, json));
        }
        return all;
    }

    /** As a key of the server's, which is short. */
    static String key(String kind, String id) {
        String bounded = id.length() <= 100 ? id : id.substring(0, 80) + Long.toHexString(Documents.number(id));
        return kind + "/" + whole(bounded);
    }

    static String field(String lucene) {
        return lucene.replace('.', DOT);
    }

    private static Map<String, Object> json(Document document) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (IndexableField field : document) {
            String name = field(field.name());
            switch (field) {
                case TextField text ->
                    add(json, name, String.join(" ", Analysis.kept(text.name(), text.stringValue())));
                case StringField key -> add(json, name, whole(key.stringValue()));
                case SortedSetDocValuesField value -> add(json, name, utf8(value.binaryValue()));
                case KnnByteVectorField vector -> {
                    byte[] point = vector.vectorValue();
                    json.put(name, Base64.getEncoder().encodeToString(point));
                    json.put(Bands.FIELD, Bands.of(point));
                }
                case DoublePoint figure -> add(json, name, figure(figure.binaryValue()));
                case NumericDocValuesField number -> json.put(name, number(number));
                // Each of these stands in the document once more, in a form that is sent.
                case LongPoint again -> {}
                case SortedDocValuesField again -> {}
                case StoredField stored -> {
                    if (!json.containsKey(name)) {
                        json.put(name, whole(stored.stringValue()));
                    }
                }
                default -> throw new IllegalStateException("unknown kind of field: " + field);
            }
        }
        return json;
    }

    private static void add(Map<String, Object> json, String name, Object value) {
        @SuppressWarnings("unchecked")
        List<Object> values = (List<Object>) json.computeIfAbsent(name, n -> new ArrayList<>());
        values.add(value);
    }

    private static Object number(NumericDocValuesField field) {
        long number = field.numericValue().longValue();
        return isTime(field.name()) ? Instant.ofEpochSecond(number).toString() : (Object) number;
    }

    static boolean isTime(String field) {
        return field.equals(Documents.WHEN) || field.equals(Documents.SEEN);
    }

    private static Map<String, Object> figure(BytesRef packed) {
        Map<String, Object> figure = new HashMap<>();
        figure.put(UNIT, (long) dimension(packed.bytes, packed.offset, 0));
        figure.put(LOW, finite(dimension(packed.bytes, packed.offset, 1)));
        figure.put(HIGH, finite(dimension(packed.bytes, packed.offset, 2)));
        return figure;
    }

    static double dimension(byte[] packed, int offset, int which) {
        return DoublePoint.decodeDimension(packed, offset + which * Double.BYTES);
    }

    /** JSON has no infinity, and no figure comes near. */
    static double finite(double value) {
        return Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static String utf8(BytesRef bytes) {
        return bytes.utf8ToString();
    }

    /** With a mark for each half of a character, as Lucene keeps them; JSON has none either. */
    private static String whole(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            mended = mended == null ? new StringBuilder(text) : mended;
            mended.setCharAt(i, '\ufffd');
        }
        return mended == null ? text : mended.toString();
    }
}
