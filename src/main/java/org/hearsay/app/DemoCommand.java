package org.hearsay.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Serve the bundled newsroom from a folder that is thrown away; nothing outside is contacted.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = options.settings()
                // Its second edition comes after two minutes, and shows what an edited page looks like.
                .orElse(Setting.POLL_INTERVAL, "1m")
                .orElse(Setting.POLL_LOOK_AGAIN, "1m 3m 10m")
                .orElse(Setting.FETCH_DELAY, "100ms");
        Path data = Files.createTempDirectory("hearsay-demo");
        return Serving.run(
                DataFolder.at(Optional.of(data), System.getenv()),
                settings,
                Serving.newsroomAlone(),
                Role.meant(EnumSet.of(Role.ALL)),
                options.verbose,
                () -> delete(data));
    }

    private static void delete(Path folder) {
        try {
            walk(folder);
        } catch (IOException e) {
            Serving.say("could not delete " + folder + ": " + e.getMessage());
        }
    }

    private static void walk(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, @org.jspecify.annotations.Nullable IOException trouble) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
