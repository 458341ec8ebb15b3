package org.hearsay.read.claim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;

/** Who is a "he" and who a "she": by a title before the name, by the first name, by the role. One a reading. */
final class Genders {
    static final char UNKNOWN = '?';

    private final Lexicon lexicon;
    private final Map<EntityId, Character> known = new HashMap<>();

    Genders(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What "Mr.", "Ms." before a mention at {@code at} say of the entity; the first that says something counts. */
    void told(String text, int at, Entity entity) {
        title(text, at).ifPresent(gender -> known.putIfAbsent(entity.id(), gender));
    }

    /** 'f', 'm' or {@link #UNKNOWN}. */
    char of(Entity entity) {
        return known.computeIfAbsent(entity.id(), id -> {
            String first = entity.name().split("[\\s.]+")[0];
            return lexicon.gender(first).orElseGet(() -> ofRole(entity.role()));
        });
    }

    private static char ofRole(String role) {
        String lower = role.toLowerCase(Locale.ROOT);
        if (lower.contains("woman")
                || lower.contains("queen")
                || lower.contains("actress")
                || lower.contains("first lady")) {
            return 'f';
        }
        return lower.contains("man ") || lower.endsWith("man") || lower.contains("king") ? 'm' : UNKNOWN;
    }

    private static Optional<Character> title(String text, int at) {
        String before = text.substring(Math.max(0, at - 6), at).strip();
        if (before.endsWith("Mr.") || before.endsWith("Mr") || before.endsWith("Sir")) {
            return Optional.of('m');
        }
        boolean woman = before.endsWith("Ms.")
                || before.endsWith("Ms")
                || before.endsWith("Mrs.")
                || before.endsWith("Mrs")
                || before.endsWith("Miss")
                || before.endsWith("Lady");
        return woman ? Optional.of('f') : Optional.empty();
    }
}
