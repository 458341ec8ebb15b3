package org.hearsay.gather.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.gather.fetch.Credentials;
import org.hearsay.page.PageUrl;

/**
 * A feeds.txt, read: the feeds that can be visited and the lines that cannot be understood.
 *
 * <p>One feed a line: an address, then options. {@code #} starts a comment, {@code !} pauses a line, and
 * {@code newsroom:} stands for the bundled newsroom.
 *
 * <pre>
 *   # a comment
 *   https://example.org/rss outlet="The Star" every=1h tags=asia,trade
 *   ! https://example.org/paused.xml
 *   https://reader:s%40crt@example.org/paid.xml
 *   newsroom:
 * </pre>
 *
 * <p>A user name and a password in an address are used and never shown: the words of a problem quote nothing of a line
 * with an {@code @}.
 *
 * @param newsroom whether the line {@code newsroom:} asks for the bundled newsroom
 * @param problems bad lines; the rest still runs
 */
public record FeedList(List<Feed> feeds, boolean newsroom, List<Problem> problems) {
    public FeedList {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
    }

    /** A line that could not be understood. {@code line} counts from 1; {@code words} say what is wrong and what to write instead. */
    public record Problem(int line, String words) {}

    /** A word, or {@code name="some words"}, or {@code "some words"}; the second group is a quote that never ends. */
    private static final Pattern WORD = Pattern.compile("((?:[^\\s\"]++|\"[^\"]*+\")++)|(\\S*\".*)");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd])");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):.*");

    /** Reads the text of a feeds.txt. Never fails: what cannot be understood is a problem with its line. */
    public static FeedList parse(String text) {
        List<Feed> feeds = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<PageUrl, Integer> lines = new HashMap<>();
        boolean newsroom = false;
        int number = 0;
        for (String raw : text.split("\r\n|\r|\n", -1)) {
            number++;
            String line = raw.replace("\ufeff", "").strip();
            boolean paused = line.startsWith("!");
            try {
                List<String> words = words(paused ? line.substring(1) : line);
                if (words.isEmpty()) {
                    if (paused) {
                        throw new BadLine("a '!' with nothing to pause; write the feed's address behind it");
                    }
                    continue;
                }
                if (words.getFirst().equals("newsroom:")) {
                    if (words.size() > 1) {
                        throw new BadLine("'newsroom:' takes no options; write it alone on its line");
                    }
                    newsroom |= !paused;
                    continue;
                }
                Feed feed = feed(words, paused);
                Integer before = lines.putIfAbsent(feed.url(), number);
                if (before != null) {
                    throw new BadLine("the same feed as in line " + before + "; remove one of the two");
                }
                feeds.add(feed);
            } catch (BadLine e) {
                problems.add(new Problem(number, e.words(line.contains("@"))));
            }
        }
        return new FeedList(feeds, newsroom, problems);
    }

    /** The line of a feeds.txt that says {@code feed}, for people: without its credentials. */
    public static String line(Feed feed) {
        return line(feed, feed.url().text());
    }

    private static String line(Feed feed, String address) {
        StringBuilder line = new StringBuilder(feed.paused() ? "! " : "").append(address);
        feed.outlet()
                .ifPresent(name -> line.append(" outlet=\"").append(plain(name)).append('"'));
        feed.every().ifPresent(every -> line.append(" every=").append(words(every)));
        if (!feed.tags().isEmpty()) {
            String tags = plain(String.join(",", feed.tags()));
            line.append(" tags=").append(tags.matches("[^\\s#]+") ? tags : "\"" + tags + "\"");
        }
        return line.toString();
    }

    /** A value must not end its quotes or its line. */
    private static String plain(String value) {
        return value.replace('"', '\'').replaceAll("\\s+", " ").strip();
    }

    private static String words(Duration every) {
        long seconds = Math.max(1, every.toSeconds());
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** The text of a feeds.txt with more feeds at its end; everything else stays as it stands. */
    public static String with(String text, List<Feed> more) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder out = new StringBuilder(text);
        if (!text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r")) {
            out.append(end);
        }
        more.forEach(feed ->
                out.append(line(feed, feed.credentials().written(feed.url()))).append(end));
        return out.toString();
    }

    /** The text of a feeds.txt without the lines of {@code feed}, paused or not; everything else stays as it stands. */
    public static String without(String text, PageUrl feed) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("(?<=\n)|(?<=\r)(?!\n)", -1)) {
            boolean same = parse(line).feeds().stream().anyMatch(f -> f.url().equals(feed));
            if (!same) {
                out.append(line);
            }
        }
        return out.toString();
    }

    private static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;
        private final String words;
        private final String quoted;

        BadLine(String words) {
            this(words, "");
        }

        /** @param words with a {@code %s} for what they quote of the line */
        BadLine(String words, String quoted) {
            super(words);
            this.words = words;
            this.quoted = quoted;
        }

        /** They end up in logs and on the web page, where no password belongs. */
        String words(boolean secret) {
            return words.replace("%s", secret ? "…" : quoted);
        }
    }

    private static List<String> words(String line) throws BadLine {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(line);
        while (m.find()) {
            if (m.group().startsWith("#")) {
                break;
            }
            if (m.group(2) != null) {
                throw new BadLine("a quote that does not end: %s; write outlet=\"The Star\"", m.group(2));
            }
            words.add(m.group(1));
        }
        return words;
    }

    private static Feed feed(List<String> words, boolean paused) throws BadLine {
        PageUrl url = address(words.getFirst());
        Optional<String> outlet = Optional.empty();
        Optional<Duration> every = Optional.empty();
        List<String> tags = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new BadLine(
                        "'%s' is no option; write outlet=\"The Star\", every=1h or tags=asia,trade behind the address",
                        word);
            }
            String name = word.substring(0, equals);
            String value = plain(word.substring(equals + 1).replace("\"", ""));
            switch (name) {
                case "outlet" -> {
                    if (value.isEmpty()) {
                        throw new BadLine("outlet= without a name; write outlet=\"The Star\"");
                    }
                    outlet = Optional.of(value);
                }
                case "every" -> every = Optional.of(duration(value));
                case "tags" -> {
                    for (String tag : value.split(",")) {
                        if (!tag.isBlank() && !tags.contains(tag.strip())) {
                            tags.add(tag.strip());
                        }
                    }
                }
                default ->
                    throw new BadLine("there is no option '%s'; the options are outlet=, every= and tags=", name);
            }
        }
        return new Feed(url, outlet, every, tags, paused, Credentials.in(words.getFirst()));
    }

    private static PageUrl address(String word) throws BadLine {
        Optional<PageUrl> url = PageUrl.parse(word);
        if (url.isPresent()) {
            return url.get();
        }
        String shown = word.length() > 80 ? word.substring(0, 80) + "…" : word;
        if (word.contains("@")) {
            throw new BadLine("no address at the start of the line; write one like https://example.org/rss, and in a"
                    + " user name or password %40 for '@', %2F for '/', %3F for '?' and %23 for '#'");
        }
        Matcher scheme = SCHEME.matcher(word);
        String rest = word.replaceFirst("^(?i)(feed:(?=https?:)|[a-z]+:/*)", "");
        if (scheme.matches() && scheme.group(1).toLowerCase(Locale.ROOT).equals("feed") && !rest.isEmpty()) {
            String written = rest.contains("://") ? rest : "https://" + rest;
            throw new BadLine("'%s' cannot be fetched; write " + written, shown);
        }
        if (scheme.matches() && !word.contains(".")) {
            throw new BadLine("'%s' is no http or https address; write one like https://example.org/rss", shown);
        }
        if (!scheme.matches()
                && word.contains(".")
                && PageUrl.parse("https://" + word).isPresent()) {
            throw new BadLine("'%s' has no scheme; write https://%s", shown);
        }
        throw new BadLine("'%s' is no http or https address; write one like https://example.org/rss", shown);
    }

    private static Duration duration(String value) throws BadLine {
        Matcher m = DURATION.matcher(value);
        if (m.matches()) {
            long count = Long.parseLong(m.group(1));
            Duration duration = switch (m.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
            if (duration.isPositive()) {
                return duration;
            }
        }
        throw new BadLine("'every=%s' is no duration; write one like every=30m, every=1h or every=1d", value);
    }
}
