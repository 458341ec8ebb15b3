package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.hearsay.read.article.Article;
import org.junit.jupiter.api.Test;

/** Before the process ends no network may run any more: now and then the end would tear its memory away under it. */
class ReaderAtRestTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final CountDownLatch reading = new CountDownLatch(2);

    @Test
    void whoeverReadsWaitsOnceItRests() throws Exception {
        FullReader reader = FullReader.load(FullTexts.FILES, FullTexts.MODELS);
        List<Thread> readers = List.of(
                thread(() -> reader.read(article())),
                thread(() -> reader.vectors().orElseThrow().of("The harbour would be closed.")));
        assertTimeoutPreemptively(LONGEST, () -> reading.await());
        assertThat(reader.rest(LONGEST)).isTrue();
        assertThat(readers).allSatisfy(ReaderAtRestTest::waits);
    }

    private static Article article() {
        return Texts.article("Mayor Ann Hill of Bergen said on Monday that the harbour would be closed.");
    }

    private Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().start(() -> {
            work.run();
            reading.countDown();
            while (true) {
                work.run();
            }
        });
    }

    private static void waits(Thread thread) {
        assertTimeoutPreemptively(LONGEST, () -> {
            while (!isAtTheGate(thread)) {
                Thread.onSpinWait();
            }
        });
    }

    private static boolean isAtTheGate(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().contains("ReadWriteLock"));
    }
}
