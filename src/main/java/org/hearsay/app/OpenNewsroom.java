package org.hearsay.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hearsay.demo.Newsroom;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.fetch.FetchSettings;
import org.hearsay.keep.store.Store;

/**
 * The bundled newsroom where the feed list asks for it, its feeds beside the others and its one socket among those that
 * may be contacted. Two minutes after it was first opened in a data folder it brings its second edition, in which an
 * article was edited and another has lost a claim; it stays there.
 */
final class OpenNewsroom implements AutoCloseable {
    private static final Duration FIRST_EDITION = Duration.ofMinutes(2);

    private final Optional<Newsroom> newsroom;
    private final List<Feed> feeds;

    private OpenNewsroom(Optional<Newsroom> newsroom, List<Feed> feeds) {
        this.newsroom = newsroom;
        this.feeds = feeds;
    }

    /** The feeds of {@code list}, with the newsroom's if it asks for them and its port is free. */
    static OpenNewsroom of(FeedList list, Settings settings, Store store, InstantSource clock, Consumer<String> say) {
        List<Feed> feeds = new ArrayList<>(list.feeds());
        if (!list.newsroom()) {
            return new OpenNewsroom(Optional.empty(), feeds);
        }
        Instant opened = store.note("newsroom.opened").map(Instant::parse).orElseGet(() -> {
            Instant now = clock.instant();
            store.note("newsroom.opened", now.toString());
            return now;
        });
        int port = settings.port(Setting.NEWSROOM_PORT);
        try {
            Newsroom newsroom = Newsroom.open(port, () -> clock.instant().isBefore(opened.plus(FIRST_EDITION)) ? 1 : 2);
            feeds.addAll(FeedList.parse(String.join("\n", newsroom.feedLines())).feeds());
            return new OpenNewsroom(Optional.of(newsroom), feeds);
        } catch (IOException e) {
            say.accept("the bundled newsroom cannot be opened on port " + port + " (" + e.getMessage()
                    + "): its feeds are left out; name a free port with --set newsroom.port=…");
            return new OpenNewsroom(Optional.empty(), feeds);
        }
    }

    List<Feed> feeds() {
        return feeds;
    }

    /** The same settings, with the newsroom's socket allowed. */
    FetchSettings allowedIn(FetchSettings fetching) {
        if (newsroom.isEmpty()) {
            return fetching;
        }
        InetSocketAddress socket = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), newsroom.get().port());
        return new FetchSettings(
                fetching.delay(),
                fetching.timeout(),
                fetching.maxBytes(),
                fetching.allow(),
                Set.of(socket),
                fetching.userAgent());
    }

    @Override
    public void close() {
        newsroom.ifPresent(Newsroom::close);
    }
}
