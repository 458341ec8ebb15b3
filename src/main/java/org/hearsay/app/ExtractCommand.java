package org.hearsay.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.Fetcher;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Hints;
import org.hearsay.tell.json.Shapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Read pages or texts into article, names and claims, without storing anything.")
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(arity = "0..*", paramLabel = "FILE|URL", description = "pages; a .txt file is a text, a block a line")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--list", paramLabel = "LIST", description = "lines: id TAB path TAB url")
    @Nullable
    private Path list;

    @Option(names = "--texts", paramLabel = "IN.jsonl", description = "lines: {\"id\":\"…\",\"text\":\"…\"}")
    @Nullable
    private Path texts;

    @Option(names = "--out", paramLabel = "OUT", description = "where the answers to --list or --texts go")
    @Nullable
    private Path out;

    @Option(names = "--until", paramLabel = "article|names|claims", description = "how far to read (default: claims)")
    private Extractor.Until until = Extractor.Until.CLAIMS;

    @Option(names = "--url", paramLabel = "URL", description = "the address of a page given as a file")
    @Nullable
    private String url;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "how many to read at once (default: all cores)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw Stop.usage("--threads " + threads + " is less than 1");
        }
        Extractor extractor = Extractor.until(until, options.settings());
        if (list != null) {
            return batch(extractor, Batch.pages(list));
        }
        if (texts != null) {
            return batch(extractor, Batch.texts(texts));
        }
        if (inputs.isEmpty()) {
            throw Stop.usage("name a file or an address, or use --list or --texts");
        }
        int failed = 0;
        for (String input : inputs) {
            failed += one(extractor, input) ? 0 : 1;
        }
        return failed == 0 ? Stop.OK : failed == inputs.size() ? Stop.FAILED : Stop.IN_PART;
    }

    private boolean one(Extractor extractor, String input) throws InterruptedException {
        Optional<PageUrl> address = input.matches("(?i)https?://.*") ? PageUrl.parse(input) : Optional.empty();
        Extractor.Extracted extracted;
        try {
            if (address.isPresent()) {
                Optional<Extractor.Extracted> fetched = fetch(extractor, address.get());
                if (fetched.isEmpty()) {
                    return false;
                }
                extracted = fetched.get();
            } else if (input.endsWith(".txt")) {
                extracted = extractor.text(Extractor.textFrom(Path.of(input)));
            } else {
                extracted =
                        extractor.page(input, Extractor.fromFile(Path.of(input), Optional.ofNullable(url)), Hints.NONE);
            }
        } catch (IOException e) {
            Serving.say(input + " cannot be read: " + Reasons.of(e));
            return false;
        }
        System.out.print(json ? Shapes.toLine(extracted.json()) : extracted.inWords());
        return true;
    }

    private Optional<Extractor.Extracted> fetch(Extractor extractor, PageUrl address) throws InterruptedException {
        try (Fetcher fetcher = new Fetcher(options.settings().fetching(), InstantSource.system())) {
            return switch (fetcher.page(address, Validators.NONE)) {
                case FetchOutcome.Fetched fetched ->
                    Optional.of(extractor.page(address.text(), fetched.page(), Hints.NONE));
                case FetchOutcome.Unchanged unchanged -> Optional.empty();
                case FetchOutcome.Declined declined -> {
                    Serving.say(address + " is not fetched: " + declined.detail());
                    yield Optional.empty();
                }
                case FetchOutcome.Failed failed -> {
                    Serving.say(address + " cannot be fetched: " + failed.detail());
                    yield Optional.empty();
                }
            };
        }
    }

    private int batch(Extractor extractor, Batch batch) throws IOException, InterruptedException {
        Path target = Optional.ofNullable(out).orElseThrow(() -> Stop.usage("--list and --texts need --out FILE"));
        try (BufferedWriter writer = Files.newBufferedWriter(target)) {
            Batch.Result result;
            if (Terminal.lively(options.plain)) {
                try (Terminal.Bar bar = Terminal.bar("extract")) {
                    bar.expect(batch.size());
                    result = batch.run(extractor, threads, writer, bar::step);
                }
            } else {
                result = batch.run(extractor, threads, writer, () -> {});
            }
            result.problems().forEach(Serving::say);
            System.err.println(result.inWords());
            return result.problems().isEmpty() ? Stop.OK : Stop.IN_PART;
        }
    }
}
