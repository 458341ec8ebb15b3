package org.hearsay.read.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.NameType;

/** Which of the persons that a text has named "the minister" means, by what it says that they are. */
final class Offices {
    /** What may stand between an office and its holder's name: " for Trade, the Hon. ". */
    private static final Pattern OPENS_NAME =
            Pattern.compile("(?: (?:for|of) [^,.;]{3,50})?, (?:the )?(?:[a-z]+\\.? )?");

    /** How far from a name, in words, stands what its bearer is. */
    private static final int REACH = 9;

    /** So many lines back somebody without a name may be meant. */
    private static final int STRANGERS = 8;

    /** So many mentions back; more are in no article. */
    private static final int MENTIONS = 400;

    /** By what other word a text may have said the same. */
    private static final Map<String, List<String>> ALSO = Map.of(
            "judge", List.of("justice"),
            "lawyer", List.of("counsel", "barrister", "solicitor", "attorney", "advocate"),
            "premier", List.of("minister"),
            "lawmaker", List.of("senator", "mp", "congressman", "congresswoman", "deputy"));

    private final Lines lines;
    private final Persons persons;

    Offices(Lines lines, Persons persons) {
        this.lines = lines;
        this.persons = persons;
    }

    /** The one entity before whose role has the noun and what stands before it, for "the finance minister". */
    Optional<Entity> holder(Line line, int first, int head) {
        String noun = line.lemma(head).toLowerCase(Locale.ROOT);
        int at = line.start(first);
        Set<Entity> found = new LinkedHashSet<>();
        for (Persons.Seen s : persons.seen()) {
            if (s.at() < at
                    && s.entity().type() == NameType.PERSON
                    && (Titles.heads(s.entity().role(), noun)
                                    && Titles.has(s.entity().role(), line, first + 1, head)
                            || head == first + 1 && titled(s.at(), noun)
                            || apposed(s.at(), line, first, head))) {
                found.add(s.entity());
            }
        }
        if (found.isEmpty() && head == first + 1) {
            found = called(line, first, noun);
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** Whether the text names anybody, before or behind, whom the noun may mean. */
    boolean anybody(Line line, int first, int head) {
        String noun = line.lemma(head).toLowerCase(Locale.ROOT);
        return persons.seen().stream()
                        .filter(s -> s.entity().type() == NameType.PERSON)
                        .anyMatch(s -> Titles.heads(s.entity().role(), noun) || titled(s.at(), noun))
                || !called(line, first, noun).isEmpty();
    }

    /** The one of whom the text has said what the noun says, if it has said so of nobody without a name: "the novelist". */
    Optional<Entity> named(Line line, int first, int head) {
        String noun = line.lemma(head).toLowerCase(Locale.ROOT);
        Set<Entity> found = called(line, first, noun);
        return found.size() == 1 && !stranger(line, noun)
                ? Optional.of(found.iterator().next())
                : Optional.empty();
    }

    /** "A driver", "two drivers", in the lines before. */
    private boolean stranger(Line line, String noun) {
        int last = lines.indexOf(line);
        for (int k = Math.max(0, last - STRANGERS); k <= last; k++) {
            Line before = lines.all().get(k);
            int size = before.size() > ClaimFinder.LONGEST_LINE ? 0 : before.size();
            for (int i = 1; i < size; i++) {
                boolean one = before.lemma(i).toLowerCase(Locale.ROOT).equals(noun)
                        && before.start(i) < line.start(0)
                        && before.name(i + 1).isEmpty()
                        && !before.is(i + 1, ",");
                int opens = before.tagged(i - 1, "ADJ", "NUM") ? i - 2 : i - 1;
                boolean several = !before.word(i).equals(before.lemma(i));
                if (one && (several || before.is(opens, "a", "an", "another", "one"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those beside whose name the noun stands, with whatever else: "the higher education minister, the Hon. Jane Smith". */
    private Set<Entity> called(Line line, int first, String noun) {
        Set<Entity> found = new LinkedHashSet<>();
        List<Persons.Seen> before = persons.before(line.start(first));
        for (Persons.Seen s : before.subList(Math.max(0, before.size() - MENTIONS), before.size())) {
            if (s.entity().type() == NameType.PERSON && !found.contains(s.entity())) {
                Line of = lines.at(s.at());
                int name = of.size() > ClaimFinder.LONGEST_LINE ? 0 : Speakers.indexAt(of, s.at());
                if (before(of, name, noun) || behind(of, name, noun)) {
                    found.add(s.entity());
                }
            }
        }
        return found;
    }

    /** "Minister for Ports Jane Smith", "Weil's chancellor, Jane Smith"; not "the minister's aide Jane Smith". */
    private static boolean before(Line line, int name, String noun) {
        int title = Titles.is(line.word(name - 1)) && !same(line, name - 1, noun) ? name - 2 : name - 1;
        if (line.tagged(title, "ADP")) {
            return false; // "counsel for Dr Smith"
        }
        int commas = 0;
        for (int k = name - 1; k >= 0 && k >= name - REACH && commas < 2; k--) {
            if (same(line, k, noun)) {
                boolean owner = line.is(k + 1, "'s", "'", "and");
                boolean heads = k >= title || !line.tagged(k + 1, "NOUN", "PROPN", "ADJ");
                return heads && !owner && !of(line, k);
            }
            boolean ends = line.tagged(k, "VERB", "AUX", "SCONJ", "PRON")
                    || line.is(k, ";", ":", "(", "and")
                    || line.is(k, ".") && !Titles.is(line.word(k - 1))
                    || line.quoteMark(k);
            boolean named =
                    line.name(k).filter(m -> m.type() == NameType.PERSON).isPresent() && !line.is(k + 1, "'s", "'");
            if (ends || named) {
                return false;
            }
            commas += line.is(k, ",") ? 1 : 0;
        }
        return false;
    }

    /** "Jane Smith, the Works Minister and no relation,"; not "Jane Smith, an aide to the minister". */
    private static boolean behind(Line line, int name, String noun) {
        int k = name + 1;
        while (line.sameName(k, name)) {
            k++;
        }
        if (!line.is(k, ",")) {
            return false;
        }
        for (int i = k + 1; i < line.size() && i < k + REACH; i++) {
            if (same(line, i, noun)) {
                return !line.is(i + 1, "'s", "'") && !line.tagged(i + 1, "NOUN", "PROPN");
            }
            if (line.mark(i) || line.tagged(i, "VERB", "ADP", "PRON", "SCONJ") || line.is(i, "who", "'s")) {
                return false;
            }
        }
        return false;
    }

    private static boolean same(Line line, int i, String noun) {
        String word = line.lemma(i).toLowerCase(Locale.ROOT);
        return word.equals(noun) || ALSO.getOrDefault(noun, List.of()).contains(word);
    }

    /** Whether the noun hangs on another: "a spokesman for the minister", "the wife of the former minister". */
    private static boolean of(Line line, int noun) {
        int k = noun - 1;
        while (k >= 0 && line.tagged(k, "ADJ", "NOUN", "PROPN", "DET", "NUM")) {
            k--;
        }
        return line.tagged(k, "ADP") && line.tagged(k - 1, "NOUN", "PROPN");
    }

    /** "The Foreign Secretary, Dame Jane Smith,": the same words right before the name. */
    private boolean apposed(int at, Line line, int first, int head) {
        String before = lines.text().substring(Math.max(0, at - 80), at).toLowerCase(Locale.ROOT);
        String role = line.words(line.span(first + 1, head + 1)).toLowerCase(Locale.ROOT);
        int office = before.lastIndexOf("the " + role);
        int behind = office + 4 + role.length();
        return office >= 0 && OPENS_NAME.matcher(before.substring(behind)).matches();
    }

    /** "Minister Smith". */
    private boolean titled(int at, String noun) {
        String before =
                lines.text().substring(Math.max(0, at - noun.length() - 2), at).strip();
        return before.toLowerCase(Locale.ROOT).endsWith(noun)
                && Character.isUpperCase(before.charAt(before.length() - noun.length()));
    }
}
