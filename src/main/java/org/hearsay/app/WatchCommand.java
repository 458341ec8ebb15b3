package org.hearsay.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.hearsay.tell.json.Shapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Searches with a name, for letters: add NAME QUERY, list, test NAME, remove NAME.")
final class WatchCommand implements Callable<Integer> {
    /** What to do. */
    enum Verb {
        ADD,
        LIST,
        TEST,
        REMOVE
    }

    @Mixin
    private final Options options = new Options();

    @Parameters(index = "0", paramLabel = "add|list|test|remove", description = "what to do")
    @SuppressWarnings("NullAway.Init")
    private Verb verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "the watch's name")
    @Nullable
    private String name;

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "QUERY", description = "what it watches for")
    private List<String> words = new ArrayList<>();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Override
    public Integer call() {
        try (Installation installation =
                verb == Verb.LIST ? Installation.toRead(options.folder()) : Installation.toNote(options.folder())) {
            Watches watches = installation.store().watches();
            switch (verb) {
                case LIST -> watches.watches().forEach(known -> print(known));
                case ADD -> add(installation.store());
                case TEST -> test(installation, known(watches));
                case REMOVE -> {
                    String gone = known(watches).name();
                    Audit.noted(installation.store(), "removed a watch", gone, () -> watches.removeWatch(gone));
                }
            }
        }
        return Stop.OK;
    }

    private void add(Store store) {
        Watches watches = store.watches();
        String typed = String.join(" ", words);
        if (name == null || name.isBlank() || typed.isBlank()) {
            throw Stop.usage("write a name and a query, as in: hearsay watch add \"Rare earths\" '\"rare earth\"'");
        }
        Query query = Query.parse(typed);
        query.oddity().ifPresent(oddity -> System.err.println(oddity.caret(typed)));
        SavedWatch watch = new SavedWatch(name, typed);
        Audit.noted(store, "saved a watch", name + ": " + typed, () -> watches.save(watch));
        print(new SavedWatch(name, query.understood()));
        if (!json) {
            Instant now = InstantSource.system().instant();
            people(watches, name).forEach(line -> System.out.println("  " + RecipientCommand.inWords(line, now)));
        }
    }

    private static List<Recipient> people(Watches watches, String name) {
        return watches.recipients().stream()
                .filter(reader -> reader.watches().isEmpty() || reader.watches().contains(name))
                .toList();
    }

    private void print(SavedWatch watch) {
        System.out.print(
                json
                        ? Shapes.toLine(JsonNodeFactory.instance
                                .objectNode()
                                .put("name", watch.name())
                                .put("query", watch.query()))
                        : watch.name() + "  " + watch.query() + System.lineSeparator());
    }

    private static void test(Installation installation, SavedWatch watch) {
        Hits hits = installation
                .index()
                .search(new SearchRequest(
                        Query.parse(watch.query()), SearchRequest.In.CLAIMS, SearchRequest.Sort.NEWEST, 0, 5));
        System.out.println(hits.total() + " claims match " + watch.query());
        hits.hits()
                .forEach(hit -> installation
                        .store()
                        .claims()
                        .claim(new org.hearsay.read.claim.ClaimId(hit.id()))
                        .ifPresent(claim -> System.out.print(ClaimWords.card(claim))));
    }

    private SavedWatch known(Watches watches) {
        return watches.watch(name == null ? "" : name)
                .orElseThrow(() -> Stop.nothing("there is no watch \"" + name + "\""));
    }
}
