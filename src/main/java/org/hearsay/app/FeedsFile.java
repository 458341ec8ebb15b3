package org.hearsay.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.hearsay.gather.feed.FeedList;

/** Reads the feed list from its file, and says in one line what is wrong with it. */
final class FeedsFile {
    /** Ten thousand feeds with long options are two megabytes; a larger file is something else. */
    private static final long MOST_BYTES = 16L << 20;

    private FeedsFile() {}

    /**
     * @param say told of each line that cannot be understood; the others still count
     * @throws Stop if there is no list, or nothing in it
     */
    static FeedList read(Path file, Consumer<String> say) {
        FeedList list = FeedList.parse(text(file));
        List<FeedList.Problem> problems = list.problems();
        // A file of nonsense is told by its first lines; the whole of it would only hide them.
        problems.stream().limit(20).forEach(p -> say.accept(file + ":" + p.line() + ": " + p.words()));
        if (problems.size() > 20) {
            say.accept(file + ": and " + (problems.size() - 20) + " more lines like these");
        }
        if (list.feeds().isEmpty() && !list.newsroom()) {
            throw Stop.configuration(file + " names no feed"
                    + (problems.isEmpty() ? "" : " that can be understood")
                    + ": write one address a line, such as https://example.org/rss.xml");
        }
        return list;
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw Stop.configuration(file + " is a folder: name the feed list itself with --feeds");
            }
            // A pipe would be waited for as long as nobody writes to it, and a device may have no end.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw Stop.configuration(file + " is a pipe or a device: name a file with --feeds");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw Stop.configuration(file + " is too large for a feed list: name another with --feeds");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw Stop.configuration(
                    "there is no feed list " + file + ": make it, one address a line, or name another with --feeds");
        } catch (CharacterCodingException e) {
            throw Stop.configuration(file + " is not UTF-8 text: save it as UTF-8");
        } catch (IOException e) {
            throw Stop.configuration(file + " cannot be read: " + Reasons.of(e));
        }
    }
}
