package org.hearsay.gather.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Builds a tree of {@link Tag} from start, text and end, resolves namespaces, and bounds depth, items and elements. */
final class TreeBuilder {
    /** The deepest real feed seen has 40 levels, of XHTML in Atom. */
    static final int MAX_DEPTH = 250;

    /** The longest real feeds have some hundred entries; what is behind this is left out with a note. */
    static final int MAX_ITEMS = 5_000;

    /** Twice what the longest feed with the most elements an entry would have; bounds memory to about 100 MB. */
    static final int MAX_TAGS = 400_000;

    /** Children of one element that is not the list of entries; what is behind them is passed over. */
    static final int MAX_CHILDREN = 2_000;

    /** Nested deeper than any feed. */
    static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeepException() {
            super("elements nested more than " + MAX_DEPTH + " deep", null, false, false);
        }
    }

    /** Enough items were read. */
    static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FullException() {
            super("more entries or elements than are kept", null, false, false);
        }
    }

    final Tag document = new Tag(Space.NONE, "", Map.of(), null);
    private final Deque<Tag> open = new ArrayDeque<>();
    private final Deque<Map<String, String>> prefixes = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int items;
    private int tags;
    private boolean passedOver;

    TreeBuilder() {
        open.push(document);
        prefixes.push(Map.of());
    }

    /** @param attributes by their full names, in the order in which they stand */
    void start(String fullName, Map<String, String> attributes) {
        flush();
        if (open.size() > MAX_DEPTH) {
            throw new TooDeepException();
        }
        Map<String, String> inScope = declared(attributes, prefixes.element());
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (!key.equals("xmlns") && !key.startsWith("xmlns:")) {
                kept.putIfAbsent(key.startsWith("xml:") ? key : local(key), attribute.getValue());
            }
        }
        String prefix = fullName.indexOf(':') < 0 ? "" : fullName.substring(0, fullName.indexOf(':'));
        Space space = Space.of(inScope.getOrDefault(prefix, ""), prefix);
        Tag tag = new Tag(space, local(fullName).toLowerCase(Locale.ROOT), kept, open.element());
        if (isItem(tag) && ++items > MAX_ITEMS) {
            throw new FullException();
        }
        if (++tags > MAX_TAGS) {
            throw new FullException();
        }
        if (isItem(tag) || open.element().content.size() < 2 * MAX_CHILDREN) {
            open.element().content.add(tag);
        } else {
            passedOver = true;
        }
        open.push(tag);
        prefixes.push(inScope);
    }

    private static boolean isItem(Tag tag) {
        return tag.space.isCore() && (tag.name.equals("item") || tag.name.equals("entry"))
                || tag.space == Space.SITEMAP && tag.name.equals("url");
    }

    void text(CharSequence more) {
        text.append(more);
    }

    void text(char[] chars, int start, int length) {
        text.append(chars, start, length);
    }

    void end() {
        flush();
        if (open.size() > 1) {
            open.pop();
            prefixes.pop();
        }
    }

    /** Whether an element had more children than are kept. */
    boolean passedOver() {
        return passedOver;
    }

    void flush() {
        if (!text.isEmpty()) {
            Tag tag = open.element();
            // Beside the children that are kept: white space between thousands of items is no text.
            if (tag.content.size() < 2 * MAX_CHILDREN) {
                tag.content.add(text.toString());
            }
            text.setLength(0);
        }
    }

    private static Map<String, String> declared(Map<String, String> attributes, Map<String, String> outer) {
        Map<String, String> scope = outer;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String key = attribute.getKey();
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                if (scope == outer) {
                    scope = new HashMap<>(outer);
                }
                scope.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
            }
        }
        return scope;
    }

    private static String local(String fullName) {
        return fullName.substring(fullName.lastIndexOf(':') + 1);
    }
}
