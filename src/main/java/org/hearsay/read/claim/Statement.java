package org.hearsay.read.claim;

import org.hearsay.read.article.Span;

/**
 * A clause that the outlet may be saying itself, whether or not it is a claim.
 *
 * @param from its first token
 * @param verb its main verb; -1 where the tags show none
 * @param end the token behind it
 */
record Statement(Line line, int from, int verb, int end, Stance stance) {
    Span span() {
        return line.span(from, end);
    }

    /** Where the words of the verb begin: the "has" of "has not yet signed". */
    int group() {
        int group = verb;
        while (group > from
                && (line.tagged(group - 1, "AUX", "PART", "ADV")
                        || line.is(group - 1, "has", "have", "had") && verb - group <= 3)) {
            group--;
        }
        return group;
    }

    /** Where the subject begins; -1 if no noun phrase stands before the verb. */
    int subject() {
        int group = group();
        return Phrases.startOf(line, line.is(group - 1, ",") ? group - 2 : group - 1);
    }
}
