package org.hearsay.read.claim;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.read.article.Span;

/** Weighs what speaks for and against a proposal that was found in a text. */
final class OfferSigns {
    /** From so many lines a "you" on, a text speaks to its reader. */
    private static final double LINES_A_YOU = 8;

    /** So many a "you" are more than a slip of the tongue. */
    private static final double LINES_SOME_YOU = 50;

    /** Whoever is offered something in the text's first paragraphs is what the text is about. */
    private static final int FIRST_BLOCKS = 4;

    private final Lines lines;
    private final Stances stances;
    private final double readers;

    OfferSigns(Lines lines, Stances stances) {
        this.lines = lines;
        this.stances = stances;
        long you = lines.all().stream()
                .filter(line -> says(line, "you", "your", "yours"))
                .count();
        this.readers = you / Math.max(LINES_A_YOU, lines.all().size());
    }

    Proposal weighed(Proposal proposal) {
        Set<OfferSign> signs = of(proposal);
        double odds = OfferSign.BASE + signs.stream().mapToDouble(s -> s.weight).sum();
        List<String> words = signs.stream()
                .sorted(Comparator.comparingDouble((OfferSign s) -> -Math.abs(s.weight)))
                .map(s -> (s.weight < 0 ? "against: " : "for: ") + s.words)
                .toList();
        return proposal.as(new Likelihood(Math.round(1000 / (1 + Math.exp(-odds))) / 1000.0, words));
    }

    Set<OfferSign> of(Proposal proposal) {
        Set<OfferSign> signs = EnumSet.noneOf(OfferSign.class);
        Span trigger = proposal.trigger().get(0);
        Line line = lines.at(trigger.start());
        int verb = Parties.verbIn(line, trigger);
        add(signs, OfferSign.GUIDE, readers > 1 / LINES_A_YOU);
        add(signs, OfferSign.SOME_YOU, readers > 1 / LINES_SOME_YOU && readers <= 1 / LINES_A_YOU);
        add(signs, OfferSign.TO_READER, says(line, "you", "your", "yours"));
        add(signs, OfferSign.WRITER, says(line, "i", "we", "my", "our"));
        add(signs, OfferSign.PRESENT, line.tagged(verb, "VERB") && Parties.present(line, verb));
        Stance stance = stances.of(line, Fates.clause(line, verb), true);
        add(signs, OfferSign.SUPPOSED, stance != Stance.ASSERTED && stance != Stance.PROPOSED);
        add(signs, OfferSign.THREAT, proposal.act() == Proposal.Act.THREAT);
        add(signs, OfferSign.NOBODY, proposal.proposer().isEmpty());
        for (Span to : proposal.recipient()) {
            signs.add(Parties.named(at(to), to) ? OfferSign.TO_NAMED : OfferSign.TO_SOMEBODY);
        }
        add(
                signs,
                OfferSign.FATE,
                switch (proposal.status()) {
                    case OFFERED, UNKNOWN -> false;
                    case UNDER_DISCUSSION, ACCEPTED, REJECTED, AGREED, WITHDRAWN -> true;
                });
        terms(proposal, signs);
        add(signs, OfferSign.LEAD, line.sentence().block() < FIRST_BLOCKS);
        return signs;
    }

    private void terms(Proposal proposal, Set<OfferSign> signs) {
        List<Term> terms = proposal.terms();
        add(signs, OfferSign.MANY_TERMS, terms.size() > 3);
        Stream<Span> words =
                Stream.concat(proposal.matter().stream(), terms.stream().flatMap(t -> t.spans().stream()));
        add(signs, OfferSign.FIGURE, words.anyMatch(s -> !at(s).quantities(s).isEmpty()));
        add(signs, OfferSign.STRINGS, terms.stream().anyMatch(t -> switch (t.kind()) {
            case CONDITION, DEADLINE, GETS -> true;
            case GIVES, AMOUNT, EXEMPTION, OTHER -> false;
        }));
    }

    private Line at(Span span) {
        return lines.at(span.start());
    }

    private static boolean says(Line line, String... words) {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, words) && !line.quoted(i)) {
                return true;
            }
        }
        return false;
    }

    private static void add(Set<OfferSign> signs, OfferSign sign, boolean seen) {
        if (seen) {
            signs.add(sign);
        }
    }
}
