package org.hearsay.read.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.language.Entity;

/** Which of the bodies that a text has named "the council" or "the company" means. */
final class Bodies {
    private static final Set<String> BUSINESS = Set.of(
            "company", "firm", "group", "bank", "carrier", "airline", "maker", "retailer", "developer", "publisher");

    private static final Set<String> PRESS = Set.of(
            "agency",
            "paper",
            "newspaper",
            "broadcaster",
            "channel",
            "network",
            "station",
            "magazine",
            "daily",
            "weekly");

    private final Lexicon lexicon;
    private final Persons persons;

    Bodies(Lexicon lexicon, Persons persons) {
        this.lexicon = lexicon;
        this.persons = persons;
    }

    /** Whether the noun means a firm of whatever name. */
    static boolean isBusiness(String noun) {
        return BUSINESS.contains(noun);
    }

    /** Whether names before fit "the council" or "the company", though none alone. */
    boolean several(Line line, int first, int head) {
        Set<Entity> before = persons.organizations(0, line.start(first));
        boolean bare = head == first + 1;
        return bare && (BUSINESS.contains(line.word(head)) || PRESS.contains(line.word(head))) && !before.isEmpty()
                || bare && before.stream().anyMatch(e -> wordsOf(e).contains(line.word(head)));
    }

    private static List<String> wordsOf(Entity entity) {
        return List.of(entity.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    }

    /**
     * The one body before that "the council" can mean: the one whose name has the words, or for "the company" the only
     * organization that the text has named.
     */
    Optional<Entity> meant(Line line, int first, int head) {
        Optional<Entity> defined = persons.defined(line.words(line.span(first + 1, head + 1)));
        if (defined.isPresent()) {
            return defined;
        }
        Set<Entity> found = new LinkedHashSet<>();
        Set<Entity> organizations = persons.organizations(0, line.start(first));
        for (Entity entity : organizations) {
            List<String> words = wordsOf(entity);
            boolean all = words.size() > 1 && words.contains(line.word(head));
            for (int k = first + 1; k < head; k++) {
                all &= words.contains(line.word(k));
            }
            if (all) {
                found.add(entity);
            }
        }
        if (found.isEmpty() && head - first == 1 && BUSINESS.contains(line.word(head))) {
            found = organizations;
        }
        if (found.isEmpty() && head - first == 1 && PRESS.contains(line.word(head))) {
            organizations.removeIf(e -> !lexicon.isPublisher(e.name()));
            found = organizations; // "told Reuters …, according to the agency"
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
