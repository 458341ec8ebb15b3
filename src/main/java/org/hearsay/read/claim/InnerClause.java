package org.hearsay.read.claim;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/** The grammar of a clause that an inner report may stand in: its subject, its verb with the helpers before it, what stands around them. */
final class InnerClause {
    private static final Set<String> BE = Set.of("be", "is", "are", "was", "were", "been", "being", "'s", "'re");
    private static final Set<String> UNSAID = Set.of(
            "not", "n't", "never", "would", "could", "should", "may", "might", "can", "must", "will", "'d", "'ll");

    private InnerClause() {}

    /** Not "the group's managing director". */
    static boolean tells(Line line, int verb) {
        boolean title =
                line.is(verb - 1, "'s") && line.word(verb).endsWith("ing") && line.tagged(verb + 1, "NOUN", "PROPN");
        return line.tagged(verb, "VERB") && !line.quoted(verb) && !title;
    }

    /** Where a verb's helpers begin: "had never been told". */
    static int groupOf(Line line, int from, int verb) {
        int group = verb;
        while (group > from && line.tagged(group - 1, "AUX", "ADV", "PART") && !line.is(group - 1, "to")) {
            group--;
        }
        return group;
    }

    /** Whether one of its helpers is a form of "be". */
    static boolean be(Line line, int group, int verb) {
        for (int k = group; k < verb; k++) {
            if (BE.contains(line.word(k))) {
                return true;
            }
        }
        return false;
    }

    /** Whether its helpers leave it unsaid: "would never say", not "he'd said". */
    static boolean unsaid(Line line, int group, int verb) {
        for (int k = group; k < verb; k++) {
            boolean had = line.is(k, "'d") && !line.word(verb).equals(line.lemma(verb));
            if (UNSAID.contains(line.word(k)) && !had) {
                return true;
            }
        }
        return false;
    }

    /** Behind "in 2018," and "privately,". */
    static int behindFront(Line line, int from) {
        int end = from;
        if (line.tagged(from, "ADP")) {
            end = Phrases.endOf(line, from + 1);
        } else if (line.tagged(from, "ADV")) {
            end = from + 1;
        }
        return end > from && line.is(end, ",") ? end + 1 : from;
    }

    /** The phrase that is all there is between {@code from} and the verb group, but for what commas part from it. */
    static Optional<Span> subject(Line line, int from, int group, int verb) {
        if (group > from + 1 && line.is(group - 1, "himself", "herself", "itself", "themselves")) {
            return subject(line, from, group - 1, verb).map(s -> Spans.cover(s, line.span(group - 1, group)));
        }
        if (group <= from || line.quoted(from) || line.is(group - 1, "who", "which", "that", "whom")) {
            return Optional.empty();
        }
        boolean object = group == from + 1 && line.is(from, "him", "her", "them", "his", "their");
        if (object && line.word(verb).endsWith("ing") || Phrases.endOf(line, from) == group) {
            return Optional.of(line.span(from, group));
        }
        return new Subjects(line)
                .before(group)
                .filter(s -> s[0] == from)
                .map(s -> line.span(s[0], beforeRelative(line, s[0], Subjects.withoutRelative(line, s))));
    }

    /** "a colleague, whom she did not name": a colleague. */
    private static int beforeRelative(Line line, int from, int to) {
        for (int i = from + 1; i + 1 < to; i++) {
            if (line.is(i, ",") && line.is(i + 1, "who", "whom", "whose", "which")) {
                return i;
            }
        }
        return to;
    }

    /** Where a phrase ends that begins here; before its "that" where the tagger lost its noun. */
    static int phraseEnd(Line line, int first) {
        int close = Phrases.endOf(line, first);
        for (int i = first + 1; close == first && i < Math.min(line.size(), first + 6); i++) {
            close = line.is(i, "that") ? i : close;
        }
        return close;
    }

    /** Whether another has come between: "he rang the mayor, who called his wife and said". */
    static boolean anotherBetween(Line line, Span subject, int verb) {
        for (int k = Speakers.indexAt(line, subject.end() - 1) + 1; k < verb; k++) {
            if (line.is(k, "who", "which", "that", "whom", "he", "she", "they", "it", "i", "we")) {
                return true;
            }
        }
        return false;
    }
}
