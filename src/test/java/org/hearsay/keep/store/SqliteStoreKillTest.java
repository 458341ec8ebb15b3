package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.article;
import static org.hearsay.keep.store.Samples.claim;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.stored;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreKillTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndNothingIsHalfThere() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path file = folder.resolve("hearsay.db");
        SqliteStore.open(file).close();
        for (int round = 0; round < 4; round++) {
            Process process = new ProcessBuilder(
                            java.toString(),
                            "-XX:-UsePerfData",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            file.toString(),
                            "r" + round)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> acknowledged = new ArrayList<>();
            try (var lines = process.inputReader()) {
                for (int i = 0; i < 10 + round * 17; i++) {
                    acknowledged.add(lines.readLine());
                }
                process.toHandle().destroyForcibly(); // not by the process, which would close its output too
                lines.lines().filter(line -> line.endsWith(".")).forEach(acknowledged::add);
            }
            try (SqliteStore store = SqliteStore.open(file)) {
                for (String line : acknowledged) {
                    assertThat(line).as("the child wrote").isNotNull();
                    String name = line.substring(0, line.length() - 1);
                    assertThat(store.articles().current(article(name))).as(name).isPresent();
                }
                store.articles()
                        .each(article -> assertThat(store.claims().of(article.id()))
                                .as("both or neither")
                                .hasSize(1));
                assertThat(store.claims().count()).isEqualTo(store.articles().count());
            }
        }
    }

    /** Stores articles, each with a claim, and says so, until it is killed. */
    static final class Writer {
        public static void main(String[] args) {
            try (SqliteStore store = SqliteStore.open(Path.of(args[0]))) {
                for (int i = 0; ; i++) {
                    String name = args[1] + "-" + i;
                    store.inTransaction(() -> {
                        store.claims().put(claim(name, "words", 1, NOON), Set.of("k"));
                        store.articles().add(stored(name, 1, NOON), fingerprint(Optional.empty(), 1, 2));
                        return true;
                    });
                    System.out.println(name + ".");
                }
            }
        }
    }
}
