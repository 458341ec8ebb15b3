package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real launcher among JDK folders made for the occasion; their `java` prints what it was started with. */
class LauncherTest {

    private static final String PRINTS_ITS_WORDS = """
        #!/bin/sh
        echo "started $0"
        for word in "$@"; do echo "[$word]"; done
        """;

    @TempDir
    Path temp;

    private Path home;
    private Path tools;
    private final Map<String, String> environment = new TreeMap<>();

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void installInAFolderWithASpace() throws IOException {
        home = Files.createDirectories(temp.toRealPath().resolve("my programs/hearsay"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("src/main/dist/bin/hearsay"), home.resolve("bin/hearsay"));
        executable(home.resolve("bin/hearsay"));
        // The machine's own PATH has a java on it, so the launcher gets one with just the tools it needs.
        tools = Files.createDirectories(temp.resolve("tools"));
        for (String tool : List.of("sed", "ls", "dirname", "sleep", "mkdir", "cksum", "mv", "rm")) {
            Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + whereIs(tool) + " \"$@\"\n");
            executable(tools.resolve(tool));
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", temp.toString());
        environment.put("HEARSAY_JAVA_DIRS", "");
    }

    @Test
    void startsTheProgramOfItsOwnFolderWithTheWordsItWasGiven() throws Exception {
        environment.put("HEARSAY_JAVA", jdk("jdks/a 25", "25.0.1").toString());

        Ended ended = launch("crawl", "rare earth", "");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .containsExactly(
                        "started " + temp.resolve("jdks/a 25/bin/java"),
                        "[--enable-native-access=ALL-UNNAMED]",
                        "[-Dhearsay.home=" + home + "]",
                        "[-Dhearsay.terminal=false]",
                        "[-cp]",
                        "[" + home + "/lib/*]",
                        "[org.hearsay.app.Main]",
                        "[crawl]",
                        "[rare earth]",
                        "[]");
    }

    @Test
    void aSearchWritesDownItsClassesAndOtherCommandsUseThem() throws Exception {
        Path java = writingDownClasses(0);

        assertThat(launch("feeds", "list").out())
                .doesNotContain("jsa", "ArchiveClasses")
                .contains("TieredStopAtLevel=1");
        assertThat(launch("search", "x").out())
                .contains("[-XX:ArchiveClassesAtExit=" + temp.resolve("cache/classes-"), "[search]\n[x]\n");
        Path first = cached().getFirst();
        String classes = "[-XX:SharedArchiveFile=" + first + "]";
        assertThat(launch("search", "x").out().lines())
                .contains(classes, "[-XX:+UseSerialGC]")
                .doesNotContain("[-XX:ArchiveClassesAtExit=");
        assertThat(launch("feeds", "list").out().lines()).contains(classes);
        assertThat(launch("serve").out().lines()).contains(classes).doesNotContain("[-XX:+UseSerialGC]");

        Files.writeString(java, Files.readString(java) + "# another build of it\n");
        assertThat(launch("search", "x").out()).contains("ArchiveClassesAtExit");
        assertThat(cached()).hasSize(1).doesNotContain(first);
    }

    @Test
    void aSearchThatFailedLeavesNoClassesBehind() throws Exception {
        writingDownClasses(4);

        Ended ended = launch("search", "x");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.out()).contains("ArchiveClassesAtExit");
        assertThat(cached()).isEmpty();
    }

    @Test
    void noClassesAreWrittenDownWhereTheyAreNotWantedOrCannotBe() throws Exception {
        writingDownClasses(0);

        for (String cache : List.of("none", temp.resolve("a cache").toString(), "/dev/null/cache")) {
            environment.put("HEARSAY_CACHE", cache);
            assertThat(launch("search", "x").out())
                    .doesNotContain("ArchiveClasses")
                    .contains("[search]");
        }
        environment.put("HEARSAY_CACHE", temp.resolve("cache").toString());
        environment.put("HEARSAY_OPTS", "-XX:+UseZGC");
        assertThat(launch("search", "x").out()).doesNotContain("UseSerialGC", "ArchiveClasses");
    }

    /** A Java that writes an archive of classes where it is asked to, and ends with a code. @return its file */
    private Path writingDownClasses(int code) throws IOException {
        Path jdk = jdk("jdk", "25.0.1");
        Path java = jdk.resolve("bin/java");
        Files.writeString(
                java,
                PRINTS_ITS_WORDS
                        + "for word in \"$@\"; do case $word in *AtExit=*) echo x >\"${word#*AtExit=}\" ;; esac; done\nexit "
                        + code + "\n");
        environment.put("HEARSAY_JAVA", jdk.toString());
        environment.put("HEARSAY_CACHE", temp.resolve("cache").toString());
        return java;
    }

    private List<Path> cached() throws IOException {
        try (var files = Files.list(temp.resolve("cache"))) {
            return files.toList();
        }
    }

    @Test
    void passesOptionsToTheJavaMachine() throws Exception {
        environment.put("HEARSAY_JAVA", jdk("jdk", "21").toString());
        environment.put("HEARSAY_OPTS", "-Xmx4g -Dx=y");

        assertThat(launch("serve").out().lines()).containsSubsequence("[-Xmx4g]", "[-Dx=y]", "[-cp]", "[serve]");
    }

    @Test
    void aChosenJdkThatIsTooOldIsAnErrorThatNamesIt() throws Exception {
        Path old = jdk("jdk 17", "17.0.15");
        environment.put("HEARSAY_JAVA", old.toString());
        environment.put("JAVA_HOME", jdk("jdk 25", "25").toString());

        Ended ended = launch("serve");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .isEqualTo("hearsay: HEARSAY_JAVA=" + old + " is Java 17, and 21 or newer is needed."
                        + " Point it at a newer JDK or unset it.\n");
    }

