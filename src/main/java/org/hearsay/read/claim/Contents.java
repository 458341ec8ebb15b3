package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.VerbReports.How;
import org.hearsay.read.claim.VerbReports.Said;

/** Cuts the content of a report out of its line, once every cue of the line is known. */
final class Contents {
    private final Line line;
    private final List<Said> saids;
    private final Lexicon lexicon;

    Contents(Line line, List<Said> saids, Lexicon lexicon) {
        this.line = line;
        this.lexicon = lexicon;
        this.saids = saids;
    }

    /** The draft of the {@code k}-th cue; absent where nothing beside it can be its content. */
    Optional<Draft> draft(int k) {
        Said said = saids.get(k);
        Optional<Draft> draft = said.how() == How.PASSIVE
                ? passive(k)
                : new DirectSpeech(line, saids, this)
                        .quoted(k)
                        .or(() -> new ContentAhead(line, saids, this, lexicon).of(k))
                        .or(() -> new ContentBehind(line, saids, this).of(k))
                        .or(() -> leadIn(k));
        if (said.cue().lemma().equals("cite")) {
            return Optional.empty(); // its object speaks through the report before
        }
        draft.ifPresent(d -> sourced(d, said));
        draft.ifPresent(d -> d.citing.addAll(cited(k)));
        return draft.filter(d -> !d.content.isEmpty() || line.is(line.size() - 1, ":"));
    }

    /** "Reuters reported, citing two officials": those whom the source names as its own source. */
    private List<Span> cited(int k) {
        if (k + 1 >= saids.size()) {
            return List.of();
        }
        Said next = saids.get(k + 1);
        boolean cites = next.how() == How.PARTICIPLE && next.cue().lemma().equals("cite");
        int close = cites ? Phrases.endOf(line, next.end()) : next.end();
        return close > next.end() ? List.of(line.span(next.end(), close)) : List.of();
    }

    private void sourced(Draft draft, Said said) {
        draft.cue = Optional.of(said.cue());
        draft.cueSpans.add(VerbReports.cueSpan(line, said));
        if (said.how() != How.PASSIVE) {
            int from = said.from();
            while (from > 0 && line.sameName(from, from - 1)) {
                from--; // a name with a comma or an "and" in it
            }
            draft.source.add(line.span(from, said.to()));
        }
    }

