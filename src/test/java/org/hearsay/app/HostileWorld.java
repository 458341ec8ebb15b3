package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.gather.fetch.RoguesGallery;

/** Servers of which each misbehaves in its own way, one an address of 127.50.0.0/24, and one among them that is well. */
final class HostileWorld implements AutoCloseable {
    private final List<Rogue> rogues = new ArrayList<>();
    private final List<RoguesGallery> galleries = new ArrayList<>();
    private final RoguesGallery good;

    private HostileWorld() throws IOException {
        good = new RoguesGallery("127.50.0.250");
    }

    static HostileWorld open() throws IOException {
        HostileWorld world = new HostileWorld();
        try {
            world.fill();
        } catch (IOException | RuntimeException e) {
            world.close();
            throw e;
        }
        return world;
    }

    private void fill() throws IOException {
        rogues.addAll(RoguesOnTheWire.all());
        rogues.addAll(RoguesOnTheWay.all());
        rogues.addAll(RoguesInTheBody.all());
        good.route("/feed", t -> t.answer("200 OK", Rogue.rss()));
        for (int i = 0; i < rogues.size(); i++) {
            RoguesGallery gallery = new RoguesGallery("127.50.0." + (i + 1), port());
            galleries.add(gallery);
            rogues.get(i).opened().routes(gallery);
        }
    }

    /** The port of all of them. */
    int port() {
        return good.socket().getPort();
    }

    List<Rogue> rogues() {
        return rogues;
    }

    /** Where each rogue lives, in their order. */
    List<RoguesGallery> galleries() {
        return galleries;
    }

    RoguesGallery good() {
        return good;
    }

    /** The feeds of the rogues in their order, then the one that is well, as lines of a feed list. */
    List<String> feedLines() {
        List<String> lines = new ArrayList<>();
        galleries.forEach(gallery -> lines.add(gallery.url("/feed").text()));
        lines.add(good.url("/feed").text());
        return lines;
    }

    /** Whether every rogue has seen what it waits for. */
    boolean allSeen() {
        for (int i = 0; i < rogues.size(); i++) {
            if (!rogues.get(i).afterwards().test(galleries.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Hearsay as it may reach them, so impatient that it meets each of them often. */
    Child child(Path folder) {
        return new Child(folder)
                .with("HEARSAY_FETCH_ALLOW", "127.50.0.0/24")
                .with("HEARSAY_FETCH_DELAY", "10ms")
                .with("HEARSAY_FETCH_TIMEOUT", "4s")
                .with("HEARSAY_FETCH_MAX_BYTES", "2000000")
                .with("HEARSAY_POLL_INTERVAL", "2s")
                .with("HEARSAY_POLL_INTERVAL_MIN", "1s")
                .with("HEARSAY_POLL_BACKOFF", "1s")
                .with("HEARSAY_POLL_BACKOFF_MAX", "3s");
    }

    @Override
    public void close() {
        galleries.forEach(RoguesGallery::close);
        good.close();
    }
}
