package org.hearsay.read.claim;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which first names are of women and which of men: a list kept by hand, and a longer one that is believed of whole names only, for
 * "Kelly" alone may be anybody's surname.
 */
final class FirstNames {
    private final Map<String, Character> sure = read("first-names.txt");
    private final Map<String, Character> more = read("first-names-more.txt");

    private static Map<String, Character> read(String file) {
        Map<String, Character> genders = new HashMap<>();
        for (String[] row : Lexicon.rows(file, 2)) {
            for (int i = 1; i < row.length; i++) {
                genders.put(row[i], row[0].charAt(0));
            }
        }
        return genders;
    }

    /** 'f' or 'm', absent for a name that says neither. */
    Optional<Character> gender(String first) {
        return Optional.ofNullable(sure.get(first));
    }

    /** The same where a surname follows: of "Sinéad" and of "Sinead". */
    Optional<Character> genderInWhole(String first) {
        return gender(first)
                .or(() -> Optional.ofNullable(more.get(first)))
                .or(() -> plain(first).flatMap(p -> gender(p).or(() -> Optional.ofNullable(more.get(p)))));
    }

    /** Without its accents, if it has any. */
    private static Optional<String> plain(String first) {
        if (first.chars().allMatch(c -> c < 128)) {
            return Optional.empty();
        }
        return Optional.of(Normalizer.normalize(first, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", ""));
    }
}
