package org.hearsay.gather.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a {@link Pace} from a channel. What is no number, hour or day is passed over: it must not lose the feed. */
final class FeedPace {
    private FeedPace() {}

    static Pace of(Tag channel) {
        Optional<Duration> ttl =
                first(channel.all("ttl")).flatMap(FeedPace::count).map(Duration::ofMinutes);
        return new Pace(ttl.or(() -> period(channel)), hours(channel), days(channel));
    }

    private static Optional<Duration> period(Tag channel) {
        Optional<Tag> period = first(channel.all(Space.SYNDICATION, "updateperiod"));
        Optional<Duration> whole = period.flatMap(tag -> switch (word(tag)) {
            case "hourly" -> Optional.of(Duration.ofHours(1));
            case "daily" -> Optional.of(Duration.ofDays(1));
            case "weekly" -> Optional.of(Duration.ofDays(7));
            case "monthly" -> Optional.of(Duration.ofDays(30));
            case "yearly" -> Optional.of(Duration.ofDays(365));
            default -> Optional.empty();
        });
        int times = first(channel.all(Space.SYNDICATION, "updatefrequency"))
                .flatMap(FeedPace::count)
                .orElse(1);
        return whole.map(time -> time.dividedBy(times));
    }

    private static TreeSet<Integer> hours(Tag channel) {
        TreeSet<Integer> hours = new TreeSet<>();
        for (Tag list : channel.all("skiphours")) {
            for (Tag hour : list.all("hour")) {
                // RSS 0.91 counted from 1 to 24, RSS 2.0 counts from 0 to 23.
                number(hour).filter(h -> h >= 0 && h <= 24).ifPresent(h -> hours.add(h % 24));
            }
        }
        return hours;
    }

    private static TreeSet<DayOfWeek> days(Tag channel) {
        TreeSet<DayOfWeek> days = new TreeSet<>();
        for (Tag list : channel.all("skipdays")) {
            for (Tag day : list.all("day")) {
                for (DayOfWeek known : DayOfWeek.values()) {
                    if (known.name().toLowerCase(Locale.ROOT).equals(word(day))) {
                        days.add(known);
                    }
                }
            }
        }
        return days;
    }

    private static Optional<Integer> count(Tag tag) {
        return number(tag).filter(n -> n > 0);
    }

    private static Optional<Integer> number(Tag tag) {
        String text = tag.text().strip();
        return text.matches("\\d{1,7}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static String word(Tag tag) {
        return tag.text().strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Tag> first(List<Tag> tags) {
        return tags.stream().findFirst();
    }
}
