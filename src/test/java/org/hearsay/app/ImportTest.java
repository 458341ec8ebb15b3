package org.hearsay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others fetched or wrote is taken in as a crawl would have, once, however often it is handed in. */
class ImportTest {
    private static final int ROUNDS = 3;

    @TempDir
    private static Path folder;

    private static NewsroomRun run;
    private static Path archive;

    @BeforeAll
    static void crawl() throws Exception {
        run = new NewsroomRun(folder);
        run.child.with("HEARSAY_READER", "light");
        run.crawl("crawled");
        try (var files = Files.list(folder.resolve("crawled/archive"))) {
            archive = files.filter(file -> file.toString().endsWith(".warc.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @AfterAll
    static void close() {
        run.close();
    }

    private static Child.Ended imported(String data, Object... files) throws IOException {
        List<String> args = new ArrayList<>(List.of("import", "--json"));
        for (Object file : files) {
            args.add(file.toString());
        }
        return command(data, args.toArray(String[]::new));
    }

    /** In this process, which has its models warm. */
    private static Child.Ended command(String data, String... words) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, false, UTF_8));
        System.setErr(new PrintStream(said, false, UTF_8));
        try {
            String[] args = Stream.concat(
                            Stream.of(words),
                            Stream.of(
                                    "--set",
                                    "reader=light",
                                    "--data",
                                    folder.resolve(data).toString()))
                    .toArray(String[]::new);
            int code = Main.run(args);
            System.out.flush();
            return new Child.Ended(code, told.toString(UTF_8), said.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static List<JsonNode> export(String data, String kind) throws IOException {
        return NewsroomRun.lines(command(data, "export", kind).out());
    }

    private static JsonNode report(Child.Ended ended) throws IOException {
        return NewsroomRun.lines(ended.out()).get(0);
    }

    @Test
    void anArchiveGivesWhatTheCrawlGaveThatWroteIt() throws Exception {
        Child.Ended first = imported("archive", archive);

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(state("archive")).isEqualTo(state("crawled"));
        String found = command("archive", "search", "production", "--json").out();
        assertThat(NewsroomRun.lines(found)).isNotEmpty();

        JsonNode again = report(imported("archive", archive));
        assertThat(again.get("endings").fieldNames()).toIterable().containsExactly("same");
        assertThat(again.get("pages")).isEqualTo(report(first).get("pages"));
        assertThat(state("archive")).isEqualTo(state("crawled"));
    }

    @Test
    void anImportThatIsKilledAgainAndAgainEndsAsOneThatWasNot() throws Exception {
        long from = System.nanoTime();
        run.child.run(run.args("undisturbed", "import", archive.toString()));
        long millis = (System.nanoTime() - from) / 1_000_000;
        Random random = new Random(20261127);
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Child.Running running = run.child.start(run.args("killed", "import", archive.toString()));
            boolean ended = running.process().waitFor((long) (random.nextDouble() * millis), TimeUnit.MILLISECONDS);
            killed += ended ? 0 : 1;
            running.process().destroyForcibly().waitFor();
        }
        assertThat(killed).isPositive();

        Child.Ended last = imported("killed", archive);

        assertThat(last.code()).as(last.err()).isZero();
        assertThat(state("killed")).isEqualTo(state("undisturbed"));
    }

    @Test
    void exportedArticlesComeBackWithTheirIdsAndOutliveARebuild() throws Exception {
        Path lines = Files.writeString(
                folder.resolve("articles.jsonl"),
                command("crawled", "export", "articles").out());

        Child.Ended ended = imported("lines", lines);

        assertThat(ended.code()).as(ended.err()).isZero();
        SortedMap<String, String> texts = texts("lines");
        assertThat(texts).isEqualTo(texts("crawled")).isNotEmpty();
        SortedMap<String, String> before = state("lines");
        Child.Ended rebuilt = command("lines", "rebuild");
        assertThat(rebuilt.code()).as(rebuilt.err()).isZero();
        assertThat(state("lines")).isEqualTo(before);
    }

    @Test
    void articlesAreTakenByTheirAddressOrTheirName() throws Exception {
        Path lines = Files.writeString(folder.resolve("own.jsonl"), """
                {"id":"a1","title":"Mine opens","outlet":"The Ledger","published":"2026-11-20","authors":["José Núñez"],"text":"The mine opened on Monday.\\nIt may close if <b> prices fall, the minister said."}

                {"url":"https://star.example/x","text":"The Star found no ore, the company said."}
                """);

        imported("own", lines);

        List<JsonNode> articles = export("own", "articles");
        assertThat(articles).hasSize(2);
        JsonNode named = articles.stream()
                .filter(article -> article.get("outlet").asText().equals("The Ledger"))
                .findFirst()
                .orElseThrow();
        assertThat(named.get("title").asText()).isEqualTo("Mine opens");
        assertThat(named.get("published").asText()).isEqualTo("2026-11-20");
        assertThat(named.get("text").asText())
                .isEqualTo("The mine opened on Monday.\nIt may close if <b> prices fall, the minister said.");
        assertThat(export("own", "claims"))
                .anySatisfy(claim -> assertThat(claim.get("text").asText()).contains("may close"));

        JsonNode again = report(imported("own", lines));
        assertThat(again.get("endings").toString()).isEqualTo("{\"same\":2}");
    }

    @Test
    void aTextThatChangedIsANewVersionAndAnOlderOneChangesNothing() throws Exception {
        String line = "{\"url\":\"https://star.example/y\",\"fetched\":\"2026-11-%sT08:00:00Z\",\"text\":\"The mine"
                + " produced %s tonnes, the company said.\"}\n";
        imported("versions", Files.writeString(folder.resolve("v1.jsonl"), String.format(line, 20, 60)));
        imported("versions", Files.writeString(folder.resolve("v2.jsonl"), String.format(line, 21, 70)));
        JsonNode older = report(
                imported("versions", Files.writeString(folder.resolve("v0.jsonl"), String.format(line, 19, 50))));

        assertThat(older.get("older").asInt()).isEqualTo(1);
        JsonNode article = export("versions", "articles").get(0);
        assertThat(article.get("version").asInt()).isEqualTo(2);
        assertThat(article.get("text").asText()).contains("70 tonnes");
    }

    @Test
    void aBadLineIsToldWithItsNumberAndStopsNoOther() throws Exception {
        Path lines = Files.writeString(folder.resolve("bad.jsonl"), """
                {"url":"https://star.example/1","text":"One mine opened, the company said."}
                {"url":"https://star.example/2","text":
                {"url":"https://star.example/3"}
                {"text":"Nobody knows where this is from."}
                {"url":"gopher://star.example/5","text":"Five."}
                {"url":"https://star.example/6","fetched":"yesterday","text":"Six."}
                ["no","object"]
                {"url":"https://star.example/8","status":"paywall","text":null}
                {"url":"https://star.example/9","text":"Nine mines opened, the company said."}
                """);

        Child.Ended ended = imported("bad", lines);

        assertThat(ended.code()).isEqualTo(Stop.IN_PART);
        assertThat(ended.err())
                .contains("bad.jsonl: line 2, column", "line 3: \"text\" is missing", "line 4: \"id\" is missing")
                .contains("line 5: \"url\" is no http or https address", "line 6: \"fetched\" is no time")
                .contains("line 7 is no JSON object", "1 lines without a text")
                .doesNotContain("\tat ");
        assertThat(report(ended).get("problems").asInt()).isEqualTo(6);
        assertThat(export("bad", "articles")).hasSize(2);
    }

    @Test
    void aMissingFileEndsBeforeAnythingIsTakenIn() throws Exception {
        Child.Ended ended = imported("none", archive, folder.resolve("nowhere.jsonl"));

        assertThat(ended.code()).isEqualTo(Stop.USAGE);
        assertThat(ended.err()).contains("there is no file", "nowhere.jsonl");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void linesMayBeCompressed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write("{\"id\":\"g\",\"text\":\"The mine opened, the company said.\"}\n".getBytes(UTF_8));
        }
        Child.Ended ended = imported("gz", Files.write(folder.resolve("g.jsonl.gz"), bytes.toByteArray()));
        assertThat(report(ended).get("endings").toString()).isEqualTo("{\"new\":1}");
    }

    /** Everything but times and places in the archive. */
    private static SortedMap<String, String> state(String data) throws IOException {
        SortedMap<String, String> state = texts(data);
        for (JsonNode claim : export(data, "claims")) {
            state.put(
                    "claim " + claim.get("id").asText(),
                    claim.get("state") + " " + claim.get("group") + " " + claim.get("voices") + " "
                            + claim.get("text"));
        }
        return state;
    }

    private static SortedMap<String, String> texts(String data) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (JsonNode article : export(data, "articles")) {
            if (article.get("status").asText().equals("article")) {
                texts.put(
                        article.get("id").asText(),
                        article.get("version") + " " + article.get("url") + " " + article.get("outlet") + " "
                                + article.get("published") + " " + article.get("title") + " " + article.get("text"));
            }
        }
        return texts;
    }
}
