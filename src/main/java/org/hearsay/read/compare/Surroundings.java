package org.hearsay.read.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/**
 * What the words around a number say of it beside what it measures.
 *
 * @param motion a level, a change, or the level before a change
 * @param direction of a change: 1 up, -1 down, 0 not said
 * @param per what it is a rate of ("d" a day, "a" a year, else a noun's stem); "" for none
 * @param scope stems of the phrase right behind the thing measured that narrows it ("in the health service")
 * @param verb stem of the verb that makes what is measured ("produces 60% of the world's …"), "" for none
 * @param among a part of another figure of the sentence ("among them 4 farms")
 * @param planned stated for the future
 */
record Surroundings(
        Motion motion, int direction, String per, Set<String> scope, String verb, boolean among, boolean planned) {
    enum Motion {
        LEVEL,
        CHANGE,
        BEFORE
    }

    private static final String UP =
            "(?:rose|risen?|rises|rising|grew|grown?|grows|growing|increased?|increases|increasing|climbed|climbs"
                    + "|jumped|jumps|surged|surges|soared|gained|gains|gain|(?<=(?:is|was|re|er|close|closes|closed|open|opens|opened|end|ends|ended) )up|higher|rallied|advanced|expanded|raised|lifted)";
    private static final String DOWN =
            "(?:fell|fallen|falls?|falling|dropped|drops?|dropping|declined?|declines|declining|decreased?|decreases"
                    + "|plunged|plunges|slumped|slumps|slipped|slips|(?<=(?:is|was|re|er|close|closes|closed|open|opens|opened|end|ends|ended) )down|lower|shrank|sank|tumbled|lowered|reduced|trimmed)";
    private static final Pattern MOVED = Pattern.compile(
            "\\b(?:(" + UP + ")|" + DOWN + ")\\b(?: [\\w'-]+){0,2}? ?(?:(by|to|from) )?(?:[\\w-]+ ){0,2}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PREPOSITION =
            Pattern.compile("\\b(by|to|from) (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOUN = Pattern.compile(
            "^ ?(?:(rise|increase|gain|jump|growth|higher|hike|surge)|(fall|drop|decline|decrease|cut|lower|loss|slump|plunge))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PER = Pattern.compile(
            "^(?:[^.,;]{0,40}?)(?<!\\bonce )\\b(?:an?|per|each|every) (second|minute|hour|day|night|week|month|quarter|year|share|tonne?|barrel|kilogram|kilo"
                    + "|head|person|gallon|litre|ounce|pound|acre|hectare|student|household|game|mile)\\b"
                    + "|^(?:[^.,;]{0,25}?)\\b(daily|hourly|weekly|monthly|yearly|annually|annual)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> PERS = Map.ofEntries(
            Map.entry("daily", "day"),
            Map.entry("hourly", "hour"),
            Map.entry("weekly", "week"),
            Map.entry("monthly", "month"),
            Map.entry("yearly", "year"),
            Map.entry("annually", "year"),
            Map.entry("annual", "year"),
            Map.entry("tonne", "ton"));
    private static final Pattern SCOPE = Pattern.compile(
            "^ (?:(?:in|at|on|for|within|across|of|from|among) )((?:(?:the|a|an|its|his|her|their|himself|herself|themselves) )?[\\w'.-]+(?: (?:and |of (?:the )?)?[\\w'.-]+){0,3})");
    private static final Pattern MAKING = Pattern.compile(
            "\\b(produc|refin|min|export|import|consum|grow|mak|manufactur|extract|process|suppl|own|hold|us|buy|bought|sell|sold|employ|grew|made"
                    + "|generat|earn|pa|spend|spent|donat|borrow|ow|receiv|invest|lost|los)(?:e|es|ed|ing|ies|ied|y|ys|id|ying|s)?(?: (?:about|around|roughly|nearly|almost|some|over|more than|less than|at least|up to"
                    + "|an estimated|only|just|as much as))? ?$",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> MADE = Map.ofEntries(
            Map.entry("produc", "produce"),
            Map.entry("refin", "refin"),
            Map.entry("min", "min"),
            Map.entry("export", "export"),
            Map.entry("import", "import"),
            Map.entry("consum", "consum"),
            Map.entry("grow", "produce"),
            Map.entry("grew", "produce"),
            Map.entry("mak", "produce"),
            Map.entry("made", "produce"),
            Map.entry("manufactur", "produce"),
            Map.entry("extract", "min"),
            Map.entry("process", "process"),
            Map.entry("suppl", "suppl"),
            Map.entry("us", "us"),
            Map.entry("employ", "employ"),
            Map.entry("generat", "generat"),
            Map.entry("earn", "earn"),
            Map.entry("pa", "pay"),
            Map.entry("spend", "spend"),
            Map.entry("spent", "spend"),
            Map.entry("donat", "donat"),
            Map.entry("borrow", "borrow"),
            Map.entry("ow", "ow"),
            Map.entry("receiv", "receiv"),
            Map.entry("invest", "invest"),
            Map.entry("lost", "los"),
            Map.entry("los", "los"));
    private static final Pattern AMONG = Pattern.compile(
            "\\b(?:among them|including|of (?:them|which|whom)|of those)\\b[^.;]{0,20}$", Pattern.CASE_INSENSITIVE);
    /** Of the longest that {@link #AMONG} matches. */
    private static final int AMONG_CHARS = 40;

    private static final Pattern PLANNED = Pattern.compile(
            "\\b(?:will|plans?|planned|planning|to be|expects?|expected|forecasts?|target|targets|aims?|would|hopes?|intends?|wants?|is to|are to)\\b",
            Pattern.CASE_INSENSITIVE);

    static Surroundings of(Quantity quantity, String text, Span clause) {
        Span span = quantity.span();
        String before = text.substring(clause.start(), span.start());
        int end = Math.max(
                span.end(),
                quantity.of()
                        .filter(of -> of.start() >= span.start() && of.start() - span.end() < 12)
                        .map(Span::end)
                        .orElse(span.end()));
        String after = text.substring(Math.min(end, clause.end()), clause.end());
        String right = text.substring(span.end(), clause.end());
        Motion motion = Motion.LEVEL;
        int direction = 0;
        Matcher moved = ending(MOVED, before, 6);
        Matcher preposition = ending(PREPOSITION, before, 3);
        Matcher noun = NOUN.matcher(right);
        if (moved.find()) {
            direction = moved.group(1) != null ? 1 : -1;
            String how = moved.group(2) == null ? "by" : moved.group(2).toLowerCase(java.util.Locale.ROOT);
            motion = how.equals("to") ? Motion.LEVEL : how.equals("from") ? Motion.BEFORE : Motion.CHANGE;
        } else if (noun.find()) {
            direction = noun.group(1) != null ? 1 : -1;
            motion = Motion.CHANGE;
        } else if (preposition.find() && preposition.group(1).equalsIgnoreCase("from") && right.startsWith(" to ")) {
            motion = Motion.BEFORE;
        }
        boolean relative = quantity.kind() == Quantity.Kind.PERCENT
                || quantity.kind() == Quantity.Kind.MONEY
                || quantity.kind() == Quantity.Kind.MEASURE;
        if (!relative && motion == Motion.CHANGE) {
            motion = Motion.LEVEL; // "the bank cut 400 jobs" counts jobs
            direction = 0;
        }
        Matcher per = PER.matcher(right);
        String rate = "";
        if (per.find()) {
            String word = Optional.ofNullable(per.group(1))
                    .orElseGet(() -> String.valueOf(per.group(2)))
                    .toLowerCase(java.util.Locale.ROOT);
            rate = PERS.getOrDefault(word, word);
        }
        Matcher making = ending(MAKING, before, 4);
        String verb = "";
        if (making.find()) {
            verb = MADE.getOrDefault(making.group(1).toLowerCase(java.util.Locale.ROOT), "");
        }
        return new Surroundings(
                motion,
                direction,
                rate,
                scope(after),
                verb,
                AMONG.matcher(before)
                        .useTransparentBounds(true)
                        .region(Math.max(0, before.length() - AMONG_CHARS), before.length())
                        .find(),
                PLANNED.matcher(text.substring(clause.start(), clause.end())).find());
    }

    /**
     * Of a pattern that matches the end of a text.
     *
     * @param spaces that the longest match of it has
     */
    private static Matcher ending(Pattern pattern, String text, int spaces) {
        return pattern.matcher(text)
                .useTransparentBounds(true)
                .region(Glance.lastWords(text, spaces + 1), text.length());
    }

    private static Set<String> scope(String after) {
        Set<String> scope = new TreeSet<>();
        Matcher m = SCOPE.matcher(after);
        if (m.lookingAt()) {
            for (Words.Word word : Words.of(m.group(1))) {
                if (Words.isContent(word.text()) && !Words.isFigure(word.text())) {
                    scope.add(Words.stem(word.text()));
                } else if (Set.of("himself", "herself", "themselves").contains(word.text())) {
                    scope.add(word.text());
                }
            }
        }
        return scope;
    }

    /** What keeps two numbers from being about one thing, in words; empty if nothing does. */
    Optional<String> against(Surroundings other, Set<String> wordsHere, Set<String> wordsThere) {
        if (motion != other.motion) {
            return Optional.of("a change and a level");
        }
        if (direction * other.direction < 0) {
            return Optional.of("opposite directions");
        }
        if (!per.equals(other.per)) {
            return Optional.of("not per the same");
        }
        if (among != other.among) {
            return Optional.of("a part and its whole");
        }
        if (!verb.isEmpty() && !other.verb.isEmpty() && !verb.equals(other.verb)) {
            return Optional.of("not made of the same");
        }
        if (planned != other.planned) {
            return Optional.of("one is planned");
        }
        Set<String> here = new HashSet<>(scope);
        here.removeAll(wordsThere);
        Set<String> there = new HashSet<>(other.scope);
        there.removeAll(wordsHere);
        if (!here.isEmpty() || !there.isEmpty()) {
            return Optional.of("narrowed on one side");
        }
        return Optional.empty();
    }

    static List<String> none() {
        return List.of();
    }
}
