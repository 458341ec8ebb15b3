package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of the JSON that pages carry in their scripts, and a reader that takes what is there: raw line breaks in
 * strings, trailing commas, a text cut anywhere. What cannot be read ends the reading; what was read until then stays.
 * A null is no value.
 */
sealed interface Json {
    record Obj(Map<String, Json> members) implements Json {}

    record Arr(List<Json> items) implements Json {}

    record Text(String value) implements Json {}

    /** A number, true or false, as written. */
    record Literal(String value) implements Json {}

    static Optional<Json> read(String source) {
        return Optional.ofNullable(new Reading(source).value(0));
    }

    /** The member of that name if this is an object that has it. */
    default Optional<Json> get(String name) {
        return this instanceof Obj o ? Optional.ofNullable(o.members.get(name)) : Optional.empty();
    }

    /** The value as words; empty for objects and lists. */
    default Optional<String> words() {
        return switch (this) {
            case Text t -> t.value.isBlank() ? Optional.empty() : Optional.of(t.value.strip());
            case Literal l -> Optional.of(l.value);
            case Obj o -> Optional.empty();
            case Arr a -> Optional.empty();
        };
    }

    /** The members of a list, or the value itself as the only one: JSON-LD leaves single-member lists out. */
    default List<Json> each() {
        return this instanceof Arr a ? a.items : List.of(this);
    }

    /** One pass over one text. */
    final class Reading {
        /** Structured data of pages is nested 10 deep at most; what goes beyond is an attack on the stack. */
        private static final int MAX_DEPTH = 100;

        private final String source;
        private int at;

        Reading(String source) {
            this.source = source;
        }

        @org.jspecify.annotations.Nullable
        Json value(int depth) {
            skipBlank();
            if (at >= source.length() || depth > MAX_DEPTH) {
                at = source.length();
                return null;
            }
            return switch (source.charAt(at)) {
                case '{' -> object(depth);
                case '[' -> array(depth);
                case '"' -> new Text(string());
                default -> literal();
            };
        }

        private Obj object(int depth) {
            Map<String, Json> members = new LinkedHashMap<>();
            at++;
            while (true) {
                skipBlankAndCommas();
                if (at >= source.length()) {
                    return new Obj(members);
                }
                if (source.charAt(at) == '}') {
                    at++;
                    return new Obj(members);
                }
                if (source.charAt(at) != '"') {
                    at = source.length();
                    return new Obj(members);
                }
                String name = string();
                skipBlank();
                if (at >= source.length() || source.charAt(at) != ':') {
                    at = source.length();
                    return new Obj(members);
                }
                at++;
                Json value = value(depth + 1);
                if (value != null) {
                    members.putIfAbsent(name, value);
                }
            }
        }

        private Arr array(int depth) {
            List<Json> items = new ArrayList<>();
            at++;
            while (true) {
                skipBlankAndCommas();
                if (at >= source.length()) {
                    return new Arr(items);
                }
                if (source.charAt(at) == ']') {
                    at++;
                    return new Arr(items);
                }
                int before = at;
                Json item = value(depth + 1);
                if (item != null) {
                    items.add(item);
                } else if (at == before) {
                    at++;
                }
            }
        }

        private String string() {
            StringBuilder out = new StringBuilder();
            at++;
            while (at < source.length()) {
                char c = source.charAt(at++);
                if (c == '"') {
                    break;
                }
                if (c != '\\' || at >= source.length()) {
                    out.append(c);
                    continue;
                }
                char escaped = source.charAt(at++);
                switch (escaped) {
                    case 'n', 'r' -> out.append('\n');
                    case 't' -> out.append(' ');
                    case 'b', 'f' -> out.append(' ');
                    case 'u' -> out.append(unicode());
                    default -> out.append(escaped);
                }
            }
            return out.toString();
        }

        private char unicode() {
            int code = 0;
            int end = Math.min(source.length(), at + 4);
            while (at < end) {
                int digit = Character.digit(source.charAt(at), 16);
                if (digit < 0) {
                    break;
                }
                code = code * 16 + digit;
                at++;
            }
            return (char) code;
        }

        @org.jspecify.annotations.Nullable
        private Literal literal() {
            int from = at;
            while (at < source.length() && "+-.".indexOf(source.charAt(at)) >= 0
                    || at < source.length() && Character.isLetterOrDigit(source.charAt(at))) {
                at++;
            }
            String word = source.substring(from, at);
            if (word.isEmpty()) {
                at = source.length();
                return null;
            }
            return word.equals("null") || word.equals("undefined") ? null : new Literal(word);
        }

        private void skipBlank() {
            while (at < source.length() && (source.charAt(at) <= ' ' || source.charAt(at) == '\uFEFF')) {
                at++;
            }
        }

        private void skipBlankAndCommas() {
            while (at < source.length() && (source.charAt(at) <= ' ' || source.charAt(at) == ',')) {
                at++;
            }
        }
    }
}
