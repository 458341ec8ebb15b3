package org.hearsay.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.tell.json.InputLine;
import org.hearsay.tell.json.Shapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Full-text search of claims and articles: words, \"phrases\", AND OR NOT, prefix*, field:value.")
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "what to look for")
    private List<String> words = new ArrayList<>();

    @Option(names = "--in", paramLabel = "claims|articles", description = "what to search (default: claims)")
    private In in = In.CLAIMS;

    @Option(names = "--sort", paramLabel = "relevance|newest|origins", description = "which first (default: relevance)")
    private Sort sort = Sort.RELEVANCE;

    @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: 20)")
    private int limit = 20;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(names = "--like", paramLabel = "TEXT", description = "claims that may say what this text says")
    @Nullable
    private String like;

    @Option(names = "--queries", paramLabel = "IN.jsonl", description = "look for each of these texts")
    @Nullable
    private Path queries;

    @Option(names = "--out", paramLabel = "OUT.jsonl", description = "where the answers to --queries go")
    @Nullable
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > 1000) {
            throw Stop.usage("--limit " + limit + " is not from 1 to 1000");
        }
        if ((queries == null ? 0 : 1) + (like == null ? 0 : 1) + (words.isEmpty() ? 0 : 1) > 1) {
            throw Stop.usage("QUERY, --like and --queries are three ways to ask: use one of them");
        }
        if (like != null && in == In.ARTICLES) {
            throw Stop.usage("--like finds claims: leave out --in articles");
        }
        if (queries == null && like == null && words.isEmpty()) {
            throw Stop.usage("say what to look for, as in: hearsay search '\"rare earth\" source:minister'");
        }
        try (Installation installation = Installation.toRead(options.folder())) {
            if (queries == null && like == null) {
                return one(installation);
            }
            // A reader with vectors finds other words for the same; one without goes by the words.
            LanguageModels.namesOnly(options.settings()).vectors().ifPresent(installation.index()::understand);
            return queries == null ? alike(installation, like == null ? "" : like) : batch(installation, queries);
        }
    }

    private int one(Installation installation) {
        String typed = String.join(" ", words);
        Query query = Query.parse(typed);
        query.oddity().ifPresent(oddity -> System.err.println(oddity.caret(typed)));
        Hits hits = installation.index().search(new SearchRequest(query, in, sort, 0, limit));
        if (hits.hits().isEmpty()) {
            throw Stop.nothing("nothing matches " + query.understood()
                    + hits.remarks().meant().map(q -> "; did you mean: " + q).orElse(""));
        }
        for (Hits.Hit hit : hits.hits()) {
            print(installation.store(), hit);
        }
        System.err.println(hits.hits().size() + " of " + hits.total() + " for " + query.understood());
        return Stop.OK;
    }

    private int alike(Installation installation, String text) {
        Hits hits = installation.index().alike(text, limit);
        if (hits.hits().isEmpty()) {
            throw Stop.nothing("no claim is like that text");
        }
        hits.hits().forEach(hit -> print(installation.store(), hit));
        return Stop.OK;
    }

    private void print(Store store, Hits.Hit hit) {
        Optional<StoredArticle> article = store.articles().current(new ArticleId(hit.article()));
        if (in == In.ARTICLES) {
            article.ifPresent(found -> System.out.print(
                    json
                            ? Shapes.toLine(new Shapes().article(found))
                            : found.title().orElse("untitled") + "\n  " + found.outlet() + "  " + found.url() + "\n"));
            return;
        }
        Optional<StoredClaim> claim = store.claims().claim(new ClaimId(hit.id()));
        if (claim.isPresent() && article.isPresent()) {
            System.out.print(
                    json
                            ? Shapes.toLine(new Shapes().claim(claim.get(), article.get()))
                            : ClaimWords.card(claim.get()));
        }
    }

    private int batch(Installation installation, Path file) throws IOException {
        Path target = Optional.ofNullable(out).orElseThrow(() -> Stop.usage("--queries needs --out FILE"));
        List<String> bad = new ArrayList<>();
        try (BufferedWriter writer = Files.newBufferedWriter(target)) {
            int number = 0;
            for (String line : Batch.read(file)) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                switch (InputLine.sought(number, line)) {
                    case InputLine.Bad<InputLine.Sought> problem -> bad.add(file + ": " + problem.problem());
                    case InputLine.Good<InputLine.Sought> good -> {
                        List<String> ids =
                                sought(installation.index(), good.value().text());
                        writer.write(
                                Shapes.toLine(new Shapes().ranked(good.value().id(), ids)));
                    }
                }
            }
        }
        bad.forEach(Serving::say);
        return bad.isEmpty() ? Stop.OK : Stop.IN_PART;
    }

    private List<String> sought(ClaimIndex index, String text) {
        Hits hits = in == In.CLAIMS
                ? index.alike(text, limit)
                : index.search(new SearchRequest(Query.free(text), in, Sort.RELEVANCE, 0, limit));
        return hits.hits().stream().map(Hits.Hit::id).toList();
    }
}
