package org.hearsay.keep.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.keep.index.QueryNode.Form;
import org.hearsay.keep.index.QueryNode.Leaf;

/**
 * Reads the query language by recursive descent over the characters. It accepts every text: whatever is no syntax is
 * taken as words, and the first such place is noted. The bounds below keep any query cheap.
 */
final class QueryReader {
    /** A page of text; also bounds the canonical form. */
    static final int MAX_CHARS = 8_192;

    static final int MAX_WORDS = 256;
    private static final int MAX_DEPTH = 32;
    /** What the canonical form may add around a leaf: quotes, " OR ", a minus and a pair of parentheses. */
    private static final int AROUND = 10;
    /** Each is looked up in the list of all words of the index. */
    private static final int MAX_PREFIXES = 32;

    private static final int MAX_FUZZY = 8;
    private static final int MAX_NEAR = 50;
    private static final int DEFAULT_NEAR = 5;
    /** A word with more other letters is another word. */
    private static final int MAX_EDITS = 2;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s:()\"\u201c\u201d\u201e\u00ab\u00bb]+");
    private static final Pattern TILDE = Pattern.compile("(.*[^~])~(\\d{0,4})[.,;:!?]*", Pattern.DOTALL);

    private final String text;
    private final int end;
    private int at;
    private int words;
    private int cost;
    private int ignoredOpen;
    private int prefixes;
    private int fuzzy;
    private Optional<Query.Oddity> oddity = Optional.empty();

    record Result(QueryNode node, Optional<Query.Oddity> oddity) {}

    private QueryReader(String text) {
        this.text = text;
        this.end = Math.min(text.length(), MAX_CHARS);
    }

    static Result read(String typed) {
        QueryReader reader = new QueryReader(typed);
        if (typed.length() > MAX_CHARS) {
            reader.odd(MAX_CHARS, "only the first " + MAX_CHARS + " characters are searched for");
        }
        QueryNode node = reader.any(QueryField.TEXT, 0);
        if (node instanceof QueryNode.Nothing && !typed.isBlank()) {
            reader.odd(0, "there is no word in it");
        }
        return new Result(node, reader.oddity);
    }

    private QueryNode any(QueryField field, int depth) {
        List<QueryNode> parts = new ArrayList<>();
        int operator = -1;
        while (true) {
            QueryNode part = all(field, depth);
            boolean empty = part instanceof QueryNode.Nothing;
            if (!empty) {
                parts.add(part);
            }
            boolean more = operatorHere().equals("OR");
            if (empty && more) {
                odd(at, "OR has nothing before it");
            } else if (empty && operator >= 0) {
                odd(operator, "OR has nothing after it");
            }
            if (!more) {
                return QueryNode.any(parts);
            }
            operator = at;
            at += "OR".length();
        }
    }

    /** Up to an OR, a closing parenthesis or the end: runs of words side by side, joined by AND. */
    private QueryNode all(QueryField field, int depth) {
        List<QueryNode> runs = new ArrayList<>();
        List<QueryNode> run = new ArrayList<>();
        int operator = -1;
        while (true) {
            skipSeparators();
            if (at >= end || operatorHere().equals("OR")) {
                break;
            }
            if (text.charAt(at) == ')') {
                if (ignoredOpen > 0) {
                    ignoredOpen--;
                } else if (depth > 0) {
                    break;
                } else {
                    odd(at, "no ( belongs to this )");
                }
                at++;
                continue;
            }
            if (operatorHere().equals("AND")) {
                if (run.isEmpty()) {
                    odd(at, "AND has nothing before it");
                } else {
                    runs.add(QueryNode.all(run));
                    run = new ArrayList<>();
                }
                operator = at;
                at += "AND".length();
                continue;
            }
            int before = run.size();
            negatable(field, depth, run);
            if (run.size() > before) {
                operator = -1;
            }
        }
        if (operator >= 0) {
            odd(operator, "AND has nothing after it");
        }
        if (!run.isEmpty()) {
            runs.add(QueryNode.all(run));
        }
        return QueryNode.and(runs);
    }

    private void negatable(QueryField field, int depth, List<QueryNode> into) {
        boolean negated = false;
        int operator = -1;
        while (true) {
            skipSeparators();
            if (operatorHere().equals("NOT")) {
                operator = at;
                at += "NOT".length();
                negated = !negated;
            } else if (at < end && text.charAt(at) == '-' && at + 1 < end && startsOperand(at + 1)) {
                operator = at;
                at++;
                negated = !negated;
            } else {
                break;
            }
        }
        List<QueryNode> found = new ArrayList<>();
        if (at < end
                && text.charAt(at) != ')'
                && !operatorHere().equals("OR")
                && !operatorHere().equals("AND")) {
            operand(field, depth, found);
        }
        if (found.isEmpty()) {
            if (operator >= 0) {
                odd(operator, "nothing comes after NOT");
            }
            return;
        }
        into.add(negated ? QueryNode.not(QueryNode.all(found)) : QueryNode.all(found));
    }

    /** Reads at least one character. */
    private void operand(QueryField field, int depth, List<QueryNode> into) {
        char c = text.charAt(at);
        if (c == '(') {
            group(field, depth, into);
        } else if (Typed.isQuote(c)) {
            phrase(field, into);
        } else {
            chunk(field, depth, into);
        }
    }

    private void group(QueryField field, int depth, List<QueryNode> into) {
        int open = at;
        at++;
        if (depth >= MAX_DEPTH) {
            odd(open, "parentheses are understood " + MAX_DEPTH + " deep");
            ignoredOpen++;
            return;
        }
        QueryNode inner = any(field, depth + 1);
        if (at < end && text.charAt(at) == ')') {
            at++;
        } else {
            odd(open, "this ( is never closed");
        }
        if (inner instanceof QueryNode.Nothing) {
            odd(open, "there is nothing in these parentheses");
        } else {
            into.add(inner);
        }
    }

    private void phrase(QueryField field, List<QueryNode> into) {
        int open = at;
        String closing = text.charAt(open) == '"' ? "\"" : "\"\u201d\u201c\u00bb\u00ab";
        at++;
        int close = at;
        while (close < end && closing.indexOf(text.charAt(close)) < 0) {
            close++;
        }
        if (close >= end) {
            odd(open, "this quotation mark is never closed");
            return;
        }
        String words = Typed.clean(text.substring(at, close));
        at = close + 1;
        int within = within(MAX_NEAR, DEFAULT_NEAR);
        if (field.kind != QueryField.Kind.WORDS) {
            value(field, words, open, into);
        } else if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            odd(open, "there is no word between these quotation marks");
        } else if (within > 0) {
            leaf(new Leaf(field, Form.NEAR, words, within), open, into);
        } else {
            leaf(new Leaf(field, Form.PHRASE, words), open, into);
        }
    }

    /** The number after a ~ that stands here, or 0. */
    private int within(int most, int byDefault) {
        if (at >= end || text.charAt(at) != '~') {
            return 0;
        }
        at++;
        int from = at;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return number(text.substring(from, at), most, byDefault);
    }

    private static int number(String digits, int most, int byDefault) {
        return digits.isEmpty()
                ? byDefault
                : digits.length() > 4 ? most : Math.clamp(Integer.parseInt(digits), 1, most);
    }

    /** A run without spaces, quotes and parentheses: a word, a prefix, or a field and what it names. */
    private void chunk(QueryField field, int depth, List<QueryNode> into) {
        int from = at;
        int to = from;
        while (to < end
                && !Typed.isSeparator(text, to, end)
                && !Typed.isQuote(text.charAt(to))
                && "()".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String raw = text.substring(from, to);
        if (raw.equals("*") && field == QueryField.TEXT) {
            at = to;
            leaf(new QueryNode.Everything(), 1, from, into);
            return;
        }
        int start = from;
        while (start < to && !Typed.startsWord(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int colon = text.indexOf(':', start);
        if (colon > start && colon < to && text.substring(start, colon).chars().allMatch(Typed::isOfAName)) {
            String name = text.substring(start, colon);
            Optional<QueryField> named = QueryField.named(name);
            boolean followed = colon + 1 < to || to < end && (Typed.isQuote(text.charAt(to)) || text.charAt(to) == '(');
            if (named.isPresent() && followed) {
                at = colon + 1;
                named(named.get(), to, depth, into);
                return;
            }
            if (named.isPresent()) {
                odd(start, name + ": has nothing after it");
            } else if (followed && !text.startsWith("//", colon + 1)) {
                odd(start, "there is no field " + name + ": (fields are " + QueryField.all() + ")");
                at = colon + 1;
                if (field.kind == QueryField.Kind.WORDS) {
                    word(field, name, start, into);
                } else {
                    value(field, name, start, into);
                }
                return;
            }
        }
        at = to;
        if (field.kind == QueryField.Kind.WORDS) {
            word(field, text.substring(start, to), start, into);
        } else {
            value(field, raw, from, into);
        }
    }

    /** What follows {@code field:}, which is something up to {@code to}, a quotation or a group. */
    private void named(QueryField field, int to, int depth, List<QueryNode> into) {
        if (at == to) {
            operand(field, depth, into);
        } else if (field.kind == QueryField.Kind.WORDS) {
            int from = at;
            at = to;
            word(field, text.substring(from, to), from, into);
        } else {
            int from = at;
            at = to;
            value(field, text.substring(from, to), from, into);
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
            return word.toLowerCase(java.util.Locale.ROOT);
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
        if (words > MAX_WORDS || cost > MAX_CHARS) {
            odd(from, "only the first " + (words - 1) + " words are searched for");
            at = end;
            return;
        }
        into.add(leaf);
    }

    private void odd(int position, String what) {
        if (oddity.isEmpty()) {
            oddity = Optional.of(new Query.Oddity(position, what));
        }
    }

    /** AND, OR or NOT if one stands here as a word of its own, else "". */
    private String operatorHere() {
        for (String operator : List.of("AND", "OR", "NOT")) {
            int to = at + operator.length();
            if (at < end && text.startsWith(operator, at) && to <= end) {
                boolean whole = to == end
                        || Typed.isSeparator(text, to, end)
                        || Typed.isQuote(text.charAt(to))
                        || text.charAt(to) == '('
                        || text.charAt(to) == ')';
                return whole ? operator : "";
            }
        }
        return "";
    }

    private void skipSeparators() {
        while (at < end && Typed.isSeparator(text, at, end)) {
            at++;
        }
    }

    private boolean startsOperand(int i) {
        return !Typed.isSeparator(text, i, end) && text.charAt(i) != ')';
    }
}
