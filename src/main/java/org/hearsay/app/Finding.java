package org.hearsay.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * What one check came to.
 *
 * @param check what was looked at, in one or two words
 * @param words what was seen
 * @param remedy what to do; absent where all is well
 */
record Finding(String check, State state, String words, Optional<String> remedy) {
    /** How bad it is: a warning can wait, what is bad keeps something from working now. */
    enum State {
        OK,
        WARN,
        BAD
    }

    static Finding ok(String check, String words) {
        return new Finding(check, State.OK, words, Optional.empty());
    }

    static Finding warn(String check, String words, String remedy) {
        return new Finding(check, State.WARN, words, Optional.of(remedy));
    }

    static Finding bad(String check, String words, String remedy) {
        return new Finding(check, State.BAD, words, Optional.of(remedy));
    }

    boolean isBad() {
        return state == State.BAD;
    }

    /** One line for people. */
    String inWords() {
        String line = String.format(Locale.ROOT, "%-4s  %s: %s", word(), check, words);
        // What comes from a page, a server or a library may hold a line's end.
        return (line + remedy.map(what -> ". " + what).orElse("")).replaceAll("\\s*\\R\\s*", " ");
    }

    ObjectNode asJson() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("check", check).put("state", word()).put("words", words);
        return out.put("remedy", remedy.orElse(null));
    }

    private String word() {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
