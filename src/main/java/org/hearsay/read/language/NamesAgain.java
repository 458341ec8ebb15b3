package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found once in an article is found everywhere in it: the whole of a name that was cut short, and the places
 * where its words stand unmarked. Immutable.
 */
final class NamesAgain {
    /** Words of the longest name that is looked for again. */
    private static final int LONGEST = 8;

    private final WordKnowledge knowledge;
    private final Roles roles;

    NamesAgain(WordKnowledge knowledge, Roles roles) {
        this.knowledge = knowledge;
        this.roles = roles;
    }

    /** A name of which only the beginning was marked here, and the whole more than once elsewhere, is the whole. */
    static List<Name> longer(List<Name> names, List<Sentence> sentences) {
        Map<String, Integer> times = new HashMap<>();
        Map<String, NameType> types = new HashMap<>();
        for (Name name : names) {
            times.merge(name.text(sentences), 1, Integer::sum);
            types.put(name.text(sentences), name.type());
        }
        List<Name> result = new ArrayList<>();
        for (int n = 0; n < names.size(); n++) {
            Name name = names.get(n);
            int size = sentences.get(name.sentence()).tokens().size();
            int end = n + 1 < names.size() && names.get(n + 1).sentence() == name.sentence()
                    ? names.get(n + 1).from()
                    : size;
            Name whole = name;
            for (int to = name.to() + 1; to <= Math.min(end, name.to() + 3); to++) {
                Name longer = new Name(name.sentence(), name.from(), to, name.type());
                String text = longer.text(sentences);
                if (times.getOrDefault(text, 0) > 1) {
                    whole = longer.as(types.getOrDefault(text, name.type()));
                }
            }
            result.add(whole);
        }
        return result;
    }

    /** Places where words that were a name elsewhere stand unmarked. */
    List<Name> unmarked(List<Name> names, List<Sentence> sentences, boolean surely) {
        Map<String, NameType> known = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        int longest = 1;
        for (Name name : names) {
            if (surely && (name.type() == NameType.LOCATION || name.type() == NameType.MISC)) {
                // Where a country's name is left out it is a part of something else, more often than not.
                continue;
            }
            String text = name.text(sentences);
            times.merge(text, 1, Integer::sum);
            if (name.to() - name.from() > 1 || times.getOrDefault(text, 0) > 1 || name.type() == NameType.PERSON) {
                known.put(text, name.type());
                longest = Math.max(longest, Math.min(LONGEST, name.to() - name.from()));
            }
        }
        NameVote.surnames(names, sentences).keySet().forEach(surname -> known.put(surname, NameType.PERSON));
        List<Name> more = new ArrayList<>();
        int next = 0;
        for (int s = 0; s < sentences.size(); s++) {
            boolean[] taken = new boolean[sentences.get(s).tokens().size()];
            for (; next < names.size() && names.get(next).sentence() == s; next++) {
                Arrays.fill(taken, names.get(next).from(), names.get(next).to(), true);
            }
            for (int i = 0; i < taken.length; i++) {
                Name name = knownAt(s, i, longest, taken, known, sentences);
                if (name != null) {
                    more.add(name);
                    i = name.to() - 1;
                }
            }
        }
        return more;
    }

    private @Nullable Name knownAt(
            int s, int i, int longest, boolean[] taken, Map<String, NameType> known, List<Sentence> sentences) {
        List<Token> tokens = sentences.get(s).tokens();
        if (!Character.isUpperCase(tokens.get(i).text().charAt(0))) {
            return null;
        }
        for (int to = Math.min(tokens.size(), i + longest); to > i; to--) {
            boolean free = true;
            for (int k = i; k < to; k++) {
                free &= !taken[k];
            }
            if (!free) {
                continue;
            }
            NameType type = known.get(new Name(s, i, to, NameType.MISC).text(sentences));
            if (type == null) {
                continue;
            }
            boolean single = to - i == 1;
            // A capital at the beginning, or within a longer run of capitals, may be another word or another name.
            boolean doubtful = single
                    && (i == 0
                                    && knowledge.clusterAsWritten(
                                                    tokens.get(i).text().toLowerCase(Locale.ROOT))
                                            != null
                            || to < tokens.size() && isOtherName(tokens.get(to), taken, to)
                            || i > 0
                                    && isOtherName(tokens.get(i - 1), taken, i - 1)
                                    && !roles.isRole(tokens.get(i - 1).text()));
            if (!doubtful) {
                return new Name(s, i, to, type);
            }
        }
        return null;
    }

    private static boolean isOtherName(Token token, boolean[] taken, int at) {
        return !taken[at]
                && token.tag().equals("PROPN")
                && Character.isUpperCase(token.text().charAt(0));
    }
}
