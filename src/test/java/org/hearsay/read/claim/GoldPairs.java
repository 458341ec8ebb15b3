package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.train.Pairing;

/** Which of what is marked and what is found in an article are the same, and which names and descriptions are. */
final class GoldPairs {
    private static final Set<String> TITLES = Set.of("the", "mr", "ms", "dr", "sir", "dame", "cllr", "kc");

    private static final Set<String> LEGAL_FORMS =
            Set.of("plc", "inc", "ltd", "limited", "ag", "gmbh", "llc", "corp", "nv", "bv", "ab", "asa", "oyj");

    private GoldPairs() {}

    /** Half of their words must be the same; where several are, the cue decides. */
    static List<Pairing> claims(String text, List<Gold.MarkedClaim> wanted, List<Claim> claims) {
        return Pairing.oneToOne(wanted, claims, (mark, claim) -> likeness(text, mark, claim), 0.5);
    }

    /** They share a trigger, a matter or a term. */
    static List<Pairing> proposals(String text, List<Gold.MarkedProposal> wanted, List<Proposal> proposals) {
        return Pairing.oneToOne(wanted, proposals, (mark, proposal) -> likeness(text, mark, proposal), 1);
    }

    /** Six tenths of their words must be the same. */
    static List<Pairing> terms(String text, List<Gold.MarkedTerm> wanted, List<Term> terms) {
        return Pairing.oneToOne(wanted, terms, (mark, term) -> dice(text, mark, term), 0.6);
    }

    /** At least 0.5 where half of their words are the same, and more where the cue is too. */
    private static double likeness(String text, Gold.MarkedClaim wanted, Claim claim) {
        double dice = 0;
        for (List<Span> content : wanted.contents()) {
            dice = Math.max(dice, dice(text, content, claim.content()));
        }
        return dice >= 0.5 && sameCue(wanted, claim, text) ? dice + 0.3 : dice;
    }

    /** At least 1 where they may be the same: they share a trigger, a matter or a term. */
    private static double likeness(String text, Gold.MarkedProposal wanted, Proposal proposal) {
        String trigger = proposal.trigger().get(0).of(text).toLowerCase(Locale.ROOT);
        boolean same = wanted.triggers().stream()
                .anyMatch(t -> trigger.contains(t.toLowerCase(Locale.ROOT))
                        || t.toLowerCase(Locale.ROOT).contains(trigger));
        boolean matter = wanted.matter()
                .map(m -> dice(text, List.of(m), proposal.matter()) >= 0.5)
                .orElse(false);
        long terms = wanted.terms().stream()
                .filter(w -> proposal.terms().stream().anyMatch(t -> dice(text, w, t) >= 0.6))
                .count();
        boolean by = proposal.proposer().stream()
                .anyMatch(p ->
                        wanted.proposers().stream().anyMatch(w -> p.of(text).contains(w) || w.contains(p.of(text))));
        double score = (same ? 1 : 0) + (matter ? 1 : 0) + terms;
        return score + (by ? 0.5 : 0);
    }

    private static boolean sameCue(Gold.MarkedClaim wanted, Claim claim, String text) {
        String cue = claim.cue().isEmpty() ? "-" : claim.cue().get(0).of(text).toLowerCase(Locale.ROOT);
        return wanted.cues().stream().anyMatch(c -> cue.contains(c.toLowerCase(Locale.ROOT)));
    }

    /** A body called by its office alone ("the interior ministry", marked in lower case) may be named so or described so. */
    static boolean agrees(Gold.Said said, Voice voice) {
        return switch (said.kind()) {
            case OUTLET -> voice instanceof Voice.Outlet;
            case UNRESOLVED -> voice instanceof Voice.Unresolved;
            case NAMED ->
                voice instanceof Voice.Named n && sameName(said.words(), n.name())
                        || voice instanceof Voice.Unnamed u
                                && Character.isLowerCase(said.words().charAt(0))
                                && sameWords(said.words(), u.description());
            case UNNAMED -> voice instanceof Voice.Unnamed u && sameWords(said.words(), u.description());
        };
    }

    static boolean sameName(String a, String b) {
        List<String> left = nameWords(a);
        List<String> right = nameWords(b);
        return left.equals(right)
                || !left.isEmpty()
                        && !right.isEmpty()
                        && left.get(left.size() - 1).equals(right.get(right.size() - 1))
                        && (left.containsAll(right) || right.containsAll(left));
    }

    private static List<String> nameWords(String name) {
        List<String> words = new ArrayList<>(
                List.of(name.toLowerCase(Locale.ROOT).replace('\u2019', '\'').split("[\\s.,]+")));
        words.removeIf(w -> w.isEmpty() || TITLES.contains(w));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1); // "Kolberg AG" is Kolberg
        }
        return words;
    }

    static boolean sameWords(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty();
        }
        Set<String> left = new HashSet<>(nameWords(a));
        Set<String> right = new HashSet<>(nameWords(b));
        int size = left.size() + right.size();
        if (left.containsAll(right)) {
            return true; // "one exporter" of "one exporter, who asked not to be named"
        }
        left.retainAll(right);
        return 2.0 * left.size() / size >= 0.5;
    }

    /** How well a term fits the reading of the mark that it fits best. */
    private static double dice(String text, Gold.MarkedTerm marked, Term term) {
        return marked.spans().stream()
                .mapToDouble(span -> dice(text, List.of(span), term.spans()))
                .max()
                .orElseThrow();
    }

    private static double dice(String text, List<Span> a, List<Span> b) {
        BitSet left = letters(text, a);
        BitSet right = letters(text, b);
        int size = left.cardinality() + right.cardinality();
        left.and(right);
        return size == 0 ? 0 : 2.0 * left.cardinality() / size;
    }

    private static BitSet letters(String text, List<Span> spans) {
        BitSet set = new BitSet();
        for (Span span : spans) {
            // Whether the "that" before a clause belongs to it is nobody's error.
            boolean that = span == spans.get(0) && text.startsWith("that ", span.start()) && span.length() > 5;
            for (int i = that ? span.start() + 5 : span.start(); i < span.end(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    set.set(i);
                }
            }
        }
        return set;
    }
}
