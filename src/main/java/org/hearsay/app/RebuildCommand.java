package org.hearsay.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.run.Clerk;
import org.hearsay.run.Parts;
import org.hearsay.run.Progress;
import org.hearsay.run.Rebuild;
import org.hearsay.tell.json.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Derive articles, claims, groups and the index again from the archive.")
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--anyway",
            description = "also if pages are missing from the archive; what was derived from them goes")
    private boolean anyway;

    @Option(
            names = "--index",
            description = "fill the index alone again, from the store; where it is on a server, the old one is searched"
                    + " meanwhile")
    private boolean indexAlone;

    @Option(names = "--json", description = "the report as one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.settings();
        if (!options.folder().inUse() && !Files.isDirectory(options.folder().archive())) {
            throw Stop.configuration("there is nothing in " + options.folder().path() + " to rebuild from");
        }
        try (Installation installation = Installation.toWrite(options.folder())) {
            if (indexAlone) {
                return indexAlone(installation, settings);
            }
            Parts parts =
                    installation.parts(settings.fetching(), settings.running(), LanguageModels.chosenBy(settings));
            int missing = new Rebuild(parts, Progress.NONE).missing();
            if (missing > 0 && !anyway) {
                throw Stop.failed(
                        missing + " pages are missing from " + options.folder().archive()
                                + ", and a rebuild would lose what was derived from them: put the files back from a"
                                + " backup, or go without them with --anyway");
            }
            Rebuild.Report report;
            if (Terminal.lively(options.plain)) {
                try (Terminal.Bar bar = Terminal.bar("rebuild")) {
                    report = new Rebuild(parts, bar).run();
                }
            } else {
                report = new Rebuild(parts, Progress.NONE).run();
            }
            Audit.noted(installation.store(), "rebuilt", report.inWords(), () -> {});
            System.err.println(report.inWords());
            if (json) {
                System.out.print(Shapes.toLine(JsonNodeFactory.instance
                        .objectNode()
                        .put("pages", report.pages())
                        .put("articles", report.articles())
                        .put("claims", report.claims())
                        .put("lost", report.lost().size())
                        .put("broken", report.broken().size())));
            }
            return report.lost().isEmpty() && report.broken().isEmpty() ? Stop.OK : Stop.IN_PART;
        }
    }

    private static int indexAlone(Installation installation, Settings settings) {
        Parts parts = installation.parts(settings.fetching(), settings.running(), LanguageModels.chosenBy(settings));
        ClaimIndex index = parts.index().orElseThrow();
        index.startOver();
        parts.store().indexQueue().addAll();
        Clerk.catchUp(parts.store(), index);
        System.err.println(index.count(SearchRequest.In.ARTICLES) + " articles and "
                + index.count(SearchRequest.In.CLAIMS) + " claims are in the index");
        return Stop.OK;
    }
}
