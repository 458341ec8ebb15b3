package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words as comparison sees them: lower case, without apostrophes, endings cut off roughly, and the few families of
 * newsroom words that mean one thing ("killed", "dead", "death toll") made one.
 */
final class Words {
    /** Too common in news to tell two events or statements apart. */
    private static final Set<String> STOP =
            Set.of(("a an the and or but nor so yet if then than that this these those there here it its he she they"
                            + " them their his her him hers we our us you your i me my mine who whom whose which what when where"
                            + " why how is are was were be been being am do does did done doing has have had having will would"
                            + " shall should can could may might must not no never of in on at to from by for with without about"
                            + " against between into through during before after above below out off over under again further once"
                            + " as until while because although though since per via also just only very more most much many some"
                            + " any each every both few other another such own same too s t don now say says said saying tell told"
                            + " tells according reports reported reportedly new news first last one two three year years day days"
                            + " week weeks month months time today yesterday tomorrow mr mrs ms dr got get make made take took go"
                            + " went come came like still even well back way nearly almost around roughly approximately least"
                            + " percent pct cent million billion trillion thousand hundred dozen u up")
                    .split(" "));

    private static final Set<String> CALENDAR =
            Set.of(("monday tuesday wednesday thursday friday saturday sunday january"
                            + " february march april may june july august september october november december")
                    .split(" "));

    /** Each line one meaning, under its first word; stems. */
    private static final Map<String, String> FAMILIES = families(
            "dead kill killed die died dies death deaths toll fatality fatalities killing deadly slain",
            "injured injure wound wounded hurt injury injuries wounding",
            "arrest arrested detain detained detention custody",
            "fall fell fallen drop dropped decline declined down slump plunge plunged shrink shrank lower decrease"
                    + " decreased",
            "rise rose risen grow grew grown increase increased climb climbed jump jumped surge surged soar soared"
                    + " higher gain gained",
            "hold control controls controlling account accounts holds dominate dominates",
            "offer offered offers proposal proposed proposes propose proposing extend extended",
            "reject rejected rejects refuse refused refuses decline rebuff rebuffed",
            "agree agreed agrees accept accepted accepts approve approved approves",
            "buy bought buys acquire acquired purchase purchased",
            "lose lost loses losing loss losses",
            "big large huge major",
            "skepticism sceptical skeptical scepticism doubt doubts",
            "meet met greet greeted receive received",
            "worldwide global world globally",
            "produce production produced produces output",
            "start started starts begin began begins begun launch launched launches",
            "end ended ends finish finished stop stopped stops halt halted",
            "deal agreement accord pact",
            "quake earthquake tremor temblor",
            "sink sank sunk capsize capsized capsizes sinking",
            "rescue rescued free freed frees",
            "abduct abducted kidnap kidnapped seize seized",
            "clash clashes fighting",
            "jail jailed imprison imprisoned",
            "attack attacked attacks bombing bomb bomber blast strike strikes",
            "sell sold",
            "send sent",
            "leave left",
            "build built",
            "give gave given",
            "pay paid payment payments",
            "win won",
            "lead led",
            "seek sought",
            "bring brought",
            "withdraw withdrew withdrawn",
            "find found",
            "keep kept",
            "shoot shot",
            "steal stole stolen",
            "break broke broken",
            "freeze froze frozen",
            "choose chose chosen",
            "think thought",
            "know knew known",
            "see saw seen",
            "quit resign resigned resigns resignation");

    private static final Map<String, String> OPPOSITE = Map.of(
            "fall", "rise", "rise", "fall", "start", "end", "end", "start", "agree", "reject", "reject", "agree");

    private Words() {}

    /** A word of a text and where it stands. */
    record Word(String text, int start, int end) {}

    /** Runs of letters and digits, lower case; each ideograph is a word; marks that belong to a word go with it. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = 0;
        int at = 0;
        while (at <= text.length()) {
            int c = at < text.length() ? text.codePointAt(at) : ' ';
            int next = at + Character.charCount(c);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && !Character.isIdeographic(c)) {
                if (word.isEmpty()) {
                    start = at;
                }
                word.appendCodePoint(c);
            } else if (!word.isEmpty() && joins(c, next, text)) {
                if (c == '.' && Character.isDigit(text.codePointBefore(at))) {
                    word.append('.');
                }
            } else {
                if (!word.isEmpty()) {
                    boolean genitive = at - start > 2
                            && text.charAt(at - 1) == 's'
                            && (text.charAt(at - 2) == '\'' || text.charAt(at - 2) == '\u2019');
                    if (genitive) {
                        word.setLength(word.length() - 1);
                    }
                    words.add(new Word(word.toString().toLowerCase(Locale.ROOT), start, at));
                    word.setLength(0);
                }
                if (letter) {
                    words.add(new Word(text.substring(at, next), at, next));
                }
            }
            at = next;
        }
        return words;
    }

    /** An apostrophe or dot between letters ("don't", "U.S."), a comma or point between digits, a combining mark. */
    private static boolean joins(int c, int next, String text) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        if (next >= text.length() || "'\u2019.,".indexOf(c) < 0) {
            return false;
        }
        int before = text.codePointBefore(next - 1);
        int after = text.codePointAt(next);
        boolean figures = Character.isDigit(before) && Character.isDigit(after);
        boolean letters = Character.isLetter(before) && Character.isLetter(after);
        if (c == ',') {
            return figures;
        }
        if (c == '.') {
            // "U.S.", but not "end.Next".
            boolean single = next < 3 || !Character.isLetter(text.charAt(next - 3));
            return figures || letters && single;
        }
        return letters;
    }

    static boolean isContent(String word) {
        return word.length() > 1 && !STOP.contains(word) && !CALENDAR.contains(word);
    }

    /** A day of the week or a month. */
    static boolean isOfCalendar(String word) {
        return CALENDAR.contains(word);
    }

    static boolean isFigure(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** The word's family, else the word without its ending. Not for display. */
    static String stem(String word) {
        String known = FAMILIES.get(word);
        if (known != null) {
            return known;
        }
        String stem = cut(word);
        String family = FAMILIES.get(stem);
        return family != null ? family : FAMILIES.getOrDefault(stem + "e", stem);
    }

    static boolean areOpposite(String stem, Set<String> others) {
        String opposite = OPPOSITE.get(stem);
        return opposite != null && others.contains(opposite) && !others.contains(stem);
    }

    private static String cut(String word) {
        int n = word.length();
        if (n > 5 && word.endsWith("ing")) {
            return single(word.substring(0, n - 3));
        }
        if (n > 4 && (word.endsWith("ies") || word.endsWith("ied"))) {
            return word.substring(0, n - 3) + "y";
        }
        if (n > 4 && word.endsWith("ed")) {
            return single(word.substring(0, n - 2));
        }
        if (n > 4 && word.endsWith("es")) {
            return single(word.substring(0, n - 2));
        }
        if (n > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            return single(word.substring(0, n - 1));
        }
        return n > 4 ? single(word) : word;
    }

    /** "planned" and "plan", "lose" and "losing": one consonant, no final e. */
    private static String single(String stem) {
        int n = stem.length();
        if (n > 3 && stem.endsWith("e")) {
            return stem.substring(0, n - 1);
        }
        if (n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "aeiouls".indexOf(stem.charAt(n - 1)) < 0) {
            return stem.substring(0, n - 1);
        }
        return stem;
    }

    private static Map<String, String> families(String... lines) {
        Map<String, String> families = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            for (String word : words) {
                families.putIfAbsent(word, words[0]);
                families.putIfAbsent(cut(word), words[0]);
            }
        }
        return Map.copyOf(families);
    }
}
