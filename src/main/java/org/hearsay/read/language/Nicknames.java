package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;

/** A person with a nickname in quotation marks inside the name, 'Karim "the Dentist" Belhadj', is one name. */
final class Nicknames {
    private static final int LONGEST = 3;

    private Nicknames() {}

    /** @param names in text order, not overlapping */
    static List<Name> joined(List<Name> names, List<Sentence> sentences) {
        List<Name> joined = new ArrayList<>(names.size());
        for (Name name : names) {
            Name last = joined.isEmpty() ? name : joined.get(joined.size() - 1);
            boolean one = last != name
                    && last.sentence() == name.sentence()
                    && last.type() == NameType.PERSON
                    && name.type() == NameType.PERSON
                    && between(sentences.get(name.sentence()).tokens(), last.to(), name);
            if (one) {
                joined.set(joined.size() - 1, new Name(last.sentence(), last.from(), name.to(), NameType.PERSON));
            } else {
                joined.add(name);
            }
        }
        return joined;
    }

    /** Whether a quotation opens behind the first part that closes before or within the second, of words as nicknames are. */
    private static boolean between(List<Token> tokens, int open, Name second) {
        if (!quote(tokens, open) || second.from() > open + LONGEST + 2) {
            return false;
        }
        int close = open + 1;
        while (close < second.to() && !quote(tokens, close)) {
            close++;
        }
        boolean ends =
                close < second.to() && close > open + 1 && close - open <= LONGEST + 1 && close + 1 >= second.from();
        boolean capital = false;
        for (int i = open + 1; i < close; i++) {
            capital |= Character.isUpperCase(tokens.get(i).text().charAt(0));
        }
        return ends && capital;
    }

    private static boolean quote(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).text().equals("\"");
    }
}
