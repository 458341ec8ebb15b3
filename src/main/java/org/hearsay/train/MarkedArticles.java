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
 * Articles with the claims that somebody marked in them, as they lie under {@code src/test/resources/gold};
 * {@code claims-gold.md} of the documentation tells the format. Proposals and terms are passed over.
 */
final class MarkedArticles {
    private static final Pattern TYPED = Pattern.compile("[\\u2022\\u2013\\u2014-] |\\([0-9a-e]\\) ");
    private static final Pattern WANTS_MORE =
            Pattern.compile("(:|following|as follows|includes?|including|are|were)\\.?$");

    /**
     * @param outlet whether the outlet may be saying it itself
     * @param optional whether a finder is free to find it or not
     * @param contents its words, in each way that they may be cut
     */
    record Mark(boolean outlet, boolean optional, List<List<Span>> contents) {}

    record Marked(String id, Article article, List<Mark> marks) {}

    private MarkedArticles() {}

    static List<Marked> read(Path file) throws IOException {
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
        String id = head[0].strip();
        Article article = article(id, head[1].strip(), lines);
        List<Mark> marks = new ArrayList<>();
        for (String mark : halves[1].strip().lines().toList()) {
            boolean optional = mark.startsWith("~ ");
            String[] parts = (optional ? mark.substring(2) : mark).split(" \\| ", 4);
            if (parts.length == 4 && !parts[0].startsWith("proposal: ")) {
                marks.add(mark(article.text(), optional, parts[0], parts[3]));
            }
        }
        return new Marked(id, article, marks);
    }

    private static Mark mark(String text, boolean optional, String voices, String words) {
        List<List<Span>> contents = new ArrayList<>();
        for (String content : words.split(" \\|\\| ")) {
            List<Span> pieces = new ArrayList<>();
            for (String piece : content.split(" \\+ ")) {
                pieces.add(span(text, piece.strip()));
            }
            contents.add(pieces);
        }
        boolean outlet = List.of(voices.strip().split(" or ")).contains("outlet");
        return new Mark(outlet, optional, contents);
    }

    /** "first words .. last words": from the one place of the first to the next place of the last. */
    private static Span span(String text, String words) {
        String[] ends = words.split(" \\.\\. ");
        int start = text.indexOf(ends[0]);
        int last = ends.length == 1 ? start : text.indexOf(ends[1], start + ends[0].length());
        if (start < 0 || last < 0) {
            throw new IllegalArgumentException("not in the text: " + words);
        }
        return new Span(start, last + ends[ends.length - 1].length());
    }

    /** "# " begins a heading, "* " or "1. " an item of the list that the last other line introduces. */
    private static Article article(String id, String outlet, List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        Optional<Span> lead = Optional.empty();
        for (String marked : lines) {
            String line = marked.startsWith("## ") ? marked.substring(3) : marked;
            boolean typed = TYPED.matcher(line).lookingAt();
            boolean item = typed || line.startsWith("* ") || line.matches("\\d+\\. .*");
            boolean heading = line.startsWith("# ");
            String words = heading || item && !typed ? line.substring(line.indexOf(' ') + 1) : line;
            text.append(text.isEmpty() ? "" : "\n");
            Span span = new Span(text.length(), text.length() + words.length());
            text.append(words);
            if (heading) {
                blocks.add(new Block.Heading(span, 2));
            } else if (item) {
                blocks.add(new Block.Item(span, lead));
            } else if (!words.isBlank()) {
                blocks.add(new Block.Paragraph(span));
                lead = Optional.of(span).filter(s -> WANTS_MORE.matcher(words).find());
            }
        }
        return new Article(
                new ArticleId(id.split(" ")[0]),
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
