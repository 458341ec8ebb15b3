package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.fetch.Credentials;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.page.PageUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Find the feeds of a site, and put the first of them into the feed list.")
final class FeedsAdd implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "URL", description = "a feed, or any page of a site")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Option(names = "--dry-run", description = "only say what would be added")
    private boolean dry;

    @Option(names = "--all", description = "add every feed that is found")
    private boolean all;

    @Option(names = "--outlet", paramLabel = "NAME", description = "the outlet's name (default: what the feed says)")
    @Nullable
    private String outlet;

    @Option(names = "--every", paramLabel = "DURATION", description = "how often to ask, like 30m")
    @Nullable
    private String every;

    @Option(names = "--tags", paramLabel = "TAG", split = ",", description = "tags, with commas between")
    private List<String> tags = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException, IOException {
        PageUrl url = address(address);
        Optional<Duration> pause = Optional.ofNullable(every).map(FeedsAdd::duration);
        List<FeedFinder.Found> found;
        try (Fetcher fetcher = new Fetcher(options.settings().fetching(), InstantSource.system())) {
            found = new FeedFinder(fetcher, credentials(address), Serving::say).at(url);
        }
        if (found.isEmpty()) {
            throw Stop.nothing("no feed was found at " + url + "; name the feed's own address if you know it");
        }
        Path file = options.ownFeedsFile();
        String text = FeedsFile.textOrEmpty(options.feedsFile());
        List<Feed> known = FeedList.parse(text).feeds();
        List<Feed> more = new ArrayList<>();
        for (FeedFinder.Found one : found) {
            boolean listed = known.stream().anyMatch(feed -> feed.url().equals(one.url()));
            boolean wanted = !listed && (all || found.getFirst().equals(one));
            String what = listed ? "in the list already" : wanted ? dry ? "would be added" : "added" : "not added";
            System.out.println(one.url() + "\n  " + what + ": " + inWords(one));
            if (wanted) {
                more.add(new Feed(one.url(), Optional.ofNullable(outlet), pause, tags, false, credentials(address)));
            }
        }
        if (!dry && !more.isEmpty()) {
            FeedsFile.replace(file, FeedList.with(text, more));
            more.forEach(feed ->
                    Audit.note(options.folder(), "added a feed", feed.url().text()));
            System.out.println("wrote " + file);
        }
        return Stop.OK;
    }

    static String inWords(FeedFinder.Found found) {
        return found.feed().title().map(title -> title + ", ").orElse("")
                + found.feed().format().name().toLowerCase(Locale.ROOT) + ", "
                + found.feed().entries().size() + " entries, " + found.how();
    }

    /** As a person types it: {@code example.org} will do. */
    static PageUrl address(String typed) {
        // Credentials never come back in words.
        String shown = typed.contains("@") ? "what stands there" : typed;
        return PageUrl.parse(whole(typed))
                .orElseThrow(
                        () -> Stop.usage(shown + " is no http or https address: write one like https://example.org"));
    }

    /** The user name and password in the address that a person typed. */
    static Credentials credentials(String typed) {
        return Credentials.in(whole(typed));
    }

    private static String whole(String typed) {
        return typed.contains("://") ? typed : "https://" + typed.replaceFirst("^(?i)feed:", "");
    }

    private static Duration duration(String text) {
        FeedList read = FeedList.parse("https://example.org/ every=" + text.strip());
        return read.feeds().stream()
                .flatMap(feed -> feed.every().stream())
                .findFirst()
                .orElseThrow(() -> Stop.usage("--every " + text + " is no duration: write one like 30m, 1h or 1d"));
    }
}
