package org.hearsay.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hearsay.tell.json.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copy the data folder, also while \"hearsay serve\" runs; \"hearsay restore\" puts it back.")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "DIR|FILE.zip", description = "a new folder, or a new file whose name ends in .zip")
    @SuppressWarnings("NullAway.Init")
    private Path target;

    @Option(names = "--json", description = "what was copied as one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() {
        DataFolder folder = options.folder();
        if (!folder.inUse()) {
            throw Stop.configuration("there is nothing in " + folder.path() + " to copy: name a folder with --data");
        }
        Backup.Made made;
        try {
            made = Backup.make(folder, target);
        } catch (IOException e) {
            throw Stop.failed("no backup was made in " + target + ": " + Reasons.of(e));
        }
        Serving.say(String.format(
                Locale.ROOT,
                "copied %d articles and %d claims to %s (%d files, %,d KB)",
                made.articles(),
                made.claims(),
                target,
                made.files(),
                made.bytes() >> 10));
        if (json) {
            System.out.print(Shapes.toLine(JsonNodeFactory.instance
                    .objectNode()
                    .put("to", target.toString())
                    .put("files", made.files())
                    .put("bytes", made.bytes())
                    .put("articles", made.articles())
                    .put("claims", made.claims())));
        }
        return Stop.OK;
    }
}
