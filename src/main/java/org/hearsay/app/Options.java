package org.hearsay.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class Options {
    @Option(names = "--data", paramLabel = "DIR", description = "the data folder (default: the platform's)")
    @Nullable
    Path data;

    @Option(names = "--feeds", paramLabel = "FILE", description = "the feed list")
    @Nullable
    Path feeds;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "a setting, for this command only; may be repeated")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--no-color", description = "no colour and no progress bar")
    boolean plain;

    @Option(names = "--verbose", description = "say more on stderr")
    boolean verbose;

    DataFolder folder() {
        DataFolder folder = plainFolder();
        return folder.with(settings(folder));
    }

    /** Before any setting is read: where the folder is, and not yet where the store is. */
    DataFolder plainFolder() {
        Optional<Path> chosen =
                Optional.ofNullable(data).or(() -> variable("HEARSAY_DATA").map(Path::of));
        return DataFolder.at(chosen, System.getenv());
    }

    Settings settings() {
        return settings(plainFolder());
    }

    private Settings settings(DataFolder folder) {
        return Settings.read(set, System.getenv(), folder.properties());
    }

    /** The feed list: as given, else the data folder's own, else the one that came with the program. */
    Path feedsFile() {
        return Optional.ofNullable(feeds)
                .or(() -> variable("HEARSAY_FEEDS").map(Path::of))
                .orElseGet(() -> {
                    Path own = plainFolder().path().resolve("feeds.txt");
                    return java.nio.file.Files.exists(own)
                            ? own
                            : Installation.home().resolve("feeds.txt");
                });
    }

    /**
     * The feed list that may be changed: as given, else the data folder's own. The one that came with the program is
     * never changed: its lines go into the data folder's with the first change.
     */
    Path ownFeedsFile() {
        return Optional.ofNullable(feeds)
                .or(() -> variable("HEARSAY_FEEDS").map(Path::of))
                .orElseGet(() -> plainFolder().path().resolve("feeds.txt"));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    }
}
