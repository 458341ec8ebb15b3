package org.hearsay.app;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.run.Clerk;
import org.hearsay.run.Import;
import org.hearsay.run.Parts;
import org.hearsay.run.Progress;
import org.hearsay.tell.json.Shapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take in pages of WARC files or articles of JSON Lines, as a crawl would; what is here already is"
                + " passed over.")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "a WARC file (.warc, .warc.gz), or lines of {\"url\" or \"id\",\"title\",\"outlet\",\"published\","
                            + "\"text\"} as \"export articles\" writes them (also .gz)")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--claims",
            paramLabel = "IN.jsonl",
            description =
                    "claims to search and no more: lines of {\"id\":\"…\",\"text\":\"…\",\"title\":\"…\"}; a known id"
                            + " is passed over, and a rebuild forgets them, since no page of the archive says them")
    @Nullable
    private Path claims;

    @Option(names = "--json", description = "the report as one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if ((claims == null) == files.isEmpty()) {
            throw Stop.usage("say what to take in: hearsay import FILE…, or hearsay import --claims IN.jsonl");
        }
        for (Path file : files) {
            ImportedFiles.check(file);
        }
        Settings settings = options.settings();
        boolean lively = Terminal.lively(options.plain);
        Logging.show(lively ? Level.ERROR : options.verbose ? Level.DEBUG : Level.WARN);
        try (Installation installation = Installation.toWrite(options.folder())) {
            Parts parts =
                    installation.parts(settings.fetching(), settings.running(), LanguageModels.chosenBy(settings));
            if (!lively) {
                return take(parts, Progress.NONE, () -> {});
            }
            try (Terminal.Bar bar = Terminal.bar("import")) {
                return take(parts, bar, bar::step);
            }
        }
    }

    private int take(Parts parts, Progress progress, Runnable step) throws IOException, InterruptedException {
        CrawlCommand.finishRebuild(parts, progress);
        return claims == null ? files(parts, progress) : claims(parts, claims, step);
    }

    private int claims(Parts parts, Path file, Runnable step) throws InterruptedException {
        ReadyClaims ready = new ReadyClaims(parts.store());
        ready.take(file, step);
        Audit.noted(parts.store(), "imported claims", ready.taken() + " claims of " + file, () -> {});
        Clerk.start(parts.store(), parts.index().orElseThrow()).drain();
        return end(
                ready.taken() + " claims taken in",
                JsonNodeFactory.instance.objectNode().put("claims", ready.taken()),
                ready.bad());
    }

    private int files(Parts parts, Progress progress) throws IOException, InterruptedException {
        try (Import taking = new Import(parts, progress)) {
            ImportedFiles imported = new ImportedFiles(taking, parts.clock());
            for (Path file : files) {
                imported.take(file);
            }
            Import.Report report = taking.finish();
            Audit.noted(parts.store(), "imported files", files.size() + " files", () -> {});
            return end(imported.inWords(report), imported.json(report), imported.problems());
        }
    }

    private int end(String words, ObjectNode report, List<String> problems) {
        problems.forEach(Serving::say);
        System.err.println(words);
        if (json) {
            System.out.print(Shapes.toLine(report.put("problems", problems.size())));
        }
        return problems.isEmpty() ? Stop.OK : Stop.IN_PART;
    }
}
