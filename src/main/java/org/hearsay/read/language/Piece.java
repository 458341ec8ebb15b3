package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;

/**
 * A token as the rules for quantities see it: hyphens between a number and another part ("$3-5 million", "10-year") are
 * pieces of their own.
 */
record Piece(Span span, String text, String lower, String tag, String lemma) {
    private static final Pattern RANGE = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(-)(\\d[\\d,]*(?:\\.\\d+)?)");
    private static final Pattern COMPOUND = Pattern.compile(
            "(\\d[\\d,]*(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)(-)(\\p{L}[\\p{L}-]*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GLUED =
            Pattern.compile("(-?\\d[\\d,]*(?:\\.\\d+)?)(°[CF]|x)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HALVES = Pattern.compile(
            "(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)-(and)-(a)-(half)(?:(-)(\\p{L}+))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SCALED =
            Pattern.compile("(thousand|million|billion|trillion|percent|cents?|dollars?)-.+", Pattern.CASE_INSENSITIVE);

    static List<Piece> of(List<Token> tokens) {
        List<Piece> pieces = new ArrayList<>(tokens.size() + 4);
        for (Token token : tokens) {
            String text = token.text();
            boolean hyphen = text.length() < 40 && text.indexOf('-') > 0;
            Matcher range = hyphen ? RANGE.matcher(text) : null;
            Matcher compound = hyphen ? COMPOUND.matcher(text) : null;
            Matcher halves = hyphen ? HALVES.matcher(text) : null;
            Matcher glued =
                    text.length() < 20 && Character.isLetter(text.charAt(text.length() - 1)) && beginsWithDigit(text)
                            ? GLUED.matcher(text)
                            : null;
            if (range != null && range.matches() && isRange(range.group(1), range.group(3))) {
                add(range, token, "NUM", pieces);
            } else if (glued != null && glued.matches()) {
                add(glued, 1, token, "NUM", pieces);
                add(glued, 2, token, "NOUN", pieces);
            } else if (halves != null && halves.matches()) {
                List<String> tags = List.of("NUM", "CCONJ", "DET", "NOUN", "PUNCT", token.tag());
                for (int group = 1; group <= tags.size() && halves.start(group) >= 0; group++) {
                    add(halves, group, token, tags.get(group - 1), pieces);
                }
            } else if (compound != null && compound.matches() && !isNumberWord(compound.group(3))) {
                add(compound, token, token.tag(), pieces);
            } else {
                pieces.add(new Piece(token.span(), text, text.toLowerCase(Locale.ROOT), token.tag(), token.lemma()));
            }
        }
        return pieces;
    }

    private static boolean beginsWithDigit(String text) {
        char first = text.charAt(0);
        return Character.isDigit(first) || first == '-' && text.length() > 1 && Character.isDigit(text.charAt(1));
    }

    private static void add(Matcher parts, int group, Token token, String tag, List<Piece> pieces) {
        add(parts.group(group), token.span().start() + parts.start(group), tag, pieces);
    }

    private static void add(Matcher parts, Token token, String lastTag, List<Piece> pieces) {
        for (int group = 1; group <= 3; group++) {
            int start = token.span().start() + parts.start(group);
            String text = parts.group(group);
            String tag = group == 1 ? "NUM" : group == 2 ? "PUNCT" : lastTag;
            Matcher scaled = group == 3 ? SCALED.matcher(text) : null;
            if (scaled != null && scaled.matches()) {
                // "1.5-billion-a-year": the scale belongs to the number.
                int rest = scaled.end(1);
                add(text.substring(0, rest), start, tag, pieces);
                add("-", start + rest, "PUNCT", pieces);
                add(text.substring(rest + 1), start + rest + 1, tag, pieces);
            } else {
                add(text, start, tag, pieces);
            }
        }
    }

    private static void add(String text, int start, String tag, List<Piece> pieces) {
        String lower = text.toLowerCase(Locale.ROOT);
        pieces.add(new Piece(new Span(start, start + text.length()), text, lower, tag, lower));
    }

    /** "3-5" and "2019-2021" rise; "3-1" is a score, and groups that start with a nought or are long are phone numbers. */
    private static boolean isRange(String low, String high) {
        if (low.length() > 9 || high.length() > 9 || low.length() > 1 && low.startsWith("0") && !low.startsWith("0.")) {
            return false;
        }
        if (high.length() > 1 && high.startsWith("0") && !high.startsWith("0.")) {
            return false;
        }
        return Double.parseDouble(low.replace(",", "")) < Double.parseDouble(high.replace(",", ""));
    }

    /** "twenty-five" stays whole. */
    private static boolean isNumberWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" -> true;
            default -> false;
        };
    }

    boolean is(String... words) {
        for (String word : words) {
            if (lower.equals(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isNoun() {
        return tag.equals("NOUN") || tag.equals("PROPN");
    }

    boolean isCapital() {
        return Character.isUpperCase(text.charAt(0));
    }
}
