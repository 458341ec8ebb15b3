package org.hearsay.app;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hearsay.gather.feed.FeedList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Visit feeds on schedule, index, send letters, and show the web pages, until it is ended.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "a part of it alone, on a store that several processes share: crawl, web, digest or all")
    private Set<Role> roles = EnumSet.of(Role.ALL);

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.settings();
        FeedList list = FeedsFile.read(options.feedsFile(), Serving::say);
        return Serving.run(options.folder(), settings, list, Role.meant(roles), options.verbose, () -> {});
    }
}
