package org.hearsay.read.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.lemmatizer.LemmatizerME;

/**
 * Lemmas of words by their tag: irregular forms from a list, regular ones that need no thought, and OpenNLP's model for
 * the rest. The model is asked for a word alone, so its answer depends on word and tag only and can be kept; what is
 * kept is bounded, and forgetting it changes no answer.
 */
final class Lemmas {
    private static final int KEPT = 60_000;
    private static final int LONGEST = 40;

    private final Map<String, String> irregular = new HashMap<>();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Lemmas() {
        for (List<String> row : Lexicon.rows("lemmas.txt")) {
            irregular.put(row.get(0) + "/" + row.get(1), row.get(2));
        }
    }

    String of(String word, String tag, LemmatizerME model) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean inflected =
                tag.equals("NOUN") || tag.equals("VERB") || tag.equals("AUX") || tag.equals("ADJ") || tag.equals("ADV");
        String listed = irregular.get(lower + "/" + tag);
        if (listed != null) {
            return listed;
        }
        if (!inflected || lower.length() > LONGEST || lower.length() < 3 || !isWord(lower)) {
            return lower;
        }
        String key = lower + "/" + tag;
        String kept = known.get(key);
        if (kept != null) {
            return kept;
        }
        String lemma = asked(lower, tag, model);
        if (known.size() >= KEPT) {
            known.clear();
        }
        known.put(key, lemma);
        return lemma;
    }

    private static String asked(String lower, String tag, LemmatizerME model) {
        String lemma = model.lemmatize(new String[] {lower}, new String[] {tag})[0].toLowerCase(Locale.ROOT);
        // The model edits the end of a word; an answer that shares nothing with the word is an error of its.
        boolean kin = !lemma.isBlank() && lemma.charAt(0) == lower.charAt(0) && !lemma.equals("o");
        return kin ? lemma : lower;
    }

    private static boolean isWord(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Character.isLetter(c) && c != '-') {
                return false;
            }
        }
        return true;
    }
}
