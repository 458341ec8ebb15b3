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

    /** From these probabilities on the network's word counts; chosen on three hands' articles that it had not learned from. */
    private static final double SURELY_NOBODY = 0.95;

    private static final double SURELY_PRONOUN = 0.9;
    private static final double SURELY_DESCRIBED = 0.65;

    /** In words behind the first. */
    private static final int LONGEST_DESCRIPTION = 3;

    private final Lines lines;
    private final Lexicon lexicon;
    private final Optional<Telling> telling;
    private final List<Mention> names;
    private final List<Span> places;
    private final Persons persons;

    /**
     * @param likeliest whose mentions together are likeliest; absent where no name stands near
     * @param share how likely, from 0 to 1
     * @param nobody how likely it is that none of the names near speaks, from 0 to 1
     */
    private record Guess(Optional<Entity> likeliest, double share, double nobody) {
        static final Guess NONE = new Guess(Optional.empty(), 0, 0);
    }

    Meant(Lines lines, Persons persons, Lexicon lexicon) {
        this.lines = lines;
        this.lexicon = lexicon;
        telling = lines.reading().tagging().flatMap(Tagging::telling);
        names = lines.reading().names().stream()
                .filter(m -> m.type() != NameType.MISC)
                .toList();
        places = names.stream().map(Mention::span).toList();
        this.persons = persons;
    }

    /**
     * The rules' voice, or where the network for claims is sure, whom it takes for the speaker instead: of a pronoun or "the judge"
     * that the rules leave open. A name that it gives nothing is taken back, and the words stand for themselves.
     */
    Voice voice(Draft draft, Span source, Voice told) {
        Line line = draft.line;
        Guess guess = lines.inText(line) ? by(draft.content) : Guess.NONE;
        int first = Speakers.indexAt(line, source.start());
        int last = Speakers.indexAt(line, source.end() - 1);
        boolean name = false;
        for (int i = first; i <= last; i++) {
            name |= line.name(i).isPresent();
        }
        if (told instanceof Voice.Named && guess.nobody() >= SURELY_NOBODY) {
            boolean says =
                    name && draft.cue.filter(c -> c.kind() == Cue.Kind.SPEECH).isPresent();
            if (says || ledIn(draft, source)) {
                return told;
            }
            draft.mended = TAKEN_BACK;
            if (!line.tagged(last, "PRON") && !name) {
                return new Voice.Unnamed(line.words(source), source); // "the company" stands for itself
            }
            return Speakers.unresolved(line, source);
        }
        boolean named = name || told instanceof Voice.Named || told instanceof Voice.Outlet;
        boolean pronoun = first == last && line.is(first, "he", "she", "it", "they");
        boolean brief = last - first <= LONGEST_DESCRIPTION; // "the captain of the port" need not be who is named
        boolean described = told instanceof Voice.Unnamed && brief && line.is(first, "the", "this", "that");
        boolean sure = pronoun && guess.share() >= SURELY_PRONOUN || described && guess.share() >= SURELY_DESCRIBED;
        Optional<Entity> found = named || !sure
                ? Optional.empty()
                : guess.likeliest()
                        .filter(e -> fits(line, first, last, e))
                        .filter(e -> pronoun
                                || !Speakers.outer(
                                        draft,
                                        Speakers.resolved(e, source))); // "he said the engineer told him": another

        if (found.isPresent()) {
            draft.mended = NAMED;
            return Speakers.resolved(found.get(), source);
        }
        return told;
    }

    /**
     * The name that speaks these words, if the network is as sure as that.
     *
     * @param before where it is looked for first: the last mention before this offset is the source
     */
    Optional<Voice.Named> of(List<Span> words, double least, int before) {
        Guess guess = by(words);
        if (guess.share() < least) {
            return Optional.empty();
        }
        return guess.likeliest().flatMap(entity -> {
            Optional<Mention> source = Optional.empty();
            for (Mention m : names) {
                boolean its = persons.entity(m)
                        .filter(e -> e.id().equals(entity.id()))
                        .isPresent();
                if (its && (source.isEmpty() || m.span().start() < before)) {
                    source = Optional.of(m);
                }
            }
            return source.map(m -> Speakers.resolved(entity, m.span()));
        });
    }

    /** Whether it is an item: what a list says, its lead-in says. */
    private static boolean ledIn(Draft draft, Span source) {
        Span sentence = draft.line.sentence().span();
        return !sentence.contains(source) || draft.content.stream().noneMatch(sentence::overlaps);
    }

    /** Whether the entity can be a "she", an "it" or "the minister". */
    private boolean fits(Line line, int first, int last, Entity entity) {
        boolean person = entity.type() == NameType.PERSON && persons.isHuman(entity);
        if (line.is(first, "he", "she")) {
            return person && persons.canBe(entity, line.is(first, "he") ? 'm' : 'f');
        }
        if (line.is(first, "it", "they")) {
            return entity.type() != NameType.PERSON;
        }
        int head = Math.min(last, Math.max(first, Phrases.baseEndOf(line, first) - 1));
        String noun = line.lemma(head);
        Optional<Lexicon.Speaker> speaker = lexicon.speaker(noun);
        boolean body = speaker.filter(
                        s -> s == Lexicon.Speaker.BODY || s == Lexicon.Speaker.GROUP || s == Lexicon.Speaker.DOCUMENT)
                .isPresent();
        return !Speakers.plural(line, head) && (body ? entity.type() != NameType.PERSON : person);
    }

    /** @return {@link Guess#NONE} where no network has read the words */
    private Guess by(List<Span> content) {
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
