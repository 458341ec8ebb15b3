package org.hearsay.gather.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What Rome makes of well-formed text whose depth was already bounded. It is strict about the formats, so its
 * word that this is a feed ends the search. Its extension modules are left out: they log what they meet in a feed with
 * its stack, and nothing of them is wanted here. Its dates are not taken, since it rolls impossible ones
 * over and takes unknown zones for UTC without a word; nor are its links, which it does not resolve; nor its titles, since
 * it takes a picture for words.
 */
record RomeReading(Optional<String> title, Optional<String> language, List<Entry> entries) {
    /** Beyond this, Rome's object tree beside ours would take more memory than a feed is worth. */
    private static final int MAX_CHARS = 4 << 20;

    /** What our reading of the tree may lack. */
    record Entry(List<String> authors) {}

    /** Knows nothing of a text that is too long; empty if Rome does not take the text for a feed, or fails in reading it. */
    static Optional<RomeReading> of(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.of(new RomeReading(Optional.empty(), Optional.empty(), List.of()));
        }
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setExpandEntities(false);
        try {
            SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
            return Optional.of(reading(input.build(builder.build(new StringReader(text)))));
        } catch (JDOMException | IOException | FeedException | RuntimeException e) {
            // Its module parsers throw what they happen to meet, from NumberFormatException to NullPointerException:
            // each means that this stage fell short, and the next one reads on.
            return Optional.empty();
        }
    }

    private static RomeReading reading(SyndFeed feed) {
        List<Entry> entries = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            entries.add(new Entry(authors(entry)));
        }
        return new RomeReading(construct(feed.getTitleEx()), text(feed.getLanguage()), entries);
    }

    private static List<String> authors(SyndEntry entry) {
        List<String> names = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            text(person.getName()).ifPresent(names::add);
        }
        if (names.isEmpty()) {
            text(entry.getAuthor()).ifPresent(names::add);
        }
        return names;
    }

    private static Optional<String> construct(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return Optional.empty();
        }
        String type = Objects.requireNonNullElse(content.getType(), "html");
        return type.equals("text") || type.equals("text/plain")
                ? Wording.ofText(content.getValue())
                : Wording.ofHtml(content.getValue());
    }

    private static Optional<String> text(@Nullable String value) {
        return value == null ? Optional.empty() : Wording.ofHtml(value);
    }

    /** {@code entry} with what it lacks and Rome has. */
    FeedEntry complete(FeedEntry entry, int index) {
        Entry rome = entries.get(index);
        return new FeedEntry(
                entry.key(),
                entry.id(),
                entry.link(),
                entry.title(),
                entry.summary(),
                entry.authors().isEmpty() ? rome.authors : entry.authors(),
                entry.published(),
                entry.updated(),
                entry.address(),
                entry.markup(),
                entry.doubt());
    }
}
