package org.hearsay.keep.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A query as a tree. {@code toString} is its canonical form in the query language. */
sealed interface QueryNode {

    /** How a leaf is compared: WORD by its stem, PHRASE as written, PREFIX by its start, VALUE as a whole. */
    enum Form {
        WORD,
        PHRASE,
        PREFIX,
        VALUE
    }

    record Leaf(QueryField field, Form form, String text) implements QueryNode {
        @Override
        public String toString() {
            String start = field == QueryField.TEXT ? "" : field.label + ":";
            return start
                    + switch (form) {
                        case WORD -> text;
                        case PREFIX -> text + "*";
                        case PHRASE -> '"' + text + '"';
                        case VALUE -> QueryReader.needsQuotes(text) ? '"' + text + '"' : text;
                    };
        }
    }

    record All(List<QueryNode> parts) implements QueryNode {
        @Override
        public String toString() {
            return parts.stream()
                    .map(p -> p instanceof Any ? "(" + p + ")" : p.toString())
                    .collect(Collectors.joining(" "));
        }
    }

    record Any(List<QueryNode> parts) implements QueryNode {
        @Override
        public String toString() {
            return parts.stream()
                    .map(p -> p instanceof All ? "(" + p + ")" : p.toString())
                    .collect(Collectors.joining(" OR "));
        }
    }

    record Not(QueryNode part) implements QueryNode {
        @Override
        public String toString() {
            return part instanceof All || part instanceof Any ? "-(" + part + ")" : "-" + part;
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
}
