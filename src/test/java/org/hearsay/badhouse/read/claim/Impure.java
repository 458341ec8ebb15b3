package org.hearsay.badhouse.read.claim;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.hearsay.badhouse.page.Upward;
import org.slf4j.LoggerFactory;

/** Reading that asks the clock, the disk and the network, keeps a count for everybody, and talks about it. */
public final class Impure {
    static int counter;

    private final Supplier<Clock> clock = Clock::systemUTC;

    @SuppressWarnings("JavaUtilDate")
    List<Object> everything(Upward page, Path file, HttpClient client) throws IOException {
        counter++;
        LoggerFactory.getLogger("reading").info("count={}", counter);
        try (Socket socket = new Socket("127.0.0.1", 9)) {
            return List.of(
                    page,
                    client,
                    socket,
                    clock.get(),
                    Files.readString(file),
                    Instant.now(),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    System.currentTimeMillis(),
                    new Date());
        }
    }
}
