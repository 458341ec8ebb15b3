package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README tells a stranger to type works as it stands there, in its order. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern GUIDE_ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfReadmeDoesWhatItSays() throws Exception {
        String port = freePort();
        Path feeds = Files.writeString(folder.resolve("feeds.txt"), "newsroom:\n");
        Child child = new Child(folder)
                .with("HEARSAY_DATA", folder.resolve("data").toString())
                .with("HEARSAY_FEEDS", feeds.toString())
                .with("HEARSAY_NEWSROOM_PORT", port)
                .with("HEARSAY_FETCH_DELAY", "0ms");
        List<List<String>> commands = commands();
        assertThat(commands).hasSizeGreaterThan(10);
        for (List<String> command : commands) {
            List<String> words = command.stream()
                    .map(word -> word.replace("8790", port))
                    .map(word -> word.matches("[a-z]+\\.(csv|eml|zip)|restored")
                            ? folder.resolve(word).toString()
                            : word)
                    .toList();
            Child.Ended ended = child.run(words.toArray(String[]::new));
            assertThat(ended.err()).as(words.toString()).doesNotContain("\tat ");
            // The bundled newsroom has a feed that is gone, and says so.
            assertThat(ended.code()).as(words + "\n" + ended.err()).isIn(Stop.OK, Stop.IN_PART);
            boolean writesToFile = words.contains("--out") || words.contains("--eml");
            if (!writesToFile
                    && !List.of("crawl", "rebuild", "backup", "restore").contains(words.get(0))) {
                assertThat(ended.out()).as(words.toString()).isNotBlank();
            }
        }
        searchesOfTheGuideFind(folder.resolve("data"));
        assertThat(folder.resolve("claims.csv")).isNotEmptyFile();
        assertThat(folder.resolve("letter.eml")).content().contains("Message-ID: <");
    }

    /** Each row of the guide for analysts finds something in the bundled newsroom, and is understood as it stands. */
    private static void searchesOfTheGuideFind(Path data) throws IOException {
        List<String> nothing = new ArrayList<>();
        int searches = 0;
        try (Installation installation = Installation.toRead(DataFolder.at(Optional.of(data), Map.of()))) {
            Matcher row = GUIDE_ROW.matcher(Files.readString(Path.of("src/docs/analysts.md")));
            while (row.find()) {
                Query query = Query.parse(row.group(1));
                SearchRequest request =
                        new SearchRequest(query, SearchRequest.In.CLAIMS, SearchRequest.Sort.RELEVANCE, 0, 1);
                if (query.oddity().isPresent()
                        || installation.index().search(request).total() == 0) {
                    nothing.add(row.group(1));
                }
                searches++;
            }
        }
        assertThat(searches).isGreaterThan(20);
        assertThat(nothing).isEmpty();
    }

    @Test
    void everySettingIsInReadme() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Arrays.stream(Setting.values()).map(Setting::key))
                .allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
    }

    private static List<List<String>> commands() throws IOException {
        List<List<String>> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            for (String line : block.group(1).split("\n")) {
                if (line.startsWith("hearsay ")) {
                    commands.add(words(line.substring("hearsay ".length())));
                }
            }
        }
        return commands;
    }

    /** As a shell splits them. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
