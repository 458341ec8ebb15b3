package org.hearsay.app;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ObjIntConsumer;
import java.util.zip.GZIPInputStream;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Hints;
import org.hearsay.tell.json.InputLine;
import org.hearsay.tell.json.Shapes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many pages or texts at once: read side by side, written in the order in which they came. */
final class Batch {
    private static final Logger log = LoggerFactory.getLogger(Batch.class);

    /** One line of input as work to do; a line that cannot be understood or read is a problem, and the rest goes on. */
    private interface Work {
        Extractor.Extracted with(Extractor extractor) throws IOException;
    }

    private record Line(String where, Work work) {}

    /** What one line came to. */
    private record Done(Optional<String> json, Optional<String> problem, int sentences) {}

    /** What all came to. */
    record Result(int pages, int sentences, double cpuSeconds, List<String> problems) {
        String inWords() {
            return String.format(Locale.ROOT, "%d pages, %d sentences, %.1f CPU seconds", pages, sentences, cpuSeconds);
        }
    }

    private final List<Line> lines;
    private final List<String> problems;

    private Batch(List<Line> lines, List<String> problems) {
        this.lines = lines;
        this.problems = problems;
    }

    int size() {
        return lines.size();
    }

    /** {@code id TAB path TAB url}, paths relative to where the command runs. */
    static Batch pages(Path list) {
        List<Line> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : read(list)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            String where = list + ":" + number;
            if (cells.length < 2 || cells[0].isBlank() || cells[1].isBlank()) {
                problems.add(where + ": write id TAB path TAB url");
                continue;
            }
            Optional<String> url = cells.length > 2 ? Optional.of(cells[2]) : Optional.empty();
            if (url.isPresent() && PageUrl.parse(url.get()).isEmpty()) {
                // The page can be read all the same; only relative things in it stay unresolved.
                url = Optional.empty();
            }
            Optional<String> address = url;
            lines.add(new Line(
                    where,
                    extractor -> extractor.page(cells[0], Extractor.fromFile(Path.of(cells[1]), address), Hints.NONE)));
        }
        return new Batch(lines, problems);
    }

    /** {@code {"id","text"[,"title","outlet","published"]}}. */
    static Batch texts(Path file) {
        List<Line> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : read(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            switch (InputLine.text(number, line)) {
                case InputLine.Bad<InputLine.Text> bad -> problems.add(file + ": " + bad.problem());
                case InputLine.Good<InputLine.Text> good ->
                    lines.add(new Line(file + ":" + number, extractor -> extractor.text(good.value())));
            }
        }
        return new Batch(lines, problems);
    }

    /** The lines of a file of input. @throws Stop if it cannot be read, or is not UTF-8 */
    static List<String> read(Path file) {
        List<String> lines = new ArrayList<>();
        read(file, (line, number) -> lines.add(line));
        return lines;
    }

    /** Hands on the lines that are not blank, with their numbers from 1, one after the other. @throws Stop as above */
    static void each(Path file, ObjIntConsumer<String> visitor) {
        read(file, (line, number) -> {
            if (!line.isBlank()) {
                visitor.accept(line, number);
            }
        });
    }

    private static void read(Path file, ObjIntConsumer<String> visitor) {
        // JSON Lines end at '\n' alone; a reader that also broke at U+2028 or '\f' would tear texts apart.
        try (InputStream bytes = plain(Files.newInputStream(file));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                visitor.accept(line, ++number);
            }
        } catch (NoSuchFileException e) {
            throw Stop.usage("there is no file " + file);
        } catch (CharacterCodingException e) {
            throw Stop.usage(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw Stop.usage(file + " cannot be read: " + Reasons.of(e));
        }
    }

    /** Lists are often kept compressed. */
    private static InputStream plain(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(file), 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(in) : in;
    }

    /** @param step called after each line */
    Result run(Extractor extractor, int threads, Writer out, Runnable step) throws IOException, InterruptedException {
        List<String> troubles = new ArrayList<>(problems);
        int pages = 0;
        int sentences = 0;
        long before = cpuNanos();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Deque<Future<Done>> ahead = new ArrayDeque<>();
            int next = 0;
            while (next < lines.size() || !ahead.isEmpty()) {
                while (next < lines.size() && ahead.size() < threads * 8) {
                    Line line = lines.get(next++);
                    Callable<Done> work = () -> done(line, extractor);
                    ahead.add(pool.submit(work));
                }
                Done done = result(ahead.remove());
                if (done.json().isPresent()) {
                    out.write(done.json().get());
                    pages++;
                    sentences += done.sentences();
                }
                done.problem().ifPresent(troubles::add);
                step.run();
            }
        }
        return new Result(pages, sentences, (cpuNanos() - before) / 1e9, troubles);
    }

    private static Done done(Line line, Extractor extractor) {
        try {
            Extractor.Extracted extracted = line.work().with(extractor);
            return new Done(Optional.of(Shapes.toLine(extracted.json())), Optional.empty(), extracted.sentences());
        } catch (IOException e) {
            return new Done(Optional.empty(), Optional.of(line.where() + ": " + Reasons.of(e)), 0);
        } catch (InvalidPathException e) {
            return new Done(Optional.empty(), Optional.of(line.where() + ": no name of a file: " + e.getReason()), 0);
        } catch (Stop e) {
            return new Done(Optional.empty(), Optional.of(line.where() + ": " + e.getMessage()), 0);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A fault of ours that one page brings out; the stack and the memory it filled are free again.
            log.warn("{}: reading failed", line.where(), e);
            return new Done(Optional.empty(), Optional.of(line.where() + ": reading failed: " + e), 0);
        }
    }

    private static Done result(Future<Done> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }
}