    @Test
    void aChosenFolderWithoutJavaIsAnErrorThatNamesIt() throws Exception {
        environment.put("HEARSAY_JAVA", temp.resolve("nowhere").toString());

        Ended ended = launch("serve");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains("HEARSAY_JAVA=" + temp.resolve("nowhere"), "holds no bin/java");
    }

    @Test
    void theChosenJdkMayBeGivenAsItsJava() throws Exception {
        Path java = jdk("jdk", "25").resolve("bin/java");
        environment.put("HEARSAY_JAVA", java.toString());

        assertThat(launch("serve").out()).startsWith("started " + java.toRealPath());
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "1.8.0_402").toString());
        Path newer = jdk("newer", "21.0.2");
        environment.put("PATH", newer.resolve("bin") + ":" + tools);

        assertThat(launch("serve").out()).startsWith("started " + newer.toRealPath());
    }

    @Test
    void javaHomeComesBeforeThePath() throws Exception {
        Path first = jdk("first", "21");
        environment.put("JAVA_HOME", first.toString());
        environment.put("PATH", jdk("second", "25").resolve("bin") + ":" + tools);

        assertThat(launch("serve").out()).startsWith("started " + first);
    }

    @Test
    void aLinkOnThePathLeadsToItsJdk() throws Exception {
        Path jdk = jdk("far/jdk", "25");
        Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));

        assertThat(launch("serve").out()).startsWith("started " + jdk.toRealPath());
    }

    @Test
    void aJdkInAUsualFolderIsFoundPastAnOldOne() throws Exception {
        jdk("usual/a-17", "17");
        Path newer = jdk("usual/b-25", "25");
        environment.put("HEARSAY_JAVA_DIRS", temp.resolve("missing") + ":" + temp.resolve("usual"));

        assertThat(launch("serve").out()).startsWith("started " + newer);
    }

    @Test
    void aJdkInsideAMacBundleIsFound() throws Exception {
        Path inside = jdk("usual/temurin-25.jdk/Contents/Home", "25");
        environment.put("HEARSAY_JAVA_DIRS", temp.resolve("usual").toString());

        assertThat(launch("serve").out()).startsWith("started " + inside);
    }

    @Test
    void withoutAnyJavaOneLineSaysSo() throws Exception {
        Ended ended = launch("serve");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err())
                .isEqualTo("hearsay: no Java found. Install a JDK 21 or newer, or set HEARSAY_JAVA to its folder.\n");
    }

    @Test
    void onlyOldJavasAreNamedOnceEach() throws Exception {
        Path old = jdk("usual/a-17", "17.0.15");
        Files.createSymbolicLink(temp.resolve("usual/default"), old);
        environment.put("JAVA_HOME", old.toString());
        environment.put("HEARSAY_JAVA_DIRS", temp.resolve("usual").toString());

        Ended ended = launch("serve");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err())
                .isEqualTo("hearsay: no Java 21 or newer found (only Java 17 in " + old.toRealPath()
                        + "). Install a JDK 21 or newer, or set HEARSAY_JAVA to its folder.\n");
    }

    @Test
    void aJdkWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
        Path jdk = jdk("jdk", "25");
        Files.delete(jdk.resolve("release"));
        Files.writeString(jdk.resolve("bin/java"), """
            #!/bin/sh
            case $1 in -version) echo 'openjdk version "25.0.1" 2025-10-21' >&2 ;; *) echo asked ;; esac
            """);
        environment.put("HEARSAY_JAVA", jdk.toString());

        assertThat(launch("serve").out()).isEqualTo("asked\n");
    }

    @Test
    void worksThroughLinksFromAnyFolder() throws Exception {
        environment.put("HEARSAY_JAVA", jdk("jdk", "25").toString());
        Path elsewhere = Files.createDirectories(temp.resolve("else where"));
        Files.createSymbolicLink(elsewhere.resolve("second"), home.resolve("bin/hearsay"));
        Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("second"));

        Ended ended = end(start(elsewhere, List.of("./first", "serve")));

        assertThat(ended.out()).contains("[-Dhearsay.home=" + home + "]");
    }

    @Test
    void isFoundOnThePath() throws Exception {
        environment.put("HEARSAY_JAVA", jdk("jdk", "25").toString());
        environment.put("PATH", home.resolve("bin") + ":" + tools);

        Ended ended = end(start(temp, List.of("/bin/sh", "-c", "hearsay serve")));

        assertThat(ended.out()).contains("[-Dhearsay.home=" + home + "]");
    }

    @Test
    void aSignalReachesTheProgramAndItsExitCodeComesBack() throws Exception {
        Path jdk = jdk("jdk", "25");
        Files.writeString(jdk.resolve("bin/java"), """
            #!/bin/sh
            trap 'exit 42' TERM
            echo ready
            while :; do sleep 0.05; done
            """);
        environment.put("HEARSAY_JAVA", jdk.toString());

        Process process = start(temp, List.of(home.resolve("bin/hearsay").toString(), "serve"));
        BufferedReader out = process.inputReader(UTF_8);
        assertThat(out.readLine()).isEqualTo("ready");
        process.destroy();

        assertThat(process.waitFor()).isEqualTo(42);
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = temp.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"9\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(jdk.resolve("bin/java"), PRINTS_ITS_WORDS);
        executable(jdk.resolve("bin/java"));
        return jdk;
    }

    private Ended launch(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/hearsay").toString()));
        command.addAll(List.of(words));
        return end(start(temp, command));
    }

    private Process start(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectError(temp.resolve("err").toFile());
        return builder.start();
    }

    private Ended end(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(temp.resolve("err")));
    }

    private static Path whereIs(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path candidate = Path.of(folder, tool);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException(tool + " is not on the PATH");
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
