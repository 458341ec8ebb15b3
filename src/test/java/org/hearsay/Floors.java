package org.hearsay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What figures of quality may not fall below, and those of errors not exceed: {@code floors.properties}. */
public final class Floors {
    private static final Properties ALL = new Properties();

    static {
        try (InputStream in = Objects.requireNonNull(Floors.class.getResourceAsStream("/floors.properties"))) {
            ALL.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Floors() {}

    public static double of(String key) {
        return Double.parseDouble(Objects.requireNonNull(ALL.getProperty(key), key));
    }
}
