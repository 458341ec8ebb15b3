package org.hearsay.read.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;

/** Who is a "he" and who a "she": by a title before the name, by the first name, by the role. One a reading. */
final class Genders {
    static final char UNKNOWN = '?';

    private static final Set<String> WOMEN = Set.of(
            "woman", "wife", "mother", "sister", "daughter", "aunt", "widow", "girl", "lady", "niece", "actress");

    private static final Set<String> MEN = Set.of(
            "man", "husband", "father", "brother", "son", "uncle", "widower", "boy", "gentleman", "nephew", "lad");

    /** "Father Anselm", "Mme Sault"; a capital tells them from a father. */
    private static final Map<String, Character> TITLES = titles();

    /** The word at the end of what stands before a name: "her husband, Jan", "mum-of-two Jane", "Sister Rose". */
    private static final Pattern BEFORE = Pattern.compile("([\\p{L}-]+)\\.?(,?) $");

    private static final Pattern PARENT =
            Pattern.compile("(?:grand)?(?:(mother|mum|mom|gran)|(?:father|dad|grandad))-of-[\\p{L}]+");

    private final FirstNames firstNames;
    private final Map<EntityId, Character> known = new HashMap<>();

    Genders(Lexicon lexicon) {
        this.firstNames = lexicon.firstNames();
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
            String[] role = entity.role().toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
            for (String word : role) {
                if (word.endsWith("woman") || word.endsWith("man") && word.length() > 5) {
                    return ofNoun(word).orElse(UNKNOWN); // "Chairwoman Bernie Smith"
                }
            }
            return ofName(entity.name()).orElseGet(() -> ofRole(entity.role()));
        });
    }

    /** By the first name, or by a title that was taken for one. */
    private Optional<Character> ofName(String name) {
        String[] words = name.split("[\\s.]+");
        if (words.length < 2) {
            return firstNames.gender(name);
        }
        Optional<Character> title = Optional.ofNullable(TITLES.get(words[0]));
        boolean office = words.length > 2 && Titles.is(words[0].toLowerCase(Locale.ROOT));
        return title.isPresent() ? title : firstNames.genderInWhole(words[office ? 1 : 0]);
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
        Matcher before = BEFORE.matcher(text.substring(Math.max(0, at - 30), at));
        if (!before.find()) {
            return Optional.empty();
        }
        String word = before.group(1);
        Optional<Character> title = Optional.ofNullable(TITLES.get(word));
        if (title.isPresent() && before.group(2).isEmpty()) {
            return title;
        }
        Matcher parent = PARENT.matcher(word.toLowerCase(Locale.ROOT));
        if (parent.matches()) {
            return Optional.of(parent.group(1) == null ? 'm' : 'f');
        }
        return WOMEN.contains(word) ? Optional.of('f') : MEN.contains(word) ? Optional.of('m') : Optional.empty();
    }

    private static Map<String, Character> titles() {
        Map<String, Character> titles = new HashMap<>();
        for (String word : List.of(
                "Mr",
                "Sir",
                "Lord",
                "Father",
                "Brother",
                "Herr",
                "Monsieur",
                "Signor",
                "Señor",
                "Sr",
                "Don",
                "Sheikh",
                "Imam",
                "King",
                "Prince",
                "Duke",
                "Count",
                "Baron",
                "Mang",
                "Shri",
                "Alhaji")) {
            titles.put(word, 'm');
        }
        for (String word : List.of(
                "Ms",
                "Mrs",
                "Miss",
                "Lady",
                "Dame",
                "Sister",
                "Mother",
                "Frau",
                "Madame",
                "Mme",
                "Mlle",
                "Signora",
                "Señora",
                "Sra",
                "Doña",
                "Begum",
                "Queen",
                "Princess",
                "Duchess",
                "Countess",
                "Baroness",
                "Smt",
                "Hajia",
                "Madam")) {
            titles.put(word, 'f');
        }
        return Map.copyOf(titles);
    }
}
