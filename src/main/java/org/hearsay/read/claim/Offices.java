package org.hearsay.read.claim;

import java.util.LinkedHashSet;
import java.util.Locale;
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
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
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
