package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a page says about itself outside of its text, gathered in one walk and not yet judged. */
final class Evidence implements NodeVisitor {
    /** A time element as written, and whether it stands near the headline. */
    record Time(String datetime, String text, boolean updated) {}

    /** A heading of the first rank, and how many paragraphs stand before it on the page. */
    record Headline(String text, int after) {}

    /** Pages repeat such elements for each teaser; the first ones are the article's. */
    private static final int ENOUGH = 60;

    private static final int LONGEST = 1_000;
    /** Shorter attributes hold no data of a story. */
    private static final int LEAST_DATA = 300;

    private static final Pattern STATED =
            Pattern.compile("^[\\\\\"':=\\s]{2,12}(\\d{4}-\\d\\d-\\d\\d[T ]?[\\d:.Z+-]{0,24})");

    private static final List<String> SCRIPT_DATES =
            List.of("datePublished", "publishedDate", "publishDate", "published_at", "publishedAt");

    /** Folders in which sites keep their writers' own pages. */
    private static final List<String> PROFILES = List.of(
            "/author/",
            "/authors/",
            "/autor/",
            "/autoren/",
            "/autores/",
            "/auteur/",
            "/contributor/",
            "/contributors/",
            "/journalist/");

    private final Words words;

    final Map<String, List<String>> metas = new HashMap<>();
    final List<String> canonicals = new ArrayList<>();
    final List<Json> objects = new ArrayList<>();
    final List<Headline> headlines = new ArrayList<>();
    /** Headings of the second and third rank, in order: where the first rank is the site's name, one of them is the title. */
    final List<String> subheads = new ArrayList<>();

    final List<Time> times = new ArrayList<>();
    /** Texts of elements that are named as a byline or an author. */
    final List<String> bylines = new ArrayList<>();
    /** Texts of links and elements that state an author to machines (rel, itemprop). */
    final List<String> authorLinks = new ArrayList<>();

    /** Texts of links to a writer's own page. */
    final List<String> profiles = new ArrayList<>();

    /** Texts of elements that are named as a date. */
    final List<String> dateLines = new ArrayList<>();

    /** What the first script with a date of publication in its data says; such data may be another story's. */
    Optional<String> scriptDate = Optional.empty();

    /** Structured data as written, for where it cannot be read. */
    private final List<String> stated = new ArrayList<>();

    final List<String> publishedMarks = new ArrayList<>();
    String title = "";
    Optional<String> language = Optional.empty();
    int paragraphs;
    int videos;
    int images;

    private Evidence(Words words) {
        this.words = words;
    }

    /** @param scripts what was cut out of the document before it was parsed */
    static Evidence of(Document document, List<Trimming.Script> scripts, Words words) {
        Evidence evidence = new Evidence(words);
        for (int i = 0; i < scripts.size() && evidence.scriptDate.isEmpty(); i++) {
            Trimming.Script script = scripts.get(i);
            evidence.scriptDate = scriptDate(script.page(), script.from(), script.to());
        }
        NodeTraversor.traverse(evidence, document);
        return evidence;
    }

    Optional<String> meta(String... names) {
        for (String name : names) {
            for (String value : metas.getOrDefault(name, List.of())) {
                if (!value.isBlank()) {
                    return Optional.of(value.strip());
                }
            }
        }
        return Optional.empty();
    }

    /** The date of publication in structured data, whoever's it is. */
    Optional<String> statedDate() {
        return stated.stream().flatMap(s -> scriptDate(s).stream()).findFirst();
    }

