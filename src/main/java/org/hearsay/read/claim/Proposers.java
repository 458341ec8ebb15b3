package org.hearsay.read.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.NameType;

/**
 * Who makes a proposal, by the words that tell it: a phrase without what is said of its bearer, and for a pronoun the place
 * where whoever it means is named. A pronoun that cannot be tied to a name proposes nothing in anybody's name.
 */
final class Proposers {
    /** Who it is, and the words by which the text may speak of him again; a proposer that is not known has no span. */
    record Proposer(Optional<Span> span, Set<String> words) {}

    private final Lines lines;
    private final Speakers speakers;
    private final Lexicon lexicon;
    private final Map<Span, Voice> voices = new HashMap<>();

    Proposers(Lines lines, Speakers speakers, Lexicon lexicon) {
        this.lines = lines;
        this.speakers = speakers;
        this.lexicon = lexicon;
    }

    /** Remembers whom the sources of reports were tied to. */
    void know(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (Voice voice : draft.voices) {
                if (voice instanceof Voice.Named named) {
                    voices.put(named.span(), voice);
                }
            }
        }
    }

    Proposer of(Line line, Span by) {
        int first = Speakers.indexAt(line, by.start());
        boolean pronoun = line.end(first) >= by.end()
                && (line.tagged(first, "PRON") || Phrases.subjectPronoun(line, first))
                && !line.is(first, "others", "some", "many", "both", "all", "none", "several", "most", "few");
        if (!pronoun) {
            Span span = bare(line, by, first);
            return new Proposer(Optional.of(span), Offers.nounsOf(line, span));
        }
        Optional<Span> named = named(line, first, by);
        return new Proposer(named, named.map(this::words).orElse(Set.of()));
    }

    /** "Joe Tanner, who owns a shop", "Homestead, the largest landlord in town": the name alone. */
    private static Span bare(Line line, Span by, int first) {
        for (int k = first + 1; k < line.size() && line.start(k) < by.end(); k++) {
            if (!line.is(k, ",")) {
                continue;
            }
            boolean relative = line.is(k + 1, "who", "which", "whose", "that");
            boolean apposed = line.name(k - 1).isPresent()
                    && line.name(first).isPresent()
                    && line.tagged(k + 1, "DET", "NOUN", "ADJ", "ADV")
                    && line.name(k + 1).isEmpty();
            if (relative || apposed && !joined(line, k + 1, by.end())) {
                return line.span(first, k);
            }
            return by;
        }
        return by;
    }

    /** "Karsk, the Union and Dravia" are three. */
    private static boolean joined(Line line, int from, int end) {
        for (int k = from; k < line.size() && line.start(k) < end; k++) {
            if (line.is(k, "and", "&")
                    && line.name(line.is(k + 1, "the") ? k + 2 : k + 1).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Span> named(Line line, int i, Span by) {
        Optional<Span> spoken = Optional.ofNullable(voices.get(by))
                .flatMap(v -> v instanceof Voice.Named named ? named.entity() : Optional.empty())
                .flatMap(id -> mention(id, by.start()));
        if (spoken.isPresent()) {
            return spoken;
        }
        if (line.is(i, "he", "she")) {
            return speakers.person(line, i).flatMap(e -> mention(e.id(), by.start()));
        }
        return line.is(i, "it", "they") ? ofItself(line, i).or(() -> goingOn(line, i)) : Optional.empty();
    }

    /** "The Kremlin denied that it had withdrawn its offer": who says so of himself, if he is no person. */
    private Optional<Span> ofItself(Line line, int i) {
        int verb = line.is(i - 1, "that") ? i - 2 : i - 1;
        boolean says = verb > 0
                && line.tagged(verb, "VERB")
                && lexicon.verb(line.lemma(verb))
                        .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.DENIAL)
                        .isPresent();
        return (says ? new Subjects(line).of(verb) : Optional.<Span>empty())
                .map(by -> bare(line, by, Speakers.indexAt(line, by.start())))
                .filter(by -> line.name(Speakers.indexAt(line, by.end() - 1))
                        .filter(m -> m.type() != NameType.PERSON)
                        .isPresent());
    }

    /** The place where the text named him last. */
    private Optional<Span> mention(EntityId id, int before) {
        return lines.reading().entities().stream()
                .filter(e -> e.id().equals(id))
                .map(Entity::mentions)
                .flatMap(List::stream)
                .filter(span -> span.end() <= before)
                .reduce((a, b) -> b);
    }

    /** "The union rejected the offer. It wants …": the subject of the sentence before, if that is a body, and it goes on. */
    private Optional<Span> goingOn(Line line, int i) {
        int index = lines.indexOf(line);
        Line before = i <= line.body() + 2 && index > 0 ? lines.all().get(index - 1) : line;
        int block = line.sentence().block();
        if (before == line || before.sentence().block() < block - 1 || before.size() > ClaimFinder.LONGEST_LINE) {
            return Optional.empty();
        }
        boolean heading = lines.block(before.sentence().block()) instanceof Block.Heading;
        Optional<int[]> subject = heading ? Optional.empty() : new Subjects(before).mainSubject(before.size());
        if (subject.isEmpty() || before.quoted(subject.get()[0])) {
            return Optional.empty();
        }
        int first = subject.get()[0];
        int end = subject.get()[1];
        int head = Phrases.baseEndOf(before, first) - 1;
        if (head < first || head >= end) {
            return Optional.empty();
        }
        Span phrase = bare(before, before.span(first, end), first);
        boolean several = false;
        for (int k = first; k < end; k++) {
            several |= before.is(k, "and");
        }
        boolean plural =
                several || before.tagged(head, "NOUN") && !before.word(head).equals(before.lemma(head));
        boolean body = before.name(head)
                        .filter(n -> n.type() == NameType.ORGANIZATION || n.type() == NameType.LOCATION)
                        .isPresent()
                || lexicon.speaker(before.lemma(head))
                        .filter(s -> s == Lexicon.Speaker.BODY || s == Lexicon.Speaker.GROUP || plural)
                        .isPresent();
        boolean agrees = line.is(i, "they") == plural;
        return body && agrees && !before.is(first, "it", "they") ? Optional.of(phrase) : Optional.empty();
    }

    private Set<String> words(Span named) {
        Set<String> words = new TreeSet<>();
        for (String word : named.of(lines.text()).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 2 && !word.equals("The") && !word.equals("the")) {
                words.add(Offers.stem(word.toLowerCase(Locale.ROOT)));
            }
        }
        return words;
    }
}
