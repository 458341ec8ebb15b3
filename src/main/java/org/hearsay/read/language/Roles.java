package org.hearsay.read.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a text says a person is: "Russian President" before the name, ", a spokeswoman for the ministry," after it. Immutable. */
final class Roles {
    private static final int LONGEST = 8;

    private final Map<String, String> words = new HashMap<>();

    Roles() {
        Lexicon.rows("roles.txt").forEach(row -> words.put(row.get(0), row.get(1)));
    }

    boolean isRole(String word) {
        String kind = words.get(word.toLowerCase(Locale.ROOT));
        return kind != null && !kind.equals("saint");
    }

    boolean isTitle(String word) {
        return "title".equals(words.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Where the name itself begins in a person's mention: after the last title or role in it, if a name follows. */
    int nameStart(List<Token> tokens, int from, int to) {
        int start = from;
        for (int i = from; i < to - 1; i++) {
            if (isRole(tokens.get(i).text()) && !isSurnameLike(tokens, i, from, to)) {
                start = i + 1;
            }
        }
        return start;
    }

    /** "Supreme Court Justice Jane Roe" taken for one body is the person at its end; other names stay as they are. */
    Name person(Name name, List<Sentence> sentences) {
        List<Token> tokens = name.tokens(sentences);
        if (name.type() == NameType.PERSON || name.type() == NameType.MISC) {
            return name;
        }
        int role = tokens.size() - 3;
        boolean capitals = tokens.stream()
                .skip(Math.max(0, role + 1))
                .allMatch(token -> Character.isUpperCase(token.text().charAt(0)) && !isRole(token.text()));
        boolean person = role >= 1 && isRole(tokens.get(role).text()) && capitals;
        return person ? name.between(name.from() + role + 1, name.to()).as(NameType.PERSON) : name;
    }

    /** "Stephen King", "Martin Luther King Jr.": a role word at the end of a name is a name. */
    private static boolean isSurnameLike(List<Token> tokens, int at, int from, int to) {
        boolean suffixFollows = at + 1 < to
                && Set.of("Jr.", "Sr.", "II", "III", "IV")
                        .contains(tokens.get(at + 1).text());
        return at > from && suffixFollows;
    }

    /** The role that the text gives the person named by the tokens, empty if none. Never only "Mr." */
    String of(List<Token> tokens, int from, int to, String text) {
        String before = before(tokens, from, text);
        return before.isEmpty() ? after(tokens, to, text) : before;
    }

    private String before(List<Token> tokens, int from, String text) {
        int start = from;
        while (start > 0 && isTitle(tokens.get(start - 1).text())) {
            start--;
        }
        if (start == 0 || !isRole(tokens.get(start - 1).text())) {
            boolean office = start < from
                    && !Set.of("mr.", "mrs.", "ms.", "miss")
                            .contains(tokens.get(start).text().toLowerCase(Locale.ROOT));
            return office ? words(tokens, start, from, text) : "";
        }
        int end = start;
        start--;
        while (start > 0 && end - start < LONGEST && isPart(tokens, start - 1)) {
            start--;
        }
        while (start < end && tokens.get(start).text().equals("'s")) {
            start++;
        }
        return words(tokens, start, end, text);
    }

    private static boolean isPart(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return Set.of("NOUN", "PROPN", "ADJ").contains(token.tag())
                        && Character.isLetter(token.text().charAt(0))
                || token.text().equals("'s");
    }

    /** ", the Russian president," and ", a spokeswoman for the ministry,". */
    private String after(List<Token> tokens, int to, String text) {
        if (to + 1 >= tokens.size() || !tokens.get(to).text().equals(",")) {
            return "";
        }
        int start = to + 1;
        while (start < tokens.size()
                && Set.of("the", "a", "an", "his", "her", "its", "their", "our")
                        .contains(tokens.get(start).text().toLowerCase(Locale.ROOT))) {
            start++;
        }
        int noun = start;
        while (noun < tokens.size()
                && noun - start < 5
                && isPart(tokens, noun)
                && !isRole(tokens.get(noun).text())) {
            noun++;
        }
        if (noun >= tokens.size()
                || noun - start >= 5
                || !isRole(tokens.get(noun).text())) {
            return "";
        }
        int end = noun + 1;
        while (end < tokens.size()
                && end - start < 2 * LONGEST
                && !Set.of("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ")
                        .contains(tokens.get(end).tag())) {
            end++;
        }
        boolean closed = end < tokens.size()
                        && Set.of(",", ".", ";", ")", "-")
                                .contains(tokens.get(end).text())
                || end == tokens.size();
        return closed ? words(tokens, start, end, text) : "";
    }

    private static String words(List<Token> tokens, int from, int to, String text) {
        return from >= to
                ? ""
                : text.substring(
                        tokens.get(from).span().start(),
                        tokens.get(to - 1).span().end());
    }
}
