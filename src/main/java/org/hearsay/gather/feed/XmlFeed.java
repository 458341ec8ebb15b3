package org.hearsay.gather.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.gather.feed.FeedReading.Format;
import org.hearsay.page.PageUrl;

/** Reads RSS, RDF and Atom from a tree, whoever built it. */
final class XmlFeed {
    private static final List<String> ROOTS = List.of("rss", "feed", "rdf", "channel");
    private static final List<String> ENTRIES = List.of("item", "entry");
    private static final Pattern EMAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s+\\((.+)\\)");
    private static final Pattern NAME_AND_EMAIL = Pattern.compile("(.+?)\\s*[<(]\\s*(?:mailto:)?\\S+@\\S+[>)]");

    private static final Pattern HAS_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    /** What a tree says; keys are not yet unique. */
    record Contents(
            Format format, Optional<String> title, Optional<String> language, List<FeedEntry> entries, Pace pace) {}

    private final PageUrl document;

    private XmlFeed(PageUrl document) {
        this.document = document;
    }

    /** Empty if there is no feed in the tree. */
    static Optional<Contents> read(Tag tree, PageUrl document) {
        return new XmlFeed(document).contents(tree);
    }

    private Optional<Contents> contents(Tag tree) {
        List<Tag> items = new ArrayList<>();
        tree.find(ENTRIES, items);
        Optional<Tag> root = root(tree, 0);
        if (root.isEmpty() && items.isEmpty()) {
            return Optional.empty();
        }
        Tag top = root.orElse(tree);
        Tag channel = channel(top);
        Format format = switch (top.name) {
            case "feed" -> Format.ATOM;
            case "rdf" -> Format.RDF;
            default -> Format.RSS;
        };
        Optional<String> language = first(channel.all("language"))
                .or(() -> first(channel.all(Space.DC, "language")))
                .map(Tag::text)
                .or(() -> channel.attribute("xml:lang"))
                .or(() -> top.attribute("xml:lang"))
                .flatMap(Wording::ofText);
        List<FeedEntry> entries = items.stream().map(this::entry).toList();
        return Optional.of(new Contents(format, title(channel).text(), language, entries, FeedPace.of(channel)));
    }

    private static Optional<Tag> root(Tag tag, int depth) {
        for (Tag child : tag.children()) {
            boolean known = child.space.isCore() || child.space == Space.RDF;
            if (known && ROOTS.contains(child.name)) {
                return Optional.of(child);
            }
        }
        if (depth < 3) {
            for (Tag child : tag.children()) {
                Optional<Tag> deeper = root(child, depth + 1);
                if (deeper.isPresent()) {
                    return deeper;
                }
            }
        }
        return Optional.empty();
    }

    private static Tag channel(Tag top) {
        return first(top.all("channel")).orElse(top);
    }

