package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedList;
import org.hearsay.gather.fetch.FetchSettings;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.Entry;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Reader;
import org.hearsay.read.language.Reading;
import org.hearsay.run.Crawl;
import org.hearsay.run.CrawlReport;
import org.hearsay.run.Parts;
import org.hearsay.run.Progress;
import org.hearsay.run.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page on which a reader fails, in whatever way, costs that page and no other, and its bytes are kept. */
class BrokenReaderTest {
    private static final String WORDS =
            " The mayor of Altania said on Monday that the old bridge over the river will be"
                    + " closed for three weeks from May, because its beams have rusted faster than the council was told.";

    @TempDir
    private Path folder;

    /** Reads, but fails on pages that say so. */
    private record Frail(Reader reader, CountDownLatch end) implements Reader {
        @Override
        public Reading read(Article article) {
            String text = article.text();
            if (text.contains("Throwing")) {
                throw new IllegalStateException("a fault of ours");
            }
            if (text.contains("Looping")) {
                awaitDeaf(end);
            }
            if (text.contains("Eating")) {
                // More at once than there can be, so that nothing is taken from the other tests.
                long[] eaten = new long[Integer.MAX_VALUE];
                assertThat(eaten).isNotEmpty();
            }
            return reader.read(article);
        }

        /** Deaf to interrupts, as a loop of our own is. */
        private static void awaitDeaf(CountDownLatch end) {
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    continue;
                }
            }
        }

        @Override
        public Reading read(Article article, List<List<Span>> words) {
            return reader.read(article, words);
        }

        @Override
        public String description() {
            return reader.description();
        }
    }

    @Test
    void aPageThatBreaksItsReaderCostsNoOther() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (PaperSite site = PaperSite.open();
                Installation installation =
                        Installation.toWrite(DataFolder.at(Optional.of(folder.resolve("data")), Map.of()))) {
            // More that loop than there are readers, and before all others.
            for (int i = 0; i < 3; i++) {
                publish(site, "looping" + i, "Looping " + i);
            }
            publish(site, "throwing", "Throwing");
            publish(site, "eating", "Eating");
            publish(site, "well", "Well");
            RunSettings defaults = RunSettings.defaults();
            RunSettings running = new RunSettings(
                    defaults.every(),
                    defaults.least(),
                    defaults.backoff(),
                    defaults.backoffMax(),
                    defaults.lookAgain(),
                    defaults.hostsAtOnce(),
                    2,
                    Duration.ofSeconds(2));
            FetchSettings polite = FetchSettings.defaults();
            FetchSettings fetching = new FetchSettings(
                    Duration.ZERO,
                    polite.timeout(),
                    polite.maxBytes(),
                    List.of("127.0.0.0/8"),
                    polite.allowEndpoints(),
                    polite.userAgent());
            Parts parts = installation.parts(fetching, running, new Frail(light(), end));
            List<Feed> feeds =
                    FeedList.parse(String.join("\n", site.feedLines())).feeds();
            CrawlReport report = new Crawl(parts, feeds, Progress.NONE).once();

            assertThat(report.endings()).containsEntry(Ending.BROKEN, 5).containsEntry(Ending.NEW, 1);
            assertThat(parts.store().pages().all())
                    .as("what could not be read is kept")
                    .hasSize(6);
            Entry looping = parts.store()
                    .feeds()
                    .entries(PageUrl.of(site.root("looping0") + "/rss.xml"), 1)
                    .getFirst();
            assertThat(looping.problem().orElse("")).contains("longer than any page should");
            assertThat(looping.nextTry()).isPresent();
            Entry eating = parts.store()
                    .feeds()
                    .entries(PageUrl.of(site.root("eating") + "/rss.xml"), 1)
                    .getFirst();
            assertThat(eating.problem().orElse("")).contains("OutOfMemoryError");
        } finally {
            end.countDown();
        }
    }

    private Reader light() {
        return LanguageModels.chosenBy(
                Settings.read(Map.of("reader", "light"), Map.of(), folder.resolve("no.properties")));
    }

    private static void publish(PaperSite site, String outlet, String title) {
        String html = "<!doctype html><html><head><title>" + title + "</title></head><body><article><h1>" + title
                + "</h1><p>" + title + "." + WORDS + "</p><p>" + WORDS + "</p></article></body></html>";
        site.publish(outlet, "/" + outlet, title, html.getBytes(UTF_8));
    }
}
