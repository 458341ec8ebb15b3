package org.hearsay.keep.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.hearsay.keep.index.QueryNode.Form;
import org.hearsay.keep.index.QueryNode.Leaf;
import org.hearsay.read.article.Span;

/** Where the words of a query stand in a text: it is analysed again, since it is short and its offsets are then exact. */
final class Marks {
    /** The longest sentence of a news page is a few thousand; what is cut out of a broken one is marked so far. */
    private static final int MAX_WORDS = 2_000;

    private final Set<String> stems = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();
    /** Phrases whose last word is only begun. */
    private final List<List<String>> begun = new ArrayList<>();

    private final List<CompiledAutomaton> fuzzy = new ArrayList<>();
    /** By first word. */
    private final Map<String, List<List<String>>> exact = new HashMap<>();
    /** By first stem: a word that analysis takes apart ("rare-earth"). */
    private final Map<String, List<List<String>>> stemmed = new HashMap<>();

    Marks(QueryNode query) {
        query.sought().stream().filter(LuceneLeaves::isMarked).forEach(this::add);
    }

    private void add(Leaf leaf) {
        boolean word = leaf.form() == Form.WORD;
        List<String> words = Analysis.asked(word ? Analysis.STEM : Analysis.EXACT, leaf.text());
        if (words.isEmpty()) {
            return;
        }
        String first = words.get(0);
        switch (leaf.form()) {
            case PREFIX -> {
                prefixes.add(words.get(words.size() - 1));
                words.subList(0, words.size() - 1).forEach(w -> put(exact, List.of(w)));
            }
            case WORD -> {
                if (words.size() == 1) {
                    stems.add(first);
                } else {
                    put(stemmed, words);
                }
            }
            case PHRASE, VALUE -> {
                if (leaf.isBegun() && words.size() > 1) {
                    begun.add(words);
                } else {
                    put(exact, words);
                }
            }
            case NEAR -> words.forEach(w -> put(exact, List.of(w)));
            case FUZZY -> {
                String last = words.get(words.size() - 1);
                fuzzy.add(LuceneLeaves.fuzzy("", last, leaf.within()).getAutomata());
                words.subList(0, words.size() - 1).forEach(w -> put(exact, List.of(w)));
            }
        }
    }

    private static void put(Map<String, List<List<String>>> sequences, List<String> words) {
        sequences.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(words);
    }

    /** In order, not overlapping. */
    List<Span> in(String text) {
        if (!byStem() && !byWriting()) {
            return List.of();
        }
        // Most queries ask for one of the two.
        List<Analysis.Word> asWritten = Analysis.words(byWriting() ? Analysis.EXACT : Analysis.STEM, text, MAX_WORDS);
        List<Analysis.Word> byStem =
                byStem() && byWriting() ? Analysis.words(Analysis.STEM, text, MAX_WORDS) : asWritten;
        TreeSet<Span> found = new TreeSet<>();
        for (int i = 0; i < byStem.size(); i++) {
            Analysis.Word word = byStem.get(i);
            boolean hit = stems.contains(word.text())
                    || prefixes.stream().anyMatch(startOf(asWritten.get(i)))
                    || resembles(asWritten.get(i));
            if (hit && word.end() > word.start()) {
                found.add(new Span(word.start(), word.end()));
            }
            sequences(exact, asWritten, i, found);
            begun(asWritten, i, found);
            sequences(stemmed, byStem, i, found);
        }
        return joined(found);
    }

    private boolean byStem() {
        return !stems.isEmpty() || !stemmed.isEmpty();
    }

    private boolean byWriting() {
        return !prefixes.isEmpty() || !begun.isEmpty() || !fuzzy.isEmpty() || !exact.isEmpty();
    }

    private static java.util.function.Predicate<String> startOf(Analysis.Word word) {
        return word.text()::startsWith;
    }

    private void begun(List<Analysis.Word> words, int at, Set<Span> found) {
        for (List<String> phrase : begun) {
            int last = at + phrase.size() - 1;
            boolean all = last < words.size()
                    && words.get(last).text().startsWith(phrase.get(phrase.size() - 1))
                    && words.get(last).end() > words.get(at).start();
            for (int i = at; all && i < last; i++) {
                all = words.get(i).text().equals(phrase.get(i - at));
            }
            if (all) {
                found.add(new Span(words.get(at).start(), words.get(last).end()));
            }
        }
    }

    private boolean resembles(Analysis.Word word) {
        if (fuzzy.isEmpty()) {
            return false;
        }
        BytesRef bytes = new BytesRef(word.text());
        return fuzzy.stream()
                .anyMatch(automaton -> automaton.runAutomaton != null
                        && automaton.runAutomaton.run(bytes.bytes, bytes.offset, bytes.length));
    }

    private static void sequences(
            Map<String, List<List<String>>> sequences, List<Analysis.Word> words, int at, Set<Span> found) {
        for (List<String> sequence : sequences.getOrDefault(words.get(at).text(), List.of())) {
            int end = at + sequence.size();
            boolean all = end <= words.size();
            for (int i = at; all && i < end; i++) {
                all = words.get(i).text().equals(sequence.get(i - at));
            }
            if (all && words.get(end - 1).end() > words.get(at).start()) {
                found.add(new Span(words.get(at).start(), words.get(end - 1).end()));
            }
        }
    }

    private static List<Span> joined(TreeSet<Span> found) {
        List<Span> joined = new ArrayList<>();
        for (Span span : found) {
            int last = joined.size() - 1;
            if (last >= 0 && span.start() < joined.get(last).end()) {
                joined.set(
                        last,
                        new Span(
                                joined.get(last).start(),
                                Math.max(span.end(), joined.get(last).end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
