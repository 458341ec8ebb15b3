package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * What speaks for how surely a claim is said: what the rules make of it, its cue, its main verb, its modals and where they
 * stand, its conditions, the list or the proposal that it belongs to. Each sign stands alone and beside the rules' stance, so
 * that {@link StanceModel} can learn where they err.
 */
final class StanceSigns {
    /** An item of what a line supposes to come: "it could change the market in several ways:". */
    static final String SUPPOSED_LIST = "list_supposed";

    private static final Set<String> MODALS = Set.of(
            "would", "could", "may", "might", "will", "must", "can", "should", "shall", "'ll", "'d", "wo", "ca",
            "cannot", "ought");
    private static final Set<String> CONDITIONS =
            Set.of("if", "unless", "provided", "whether", "until", "when", "once", "without", "any");

    private static final Set<String> MAIN_MODALS =
            MODALS.stream().map(m -> "main_" + m).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> BESIDE_MODALS = Set.of(
            "subject_i",
            "subject_we",
            "subject_he",
            "subject_she",
            "subject_it",
            "subject_they",
            "subject_name",
            "subject_other",
            "quote_DIRECT",
            "quote_MIXED",
            "quote_INDIRECT",
            "quote_NONE",
            "past_cue");
    private static final Set<String> MOODS =
            Set.of("main_none", "main_present", "main_past", "main_base", "main_modal", "first_bare_verb");
    private static final List<String> PLACES = List.of(
            "term",
            "term_elsewhere",
            "proposal",
            "proposal_opened",
            "voice_outlet",
            "voice_named",
            "item",
            "list_verbless",
            "past_cue",
            "quote_DIRECT",
            "future",
            "by_now");

    /** In letters; one that begins further ahead of a claim does not reach into it. */
    private static final int LONGEST_TERM = 1000;

    private final Lines lines;
    private final Lexicon lexicon;
    private final List<Proposal> proposals;
    private final NavigableMap<Integer, List<TermOf>> terms = new TreeMap<>();

    private record TermOf(Proposal proposal, Span span) {}

