package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who wrote it, as far as the page states it outside of its lines: people's names and agencies, never the publisher
 * itself, no roles and no addresses. What is told to machines comes first, but a person whom the page marks as the
 * author beats an office or a company, and a full name the handle that it explains.
 */
final class Authors {
    private static final List<String> METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "byl",
            "dc.creator",
            "dcterms.creator",
            "citation_author",
            "article:author_name",
            "cxenseparse:author",
            "cse_author",
            "shareaholic:article_author_name",
            "twitter:data1");
    private static final List<String> WRITTEN =
            List.of("written", "verfasst", "geschrieben", "écrit", "escrito", "author", "autor", "scritto", "skrevet");

    private Authors() {}

    static List<String> of(Evidence page, StructuredData data, List<String> publishers) {
        String owner = data.personal() ? BodyFinder.key(data.publisher().orElse("")) : "";
        List<String> organizations = publishers.stream()
                .filter(p -> owner.isEmpty() || !BodyFinder.key(p).equals(owner))
                .toList();
        Map<String, String> told = new LinkedHashMap<>();
        for (StructuredData.Person person : data.authors()) {
            NameLine.take(person.name(), organizations, told, true);
        }
        for (String name : METAS) {
            if (told.isEmpty() && (!name.startsWith("twitter") || written(page))) {
                page.metaAll(name).forEach(value -> NameLine.take(value, organizations, told, true));
            }
        }
        withoutEditors(page, organizations, told);
        if (signed(told)) {
            return List.copyOf(told.values());
        }
        boolean unsigned = told.isEmpty() && !data.authors().isEmpty();
        Map<String, String> marked = marked(page, organizations, unsigned ? 2 : page.bylines.size());
        Map<String, String> found = new LinkedHashMap<>(told.isEmpty() ? marked : better(told, marked.values()));
        if (found.isEmpty()) {
            ownName(page, data, publishers, found);
        }
        if (found.isEmpty()) {
            together(page, data, found);
        }
        return List.copyOf(found.values());
    }

    /** Some sites tell machines their editor as the author, and people who is what ("Ada Mill", "Editor: Cy Stone"). */
    private static void withoutEditors(Evidence page, List<String> organizations, Map<String, String> told) {
        if (told.isEmpty()
                || page.bylines.stream()
                        .noneMatch(b -> NameLine.EDITOR.matcher(b).find())) {
            return;
        }
        Map<String, String> others = new LinkedHashMap<>();
        Map<String, String> editors = new LinkedHashMap<>();
        for (String byline : page.bylines) {
            java.util.regex.Matcher editor = NameLine.EDITOR.matcher(byline);
            boolean edited = editor.find();
            NameLine.take(
                    edited ? byline.substring(editor.end()) : byline, organizations, edited ? editors : others, edited);
        }
        others.keySet().removeAll(editors.keySet());
        boolean onlyEditors = editors.keySet().containsAll(told.keySet());
        if (onlyEditors && others.values().stream().anyMatch(NameLine::person)) {
            told.clear();
            told.putAll(others);
        }
    }

    private static boolean written(Evidence page) {
        String label = page.meta("twitter:label1").orElse("").toLowerCase(Locale.ROOT);
        return WRITTEN.stream().anyMatch(label::contains);
    }

    /**
     * The names in elements that are marked as the author's. Where the publisher itself signs, later bylines are those of
     * teasers; those of links to writers' own pages come last.
     */
    private static Map<String, String> marked(Evidence page, List<String> organizations, int bylines) {
        Map<String, String> marked = new LinkedHashMap<>();
        page.authorLinks.stream().limit(4).forEach(a -> NameLine.take(a, organizations, marked, true));
        for (String byline : page.bylines.subList(0, Math.min(bylines, page.bylines.size()))) {
            if (marked.isEmpty()) {
                NameLine.take(byline, organizations, marked, false);
            }
        }
        for (String name : page.profiles) {
            if (marked.isEmpty() && NameLine.person(NameLine.withoutPrefix(name))) {
                NameLine.take(name, organizations, marked, false);
            }
        }
        marked.replaceAll((key, name) -> bare(name, page));
        return marked;
    }

    /** "Ada Mill Head Gardener" where another element says "Ada Mill". */
    private static String bare(String name, Evidence page) {
        for (List<String> others : List.of(page.bylines, page.profiles, page.authorLinks)) {
            for (String other : others) {
                if (name.startsWith(other + " ") && NameLine.person(other)) {
                    return other;
                }
            }
        }
        return name;
    }

    /**
     * What is told, or people that are shown where they are better: where no person is told, or only a handle or a first
     * name that is part of one shown.
     */
    static Map<String, String> better(Map<String, String> told, Iterable<String> shown) {
        if (signed(told)) {
            return told;
        }
        boolean handle = told.values().stream().allMatch(NameLine::handle);
        Map<String, String> people = new LinkedHashMap<>();
        for (String name : shown) {
            if (NameLine.person(name) && (!handle || told.values().stream().anyMatch(n -> explains(name, n)))) {
                people.put(BodyFinder.key(name), name);
            }
        }
        return people.isEmpty() ? told : people;
    }

    /** Whether a person or an agency is among the names. */
    static boolean signed(Map<String, String> told) {
        return told.values().stream().anyMatch(n -> NameLine.person(n) || NameLine.agency(n));
    }

    /** Whether a full name explains a handle: "Ada Mill" and "ada.mill", "adamill" or "Ada". */
    static boolean explains(String name, String handle) {
        String whole = BodyFinder.key(name).replace(" ", "");
        String part = BodyFinder.key(handle).replace(" ", "");
        return part.length() > 2 && (whole.equals(part) || BodyFinder.key(name).startsWith(part + " "));
    }

    /** On a site that bears its writer's name, the person it states as the author is no organisation. */
    private static void ownName(
            Evidence page, StructuredData data, List<String> publishers, Map<String, String> found) {
        List<String> stated = new ArrayList<>();
        data.authors().stream().filter(p -> !p.organization()).forEach(p -> stated.add(p.name()));
        stated.addAll(page.metaAll("author"));
        stated.addAll(page.authorLinks);
        stated.addAll(page.bylines);
        boolean hosted = publishers.stream().anyMatch(NameLine::hosted);
        for (String raw : stated) {
            String name = NameLine.withoutPrefix(raw);
            if (found.isEmpty() && NameLine.ownName(name, hosted)) {
                found.put(BodyFinder.key(name), name);
            }
        }
    }

    /** Where nobody is named, a newsroom that signs as one is the author that the page states. */
    private static void together(Evidence page, StructuredData data, Map<String, String> found) {
        List<String> stated = new ArrayList<>();
        data.authors().forEach(p -> stated.add(p.name()));
        stated.addAll(page.metaAll("author"));
        stated.addAll(page.authorLinks);
        stated.addAll(page.bylines);
        for (String raw : stated) {
            String whole = NameLine.withoutPrefix(raw);
            Optional<String> name = Optional.of(NameLine.withoutDate(whole.isEmpty() ? Layout.collapse(raw) : whole))
                    .filter(NameLine::together);
            if (found.isEmpty() && name.isPresent()) {
                found.put(BodyFinder.key(name.get()), name.get());
            }
        }
    }
}
