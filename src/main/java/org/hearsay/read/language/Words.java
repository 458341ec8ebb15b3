package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.TokenizerME;
import org.hearsay.read.article.Span;

/**
 * Cuts a sentence into words and marks. Rules cut what newspapers write: hyphens stay inside a word, clitics and
 * possessives, currency signs and units glued to a number come off. What holds other marks inside goes to OpenNLP's
 * tokenizer. Immutable.
 */
final class Words {
    /** Longer runs without a space are no words, and a model's features of them grow without bound. */
    private static final int LONGEST_FOR_MODEL = 60;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.[\\w.]+|[@#]\\w+|(?:[a-z0-9-]{2,}\\.)+(?:com|org|net|gov|edu|co\\.uk|ru|de|eu|info|io|tv|news)");
    private static final Pattern GLUED_NUMBER = Pattern.compile(
            "([+-]?\\d[\\d,]*(?:\\.\\d+)?)(bn|mn|tn|m|k|b|pc|pct|p|am|pm|a\\.m\\.|p\\.m\\.|km|kg|cm|mm|g|t|GW|MW|kW|GWh|MWh|kWh|TWh|mph|kph|ft|lb|lbs|mg|ml|bpd|GB|MB|TB|C|F|million|billion|trillion|percent)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern CURRENCY = Pattern.compile(
            "(?:US|A|C|CA|AU|NZ|HK|S|NT|R|Z|CN|J|MX)?[$\u20AC\u00A3\u00A5\u20B9\u20BD\u20A9\u20AA\u20BA\u20B4\u20A6\u20AB\u0E3F\u20B1]");
    /** Two amounts, the second with a currency sign or both with a scale of money. */
    private static final Pattern AMOUNTS = Pattern.compile(
            "\\d[\\d,.]*(?:bn|mn|mln|tn|m|b|k)?-" + CURRENCY.pattern()
                    + "\\d[\\d,.]*(?:bn|mn|mln|tn|m|b|k)?|\\d[\\d,.]*(?:bn|mn|mln|tn|m|b|k)-\\d[\\d,.]*(?:bn|mn|mln|tn|m|b|k)",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> CLITICS = Set.of("'s", "'re", "'ve", "'ll", "'d", "'m");

    private final Sentences abbreviations;
    private final Aliases aliases;

    Words(Sentences abbreviations, Aliases aliases) {
        this.abbreviations = abbreviations;
        this.aliases = aliases;
    }

    /** The words of a sentence of {@code plain}, in order and inside it. */
    List<Span> in(String plain, Span sentence, TokenizerME tokenizer) {
        List<Span> words = new ArrayList<>();
        int from = sentence.start();
        for (int i = from; i <= sentence.end(); i++) {
            boolean edge = i == sentence.end() || plain.charAt(i) <= ' ';
            boolean dash = !edge && plain.charAt(i) == '\u2014';
            boolean dashes = !edge && plain.startsWith("--", i);
            if (!edge && !dash && !dashes) {
                continue;
            }
            if (i > from) {
                chunk(plain, from, i, i == sentence.end(), tokenizer, words);
            }
            if (dash) {
                words.add(new Span(i, i + 1));
            } else if (dashes) {
                int end = i;
                while (end < sentence.end() && plain.charAt(end) == '-') {
                    end++;
                }
                words.add(new Span(i, end));
                i = end - 1;
            }
            from = i + 1;
        }
        return words;
    }

    private void chunk(String plain, int start, int end, boolean last, TokenizerME tokenizer, List<Span> words) {
        int from = start;
        while (from < end && isOpening(plain, from, end)) {
            words.add(new Span(from, ++from));
        }
        List<Span> after = new ArrayList<>();
        int to = end;
        while (to > from) {
            int mark = trailing(plain, from, to, last);
            if (mark == 0) {
                break;
            }
            after.add(new Span(to - mark, to));
            to -= mark;
        }
        if (to > from) {
            core(plain, from, to, tokenizer, words);
        }
        words.addAll(after.reversed());
    }

    private static boolean isOpening(String plain, int at, int end) {
        char c = plain.charAt(at);
        if (c == '\'') {
            // 'tis and '90s keep their apostrophe; a quote before a word is a mark of its own.
            return at + 1 == end || !Character.isDigit(plain.charAt(at + 1));
        }
        return "\"([{<`*|\u00A1\u00BF\u2022\u00B7".indexOf(c) >= 0;
    }

    /** How many characters at the end of the chunk are a mark of their own. */
    private int trailing(String plain, int from, int to, boolean last) {
        char c = plain.charAt(to - 1);
        if (c == '\'') {
            return 1;
        }
        if (c == '.' || c == '!' || c == '?' || c == '\u2026') {
            int run = 1;
            while (to - run > from && plain.charAt(to - run - 1) == c) {
                run++;
            }
            if (c != '.' || run > 1) {
                return run;
            }
            String word = plain.substring(Math.max(from, to - 20), to);
            int hyphen = word.lastIndexOf('-');
            boolean kept = (abbreviations.isAbbreviation(word)
                            || hyphen > 0 && aliases.typeOf(word.substring(hyphen + 1)) == NameType.LOCATION)
                    && (!last || word.length() > 2);
            return kept ? 0 : 1;
        }
        return "\",;:)]}>`*|%\u2030\u00B0\u2022\u00B7".indexOf(c) >= 0 ? 1 : 0;
    }

    private void core(String plain, int start, int end, TokenizerME tokenizer, List<Span> words) {
        String word = plain.substring(start, Math.min(end, start + 400));
        int pair = end - start > LONGEST_FOR_MODEL ? -1 : hyphenBetweenPlaces(word);
        if (pair > 0) {
            words.add(new Span(start, start + pair));
            words.add(new Span(start + pair, start + pair + 1));
            core(plain, start + pair + 1, end, tokenizer, words);
            return;
        }
        if (end - start > 400 || isWord(word)) {
            clitics(plain, start, end, words);
            return;
        }
        Matcher currency = CURRENCY.matcher(word);
        if (currency.lookingAt()) {
            words.add(new Span(start, start + currency.end()));
            if (start + currency.end() < end) {
                core(plain, start + currency.end(), end, tokenizer, words);
            }
            return;
        }
        int hyphen = hyphenBetweenAmounts(word);
        if (hyphen > 0) {
            core(plain, start, start + hyphen, tokenizer, words);
            words.add(new Span(start + hyphen, start + hyphen + 1));
            core(plain, start + hyphen + 1, end, tokenizer, words);
            return;
        }
        Matcher glued = GLUED_NUMBER.matcher(word);
        if (glued.matches()) {
            words.add(new Span(start, start + glued.end(1)));
            words.add(new Span(start + glued.end(1), end));
            return;
        }
        if (PLAIN_NUMBER.matcher(word).matches() || ADDRESS.matcher(word).matches() || isNumeric(word)) {
            words.add(new Span(start, end));
            return;
        }
        int sign = signAfterDigit(word);
        if (sign > 0) {
            core(plain, start, start + sign, tokenizer, words);
            words.add(new Span(start + sign, start + sign + 1));
            core(plain, start + sign + 1, end, tokenizer, words);
            return;
        }
        int slash = word.indexOf('/');
        if (slash > 0 && slash < word.length() - 1) {
            core(plain, start, start + slash, tokenizer, words);
            words.add(new Span(start + slash, start + slash + 1));
            core(plain, start + slash + 1, end, tokenizer, words);
            return;
        }
        if (word.length() <= LONGEST_FOR_MODEL && !holdsOnlyWordMarks(word)) {
            for (opennlp.tools.util.Span part : tokenizer.tokenizePos(word)) {
                words.add(new Span(start + part.getStart(), start + part.getEnd()));
            }
            return;
        }
        clitics(plain, start, end, words);
    }

    /** "Russia-U.S.", "China-India": two names and not one; -1 where either side is not surely a place. */
    private int hyphenBetweenPlaces(String word) {
        int hyphen = word.indexOf('-');
        if (hyphen <= 0 || hyphen == word.length() - 1) {
            return -1;
        }
        String after = word.substring(hyphen + 1);
        String second = after.endsWith("'s") ? after.substring(0, after.length() - 2) : after;
        boolean both = aliases.typeOf(word.substring(0, hyphen)) == NameType.LOCATION
                && (aliases.typeOf(second) == NameType.LOCATION || aliases.typeOf(second + ".") == NameType.LOCATION);
        return both ? hyphen : -1;
    }

    /** "5M-$10M", "500,000-$1.6", "5M-10M" behind a currency sign; -1 elsewhere. */
    private static int hyphenBetweenAmounts(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0 && AMOUNTS.matcher(word).matches() ? hyphen : -1;
    }

    /** "60%-70%", "3m/s" apart: a percent sign inside a chunk. */
    private static int signAfterDigit(String word) {
        int sign = word.indexOf('%');
        return sign > 0 && sign < word.length() - 1 && Character.isDigit(word.charAt(sign - 1)) ? sign : -1;
    }

    private static boolean isWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetter(c) && c != '-' && c != '\'') {
                return false;
            }
        }
        return true;
    }

    /** Dates, scores, times, ranges, versions: digits with marks between them, and no letters. */
    private static boolean isNumeric(String word) {
        boolean digit = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c)) {
                digit = true;
            } else if (".,:/-+'".indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }

    /** Letters, digits and the marks that stay inside a word: "F-35", "AT&T", "U.S.-led", "COVID-19's". */
    private static boolean holdsOnlyWordMarks(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && "-'.&_+".indexOf(c) < 0) {
                return false;
            }
            if (c == '.'
                    && i > 1
                    && i < word.length() - 1
                    && Character.isLowerCase(word.charAt(i - 1))
                    && Character.isUpperCase(word.charAt(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** "Putin's" is Putin and 's, "don't" is do and n't, "cannot" is can and not. */
    private static void clitics(String plain, int start, int end, List<Span> words) {
        int cut = -1;
        if (end - start > 3 && plain.regionMatches(true, end - 3, "n't", 0, 3)) {
            cut = end - 3;
        } else if (end - start == 6 && plain.regionMatches(true, start, "cannot", 0, 6)) {
            cut = end - 3;
        } else {
            // Not by a search backwards: without an apostrophe it would run to the beginning of the text for each word.
            int apostrophe = end - start > 3 && plain.charAt(end - 3) == '\'' ? end - 3 : end - 2;
            if (apostrophe > start
                    && plain.charAt(apostrophe) == '\''
                    && CLITICS.contains(plain.substring(apostrophe, end).toLowerCase(Locale.ROOT))) {
                cut = apostrophe;
            }
        }
        if (cut < 0) {
            words.add(new Span(start, end));
            return;
        }
        words.add(new Span(start, cut));
        words.add(new Span(cut, end));
    }
}