    StanceSigns(Lines lines, Lexicon lexicon, List<Proposal> proposals) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.proposals = proposals;
        for (Proposal proposal : proposals) {
            for (Term term : proposal.terms()) {
                for (Span span : term.spans()) {
                    terms.computeIfAbsent(span.start(), s -> new ArrayList<>()).add(new TermOf(proposal, span));
                }
            }
        }
    }

    /** @param mood of the list that it is an item of */
    Map<String, Double> of(Draft draft, ClaimWords words, ListMood mood, Stance rules, boolean denied) {
        Map<String, Double> signs = new LinkedHashMap<>();
        report(draft, signs);
        cue(draft, signs);
        Signs.set(signs, "denied", denied);
        opening(draft, words, signs);
        mainVerb(words, signs);
        words(draft, words, signs);
        place(draft, mood, signs);
        proposal(draft, signs);
        crossed(signs);
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("rules_" + rules, 1.0);
        signs.forEach((sign, strength) -> {
            all.put(sign, strength);
            all.put(rules + ":" + sign, strength);
        });
        return all;
    }

    /** Signs of two things that say more together: how a term is told, whose words are in which mood. */
    private static void crossed(Map<String, Double> signs) {
        List<String> modals =
                signs.keySet().stream().filter(MAIN_MODALS::contains).toList();
        List<String> others =
                signs.keySet().stream().filter(BESIDE_MODALS::contains).toList();
        for (String modal : modals) {
            others.forEach(other -> Signs.set(signs, modal + "&" + other, true));
        }
        List<String> moods = signs.keySet().stream().filter(MOODS::contains).toList();
        for (String place : PLACES) {
            if (signs.containsKey(place)) {
                moods.forEach(mood -> Signs.set(signs, place + "&" + mood, true));
            }
        }
    }

    private static String voice(Draft draft) {
        Voice voice = draft.voices.isEmpty() ? new Voice.Outlet("") : draft.voices.get(draft.voices.size() - 1);
        return switch (voice) {
            case Voice.Outlet outlet -> "outlet";
            case Voice.Named named -> "named";
            case Voice.Unnamed unnamed -> "unnamed";
            case Voice.Unresolved unresolved -> "unresolved";
        };
    }

    private static void report(Draft draft, Map<String, Double> signs) {
        Signs.set(signs, "voice_" + voice(draft), true);
        Signs.set(signs, "quote_" + draft.quotation, true);
        int comma = draft.rule.indexOf(',');
        String rule = comma < 0 ? draft.rule : draft.rule.substring(0, comma);
        Signs.set(signs, "rule_" + rule.replace(' ', '_'), true);
        Signs.set(signs, "inside", draft.inside.isPresent());
        Signs.set(signs, "softened", draft.softened);
        Signs.set(signs, "object", draft.object);
        Signs.set(signs, "past_cue", draft.pastCue);
        draft.stance.ifPresent(s -> Signs.set(signs, "told_" + s, true));
        draft.cue.ifPresent(c -> Signs.set(signs, "cue_kind_" + c.kind(), true));
    }

    private static void cue(Draft draft, Map<String, Double> signs) {
        Signs.set(signs, "no_cue", draft.cueSpans.isEmpty());
        int seen = 0;
        for (Span span : draft.cueSpans) {
            Line line = draft.line;
            int last = -1;
            for (int i = Speakers.indexAt(line, span.start());
                    i < line.size() && line.start(i) < span.end() && seen < 9;
                    i++) {
                seen++;
                last = i;
                boolean content = line.tagged(i, "VERB", "NOUN", "ADJ");
                Signs.set(signs, "cue_" + (content ? line.lemma(i) : line.word(i)), true);
                if (line.tagged(i, "VERB")) {
                    Signs.set(
                            signs,
                            "cue_tense"
                                    + (TextSigns.past(line, i)
                                            ? "_past"
                                            : TextSigns.present(line, i)
                                                    ? "_present"
                                                    : line.word(i).endsWith("ing") ? "_ing" : "_base"),
                            true);
                }
            }
            Signs.set(signs, "cue_last_" + line.word(last), last >= 0);
        }
    }

    /** How the words begin, and who does in them what is told. */
    private static void opening(Draft draft, ClaimWords words, Map<String, Double> signs) {
        int at = words.is(0, "that") ? 1 : 0;
        Signs.set(signs, "first_that", at > 0);
        Signs.set(signs, "first_" + words.form(at), true);
        if (!words.all().isEmpty() && at < words.all().size()) {
            ClaimWords.Word word = words.all().get(at);
            Signs.set(signs, "first_tag_" + word.line().tag(word.i()), true);
            Signs.set(
                    signs,
                    "first_bare_verb",
                    words.tagged(at, "VERB") && word.form().equals(word.lemma()));
            Signs.set(signs, "capital", word.line().capital(word.i()));
        }
        int subject = words.mainFrom() - 1;
        while (subject > at && words.tagged(subject, "ADV", "PUNCT", "PART")) {
            subject--;
        }
        if (words.mainTo() > words.mainFrom() && subject >= at) {
            boolean pronoun = words.tagged(subject, "PRON");
            boolean name = words.tagged(subject, "PROPN");
            Signs.set(signs, "subject_" + (pronoun ? words.form(subject) : name ? "name" : "other"), true);
            Signs.set(signs, "subject_short", subject - at < 2);
            Signs.set(signs, "subject_" + words.lemma(subject), words.tagged(subject, "NOUN"));
        }
    }

    private void mainVerb(ClaimWords words, Map<String, Double> signs) {
        int from = words.mainFrom();
        int to = words.mainTo();
        if (from == to) {
            Signs.set(signs, "main_none", true);
            return;
        }
        ClaimWords.Word first = words.all().get(from);
        boolean past = TextSigns.past(first.line(), first.i());
        boolean present = TextSigns.present(first.line(), first.i());
        String tense = past ? "past" : present ? "present" : "base";
        boolean modal = false;
        for (int k = from; k < to; k++) {
            boolean verb = words.tagged(k, "VERB", "AUX");
            Signs.set(signs, "main_" + (words.tagged(k, "VERB") ? words.lemma(k) : words.form(k)), true);
            modal |= MODALS.contains(words.form(k));
            if (MODALS.contains(words.form(k))) {
                Signs.set(
                        signs,
                        "main_modal_" + words.form(k) + "_" + words.form(k + 1),
                        !verb || words.is(k + 1, "have", "be", "not", "n't"));
            }
        }
        Signs.set(signs, "main_modal", modal);
        Signs.set(signs, "main_" + tense, !modal);
        int last = to - 1;
        Signs.set(signs, "main_verb_" + words.lemma(last), words.tagged(last, "VERB"));
        Signs.set(signs, "main_verb_to_" + words.lemma(last), words.is(to, "to"));
        Signs.set(signs, "main_to", words.is(to, "to"));
        Signs.set(signs, "main_then_" + words.form(to), words.tagged(to, "ADJ", "VERB", "ADP", "SCONJ"));
        Signs.set(signs, "main_then_that", words.is(to, "that"));
        String lemma = words.lemma(last);
        lexicon.verb(lemma).ifPresent(c -> Signs.set(signs, "main_kind_" + c.kind(), true));
        Signs.set(signs, "main_act", lexicon.actOfVerb(lemma).isPresent());
        lexicon.status(lemma).ifPresent(s -> Signs.set(signs, "main_status_" + s, true));
        Signs.set(signs, "main_event", lexicon.isEvent(lemma));
    }

    private void words(Draft draft, ClaimWords words, Map<String, Double> signs) {
        List<ClaimWords.Word> all = words.all();
        for (int k = 0; k < all.size(); k++) {
            ClaimWords.Word word = all.get(k);
            String form = word.form();
            boolean main = k >= words.mainFrom() && k < words.mainTo();
            boolean quoted = draft.quotation == Quotation.MIXED && word.line().quoted(word.i());
            String where = word.sentence() > 0 ? "later_" : k < words.mainFrom() ? "before_" : "behind_";
            boolean modal = MODALS.contains(form);
            if (modal && !main) {
                Signs.set(signs, where + form, true);
            }
            Signs.set(signs, "modal_" + form, modal);
            Signs.set(signs, "modal_quoted", modal && quoted);
            if (CONDITIONS.contains(form)) {
                Signs.set(signs, where + form, true);
                Signs.set(signs, "starts_" + form, k < 2 || words.is(k - 1, ","));
            }
            boolean would = words.is(k, "'d")
                    && (words.is(k + 1, "be", "have", "like", "rather")
                            || words.tagged(k + 1, "VERB") && words.form(k + 1).equals(words.lemma(k + 1)));
            Signs.set(signs, "would_by_d", would);
            Signs.set(signs, "would_by_d_main", would && (main || k < 4));
            Signs.set(signs, "had_by_d", words.is(k, "'d") && !would);
            Signs.set(signs, "future", words.is(k, "next", "tomorrow", "tonight", "due", "scheduled", "soon"));
            Signs.set(signs, "by_now", words.is(k, "yesterday", "last", "ago", "already", "since"));
            Signs.set(
                    signs,
                    "wants",
                    words.is(
                            k,
                            "want",
                            "wants",
                            "wanted",
                            "hopes",
                            "hope",
                            "expects",
                            "expect",
                            "expected",
                            "plans",
                            "intends"));
            boolean little = words.tagged(k, "ADV", "SCONJ", "ADJ") && k < 40;
            Signs.set(signs, "word_" + form, little);
            boolean noun = words.tagged(k, "NOUN") && k < 40;
            if (noun) {
                Signs.set(signs, "act_noun", lexicon.actNamed(word.lemma()).isPresent());
                Signs.set(
                        signs,
                        "act_noun_" + word.lemma(),
                        lexicon.actNamed(word.lemma()).isPresent());
                Signs.set(
                        signs,
                        "cue_noun_" + word.lemma(),
                        lexicon.noun(word.lemma()).isPresent());
            }
            if (words.is(k, "to") && k > 0 && words.tagged(k + 1, "VERB", "AUX") && k < 40) {
                Signs.set(signs, "to_behind_" + words.lemma(k - 1), true);
            }
            if (word.sentence() > 0 && words.tagged(k, "VERB", "AUX")) {
                Signs.set(signs, "later_past", TextSigns.past(word.line(), word.i()));
                Signs.set(signs, "later_present", TextSigns.present(word.line(), word.i()));
            }
        }
        Signs.set(signs, "sentences_" + Math.min(3, words.sentences()), true);
        Signs.set(signs, "ends_?", words.is(all.size() - 1, "?"));
        int size = all.size();
        Signs.set(signs, "size_" + (size < 4 ? 3 : size < 8 ? 7 : size < 15 ? 14 : size < 30 ? 29 : 30), true);
    }

    private void place(Draft draft, ListMood mood, Map<String, Double> signs) {
        int block = draft.line.sentence().block();
        Signs.set(signs, "heading", lines.block(block) instanceof Block.Heading);
        Line line = lines.at(draft.line, draft.content.get(0).start());
        Signs.set(signs, "line_?", line.is(line.size() - 1, "?"));
        boolean item = lines.block(block) instanceof Block.Item;
        Signs.set(signs, "item", item);
        if (!item) {
            return;
        }
        Signs.set(signs, "list_named", mood.named());
        Signs.set(signs, "list_bids", mood.bids());
        Signs.set(signs, "list_told", mood.told());
        Signs.set(signs, SUPPOSED_LIST, mood.supposed());
        Signs.set(signs, "list_verbless", mood.verbless());
        Signs.set(signs, "list_proposes", mood.proposes(!proposals.isEmpty()));
        if (mood.lead().isEmpty()) {
            return;
        }
        Line last = mood.lead().get();
        Signs.set(signs, "lead_colon", last.is(last.size() - 1, ":"));
        for (int i = 0; i < last.size() && i < 60; i++) {
            Signs.set(signs, "lead_" + last.word(i), MODALS.contains(last.word(i)));
            if (last.tagged(i, "VERB", "NOUN")) {
                String lemma = last.lemma(i);
                lexicon.verb(lemma).ifPresent(c -> Signs.set(signs, "lead_kind_" + c.kind(), true));
                Signs.set(signs, "lead_act", lexicon.actOfVerb(lemma).isPresent());
                Signs.set(signs, "lead_act_noun", lexicon.actNamed(lemma).isPresent());
                Signs.set(signs, "lead_terms", lexicon.isTermWord(lemma));
                Signs.set(signs, "lead_holds", lexicon.holdsTerms(lemma));
                Signs.set(signs, "lead_binds", lexicon.bindsTerms(lemma));
                Signs.set(
                        signs,
                        "lead_" + lemma,
                        lexicon.isTermWord(lemma) || lexicon.actNamed(lemma).isPresent());
            }
        }
    }

    private void proposal(Draft draft, Map<String, Double> signs) {
        if (draft.proposal >= 0) {
            Proposal proposal = proposals.get(draft.proposal);
            Signs.set(signs, "proposal", true);
            Signs.set(signs, "proposal_" + proposal.act(), true);
            Signs.set(signs, "proposal_" + proposal.status(), true);
            boolean opens = draft.content.stream().anyMatch(proposal.trigger().get(0)::overlaps);
            Signs.set(signs, "proposal_opened", opens);
            boolean cued = draft.cueSpans.stream().anyMatch(proposal.trigger().get(0)::overlaps);
            Signs.set(signs, "proposal_by_cue", cued);
        }
        Span reach = draft.reach();
        Set<Proposal> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        int from = reach.start() - LONGEST_TERM;
        for (List<TermOf> here : terms.subMap(from, Math.max(from, reach.end())).values()) {
            for (TermOf term : here) {
                if (draft.content.stream().anyMatch(term.span()::overlaps) && seen.add(term.proposal())) {
                    term(draft, term, signs);
                }
            }
        }
    }

    private static void term(Draft draft, TermOf term, Map<String, Double> signs) {
        Proposal proposal = term.proposal();
        Span span = term.span();
        Signs.set(signs, "term", true);
        Signs.set(signs, "term_" + proposal.act(), true);
        Signs.set(signs, "term_" + proposal.status(), true);
        Signs.set(signs, "term_first", span.start() <= draft.content.get(0).start() + 4);
        Signs.set(signs, "term_most", 3 * span.length() > 2 * draft.reach().length());
        boolean opens = draft.content.stream().anyMatch(proposal.trigger().get(0)::overlaps);
        Signs.set(signs, "term_elsewhere", !opens);
    }
}
