package org.hearsay.keep.index;

import java.util.Optional;

/**
 * What a person typed, understood. Words, "phrases", AND OR NOT, parentheses, prefix*, and fields such as
 * {@code source:putin outlet:star stance:denied attribution:unnamed}. Any text can be parsed: what is no syntax is
 * searched as words, and {@link #oddity} says so.
 *
 * @param typed as typed
 * @param understood how it was understood, in the same language
 * @param oddity what could not be understood, and where
 */
public record Query(String typed, String understood, Optional<Oddity> oddity) {
    /** @param position UTF-16 offset into what was typed */
    public record Oddity(int position, String words) {
        /** Two lines: what was typed, and a caret under the odd place. */
        public String caret(String typed) {
            return typed + System.lineSeparator() + " ".repeat(position) + "^ " + words;
        }
    }

    public static Query parse(String typed) {
        return new Query(typed, typed, Optional.empty());
    }
}
