package org.hearsay.demo;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill: <code>{{name}}</code> escaped for the file it stands in, <code>{{{name}}}</code> as it
 * is, <code>{{json:name}}</code> escaped for a JSON string, and <code>{{#name}}…{{/name}}</code> once for each member
 * of a list, or once if a word is not blank. A name that nobody knows is a mistake in the template and throws.
 */
record Template(String text, UnaryOperator<String> escape) {
    private static final Pattern PLACE = Pattern.compile(
            "\\{\\{#(\\w+)}}(.*?)\\{\\{/\\1}}|\\{\\{\\{(\\w+)}}}|\\{\\{json:(\\w+)}}|\\{\\{(\\w+)}}", Pattern.DOTALL);

    /** What a template may name: words, and lists of further values that see these words too. */
    record Values(Map<String, String> words, Map<String, List<Map<String, String>>> lists) {}

    String fill(Values values) {
        return fill(text, values);
    }

    private String fill(String part, Values values) {
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(part);
        while (place.find()) {
            place.appendReplacement(out, Matcher.quoteReplacement(filled(place, values)));
        }
        return place.appendTail(out).toString();
    }

    private String filled(Matcher place, Values values) {
        if (place.group(1) != null) {
            return section(place.group(1), place.group(2), values);
        }
        if (place.group(3) != null) {
            return word(place.group(3), values);
        }
        return place.group(4) != null ? json(word(place.group(4), values)) : escape.apply(word(place.group(5), values));
    }

    private String section(String name, String inner, Values values) {
        List<Map<String, String>> list = values.lists.get(name);
        if (list == null) {
            return word(name, values).isBlank() ? "" : fill(inner, values);
        }
        StringBuilder out = new StringBuilder();
        for (Map<String, String> member : list) {
            Map<String, String> words = new java.util.HashMap<>(values.words);
            words.putAll(member);
            out.append(fill(inner, new Values(words, values.lists)));
        }
        return out.toString();
    }

    private String word(String name, Values values) {
        String word = values.words.get(name);
        if (word == null) {
            throw new IllegalArgumentException("a template names \"" + name + "\", which nobody knows");
        }
        return word;
    }

    static String json(String raw) {
        return raw.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** For text; newspapers do not escape their quotation marks either. */
    static String markup(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
