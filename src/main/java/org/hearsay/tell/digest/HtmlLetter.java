package org.hearsay.tell.digest;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The HTML part, from the template {@code letter.html}; every word in it is escaped. */
final class HtmlLetter {
    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .loader(new ClasspathLoader(HtmlLetter.class.getClassLoader()))
            .autoEscaping(true)
            .defaultLocale(Locale.ROOT)
            .strictVariables(true)
            .build();

    private HtmlLetter() {}

    static String of(Sheet sheet) {
        StringWriter out = new StringWriter();
        try {
            ENGINE.getTemplate("org/hearsay/tell/digest/letter.html").evaluate(out, Map.of("sheet", sheet));
        } catch (IOException e) {
            throw new UncheckedIOException("the letter's template cannot be read", e);
        }
        return out.toString();
    }
}
