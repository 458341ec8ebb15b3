package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.NameType;

/** Who does something in a line: the subjects of its verbs, and persons whose verb was not found. */
final class Actors {
    private static final String[] HUMAN_ENDS = {"man", "woman", "ist", "yer"};

    private final Lexicon lexicon;

    Actors(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** In the order in which they are to be asked, those whose verb was found first. */
    List<Actor> in(Line line) {
        if (line.size() > ClaimFinder.LONGEST_LINE) {
            return List.of();
        }
        List<Actor> found = new ArrayList<>();
        Subjects finder = new Subjects(line);
        for (int k = 1; k < line.size(); k++) {
            boolean first = line.verbal(k) && !line.tagged(k - 1, "AUX") && !line.is(k - 1, "to", "not", "n't");
            boolean bare = line.word(k).endsWith("ing") && !line.tagged(k, "AUX");
            boolean calls =
                    line.is(k, "named", "called", "known") && line.name(k + 1).isPresent();
            if (!first || bare || calls || line.quoted(k)) {
                continue;
            }
            int group = k;
            while (line.tagged(group - 1, "ADV") && line.verbal(group - 2)) {
                group--;
            }
            Optional<Span> subject = finder.phraseBefore(group);
            if (subject.isPresent() && found.stream().noneMatch(s -> s.span().overlaps(subject.get()))) {
                int verb = k;
                while (line.verbal(verb + 1) || line.tagged(verb + 1, "ADV", "PART")) {
                    verb++;
                }
                boolean speaks = lexicon.verb(line.lemma(verb))
                        .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.DENIAL)
                        .isPresent();
                found.add(new Actor(line, subject.get(), Optional.empty(), speaks, hangs(line, subject.get())));
            }
        }
        for (int k = line.body(); k < line.size(); k++) {
            Optional<Span> other = line.quoted(k) ? Optional.empty() : metAt(line, k);
            if (other.isPresent() && found.stream().noneMatch(s -> s.span().overlaps(other.get()))) {
                found.add(new Actor(line, other.get(), Optional.empty(), false, true));
            }
        }
        return found;
    }

    /** "Outside, Jane Smith, whose …", "by an inspector": a person whose verb was not found. */
    private Optional<Span> metAt(Line line, int k) {
        boolean name = line.name(k).filter(m -> m.type() == NameType.PERSON).isPresent()
                && (k == 0 || !line.sameName(k, k - 1));
        if (name) {
            int end = k + 1;
            while (line.sameName(end, k)) {
                end++;
            }
            int start = Phrases.headStartOf(line, end - 1);
            boolean opens = start == line.body()
                    || start > 0
                            && (line.is(start - 1, ",", ";", ":", "and", "but", "\u2013", "\u2014")
                                    || line.quoteMark(start - 1));
            return opens && !line.is(end, "'s", "'") ? Optional.of(line.span(start, end)) : Optional.empty();
        }
        for (int head = k + 1; line.is(k, "a", "an") && head <= k + 3; head++) {
            if (human(line, head) && !plural(line, head) && line.name(head + 1).isEmpty()) {
                return Optional.of(line.span(k, head + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean hangs(Line line, Span subject) {
        int before = Speakers.indexAt(line, subject.start()) - 1;
        int end = Speakers.indexAt(line, subject.end() - 1);
        return line.tagged(before, "SCONJ")
                || line.is(
                        before,
                        "that",
                        "if",
                        "when",
                        "because",
                        "after",
                        "before",
                        "while",
                        "although",
                        "though",
                        "as",
                        "since",
                        "until",
                        "unless",
                        "whether",
                        "who",
                        "which",
                        "where",
                        "what",
                        "how",
                        "than",
                        "why")
                || line.is(end, "who", "which");
    }

    static boolean named(Line line, Span span) {
        for (int k = Speakers.indexAt(line, span.start()); k < line.size() && line.start(k) < span.end(); k++) {
            if (line.name(k).filter(m -> m.type() == NameType.PERSON).isPresent()) {
                return true;
            }
        }
        return false;
    }

    boolean human(Line line, int i) {
        String noun = line.lemma(i);
        boolean ends = noun.endsWith("-year-old");
        for (String end : HUMAN_ENDS) {
            ends |= noun.endsWith(end) && noun.length() > end.length() + 2;
        }
        return ends || Genders.ofNoun(noun).isPresent() || (lexicon.isRole(noun)) && !body(noun);
    }

    boolean body(String noun) {
        return lexicon.speaker(noun)
                .filter(s -> s == Lexicon.Speaker.BODY || s == Lexicon.Speaker.DOCUMENT || s == Lexicon.Speaker.GROUP)
                .isPresent();
    }

    boolean plural(Line line, int head) {
        return line.word(head).endsWith("s")
                        && (!line.word(head).equals(line.lemma(head))
                                || lexicon.isRole(line.word(head)
                                        .substring(0, line.word(head).length() - 1)))
                || line.is(head, "people", "others", "some", "many", "both", "men", "women");
    }
}
