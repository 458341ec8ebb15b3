package org.hearsay.keep.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A query as a tree. {@code toString} is its canonical form in the query language. */
sealed interface QueryNode {

    /**
     * How a leaf is compared: WORD by its stem, PHRASE as written, NEAR as written but with other words between, PREFIX by
     * its start, FUZZY with other letters, VALUE as a whole.
     */
    enum Form {
        WORD,
        PHRASE,
        NEAR,
        PREFIX,
        FUZZY,
        VALUE
    }

    /** @param within how many moves of a word NEAR allows, or how many other letters FUZZY; else 0 */
    record Leaf(QueryField field, Form form, String text, int within) implements QueryNode {
        Leaf(QueryField field, Form form, String text) {
            this(field, form, text, 0);
        }

        /** Whether the last word of a phrase is only its beginning. */
        boolean isBegun() {
            return (form == Form.PHRASE || form == Form.NEAR)
                    && text.endsWith("*")
                    && text.length() > 1
                    && Character.isLetterOrDigit(text.codePointBefore(text.length() - 1));
        }

        Leaf withText(String other) {
            return new Leaf(field, form, other, within);
        }

        @Override
        public String toString() {
            String start = field == QueryField.TEXT ? "" : field.label + ":";
            return start
                    + switch (form) {
                        case WORD -> text;
                        case PREFIX -> text + "*";
                        case PHRASE -> '"' + text + '"';
                        case NEAR -> '"' + text + "\"~" + within;
                        case FUZZY -> text + "~" + within;
                        case VALUE -> Typed.needsQuotes(text) ? '"' + text + '"' : text;
                    };
        }
    }

    /** Written side by side: all of them in one claim. */
    record All(List<QueryNode> parts) implements QueryNode {
        @Override
        public String toString() {
            return parts.stream()
                    .map(p -> p instanceof Any || p instanceof And ? "(" + p + ")" : p.toString())
                    .collect(Collectors.joining(" "));
        }
    }

    /** Joined by AND: all of them in one article, if that is the scope. */
    record And(List<QueryNode> parts) implements QueryNode {
        @Override
        public String toString() {
            return parts.stream()
                    .map(p -> p instanceof Any ? "(" + p + ")" : p.toString())
                    .collect(Collectors.joining(" AND "));
        }
    }

    record Any(List<QueryNode> parts) implements QueryNode {
        @Override
        public String toString() {
            return parts.stream()
                    .map(p -> p instanceof All || p instanceof And ? "(" + p + ")" : p.toString())
                    .collect(Collectors.joining(" OR "));
        }
    }

    record Not(QueryNode part) implements QueryNode {
        @Override
        public String toString() {
            return "NOT "
                    + (part instanceof All || part instanceof And || part instanceof Any ? "(" + part + ")" : part);
        }
    }

    record Everything() implements QueryNode {
        @Override
        public String toString() {
            return "*";
        }
    }

    /** Nothing was asked: it finds nothing. */
    record Nothing() implements QueryNode {
        @Override
        public String toString() {
            return "";
        }
    }

    static QueryNode all(List<QueryNode> parts) {
        List<QueryNode> flat = new ArrayList<>();
        for (QueryNode part : parts) {
            if (part instanceof All inner) {
                flat.addAll(inner.parts);
            } else {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? new Nothing() : flat.size() == 1 ? flat.get(0) : new All(List.copyOf(flat));
    }

    static QueryNode and(List<QueryNode> parts) {
        List<QueryNode> flat = new ArrayList<>();
        for (QueryNode part : parts) {
            if (part instanceof And inner) {
                flat.addAll(inner.parts);
            } else {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? new Nothing() : flat.size() == 1 ? flat.get(0) : new And(List.copyOf(flat));
    }

    static QueryNode any(List<QueryNode> parts) {
        List<QueryNode> flat = new ArrayList<>();
        for (QueryNode part : parts) {
            if (part instanceof Any inner) {
                flat.addAll(inner.parts);
            } else {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? new Nothing() : flat.size() == 1 ? flat.get(0) : new Any(List.copyOf(flat));
    }

    static QueryNode not(QueryNode part) {
        return part instanceof Not inner ? inner.part : new Not(part);
    }

    /** The leaves that are looked for, not those that are kept out, in order. */
    default List<Leaf> sought() {
        return switch (this) {
            case Leaf leaf -> List.of(leaf);
            case All all -> all.parts.stream().flatMap(p -> p.sought().stream()).toList();
            case And and -> and.parts.stream().flatMap(p -> p.sought().stream()).toList();
            case Any any -> any.parts.stream().flatMap(p -> p.sought().stream()).toList();
            case Not not -> List.of();
            case Everything everything -> List.of();
            case Nothing nothing -> List.of();
        };
    }

    /** The same with every leaf that is looked for put through {@code change}. */
    default QueryNode mapped(UnaryOperator<Leaf> change) {
        return switch (this) {
            case Leaf leaf -> change.apply(leaf);
            case All all ->
                new All(all.parts.stream().map(p -> p.mapped(change)).toList());
            case And and ->
                new And(and.parts.stream().map(p -> p.mapped(change)).toList());
            case Any any ->
                new Any(any.parts.stream().map(p -> p.mapped(change)).toList());
            case Not not -> not;
            case Everything everything -> everything;
            case Nothing nothing -> nothing;
        };
    }
}
