package org.hearsay.read.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;

/** Articles made from bare text, and the one reader that the tests of this room share. */
final class Texts {
    static final LightReader READER = load();

    private Texts() {}

    private static LightReader load() {
        Path models = Path.of(System.getProperty("hearsay.home", "."), "models");
        try {
            return LightReader.load(name -> {
                Path file = models.resolve(name);
                if (!Files.exists(file)) {
                    throw new FileNotFoundException(name);
                }
                return Files.newInputStream(file);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each line is a paragraph. */
    static Article article(String text) {
        return article(text, Optional.empty());
    }

    static Article article(String text, LocalDate published) {
        return article(text, Optional.of(published));
    }

    /** One row of a table, with " | " between its cells. */
    static Article row(String text) {
        return article(text, Optional.empty(), List.of(new Block.Row(new Span(0, text.length()))));
    }

    private static Article article(String text, Optional<LocalDate> published) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                blocks.add(new Block.Paragraph(new Span(start, start + line.length())));
            }
            start += line.length() + 1;
        }
        return article(text, published, blocks);
    }

    private static Article article(String text, Optional<LocalDate> published, List<Block> blocks) {
        return new Article(
                new ArticleId("t"),
                Optional.empty(),
                "The Test",
                Optional.empty(),
                List.of(),
                published.map(Dated.On::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                blocks);
    }

    static Reading read(String text) {
        return READER.read(article(text));
    }

    /** Its sentences as words. */
    static List<String> sentences(String text) {
        Reading reading = read(text);
        return reading.sentences().stream()
                .map(sentence -> reading.article().words(sentence.span()))
                .toList();
    }

    /** The text of the tokens of all sentences. */
    static List<String> tokens(String text) {
        return read(text).sentences().stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .map(Token::text)
                .toList();
    }
}
