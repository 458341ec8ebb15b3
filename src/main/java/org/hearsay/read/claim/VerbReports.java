package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;

/**
 * Reports made by a verb: its subject is the source, and what follows it, or stands before it, is the content.
 *
 * <p>First every cue verb of the line is looked at alone: its verb group and its subject. Only then the contents are cut,
 * because a content ends where the next report begins.
 */
final class VerbReports {
    /** A cue verb with its verb group [group, end) and its subject [from, to), empty where from = to. */
    record Said(Cue cue, int verb, int group, int end, int from, int to, How how, boolean negated) {}

    enum How {
        /** Subject, verb. */
        PLAIN,
        /** Verb, subject: "…", said the minister. */
        INVERTED,
        /** ", saying that …": the subject is that of the sentence. */
        PARTICIPLE,
        /** "and warned that …": the subject is that of the verb before. */
        SHARED,
        PASSIVE
    }

    private static final Set<String> BE = Set.of("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re");
    private static final Set<String> MODALS =
            Set.of("would", "could", "should", "may", "might", "can", "must", "will", "'d", "'ll", "ca", "wo", "shall");
    private static final Set<String> DONE = Set.of("has", "have", "had", "having", "'ve");
    private static final Set<String> NOTS = Set.of("not", "n't", "never", "no");

    private final Line line;
    private final Lexicon lexicon;
    private final Subjects subjects;

    VerbReports(Line line, Lexicon lexicon) {
        this.line = line;
        this.lexicon = lexicon;
        this.subjects = new Subjects(line);
    }

