package org.hearsay.read.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Tagging;
import org.hearsay.read.language.Telling;

/**
 * Whom the network for claims takes for the speaker, among the names near a claim. Rules find him where grammar shows him;
 * the network knows whom "she" and "the judge" stand for, and when a name beside a verb of saying is not who said it.
 */
final class Meant {
    /** How a claim's rule ends whose speaker it named. */
    static final String NAMED = ", name by the network";

    /** The same of one whose name it took back. */
    static final String TAKEN_BACK = ", name taken back by the network";

    private final Optional<Telling> telling;
    private final List<Mention> names;
    private final List<Span> places;
    private final Persons persons;

    /**
     * @param likeliest whose mentions together are likeliest; absent where no name stands near
     * @param share how likely, from 0 to 1
     * @param nobody how likely it is that none of the names near speaks, from 0 to 1
     */
    record Guess(Optional<Entity> likeliest, double share, double nobody) {
        static final Guess NONE = new Guess(Optional.empty(), 0, 0);
    }

    Meant(Lines lines, Persons persons) {
        telling = lines.reading().tagging().flatMap(Tagging::telling);
        names = lines.reading().names().stream()
                .filter(m -> m.type() != NameType.MISC)
                .toList();
        places = names.stream().map(Mention::span).toList();
        this.persons = persons;
    }

    /** @return {@link Guess#NONE} where no network has read the words */
    Guess by(List<Span> content) {
        double[] shares = telling.map(t -> t.speakers(content, places)).orElse(new double[0]);
        if (shares.length == 0) {
            return Guess.NONE;
        }
        Map<EntityId, Double> together = new LinkedHashMap<>();
        Optional<Entity> best = Optional.empty();
        double most = 0;
        double nobody = 1;
        for (int i = 0; i < shares.length; i++) {
            nobody -= shares[i];
            Optional<Entity> entity = persons.entity(names.get(i));
            if (entity.isPresent()) {
                double share = together.merge(entity.get().id(), shares[i], Double::sum);
                best = share > most ? entity : best;
                most = Math.max(most, share);
            }
        }
        return new Guess(best, most, nobody);
    }
}
