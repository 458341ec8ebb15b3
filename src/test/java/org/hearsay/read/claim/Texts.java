package org.hearsay.read.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.LightReader;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Reader;
import org.hearsay.read.language.Reading;

/** Short texts as articles and readings, for tests. */
final class Texts {
    private static final Path MODELS = Path.of("models");
    private static final Pattern TYPED = Pattern.compile("[\\u2022\\u2013\\u2014-] |\\([0-9a-e]\\) ");
    private static final Pattern WANTS_MORE =
            Pattern.compile("(:|following|as follows|includes?|including|are|were)\\.?$");

    static final Reader READER = reader();

    private Texts() {}

    /**
     * Lines: "# " begins a heading, "* " or "1. " an item of the list that the last other line introduces. These marks are
     * dropped; other ones ("– ", "• ", "(1) ") are typed in the page and stay. As in pages, only a colon or words that want
     * more make the line before a lead-in that the items know.
     */
    static Article article(String marked) {
        return article(marked, "The Outlet");
    }

    static Article article(String marked, String outlet) {
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

    /**
     * The article as read, but with the names that the test states, so that what is tested is this room and no model.
     *
     * @param names "PERSON Olena Hrynko = Finance Minister; LOCATION Norway"; a person is also found by the last word
     */
    static Reading reading(String marked, String names) {
        Reading read = READER.read(article(marked));
        String text = read.article().text();
        List<Mention> mentions = new ArrayList<>();
        List<Entity> entities = new ArrayList<>();
        for (String entry : names.split(";")) {
            if (entry.isBlank()) {
                continue;
            }
            String[] parts = entry.strip().split(" ", 2);
            String[] nameAndRole = parts[1].split("=", 2);
            String name = nameAndRole[0].strip();
            NameType type = NameType.valueOf(parts[0]);
            EntityId id = new EntityId(parts[0].toLowerCase(Locale.ROOT) + ":"
                    + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
            List<Span> found = occurrences(text, name);
            if (type == NameType.PERSON) {
                String surname = name.substring(name.lastIndexOf(' ') + 1);
                for (Span span : occurrences(text, surname)) {
                    if (found.stream().noneMatch(f -> f.overlaps(span))) {
                        found.add(span);
                    }
                }
            }
            found.removeIf(f -> mentions.stream().anyMatch(m -> m.span().overlaps(f)));
            if (found.isEmpty()) {
                continue;
            }
            found.sort(Comparator.naturalOrder());
            found.forEach(span -> mentions.add(new Mention(span, type, id)));
            entities.add(new Entity(id, name, type, nameAndRole.length < 2 ? "" : nameAndRole[1].strip(), found));
        }
        mentions.sort(Comparator.comparing(Mention::span));
        return new Reading(read.article(), read.english(), read.sentences(), mentions, entities, read.quantities());
    }

    private static List<Span> occurrences(String text, String words) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (whole) {
                found.add(new Span(at, end));
            }
        }
        return found;
    }

    /** The reader with the encoder; loaded once, where a test asks for it. */
    static Reader full() {
        return Full.READER;
    }

    private static final class Full {
        static final Reader READER = load();

        private static Reader load() {
            try {
                return FullReader.load(name -> Files.newInputStream(MODELS.resolve(name)), MODELS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Reader reader() {
        try {
            return LightReader.load(name -> Files.newInputStream(MODELS.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
