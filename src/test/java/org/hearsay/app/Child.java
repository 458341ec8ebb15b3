package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hearsay as a process of its own, as a user starts it: for tests of what leaves it, and of what kills it. */
final class Child {
    private static final Pattern ROOM = Pattern.compile("reading room at (http://127\\.0\\.0\\.1:\\d+)");

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> options = new ArrayList<>();

    /** @param folder takes what the processes write to stdout and stderr */
    Child(Path folder) {
        this.folder = folder;
    }

    /** A variable of its environment, for all processes that are started after this. */
    Child with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** An option of its Java machine, which wins over the usual ones. */
    Child withOption(String option) {
        options.add(option);
        return this;
    }

    /** What a process left behind. */
    record Ended(int code, String out, String err) {}

    /** Runs a command to its end. */
    Ended run(String... args) throws IOException, InterruptedException {
        Running running = start(args);
        if (!running.process().waitFor(4, TimeUnit.MINUTES)) {
            String threads = threads(running.process());
            running.process().destroyForcibly();
            throw new IllegalStateException("still running: " + List.of(args) + "\n" + running.err() + threads);
        }
        return new Ended(running.process().exitValue(), running.out(), running.err());
    }

    /** What a process is at: whether it hangs, or the machine is only slow. */
    private static String threads(Process process) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jstack");
        Process asked = new ProcessBuilder(tool.toString(), Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), UTF_8);
    }

    /** A process that runs. */
    record Running(Process process, Path outFile, Path errFile) {
        String out() throws IOException {
            return new String(Files.readAllBytes(outFile), UTF_8);
        }

        String err() throws IOException {
            return new String(Files.readAllBytes(errFile), UTF_8);
        }

        /** The address of its pages, once it tells it. As {@link #until}. */
        String room(Duration longest) throws Exception {
            return until("the address of its pages", longest, () -> {
                Matcher told = ROOM.matcher(err());
                return told.find() ? Optional.of(told.group(1)) : Optional.empty();
            });
        }

        /**
         * Waits until something is there that comes of this process while it lives.
         *
         * @param what is waited for, for whoever reads that it did not come
         * @throws IllegalStateException if the process ended first, or it took longer than {@code longest}
         */
        <T> T until(String what, Duration longest, Callable<Optional<T>> met) throws Exception {
            long end = System.nanoTime() + longest.toNanos();
            while (true) {
                Optional<T> now = met.call();
                if (now.isPresent()) {
                    return now.get();
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not within " + longest + ": " + what + "\n" + err());
                }
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("ended before: " + what + "\n" + err());
                }
            }
        }
    }

    Running start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // Short lives: the first compiler is enough, and two cores are shared with the test itself.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dhearsay.home=" + Path.of("").toAbsolutePath()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.hearsay.app.Main"));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HEARSAY_"));
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }
}
