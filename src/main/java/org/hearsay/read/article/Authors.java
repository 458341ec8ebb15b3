package org.hearsay.read.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Who wrote it: people's names and agencies, never the publisher itself, no roles and no addresses. */
final class Authors {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:view )?all (?:posts|articles|stories) by|posts by|post author|zeige alle beiträge von|alle"
                + " (?:artikel|beiträge)(?: von)?|beiträge"
                + " von|(?:veröffentlicht|gepostet|erstellt|publiziert|verfasst)"
                + " von|(?:written|posted|reported|published|submitted|story|words|text|article|analysis|opinion|review|report|post|interview)"
                + " by|by|von|par|por|di|da|door|av|af|from|text|autor(?:in)?|author|auteur|autore|redaktion|écrit"
                + " par|publié par|publicado por|ein (?:artikel|beitrag|kommentar|gastbeitrag|interview|bericht)"
                + " von|geschrieben von|reporter)\\s*:?\\s+",
            FLAGS);
    private static final Pattern SPLIT = Pattern.compile(
            "\\s*[;|/•·\\n]\\s*|,\\s+|\\s+(?:and|und|et|y|e|with|mit|avec|con|og|och|en)\\s+|\\s*&\\s*", FLAGS);
    private static final Pattern ROLE = Pattern.compile(
            "\\b(?:reporters?|editors?|correspondents?|writers?|contributors?|columnist|producer|journalist(?:in)?|staff|redaktion|redaktör|redaktor|redakteur(?:in)?|rédaction|redacción|redacao|redazione|admin(?:istrator)?|chief|team|desk|published|updated|posted|author|photograph(?:er|s|y)|ph\\.?d|prof(?:essor)?|director|manager|ceo|founder|min"
                + " read|minutes|comments?|follow|twitter|read more|view|all posts|guest|web"
                + " ?master|newsroom|newsdesk|politics|january|february|march|april|june|july|august|september|october|november|december|esq|md|anonymous|unknown|user|bio|email|archives?|contact|about|subscribe|profile|share|news|media|press"
                + " release)\\b",
            FLAGS);
    private static final Pattern DATE_TAIL = Pattern.compile(
            "\\s*(?:\\bam$|\\bon\\b|\\bin\\b|@|\\(|\\||–|—| - |\\bpublished\\b|\\bposted\\b|\\bupdated\\b|\\d).*$",
            FLAGS);
    private static final Set<String> AGENCIES = Set.of(
            "reuters",
            "afp",
            "ap",
            "dpa",
            "associated press",
            "the associated press",
            "agence france presse",
            "apa",
            "ansa",
            "efe",
            "ntb",
            "tt",
            "ritzau",
            "sda",
            "sid",
            "pti",
            "ani",
            "xinhua",
            "bloomberg",
            "kna",
            "epd");

    private Authors() {}

    static List<String> of(Evidence page, StructuredData data, List<String> publishers) {
        String owner = data.personal() ? BodyFinder.key(data.publisher().orElse("")) : "";
        List<String> organizations = publishers.stream()
                .filter(p -> owner.isEmpty() || !BodyFinder.key(p).equals(owner))
                .toList();
        Map<String, String> found = new LinkedHashMap<>();
        for (StructuredData.Person person : data.authors()) {
            take(person.name(), organizations, found, true);
        }
        if (found.isEmpty()) {
            for (String name : List.of(
                    "author",
                    "article:author",
                    "parsely-author",
                    "sailthru.author",
                    "byl",
                    "dc.creator",
                    "dcterms.creator",
                    "citation_author",
                    "article:author_name",
                    "twitter:data1")) {
                if (found.isEmpty()) {
                    for (String value : page.metaAll(name)) {
                        if (!name.startsWith("twitter")
                                || page.meta("twitter:label1")
                                        .orElse("")
                                        .toLowerCase(Locale.ROOT)
                                        .contains("written")) {
                            take(value, organizations, found, true);
                        }
                    }
                }
            }
        }
        if (found.isEmpty()) {
            page.authorLinks.stream().limit(4).forEach(a -> take(a, organizations, found, true));
        }
        for (String byline : page.bylines) {
            if (found.isEmpty()) {
                take(byline, organizations, found, false);
            }
        }
        return List.copyOf(found.values());
    }

    private static void take(String raw, List<String> publishers, Map<String, String> found, boolean machine) {
        String line = Layout.collapse(raw);
        if (line.isEmpty() || line.length() > 300 || line.contains("://")) {
            return;
        }
        boolean said = PREFIX.matcher(line).find();
        while (PREFIX.matcher(line).find()) {
            line = PREFIX.matcher(line).replaceFirst("");
        }
        for (String part : SPLIT.split(line)) {
            String name = PREFIX.matcher(part.strip()).replaceFirst("");
            name = DATE_TAIL.matcher(name).replaceFirst("").replaceAll("^[\\s,:.\\-–]+|[\\s,:\\-–]+$", "");
            if (isName(name, publishers, machine || said) && found.size() < 12) {
                found.putIfAbsent(BodyFinder.key(name), name);
            }
        }
    }

    private static boolean isName(String name, List<String> publishers, boolean stated) {
        String key = BodyFinder.key(name);
        if (AGENCIES.contains(key)) {
            return publishers.stream().noneMatch(p -> BodyFinder.key(p).equals(key));
        }
        String[] words = name.split(" ");
        if (key.length() < 3
                || name.length() > 50
                || words.length > 6
                || name.indexOf('@') >= 0
                || name.indexOf('.') > 0 && name.indexOf(' ') < 0) {
            return false;
        }
        if (ROLE.matcher(name).find()) {
            return false;
        }
        String joined = key.replace(" ", "");
        for (String publisher : publishers) {
            String p = BodyFinder.key(publisher).replace(" ", "");
            boolean nearly = joined.length() > 5 && p.contains(joined) && p.length() - joined.length() <= 6;
            if (!p.isEmpty() && (joined.equals(p) || p.length() > 4 && joined.contains(p) || nearly)) {
                return false;
            }
        }
        boolean capital = Character.isUpperCase(name.codePointAt(0)) || !Character.isLowerCase(name.codePointAt(0));
        return stated || capital && words.length >= 2 && words.length <= 4;
    }
}
