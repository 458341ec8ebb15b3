package org.hearsay.keep.index;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, understood.
 *
 * <table>
 * <caption>The language</caption>
 * <tr><td>{@code rare earth}</td><td>both words in one claim, in any form ("rare earths")</td></tr>
 * <tr><td>{@code "rare earth"}</td><td>these words as they stand, side by side; one word in quotes: in no other form</td></tr>
 * <tr><td>{@code "rare earth*"}</td><td>the same, the last word with any ending</td></tr>
 * <tr><td>{@code "rare deal"~5}</td><td>these words, at most five moves apart</td></tr>
 * <tr><td>{@code rare AND deal}</td><td>both in one article, or, if that is the scope, in one claim</td></tr>
 * <tr><td>{@code putin OR lavrov}</td><td>either; AND binds closer than OR, words side by side closer than AND, and
 *     parentheses group</td></tr>
 * <tr><td>{@code -ukraine}, {@code NOT ukraine}</td><td>nowhere in the article, or, if that is the scope, not in the
 *     claim</td></tr>
 * <tr><td>{@code sanction*}, {@code sanktion~}</td><td>words that begin so; words like it</td></tr>
 * <tr><td>{@code *}</td><td>everything</td></tr>
 * <tr><td>{@code source:putin source:"white house"}</td><td>who is said to say it;
 *     {@code speaker:} by the whole name or id</td></tr>
 * <tr><td>{@code entity:US}, {@code entity:person:ann-hill}, {@code about:minerals}</td><td>whom or what it names, whole and
 *     by any of its names, or by words of the name</td></tr>
 * <tr><td>{@code outlet:star feed:example.org title:deal}</td><td>where it stands; {@code feed:} takes a host or
 *     address</td></tr>
 * <tr><td>{@code stance:planned denied:yes attribution:unnamed kind:proposal}</td><td>how it is said; kinds are
 *     reported, own and proposal</td></tr>
 * <tr><td>{@code has:proposal term:tariff}</td><td>a proposal; words of its terms</td></tr>
 * <tr><td>{@code quantity:60%}, {@code quantity:>50%}, {@code quantity:50..70}, {@code unit:usd}</td><td>with such a
 *     figure or unit</td></tr>
 * <tr><td>{@code date:2026-11 first-seen:7d}</td><td>stated for (else first seen) then; first seen within the last week</td></tr>
 * <tr><td>{@code after:2026-11-01 before:2026-12}</td><td>from that day on, until the day before (UTC)</td></tr>
 * <tr><td>{@code story: origin: group: lang:}</td><td>by their ids</td></tr>
 * <tr><td>{@code scope:claim}</td><td>no condition: AND and NOT look at each claim by itself</td></tr>
 * <tr><td>{@code source:(putin OR lavrov)}</td><td>a field for a group</td></tr>
 * </table>
 *
 * <p>Any text can be parsed, in time bounded by its first 8,192 characters and 256 words: what is no syntax is searched
 * as words, and {@link #oddity} says so. A blank text finds nothing.
 *
 * @param typed as typed
 * @param understood how it was understood, in the same language; parsing it again gives the same
 * @param oddity the first thing that could not be understood, and where
 */
public record Query(String typed, String understood, Optional<Oddity> oddity) {
    /** @param position UTF-16 offset into what was typed */
    public record Oddity(int position, String words) {
        /** Two lines: what was typed, and a caret under the odd place. */
        public String caret(String typed) {
            // A long text is shown around the place, and whatever would break the line or its columns is one space.
            int from = Math.max(0, Math.min(position, typed.length()) - 60);
            int to = Math.min(typed.length(), from + 120);
            String shown = typed.substring(from, to)
                    .codePoints()
                    .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            return shown + System.lineSeparator() + " ".repeat(Math.max(0, position - from)) + "^ " + words;
        }
    }

    /** Understands the query language. Never fails. */
    public static Query parse(String typed) {
        QueryReader.Result read = QueryReader.read(typed);
        return new Query(typed, read.node().toString(), read.oddity());
    }

    /** Whether AND and NOT were asked in it, so that their scope makes a difference. */
    public boolean hasScope() {
        return scoped(QueryReader.read(understood).node());
    }

    private static boolean scoped(QueryNode node) {
        return switch (node) {
            case QueryNode.And and -> true;
            case QueryNode.Not not -> true;
            case QueryNode.All all -> all.parts().stream().anyMatch(Query::scoped);
            case QueryNode.Any any -> any.parts().stream().anyMatch(Query::scoped);
            case QueryNode.Leaf leaf -> false;
            case QueryNode.Everything everything -> false;
            case QueryNode.Nothing nothing -> false;
        };
    }

    /** Looks for any of the words of a text, the more and the rarer the better. Nothing in it is syntax. */
    public static Query free(String given) {
        String text = parted(given);
        Set<String> words = new LinkedHashSet<>();
        Set<String> common = new LinkedHashSet<>();
        int length = 0;
        int from = 0;
        while (from < text.length() && words.size() < QueryReader.MAX_WORDS) {
            int c = text.codePointAt(from);
            int to = from + Character.charCount(c);
            if (!Character.isLetterOrDigit(c)) {
                from = to;
                continue;
            }
            while (to < text.length() && goesOn(text, to)) {
                to += Character.charCount(text.codePointAt(to));
            }
            String word = Typed.trimmed(text.substring(from, to)).toLowerCase(Locale.ROOT);
            from = to;
            length += word.length() + 11;
            if (length > QueryReader.MAX_CHARS) {
                break;
            }
            if (!word.isEmpty()) {
                (COMMON.contains(word) ? common : words).add(word);
            }
        }
        // Through the parser, so that what is understood is canonical.
        Set<String> sought = words.isEmpty() ? common : words;
        return new Query(
                given, QueryReader.read(String.join(" OR ", sought)).node().toString(), Optional.empty());
    }

    /** Without addresses, which nothing is found by, and with the words of "#CamelCase" apart. */
    private static String parted(String text) {
        String bounded = text.length() <= QueryReader.MAX_CHARS ? text : text.substring(0, QueryReader.MAX_CHARS);
        return CAMEL.matcher(ADDRESS.matcher(bounded).replaceAll(" ")).replaceAll(" ");
    }

    /** A text as a sentence, for its meaning. */
    static String plain(String text) {
        return parted(text).strip();
    }

    /** The same without the line that signs a message ("— Ann Hill (@annhill) May 4, 2019"), if there is one. */
    static Optional<String> unsigned(String text) {
        String plain = plain(text);
        Matcher signature = SIGNATURE.matcher(plain);
        return signature.find() ? Optional.of(plain.substring(0, signature.start())) : Optional.empty();
    }

    private static final Pattern SIGNATURE =
            Pattern.compile("[\u2014\u2013] ?[^\u2014\u2013]{0,50}\\(@\\w+\\)[^\u2014\u2013]{0,30}$");

    /** Messages are copied with the address of a picture right behind the last word ("for Austinpic.twitter.com/Ab12"). */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://\\S+|(?:pic\\.twitter\\.com|\\bt\\.co)/\\S+", Pattern.CASE_INSENSITIVE);

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    /** Words that every text has; a text of nothing else is looked for by them all the same. */
    private static final Set<String> COMMON =
            Set.of(("a an the and or but if of in on at to from by for with as is are was were be been"
                            + " has have had do does did this that these those it its he she his her they them their i you we my your"
                            + " our me us not no so who what when where how why will would can could should just about after before"
                            + " than then there here over out up down into all any some")
                    .split(" "));

    /** Letters and digits, the marks that belong to them, and the marks that join words and figures. */
    private static boolean goesOn(String text, int at) {
        int c = text.codePointAt(at);
        if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        int next = at + Character.charCount(c);
        return "'\u2019.,-".indexOf(c) >= 0
                && next < text.length()
                && Character.isLetterOrDigit(text.codePointAt(next));
    }
}
