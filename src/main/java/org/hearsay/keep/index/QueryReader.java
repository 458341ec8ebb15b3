package org.hearsay.keep.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the query language by recursive descent over the characters. It accepts every text: whatever is no syntax is
 * taken as words, and the first such place is noted. Its bounds, and those of {@link QueryLeaves}, keep any query cheap.
 */
final class QueryReader {
    /** A page of text; also bounds the canonical form. */
    static final int MAX_CHARS = 8_192;

    static final int MAX_WORDS = 256;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NEAR = 50;
    private static final int DEFAULT_NEAR = 5;

    private final String text;
    private final int end;
    private final QueryLeaves leaves = new QueryLeaves();
    private int at;
    private int ignoredOpen;

    record Result(QueryNode node, Optional<Query.Oddity> oddity) {}

    private QueryReader(String text) {
        this.text = text;
        this.end = Math.min(text.length(), MAX_CHARS);
    }

    static Result read(String typed) {
        QueryReader reader = new QueryReader(typed);
        if (typed.length() > MAX_CHARS) {
            reader.leaves.odd(MAX_CHARS, "only the first " + MAX_CHARS + " characters are searched for");
        }
        QueryNode node = reader.any(QueryField.TEXT, 0);
        if (node instanceof QueryNode.Nothing && !typed.isBlank()) {
            reader.leaves.odd(0, "there is no word in it");
        }
        return new Result(node, reader.leaves.oddity());
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
                leaves.odd(at, "OR has nothing before it");
            } else if (empty && operator >= 0) {
                leaves.odd(operator, "OR has nothing after it");
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
                    leaves.odd(at, "no ( belongs to this )");
                }
                at++;
                continue;
            }
            if (operatorHere().equals("AND")) {
                if (run.isEmpty()) {
                    leaves.odd(at, "AND has nothing before it");
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
            leaves.odd(operator, "AND has nothing after it");
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
                leaves.odd(operator, "nothing comes after NOT");
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
        if (leaves.full()) {
            at = end;
        }
    }

    private void group(QueryField field, int depth, List<QueryNode> into) {
        int open = at;
        at++;
        if (depth >= MAX_DEPTH) {
            leaves.odd(open, "parentheses are understood " + MAX_DEPTH + " deep");
            ignoredOpen++;
            return;
        }
        QueryNode inner = any(field, depth + 1);
        if (at < end && text.charAt(at) == ')') {
            at++;
        } else {
            leaves.odd(open, "this ( is never closed");
        }
        if (inner instanceof QueryNode.Nothing) {
            leaves.odd(open, "there is nothing in these parentheses");
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
            leaves.odd(open, "this quotation mark is never closed");
            return;
        }
        String words = Typed.clean(text.substring(at, close));
        at = close + 1;
        leaves.phrase(field, words, within(MAX_NEAR, DEFAULT_NEAR), open, into);
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
        return QueryLeaves.number(text.substring(from, at), most, byDefault);
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
            leaves.everything(from, into);
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
                leaves.odd(start, name + ": has nothing after it");
            } else if (followed && !text.startsWith("//", colon + 1)) {
                leaves.odd(start, "there is no field " + name + ": (fields are " + QueryField.all() + ")");
                at = colon + 1;
                leaves.one(field, name, start, into);
                return;
            }
        }
        at = to;
        int of = field.kind == QueryField.Kind.WORDS ? start : from;
        leaves.one(field, text.substring(of, to), of, into);
    }

    /** What follows {@code field:}, which is something up to {@code to}, a quotation or a group. */
    private void named(QueryField field, int to, int depth, List<QueryNode> into) {
        if (at == to) {
            operand(field, depth, into);
        } else {
            int from = at;
            at = to;
            leaves.one(field, text.substring(from, to), from, into);
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
