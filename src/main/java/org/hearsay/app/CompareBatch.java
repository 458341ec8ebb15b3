package org.hearsay.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Dated;
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
    private final List<String> notes = new ArrayList<>();

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
        Map<Printed, Fingerprint> read =
                each(texts.stream().map(line -> Printed.of(line.value())).toList(), this::fingerprint);
        Map<ArticleId, Fingerprint> fingerprints = new LinkedHashMap<>();
        for (Line<InputLine.Text> line : texts) {
            InputLine.Text text = line.value();
            Optional.ofNullable(read.get(Printed.of(text)))
                    .ifPresent(made -> fingerprints.put(
                            new ArticleId(text.id()),
                            made.publishedAt(text.published().map(Dated::earliest))));
        }
        if (Grouping.isCrowded(read.values())) {
            notes.add(
                    "some words are in more texts than are held against each other; of those each was held against the"
                            + " first");
        }
        Grouping grouping = new Grouping();
        SortedMap<ArticleId, GroupId> origins = grouping.origins(fingerprints);
        SortedMap<ArticleId, GroupId> stories = grouping.stories(fingerprints, origins);
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            for (ArticleId id : fingerprints.keySet()) {
                GroupId own = new GroupId(id.text());
                writer.write(Shapes.toLine(
                        new Shapes().grouped(id.text(), stories.getOrDefault(id, own), origins.getOrDefault(id, own))));
            }
        }
        return problems;
    }

    /** What is read of a text: the same whoever prints it, and when. */
    private record Printed(Optional<String> title, String text) {
        static Printed of(InputLine.Text text) {
            return new Printed(text.title(), text.text());
        }
    }

    private Fingerprint fingerprint(Printed text) {
        Article article = articles.ofText(new ArticleId("text"), text.text(), text.title(), OUTLET, Optional.empty());
        return comparer.fingerprint(language.read(article));
    }

    /** Writes how the claims of every pair relate. @return lines that were passed over, each with its reason */
    List<String> pairs(Path in, Path out) throws IOException, InterruptedException {
        List<Line<InputLine.Pair>> pairs = lines(in, InputLine::pair);
        Map<Both, Relation> relations =
                each(pairs.stream().map(line -> Both.of(line.value())).toList(), this::relation);
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            for (Line<InputLine.Pair> line : pairs) {
                Optional<Relation> relation = Optional.ofNullable(relations.get(Both.of(line.value())));
                if (relation.isPresent()) {
                    writer.write(
                            Shapes.toLine(new Shapes().relation(line.value().id(), relation.get())));
                }
            }
        }
        return problems;
    }

    private record Both(String a, String b) {
        static Both of(InputLine.Pair pair) {
            return new Both(pair.a(), pair.b());
        }
    }

    private Relation relation(Both pair) {
        Optional<Statement> a = statement("a", pair.a());
        Optional<Statement> b = statement("b", pair.b());
        return a.isPresent() && b.isPresent()
                ? comparer.judged(a.get(), b.get())
                : new Relation(Relation.Kind.UNRELATED, 0, List.of(), List.of("one side has no words"));
    }

    /** What is to be known of the answers, in words; it is no problem. */
    List<String> notes() {
        return notes;
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
        R on(T one);
    }

    /** Side by side, each that is like another once: of ten thousand copies of a text one is read. */
    private <T, R> Map<T, R> each(List<T> all, Work<T, R> work) throws InterruptedException {
        List<T> different = all.stream().distinct().toList();
        Map<T, R> results = new HashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<R>> tasks = new ArrayList<>();
            different.forEach(one -> tasks.add(() -> work.on(one)));
            List<Future<R>> done = pool.invokeAll(tasks);
            for (int i = 0; i < different.size(); i++) {
                results.put(different.get(i), done.get(i).get());
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
