package org.hearsay.read.claim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;

/** Who is a "he" and who a "she": by a title before the name, by the first name, by the role. One a reading. */
final class Genders {
    static final char UNKNOWN = '?';

    private static final Set<String> WOMEN = Set.of(
            "woman", "wife", "mother", "sister", "daughter", "aunt", "widow", "girl", "lady", "niece", "actress");

    private static final Set<String> MEN = Set.of(
            "man", "husband", "father", "brother", "son", "uncle", "widower", "boy", "gentleman", "nephew", "lad");

    private final Lexicon lexicon;
    private final Map<EntityId, Character> known = new HashMap<>();

    Genders(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What "Mr.", "Ms." before a mention at {@code at} say of the entity; the first that says something counts. */
    void told(String text, int at, Entity entity) {
        title(text, at).ifPresent(gender -> known.putIfAbsent(entity.id(), gender));
    }

    /** What a pronoun that stands for somebody says of him, if nothing else has. */
    void met(Entity entity, char gender) {
        if (of(entity) == UNKNOWN) {
            known.put(entity.id(), gender);
        }
    }

    /** 'f', 'm' or {@link #UNKNOWN}. */
    char of(Entity entity) {
        return known.computeIfAbsent(entity.id(), id -> {
            String first = entity.name().split("[\\s.]+")[0];
            String[] role = entity.role().toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
            for (String word : role) {
                if (word.endsWith("woman") || word.endsWith("man") && word.length() > 5) {
                    return ofNoun(word).orElse(UNKNOWN); // "Chairwoman Bernie Smith"
                }
            }
            return lexicon.gender(first).orElseGet(() -> ofRole(entity.role()));
        });
    }

    /** What a noun says by itself ("mother"), if anything. */
    static Optional<Character> ofNoun(String noun) {
        if (WOMEN.contains(noun) || noun.endsWith("woman")) {
            return Optional.of('f');
        }
        return MEN.contains(noun) || noun.endsWith("man") && noun.length() > 3 && !noun.equals("human")
                ? Optional.of('m')
                : Optional.empty();
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
