package org.hearsay.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.hearsay.gather.feed.FeedReader;
import org.hearsay.gather.fetch.FetchSettings;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.LineModel;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.language.Reader;

/** All that one data folder holds, open, and what fills it from loopback. */
final class Rooms implements AutoCloseable {
    static final Path MODELS = Path.of("models");

    final Store store;
    final Archive archive;
    final LuceneIndex index;
    final Fetcher fetcher;
    final Parts parts;

    Rooms(Path folder, ArticleReader articles, Reader language, RunSettings settings) throws IOException {
        store = SqliteStore.open(folder.resolve("hearsay.db"));
        archive = Archive.open(folder.resolve("archive"));
        index = LuceneIndex.open(folder.resolve("index"));
        language.vectors().ifPresent(index::understand);
        FetchSettings polite = FetchSettings.defaults();
        fetcher = new Fetcher(
                new FetchSettings(
                        Duration.ZERO,
                        polite.timeout(),
                        polite.maxBytes(),
                        List.of("127.0.0.0/8"),
                        polite.allowEndpoints(),
                        polite.userAgent()),
                InstantSource.system());
        Comparer comparer = new Comparer().understanding(language.vectors());
        parts = new Parts(
                store,
                archive,
                Optional.of(index),
                fetcher,
                new FeedReader(),
                new PageReader(articles, language, new ClaimFinder(), comparer),
                comparer,
                InstantSource.system(),
                settings);
    }

    static ArticleReader articles() throws IOException {
        try (InputStream in = Files.newInputStream(MODELS.resolve(LineModel.FILE))) {
            return new ArticleReader(LineModel.read(in));
        }
    }

    /** The folder of real pages, where there is one. */
    static Optional<Path> pages() {
        return Optional.ofNullable(System.getenv("HEARSAY_CORPORA"))
                .map(corpora -> Path.of(corpora, "article", "fundus-dev", "html"))
                .filter(Files::isDirectory);
    }

    /** One of those pages. */
    static byte[] page(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
        index.close();
        archive.close();
        store.close();
    }
}
