package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.feed.Opml;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take the feeds of an OPML file into the feed list; folders and categories become tags.")
final class FeedsImport implements Callable<Integer> {
    /** Twenty thousand feeds have some megabytes. */
    private static final long MOST_BYTES = 16L << 20;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FILE", description = "an OPML file, as other feed readers export it")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--dry-run", description = "only say what would be added")
    private boolean dry;

    @Override
    public Integer call() throws IOException {
        Opml opml = opml();
        String text = FeedsFile.textOrEmpty(options.feedsFile());
        List<Feed> known = FeedList.parse(text).feeds();
        List<Feed> more = new ArrayList<>();
        List<String> problems = new ArrayList<>(opml.problems());
        for (Feed feed : opml.feeds()) {
            if (known.stream().anyMatch(old -> old.url().equals(feed.url()))) {
                problems.add(feed.outlet().orElse("a feed") + ": in the list already, " + feed.url());
            } else {
                more.add(feed);
                System.out.println((dry ? "would add " : "added ") + FeedList.line(feed));
            }
        }
        problems.forEach(Serving::say);
        if (!dry && !more.isEmpty()) {
            FeedsFile.replace(options.ownFeedsFile(), FeedList.with(text, more));
            Audit.note(options.folder(), "added feeds of another list", more.size() + " feeds");
            System.out.println("wrote " + options.ownFeedsFile() + ": " + more.size() + " feeds more");
        }
        return problems.isEmpty() ? Stop.OK : Stop.IN_PART;
    }

    private Opml opml() {
        try {
            Page page = new Page(
                    PageUrl.of("https://file.invalid/"),
                    Instant.EPOCH,
                    200,
                    List.of(),
                    Bytes.of(Reasons.bytes(file, MOST_BYTES)));
            return Opml.read(page).orElseThrow(() -> Stop.usage(file + " is no OPML file: it has no <outline>"));
        } catch (IOException e) {
            throw Stop.usage(file + " cannot be read: " + Reasons.of(e));
        }
    }
}
