package org.hearsay.app;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.hearsay.run.Parts;
import org.hearsay.run.Progress;
import org.hearsay.run.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Derive articles, claims, groups and the index again from the archive.")
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.settings();
        if (!options.folder().inUse() && !Files.isDirectory(options.folder().archive())) {
            throw Stop.configuration("there is nothing in " + options.folder().path() + " to rebuild from");
        }
        try (Installation installation = Installation.toWrite(options.folder())) {
            Parts parts = installation.parts(settings.fetching(), settings.running());
            Rebuild.Report report;
            if (Terminal.lively(options.plain)) {
                try (Terminal.Bar bar = Terminal.bar("rebuild")) {
                    report = new Rebuild(parts, bar).run();
                }
            } else {
                report = new Rebuild(parts, Progress.NONE).run();
            }
            System.err.println(report.inWords());
            return report.lost().isEmpty() && report.broken().isEmpty() ? Stop.OK : Stop.IN_PART;
        }
    }
}
