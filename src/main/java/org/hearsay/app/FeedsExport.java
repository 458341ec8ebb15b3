package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.feed.Opml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the feed list as OPML 2.0, for other feed readers.")
final class FeedsExport implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(names = "--opml", description = "as OPML, which is the only form there is, and so the default")
    private boolean opml;

    @Option(names = "--out", paramLabel = "FILE", description = "where to (default: stdout)")
    @Nullable
    private Path out;

    @Override
    public Integer call() throws IOException {
        FeedList list = FeedsFile.read(options.feedsFile(), Serving::say);
        String text = Opml.write(list.feeds());
        if (out == null) {
            System.out.print(text);
        } else {
            Files.writeString(out, text);
        }
        return Stop.OK;
    }
}
