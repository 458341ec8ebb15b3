package org.hearsay.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.keep.store.Deeds.Deed;
import org.hearsay.tell.json.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "List what people changed, the newest first: when, who, what.")
final class AuditCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: ${DEFAULT-VALUE})")
    private int limit = 100;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Stop.usage("--limit " + limit + " is no number from 1 on");
        }
        try (Installation installation = Installation.toRead(options.folder())) {
            List<Deed> deeds = installation.store().deeds().latest(limit);
            deeds.forEach(deed -> System.out.print(json ? Shapes.toLine(Shapes.deed(deed)) : inWords(deed)));
            return deeds.isEmpty() ? Stop.NOTHING : Stop.OK;
        }
    }

    private static String inWords(Deed deed) {
        return deed.at() + "  " + deed.who() + "  " + deed.what()
                + (deed.about().isEmpty() ? "" : ": " + deed.about()) + System.lineSeparator();
    }
}
