package org.hearsay.gather.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.page.PageUrl;

/** What makes an entry itself within its feed. */
final class Keys {
    private Keys() {}

    /** The guid, else the canonical link, else title and date. */
    static String of(Optional<String> id, Optional<PageUrl> link, Optional<String> title, Optional<Instant> date) {
        return id.or(() -> link.map(PageUrl::text))
                .orElseGet(() ->
                        title.orElse("") + "\n" + date.map(Instant::toString).orElse(""));
    }

    /**
     * The entries with keys that are unique in the feed. A guid that stands at several links is no identity by itself,
     * so all of these get their link into the key, and keep it wherever the entry moves in the feed. What is still the
     * same after that is told apart by its words, and at last by its number.
     */
    static List<FeedEntry> unique(List<FeedEntry> entries) {
        Map<String, Set<Optional<PageUrl>>> links = new HashMap<>();
        for (FeedEntry entry : entries) {
            links.computeIfAbsent(entry.key(), key -> new HashSet<>()).add(entry.link());
        }
        List<FeedEntry> unique = new ArrayList<>(entries.size());
        Set<String> used = new HashSet<>();
        Map<String, Integer> last = new HashMap<>();
        for (FeedEntry entry : entries) {
            boolean several = links.getOrDefault(entry.key(), Set.of()).size() > 1;
            String key = several
                    ? entry.key() + "\n" + entry.link().map(PageUrl::text).orElse("")
                    : entry.key();
            if (used.contains(key)) {
                key = key + "\n" + entry.version();
            }
            String plain = key;
            // Where the last search ended: thousands of equal entries must not each begin it again.
            int number = last.getOrDefault(plain, 1);
            while (!used.add(key)) {
                number++;
                key = plain + "\n" + number;
            }
            last.put(plain, number);
            unique.add(key.equals(entry.key()) ? entry : entry.withKey(key));
        }
        return unique;
    }
}
