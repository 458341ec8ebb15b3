package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.train.Pairing;

/** What is right and wrong of the findings in marked articles, counted, and each failure told in a line. */
final class GoldScore {
    private int gold;
    private int found;
    private int matched;
    private int marked;
    private int voices;
    private int named;
    private int wrongNames;
    private int chains;
    private int chainsRight;
    private int stances;
    private int hedged;
    private int hedgedAsAsserted;
    private int deniedRight;
    private int deniedFound;
    private int deniedGold;
    private int items;
    private int itemsRight;
    private int proposalsGold;
    private int proposalsFound;
    private int proposalsRight;
    private int termsGold;
    private int termsFound;
    private int termsRight;
    private int kindsRight;
    private int statusesRight;
    private int actsRight;
    private int proposersFound;
    private int proposersRight;
    private final List<String> failures = new ArrayList<>();

    void add(Gold.Document document, Findings findings) {
        claims(document, findings);
        proposals(document, findings);
    }

    double recall() {
        return share(matched, gold);
    }

    double precision() {
        return share(marked, found);
    }

    double voiceRight() {
        return share(voices, matched);
    }

    double wrongName() {
        return share(wrongNames, named);
    }

    double stanceRight() {
        return share(stances, matched);
    }

    double hedgedAsAsserted() {
        return share(hedgedAsAsserted, hedged);
    }

    double denial() {
        return f1(deniedRight, deniedFound, deniedGold);
    }

    double itemsRight() {
        return share(itemsRight, items);
    }

    double proposals() {
        return f1(proposalsRight, proposalsFound, proposalsGold);
    }

    double terms() {
        return f1(termsRight, termsFound, termsGold);
    }

    /** Of the proposals that name a proposer, those that name the marked one. */
    double proposersRight() {
        return share(proposersRight, proposersFound);
    }

