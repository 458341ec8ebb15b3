package org.hearsay.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Show what a feed would bring: its entries and three of its articles. Stores nothing.")
final class FeedsPreview implements Callable<Integer> {
    private static final int ENTRIES = 20;
    private static final int ARTICLES = 3;
    private static final int START = 300;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "URL", description = "a feed, or any page of a site")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Override
    public Integer call() throws InterruptedException {
        PageUrl url = FeedsAdd.address(address);
        try (Fetcher fetcher = new Fetcher(options.settings().fetching(), InstantSource.system())) {
            List<FeedFinder.Found> found = new FeedFinder(fetcher, FeedsAdd.credentials(address), Serving::say).at(url);
            if (found.isEmpty()) {
                throw Stop.nothing("no feed was found at " + url + "; name the feed's own address if you know it");
            }
            FeedFinder.Found best = found.getFirst();
            System.out.println(best.url() + "\n  " + FeedsAdd.inWords(best) + ", read "
                    + best.feed().stage());
            best.feed().problems().forEach(problem -> System.out.println("  note: " + problem));
            found.stream().skip(1).forEach(other -> System.out.println("  also there: " + other.url()));
            List<FeedEntry> entries = best.feed().entries();
            entries.stream().limit(ENTRIES).forEach(entry -> System.out.println(inWords(entry)));
            if (entries.size() > ENTRIES) {
                System.out.println("… and " + (entries.size() - ENTRIES) + " more");
            }
            return articles(fetcher, entries) ? Stop.OK : Stop.IN_PART;
        }
    }

    private static String inWords(FeedEntry entry) {
        String date = entry.published()
                .or(entry::updated)
                .map(Instant::toString)
                .orElse("no date")
                .concat(entry.doubt().filter(FeedEntry.Doubt::zoneAssumed).isPresent() ? " (zone assumed)" : "")
                .concat(entry.doubt().filter(FeedEntry.Doubt::future).isPresent() ? " (in the future)" : "");
        String authors = entry.authors().isEmpty() ? "" : ", by " + String.join(", ", entry.authors());
        return "- " + entry.title().orElse("(no title)") + "\n    " + date + authors + "\n    "
                + entry.address().orElse("(no link)");
    }

    private static boolean articles(Fetcher fetcher, List<FeedEntry> entries) throws InterruptedException {
        boolean fine = true;
        int shown = 0;
        ArticleReader reader = Installation.articles();
        for (FeedEntry entry : entries) {
            Optional<PageUrl> link = entry.link();
            if (link.isEmpty() || shown == ARTICLES) {
                continue;
            }
            shown++;
            System.out.println("\n" + link.get());
            fine &= switch (fetcher.page(link.get(), Validators.NONE)) {
                case FetchOutcome.Fetched fetched -> article(reader.read(fetched.page(), hints(entry)));
                case FetchOutcome.Unchanged unchanged -> problem("unchanged");
                case FetchOutcome.Declined declined -> problem("not asked: " + declined.detail());
                case FetchOutcome.Failed failed -> problem("failed: " + failed.detail());
            };
        }
        return fine;
    }

    private static boolean article(Extraction extraction) {
        return switch (extraction) {
            case Extraction.Readable readable -> article(readable.article());
            case Extraction.Unreadable no -> problem("no article can be read there: " + no.detail());
        };
    }

    private static Hints hints(FeedEntry entry) {
        return new Hints(Optional.empty(), entry.title(), entry.summary(), entry.published(), Optional.empty());
    }

    private static boolean article(Article article) {
        System.out.println("  " + article.title().orElse("(no title)"));
        System.out.println("  " + article.outlet()
                + article.published().map(dated -> ", " + dated).orElse("")
                + (article.authors().isEmpty() ? "" : ", by " + String.join(", ", article.authors())) + ", "
                + article.text().length() + " characters");
        String text = article.text();
        int end = text.length() <= START ? text.length() : text.offsetByCodePoints(0, text.codePointCount(0, START));
        System.out.println("  " + text.substring(0, end).replace("\n", "\n  ") + (end < text.length() ? "…" : ""));
        return true;
    }

    private static boolean problem(String words) {
        System.out.println("  " + words);
        return false;
    }
}