    private FeedEntry entry(Tag item) {
        Optional<String> id = first(item.all("guid"))
                .or(() -> first(item.all("id")))
                .map(Tag::text)
                .or(() -> item.attribute("about"))
                .or(() -> item.attribute("id"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        Optional<Reference> reference = reference(item);
        Optional<PageUrl> link = reference.flatMap(this::resolved);
        Construct title = title(item);
        Optional<FeedDates.Read> first = date(item, PUBLISHED);
        Optional<FeedDates.Read> last = date(item, UPDATED);
        Optional<Instant> published = first.map(FeedDates.Read::at);
        Optional<Instant> updated = last.map(FeedDates.Read::at);
        return new FeedEntry(
                Keys.of(id, link, title.text(), published.or(() -> updated)),
                id,
                link,
                title.text(),
                summary(item),
                authors(item),
                published,
                updated,
                reference.map(found -> absolute(found, link)).or(() -> identifier(item, id)),
                title.markup(),
                doubt(first, last));
    }

    /** A doubt of the zone; whether a date lies in the future is told later, by who knows the time. */
    static Optional<FeedEntry.Doubt> doubt(Optional<FeedDates.Read> published, Optional<FeedDates.Read> updated) {
        boolean assumed = published.filter(FeedDates.Read::zoneAssumed).isPresent()
                || updated.filter(FeedDates.Read::zoneAssumed).isPresent();
        return FeedEntry.Doubt.of(assumed, false);
    }

    private Construct title(Tag of) {
        Construct none = Construct.NONE;
        for (Tag tag : of.all("title")) {
            Construct title = Construct.of(tag, document);
            if (!title.equals(none)) {
                return title;
            }
        }
        return first(of.all(Space.DC, "title"))
                .map(tag -> Construct.of(tag, document))
                .orElse(none);
    }

    private Optional<String> summary(Tag item) {
        return construct(item.all("description"))
                .or(() -> construct(item.all("summary")))
                .or(() -> construct(item.all("content")))
                .or(() -> construct(item.all(Space.CONTENT, "encoded")))
                .or(() -> construct(item.all(Space.DC, "description")))
                .or(() -> construct(item.all(Space.ITUNES, "summary")))
                .or(() -> construct(item.all(Space.XHTML, "body")));
    }

    private Optional<String> construct(List<Tag> tags) {
        return firstPresent(tags, Construct::text);
    }

    /** Where a reference stands and what it says. */
    private record Reference(Tag at, String text) {}

    /** A written link, else an alternate in HTML, else a guid that is an address, else whatever alternate there is. */
    private static Optional<Reference> reference(Tag item) {
        Optional<Reference> alternate = Optional.empty();
        Optional<Reference> other = Optional.empty();
        for (Tag link : item.all("link")) {
            if (!isAlternate(link)) {
                continue;
            }
            Optional<String> href = link.attribute("href");
            if (href.isEmpty()) {
                String text = link.text().strip();
                if (!text.isEmpty()) {
                    return Optional.of(new Reference(link, text));
                }
            } else {
                String type = link.attribute("type").orElse("text/html").toLowerCase(Locale.ROOT);
                Optional<Reference> found = Optional.of(new Reference(link, href.get()));
                alternate = type.contains("html") ? alternate.or(() -> found) : alternate;
                other = other.or(() -> found);
            }
        }
        Optional<Reference> last = other;
        return alternate
                .or(() -> permalink(item))
                .or(() -> item.attribute("href").map(href -> new Reference(item, href)))
                .or(() -> last);
    }

    /** RFC 4287, 4.2.7.2: no rel means alternate, and so does its name at IANA. */
    private static boolean isAlternate(Tag link) {
        String rel = link.attribute("rel").orElse("alternate").toLowerCase(Locale.ROOT);
        return rel.equals("alternate") || rel.endsWith("iana.org/assignments/relation/alternate");
    }

    /** What a reader may take for a link where there is none: an id in the form of an address, tag and urn included. */
    private static Optional<String> identifier(Tag item, Optional<String> id) {
        boolean denied = item.all("guid").stream()
                .anyMatch(guid -> guid.attribute("ispermalink")
                        .filter("false"::equalsIgnoreCase)
                        .isPresent());
        return denied ? Optional.empty() : id;
    }

    /** A guid is an address unless it says that it is none (RSS 2.0); an Atom id is none, but may look like one. */
    private static Optional<Reference> permalink(Tag item) {
        for (String name : List.of("guid", "id")) {
            for (Tag guid : item.all(name)) {
                boolean permanent = guid.attribute("ispermalink")
                        .filter("false"::equalsIgnoreCase)
                        .isEmpty();
                String text = guid.text().strip();
                if (permanent && text.regionMatches(true, 0, "http", 0, 4)) {
                    return Optional.of(new Reference(guid, text));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PageUrl> resolved(Reference reference) {
        return reference.at.base(document).resolve(reference.text);
    }

    private String absolute(Reference reference, Optional<PageUrl> link) {
        boolean whole = HAS_SCHEME.matcher(reference.text).lookingAt() || nowhere(reference.at.base(document));
        return whole || link.isEmpty() ? reference.text : link.get().text() + fragment(reference.text);
    }

    /**
     * What a reference means against {@code base}, changed no more than need be: not at all where it is absolute, and
     * not where the feed came from a file, whose invented address would show up in every link.
     */
    static String absolute(PageUrl base, String reference) {
        boolean relative = !HAS_SCHEME.matcher(reference).lookingAt();
        Optional<PageUrl> url = relative && !nowhere(base) ? base.resolve(reference) : Optional.empty();
        return url.map(known -> known.text() + fragment(reference)).orElse(reference);
    }

    /** Names under .invalid belong to nobody (RFC 2606). */
    static boolean nowhere(PageUrl base) {
        return base.host().authority().endsWith(".invalid");
    }

    private static String fragment(String text) {
        int hash = text.indexOf('#');
        return hash < 0 ? "" : text.substring(hash);
    }

    private static List<String> authors(Tag item) {
        Set<String> names = new LinkedHashSet<>();
        for (Tag author : item.all("author")) {
            person(author).ifPresent(names::add);
        }
        for (Tag creator : item.all(Space.DC, "creator")) {
            person(creator).ifPresent(names::add);
        }
        for (Space space : List.of(Space.DC, Space.ITUNES)) {
            for (Tag author : item.all(space, "author")) {
                person(author).ifPresent(names::add);
            }
        }
        return List.copyOf(names);
    }

    private static Optional<String> person(Tag tag) {
        for (String part : List.of("name", "title", "email")) {
            Optional<String> text = firstPresent(tag.all(part), child -> Wording.ofHtml(child.text()));
            if (text.isPresent()) {
                return text;
            }
        }
        return tag.hasTags() ? Optional.empty() : Wording.ofHtml(tag.text()).map(XmlFeed::nameIn);
    }

    /** The name where name and mail address stand together, as RSS wants it. */
    private static String nameIn(String text) {
        Matcher m = EMAIL_AND_NAME.matcher(text);
        if (m.matches()) {
            return m.group(1).strip();
        }
        m = NAME_AND_EMAIL.matcher(text);
        return m.matches() ? m.group(1).strip() : text;
    }

    private record Place(Set<Space> spaces, String name) {}

    private static final Set<Space> CORE = Set.of(Space.NONE, Space.RSS, Space.ATOM);
    private static final List<Place> PUBLISHED = List.of(
            new Place(CORE, "pubdate"),
            new Place(CORE, "published"),
            new Place(CORE, "issued"),
            new Place(Set.of(Space.DCTERMS), "issued"),
            new Place(Set.of(Space.DC, Space.DCTERMS), "date"),
            new Place(CORE, "created"),
            new Place(Set.of(Space.DCTERMS), "created"),
            new Place(CORE, "date"));
    private static final List<Place> UPDATED = List.of(
            new Place(CORE, "updated"),
            new Place(CORE, "modified"),
            new Place(Set.of(Space.DCTERMS), "modified"),
            new Place(CORE, "lastbuilddate"));

    private static Optional<FeedDates.Read> date(Tag item, List<Place> places) {
        for (Place place : places) {
            for (Tag tag : item.children()) {
                if (place.spaces.contains(tag.space) && tag.name.equals(place.name)) {
                    Optional<FeedDates.Read> date = FeedDates.read(tag.text());
                    if (date.isPresent()) {
                        return date;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Tag> first(List<Tag> tags) {
        return tags.stream().findFirst();
    }

    private static <T> Optional<T> firstPresent(
            List<Tag> tags, java.util.function.Function<Tag, Optional<T>> question) {
        for (Tag tag : tags) {
            Optional<T> answer = question.apply(tag);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }
}