    double kindsRight() {
        return share(kindsRight, termsRight);
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                claims found %.3f of %d marked; marked %.3f of %d found
                voice right %.3f, wrong name %.3f of %d named, chain right %.3f of %d
                stance right %.3f, hedged shown as asserted %.3f of %d, denial F1 %.3f of %d
                list items right %.3f of %d
                proposals F1 %.3f (marked %d, found %d), act %.3f, status %.3f, proposer %.3f of %d
                terms F1 %.3f (marked %d, found %d), kind %.3f""",
                recall(),
                gold,
                precision(),
                found,
                voiceRight(),
                wrongName(),
                named,
                share(chainsRight, chains),
                chains,
                stanceRight(),
                hedgedAsAsserted(),
                hedged,
                denial(),
                deniedGold,
                itemsRight(),
                items,
                proposals(),
                proposalsGold,
                proposalsFound,
                share(actsRight, proposalsRight),
                share(statusesRight, proposalsRight),
                proposersRight(),
                proposersFound,
                terms(),
                termsGold,
                termsFound,
                share(kindsRight, termsRight));
    }

    private void claims(Gold.Document document, Findings findings) {
        List<Gold.MarkedClaim> wanted = document.claims();
        List<Claim> claims = findings.claims();
        List<Pairing> best = GoldPairs.claims(document.article().text(), wanted, claims);
        Set<Integer> left = new HashSet<>();
        for (int f = 0; f < claims.size(); f++) {
            left.add(f);
        }
        Set<Integer> missing = new HashSet<>();
        for (int g = 0; g < wanted.size(); g++) {
            boolean must = !wanted.get(g).optional();
            gold += must ? 1 : 0;
            items += must && wanted.get(g).item() ? 1 : 0;
            if (must) {
                missing.add(g);
            }
        }
        found += claims.size();
        for (Pairing pair : best) {
            left.remove(pair.found());
            missing.remove(pair.mark());
            marked++;
            if (!wanted.get(pair.mark()).optional()) {
                compare(document, wanted.get(pair.mark()), claims.get(pair.found()));
            }
        }
        missing.forEach(g -> failures.add((wanted.get(g).item() ? "MISSED ITEM " : "MISSED ") + document.id() + " | "
                + words(document.article(), wanted.get(g).contents().get(0)) + " | "
                + wanted.get(g).alternatives()));
        List<Integer> headlines = left.stream()
                .filter(f -> heading(document.article(), claims.get(f)))
                .filter(f -> toldBelow(document, claims.get(f)))
                .toList();
        headlines.forEach(left::remove); // a headline tells again what the text below says
        found -= headlines.size();
        left.forEach(f -> failures.add("UNMARKED " + document.id() + " | " + told(document.article(), claims.get(f))));
    }

    /** Whether a headline's claim tells again what is marked below, and gives it to nobody else. */
    private static boolean toldBelow(Gold.Document document, Claim claim) {
        String text = document.article().text();
        Set<String> words = contentWords(text, claim.content());
        boolean named = claim.speaker() instanceof Voice.Named;
        for (Gold.MarkedClaim marked : document.claims()) {
            boolean same = !named || marked.alternatives().stream().anyMatch(a -> GoldPairs.agrees(a, claim.speaker()));
            for (List<Span> content : marked.contents()) {
                Set<String> shared = contentWords(text, content);
                shared.retainAll(words);
                if (same && 2 * shared.size() >= words.size()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Words of more than three letters, cut to their first five: "rejects" and "rejected" are one. */
    private static Set<String> contentWords(String text, List<Span> spans) {
        Set<String> words = new HashSet<>();
        for (Span span : spans) {
            for (String word : span.of(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (word.length() > 3 || word.chars().anyMatch(Character::isDigit)) {
                    words.add(word.substring(0, Math.min(5, word.length())));
                }
            }
        }
        return words;
    }

    private static boolean heading(Article article, Claim claim) {
        return article.blocks().stream()
                .anyMatch(b -> b instanceof Block.Heading h
                        && h.span().contains(claim.content().get(0)));
    }

    private void compare(Gold.Document document, Gold.MarkedClaim wanted, Claim claim) {
        matched++;
        Voice voice = claim.speaker();
        boolean voiceRight = wanted.alternatives().stream().anyMatch(a -> GoldPairs.agrees(a, voice));
        String where = document.id() + " | " + told(document.article(), claim);
        if (voice instanceof Voice.Named) {
            named++;
            wrongNames += voiceRight ? 0 : 1;
        }
        if (voiceRight) {
            voices++;
        } else {
            failures.add((voice instanceof Voice.Named ? "WRONG NAME " : "VOICE ") + where + " | wanted "
                    + wanted.alternatives());
        }
        Optional<String> through = wanted.alternatives().get(0).through();
        if (through.isPresent() && wanted.alternatives().size() == 1) {
            chains++;
            chainsRight += claim.voices().size() > 2 ? 1 : 0;
        }
        Set<Stance> allowed =
                new TreeSet<>(wanted.stances().stream().map(Gold.Sure::stance).toList());
        boolean stanceRight = allowed.contains(claim.stance());
        stances += stanceRight ? 1 : 0;
        if (!allowed.contains(Stance.ASSERTED)) {
            hedged++;
            hedgedAsAsserted += claim.stance() == Stance.ASSERTED ? 1 : 0;
        }
        if (!stanceRight) {
            failures.add("STANCE " + where + " | wanted " + allowed);
        }
        Set<Boolean> denials = wanted.stances().stream().map(Gold.Sure::denied).collect(Collectors.toSet());
        boolean must = denials.equals(Set.of(true));
        deniedGold += must ? 1 : 0;
        deniedFound += claim.denied() && (must || !denials.contains(true)) ? 1 : 0;
        deniedRight += claim.denied() && must ? 1 : 0;
        if (!denials.contains(claim.denied())) {
            failures.add("DENIAL " + where + " | wanted " + denials);
        }
        if (wanted.item()) {
            boolean right = voiceRight && stanceRight;
            itemsRight += right ? 1 : 0;
            if (!right) {
                failures.add("ITEM " + where + " | wanted " + wanted.alternatives() + allowed);
            }
        }
    }

    private void proposals(Gold.Document document, Findings findings) {
        String text = document.article().text();
        List<Gold.MarkedProposal> wanted = document.proposals();
        List<Proposal> proposals = findings.proposals();
        Set<Gold.MarkedProposal> missing = new HashSet<>(wanted);
        missing.removeIf(Gold.MarkedProposal::optional);
        proposalsGold += missing.size();
        missing.forEach(p -> termsGold += must(p));
        Set<Proposal> left = new HashSet<>(proposals);
        List<Pairing> best = GoldPairs.proposals(text, wanted, proposals);
        best.stream()
                .filter(pair -> wanted.get(pair.mark()).optional())
                .forEach(pair -> left.remove(proposals.get(pair.found())));
        proposalsFound += left.size();
        left.forEach(p -> termsFound += p.terms().size());
        for (Pairing pair : best) {
            Gold.MarkedProposal marked = wanted.get(pair.mark());
            Proposal proposal = proposals.get(pair.found());
            if (marked.optional()) {
                continue;
            }
            missing.remove(marked);
            left.remove(proposal);
            proposalsRight++;
            boolean act = false;
            boolean status = false;
            for (int k = 0; k < marked.acts().size(); k++) {
                act |= marked.acts().get(k).equals(lower(proposal.act()));
                status |= marked.statuses().get(k).equals(lower(proposal.status()));
            }
            actsRight += act ? 1 : 0;
            proposer(document, marked, proposal);
            statusesRight += status ? 1 : 0;
            if (!act || !status) {
                failures.add("STATUS " + document.id() + " | " + told(text, proposal) + " | wanted " + marked.acts()
                        + marked.statuses());
            }
            terms(document, marked, proposal);
        }
        missing.forEach(p -> failures.add("NO PROPOSAL " + document.id() + " | " + p.triggers() + p.proposers()
                + p.terms().stream().map(t -> t.spans().get(0).of(text)).toList()));
        left.forEach(p -> failures.add("UNMARKED PROPOSAL " + document.id() + " | " + told(text, p)));
    }

    private static int must(Gold.MarkedProposal proposal) {
        return (int) proposal.terms().stream().filter(t -> !t.optional()).count();
    }

    private void proposer(Gold.Document document, Gold.MarkedProposal marked, Proposal proposal) {
        for (Span span : proposal.proposer()) {
            String found = document.article().words(span);
            boolean right = marked.proposers().stream()
                    .anyMatch(w -> GoldPairs.sameName(w, found) || GoldPairs.sameWords(w, found));
            proposersFound++;
            proposersRight += right ? 1 : 0;
            if (!right) {
                failures.add("PROPOSER " + document.id() + " | "
                        + told(document.article().text(), proposal) + " | wanted " + marked.proposers());
            }
        }
    }

    private void terms(Gold.Document document, Gold.MarkedProposal marked, Proposal proposal) {
        String text = document.article().text();
        List<Pairing> best = GoldPairs.terms(text, marked.terms(), proposal.terms());
        int free = (int) best.stream()
                .filter(pair -> marked.terms().get(pair.mark()).optional())
                .count();
        termsFound -= free;
        termsRight += best.size() - free;
        for (Pairing pair : best) {
            if (marked.terms().get(pair.mark()).optional()) {
                continue;
            }
            Term term = proposal.terms().get(pair.found());
            boolean kind = marked.terms().get(pair.mark()).kinds().contains(term.kind());
            kindsRight += kind ? 1 : 0;
            if (!kind) {
                failures.add("TERM KIND " + document.id() + " | "
                        + term.spans().get(0).of(text) + " | " + term.kind());
            }
        }
        if (best.size() < proposal.terms().size() || best.size() - free < must(marked)) {
            failures.add("TERMS " + document.id() + " | " + told(text, proposal) + " | wanted "
                    + marked.terms().stream()
                            .map(t -> t.spans().get(0).of(text))
                            .toList());
        }
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double f1(int right, int found, int wanted) {
        return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
    }

    private static String told(Article article, Claim claim) {
        return lower(claim.stance()) + (claim.denied() ? " denied" : "") + " | " + claim.speaker() + " | "
                + words(article, claim.cue()) + " | " + words(article, claim.content()) + " [" + claim.rule() + "]";
    }

    private static String told(String text, Proposal proposal) {
        return lower(proposal.act()) + " " + lower(proposal.status()) + " "
                + proposal.trigger().get(0).of(text) + " by "
                + proposal.proposer().stream().map(s -> s.of(text)).toList() + " matter "
                + proposal.matter().stream().map(s -> s.of(text)).toList() + " terms "
                + proposal.terms().stream()
                        .map(t -> lower(t.kind()) + ":" + t.spans().get(0).of(text))
                        .toList();
    }

    private static String words(Article article, List<Span> spans) {
        return spans.stream().map(article::words).collect(Collectors.joining(" … "));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
