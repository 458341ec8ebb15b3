package org.hearsay.read.claim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.NameType;

/**
 * Reports inside a report: in "Smith says a minister told her the sale was wrong" the sale's being wrong is the minister's,
 * through Smith. The inner one begins where the content of the outer does, and its verb is the first of that clause.
 */
final class InnerReports {
    private static final String INNER = ", inner";

    /** The verb of a clause stands this near to its start. */
    private static final int REACH = 40;

    /** One says what another says, and he what a third: no sentence goes deeper without losing its reader. */
    private static final int DEPTH = 3;

    /** What papers and figures do as well as people. */
    private static final Set<String> PAPERS = Set.of(
            "say",
            "suggest",
            "confirm",
            "reveal",
            "note",
            "state",
            "report",
            "indicate",
            "conclude",
            "find",
            "show",
            "add",
            "disclose",
            "underline",
            "explain",
            "describe");

    private final Lexicon lexicon;
    /** What an inner report has taken, up to where it ends, of the report that it was found in. */
    private final Map<Draft, Integer> taken = new IdentityHashMap<>();

    InnerReports(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Adds the inner reports of {@code drafts}, each behind its outer one; what the encoder made of their cues goes. */
    void find(List<Draft> drafts, Dressing dressing) {
        List<Draft> all = new ArrayList<>();
        for (int from = 0; from < drafts.size(); ) {
            int to = from + 1;
            while (to < drafts.size() && drafts.get(to).line == drafts.get(from).line) {
                to++;
            }
            List<Draft> ofLine = new ArrayList<>(drafts.subList(from, to));
            grow(ofLine, dressing);
            handOn(ofLine);
            all.addAll(ofLine);
            from = to;
        }
        drafts.clear();
        drafts.addAll(all);
    }

    private void grow(List<Draft> drafts, Dressing dressing) {
        Deque<Draft> open = new ArrayDeque<>(drafts);
        Map<Draft, Integer> depth = new IdentityHashMap<>();
        while (!open.isEmpty()) {
            Draft outer = open.poll();
            int deep = depth.getOrDefault(outer, 1);
            Optional<Draft> found =
                    deep <= DEPTH && drafts.contains(outer) && carries(outer) ? inner(outer) : Optional.empty();
            if (found.isPresent()) {
                Draft inner = found.get();
                drafts.removeIf(d ->
                        d != outer && !d.cueSpans.isEmpty() && d.cueSpans.get(0).overlaps(inner.cueSpans.get(0)));
                dressing.dress(inner);
                drafts.add(drafts.indexOf(outer) + 1, inner);
                depth.put(inner, deep + 1);
                open.push(inner);
                taken.put(outer, inner.reach().end());
            }
        }
    }

    /** "She said the director had rung her and told her that": the encoder takes both for hers. */
    private void handOn(List<Draft> drafts) {
        for (Draft later : List.copyOf(drafts)) {
            if (later.cueSpans.isEmpty() || later.inside.isPresent() || later.content.isEmpty()) {
                continue;
            }
            Line line = later.line;
            int verb = Speakers.indexAt(line, later.cueSpans.get(0).end() - 1);
            boolean heard = ToldClause.hearer(line, verb + 1) && line.is(verb - 1, "and");
            boolean saying = line.is(verb, "saying") && line.is(verb - 1, ",");
            for (Draft outer : List.copyOf(drafts)) {
                boolean near = outer != later
                        && later.inside.isEmpty()
                        && carries(outer)
                        && outer.content.size() == 1
                        && outer.source.equals(later.source)
                        && outer.reach().end() <= line.start(verb - 1)
                        && Speakers.indexAt(line, outer.reach().end() - 1) == verb - 2;
                if (near && (heard || saying)) {
                    firstSubject(outer, saying).ifPresent(subject -> {
                        later.source.clear();
                        later.source.add(subject);
                        later.inside = Optional.of(outer);
                        later.rule += INNER;
                        drafts.remove(later);
                        drafts.add(drafts.indexOf(outer) + 1, later);
                    });
                }
            }
        }
    }

    /** Who does what the content tells, if he is somebody and not the outer speaker. */
    private Optional<Span> firstSubject(Draft outer, boolean says) {
        Line line = outer.line;
        Span piece = outer.content.get(0);
        int from = Speakers.indexAt(line, piece.start());
        from = InnerClause.behindFront(line, line.is(from, "that") ? from + 1 : from);
        int to = Speakers.indexAt(line, piece.end() - 1) + 1;
        for (int verb = from + 1; verb < Math.min(to, from + REACH); verb++) {
            if (InnerClause.tells(line, verb)) {
                int at = verb;
                return says && !says(line, verb)
                        ? Optional.empty()
                        : InnerClause.subject(line, from, InnerClause.groupOf(line, from, verb), verb)
                                .filter(s -> another(outer, s, at) && somebody(line, s))
                                .filter(s -> !line.is(Speakers.indexAt(line, s.start()), "he", "she"));
            }
        }
        return Optional.empty();
    }

    /**
     * Once all voices are known: an outer report keeps what goes on behind the inner one.
     *
     * @return those that keep nothing, taken out of {@code drafts}
     */
    List<Draft> settle(List<Draft> drafts) {
        drafts.removeIf(
                d -> d.inside.filter(o -> taken.containsKey(o) && again(d, o)).isPresent());
        List<Draft> emptied = new ArrayList<>();
        for (Draft outer : List.copyOf(drafts)) {
            Integer end = taken.get(outer);
            if (end == null) {
                continue;
            }
            int last = outer.content.size() > 1 && end >= outer.content.get(1).end() ? 1 : 0;
            Span piece = outer.content.get(last);
            int next = Speakers.indexAt(outer.line, end);
            while (outer.line.is(next, ",", "and", "but", "\u201d", "\"")) {
                next++;
            }
            List<Span> rest = new ArrayList<>(outer.content.subList(last + 1, outer.content.size()));
            if (end < piece.end() && next < outer.line.size() && outer.line.start(next) < piece.end()) {
                rest.add(0, new Span(outer.line.start(next), piece.end()));
            }
            if (rest.isEmpty()) {
                emptied.add(outer);
            } else {
                outer.content.clear();
                outer.content.addAll(rest);
            }
        }
        Set<Draft> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(emptied);
        drafts.removeIf(gone::contains);
        return emptied;
    }

    /** Whether the inner one is a "he" that may be the outer speaker; the report is all the outer one's then. */
    private boolean again(Draft inner, Draft outer) {
        Line line = inner.line;
        int first = Speakers.indexAt(line, inner.source.get(0).start());
        Voice voice = inner.voices.get(inner.voices.size() - 1);
        boolean other = outer.source.isEmpty()
                || voice instanceof Voice.Named && inner.voices.size() > outer.voices.size()
                || thing(outer);
        boolean he = line.is(first, "he", "she")
                && line.end(first) >= inner.source.get(0).end();
        boolean gone = inner.rule.endsWith(INNER) && he && !other;
        if (gone) {
            taken.remove(outer);
        }
        return gone;
    }

    /** Whether somebody says or thinks it, in a clause of one piece. */
    private static boolean carries(Draft draft) {
        boolean says = draft.cue
                .map(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.THOUGHT)
                .orElse(true);
        return says
                && !draft.denied
                && !draft.object
                && !draft.unconfirmed
                && draft.quotation != Quotation.DIRECT
                && !draft.cueSpans.isEmpty()
                && (!draft.source.isEmpty() || draft.content.size() == 2)
                && !draft.content.isEmpty()
                && draft.content.size() <= 2
                && draft.content.stream().allMatch(draft.line.sentence().span()::contains);
    }

    private Optional<Draft> inner(Draft outer) {
        return outer.content.size() == 2 ? parted(outer) : whole(outer);
    }

    /** "Smith is reported by the daily to have told them that", "Generals had told her, she said, that". */
    private Optional<Draft> parted(Draft outer) {
        Line line = outer.line;
        Span front = outer.content.get(0);
        int from = Speakers.indexAt(line, front.start());
        from += line.is(from, "that") ? 1 : 0;
        int to = Speakers.indexAt(line, front.end() - 1) + 1;
        int next = Speakers.indexAt(line, outer.content.get(1).start());
        int teller = Speakers.indexAt(
                line,
                Math.min(
                        outer.cueSpans.get(0).start(),
                        outer.source.isEmpty()
                                ? Integer.MAX_VALUE
                                : outer.source.get(0).start()));
        to = teller > from && teller < next ? Math.max(to, teller) : to;
        int end = Speakers.indexAt(line, outer.content.get(1).end() - 1) + 1;
        if (line.is(next, "to") && line.is(next + 1, "have")) {
            int start = says(line, next + 2)
                    ? ToldClause.start(line, next + 3, end, takes(line, next + 2, Cue.Frame.TOLD))
                    : -1;
            return start < 0
                    ? Optional.empty()
                    : Optional.of(draft(outer, front, line.span(next + 1, next + 3), start, end));
        }
        int cue = Speakers.indexAt(line, outer.cueSpans.get(0).end() - 1);
        if (line.is(cue, "said", "told") && line.is(cue - 1, "have") && line.is(cue - 2, "to")) {
            return Optional.of(draft(outer, front, line.span(cue - 1, cue + 1), next, end));
        }
        for (int verb = from + 1; line.is(next, "that") && verb < Math.min(to, from + REACH); verb++) {
            int group = InnerClause.groupOf(line, from, verb);
            if (line.tagged(verb, "VERB") && toldBy(line, group, verb)) {
                int close = InnerClause.phraseEnd(line, verb + 2);
                if (close > verb + 2 && close <= to) {
                    return Optional.of(draft(outer, line.span(verb + 2, close), line.span(group, verb + 2), next, end));
                }
            }
        }
        for (int verb = from + 1; verb < Math.min(to, from + REACH); verb++) {
            boolean last = to - verb <= 4 && line.tagged(verb, "VERB") && takes(line, verb, Cue.Frame.TOLD);
            if (last && line.is(next, "that")) {
                int group = verb;
                while (line.tagged(group - 1, "AUX", "ADV")) {
                    group--;
                }
                return group == from
                        ? Optional.empty()
                        : Optional.of(draft(outer, line.span(from, group), line.span(group, verb + 1), next, end));
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> whole(Draft outer) {
        Line line = outer.line;
        Span piece = outer.content.get(0);
        int from = Speakers.indexAt(line, piece.start());
        int to = Speakers.indexAt(line, piece.end() - 1) + 1;
        boolean that = line.is(from, "that");
        from = InnerClause.behindFront(line, that ? from + 1 : from);
        Optional<Span> subject = Optional.empty();
        for (int verb = from + 1; verb < Math.min(to, from + REACH); verb++) {
            if (InnerClause.tells(line, verb)) {
                Optional<Draft> found = at(outer, from, verb, that ? to : -to);
                if (found.isEmpty() && subject.isPresent()) {
                    found = goingOn(outer, subject.get(), verb, that ? to : -to);
                }
                if (found.isPresent()) {
                    return found;
                }
                if (subject.isEmpty()) {
                    subject = InnerClause.subject(line, from, InnerClause.groupOf(line, from, verb), verb);
                }
            }
        }
        return Optional.empty();
    }

    /** "The director had rung him and told him that", "her predecessor had warned her about it, saying": of the same subject. */
    private Optional<Draft> goingOn(Draft outer, Span subject, int verb, int to) {
        Line line = outer.line;
        boolean joined = line.is(verb - 1, "and") && ToldClause.hearer(line, verb + 1);
        boolean beside = line.is(verb - 1, ",") && line.is(verb, "saying", "telling", "adding", "warning", "promising");
        if (!joined && !beside
                || !says(line, verb)
                || !another(outer, subject, verb)
                || !somebody(line, subject)
                || InnerClause.anotherBetween(line, subject, verb)) {
            return Optional.empty();
        }
        int from = beside && line.is(verb + 1, ",") ? verb + 2 : verb + 1;
        int start = ToldClause.start(line, from, Math.abs(to), takes(line, verb, Cue.Frame.TOLD));
        return start < 0 ? Optional.empty() : Optional.of(draft(outer, subject, line.span(verb, verb + 1), start, to));
    }

    /** @param to where the outer content ends, negative where no "that" opens it */
    private Optional<Draft> at(Draft outer, int from, int verb, int to) {
        Line line = outer.line;
        int end = Math.abs(to);
        int group = InnerClause.groupOf(line, from, verb);
        boolean be = InnerClause.be(line, group, verb);
        if (InnerClause.unsaid(line, group, verb)) {
            return Optional.empty();
        }
        if (line.is(group - 1, "to") && line.is(group - 2, "used")) {
            group -= 2; // "her mother used to say that"
        }
        Optional<Span> subject = InnerClause.subject(line, from, group, verb);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        boolean hears = !be && line.lemma(verb).equals("hear") && line.is(verb + 1, "from");
        if (hears || toldBy(line, group, verb)) {
            int close = InnerClause.phraseEnd(line, verb + 2);
            int start = close > verb + 2 ? ToldClause.start(line, close, end, false) : -1;
            return start < 0
                    ? Optional.empty()
                    : Optional.of(draft(outer, line.span(verb + 2, close), line.span(group, verb + 2), start, to));
        }
        boolean ing = line.word(verb).endsWith("ing");
        boolean object = ing && to < 0 && !be && outer.cueSpans.get(0).end() <= line.start(from);
        if (be || ing != object || !says(line, verb) || !ing && !another(outer, subject.get(), verb)) {
            return Optional.empty();
        }
        int start = ToldClause.start(line, verb + 1, end, takes(line, verb, Cue.Frame.TOLD));
        return start < 0
                ? Optional.empty()
                : Optional.of(draft(outer, subject.get(), line.span(group, verb + 1), start, to));
    }

    private Draft draft(Draft outer, Span source, Span cue, int start, int to) {
        Line line = outer.line;
        int end = Math.abs(to);
        for (int i = start + 3; to > 0 && i < end; i++) {
            boolean more = line.is(i, "that") && line.is(i - 1, "and", "but") && !line.quoted(i);
            if (more && (line.is(i - 2, ",") || !line.is(start, "that"))) {
                end = i - 1; // "said that the mayor told him it was late and that": of the outer "that"
            }
        }
        Draft draft = new Draft(line, outer.rule + INNER, outer.confidence);
        draft.source.add(source);
        draft.cueSpans.add(cue);
        new Contents(line, List.of(), lexicon).add(draft, start, end);
        draft.inside = Optional.of(outer);
        draft.softened = outer.softened;
        return draft;
    }

    /** "had been told by". */
    private boolean toldBy(Line line, int group, int verb) {
        return line.is(verb + 1, "by") && InnerClause.be(line, group, verb) && takes(line, verb, Cue.Frame.TOLD);
    }

    private boolean takes(Line line, int verb, Cue.Frame frame) {
        return lexicon.verb(line.lemma(verb)).filter(c -> c.takes(frame)).isPresent();
    }

    private boolean says(Line line, int verb) {
        return lexicon.verb(line.lemma(verb))
                .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.PLEDGE && c.takes(Cue.Frame.TOLD))
                .filter(c -> c.takes(Cue.Frame.CLAUSE) || c.takes(Cue.Frame.THAT) || c.takes(Cue.Frame.TOLD))
                .filter(c -> !c.lemma().equals("agree"))
                .isPresent();
    }

    /** Whether the subject is somebody, and not the outer speaker again: "said he told them" is still all his. */
    private boolean another(Draft outer, Span subject, int verb) {
        Line line = outer.line;
        int first = Speakers.indexAt(line, subject.start());
        boolean single = line.end(first) >= subject.end();
        if (single && line.is(first, "it", "they", "we", "i", "you", "who", "that", "this", "which", "there")) {
            return false;
        }
        if (single && line.is(first, "he", "she")) {
            return true; // until it is known whether he is the outer one
        }
        return !PAPERS.contains(line.lemma(verb)) || somebody(line, subject);
    }

    /** Whether it names somebody, or describes him as people and bodies are described. */
    private boolean somebody(Line line, Span subject) {
        boolean able = false;
        for (int i = Speakers.indexAt(line, subject.start()); i < line.size() && line.start(i) < subject.end(); i++) {
            able |= line.name(i).isPresent()
                    || line.tagged(i, "PROPN")
                    || lexicon.isRole(line.word(i))
                    || Reporting.PERSON.matcher(line.lemma(i)).find()
                    || lexicon.speaker(line.lemma(i)).isPresent();
        }
        return able;
    }

    /** Whether what tells is a paper or a body, so that "he" is another. */
    private boolean thing(Draft outer) {
        Line line = outer.line;
        int first = Speakers.indexAt(line, outer.source.get(0).start());
        int head = Math.max(first, Phrases.baseEndOf(line, first) - 1);
        boolean body = line.name(head).filter(m -> m.type() == NameType.PERSON).isEmpty();
        return body
                && !line.tagged(head, "PRON")
                && lexicon.speaker(line.lemma(head))
                        .filter(s -> s == Lexicon.Speaker.PERSON || s == Lexicon.Speaker.KNOWN)
                        .isEmpty()
                && !lexicon.isRole(line.word(head))
                && (line.name(head).isPresent() || line.tagged(head, "NOUN"));
    }
}
