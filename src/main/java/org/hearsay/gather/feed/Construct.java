package org.hearsay.gather.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.page.PageUrl;

/**
 * A title or summary: Atom's text constructs (RFC 4287, 3.1; Atom 0.3, 3.1), and RSS's text, which may be HTML without
 * saying so.
 *
 * @param text plain
 * @param markup as it is written, if that is more than the text
 */
record Construct(Optional<String> text, Optional<String> markup) {
    /** Elements of text that have no end (HTML, 13.1.2). */
    private static final Set<String> VOID = Set.of("br", "img", "hr", "wbr");

    /** No headline is longer. */
    private static final int MAX_MISTYPED = 500;

    static final Construct NONE = new Construct(Optional.empty(), Optional.empty());

    static Construct of(Tag tag, PageUrl document) {
        if (tag.hasTags()) {
            return new Construct(Wording.ofText(tag.text()), Wording.markup(written(inner(tag)), tag.base(document)));
        }
        Optional<String> value = value(tag);
        return meansItself(tag)
                ? new Construct(value.flatMap(Wording::ofText), Optional.empty())
                : new Construct(
                        value.flatMap(Wording::ofHtml),
                        value.flatMap(html -> Wording.markup(html, tag.base(document))));
    }

    static Optional<String> text(Tag tag) {
        Optional<String> value = value(tag);
        return tag.hasTags() || meansItself(tag) ? value.flatMap(Wording::ofText) : value.flatMap(Wording::ofHtml);
    }

    private static String type(Tag tag) {
        return tag.attribute("type").orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean meansItself(Tag tag) {
        String type = type(tag);
        return type.equals("text") || type.equals("text/plain") || tag.space == Space.ATOM && type.isEmpty();
    }

    private static Optional<String> value(Tag tag) {
        String text = tag.text();
        if (tag.attribute("mode").filter("base64"::equalsIgnoreCase).isPresent()) {
            return base64(text).or(() -> Optional.of(text));
        }
        String type = type(tag);
        boolean binary = tag.space == Space.ATOM
                && type.contains("/")
                && !type.startsWith("text/")
                && !type.contains("xml")
                && !type.contains("html");
        if (!binary) {
            return Optional.of(text);
        }
        // RFC 4287, 4.1.3.3, 6: any other media type comes as base64. A picture or a document has no words, but what
        // is short and neither may be the words themselves under a wrong type.
        boolean wordless = type.matches("(?:image|audio|video)/.*") || text.length() > MAX_MISTYPED;
        return base64(text).or(() -> wordless ? Optional.empty() : Optional.of(text));
    }

    /** Empty if it is no base64, or no UTF-8. */
    private static Optional<String> base64(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The div around XHTML in Atom 1.0 is not part of the content (RFC 4287, 3.1.1.3). */
    private static List<Object> inner(Tag tag) {
        List<Tag> children = tag.children();
        boolean wrapped = type(tag).equals("xhtml")
                && children.size() == 1
                && children.getFirst().name.equals("div");
        return wrapped ? children.getFirst().content : tag.content;
    }

    private static String written(List<Object> content) {
        StringBuilder out = new StringBuilder();
        write(content, out);
        return out.toString();
    }

    private static void write(List<Object> content, StringBuilder out) {
        for (Object part : content) {
            if (part instanceof Tag tag) {
                out.append('<').append(tag.name);
                for (Map.Entry<String, String> attribute : tag.attributes.entrySet()) {
                    out.append(' ').append(attribute.getKey()).append("=\"");
                    escape(attribute.getValue(), out);
                    out.append('"');
                }
                out.append('>');
                write(tag.content, out);
                // A void element must not be closed: HTML would open it again.
                if (!VOID.contains(tag.name)) {
                    out.append("</").append(tag.name).append('>');
                }
            } else {
                escape(part.toString(), out);
            }
        }
    }

    private static void escape(String text, StringBuilder out) {
        out.append(text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
    }
}
