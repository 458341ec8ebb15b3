package org.hearsay.read.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hearsay.page.Bytes;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;

/** The reader as the program has it, with the line model of the source tree. */
final class Trained {
    static final ArticleReader READER = new ArticleReader(model());

    private Trained() {}

    /** What is read of a page of an outlet's site; it must be an article. */
    static Article article(String html) {
        return article("https://www.news.example/world/dam-holds", html);
    }

    static Article article(String url, String html) {
        Page page = new Page(
                PageUrl.of(url),
                Instant.EPOCH,
                200,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                Bytes.of(html.getBytes(StandardCharsets.UTF_8)));
        Extraction extraction = READER.read(page, Hints.NONE);
        assertThat(extraction).isInstanceOf(Extraction.Readable.class);
        return ((Extraction.Readable) extraction).article();
    }

    static LineModel model() {
        try (InputStream in = Files.newInputStream(Path.of("models", LineModel.FILE))) {
            return LineModel.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
