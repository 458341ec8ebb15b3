package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.LightReader;
import org.hearsay.read.language.ModelFiles;
import org.hearsay.read.language.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reader of language that the setting {@code reader} asks for, with the models that lie beside the program. Where the
 * full one cannot load the light one reads, and says so: in the log, and whenever it is asked what it is.
 */
final class LanguageModels {
    private static final Logger LOG = LoggerFactory.getLogger(LanguageModels.class);

    private LanguageModels() {}

    static Reader chosenBy(Settings settings) {
        return chosenBy(settings, true);
    }

    /** A reader for names alone, which is faster where nobody asks who said what. */
    static Reader namesOnly(Settings settings) {
        return chosenBy(settings, false);
    }

    /** Both readers, for a model that must serve either. */
    static List<Reader> both() {
        return List.of(full(true), light());
    }

    private static Reader chosenBy(Settings settings, boolean all) {
        Reader reader = settings.oneOf(Setting.READER, "full", "light").equals("light") ? light() : full(all);
        LOG.debug("reading with={}", reader.description());
        return reader;
    }

    private static Reader full(boolean all) {
        CountDownLatch loaded = new CountDownLatch(1);
        Ending.waitsFor(longest -> loaded.await(longest.toMillis(), TimeUnit.MILLISECONDS));
        try {
            FullReader reader = FullReader.load(files(), folder());
            Ending.waitsFor(reader::rest);
            return all ? reader : reader.namesOnly();
        } catch (IOException e) {
            LOG.warn("reading light, because {}; reader=light keeps this quiet", e.getMessage());
            return light().because(String.valueOf(e.getMessage()));
        } finally {
            loaded.countDown();
        }
    }

    private static LightReader light() {
        try {
            return LightReader.load(files());
        } catch (IOException e) {
            throw Installation.unreadable(folder(), String.valueOf(e.getMessage()));
        }
    }

    private static ModelFiles files() {
        return name -> Files.newInputStream(folder().resolve(name));
    }

    private static Path folder() {
        return Installation.home().resolve("models");
    }
}
