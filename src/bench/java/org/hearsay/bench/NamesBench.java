package org.hearsay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import edu.stanford.nlp.coref.CorefCoreAnnotations;
import edu.stanford.nlp.ie.AbstractSequenceClassifier;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.LightReader;
import org.hearsay.read.language.ModelFiles;
import org.hearsay.read.language.Reader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * News articles to names and to claims on one thread, warm: our two readers, and beside them CoreNLP's named entities alone
 * (its three classes, words and sentences included) and its speakers of quotations without coreference, which is less than
 * it comes with. One operation is all texts of the sample; a sentence is one that we cut. {@code HEARSAY_CORPORA} names the
 * folder that holds {@code claims/polnear.dev.jsonl}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 12)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
public class NamesBench {
    /** Some 800 sentences. */
    private static final int MOST_TEXTS = 20;

    private static final String THREE_CLASSES = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";
    private static final List<String> ALL =
            List.of("namesFull", "namesLight", "claimsFull", "claimsLight", "corenlpNames", "corenlpQuotes");

    private final List<Article> articles = new ArrayList<>();
    private final ClaimFinder claims = new ClaimFinder();

    /** What a benchmark reads with is loaded for it alone, so that nobody's memory weighs on another. */
    @State(Scope.Thread)
    public static class Full {
        private FullReader reader;

        @Setup
        public void load() throws IOException {
            reader = FullReader.load(models(), Path.of("models"));
        }
    }

    @State(Scope.Thread)
    public static class Light {
        private LightReader reader;

        @Setup
        public void load() throws IOException {
            reader = LightReader.load(models());
        }
    }

    @State(Scope.Thread)
    public static class Classifier {
        private AbstractSequenceClassifier<CoreLabel> classifier;

        @Setup
        public void load() throws IOException, ClassNotFoundException {
            classifier = CRFClassifier.getClassifier(THREE_CLASSES);
        }
    }

    @State(Scope.Thread)
    public static class Quotes {
        private StanfordCoreNLP pipeline;
        private QuoteAnnotator quotes;

        @Setup
        public void load() {
            Properties properties = new Properties();
            properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
            properties.setProperty("ner.model", THREE_CLASSES);
            properties.setProperty("ner.applyNumericClassifiers", "false");
            properties.setProperty("ner.useSUTime", "false");
            properties.setProperty("ner.applyFineGrained", "false");
            pipeline = new StanfordCoreNLP(properties);
            quotes = new QuoteAnnotator("quote", properties);
        }

        List<CoreMap> in(String text) {
            Annotation document = pipeline.process(text);
            // It asks for chains of coreference; with none it does less than it could, and faster.
            document.set(CorefCoreAnnotations.CorefChainAnnotation.class, Map.of());
            quotes.annotate(document);
            return document.get(CoreAnnotations.QuotationsAnnotation.class);
        }
    }

    @Setup
    public void readTheTexts() throws IOException {
        articles.addAll(texts(file().orElseThrow()));
    }

    @Benchmark
    public void namesFull(Full full, Blackhole sink) {
        names(full.reader.namesOnly(), sink);
    }

    @Benchmark
    public void namesLight(Light light, Blackhole sink) {
        names(light.reader, sink);
    }

    @Benchmark
    public void claimsFull(Full full, Blackhole sink) {
        claims(full.reader, sink);
    }

    @Benchmark
    public void claimsLight(Light light, Blackhole sink) {
        claims(light.reader, sink);
    }

    @Benchmark
    public void corenlpNames(Classifier corenlp, Blackhole sink) {
        for (Article article : articles) {
            sink.consume(corenlp.classifier.classify(article.text()));
        }
    }

    @Benchmark
    public void corenlpQuotes(Quotes corenlp, Blackhole sink) {
        for (Article article : articles) {
            sink.consume(corenlp.in(article.text()));
        }
    }

    private void names(Reader reader, Blackhole sink) {
        for (Article article : articles) {
            sink.consume(reader.read(article));
        }
    }

    private void claims(Reader reader, Blackhole sink) {
        for (Article article : articles) {
            sink.consume(claims.claimsIn(reader.read(article)));
        }
    }

    private static ModelFiles models() {
        return name -> Files.newInputStream(Path.of("models", name));
    }

    private static List<Article> texts(Path file) throws IOException {
        ArticleReader reader = new ArticleReader();
        ObjectMapper json = new ObjectMapper();
        List<Article> articles = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            for (String line : lines.limit(MOST_TEXTS).toList()) {
                JsonNode text = json.readTree(line);
                articles.add(reader.ofText(
                        new ArticleId(text.path("id").asText()),
                        text.path("text").asText(),
                        Optional.empty(),
                        "the corpus",
                        Optional.empty()));
            }
        }
        return articles;
    }

    private static Optional<Path> file() {
        return Optional.ofNullable(System.getenv("HEARSAY_CORPORA"))
                .map(corpora -> Path.of(corpora, "claims", "polnear.dev.jsonl"))
                .filter(Files::isRegularFile);
    }

    public static void main(String[] args) throws IOException, RunnerException {
        Optional<Path> file = file();
        if (file.isEmpty()) {
            System.out.println(
                    "NamesBench skipped: set HEARSAY_CORPORA to a folder that holds claims/polnear.dev.jsonl");
            return;
        }
        LightReader reader = LightReader.load(models());
        int sentences = texts(file.get()).stream()
                .mapToInt(article -> reader.read(article).sentences().size())
                .sum();
        List<RunResult> results = new ArrayList<>(new Runner(new OptionsBuilder()
                        .include("\\." + NamesBench.class.getSimpleName() + "\\.")
                        .addProfiler(ProcessorTime.class)
                        .shouldFailOnError(true)
                        .build())
                .run());
        System.out.printf(Locale.ROOT, "%nNamesBench: %d sentences; per second of processor time%n", sentences);
        for (String name : ALL) {
            double runs = results.stream()
                    .filter(run -> run.getParams().getBenchmark().endsWith("." + name))
                    .mapToDouble(run ->
                            run.getSecondaryResults().get(ProcessorTime.LABEL).getScore())
                    .average()
                    .orElseThrow();
            System.out.printf(Locale.ROOT, "  %-14s %.0f%n", name, sentences * runs);
        }
    }
}