    /** Whether a verb stands between two offsets. */
    boolean hasVerb(int from, int to) {
        for (int i = 0; i < line.size() && line.start(i) < to; i++) {
            if (line.start(i) >= from && line.verbal(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a finite verb stands between two tokens. */
    boolean hasFinite(int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.verbal(i) && !line.is(i - 1, "to") && !line.word(i).endsWith("ing")) {
                return true;
            }
        }
        return false;
    }

    /** "Moscow demanded:" and "Smith continued:" have their content in the lines that follow. */
    private Optional<Draft> leadIn(int k) {
        Said said = saids.get(k);
        boolean able = false;
        for (int i = said.from(); i < said.to(); i++) {
            able |= line.name(i).isPresent()
                    || line.tagged(i, "PROPN", "PRON")
                    || lexicon.speaker(line.lemma(i)).isPresent();
        }
        if (!able && said.cue().kind() == Cue.Kind.THOUGHT) {
            return Optional.empty(); // "A few lessons learned at home:"
        }
        boolean ends = line.is(line.size() - 1, ":") && line.size() - said.end() <= 9 && k == saids.size() - 1;
        if (!ends || said.negated() || said.how() == How.INVERTED || said.how() == How.PASSIVE) {
            return Optional.empty();
        }
        return Optional.of(new Draft(line, "verb " + said.cue().lemma(), 0.75));
    }

    /** "Prices are expected to rise": nobody is named who expects it. */
    private Optional<Draft> passive(int k) {
        Said said = saids.get(k);
        int end = end(k, said.end());
        Draft draft = new Draft(line, "passive " + said.cue().lemma(), 0.6);
        if (line.is(said.end(), "by")) {
            int close = Phrases.endOf(line, said.end() + 1);
            if (close == said.end() + 1) {
                return Optional.empty();
            }
            draft.source.add(line.span(said.end() + 1, close));
            add(draft, said.from(), said.to());
            return Optional.of(draft);
        }
        if (!line.is(said.from(), "it") || !line.is(said.end(), "that")) {
            add(draft, said.from(), Subjects.withoutRelative(line, new int[] {said.from(), said.to()}));
        }
        boolean aside = line.is(said.to() - 1, "who", "which") && line.is(said.to() - 2, ",");
        for (int i = said.end(); aside && i < end; i++) {
            if (line.is(i, ",")) {
                end = i; // "Smith, who is expected to resign, travelled": the sentence goes on
            }
        }
        add(draft, said.end(), end);
        return Optional.of(draft);
    }

    /** Where the clause that begins at {@code from} ends: at the next report, at "according to", at the sentence's stop. */
    int end(int k, int from) {
        int end = line.size();
        while (end > from && (line.mark(end - 1) || line.quoteMark(end - 1)) && !line.is(end - 1, ")", "%", "$")) {
            end--;
        }
        for (int n = k + 1; n < saids.size(); n++) {
            Said next = saids.get(n);
            int start = next.how() == How.PARTICIPLE || next.how() == How.SHARED || next.how() == How.INVERTED
                    ? next.group()
                    : next.from();
            int gap = start - 1;
            while (gap > from && line.is(gap, "and", "but", "while", "though", "although")) {
                gap--;
            }
            int head = line.is(from, "that") ? from + 1 : from;
            boolean fronted = n == k + 1
                    && next.how() == How.PLAIN
                    && line.is(
                            head,
                            "if",
                            "while",
                            "although",
                            "though",
                            "based",
                            "after",
                            "when",
                            "despite",
                            "once",
                            "because",
                            "given",
                            "unless",
                            "before",
                            "since")
                    && line.is(gap, ",")
                    && gap + 1 == start;
            boolean mark = line.is(gap, ",", ";");
            boolean cut = !fronted && (next.how() == How.SHARED || mark && gap > from + 1);
            if (cut && start > from) {
                end = Math.min(end, mark ? gap : gap + 1);
                break;
            }
        }
        boolean fronting =
                saids.get(k).from() == line.body() + 1 && line.is(line.body(), "when", "after", "once", "before");
        for (int i = from + 1; fronting && i + 2 < end; i++) {
            if (line.is(i, ",") && Phrases.subjectPronoun(line, i + 1)) {
                end = i; // "When she decided to go, she had no ticket"
            }
        }
        for (int i = from + 3; i + 3 < end; i++) {
            boolean later = line.is(i, ",")
                    && (line.is(i + 1, "a", "one", "two", "three", "hours", "days", "weeks")
                            || line.tagged(i + 1, "NUM"))
                    && (line.is(i + 2, "day", "days", "week", "weeks", "hours", "month", "months", "year", "years")
                                    && line.is(i + 3, "after", "before")
                            || line.is(i + 2, "after", "before") && !line.is(i + 1, "a", "one"));
            if (later) {
                end = i; // ", a day after the newspaper reported that": the outlet's own
            }
        }
        for (int i = from; i + 1 < end; i++) {
            if (line.is(i, ",")
                    && (line.is(i + 1, "according", "citing")
                            || line.is(i + 1, "with") && i > from + 2 && saidAfterWith(i + 1))) {
                return i;
            }
        }
        return end;
    }

    private boolean saidAfterWith(int with) {
        for (Said said : saids) {
            if (said.how() == How.PARTICIPLE && said.from() == with + 1) {
                return true;
            }
        }
        return false;
    }

    void add(Draft draft, int from, int to) {
        int end = to;
        while (end > from && line.is(end - 1, ",", ";", ".", ":", "?", "!", "\u2014", "\u2013", "-")) {
            end--;
        }
        int start = from;
        while (start < end && line.is(start, ",", ";", ":")) {
            start++;
        }
        if (start >= end) {
            return;
        }
        Span span = closed(line.span(start, end));
        boolean quotes = false;
        for (Quotes.Quote quote : line.quotes().all()) {
            quotes |= quote.outer().overlaps(span);
        }
        if (quotes && draft.quotation == Quotation.INDIRECT) {
            draft.quotation = Quotation.MIXED;
        }
        draft.content.add(span);
    }

    /** With the closing mark of a quotation that begins inside. */
    private Span closed(Span span) {
        return line.quotes()
                .at(span.end() - 1)
                .filter(q -> q.closed()
                        && q.outer().start() >= span.start()
                        && q.outer().end() - span.end() <= 3)
                .map(q -> new Span(span.start(), Math.max(span.end(), q.outer().end())))
                .orElse(span);
    }
}
