package org.hearsay.gather.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.page.PageUrl;
import org.jspecify.annotations.Nullable;

/**
 * One element of a feed, however it was parsed: local name and attribute names in lower case, but {@code xml:base} and
 * {@code xml:lang} by these names. Not deeper than {@link TreeBuilder#MAX_DEPTH}, so recursion is safe.
 */
final class Tag {
    final Space space;
    final String name;
    final Map<String, String> attributes;
    private final @Nullable Tag parent;
    private @Nullable PageUrl base;
    /** {@link Tag} and {@link String}, in their order. */
    final List<Object> content = new ArrayList<>(4);

    Tag(Space space, String name, Map<String, String> attributes, @Nullable Tag parent) {
        this.space = space;
        this.name = name;
        this.attributes = attributes;
        this.parent = parent;
    }

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    List<Tag> children() {
        List<Tag> children = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof Tag tag) {
                children.add(tag);
            }
        }
        return children;
    }

    /** Children of that name in the feed's own words. */
    List<Tag> all(String wanted) {
        return children().stream()
                .filter(tag -> tag.space.isCore() && tag.name.equals(wanted))
                .toList();
    }

    List<Tag> all(Space in, String wanted) {
        return children().stream()
                .filter(tag -> tag.space == in && tag.name.equals(wanted))
                .toList();
    }

    /** All text below, as it stands. */
    String text() {
        if (content.size() == 1 && content.getFirst() instanceof String only) {
            return only;
        }
        StringBuilder out = new StringBuilder();
        collect(out);
        return out.toString();
    }

    private void collect(StringBuilder out) {
        for (Object part : content) {
            switch (part) {
                case Tag tag -> tag.collect(out);
                default -> out.append(part);
            }
        }
    }

    boolean hasTags() {
        return content.stream().anyMatch(Tag.class::isInstance);
    }

    /** Everything below this element whose name is one of {@code names}: an item that was not closed holds the next. */
    void find(List<String> names, List<Tag> found) {
        for (Tag tag : children()) {
            if (tag.space.isCore() && names.contains(tag.name)) {
                found.add(tag);
            }
            tag.find(names, found);
        }
    }

    /** What relative addresses stand against here: xml:base of this element and those around it. */
    PageUrl base(PageUrl document) {
        // Kept, since a feed may have thousands of links under hundreds of these; a tree is read for one document.
        PageUrl known = base;
        if (known == null) {
            PageUrl outer = parent == null ? document : parent.base(document);
            known = attribute("xml:base").flatMap(outer::resolve).orElse(outer);
            base = known;
        }
        return known;
    }
}
