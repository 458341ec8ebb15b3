package org.hearsay.tell.web;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hearsay.gather.feed.Feed;

/**
 * Where and to whom the site speaks.
 *
 * @param bind address to listen on ({@code web.bind})
 * @param port {@code web.port}; 0 takes any free one
 * @param publicUrl the address under which a proxy shows it ({@code web.public-url})
 * @param token what a browser must show once, as {@code ?token=…}, to be let in ({@code web.token})
 * @param zone in which times are shown
 * @param clock asked at each request, to say "today"
 * @param feeds the feed list as it stands now
 * @param access who is let in beside the holder of the token
 */
public record WebSettings(
        String bind,
        int port,
        Optional<URI> publicUrl,
        Optional<String> token,
        ZoneId zone,
        InstantSource clock,
        Supplier<List<Feed>> feeds,
        Access access) {
    /** With no way in but the token. */
    public WebSettings(
            String bind,
            int port,
            Optional<URI> publicUrl,
            Optional<String> token,
            ZoneId zone,
            InstantSource clock,
            Supplier<List<Feed>> feeds) {
        this(bind, port, publicUrl, token, zone, clock, feeds, Access.NONE);
    }

    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("web.port is " + port + ": use a number from 1 to 65535");
        }
    }

    /** For this machine only, without a token. */
    public static WebSettings local(int port, Supplier<List<Feed>> feeds) {
        return new WebSettings(
                "127.0.0.1",
                port,
                Optional.empty(),
                Optional.empty(),
                ZoneId.systemDefault(),
                InstantSource.system(),
                feeds);
    }
}
