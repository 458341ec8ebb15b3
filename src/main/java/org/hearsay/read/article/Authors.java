package org.hearsay.read.article;

import java.util.ArrayList;
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
            "^(?:(?:view |show )?all (?:posts|articles|stories) (?:by|of)|posts by|post author|zeige alle beiträge"
                    + " von|alle (?:artikel|beiträge)(?: von)?|beiträge"
                    + " von|(?:veröffentlicht|gepostet|erstellt|publiziert|verfasst)"
                    + " von|(?:written|posted|contributed|recipe|authored|reported|published|submitted|story|words|text|article|analysis|opinion|review|report|post|interview)"
                    + " by|by|von|par|por|di|da|door|av|af|from|text|autor(?:in)?|author|auteur|autore|redaktion|écrit"
                    + " par|publié par|publicado por|ein (?:artikel|beitrag|kommentar|gastbeitrag|interview|bericht)"
                    + " von|geschrieben von|reporter)\\s*:?\\s+",
            FLAGS);
    /** Who looked after the text, not who wrote it. */
    private static final Pattern OTHER_WORK = Pattern.compile(
            "^(?:(?:medically |expert |technically )?(?:reviewed|edited|fact[-"
                    + " ]checked|checked|translated|photograph(?:s|ed)?|photos?|images?|illustrat(?:ed|ions?)|design|code)(?:"
                    + " by|:)|quelle|source|fotos?|bild(?:er)?|übersetz)\\b",
            FLAGS);
    /** A byline that names those who wrote it only together. */
    private static final Pattern TOGETHER =
            Pattern.compile("\\b(?:team|staff|editors|redaktion|redacción|rédaction|newsdesk)\\b", FLAGS);

    private static final Pattern COMPANY = Pattern.compile(
            "\\b(?:inc|llc|ltd|gmbh|ag|group|company|bank|construction|solutions?|services?|marketing|media|online|store|shop|agency|university|institute|foundation|law|health|club|magazine|blog|times|post|journal|daily|radio|tv)\\b",
            FLAGS);

    private static final Pattern SPLIT = Pattern.compile(
            "\\s*[;|/•·\\n]\\s*|,\\s+|\\s+(?:and|und|et|y|e|with|mit|avec|con|og|och|en)\\s+|\\s*&\\s*", FLAGS);
    private static final Pattern ROLE = Pattern.compile(
            "\\b(?:reporters?|editors?|correspondents?|writers?|contributors?|columnist|producer|journalist(?:in)?|staff|redaktion|redaktör|redaktor|redakteur(?:in)?|rédaction|redacción|redacao|redazione|admin(?:istrator)?|chief|team|desk|published|updated|posted|author|photograph(?:er|s|y)|ph\\.?d|prof(?:essor)?|director|manager|ceo|founder|min"
                    + " read|minutes|comments?|follow|twitter|read more|learn more|view|all posts|guest|web"
                    + " ?master|newsroom|newsdesk|politics|january|february|march|april|june|july|august|september|october|november|december|esq|md|anonymous|unknown|user|bio|email|archives?|contact|about|subscribe|profile|share|news|media|press"
                    + " release)\\b",
            FLAGS);
    private static final Pattern DATE_TAIL = Pattern.compile(
            "\\s*(?:\\bam$|\\bon\\b|\\bin\\b|@|\\(|\\||–|—| -"
                    + " |\\bpublished\\b|\\bposted\\b|\\bupdated\\b|(?<=\\p{Ll})(?:January|February|March|April|June|July|August|September|October|November|December)\\b|\\d).*$",
            FLAGS);
    private static final Pattern BYLINE = Pattern.compile(
            "^(?:(?i:written|posted|reported|published|words|text|story|article)"
                    + " )?(?:[Bb]y|BY|Von|VON|Por|POR|Par|PAR|Di|Door|Av|Af|Text|Autor(?:in)?|Author|Auteur)\\s*:?\\s+(?=\\p{Lu})");
    private static final Pattern OWN_NAME =
            Pattern.compile("\\p{Lu}[\\p{Ll}'’]+(?: \\p{Lu}\\.)?(?: \\p{Lu}[\\p{L}'’-]+){1,2}");

    private static final Pattern FULL_NAME = Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?:"
            + " (?:\\p{Lu}[\\p{L}.'’-]*|von|van|de|der|den|la|le|di|du|del|da|dos|bin|al|el)){1,4}");
    /** Hosts where every address is one writer's blog. */
    private static final Pattern HOSTED_BLOG =
            Pattern.compile("\\.(?:wordpress\\.com|blogspot\\.\\w+|substack\\.com|tumblr\\.com)$");

    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\d._-]{3,25}");

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
        for (String name : page.profiles) {
            if (found.isEmpty() && FULL_NAME.matcher(name).matches()) {
                take(name, organizations, found, false);
            }
        }
        if (found.isEmpty()) {
            ownName(page, data, publishers, found);
        }
        if (found.isEmpty()) {
            together(page, data, found);
        }
        return List.copyOf(found.values());
    }

    /** Names in a line for people that says who wrote the text ("By Ada Brown and Cy Grey"); empty for any other line. */
    static List<String> inByline(String line, List<String> publishers) {
        if (line.length() > 120 || !BYLINE.matcher(line).find()) {
            return List.of();
        }
        Map<String, String> found = new LinkedHashMap<>();
        take(BYLINE.matcher(line).replaceFirst(""), publishers, found, false);
        return List.copyOf(found.values());
    }

    /** On a site that bears its writer's name, the person it states as the author is no organisation. */
    private static void ownName(
            Evidence page, StructuredData data, List<String> publishers, Map<String, String> found) {
        List<String> told = new ArrayList<>();
        data.authors().stream().filter(p -> !p.organization()).forEach(p -> told.add(p.name()));
        told.addAll(page.metaAll("author"));
        told.addAll(page.authorLinks);
        told.addAll(page.bylines);
        boolean hosted =
                publishers.stream().anyMatch(p -> HOSTED_BLOG.matcher(p).find());
        for (String raw : told) {
            String name = PREFIX.matcher(Layout.collapse(raw)).replaceFirst("");
            boolean person = OWN_NAME.matcher(name).matches()
                    || hosted && HANDLE.matcher(name).matches();
            if (found.isEmpty()
                    && person
                    && !COMPANY.matcher(name).find()
                    && !ROLE.matcher(name).find()) {
                found.put(BodyFinder.key(name), name);
            }
        }
    }

    /** Where nobody is named, a newsroom that signs as one is the author that the page states. */
    private static void together(Evidence page, StructuredData data, Map<String, String> found) {
        List<String> told = new ArrayList<>();
        data.authors().forEach(p -> told.add(p.name()));
        told.addAll(page.metaAll("author"));
        for (String raw : told) {
            String name = Layout.collapse(raw);
            if (found.isEmpty()
                    && name.length() < 40
                    && name.indexOf('@') < 0
                    && TOGETHER.matcher(name).find()) {
                found.put(BodyFinder.key(name), name);
            }
        }
    }

    private static void take(String raw, List<String> publishers, Map<String, String> found, boolean machine) {
        String line = Layout.collapse(raw);
        if (line.isEmpty()
                || line.length() > 300
                || line.contains("://")
                || OTHER_WORK.matcher(line).find()) {
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
