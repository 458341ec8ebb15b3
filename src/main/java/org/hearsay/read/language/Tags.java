package org.hearsay.read.language;

import java.util.HashSet;
import java.util.Set;

/** Mends what the tagger, trained on web pages, gets wrong in news: "prices rose" holds no rose. Immutable. */
final class Tags {
    private static final Set<String> SUBJECTS = Set.of("NOUN", "PROPN", "PRON");

    private final Set<String> verbs = new HashSet<>();

    Tags() {
        Lexicon.rows("verbs.txt").forEach(row -> verbs.add(row.get(0)));
    }

    /** The tags, mended in place. */
    String[] mended(String[] words, String[] tags) {
        for (int i = 0; i < words.length; i++) {
            boolean mistaken = tags[i].equals("NOUN") || tags[i].equals("PROPN") || tags[i].equals("ADJ");
            if (mistaken && verbs.contains(words[i]) && i > 0 && SUBJECTS.contains(tags[i - 1])) {
                tags[i] = "VERB";
            }
        }
        return tags;
    }
}
