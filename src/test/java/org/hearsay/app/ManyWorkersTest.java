package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.PostgresServer;
import org.hearsay.keep.store.PostgresStore;
import org.hearsay.read.article.ArticleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one PostgreSQL: what one of them leaves behind the others finish, and nothing is done twice. */
class ManyWorkersTest {
    /** {@code -Dhearsay.test.hosts=2000} makes the measurement of the documentation of it. */
    private static final int HOSTS = Integer.getInteger("hearsay.test.hosts", 200);

    private static final int ARTICLES = 1;
    private static final Duration LONGEST = Duration.ofMinutes(5).plusMillis(HOSTS * 500L);

    @TempDir
    private Path folder;

    @Test
    void theHostsOfAWorkerThatIsKilledAreTakenOverWithinAMinuteAndNoneIsVisitedTwiceAtOnce() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                ManyHosts site = ManyHosts.open(HOSTS, ARTICLES)) {
            String url = server.database();
            Child child = child(site, url);
            Child.Running killed = worker(child, "first");
            Child.Running other = worker(child, "second");
            try {
                until(
                        "half of the hosts visited, and some by the worker that is killed",
                        () -> site.visited() >= HOSTS / 2
                                && !unfinished(site, "first").isEmpty(),
                        other);
                killed.process().destroyForcibly().waitFor();
                long death = System.nanoTime();
                Set<String> left = unfinished(site, "first");
                assertThat(left).as("hosts that the killed worker was at").isNotEmpty();
                until("all articles asked for", () -> pages(site).size() == HOSTS * ARTICLES, other);
                Duration longest = Duration.ofNanos(site.log().stream()
                        .filter(asked ->
                                left.contains(asked.host()) && asked.worker().equals("second"))
                        .collect(Collectors.groupingBy(ManyHosts.Asked::host))
                        .values()
                        .stream()
                        .mapToLong(all -> all.stream()
                                        .mapToLong(ManyHosts.Asked::from)
                                        .min()
                                        .orElseThrow()
                                - death)
                        .max()
                        .orElseThrow());
                System.out.println("took over " + left.size() + " hosts, the last after " + longest);
                assertThat(longest).isLessThan(Duration.ofSeconds(60));
                assertThat(other.err()).contains("took over host=127.50.");
                try (PostgresStore store = PostgresStore.open(url, Optional.empty())) {
                    until("all articles filed", () -> ended(store) == HOSTS * ARTICLES, other);
                    everyEntryIsThereOnce(store);
                }
            } finally {
                end(killed, other);
            }
            assertThat(site.visited()).isEqualTo(HOSTS);
            assertThat(site.twiceAtOnce()).isEmpty();
        }
    }

    @Test
    void workersWaitForADatabaseThatIsStoppedAndLoseNothing() throws Exception {
        int hosts = HOSTS / 4;
        try (PostgresServer server = PostgresServer.start();
                ManyHosts site = ManyHosts.open(hosts, ARTICLES)) {
            String url = server.database();
            Child child = child(site, url);
            Child.Running first = worker(child, "first");
            Child.Running second = worker(child, "second");
            try {
                until(
                        "both at work and a third of the articles asked for",
                        () -> isAtWork(first) && isAtWork(second) && pages(site).size() > hosts * ARTICLES / 3,
                        first,
                        second);
                Set<ArticleId> before;
                try (PostgresStore store = PostgresStore.open(url, Optional.empty())) {
                    before = articles(store);
                }
                server.down();
                until("a worker waits", () -> waits(first) || waits(second), first, second);
                Instant away = Instant.now().plusSeconds(Integer.getInteger("hearsay.test.away", 0));
                until("away for long enough", () -> !Instant.now().isBefore(away), first, second);
                server.up();
                try (PostgresStore store = PostgresStore.open(url, Optional.empty())) {
                    until("all articles filed", () -> ended(store) == hosts * ARTICLES, first, second);
                    assertThat(articles(store)).containsAll(before).hasSize(hosts * ARTICLES);
                    assertThat(store.pages().all()).hasSize(hosts * ARTICLES);
                    assertThat(store.feeds().endings()).containsOnlyKeys(Ending.NEW);
                }
            } finally {
                end(first, second);
            }
            assertThat(site.twiceAtOnce()).isEmpty();
        }
    }

    private Child child(ManyHosts site, String url) throws IOException {
        Files.write(folder.resolve("feeds.txt"), site.feedLines());
        return new Child(folder)
                .with("HEARSAY_FETCH_ALLOW", "127.0.0.0/8")
                // Long enough that a worker is at a host whenever it is looked at.
                .with("HEARSAY_FETCH_DELAY", "2s")
                .with("HEARSAY_READER", "light")
                .with("HEARSAY_STORE_URL", url);
    }

    private Child.Running worker(Child child, String name) throws IOException {
        return child.start(
                "serve",
                "--role",
                "crawl",
                "--data",
                folder.resolve(name).toString(),
                "--feeds",
                folder.resolve("feeds.txt").toString(),
                "--set",
                "fetch.user-agent=" + name);
    }

    /** Hosts of which this worker had the feed and not yet all articles when the log ended. */
    private static Set<String> unfinished(ManyHosts site, String worker) {
        List<ManyHosts.Asked> log = site.log();
        Set<String> hosts = new HashSet<>();
        for (ManyHosts.Asked asked : log) {
            boolean all = log.stream()
                            .filter(other -> other.host().equals(asked.host())
                                    && other.path().startsWith("/a"))
                            .count()
                    >= ARTICLES;
            if (asked.worker().equals(worker) && !all) {
                hosts.add(asked.host());
            }
        }
        return hosts;
    }

    private static Set<String> pages(ManyHosts site) {
        return site.log().stream()
                .filter(asked -> asked.path().startsWith("/a"))
                .map(asked -> asked.host() + asked.path())
                .collect(Collectors.toSet());
    }

    private static int ended(PostgresStore store) {
        return store.feeds().endings().entrySet().stream()
                .filter(ending -> ending.getKey() != Ending.WAITING)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Set<ArticleId> articles(PostgresStore store) {
        Set<ArticleId> ids = new HashSet<>();
        store.articles().latest(Integer.MAX_VALUE).forEach(article -> ids.add(article.id()));
        return ids;
    }

    private static void everyEntryIsThereOnce(PostgresStore store) {
        assertThat(store.feeds().endings()).containsOnlyKeys(Ending.NEW);
        assertThat(store.feeds().endings().get(Ending.NEW)).isEqualTo(HOSTS * ARTICLES);
        assertThat(store.articles().count()).isEqualTo(HOSTS * ARTICLES);
        assertThat(store.pages().all()).hasSize(HOSTS * ARTICLES);
    }

    private static boolean isAtWork(Child.Running worker) throws IOException {
        return worker.err().contains("at work as crawl");
    }

    private static boolean waits(Child.Running worker) throws IOException {
        return worker.err().contains("waiting for database");
    }

    private static void until(String what, Callable<Boolean> met, Child.Running... alive) throws Exception {
        alive[0].until(what, LONGEST, () -> {
            for (Child.Running running : alive) {
                assertThat(running.process().isAlive())
                        .as(what + "\n" + running.err())
                        .isTrue();
            }
            return met.call() ? Optional.of(true) : Optional.empty();
        });
    }

    private static void end(Child.Running... workers) throws InterruptedException {
        for (Child.Running worker : workers) {
            worker.process().destroy();
        }
        for (Child.Running worker : workers) {
            worker.process().waitFor();
        }
    }
}
