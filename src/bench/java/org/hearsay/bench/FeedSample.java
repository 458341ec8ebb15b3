package org.hearsay.bench;

import com.rometools.rome.io.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.feed.FeedReading.Readable;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/**
 * Which files of a folder of test suites stand for the feeds of the world. Most test files are one entry long and show
 * one oddity. A file counts here if it is large enough to be a feed that somebody published, if we and Rome
 * find the same number of entries in it, one at least, so that both do the same work, and if no earlier file
 * holds the same bytes. The order is that of the paths.
 */
final class FeedSample {
    /** Ten short entries and a head; a test written for one oddity stays under it. */
    private static final int LARGE_ENOUGH_BYTES = 8_000;

    private static final PageUrl NOWHERE = PageUrl.of("http://feed.invalid/");

    private FeedSample() {}

    static List<Page> under(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Set<Bytes> seen = new HashSet<>();
        List<Page> sample = new ArrayList<>();
        for (Path file : files) {
            if (Files.size(file) < LARGE_ENOUGH_BYTES) {
                continue;
            }
            Bytes body = Bytes.of(Files.readAllBytes(file));
            Page page = new Page(NOWHERE, Instant.EPOCH, 200, List.of(), body);
            if (seen.add(body) && bothFindTheSame(page)) {
                sample.add(page);
            }
        }
        return List.copyOf(sample);
    }

    private static boolean bothFindTheSame(Page page) {
        if (!(new FeedReader().read(page) instanceof Readable feed)
                || feed.entries().isEmpty()) {
            return false;
        }
        try {
            return FeedBench.rome(page).getEntries().size() == feed.entries().size();
        } catch (IOException | FeedException | RuntimeException e) {
            // Not a feed to Rome, which says so with whatever its parsers happen to throw.
            return false;
        }
    }
}
