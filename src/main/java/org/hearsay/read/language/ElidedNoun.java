package org.hearsay.read.language;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a number counts whose noun does not follow: "330 of the rooms", "a population of 12,000", "the toll rose to
 * 45", "12 were killed". Immutable.
 */
final class ElidedNoun {
    /** A number of things: where its span ends and the word that says what; {@code head} is -1 where the verb's subject does. */
    record Counted(int end, int head) {}

    private static final int LONGEST = 8;
    private static final Set<String> MODIFIERS = Set.of("ADJ", "NUM", "PROPN");

    private final Set<String> crowds = Lexicon.words("measuring.txt", "crowd");
    private final Set<String> fates = Lexicon.words("measuring.txt", "fate");
    private final Preceding preceding;

    ElidedNoun(Preceding preceding) {
        this.preceding = preceding;
    }

    Optional<Counted> after(Line line, int at, Numeral number) {
        if (number.low().compareTo(BigDecimal.ONE) <= 0 || number.low().scale() > 0 && !number.scaled()) {
            return Optional.empty();
        }
        return partOf(line, number).or(() -> fate(line, at, number)).or(() -> level(line, at, number));
    }

    /** "330 of the resort's 397 rooms": the rooms. */
    private static Optional<Counted> partOf(Line line, Numeral number) {
        int end = number.end();
        if (number.vague()
                || !line.is(end, "of")
                || !line.is(end + 1, "the", "its", "their", "his", "her", "those", "these", "our")) {
            return Optional.empty();
        }
        int head = -1;
        for (int i = end + 2; i < line.size() && i < end + 2 + LONGEST; i++) {
            String tag = line.tag(i);
            if (tag.equals("NOUN")) {
                head = i;
            } else if (!MODIFIERS.contains(tag) && !line.is(i, "'s", "'", "-", "more", "than")
                    || head >= 0 && !line.is(i, "'s", "'", "-") && !line.is(head + 1, "'s", "'")) {
                break;
            }
        }
        return head >= 0 && CountedNoun.isPlural(line.get(head))
                ? Optional.of(new Counted(end, head))
                : Optional.empty();
    }

    /** "left 12 dead", "12 were injured", "killed at least 12". */
    private Optional<Counted> fate(Line line, int at, Numeral number) {
        int end = number.end();
        int word = line.is(end, "others", "more") ? end + 1 : end;
        if (fates.contains(line.lower(word)) && !line.isNoun(word + 1)) {
            return Optional.of(new Counted(end, word));
        }
        int verb = word;
        while (line.is(verb, "were", "are", "have", "had", "been", "being", "was")) {
            verb++;
        }
        if (verb > word && fates.contains(line.lower(verb))) {
            return Optional.of(new Counted(end, verb));
        }
        int before = Limits.skipCloseness(line, line.is(at - 1, "another") ? at - 1 : at) - 1;
        boolean ends = !line.has(end)
                || line.is(
                        end, ".", ",", ";", "and", "in", "on", "at", "after", "when", "as", "since", "during", "near");
        boolean suffered = fates.contains(line.lower(before))
                || line.is(before, "killing", "wounding", "injuring", "arresting", "displacing");
        return ends && suffered ? Optional.of(new Counted(end, before)) : Optional.empty();
    }

    /** "a population of 12,000", "the toll rose to 45". */
    private Optional<Counted> level(Line line, int at, Numeral number) {
        int end = number.end();
        boolean ends = !line.has(end)
                || line.is(
                        end, ".", ",", ";", ")", "and", "in", "on", "at", "after", "as", "by", "from", "since",
                        "during", "last", "this", "people");
        boolean year = number.digits()
                && !number.scaled()
                && number.low().compareTo(BigDecimal.valueOf(1800)) > 0
                && number.low().compareTo(BigDecimal.valueOf(2100)) < 0
                && line.get(at).text().indexOf(',') < 0;
        if (!ends || year) {
            return Optional.empty();
        }
        Optional<NounPhrase> thing = preceding.level(line, at);
        boolean level = thing.isPresent()
                && (crowds.contains(line.lower(thing.get().head()))
                        || line.is(at - 1, "to") && !line.isCapital(thing.get().head()) && number.digits());
        return level ? Optional.of(new Counted(end, -1)) : Optional.empty();
    }
}
