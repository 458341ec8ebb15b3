package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Who makes a proposal whose noun does not stand right behind its verb: "presented both sides with a plan", "handed the club an
 * ultimatum", "agreed early on Friday on a treaty", "will plead guilty and repay the money in a deal with prosecutors".
 *
 * @param clause what the proposer will do, where the sentence tells it before the noun
 */
record Givers(Optional<Span> proposer, Optional<Span> recipient, boolean agreed, Optional<ModalClause> clause) {
    static final Givers NONE = new Givers(Optional.empty(), Optional.empty(), false, Optional.empty());

    /** How far before its noun the verb is looked for. */
    private static final int REACH = 24;

    /** @param start where the noun's phrase begins */
    static Givers of(Line line, int start, Proposal.Act act) {
        if (start < 3 || !line.is(start, "a", "an") && !line.tagged(start, "NUM", "ADJ", "NOUN", "DET")) {
            return NONE;
        }
        if (line.is(start - 1, "with") && !line.is(start, "the", "its", "their", "his", "her")) {
            int verb = verb(line, start - 2, "present", "serve", "issue", "confront");
            return verb < 0 ? NONE : made(line, verb, verb + 1, start - 1, false);
        }
        if (act == Proposal.Act.DEAL && line.is(start - 1, "on", "to")) {
            int verb = verb(line, start - 2, "agree", "settle");
            return verb < 0 ? NONE : made(line, verb, -1, -1, true);
        }
        if (act == Proposal.Act.DEAL && line.is(start - 1, "in", "under")
                || line.is(start - 1, "of") && line.is(start - 2, "part")) {
            return settling(line, start, line.is(start - 1, "of") ? start - 3 : start - 1);
        }
        int object = Phrases.headStartOf(line, start - 1);
        boolean two = line.is(start, "a", "an") && object > 1 && line.tagged(object - 1, "VERB");
        boolean handed = two
                && List.of("give", "hand", "send", "make", "issue", "deliver").contains(line.lemma(object - 1));
        return handed ? made(line, object - 1, object, start, false) : NONE;
    }

    /** What the proposer will do, each act a span. */
    List<Span> acts(Line line) {
        return clause.map(c -> c.told(line)).orElse(List.of());
    }

    private static Givers made(Line line, int verb, int object, int end, boolean agreed) {
        Optional<Span> by = new Subjects(line).of(verb);
        Optional<Span> to = object > 0 && end > object ? Optional.of(line.span(object, end)) : Optional.empty();
        boolean reader = by.filter(s -> line.is(Speakers.indexAt(line, s.start()), "you", "we", "i"))
                .isPresent();
        return by.isEmpty() || reader ? NONE : new Givers(by, to, agreed, Optional.empty());
    }

    /** "X will pay … in a settlement with Y": X makes the deal, and what it will do is on its terms. */
    private static Givers settling(Line line, int noun, int end) {
        int close = line.is(end - 1, ",") ? end - 1 : end;
        List<ModalClause> clauses = ModalClause.in(line, line.body(), close);
        boolean one = clauses.size() == 1
                && !clauses.get(0).passive(line)
                && !line.is(clauses.get(0).modal(), "could");
        if (!one || !line.is(noun, "a", "an")) {
            return NONE;
        }
        ModalClause clause = clauses.get(0);
        Span by = line.span(clause.subject(), clause.modal());
        return new Givers(Optional.of(by), Optional.empty(), true, Optional.of(clause));
    }

    /** The verb with one of these lemmas before a token, in the same clause; -1 if there is none. */
    private static int verb(Line line, int last, String... lemmas) {
        for (int k = last; k > Math.max(0, last - REACH); k--) {
            if (line.tagged(k, "VERB") && List.of(lemmas).contains(line.lemma(k))) {
                return k;
            }
            if (line.verbal(k) && !line.word(k).endsWith("ing") || line.mark(k) && !line.is(k, "'", "-")) {
                return -1;
            }
        }
        return -1;
    }
}
