package org.hearsay.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.claim.GivenClaim;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Grouping;
import org.hearsay.read.compare.Likeness;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.compare.Statement;
import org.hearsay.read.language.Reader;
import org.hearsay.tell.json.InputLine;
import org.hearsay.tell.json.Shapes;

/** Compares what lies in a file, without storing anything: all its articles with each other, or its claims in pairs. */
final class CompareBatch {
    private static final String OUTLET = "the text";

    private final Reader language;
    private final int threads;
    private final ArticleReader articles = new ArticleReader();
    private final Comparer comparer;
    private final List<String> problems = new ArrayList<>();

    CompareBatch(Reader language, int threads) {
        this.language = language;
        this.threads = threads;
        this.comparer = new Comparer(language.vectors().map(Likeness::by).orElse(Likeness.NONE))
                .understanding(language.vectors());
    }

    /** One line of input, understood, with its place in the file. */
    private record Line<T>(String where, T value) {}

    /** Writes the story and the origin of every article. @return lines that were passed over, each with its reason */
    List<String> articles(Path in, Path out) throws IOException, InterruptedException {
        Set<String> seen = new HashSet<>();
        List<Line<InputLine.Text>> texts = lines(in, InputLine::text).stream()
                .filter(line -> {
                    boolean first = seen.add(line.value().id());
                    if (!first) {
                        problems.add(
                                line.where() + ": id " + line.value().id() + " was there before; give each its own");
                    }
                    return first;
                })
                .toList();
        Map<ArticleId, Fingerprint> fingerprints = new LinkedHashMap<>();
        List<Fingerprint> made = each(texts, line -> fingerprint(line.value()));
        for (int i = 0; i < texts.size(); i++) {
            fingerprints.put(new ArticleId(texts.get(i).value().id()), made.get(i));
        }
        Grouping grouping = new Grouping();
        Map<ArticleId, GroupId> origins = grouping.origins(fingerprints);
        Map<ArticleId, GroupId> stories = grouping.stories(fingerprints);
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            for (ArticleId id : fingerprints.keySet()) {
                GroupId own = new GroupId(id.text());
                writer.write(Shapes.toLine(
                        new Shapes().grouped(id.text(), stories.getOrDefault(id, own), origins.getOrDefault(id, own))));
            }
        }
        return problems;
    }

    private Fingerprint fingerprint(InputLine.Text text) {
        Article article = articles.ofText(
                new ArticleId(text.id()),
                text.text(),
                text.title(),
                text.outlet().orElse(OUTLET),
                text.published());
        return comparer.fingerprint(language.read(article));
    }

    /** Writes how the claims of every pair relate. @return lines that were passed over, each with its reason */
    List<String> pairs(Path in, Path out) throws IOException, InterruptedException {
        List<Line<InputLine.Pair>> pairs = lines(in, InputLine::pair);
        List<Relation> relations = each(pairs, line -> relation(line.value()));
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            for (int i = 0; i < pairs.size(); i++) {
                writer.write(
                        Shapes.toLine(new Shapes().relation(pairs.get(i).value().id(), relations.get(i))));
            }
        }
        return problems;
    }

    private Relation relation(InputLine.Pair pair) {
        Optional<Statement> a = statement("a", pair.a());
        Optional<Statement> b = statement("b", pair.b());
        return a.isPresent() && b.isPresent()
                ? comparer.judged(a.get(), b.get())
                : new Relation(Relation.Kind.UNRELATED, 0, List.of(), List.of("one side has no words"));
    }

    private Optional<Statement> statement(String id, String text) {
        Article article = articles.ofText(new ArticleId(id), text, Optional.empty(), OUTLET, Optional.empty());
        return GivenClaim.of(language.read(article)).map(claim -> new Statement(claim, article));
    }

    private interface Understanding<T> {
        InputLine<T> of(int number, String line);
    }

    private <T> List<Line<T>> lines(Path file, Understanding<T> understanding) {
        List<Line<T>> lines = new ArrayList<>();
        int number = 0;
        for (String line : Batch.read(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            switch (understanding.of(number, line)) {
                case InputLine.Bad<T> bad -> problems.add(file + ": " + bad.problem());
                case InputLine.Good<T> good -> lines.add(new Line<>(file + ":" + number, good.value()));
            }
        }
        return lines;
    }

    private interface Work<T, R> {
        R on(T line);
    }

    /** Side by side, in the order of the lines. */
    private <T, R> List<R> each(List<T> lines, Work<T, R> work) throws InterruptedException {
        List<R> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<R>> tasks = new ArrayList<>();
            lines.forEach(line -> tasks.add(() -> work.on(line)));
            for (Future<R> done : pool.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
