package org.hearsay.run;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Hints;

/**
 * What is kept beside a page in the archive, so that it can be read again as it was read first.
 *
 * @param asked the address asked for
 * @param feed the feed that pointed to it
 * @param hints what that feed said of it
 */
public record PageFacts(PageUrl asked, PageUrl feed, Hints hints) {
    /** An entry's page; {@code outlet} as the feed list or the feed has it. */
    static PageFacts of(PageUrl asked, PageUrl feed, FeedEntry entry, Optional<String> outlet) {
        return new PageFacts(
                asked, feed, new Hints(outlet, entry.title(), entry.summary(), entry.published(), Optional.empty()));
    }

    /** As short texts by name. */
    public Map<String, String> toMap() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("asked", asked.text());
        facts.put("feed", feed.text());
        hints.outlet().ifPresent(text -> facts.put("outlet", text));
        hints.title().ifPresent(text -> facts.put("title", text));
        hints.summary().ifPresent(text -> facts.put("summary", text));
        hints.published().ifPresent(time -> facts.put("published", time.toString()));
        hints.language().ifPresent(text -> facts.put("language", text));
        return facts;
    }

    /** The reverse of {@link #toMap}; {@code found} stands in where a foreign archive names no address or feed. */
    public static PageFacts of(Map<String, String> facts, PageUrl found) {
        return new PageFacts(
                Optional.ofNullable(facts.get("asked")).flatMap(PageUrl::parse).orElse(found),
                Optional.ofNullable(facts.get("feed")).flatMap(PageUrl::parse).orElse(found),
                new Hints(
                        Optional.ofNullable(facts.get("outlet")),
                        Optional.ofNullable(facts.get("title")),
                        Optional.ofNullable(facts.get("summary")),
                        Optional.ofNullable(facts.get("published")).flatMap(PageFacts::instant),
                        Optional.ofNullable(facts.get("language"))));
    }

    /** Another program's archive may have words of that name. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
