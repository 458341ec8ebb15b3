package org.hearsay.tell.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.page.OutletNames;
import org.hearsay.read.compare.GroupId;

/**
 * How a story spread: a lane for each independent text, the first reporter's first, its first telling as a dot and its
 * copies as ticks. Coordinates are those of a picture 480 wide.
 */
record Strip(int height, List<Lane> lanes, String from, String to, String summary) {
    /** @param x1 and {@code x2} ends of its line */
    record Lane(String name, int y, int textY, String x1, String x2, List<Tick> ticks) {}

    /** @param first whether it is the first telling of its text */
    record Tick(String x, boolean first, String words) {}

    private static final int LEFT = 12;
    private static final int RIGHT = 468;
    private static final int LANE = 36;
    private static final int LANES = 12;

    /** Absent where all was told at one moment, or by one. */
    static Optional<Strip> of(List<StoredArticle> articles, Words words) {
        Map<GroupId, List<StoredArticle>> origins = new LinkedHashMap<>();
        articles.forEach(article -> origins.computeIfAbsent(article.origin(), o -> new ArrayList<>())
                .add(article));
        Instant first = articles.get(0).orderedAt();
        Instant last = articles.get(articles.size() - 1).orderedAt();
        if (articles.size() < 2 || !first.isBefore(last)) {
            return Optional.empty();
        }
        OutletNames outlets =
                OutletNames.of(articles.stream().map(StoredArticle::publisher).toList());
        List<Lane> lanes = new ArrayList<>();
        for (List<StoredArticle> told : origins.values()) {
            if (lanes.size() == LANES) {
                break;
            }
            int y = lanes.size() * LANE + 28;
            List<Tick> ticks = told.stream()
                    .map(article -> new Tick(
                            x(article.orderedAt(), first, last),
                            article == told.get(0),
                            outlets.name(article.publisher()) + ", "
                                    + words.when(article.orderedAt()).words()))
                    .toList();
            String copies = told.size() == 1 ? "" : ", copied " + Words.count(told.size() - 1, "time");
            lanes.add(new Lane(
                    outlets.name(told.get(0).publisher()) + copies,
                    y,
                    y - 10,
                    ticks.get(0).x(),
                    ticks.get(ticks.size() - 1).x(),
                    ticks));
        }
        return Optional.of(new Strip(
                lanes.size() * LANE + 24,
                lanes,
                words.when(first).words(),
                words.when(last).words(),
                "First told by " + outlets.name(articles.get(0).publisher()) + ", then by "
                        + Words.count(articles.size() - 1, "other article") + " until "
                        + words.when(last).words() + "; the list says the same"));
    }

    private static String x(Instant at, Instant first, Instant last) {
        double all = last.getEpochSecond() - first.getEpochSecond();
        double share = Math.clamp((at.getEpochSecond() - first.getEpochSecond()) / Math.max(1, all), 0, 1);
        return String.format(Locale.ROOT, "%.1f", LEFT + share * (RIGHT - LEFT));
    }
}
