package org.hearsay.tell.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.page.OutletNames;
import org.hearsay.read.compare.GroupId;

/**
 * How a story spread: a lane for each independent text, the first reporter's first, its first telling as a dot and its
 * copies as ticks, over an axis of hours or days. Coordinates are those of a picture 480 wide.
 *
 * @param axis where the axis lies, under the lanes
 */
record Strip(int height, int axis, List<Lane> lanes, List<Mark> marks, String from, String to, String summary) {
    /** @param x1 and {@code x2} ends of its line */
    record Lane(String name, int y, int textY, String x1, String x2, List<Tick> ticks) {}

    /** @param first whether it is the first telling of its text */
    record Tick(String x, boolean first, String words) {}

    /** A full hour, day or month on the axis. */
    record Mark(String x, String words, String anchor) {}

    private static final int LEFT = 12;
    private static final int RIGHT = 468;
    private static final int LANE = 40;
    private static final int LANES = 12;
    /** More names of days than this run into each other on a telephone. */
    private static final int MARKS = 5;
    /** Half the width of such a name there. */
    private static final int NAME = 34;

    private static final List<Step> STEPS = List.of(
            new Step(1, ChronoUnit.HOURS),
            new Step(3, ChronoUnit.HOURS),
            new Step(6, ChronoUnit.HOURS),
            new Step(12, ChronoUnit.HOURS),
            new Step(1, ChronoUnit.DAYS),
            new Step(2, ChronoUnit.DAYS),
            new Step(7, ChronoUnit.DAYS),
            new Step(1, ChronoUnit.MONTHS),
            new Step(3, ChronoUnit.MONTHS),
            new Step(12, ChronoUnit.MONTHS));

    private record Step(int length, ChronoUnit unit) {
        /** The last such moment before {@code time}. */
        ZonedDateTime before(ZonedDateTime time) {
            ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
            return unit != ChronoUnit.MONTHS ? day : length < 12 ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        }
    }

    /**
     * Absent where all was told at one moment, or by one.
     *
     * @param articles first reporter first; {@code origins} are the same by text
     * @param outlets what those who published them are called
     */
    static Optional<Strip> of(
            List<StoredArticle> articles, Map<GroupId, List<StoredArticle>> origins, OutletNames outlets, Words words) {
        Instant first = articles.get(0).orderedAt();
        Instant last = articles.get(articles.size() - 1).orderedAt();
        if (articles.size() < 2 || !first.isBefore(last)) {
            return Optional.empty();
        }
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
                    y - 12,
                    ticks.get(0).x(),
                    ticks.get(ticks.size() - 1).x(),
                    ticks));
        }
        int axis = lanes.size() * LANE + 10;
        return Optional.of(new Strip(
                axis + 26,
                axis,
                lanes,
                marks(first, last, words),
                words.when(first).words(),
                words.when(last).words(),
                "First told by " + outlets.name(articles.get(0).publisher()) + ", then by "
                        + Words.count(articles.size() - 1, "other article") + " until "
                        + words.when(last).words() + "; the table says the same"));
    }

    /** By the shortest step that leaves each its room; none where first and last are less than an hour apart. */
    private static List<Mark> marks(Instant first, Instant last, Words words) {
        for (Step step : STEPS) {
            List<ZonedDateTime> at = new ArrayList<>();
            ZonedDateTime next = step.before(first.atZone(words.zone()));
            while (at.size() <= MARKS && !next.toInstant().isAfter(last)) {
                if (!next.toInstant().isBefore(first)) {
                    at.add(next);
                }
                next = next.plus(step.length, step.unit);
            }
            if (at.size() <= MARKS) {
                return at.stream().map(time -> mark(time, step, first, last)).toList();
            }
        }
        return List.of();
    }

    private static Mark mark(ZonedDateTime time, Step step, Instant first, Instant last) {
        boolean clock = step.unit == ChronoUnit.HOURS && !time.equals(time.truncatedTo(ChronoUnit.DAYS));
        String form = clock ? "HH:mm" : step.unit == ChronoUnit.MONTHS ? "MMM yyyy" : "d MMM";
        String x = x(time.toInstant(), first, last);
        double at = Double.parseDouble(x);
        return new Mark(
                x,
                time.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH)),
                at < LEFT + NAME ? "start" : at > RIGHT - NAME ? "end" : "middle");
    }

    private static String x(Instant at, Instant first, Instant last) {
        double all = last.getEpochSecond() - first.getEpochSecond();
        double share = Math.clamp((at.getEpochSecond() - first.getEpochSecond()) / Math.max(1, all), 0, 1);
        return String.format(Locale.ROOT, "%.1f", LEFT + share * (RIGHT - LEFT));
    }
}
