package org.hearsay.tell.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.hearsay.page.Bytes;

/**
 * The templates and the files beside them. Every value is escaped, and a name that a template gets wrong is an error,
 * not a gap. Thread-safe.
 */
final class Templates {
    static final String FOLDER = "org/hearsay/tell/web/";

    private final PebbleEngine engine;
    private final Bytes style = resource("style.css");
    private final Bytes icon = resource("favicon.svg");
    private final Bytes keys = resource("keys.js");
    private final String openApi = new String(resource("openapi.json").toArray(), StandardCharsets.UTF_8);

    Templates() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".html");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.ENGLISH)
                .build();
    }

    /** @param site what the frame of every page needs; {@code page} what its template sets */
    String render(String name, Site site, Object page) {
        StringWriter out = new StringWriter(16_384);
        try {
            engine.getTemplate(name).evaluate(out, Map.of("site", site, "page", page), Locale.ENGLISH);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot render " + name, e);
        }
        return out.toString();
    }

    /**
     * @param here which part of the site this is: today, search, feeds, or nothing
     * @param style which state of the style sheet, for its address; {@code keys} of the file with the keys
     * @param token goes into every form that changes something
     * @param editor whether such forms are shown
     */
    record Site(
            String title,
            String here,
            String style,
            String keys,
            String zone,
            int maxQuery,
            String token,
            boolean editor) {}

    Bytes style() {
        return style;
    }

    Bytes keys() {
        return keys;
    }

    String openApi() {
        return openApi;
    }

    Bytes icon() {
        return icon;
    }

    private static Bytes resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/" + FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program's own file is missing: " + FOLDER + name);
            }
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }
}
