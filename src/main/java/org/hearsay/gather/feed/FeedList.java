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
 *   newsroom:
 * </pre>
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
    private static final Pattern CREDENTIALS = Pattern.compile("^[A-Za-z]+:/{2}[^/?#]*@.*");

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
                problems.add(new Problem(number, e.words));
            }
        }
        return new FeedList(feeds, newsroom, problems);
    }

    /** The line of a feeds.txt that says {@code feed}. */
    public static String line(Feed feed) {
        StringBuilder line = new StringBuilder(feed.paused() ? "! " : "").append(feed.url());
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
        more.forEach(feed -> out.append(line(feed)).append(end));
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

        BadLine(String words) {
            super(words);
            this.words = words;
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
                throw new BadLine("a quote that does not end: " + m.group(2) + "; write outlet=\"The Star\"");
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
                throw new BadLine("'" + word + "' is no option; write outlet=\"The Star\", every=1h or tags=asia,trade"
                        + " behind the address");
            }
            String name = word.substring(0, equals);
            String value = word.substring(equals + 1).replace("\"", "").strip();
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
                    throw new BadLine("there is no option '" + name + "'; the options are outlet=, every= and tags=");
            }
        }
        return new Feed(url, outlet, every, tags, paused);
    }

    private static PageUrl address(String word) throws BadLine {
        // The words never repeat what stands before the '@', since they end up in logs and on the web page.
        if (CREDENTIALS.matcher(word).matches()) {
            throw new BadLine("an address with a user name or password cannot be used yet; remove what stands before"
                    + " the '@', or use the site's public feed");
        }
        Optional<PageUrl> url = PageUrl.parse(word);
        if (url.isPresent()) {
            return url.get();
        }
        String shown = word.length() > 80 ? word.substring(0, 80) + "…" : word;
        if (shown.contains("@")) {
            throw new BadLine("no address at the start of the line; write one like https://example.org/rss");
        }
        Matcher scheme = SCHEME.matcher(word);
        String rest = word.replaceFirst("^(?i)(feed:(?=https?:)|[a-z]+:/*)", "");
        if (scheme.matches() && scheme.group(1).toLowerCase(Locale.ROOT).equals("feed") && !rest.isEmpty()) {
            String written = rest.contains("://") ? rest : "https://" + rest;
            throw new BadLine("'" + shown + "' cannot be fetched; write " + written);
        }
        if (scheme.matches() && !word.contains(".")) {
            throw new BadLine("'" + shown + "' is no http or https address; write one like https://example.org/rss");
        }
        if (!scheme.matches()
                && word.contains(".")
                && PageUrl.parse("https://" + word).isPresent()) {
            throw new BadLine("'" + shown + "' has no scheme; write https://" + shown);
        }
        throw new BadLine("'" + shown + "' is no http or https address; write one like https://example.org/rss");
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
        throw new BadLine("'every=" + value + "' is no duration; write one like every=30m, every=1h or every=1d");
    }
}
