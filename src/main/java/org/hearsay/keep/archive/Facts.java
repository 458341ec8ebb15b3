package org.hearsay.keep.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;

/** Facts as the block of a metadata record: {@code application/warc-fields}, a line each, sorted by name. */
final class Facts {
    private Facts() {}

    static byte[] write(Map<String, String> facts) {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(facts).forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9_-]+")) {
                throw new IllegalArgumentException("the name of a fact is letters, digits, - and _: " + name);
            }
            out.append(name).append(": ").append(Escapes.escape(value)).append("\r\n");
        });
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, String> read(byte[] block) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : new String(block, StandardCharsets.UTF_8).split("\r\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                facts.put(line.substring(0, colon), Escapes.unescape(line.substring(colon + 2)));
            } else if (!line.isEmpty()) {
                throw new ZipException("no fact: " + line);
            }
        }
        return facts;
    }
}
