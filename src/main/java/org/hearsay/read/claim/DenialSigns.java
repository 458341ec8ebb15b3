package org.hearsay.read.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.read.article.Span;

/**
 * What speaks for a claim's being denied: where its "not" and "no" stand to its main verb, what contrasts with them, what its
 * cue says, how many sentences it has.
 */
final class DenialSigns {
    private static final Set<String> NOTS = Set.of(
            "not",
            "n't",
            "never",
            "no",
            "none",
            "nobody",
            "nothing",
            "neither",
            "nor",
            "cannot",
            "without",
            "hardly",
            "scarcely",
            "unable",
            "little",
            "few",
            "yet",
            "denied",
            "false",
            "untrue",
            "nonsense",
            "far",
            "fail",
            "failed",
            "refuse",
            "refused",
            "nowhere");

    private DenialSigns() {}

    static Map<String, Double> of(Draft draft, ClaimWords words, Stance stance, boolean rules) {
        Map<String, Double> signs = new LinkedHashMap<>();
        cue(draft, signs);
        Signs.set(signs, "quote_" + draft.quotation, true);
        Signs.set(signs, "by_cue", draft.denied);
        Signs.set(signs, "stance_" + stance, true);
        draft.cue.ifPresent(c -> Signs.set(signs, "cue_kind_" + c.kind(), true));
        Signs.set(signs, "sentences_" + Math.min(3, words.sentences()), true);
        nots(words, signs);
        Map<String, Double> all = new LinkedHashMap<>();
        String prefix = rules ? "denied:" : "said:";
        all.put("rules_" + (rules ? "denied" : "said"), 1.0);
        signs.forEach((sign, strength) -> {
            all.put(sign, strength);
            all.put(prefix + sign, strength);
        });
        return all;
    }

    private static void cue(Draft draft, Map<String, Double> signs) {
        int seen = 0;
        for (Span span : draft.cueSpans) {
            Line line = draft.line;
            for (int i = Speakers.indexAt(line, span.start());
                    i < line.size() && line.start(i) < span.end() && seen < 9;
                    i++) {
                seen++;
                Signs.set(signs, "cue_" + (line.tagged(i, "VERB", "NOUN") ? line.lemma(i) : line.word(i)), true);
                Signs.set(signs, "cue_not", NOTS.contains(line.word(i)));
            }
        }
    }

    private static void nots(ClaimWords words, Map<String, Double> signs) {
        List<ClaimWords.Word> all = words.all();
        int first = 0;
        boolean[] denied = new boolean[words.sentences()];
        for (int k = 0; k < all.size(); k++) {
            ClaimWords.Word word = all.get(k);
            String form = word.form();
            if (!NOTS.contains(form)) {
                continue;
            }
            first++;
            denied[word.sentence()] = true;
            boolean main = k >= words.mainFrom() && k <= words.mainTo();
            String where =
                    word.sentence() > 0 ? "later" : main ? "main" : k < words.mainFrom() ? "before" : behind(words, k);
            Signs.set(signs, "not_" + where, true);
            Signs.set(signs, "not_" + where + "_" + form, true);
            Signs.set(signs, "not_then_" + words.form(k + 1), true);
            Signs.set(signs, "not_after_" + words.form(k - 1), true);
            Signs.set(
                    signs,
                    "not_after_tag_"
                            + (k > 0 ? all.get(k - 1).line().tag(all.get(k - 1).i()) : "START"),
                    true);
            Signs.set(signs, "not_first", k < 2);
            Signs.set(
                    signs,
                    "not_quoted",
                    word.line().quoteMark(word.i() - 1) || word.line().quoteMark(word.i() - 2));
            if (first == 1) {
                contrast(words, k, signs);
            }
        }
        Signs.set(signs, "nots_" + Math.min(2, first), true);
        int with = 0;
        for (boolean one : denied) {
            with += one ? 1 : 0;
        }
        Signs.set(signs, "nots_all", with == denied.length);
        Signs.set(signs, "nots_first", denied[0]);
        int last = words.mainTo() - 1;
        Signs.set(signs, "main_verb_" + words.lemma(last), words.mainTo() > words.mainFrom());
        Signs.set(signs, "first_" + words.form(words.is(0, "that") ? 1 : 0), true);
    }

    /** Whether a clause or only a phrase stands between the main verb and what is denied. */
    private static String behind(ClaimWords words, int k) {
        boolean verb = false;
        boolean clause = false;
        for (int n = words.mainTo(); n < k; n++) {
            verb |= words.tagged(n, "VERB", "AUX");
            clause |= words.tagged(n, "SCONJ") || words.is(n, "who", "which", "that", "if", ",", ";");
        }
        return clause && verb
                ? "far"
                : clause ? "parted" : verb ? "clause" : k - words.mainTo() < 2 ? "next" : "object";
    }

    /** "not a threat but a promise", "did not fall: they rose". */
    private static void contrast(ClaimWords words, int not, Map<String, Double> signs) {
        List<ClaimWords.Word> all = words.all();
        boolean verb = false;
        for (int k = not + 1; k < all.size(); k++) {
            ClaimWords.Word word = all.get(k);
            String where = word.sentence() > all.get(not).sentence() ? "later_" : "";
            Signs.set(
                    signs,
                    "then_" + where + word.form(),
                    words.is(
                            k, "but", "and", "if", "unless", "because", ";", ":", "until", "without", "only", "\u2014",
                            "-", "\u2013", ","));
            Signs.set(signs, "then_" + where + "verb", verb && words.tagged(k, "VERB", "AUX"));
            verb |= words.tagged(k, "VERB");
        }
        for (int k = 0; k < not; k++) {
            Signs.set(
                    signs,
                    "before_" + words.form(k),
                    words.is(
                            k, "but", "and", "if", "unless", "because", ";", ":", "until", "when", "whether", "who",
                            "which", ","));
            Signs.set(signs, "before_verb", words.tagged(k, "VERB", "AUX") && k < not - 1);
        }
    }
}
