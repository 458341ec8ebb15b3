package org.hearsay.gather.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * How a feed fares, for people: the one place that says it, for the command line, the pages, the letter and the export.
 * A pure function of the feed's state and of how much it brought.
 *
 * <pre>{@code
 * FeedHealth health = FeedHealth.of(state, feed.paused(), store.feeds().volume(feed.url(), now), now);
 * health.inWords(now, zone);   // "failing since Tuesday: 503, next try 14:20"
 * }</pre>
 *
 * @param what without any time: "503", "0 new against the usual 6 a day"; may be empty
 * @param since when the trouble began
 * @param next when it is asked again
 */
public record FeedHealth(Kind kind, String what, Optional<Instant> since, Optional<Instant> next) {
    /** A feed that was not visited for so long is not quiet; we are. */
    private static final Duration VISITED = Duration.ofDays(1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Kinds, with the word that stands first. */
    public enum Kind {
        NEW("not visited yet"),
        FINE("fine"),
        QUIET("quiet"),
        FAILING("failing"),
        BLOCKED("blocked"),
        MOVED("moved, confirm"),
        GONE("gone"),
        PAUSED("paused");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** @param paused its line in the feed list says so */
    public static FeedHealth of(FeedState state, boolean paused, FeedVolume volume, Instant now) {
        if (paused || state.status() == FeedState.Status.PAUSED) {
            return new FeedHealth(Kind.PAUSED, "", Optional.empty(), Optional.empty());
        }
        String problem = problem(state);
        return switch (state.status()) {
            case NEW -> new FeedHealth(Kind.NEW, waiting(state, now), Optional.empty(), state.nextVisit());
            case FINE, PAUSED -> fine(state, volume, now);
            case FAILING -> new FeedHealth(Kind.FAILING, problem, state.failingSince(), state.nextVisit());
            case BLOCKED -> new FeedHealth(Kind.BLOCKED, problem, state.failingSince(), state.nextVisit());
            case GONE -> new FeedHealth(Kind.GONE, problem, state.failingSince(), state.nextVisit());
            case MOVED -> new FeedHealth(Kind.MOVED, problem, Optional.empty(), state.nextVisit());
        };
    }

    private static FeedHealth fine(FeedState state, FeedVolume volume, Instant now) {
        boolean visited =
                state.lastSuccess().filter(at -> at.isAfter(now.minus(VISITED))).isPresent();
        Optional<String> quiet = visited ? volume.quiet(now) : Optional.empty();
        if (quiet.isPresent()) {
            return new FeedHealth(Kind.QUIET, quiet.get(), state.lastNew(), state.nextVisit());
        }
        String moving = state.move()
                .map(move -> "moving to " + move.to() + " (it said so " + times(move.visits()) + ")")
                .orElse("");
        String moved = state.address().equals(state.feed()) ? "" : "it lives at " + state.address() + " now";
        String what = moving.isEmpty() ? moved : moving;
        return new FeedHealth(
                Kind.FINE, what.isEmpty() ? waiting(state, now) : what, Optional.empty(), state.nextVisit());
    }

    private static String waiting(FeedState state, Instant now) {
        return state.notBefore().filter(now::isBefore).isPresent() ? "its host asked for quiet" : "";
    }

    private static String times(int visits) {
        return visits == 1 ? "once" : visits + " times in a row";
    }

    private static String problem(FeedState state) {
        String words = state.lastProblem()
                .orElse(state.status() == FeedState.Status.MOVED ? "to " + state.address() : "it cannot be read");
        // "failing: 503" is what people say.
        String bare = words.startsWith("HTTP ") ? words.substring("HTTP ".length()) : words;
        return bare.startsWith("moved for good ") ? bare.substring("moved for good ".length()) : bare;
    }

    /** Whether somebody should look at it. */
    public boolean trouble() {
        return switch (kind) {
            case NEW, FINE, PAUSED -> false;
            case QUIET, FAILING, BLOCKED, MOVED, GONE -> true;
        };
    }

    /** The state without times, for where those stand beside it: "gone: 410". */
    public String bare() {
        return what.isEmpty() ? kind.word : kind.word + ": " + what;
    }

    /** The state with its times as they read in {@code zone} at {@code now}. */
    public String inWords(Instant now, ZoneId zone) {
        String colon = what.isEmpty() ? "" : ": " + what;
        return switch (kind) {
            case NEW, FINE -> bare() + visit(", next visit ", now, zone);
            case QUIET, MOVED -> bare();
            case PAUSED -> kind.word;
            case FAILING -> kind.word + since(now, zone) + colon + visit(", next try ", now, zone);
            case BLOCKED -> kind.word + colon + since(now, zone) + visit(", next try ", now, zone);
            case GONE -> kind.word + since(now, zone) + colon + visit("; asked again ", now, zone);
        };
    }

    private String visit(String before, Instant now, ZoneId zone) {
        return next.map(at -> before + (at.isAfter(now) ? time(at, now, zone) : "now"))
                .orElse("");
    }

    private String since(Instant now, ZoneId zone) {
        return since.map(at -> " since " + time(at, now, zone)).orElse("");
    }

    /** Today the time, within a week the weekday, else the date; what is to come with its time. */
    private static String time(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime then = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, then.toLocalDate());
        if (days == 0) {
            return TIME.format(then);
        }
        if (Math.abs(days) > 6) {
            return DAY.format(then);
        }
        return days < 0 ? WEEKDAY.format(then) : WEEKDAY.format(then) + " " + TIME.format(then);
    }
}
