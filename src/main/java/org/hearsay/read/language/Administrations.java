package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names that a word after them makes those of a body: "the Biden administration" is no person. Immutable. */
final class Administrations {
    private final Map<String, String> words = new HashMap<>();

    Administrations() {
        Lexicon.rows("administrations.txt").forEach(row -> words.put(row.get(0), row.get(1)));
    }

    /** A capital between "the" and "administration" is a name, marked or not. */
    static List<Name> unmarked(List<Name> names, List<Sentence> sentences) {
        Set<List<Integer>> taken = new HashSet<>();
        for (Name name : names) {
            for (int i = name.from(); i < name.to(); i++) {
                taken.add(List.of(name.sentence(), i));
            }
        }
        List<Name> more = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            List<Token> tokens = sentences.get(s).tokens();
            for (int i = 2; i < tokens.size(); i++) {
                Token before = tokens.get(i - 1);
                if (tokens.get(i).text().equals("administration")
                        && NameShape.isArticle(tokens.get(i - 2).text())
                        && before.tag().equals("PROPN")
                        && Character.isUpperCase(before.text().charAt(0))
                        && !taken.contains(List.of(s, i - 1))
                        && !taken.contains(List.of(s, i))) {
                    more.add(new Name(s, i - 1, i + 1, NameType.ORGANIZATION));
                }
            }
        }
        return more;
    }

    /** "the Biden administration" is a body, not a person. */
    List<Name> whole(List<Name> names, List<Sentence> sentences) {
        List<Name> result = new ArrayList<>();
        for (Name name : names) {
            if (!result.isEmpty() && result.getLast().overlaps(name)) {
                continue;
            }
            List<Token> tokens = sentences.get(name.sentence()).tokens();
            String next = name.to() < tokens.size() ? tokens.get(name.to()).text() : "";
            String kind = words.get(next.toLowerCase(Locale.ROOT));
            boolean body = kind != null
                    && name.to() - name.from() <= 2
                    && (name.type() == NameType.PERSON || kind.equals("any") && name.type() != NameType.MISC);
            result.add(body ? new Name(name.sentence(), name.from(), name.to() + 1, NameType.ORGANIZATION) : name);
        }
        return result;
    }
}
