package org.hearsay.app;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hearsay.keep.archive.ArchiveWriteException;
import org.hearsay.keep.index.IndexAway;
import org.hearsay.keep.index.IndexDamaged;
import org.hearsay.keep.index.IndexException;
import org.hearsay.keep.index.IndexHeld;
import org.hearsay.keep.store.SqliteLibrary;
import org.hearsay.keep.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts Hearsay: one class a command. */
@Command(
        name = "hearsay",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Watches news feeds, finds who claims what, and shows where sources agree, differ or copy.")
public final class Main implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            CrawlCommand.class,
            DemoCommand.class,
            SearchCommand.class,
            CompareCommand.class,
            ExtractCommand.class,
            ExplainCommand.class,
            FeedsCommand.class,
            DigestCommand.class,
            WatchCommand.class,
            RecipientCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            RebuildCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MigrateCommand.class,
            DoctorCommand.class,
            AuditCommand.class,
            TrainCommand.class,
            EvaluateCommand.class);
    /** All that may stand where a command does. */
    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Main() {}

    /** Runs one command and ends with its code. */
    public static void main(String[] args) {
        Ending.answersSignals();
        endWithTheBuildThatStartedUs();
        SqliteLibrary.in(Installation.home().resolve("lib"));
        // Data leaves as UTF-8 whatever the machine's locale is.
        System.setOut(new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8));
        int code = run(args);
        System.out.flush();
        Ending.exit(code);
    }

    /** Runs one command in this process. @return its exit code */
    static int run(String... args) {
        Logging.show(Level.WARN);
        if (args.length > 0 && args[0].startsWith("-") && !OWN_OPTIONS.contains(args[0])) {
            return say(misplaced(args), Stop.USAGE);
        }
        try {
            return commandLine(args).execute(args);
        } catch (OutOfMemoryError e) {
            return say("the memory is full: give Java more, as with HEARSAY_OPTS=-Xmx4g", Stop.FAILED);
        }
    }

    private static String misplaced(String... args) {
        String option = args[0].replaceFirst("=.*", "");
        String command = Arrays.stream(args)
                .filter(arg -> COMMANDS.stream().anyMatch(known -> nameOf(known).equals(arg)))
                .findFirst()
                .orElse("search");
        return option + " stands before the command: options come after it, as in: hearsay " + command + " " + option
                + " … (hearsay --help names the commands)";
    }

    /** The commands, to be run or to be written about. */
    static CommandLine commandLine() {
        return with(COMMANDS);
    }

    /** The one command that is named, for to make all of them takes a tenth of the time of a search; else all. */
    private static CommandLine commandLine(String... args) {
        return COMMANDS.stream()
                .filter(command -> args.length > 0 && nameOf(command).equals(args[0]))
                .findFirst()
                .map(command -> with(List.of(command)))
                .orElseGet(Main::commandLine);
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static CommandLine with(List<Class<?>> commands) {
        CommandLine all = new CommandLine(new Main());
        commands.forEach(command -> all.addSubcommand(nameOf(command), command));
        return all.setExecutionExceptionHandler(Main::fault).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int fault(Exception fault, CommandLine commandLine, CommandLine.ParseResult parsed) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                // A signal came while a file was being read or written; nothing is wrong with the file.
                return fault(new InterruptedException(), commandLine, parsed);
            }
        }
        int code = codeOf(fault);
        return switch (fault) {
            case Stop stop -> say(stop.getMessage(), code);
            case StoreException broken -> say(broken.getMessage(), code);
            case IndexException broken -> say(broken.getMessage(), code);
            case UncheckedIOException broken -> say(broken.getMessage(), code);
            case FileSystemException broken -> say(broken.getFile() + " cannot be used: " + Reasons.of(broken), code);
            case IOException broken -> say(broken.toString(), code);
            case InterruptedException interrupted -> say("interrupted; what was taken up is kept", code);
            default -> {
                fault.printStackTrace();
                yield say("this is a fault of Hearsay's own; nothing that was kept is lost", code);
            }
        };
    }

    /** The code that a command ends with after this: what lies in the data folder is the user's to mend. */
    static int codeOf(Throwable fault) {
        return switch (fault) {
            case Stop stop -> stop.code();
            case StoreException broken -> Stop.CONFIGURATION;
            case ArchiveWriteException broken -> Stop.CONFIGURATION;
            case IndexAway away -> Stop.LATER;
            case IndexHeld held -> Stop.LATER;
            case IndexDamaged damaged -> Stop.FAILED;
            case IndexException broken -> Stop.CONFIGURATION;
            case InterruptedException interrupted -> Stop.LATER;
            default -> Stop.FAILED;
        };
    }

    static int say(@org.jspecify.annotations.Nullable String words, int code) {
        System.err.println("hearsay: " + words);
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /** The version that the jar was built with. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"hearsay " + (version == null ? "from a source tree" : version)};
        }
    }

    /**
     * {@code mvn exec:exec} passes no signal on to what it runs, so a killed Maven would leave the program behind with
     * its port and its data folder. The build starts it with {@code -Dhearsay.tethered=true}, and then it ends, through
     * all that {@link Ending} waits for, as soon as its parent process has.
     */
    private static void endWithTheBuildThatStartedUs() {
        if (Boolean.getBoolean("hearsay.tethered")) {
            // 143 is what a process ended by SIGTERM leaves.
            var unused = ProcessHandle.current()
                    .parent()
                    .map(parent -> parent.onExit().thenRun(() -> Ending.exit(143)));
        }
    }
}
