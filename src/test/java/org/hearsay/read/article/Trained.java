package org.hearsay.read.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reader as the program has it, with the line model of the source tree. */
final class Trained {
    static final ArticleReader READER = new ArticleReader(model());

    private Trained() {}

    static LineModel model() {
        try (InputStream in = Files.newInputStream(Path.of("models", LineModel.FILE))) {
            return LineModel.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
