package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is written of the commands and settings is what they are. */
class ManualTest {
    @Test
    void theManPageTellsEveryCommandAndSetting() {
        String page = Manual.manPage("1.2");
        Set<String> commands = Main.commandLine().getSubcommands().keySet();
        assertThat(commands).hasSizeGreaterThan(15);
        assertThat(commands).allSatisfy(name -> assertThat(page).contains(".SS hearsay " + name));
        assertThat(page).contains(".SS hearsay feeds add", "\\-\\-watch", "hearsay 1.2");
        assertThat(Arrays.stream(Setting.values()))
                .allSatisfy(setting ->
                        assertThat(page).contains(".B " + setting.key().replace("-", "\\-") + "\n"));
        // A line that begins with a point would be a request to the typesetter.
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.[A-Z]{1,2}( .*)?"));
    }

    @Test
    void theCompletionsNameEveryCommand() {
        Set<String> commands = Main.commandLine().getSubcommands().keySet();
        assertThat(commands).allSatisfy(name -> assertThat(Manual.bash()).contains("_picocli_hearsay_" + name));
        assertThat(Manual.zsh()).startsWith("#compdef hearsay\n");
    }

    @Test
    void theGuideForOperatorsHasEverySettingAsItIs() throws Exception {
        assertThat(Files.readString(Path.of("src/docs/operators.md")))
                .as("write it anew with what Manual.settings() gives")
                .contains(Manual.settings());
    }

    @Test
    void everyLibraryOfTheBuildIsListedWithItsVersion() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        String listed = Files.readString(Path.of("src/docs/dependencies.md"));
        int begin = pom.indexOf("<dependencies>", pom.indexOf("</dependencyManagement>"));
        Matcher library = Pattern.compile(
                        "<artifactId>([^<]+)</artifactId>\\s*(?:<version>\\$\\{([^}]+)}</version>)?\\s*(<scope>)?")
                .matcher(pom.substring(begin, pom.indexOf("<build>")));
        int libraries = 0;
        while (library.find()) {
            if (library.group(3) != null || library.group(2) == null) {
                continue; // for tests only, or its version is one of a set
            }
            Matcher version =
                    Pattern.compile("<" + library.group(2) + ">([^<]+)<").matcher(pom);
            assertThat(version.find()).as(library.group(2)).isTrue();
            assertThat(listed).contains("| " + library.group(1) + " | " + version.group(1) + " |");
            libraries++;
        }
        assertThat(libraries).isGreaterThan(25);
    }

    @Test
    void everyTestThatTheTableOfFaultsNamesIsThere() throws Exception {
        Matcher named =
                Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?").matcher(Files.readString(Path.of("src/docs/faults.md")));
        int tests = 0;
        while (named.find()) {
            try (var all = Files.walk(Path.of("src/test/java"))) {
                Path file = all.filter(path -> path.endsWith(named.group(1) + ".java"))
                        .findFirst()
                        .orElseThrow();
                if (named.group(2) != null) {
                    assertThat(Files.readString(file)).contains("void " + named.group(2));
                }
            }
            tests++;
        }
        assertThat(tests).isGreaterThan(20);
    }

    @Test
    void everyLinkInTheDocumentsLeadsSomewhere() throws Exception {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
        for (Path file : documents()) {
            Matcher links = link.matcher(Files.readString(file));
            while (links.find()) {
                assertThat(file.resolveSibling(links.group(1)))
                        .as(file + " points to it")
                        .exists();
            }
        }
    }

    @Test
    void everyCommandInTheDocumentsIsOneThatTheProgramTakes() throws Exception {
        Pattern command = Pattern.compile("(?:`|(?m:^(?:    )?))hearsay ([^`\\n]+)");
        CommandLine program = Main.commandLine();
        List<String> wrong = new ArrayList<>();
        int commands = 0;
        for (Path file : documents()) {
            Matcher found = command.matcher(Files.readString(file));
            while (found.find()) {
                commands++;
                if (!isTaken(ReadmeTest.words(found.group(1)), program)) {
                    wrong.add(file + ": hearsay " + found.group(1));
                }
            }
        }
        assertThat(commands).isGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    /** Whether there is this command, with these options; it may be named without all that it needs. */
    private static boolean isTaken(List<String> words, CommandLine program) {
        try {
            program.parseArgs(words.toArray(String[]::new));
            return true;
        } catch (CommandLine.MissingParameterException e) {
            return true;
        } catch (CommandLine.ParameterException e) {
            return false;
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
            return Stream.concat(files, Stream.of(Path.of("README.md")))
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
