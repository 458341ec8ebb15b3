package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * Articles with what somebody marked in them, as they lie under {@code src/test/resources/gold}; {@code claims-gold.md} of
 * the documentation tells the format. Training and the tests that count read them.
 *
 * <pre>{@code
 * for (MarkedArticles.Marked marked : MarkedArticles.read(Path.of("src/test/resources/gold/seen.txt"))) {
 *     Findings found = finder.claimsIn(reader.read(marked.article()));
 * }
 * }</pre>
 */
public final class MarkedArticles {
    private static final Pattern TYPED = Pattern.compile("[\\u2022\\u2013\\u2014-] |\\([0-9a-e]\\) ");
    private static final Pattern WANTS_MORE =
            Pattern.compile("(:|following|as follows|includes?|including|are|were)\\.?$");

    /** @param marks the line of each: of a claim, a proposal or a term */
    public record Marked(String id, Article article, List<String> marks) {
        public Marked {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A claim.
     *
     * @param optional whether a finder is free to find it or not
     * @param voices who may be saying it
     * @param contents its words, in each way that they may be cut
     */
    public record Mark(
            boolean optional, List<String> voices, List<String> stances, List<String> cues, List<List<Span>> contents) {
        public Mark {
            voices = List.copyOf(voices);
            stances = List.copyOf(stances);
            cues = List.copyOf(cues);
            contents = contents.stream().map(List::copyOf).toList();
        }
    }

    private MarkedArticles() {}

    /** The articles of a file, in its order. */
    public static List<Marked> read(Path file) throws IOException {
        List<Marked> articles = new ArrayList<>();
        for (String entry : Files.readString(file).split("(?m)^== ")) {
            if (!entry.isBlank() && !entry.startsWith("#")) {
                articles.add(marked(entry));
            }
        }
        return articles;
    }

    private static Marked marked(String entry) {
        String[] halves = entry.split("(?m)^--$", 2);
        List<String> lines = new ArrayList<>(halves[0].strip().lines().toList());
        String[] head = lines.remove(0).split("\\|");
        lines.replaceAll(l -> l.startsWith("## ") ? l.substring(3) : l);
        Article article = article(String.join("\n", lines), head[1].strip());
        List<String> marks =
                halves[1].strip().lines().filter(mark -> !mark.isBlank()).toList();
        return new Marked(head[0].strip(), article, marks);
    }

    /** What the line of a claim says. */
    public static Mark claim(Article article, String mark) {
        boolean optional = mark.startsWith("~ ");
        String[] parts = (optional ? mark.substring(2) : mark).split(" \\| ", 4);
        List<List<Span>> contents = new ArrayList<>();
        for (String content : parts[3].split(" \\|\\| ")) {
            List<Span> pieces = new ArrayList<>();
            for (String piece : content.split(" \\+ ")) {
                pieces.add(span(article, piece.strip()));
            }
            contents.add(pieces);
        }
        return new Mark(optional, either(parts[0]), either(parts[1]), either(parts[2]), contents);
    }

    /** The ways of a column that leaves a choice: "asserted or planned". */
    public static List<String> either(String words) {
        return List.of(words.strip().split(" or "));
    }

    /** "first words .. last words": from the one place of the first to the next place of the last. */
    public static Span span(Article article, String words) {
        String text = article.text();
        String[] ends = words.split(" \\.\\. ");
        int start = text.indexOf(ends[0]);
        if (start < 0) {
            throw new IllegalArgumentException("not in the text: " + ends[0]);
        }
        if (ends.length == 1) {
            return new Span(start, start + ends[0].length());
        }
        if (text.indexOf(ends[0], start + 1) >= 0) {
            throw new IllegalArgumentException("more than once in the text: " + ends[0]);
        }
        int last = text.indexOf(ends[1], start + ends[0].length());
        if (last < 0 || text.substring(start, last).indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not behind it in its block: " + ends[1]);
        }
        return new Span(start, last + ends[1].length());
    }

    /**
     * Lines: "# " begins a heading, "* " or "1. " an item of the list that the last other line introduces. These marks are
     * dropped; other ones ("– ", "• ", "(1) ") are typed in the page and stay. As in pages, only a colon or words that want
     * more make the line before a lead-in that the items know.
     */
    public static Article article(String marked, String outlet) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        Optional<Span> lead = Optional.empty();
        for (String line : marked.split("\n", -1)) {
            boolean typed = TYPED.matcher(line).lookingAt();
            boolean item = typed || line.startsWith("* ") || line.matches("\\d+\\. .*");
            String words = line.startsWith("# ") || item && !typed ? line.substring(line.indexOf(' ') + 1) : line;
            if (text.length() > 0) {
                text.append('\n');
            }
            int start = text.length();
            text.append(words);
            if (words.isBlank()) {
                continue;
            }
            Span span = new Span(start, text.length());
            if (line.startsWith("# ")) {
                blocks.add(new Block.Heading(span, 2));
            } else if (item) {
                blocks.add(new Block.Item(span, lead));
            } else {
                blocks.add(new Block.Paragraph(span));
                lead = Optional.of(span).filter(s -> WANTS_MORE.matcher(words).find());
            }
        }
        return new Article(
                new ArticleId("text"),
                Optional.empty(),
                outlet,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text.toString(),
                blocks);
    }
}