    List<String> metaAll(String name) {
        return metas.getOrDefault(name, List.of());
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element e)) {
            return;
        }
        switch (e.normalName()) {
            case "html" ->
                language = Optional.of(e.attr("lang"))
                        .filter(l -> !l.isBlank())
                        .or(() -> Optional.of(e.attr("xml:lang")))
                        .filter(l -> !l.isBlank());
            case "meta" -> meta(e);
            case "link" -> {
                if (e.attr("rel").equalsIgnoreCase("canonical") && canonicals.size() < ENOUGH) {
                    canonicals.add(e.attr("href"));
                }
            }
            case "script" -> script(e);
            case "title" -> {
                if (title.isEmpty()
                        && e.parent() != null
                        && !e.parent().normalName().equals("svg")) {
                    title = shortText(e);
                }
            }
            case "h1" -> {
                if (headlines.size() < ENOUGH) {
                    headlines.add(new Headline(shortText(e), paragraphs));
                }
            }
            case "h2", "h3" -> {
                if (subheads.size() < ENOUGH) {
                    subheads.add(shortText(e));
                }
            }
            case "time" -> {
                if (times.size() < ENOUGH) {
                    String own = (e.className() + ' ' + e.attr("itemprop")).toLowerCase(Locale.ROOT);
                    String about = e.parent() == null
                            ? own
                            : own
                                    + ' '
                                    + (e.parent().className() + ' ' + e.parent().ownText()).toLowerCase(Locale.ROOT);
                    // "entry-date published updated" is WordPress's name for a day that is both.
                    boolean updated = !own.contains("publish")
                            && (about.contains("updat")
                                    || about.contains("modif")
                                    || about.contains("aktualis")
                                    || about.contains("mis à jour"));
                    times.add(new Time(e.attr("datetime"), shortText(e), updated));
                }
            }
            case "p" -> paragraphs++;
            case "video" -> videos++;
            case "img" -> images++;
            default -> {}
        }
        if (e.attributesSize() > 0) {
            attributes(e);
        }
    }

    @Override
    public void tail(Node node, int depth) {}

    private void meta(Element e) {
        String name = e.attr("property");
        if (name.isEmpty()) {
            name = e.attr("name");
        }
        if (name.isEmpty()) {
            name = e.attr("itemprop");
        }
        if (name.isEmpty()) {
            name = e.attr("http-equiv");
        }
        if (!name.isEmpty()) {
            List<String> values = metas.computeIfAbsent(name.toLowerCase(Locale.ROOT), k -> new ArrayList<>());
            if (values.size() < ENOUGH) {
                values.add(e.attr("content"));
            }
        }
    }

    private void script(Element e) {
        if (e.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            String data = e.data();
            int start = 0;
            while (start < data.length() && data.charAt(start) != '{' && data.charAt(start) != '[') {
                start++;
            }
            if (start < data.length()) {
                Json.read(data.substring(start)).ifPresent(objects::add);
                stated.add(data);
            }
        } else if (scriptDate.isEmpty()) {
            scriptDate = scriptDate(e.data());
        }
    }

    private static Optional<String> scriptDate(String data) {
        return scriptDate(data, 0, data.length());
    }

    private static Optional<String> scriptDate(String data, int from, int to) {
        // All these names have four letters in common, so that one search over a long script finds any.
        for (int at = data.indexOf("lish", from, to); at >= 0; at = data.indexOf("lish", at + 1, to)) {
            for (String name : SCRIPT_DATES) {
                int start = at - name.indexOf("lish");
                if (start >= from && data.startsWith(name, start)) {
                    int end = start + name.length();
                    Matcher date = STATED.matcher(data).region(Math.min(to, end), Math.min(to, end + 50));
                    if (date.find()) {
                        return Optional.of(date.group(1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void attributes(Element e) {
        String property = "";
        String statement = "";
        String className = "";
        String testId = "";
        String id = "";
        // One pass: each look-up by name is a search of its own, and this is done for every element of a page.
        for (Attribute attribute : e.attributes()) {
            switch (attribute.getKey()) {
                case "itemprop" -> property = attribute.getValue();
                case "property" -> statement = attribute.getValue();
                case "class" -> className = attribute.getValue();
                case "data-testid" -> testId = attribute.getValue();
                case "id" -> id = attribute.getValue();
                default -> {
                    // Some sites keep a story's structured data in an attribute of the element that a script fills.
                    if (attribute.getValue().length() > LEAST_DATA && scriptDate.isEmpty()) {
                        scriptDate = scriptDate(attribute.getValue());
                    }
                }
            }
        }
        if (!property.isEmpty()) {
            marked(e, property);
        }
        if (!statement.isEmpty()
                && publishedMarks.size() < ENOUGH
                && !e.normalName().equals("meta")
                && (statement.contains("datePublished")
                        || statement.contains("dateCreated")
                        || statement.contains("dc:date"))) {
            publishedMarks.add(e.hasAttr("content") ? e.attr("content") : shortText(e));
        }
        if (e.normalName().equals("a")) {
            link(e, e.attributes());
        }
        named(e, !className.isEmpty() ? className : !testId.isEmpty() ? testId : id);
    }

    private void marked(Element e, String property) {
        if (property.contains("author")
                && authorLinks.size() < ENOUGH
                && !e.normalName().equals("meta")) {
            authorLinks.add(nameInside(e));
        }
        if (property.contains("datePublished") && publishedMarks.size() < ENOUGH) {
            publishedMarks.add(
                    e.hasAttr("datetime")
                            ? e.attr("datetime")
                            : e.hasAttr("content") ? e.attr("content") : shortText(e));
        }
    }

    private void link(Element e, Attributes all) {
        if (authorLinks.size() < ENOUGH && all.get("rel").contains("author")) {
            authorLinks.add(shortText(e));
        }
        if (profiles.size() < ENOUGH && profile(all.get("href"))) {
            profiles.add(shortText(e));
        }
    }

    private void named(Element e, String className) {
        if (className.isEmpty() || className.length() > 500) {
            return;
        }
        Words.Said said = words.of(className);
        if (said.date() && dateLines.size() < ENOUGH && e.childNodeSize() < 12) {
            String text = shortText(e);
            if (text.length() >= 6 && text.length() < 150) {
                dateLines.add(text);
            }
        }
        if (said.byline() && bylines.size() < ENOUGH) {
            String text = shortText(e);
            if (text.length() < 200 && !text.isBlank()) {
                bylines.add(text.strip());
            }
        }
    }

    private static boolean profile(String link) {
        return profile(link, 0, link.length());
    }

    /** Whether a link is to a writer's own page. */
    static boolean profile(String link, int from, int to) {
        for (int at = link.indexOf('/', from, to); at >= 0; at = link.indexOf('/', at + 1, to)) {
            char next = at + 1 < to ? link.charAt(at + 1) : ' ';
            if (next == 'a' || next == 'c' || next == 'j') {
                for (String folder : PROFILES) {
                    if (link.startsWith(folder, at)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The element's words, given up beyond what a title or a name can be: wrappers of whole pages bear such names too. */
    private static String shortText(Element e) {
        StringBuilder words = new StringBuilder();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof TextNode t) {
                        words.append(t.getWholeText());
                    } else if (node instanceof Element inner
                            && (inner.isBlock() || inner.normalName().equals("br"))) {
                        words.append(' ');
                    }
                    return words.length() > LONGEST ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
                },
                e);
        return words.length() > LONGEST ? "" : Layout.collapse(words.toString());
    }

    private static String nameInside(Element e) {
        Element name = e.selectFirst("[itemprop=name]");
        if (name == null) {
            return shortText(e);
        }
        return name.hasAttr("content") ? name.attr("content") : shortText(name);
    }
}
