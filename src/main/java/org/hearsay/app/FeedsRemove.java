package org.hearsay.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.page.PageUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Take a feed out of the feed list. What it brought is kept.")
final class FeedsRemove implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "URL", description = "the feed's address, as in the list")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Override
    public Integer call() throws IOException {
        PageUrl url = FeedsAdd.address(address);
        String text = FeedsFile.textOrEmpty(options.feedsFile());
        String without = FeedList.without(text, url);
        if (without.equals(text)) {
            throw Stop.nothing(options.feedsFile() + " has no feed " + url + ": see \"hearsay feeds list\"");
        }
        FeedsFile.replace(options.ownFeedsFile(), without);
        Audit.note(options.folder(), "took a feed out", url.text());
        System.out.println("took " + url + " out of " + options.ownFeedsFile());
        return Stop.OK;
    }
}
