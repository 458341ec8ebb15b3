package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names in one line, without what pages write around them: prefixes, dates, roles, degrees, other names of the publisher. */
final class NameLine {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:view |show )?all (?:posts|articles|stories) (?:by|of)|posts by|post author|(?:alle|alles|artikel|beitrag|gespeichert|eingetragen|publiziert|zum profil)"
                    + " von|beitragvon|(?:und )?(?:ein )?interview(?: by| von| mit)?(?=:)|read more (?:about|from)|about the author|meet the author|contributors?(?=:)|zeige alle beiträge"
                    + " von|alle (?:artikel|beiträge)(?: von)?|beiträge"
                    + " von|(?:veröffentlicht|gepostet|erstellt|publiziert|verfasst)"
                    + " von|(?:written|posted|contributed|recipe|authored|reported|published|submitted|story|words|text|article|analysis|opinion|review|report|post|interview)"
                    + " by|by|vom|von|par|por|di|da|door|av|af|from|text|autor(?:in)?|author|auteur|autore|rechtsanwalt|redaktion|écrit"
                    + " par|publié par|publicado por|ein (?:artikel|beitrag|kommentar|gastbeitrag|interview|bericht)"
                    + " von|geschrieben von|reporter)\\s*:?\\s+",
            FLAGS);
    /** Who looked after the text, not who wrote it. */
    static final Pattern OTHER_WORK = Pattern.compile(
            "^(?:(?:medically |expert |technically )?(?:reviewed|edited|fact[-"
                    + " ]checked|checked|translated|photograph(?:s|ed)?|photos?|images?|illustrat(?:ed|ions?)|design|code)(?:"
                    + " by|:)|quelle|source|fotos?|bild(?:er)?|übersetz)\\b",
            FLAGS);
    /** Before who looked after the text, where another line names who wrote it. */
    static final Pattern EDITOR = Pattern.compile(
            "^(?:editor(?:in)?|edited by|redaktur|penyunting|editado por|redactor)\\s*:?\\s+(?=\\p{Lu})", FLAGS);
    /** A byline that names those who wrote it only together. */
    private static final Pattern TOGETHER =
            Pattern.compile("\\b(?:team|staff|editors|redaktion|redacción|rédaction|newsdesk)\\b", FLAGS);

    private static final Pattern COMPANY = Pattern.compile(
            "\\b(?:inc|llc|ltd|gmbh|ag|group|company|bank|construction|solutions?|services?|marketing|media|online|store|shop|agency|university|institute|foundation|law|health|club|magazine|blog|zeitung|presse|verlag|welle|nachrichten|news|e\\.\\s?v|stiftung|verein|verband|bund|landesanstalt|network|association|organi[sz]ation|government|ministry|times|post|journal|daily|radio|tv)\\b",
            FLAGS);

    private static final Pattern SPLIT = Pattern.compile(
            "\\s*[;|/•·\\n]\\s*|,\\s+(?:(?:and|und|et|y|e)\\s+)?|\\s+(?:and|und|et|y|e|with|mit|avec|con|og|och|en)\\s+|\\s*&\\s*",
            FLAGS);
    private static final Pattern ROLE = Pattern.compile(
            "\\b(?:reporters?|editors?|correspondents?|writers?|contributors?|columnist|producer|journalist(?:in)?|staff|redaktion|redaktör|redaktor|redakteur(?:in)?|rédaction|redacción|redacao|redazione|admin(?:istrator)?|chief|team|desk|published|updated|posted|author|photograph(?:er|s|y)|ph\\.?d|prof(?:essor)?|director|manager|ceo|founder|min"
                    + " read|minutes|comments?|follow|twitter|read more|learn more|view|all posts|guest|last|modified|kommentare|beiträge|artikel|categor(?:y|ies)|uncategorized|pressemitteilung|kategorien?|web"
                    + " ?master|newsroom|newsdesk|politics|january|february|march|april|june|july|august|september|october|november|december|esq|md|anonymous|unknown|user|bio|email|archives?|contact|about|subscribe|profile|share|news|media|press"
                    + " release)\\b",
            FLAGS);
    private static final String DAYS =
            "(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
                    + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo";
    private static final Pattern DATE_TAIL = Pattern.compile(
            "\\s*(?:\\bam(?= \\d|$)|\\bon\\b|\\bin\\b|@|\\(|\\||–|—| -"
                    + " |\\bpublished\\b|\\bposted\\b|\\bupdated\\b|\\bstand\\b|\\bpublicado\\b|\\b(?:am )?(?:" + DAYS
                    + ")\\b|\\balle (?:artikel|beiträge)\\b|\\bein(?:e)? (?:kommentar|antwort)\\b|\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?= \\d)|(?:\\b|(?<=\\p{Ll}))(?-i:Hace|Vor|Il y a)\\b"
                    + "|(?<=\\p{Ll})(?-i:January|February|March|April|June|July|August|September|October|November|December)\\b|(?<!\\p{L})\\d|\\d{1,2}\\. ?\\p{L}|\\bkommentar|\\blesezeichen).*$",
            FLAGS);
    /** "Mo, 12. May": short names of days are names of people elsewhere. */
    private static final Pattern SHORT_DAY =
            Pattern.compile("\\b(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\.?,?\\s+(?=\\d).*$");
    /** "ByAda Mill": two elements side by side. */
    private static final Pattern GLUED = Pattern.compile("\\b(By|[Vv]on|VON|[Pp]ar|[Pp]or)(?=\\p{Lu}[\\p{Ll}.])");
    /** What follows a name after a comma: a degree or what its bearer does. */
    private static final Pattern DEGREE = Pattern.compile(
            "(?:[\\p{Lu}.]{2,7}[®™]?|\\p{Lu}\\p{Ll}?\\p{Lu}\\p{Ll}?|Jr\\.?|Sr\\.?|M\\.?A\\.?|B\\.?A\\.?|Dr\\.?|Ph\\.?D\\.?)(?: .*)?");

    private static final Pattern WORK = Pattern.compile(
            "\\b(?:expert|specialist|educator|dietitian|nutritionist|engineer|analyst|consultant|attorney|lawyer|columnist|officer|head|senior"
                    + "|covering|horticulturalist|gardener|astrologer|coach|therapist|geschäftsführer|redner|sprecherin?|co-founder|years)\\b",
            FLAGS);
    static final Pattern BYLINE = Pattern.compile(
            "^(?:(?i:written|posted|reported|published|words|text|story|article)"
                    + " )?(?:[Bb]y|BY|Von|VON|Por|POR|Par|PAR|Di|Door|Av|Af|Text|Autor(?:in|es|en)?|Autor(?:in)?[/:*](?:in|Autor(?:in)?)|Authors?|Auteurs?|Escribe|Redaktion:|Contributors:|Interview:|Author:)\\s*:?\\s+(?=\\p{Lu})");
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

    /** Signs around a name that was cut out of a line. */
    private static final Pattern ENDS = Pattern.compile("^[\\s,:.\\-–]+|[\\s,:\\-–]+$");

    private static final Pattern QUOTED = Pattern.compile("[«»„“”\"©?!]");

    private NameLine() {}

    /** Whether it looks like a person's first and last name rather than a handle, an office or a company. */
    static boolean person(String name) {
        return FULL_NAME.matcher(name).matches()
                && !COMPANY.matcher(name).find()
                && !ROLE.matcher(name).find()
                && !TOGETHER.matcher(name).find();
    }

    /** One word that a person may go by; offices and companies have such names too. */
    static boolean handle(String name) {
        boolean letters = name.length() <= 5 && name.equals(name.toUpperCase(Locale.ROOT));
        return name.indexOf(' ') < 0 && !letters && !COMPANY.matcher(name).find();
    }

    static boolean together(String name) {
        return name.length() < 40
                && name.indexOf('@') < 0
                && name.indexOf(':') < 0
                && TOGETHER.matcher(name).find();
    }

    /** Whether a site that bears its writer's name may name this one as the writer. */
    static boolean ownName(String name, boolean hosted) {
        return (OWN_NAME.matcher(name).matches()
                        || hosted && HANDLE.matcher(name).matches())
                && !COMPANY.matcher(name).find()
                && !ROLE.matcher(name).find();
    }

    static boolean hosted(String host) {
        return HOSTED_BLOG.matcher(host).find();
    }

    static boolean agency(String name) {
        return AGENCIES.contains(BodyFinder.key(name));
    }

    static String withoutPrefix(String raw) {
        String line = GLUED.matcher(Layout.collapse(raw)).replaceAll("$1 ");
        for (int turn = 0; turn < 4 && PREFIX.matcher(line).find(); turn++) {
            line = PREFIX.matcher(line).replaceFirst("");
        }
        return line;
    }

    static String unglued(String line) {
        return GLUED.matcher(line).replaceAll("$1 ");
    }

    /** Cut off where a date or what else is no name begins. */
    static String withoutDate(String line) {
        return DATE_TAIL
                .matcher(SHORT_DAY.matcher(line).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }

    static void take(String raw, List<String> publishers, Map<String, String> found, boolean machine) {
        String line = GLUED.matcher(Layout.collapse(raw)).replaceAll("$1 ");
        if (line.isEmpty()
                || line.length() > 300
                || line.contains("://")
                || OTHER_WORK.matcher(line).find()) {
            return;
        }
        boolean said = PREFIX.matcher(line).find();
        line = SHORT_DAY.matcher(withoutPrefix(line)).replaceFirst("");
        List<String> names = new ArrayList<>();
        boolean full = false;
        for (String part : SPLIT.split(line)) {
            String name = PREFIX.matcher(part.strip()).replaceFirst("");
            name = ENDS.matcher(DATE_TAIL.matcher(name).replaceFirst("")).replaceAll("");
            boolean after = full
                    && (name.indexOf(' ') < 0 && !agency(name)
                            || DEGREE.matcher(name).matches() && !agency(name)
                            || WORK.matcher(name).find());
            if (!after) {
                names.add(name);
                full |= FULL_NAME.matcher(name).matches();
            }
        }
        for (String name : names) {
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
                || name.indexOf(':') >= 0
                || QUOTED.matcher(name).find()
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
