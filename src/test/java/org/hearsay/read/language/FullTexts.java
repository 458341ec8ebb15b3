package org.hearsay.read.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one full reader that the tests of this room share: its models are loaded once a JVM. */
final class FullTexts {
    static final Path MODELS = Path.of(System.getProperty("hearsay.home", "."), "models");
    static final ModelFiles FILES = name -> Files.newInputStream(MODELS.resolve(name));
    static final FullReader READER = load();

    private FullTexts() {}

    private static FullReader load() {
        try {
            return FullReader.load(FILES, MODELS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(String text) {
        return READER.read(Texts.article(text));
    }
}
