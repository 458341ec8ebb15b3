package org.hearsay.app;

import ch.qos.logback.classic.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.tell.json.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what is wrong with this installation, and how to mend it; changes nothing.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(names = "--json", description = "one JSON object a check")
    private boolean json;

    @Override
    public Integer call() {
        // What the log would say is in the findings.
        Logging.show(Level.OFF);
        List<Finding> findings = Doctor.findings(options, InstantSource.system());
        findings.forEach(finding ->
                System.out.print(json ? Shapes.toLine(finding.asJson()) : finding.inWords() + System.lineSeparator()));
        return findings.stream().anyMatch(Finding::isBad) ? Stop.FAILED : Stop.OK;
    }
}
