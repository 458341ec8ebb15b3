package org.hearsay.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.tell.json.Csv;
import org.hearsay.tell.json.Shapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write feeds, articles, claims or groups as JSON Lines or CSV.")
final class ExportCommand implements Callable<Integer> {
    /** What can be exported. */
    enum Kind {
        FEEDS,
        ARTICLES,
        CLAIMS,
        GROUPS
    }

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "feeds|articles|claims|groups", description = "what to write")
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @Option(names = "--csv", description = "CSV instead of JSON Lines")
    private boolean csv;

    @Option(names = "--json", description = "JSON Lines (the default)")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "where to (default: stdout)")
    @Nullable
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (csv && json) {
            throw Stop.usage("--csv and --json are one or the other");
        }
        try (Installation installation = Installation.toRead(options.folder());
                Writer writer = out == null
                        ? new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))
                        : Files.newBufferedWriter(out)) {
            if (csv) {
                writer.write(Csv.header(columns()));
            }
            each(installation.store(), node -> {
                try {
                    writer.write(csv ? Csv.row(node, columns()) : Shapes.toLine(node));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return Stop.OK;
    }

    private List<String> columns() {
        return switch (kind) {
            case FEEDS -> Csv.FEEDS;
            case ARTICLES -> Csv.ARTICLES;
            case CLAIMS -> Csv.CLAIMS;
            case GROUPS -> Csv.GROUPS;
        };
    }

    private void each(Store store, Consumer<JsonNode> to) {
        Shapes shapes = new Shapes();
        switch (kind) {
            case FEEDS -> {
                Instant now = store.clock().instant();
                for (FeedState state : store.feeds().states()) {
                    FeedVolume volume = store.feeds().volume(state.feed(), now);
                    to.accept(shapes.feed(state, FeedHealth.of(state, false, volume, now), now));
                }
            }
            case ARTICLES -> {
                Dropped dropped = new Dropped(store);
                store.articles()
                        .each(article -> to.accept(Shapes.pageOf(shapes.article(article), dropped.since(article))));
            }
            case CLAIMS -> {
                Dropped dropped = new Dropped(store);
                Map<ArticleId, Optional<StoredArticle>> articles = new HashMap<>();
                store.claims()
                        .each(claim -> articles.computeIfAbsent(
                                        claim.article(), id -> store.articles().current(id))
                                .ifPresent(article -> to.accept(
                                        Shapes.pageOf(shapes.claim(claim, article), dropped.since(article)))));
            }
            case GROUPS -> groups(store, shapes, to);
        }
    }

    /** Since when pages are gone, asked of the store only where files were dropped at all. */
    private record Dropped(Store store, Set<String> files) {
        Dropped(Store store) {
            this(store, Set.copyOf(store.pages().droppedFiles()));
        }

        Optional<Instant> since(StoredArticle article) {
            return files.contains(article.kept().file()) ? store.pages().dropped(article.kept()) : Optional.empty();
        }
    }

    private static void groups(Store store, Shapes shapes, Consumer<JsonNode> to) {
        Map<GroupId, List<String>> stories = new TreeMap<>();
        Map<GroupId, List<String>> origins = new TreeMap<>();
        store.articles().each(article -> {
            stories.computeIfAbsent(article.story(), id -> new ArrayList<>())
                    .add(article.id().text());
            origins.computeIfAbsent(article.origin(), id -> new ArrayList<>())
                    .add(article.id().text());
        });
        Map<GroupId, List<StoredClaim>> claims = new TreeMap<>();
        store.claims()
                .each(claim -> claims.computeIfAbsent(claim.group(), id -> new ArrayList<>())
                        .add(claim));
        stories.forEach((id, members) -> to.accept(shapes.group(id, Shapes.GroupKind.STORY, members, List.of())));
        origins.forEach((id, members) -> to.accept(shapes.group(id, Shapes.GroupKind.ORIGIN, members, List.of())));
        claims.forEach((id, members) -> to.accept(shapes.group(
                id,
                Shapes.GroupKind.CLAIM,
                members.stream().map(claim -> claim.claim().id().text()).toList(),
                differences(store, members))));
    }

    private static List<Shapes.Between> differences(Store store, List<StoredClaim> members) {
        List<Shapes.Between> differences = new ArrayList<>();
        for (StoredClaim member : members) {
            for (Claims.Related related :
                    store.claims().relations(member.claim().id())) {
                // Each pair is told once, by its smaller side.
                if (member.claim().id().compareTo(related.other().claim().id()) < 0) {
                    related.relation()
                            .differences()
                            .forEach(difference -> differences.add(new Shapes.Between(
                                    member.claim().id(), related.other().claim().id(), difference)));
                }
            }
        }
        return differences;
    }
}
