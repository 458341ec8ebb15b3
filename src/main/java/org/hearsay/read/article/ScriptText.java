package org.hearsay.read.article;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * The text of a story that a page keeps in a script and draws later: a template, or the largest run of prose in the
 * data of an application. Looked at only where the page shows no text of its own. Such data holds other prose as well
 * (notices on cookies, other stories), so it counts only if it tells the page's title too.
 */
final class ScriptText {
    /** Data of a story with its neighbours has less than this; more is a whole site's. */
    private static final int LARGEST = 4_000_000;
    /** A shorter sentence is as likely a label. */
    private static final int SENTENCE = 60;
    /** Less prose than this is no story. */
    private static final int LEAST = 300;
    /** So much of the prose in one member means that the rest stands beside the story. */
    private static final double MOST = 0.5;

    private static final Pattern MARKUP = Pattern.compile("<(?:p|h[1-6]|li|br|div)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSIGNED = Pattern.compile("=\\s*(?=[\\[{])");
    /** What only a program fills in. */
    private static final Pattern BLANKS = Pattern.compile("\\{\\{|<%|\\$\\{");

    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "paragraph", "heading", "list-item");

    private final Set<String> titles = new HashSet<>();

    private ScriptText(List<String> titles) {
        for (String title : titles) {
            this.titles.add(BodyFinder.key(title));
        }
        this.titles.remove("");
    }

    /** The story as HTML: what a template holds, or a paragraph for each piece of prose in data. */
    static Optional<String> html(List<Json> objects, List<Trimming.Script> scripts, List<String> titles) {
        ScriptText text = new ScriptText(titles);
        List<String> found = new ArrayList<>();
        for (Json object : objects) {
            found.add(text.inData(object));
        }
        for (Trimming.Script script : scripts) {
            if (script.to() - script.from() <= LARGEST) {
                found.add(text.in(tag(script), decoded(script.page().substring(script.from(), script.to()))));
            }
        }
        return found.stream().max(Comparator.comparingInt(String::length)).filter(f -> f.length() >= LEAST);
    }

    private static String tag(Trimming.Script script) {
        int open = script.page().lastIndexOf('<', script.from() - 1);
        return open < 0 ? "" : script.page().substring(open, script.from()).toLowerCase(Locale.ROOT);
    }

    /** Scripts of UTF-8 pages are left as their bytes, one a character. */
    private static String decoded(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) > 0xff) {
                return raw;
            }
        }
        String utf8 = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : raw;
    }

    private String in(String tag, String data) {
        if (tag.contains("template") || tag.contains("text/html")) {
            return MARKUP.matcher(data).find() && !BLANKS.matcher(data).find() ? data : "";
        }
        if (tag.contains("json")) {
            return Json.read(data).map(this::inData).orElse("");
        }
        Matcher assigned = ASSIGNED.matcher(data);
        return assigned.find()
                ? Json.read(data.substring(assigned.end())).map(this::inData).orElse("")
                : "";
    }

    private String inData(Json data) {
        return tellsTitle(data) ? story(data) : "";
    }

    private boolean tellsTitle(Json root) {
        Deque<Json> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Json.Obj o -> o.members().values().forEach(open::push);
                case Json.Arr a -> a.items().forEach(open::push);
                case Json.Text t -> {
                    if (t.value().length() < 400 && titles.contains(BodyFinder.key(t.value()))) {
                        return true;
                    }
                }
                case Json.Literal l -> {}
            }
        }
        return false;
    }

    /** Goes down to the smallest value that still holds most of the prose, and lays its pieces in a row. */
    private static String story(Json root) {
        Json at = root;
        while (true) {
            int whole = prose(at);
            Optional<Json> larger = members(at).stream()
                    .filter(member -> prose(member) > MOST * whole)
                    .findFirst();
            if (larger.isEmpty()) {
                break;
            }
            at = larger.get();
        }
        List<String> pieces = new ArrayList<>();
        pieces(at, pieces);
        return String.join("\n", new LinkedHashSet<>(pieces));
    }

    private static List<Json> members(Json value) {
        return switch (value) {
            case Json.Obj o -> List.copyOf(o.members().values());
            case Json.Arr a -> a.items();
            case Json.Text t -> List.of();
            case Json.Literal l -> List.of();
        };
    }

    private static int prose(Json value) {
        List<String> pieces = new ArrayList<>();
        pieces(value, pieces);
        return pieces.stream().mapToInt(String::length).sum();
    }

    private static void pieces(Json value, List<String> into) {
        switch (value) {
            case Json.Text t -> piece(t.value()).ifPresent(into::add);
            case Json.Arr a -> a.items().forEach(i -> pieces(i, into));
            case Json.Obj o -> {
                Optional<String> block = block(o);
                if (block.isPresent()) {
                    StringBuilder words = new StringBuilder();
                    words(o, words);
                    into.add("<" + block.get() + ">" + Entities.escape(Layout.collapse(words.toString())) + "</"
                            + block.get() + ">");
                } else {
                    o.members().values().forEach(m -> pieces(m, into));
                }
            }
            case Json.Literal l -> {}
        }
    }

    /** A string that is markup, or sentences. */
    private static Optional<String> piece(String raw) {
        String text = raw.startsWith("&lt;") ? Parser.unescapeEntities(raw, false) : raw;
        if (MARKUP.matcher(text).find()) {
            return Optional.of(text);
        }
        boolean sentences = text.length() >= SENTENCE
                && text.indexOf(' ') > 0
                && text.indexOf('{') < 0
                && Line.endsSentence(text.strip());
        return sentences ? Optional.of("<p>" + Entities.escape(text) + "</p>") : Optional.empty();
    }

    /** The element that an object of a tree of text stands for ("type": "p", "children": ...). */
    private static Optional<String> block(Json.Obj o) {
        boolean tree = o.members().containsKey("children") || o.members().containsKey("content");
        for (String name : tree ? List.of("type", "tag", "tagName", "name", "nodeType") : List.<String>of()) {
            Optional<String> block = o.get(name)
                    .flatMap(Json::words)
                    .map(w -> w.toLowerCase(Locale.ROOT))
                    .filter(BLOCKS::contains);
            if (block.isPresent()) {
                return block.map(b ->
                        b.equals("paragraph") ? "p" : b.equals("heading") ? "h2" : b.equals("list-item") ? "li" : b);
            }
        }
        return Optional.empty();
    }

    private static void words(Json value, StringBuilder into) {
        switch (value) {
            case Json.Text t -> into.append(t.value());
            case Json.Arr a -> a.items().forEach(i -> words(i, into));
            case Json.Obj o -> {
                for (String name : List.of("data", "text", "value", "children", "content")) {
                    o.get(name).ifPresent(m -> words(m, into));
                }
            }
            case Json.Literal l -> {}
        }
    }
}
