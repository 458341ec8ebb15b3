package org.hearsay.keep.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.keep.index.QueryNode.Form;
import org.hearsay.keep.index.QueryNode.Leaf;

/**
 * The words, phrases and values of one query, as a reader comes upon them: what a {@code *} or {@code ~} asks, what a field
 * takes, and the bounds that keep any query cheap. What is no value of its field is taken as words. The first odd place is
 * noted.
 */
final class QueryLeaves {
    /** What the canonical form may add around a leaf: quotes, " OR ", a minus and a pair of parentheses. */
    private static final int AROUND = 10;
    /** Each is looked up in the list of all words of the index. */
    private static final int MAX_PREFIXES = 32;

    private static final int MAX_FUZZY = 8;
    /** A word with more other letters is another word. */
    private static final int MAX_EDITS = 2;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s:()\"\u201c\u201d\u201e\u00ab\u00bb]+");
    private static final Pattern TILDE = Pattern.compile("(.*[^~])~(\\d{0,4})[.,;:!?]*", Pattern.DOTALL);

    private int words;
    private int cost;
    private int prefixes;
    private int fuzzy;
    private boolean full;
    private Optional<Query.Oddity> oddity = Optional.empty();

    /** Whether a leaf was left out because there are too many; so will all that follow. */
    boolean full() {
        return full;
    }

    Optional<Query.Oddity> oddity() {
        return oddity;
    }

    void odd(int position, String what) {
        if (oddity.isEmpty()) {
            oddity = Optional.of(new Query.Oddity(position, what));
        }
    }

    void everything(int from, List<QueryNode> into) {
        leaf(new QueryNode.Everything(), 1, from, into);
    }

    /** @param within how many moves apart its words may stand; 0 if they stand side by side */
    void phrase(QueryField field, String quoted, int within, int from, List<QueryNode> into) {
        if (field.kind != QueryField.Kind.WORDS) {
            value(field, quoted, from, into);
        } else if (quoted.codePoints().noneMatch(Character::isLetterOrDigit)) {
            odd(from, "there is no word between these quotation marks");
        } else {
            leaf(new Leaf(field, within > 0 ? Form.NEAR : Form.PHRASE, quoted, within), from, into);
        }
    }

    /** A word, or what a field takes instead of words. */
    void one(QueryField field, String raw, int from, List<QueryNode> into) {
        if (field.kind == QueryField.Kind.WORDS) {
            word(field, raw, from, into);
        } else {
            value(field, raw, from, into);
        }
    }

    private void value(QueryField field, String raw, int from, List<QueryNode> into) {
        // As everybody says it: a denied claim has no stance of that name.
        if (field == QueryField.STANCE && raw.equalsIgnoreCase("denied")) {
            leaf(new Leaf(QueryField.DENIED, Form.VALUE, "yes"), from, into);
            return;
        }
        Optional<String> value = field.value(raw);
        if (value.isPresent()) {
            leaf(new Leaf(field, Form.VALUE, value.get()), from, into);
            return;
        }
        odd(from, field.expected());
        word(QueryField.TEXT, field.label, from, into);
        for (String part : BETWEEN_WORDS.split(raw)) {
            word(QueryField.TEXT, part, from, into);
        }
    }

    private void word(QueryField field, String raw, int from, List<QueryNode> into) {
        Matcher tilde = TILDE.matcher(raw);
        if (tilde.matches() && tilde.group(1).indexOf('*') < 0) {
            fuzzy(field, tilde.group(1), tilde.group(2), from, into);
            return;
        }
        String[] parts = raw.split("\\*", -1);
        boolean prefix = raw.endsWith("*");
        if (parts.length > 2 || parts.length == 2 && !prefix) {
            odd(from + raw.indexOf('*'), "* is understood only at the end of a word");
        }
        for (int i = 0; i < parts.length; i++) {
            String word = Typed.trimmed(parts[i]);
            if (word.isEmpty()) {
                continue;
            }
            boolean last = prefix && i == parts.length - 2 && parts[i].endsWith(word);
            if (last && word.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
                odd(from, "a prefix needs at least two letters");
                last = false;
            }
            if (last && !Character.isLetterOrDigit(word.codePointBefore(word.length()))) {
                last = false;
            }
            if (last && ++prefixes > MAX_PREFIXES) {
                odd(from, "only the first " + MAX_PREFIXES + " words with * are searched so");
                last = false;
            }
            leaf(new Leaf(field, last ? Form.PREFIX : Form.WORD, plain(word, field, parts.length > 1)), from, into);
        }
    }

    private void fuzzy(QueryField field, String raw, String digits, int from, List<QueryNode> into) {
        String word = Typed.trimmed(raw);
        long letters = word.codePoints().filter(Character::isLetterOrDigit).count();
        boolean can = letters >= 3 && Character.isLetterOrDigit(word.codePointBefore(word.length()));
        if (word.isEmpty()) {
            return;
        }
        if (!can) {
            odd(from, "a word with ~ needs at least three letters");
        } else if (++fuzzy > MAX_FUZZY) {
            odd(from, "only the first " + MAX_FUZZY + " words with ~ are searched so");
            can = false;
        }
        int edits = number(digits, MAX_EDITS, letters > 5 ? 2 : 1);
        String plain = plain(word, field, true);
        leaf(can ? new Leaf(field, Form.FUZZY, plain, edits) : new Leaf(field, Form.WORD, plain), from, into);
    }

    /** Spelled so that reading it again gives a word again. */
    private static String plain(String word, QueryField field, boolean changed) {
        if (Typed.isOperator(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String whole = word.replace('~', '+');
        return changed && field == QueryField.TEXT ? whole.replace(':', '.') : whole;
    }

    private void leaf(Leaf leaf, int from, List<QueryNode> into) {
        leaf(leaf, leaf.text().length() + leaf.field().label.length() + 1, from, into);
    }

    private void leaf(QueryNode leaf, int length, int from, List<QueryNode> into) {
        words++;
        cost += length + AROUND;
        if (words > QueryReader.MAX_WORDS || cost > QueryReader.MAX_CHARS) {
            odd(from, "only the first " + (words - 1) + " words are searched for");
            full = true;
            return;
        }
        into.add(leaf);
    }

    /** The number after a ~, within what makes sense. */
    static int number(String digits, int most, int byDefault) {
        return digits.isEmpty()
                ? byDefault
                : digits.length() > 4 ? most : Math.clamp(Integer.parseInt(digits), 1, most);
    }
}
