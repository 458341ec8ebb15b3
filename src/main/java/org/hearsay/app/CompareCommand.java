package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;
import org.hearsay.keep.store.Comparison;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.claim.ClaimId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Who says a claim, who says it otherwise, and who merely copied; or compare what lies in a file.")
final class CompareCommand implements Callable<Integer> {
    /** A search may find hundreds of claims; so many are looked at for what others say of them. */
    private static final int LOOKED_AT = 200;

    @Mixin
    private final Options options = new Options();

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "claims to compare, as for search")
    private List<String> words = new ArrayList<>();

    @Option(names = "--claim", paramLabel = "ID", description = "the claim, or the claim of a proposal, to compare")
    @Nullable
    private String claim;

    @Option(names = "--limit", paramLabel = "N", description = "how many comparisons at most (default: 5)")
    private int limit = 5;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--articles",
            paramLabel = "IN.jsonl",
            description =
                    "lines: {\"id\":\"…\",\"text\":\"…\",\"title\":\"…\",\"published\":\"…\"}; finds stories and copies")
    @Nullable
    private Path articles;

    @Option(
            names = "--pairs",
            paramLabel = "IN.jsonl",
            description = "lines: {\"id\":\"…\",\"a\":\"…\",\"b\":\"…\"}; tells how the two claims relate")
    @Nullable
    private Path pairs;

    @Option(names = "--out", paramLabel = "OUT.jsonl", description = "where the answers to --articles or --pairs go")
    @Nullable
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "how many to read at once (default: all cores)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1 || limit < 1) {
            throw Stop.usage("--threads and --limit are at least 1");
        }
        int asked = (articles == null ? 0 : 1)
                + (pairs == null ? 0 : 1)
                + (claim == null ? 0 : 1)
                + (words.isEmpty() ? 0 : 1);
        if (asked != 1) {
            throw Stop.usage("say what to compare: a QUERY, --claim ID, --articles IN.jsonl or --pairs IN.jsonl, one of"
                    + " them");
        }
        if (articles != null) {
            CompareBatch compared = new CompareBatch(LanguageModels.namesOnly(options.settings()), threads);
            List<String> problems = compared.articles(articles, target());
            compared.notes().forEach(Serving::say);
            return batch(problems);
        }
        if (pairs != null) {
            return batch(
                    new CompareBatch(LanguageModels.namesOnly(options.settings()), threads).pairs(pairs, target()));
        }
        try (Installation installation = Installation.toRead(options.folder())) {
            List<Comparison> found = claim == null
                    ? searched(installation)
                    : List.of(Comparison.of(
                            installation.store(),
                            installation
                                    .store()
                                    .claims()
                                    .claim(new ClaimId(claim))
                                    .orElseThrow(() -> Stop.nothing("there is no claim \"" + claim
                                            + "\" here; search and export show the ids"))));
            for (Comparison comparison : found) {
                Optional<ProposalAccounts> accounts = ProposalAccounts.of(installation.store(), comparison.about());
                System.out.print(
                        json ? ComparisonWords.line(comparison, accounts) : ComparisonWords.card(comparison, accounts));
            }
        }
        return Stop.OK;
    }

    private Path target() {
        return Optional.ofNullable(out).orElseThrow(() -> Stop.usage("--articles and --pairs need --out FILE"));
    }

    private static int batch(List<String> problems) {
        problems.forEach(Serving::say);
        return problems.isEmpty() ? Stop.OK : Stop.IN_PART;
    }

    /** One comparison for each assertion among the hits: what was shown beside an earlier hit is not shown again. */
    private List<Comparison> searched(Installation installation) {
        String typed = String.join(" ", words);
        Query query = Query.parse(typed);
        query.oddity().ifPresent(oddity -> System.err.println(oddity.caret(typed)));
        Hits hits = installation.index().search(new SearchRequest(query, In.CLAIMS, Sort.RELEVANCE, 0, LOOKED_AT));
        List<StoredClaim> claims = installation
                .store()
                .claims()
                .all(hits.hits().stream().map(hit -> new ClaimId(hit.id())).toList());
        if (claims.isEmpty()) {
            throw Stop.nothing("nothing matches " + query.understood());
        }
        Set<ClaimId> shown = new HashSet<>();
        List<Comparison> alone = new ArrayList<>();
        List<Comparison> compared = new ArrayList<>();
        for (StoredClaim found : claims) {
            if (compared.size() < limit && !shown.contains(found.claim().id())) {
                Comparison comparison = Comparison.of(installation.store(), found);
                comparison
                        .claims()
                        .forEach(told -> shown.add(told.claim().claim().id()));
                (comparison.claims().size() > 1 ? compared : alone).add(comparison);
            }
        }
        if (compared.isEmpty()) {
            System.err.println("nobody else says or disputes it");
            return alone.subList(0, Math.min(limit, alone.size()));
        }
        System.err.println(compared.size() + " compared of " + hits.total() + " found for " + query.understood()
                + (hits.total() > LOOKED_AT ? "; only the first " + LOOKED_AT + " were looked at" : ""));
        return compared;
    }
}
