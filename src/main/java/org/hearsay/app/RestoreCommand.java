package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Put a backup into the data folder and make the index; end \"hearsay serve\" first.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FROM", description = "what \"hearsay backup\" made")
    @SuppressWarnings("NullAway.Init")
    private Path from;

    @Option(
            names = "--replace",
            description = "also into a folder that is not empty; what is there is put aside in it, not deleted")
    private boolean replace;

    @Override
    public Integer call() {
        DataFolder folder = options.folder();
        try {
            Restore.Done done = Restore.from(from, folder, replace, Instant.now());
            Audit.note(folder, "restored a backup", from.toString());
            Serving.say("put " + from + " into "
                    + folder.elsewhere()
                            .map(database -> database + ", its pages into " + folder.archive())
                            .orElseGet(folder.path()::toString));
            done.before().ifPresent(path -> Serving.say("what was there before is in " + path));
            for (String reader : done.served()) {
                Serving.say("no more letter today for " + reader + ": it may have gone out since that backup was made;"
                        + " \"hearsay digest send\" sends it all the same");
            }
            Serving.say("the next letters tell again what was told since that backup was made");
        } catch (IOException e) {
            throw Stop.failed("nothing was restored from " + from + ": " + Reasons.of(e));
        }
        return Stop.OK;
    }
}