    List<Draft> find() {
        List<Said> saids = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            if ((line.tagged(i, "VERB") || mistaken(i)) && !line.quoted(i)) {
                said(i, saids).ifPresent(saids::add);
            }
        }
        List<Draft> drafts = new ArrayList<>();
        Contents contents = new Contents(line, saids, lexicon);
        for (int k = 0; k < saids.size(); k++) {
            contents.draft(k).ifPresent(drafts::add);
        }
        return drafts;
    }

    /** "Norvik plans to buy": a present form behind a name that the tagger took for a plural. */
    private boolean mistaken(int i) {
        boolean form = line.tagged(i, "NOUN")
                && line.word(i).endsWith("s")
                && (line.tagged(i - 1, "PROPN", "PRON")
                        || lexicon.speaker(line.lemma(i - 1)).isPresent());
        boolean bare = form
                && line.name(i - 1).isPresent()
                && line.name(i).isEmpty()
                && Phrases.opens(line, i + 1)
                && !verbNear(i);
        boolean body = form
                && lexicon.speaker(line.lemma(i - 1)).isPresent()
                && (line.tagged(i + 1, "DET", "NUM")
                        || Phrases.opens(line, i + 1) && line.tagged(i - 2, "DET", "NOUN", "ADJ"))
                && line.name(i).isEmpty()
                && !verbNear(i);
        boolean clause = line.tagged(i, "NOUN")
                && line.word(i).endsWith("s")
                && line.is(i - 1, ",")
                && Phrases.subjectPronoun(line, i + 1)
                && lexicon.verbOfForm(line.word(i)).isPresent(); // "Smith, 68, reckons he lost it"
        return bare
                || clause
                || body
                || form && (line.is(i + 1, "to") && line.tagged(i + 2, "VERB", "AUX") || line.is(i + 1, "that"))
                || line.tagged(i, "NOUN")
                        && line.is(i - 1, ",")
                        && i > 3
                        && line.word(i).endsWith("s")
                        && line.is(i + 1, "to")
                        && line.tagged(i + 2, "VERB");
    }

    /** Whether the clause has a verb before {@code i} already. */
    private boolean verbNear(int i) {
        for (int k = Math.max(0, i - 8); k < i; k++) {
            if (line.verbal(k)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Said> said(int i, List<Said> before) {
        String lemma = line.lemma(i);
        if (i > 0 && line.capital(i) && line.capital(i - 1) && !line.mark(i - 1)) {
            return Optional.empty(); // "Value Added Tax"
        }
        if (QuotedAs.as(line, i) > 0 && !line.is(i, "citing") || QuotedAs.saying(line, i)) {
            return Optional.empty(); // whoever quotes does not say it
        }
        Optional<Cue> phrasal = lexicon.verb(lemma + "_" + line.word(i + 1));
        Optional<Cue> found = phrasal.isPresent() ? phrasal : lexicon.verb(lemma);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Cue cue = found.get();
        int end = phrasal.isPresent() ? i + 2 : i + 1;
        int group = i;
        boolean be = false;
        boolean negated = false;
        boolean modal = false;
        while (group > 0) {
            int k = group - 1;
            boolean belongs = line.tagged(k, "AUX")
                    || line.tagged(k, "ADV") && !line.is(k, "when", "where", "how", "why", "there", "here")
                    || NOTS.contains(line.word(k)) && !line.is(k, "no")
                    || line.is(k, "also", "later", "repeatedly")
                    || DONE.contains(line.word(k)) && line.verbal(k);
            if (!belongs) {
                break;
            }
            be |= BE.contains(line.word(k)) && line.verbal(k);
            negated |= NOTS.contains(line.word(k));
            modal |= MODALS.contains(line.word(k));
            group = k;
        }
        while (group < i
                && line.tagged(group, "ADV")
                && !line.is(group, "also", "later", "not", "never")
                && (group == 0 || line.is(group - 1, ","))) {
            group++; // an adverb behind a comma belongs to what stands before
        }
        boolean ing = line.word(i).endsWith("ing") && !lemma.endsWith("ing");
        boolean planned =
                cue.kind() != Cue.Kind.SPEECH && cue.kind() != Cue.Kind.THOUGHT && cue.kind() != Cue.Kind.QUESTION;
        if (cue.lemma().equals("want") && modal) {
            return Optional.empty(); // "you will want to keep them dry" advises
        }
        if (line.is(group - 1, "to") || modal && !(planned && line.is(group, "will", "'ll"))) {
            return Optional.empty();
        }
        if (be && !ing) {
            return passive(cue, i, group, end, negated);
        }
        if (ing && !be) {
            return participle(cue, i, group, end, before, negated);
        }
        Optional<Said> turned = group == i && line.is(group - 1, ",") ? inverted(cue, i, group, end) : Optional.empty();
        if (turned.isPresent() && speaker(turned.get()) && finite(group - 1)) {
            return turned; // "Contracts, which are long, would outlast them, said General Dorsey."
        }
        Optional<int[]> subject = subjects.before(group);
        if (subject.isPresent() && voiceless(cue, subject.get())) {
            return Optional.empty();
        }
        if (subject.isPresent()
                && (subjects.questioned(cue, subject.get()[0], group) || subjects.disagrees(i, group, subject.get()))) {
            return Optional.empty();
        }
        if (subject.isPresent()) {
            int[] at = subject.get();
            return Optional.of(new Said(cue, i, group, end, at[0], at[1], How.PLAIN, negated));
        }
        if (line.is(group - 1, "and", "but") || line.is(group - 1, ",") && line.is(group - 2, "and", "but")) {
            return shared(cue, i, group, end, before, negated);
        }
        return inverted(cue, i, group, end);
    }

    /** "no address reported" has no speaker; "which they called the Nest" names a thing. */
    private boolean voiceless(Cue cue, int[] subject) {
        boolean nothing = line.is(subject[0], "no") && !able(subject[0], subject[1]);
        boolean naming = cue.lemma().equals("call") && line.is(subject[0] - 1, "which", "that", "what");
        return nothing || naming;
    }

    private boolean able(int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.name(k).isPresent()
                    || line.tagged(k, "PROPN", "PRON")
                    || lexicon.speaker(line.lemma(k)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether whoever stands behind the verb is somebody who can say something, and nothing else follows him. */
    private boolean speaker(Said said) {
        boolean able = false;
        for (int k = said.from(); k < said.to(); k++) {
            able |= line.name(k).isPresent() || lexicon.speaker(line.lemma(k)).isPresent();
        }
        boolean ends = said.to() >= line.size()
                || line.is(said.to(), ".", ",", "who", "on", "in", "at", "last", "this")
                || line.quoteMark(said.to())
                || Phrases.isTime(line.word(said.to()));
        return able && ends;
    }

    /** Whether a subject and its verb follow: "insisted the door was open". */
    private boolean finiteBehind(int from) {
        int close = Phrases.endOf(line, from);
        return close > from && line.verbal(close) && !line.word(close).endsWith("ing");
    }

    /** Whether a clause with a verb of its own has gone before {@code to}. */
    private boolean finite(int to) {
        for (int k = 1; k < to; k++) {
            boolean own =
                    line.verbal(k) && !line.word(k).endsWith("ing") && !line.is(k - 1, "to", "who", "which", "that");
            if (own && !line.quoted(k) && !(line.is(k - 1, ",") && line.word(k).endsWith("ed"))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Said> passive(Cue cue, int i, int group, int end, boolean negated) {
        if (line.is(i - 1, "be") && line.is(i - 2, "it") && line.is(i - 3, "let", "lets")) {
            int let = i - 3;
            while (line.tagged(let - 1, "AUX", "ADV")) {
                let--;
            }
            int first = let; // "the bishop has let it be known that" he agrees: his words
            return subjects.before(let).map(at -> new Said(cue, i, first, end, at[0], at[1], How.PLAIN, negated));
        }
        if (!cue.takes(Cue.Frame.PASSIVE)) {
            return Optional.empty();
        }
        Optional<int[]> subject = subjects.before(group);
        boolean fits = line.is(end, "to")
                || line.is(end, "that")
                || line.is(end, "of", "as", "by") && cue.takes(Cue.Frame.OBJECT);
        if (subject.isEmpty() || !fits || line.is(subject.get()[0], "i", "we", "you")) {
            return Optional.empty();
        }
        return Optional.of(new Said(cue, i, group, end, subject.get()[0], subject.get()[1], How.PASSIVE, negated));
    }

    private Optional<Said> participle(Cue cue, int i, int group, int end, List<Said> before, boolean negated) {
        if (line.tagged(group - 1, "ADP", "SCONJ", "DET", "ADJ") || group == 0) {
            return Optional.empty();
        }
        if (line.is(group - 1, ",") || line.is(group - 1, "and")) {
            Optional<int[]> subject = before.isEmpty() ? subjects.mainSubject(group) : ofLast(outer(before));
            return subject.map(at -> new Said(cue, i, group, end, at[0], at[1], How.PARTICIPLE, negated));
        }
        int start = line.tagged(group - 1, "NOUN", "PROPN") ? subjects.withObject(group - 1) : -1;
        return start < 0
                ? Optional.empty()
                : Optional.of(new Said(cue, i, group, end, start, group, How.PARTICIPLE, negated));
    }

    /** "The mission said Norvik went on as before, arguing that": the mission argues, for Norvik stands in its words. */
    private List<Said> outer(List<Said> before) {
        int last = before.size() - 1;
        while (last > 0 && within(before.get(last - 1), before.get(last))) {
            last--;
        }
        return before.subList(0, last + 1);
    }

    private boolean within(Said outer, Said inner) {
        int content = line.is(outer.end(), "that") ? outer.end() + 1 : outer.end();
        return outer.how() != How.PASSIVE && outer.how() != How.INVERTED && inner.from() == content;
    }

    private Optional<int[]> ofLast(List<Said> before) {
        Said last = before.get(before.size() - 1);
        return last.how() == How.PASSIVE ? Optional.empty() : Optional.of(new int[] {last.from(), last.to()});
    }

    private Optional<Said> shared(Cue cue, int i, int group, int end, List<Said> before, boolean negated) {
        boolean clear = line.is(end, "that", ":")
                || line.quoteMark(end)
                || line.is(end, ",") && line.quoteMark(end + 1)
                || cue.takes(Cue.Frame.TO) && line.is(end, "to")
                || line.is(i, "said") && Phrases.opens(line, end)
                || cue.kind() == Cue.Kind.SPEECH
                        && cue.takes(Cue.Frame.CLAUSE)
                        && line.word(i).endsWith("ed")
                        && Phrases.opens(line, end)
                        && finiteBehind(end)
                || cue.lemma().startsWith("call_")
                || (cue.kind() == Cue.Kind.DEMAND || cue.kind() == Cue.Kind.OFFER)
                        && line.word(i).endsWith("ed")
                        && Phrases.opens(line, end);
        Optional<int[]> subject =
                before.isEmpty() ? subjects.mainSubject(group) : clear ? ofLast(before) : Optional.empty();
        return subject.map(at -> new Said(cue, i, group, end, at[0], at[1], How.SHARED, negated));
    }

    private Optional<Said> inverted(Cue cue, int i, int group, int end) {
        if (cue.lemma().equals("tell")) {
            return Optional.empty(); // whoever stands behind it is told
        }
        if (cue.lemma().equals("add") && line.is(i, "add")) {
            return Optional.empty();
        }
        boolean room = cue.takes(Cue.Frame.QUOTE) || cue.takes(Cue.Frame.CLAUSE);
        boolean after =
                group == 0 || line.is(group - 1, ",", "?", "!", "\u2014", "\u2013") || line.quoteMark(group - 1);
        boolean retired =
                line.tagged(end, "VERB") && line.word(end).endsWith("ed") && line.tagged(end + 1, "NOUN", "PROPN");
        if (!room || !after || !Phrases.opens(line, end) && !retired || group != i) {
            return Optional.empty();
        }
        int close = Phrases.endOf(line, end);
        if (close == end || line.is(end, "it", "this", "that")) {
            return Optional.empty();
        }
        if (line.verbal(close) && !line.word(close).endsWith("ing")) {
            return Optional.empty(); // ", said he had won": what follows is the content
        }
        int whole = Phrases.appositionEnd(line, close);
        boolean quoteBefore = DirectSpeech.quoteBefore(line, line.start(i)).isPresent();
        if (!quoteBefore && cue.lemma().equals("add") && !able(end, close)) {
            return Optional.empty(); // "legal protection, added credibility and trust"
        }
        return group == 0 && !quoteBefore
                ? Optional.empty()
                : Optional.of(new Said(cue, i, group, end, end, whole, How.INVERTED, false));
    }

    static Span cueSpan(Line line, Said said) {
        return line.span(said.group(), said.end());
    }
}
