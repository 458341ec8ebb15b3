package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Cue.Frame;
import org.hearsay.read.claim.VerbReports.How;
import org.hearsay.read.claim.VerbReports.Said;
import org.hearsay.read.language.NameType;

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
                        .or(() -> ahead(k))
                        .or(() -> behind(k))
                        .or(() -> leadIn(k));
        if (said.cue().lemma().equals("cite")) {
            return Optional.empty(); // its object speaks through the report before
        }
        draft.ifPresent(d -> dress(d, said));
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

    private void dress(Draft draft, Said said) {
        draft.cue = Optional.of(said.cue());
        draft.stance = said.cue().stance();
        draft.pastCue = said.past();
        if (said.cue().kind() == Cue.Kind.QUESTION && draft.quotation != Quotation.DIRECT && wants(draft)) {
            draft.stance = Optional.of(Stance.PROPOSED); // "asked Kyiv to wait" is no question
        }
        if (draft.stance.equals(Optional.of(Stance.PLANNED))
                && said.cue().kind() == Cue.Kind.THOUGHT
                && !toFirst(draft)) {
            draft.stance = Optional.of(Stance.POSSIBLE); // "hopes that buyers return" is no plan of his
        }
        draft.cueSpans.add(VerbReports.cueSpan(line, said));
        if (said.how() != How.PASSIVE) {
            int from = said.from();
            while (from > 0 && line.sameName(from, from - 1)) {
                from--; // a name with a comma or an "and" in it
            }
            draft.source.add(line.span(from, said.to()));
        }
        boolean denial = said.cue().kind() == Cue.Kind.DENIAL;
        if (denial && said.negated()) {
            draft.softened = true;
        } else if (denial || said.negated()) {
            draft.denied = true;
        }
    }

    /** "Clinton leading Trump": a phrase and what it is doing. */
    private boolean doing(int j, int end) {
        int close = Phrases.baseEndOf(line, j);
        return close > j
                && close < end
                && line.tagged(close, "VERB")
                && line.word(close).endsWith("ing");
    }

    /** Whether a study, a poll or another paper finds or shows something. */
    private boolean documented(Said said) {
        boolean finds = said.cue().takes(Frame.THAT)
                && line.is(
                        said.verb(),
                        "found",
                        "finds",
                        "shows",
                        "showed",
                        "show",
                        "find",
                        "indicates",
                        "indicated",
                        "reveals");
        boolean paper = false;
        for (int i = said.from(); finds && i < said.to(); i++) {
            paper |= lexicon.speaker(line.lemma(i))
                    .filter(s -> s == Lexicon.Speaker.DOCUMENT)
                    .isPresent();
        }
        return paper && said.how() == How.PLAIN;
    }

    private boolean toFirst(Draft draft) {
        return !draft.content.isEmpty() && line.is(first(draft), "to");
    }

    private boolean wants(Draft draft) {
        return !draft.content.isEmpty()
                && draft.cue.filter(c -> c.lemma().startsWith("ask")).isPresent()
                && !line.is(
                        first(draft), "whether", "if", "what", "who", "why", "how", "when", "where", "which", "about");
    }

    private int first(Draft draft) {
        return Speakers.indexAt(line, draft.content.get(0).start());
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

    /** Storms threaten and services support, but they say nothing: with a mere object the subject must be able to speak. */
    private boolean speaks(Said said) {
        for (int i = said.from(); i < said.to(); i++) {
            boolean things =
                    said.cue().lemma().equals("support") || said.cue().lemma().equals("back");
            boolean able = line.name(i)
                            .filter(m -> !things || m.type() == NameType.PERSON || m.type() == NameType.LOCATION)
                            .isPresent()
                    || line.is(i, "he", "she", "they", "who", "voters", "%")
                    || line.tagged(i, "PROPN") && !things
                    || lexicon.speaker(line.lemma(i)).isPresent();
            if (able) {
                return true;
            }
        }
        return false;
    }

    /** The content behind the cue. */
    private Optional<Draft> ahead(int k) {
        Said said = saids.get(k);
        Cue cue = said.cue();
        if (said.how() == How.INVERTED) {
            return Optional.empty();
        }
        boolean speech = cue.kind() == Cue.Kind.SPEECH || cue.kind() == Cue.Kind.QUESTION;
        if (said.negated() && speech) {
            return Optional.empty();
        }
        int end = end(k, said.end());
        int j = said.end();
        boolean sum = cue.lemma().equals("add") && line.tagged(j, "NUM", "SYM");
        if (sum || line.is(j, "when", "after") && line.is(j + 1, "asked")) {
            return Optional.empty();
        }
        Draft draft = new Draft(line, "verb " + cue.lemma(), 0.8);
        if (cue.takes(Frame.TOLD) && Phrases.opens(line, j) && !line.is(j, "that", "there")) {
            int told = Phrases.baseEndOf(line, j);
            boolean object = told > j
                    && (!line.tagged(j, "PRON") || line.is(j, "him", "her", "them", "us", "me", "it", "reporters"));
            if (object && (clauseAt(told, end) || line.is(told, "that", "to", ":", ","))) {
                draft.through.add(line.span(j, told));
                j = told;
            } else if (object && cue.frames().size() < 4 && !cue.takes(Frame.CLAUSE)) {
                j = told;
            }
        }
        int that = past(j, line.size());
        if (that >= 0) {
            j = that;
            end = end(k, j);
        } else if (Phrases.isTime(line.word(j)) && !line.verbal(j + 1) && !line.is(j + 1, "'s")) {
            j++;
        } else if (line.is(j, "this", "last", "on", "earlier")
                && Phrases.isTime(line.word(j + 1))
                && Phrases.opens(line, j + 2)) {
            j += 2; // "told teachers this weekend he would"
        }
        if (j >= end) {
            return Optional.empty();
        }
        boolean clauses = cue.takes(Frame.CLAUSE) || cue.takes(Frame.TOLD) && j > said.end();
        boolean counts = documented(said) && !line.quantities(line.span(j, end)).isEmpty() && Phrases.opens(line, j);
        boolean thats = clauses || cue.takes(Frame.THAT) || cue.takes(Frame.QUOTE);
        boolean calls = cue.lemma().equals("call_for") && line.word(j).endsWith("ing");
        int from = -1;
        if (line.is(j, "that", "whether", "how", "why") && thats
                || line.is(j, "if", "what", "who", "when", "where") && thats && cue.kind() == Cue.Kind.QUESTION) {
            from = line.is(j, "that") && Phrases.isTime(line.word(j + 1)) ? -1 : j;
            draft.confidence = 0.85;
        } else if (line.is(j, ":") && cue.takes(Frame.QUOTE)) {
            from = j + 1;
        } else if (line.is(j, "to")
                && line.verbal(j + 1)
                && (cue.takes(Frame.TO) || cue.takes(Frame.TOLD) && j > said.end())) {
            from = j;
        } else if (cue.takes(Frame.FOR) && Phrases.opens(line, j) && toFollows(j, end)) {
            from = j;
        } else if (counts || documented(said) && Phrases.opens(line, j) && (clauseAt(j, end) || doing(j, end))) {
            from = j; // "a study found 31 cases", "the poll shows him ahead"
            draft.confidence = 0.7;
        } else if (clauses && (clauseAt(j, end) || likely(cue, j, end))) {
            from = j;
            draft.confidence = 0.75;
        } else if (cue.takes(Frame.OBJECT)
                && (Phrases.opens(line, j) || calls)
                && speaks(said)
                && (!line.is(j, "what", "which", "who") || line.is(j + 2, "called", "calls", "described"))) {
            from = j;
            draft.object = true;
            end = Math.min(end, objectEnd(j, end));
            draft.confidence = 0.55;
        }
        if (from < 0 || from >= end) {
            return Optional.empty();
        }
        add(draft, from, end);
        return Optional.of(draft);
    }

    /** Over adjuncts to the "that" or colon that they hold back: "said on Monday in Kyiv that"; -1 if there is none. */
    private int past(int j, int end) {
        if (line.is(j, "that", ":")) {
            return j;
        }
        if (!line.tagged(j, "ADP", "ADV")
                && !Phrases.isTime(line.word(j))
                && !line.is(j, ",", "last", "this", "earlier", "late", "early", "reporters")) {
            return -1;
        }
        for (int i = j; i < Math.min(end, j + 16); i++) {
            if (line.is(i, ":") || line.is(i, "that") && !line.tagged(i + 1, "NOUN")) {
                return i;
            }
            if (line.verbal(i) && !line.is(i, "citing", "speaking")) {
                return -1;
            }
        }
        return -1;
    }

    private boolean clauseAt(int j, int end) {
        boolean opens = Phrases.opens(line, j)
                || line.is(
                        j,
                        "there",
                        "if",
                        "as",
                        "while",
                        "when",
                        "because",
                        "in",
                        "although",
                        "once",
                        "after",
                        "since",
                        "even",
                        "not",
                        "no",
                        "only",
                        "by",
                        "with",
                        "under",
                        "at",
                        "any",
                        "both",
                        "neither")
                || line.tagged(j, "ADV");
        if (!opens) {
            return false;
        }
        for (int i = j + 1; i < end; i++) {
            if (line.verbal(i)
                    && !line.is(i - 1, "to")
                    && !(line.tagged(i, "VERB") && line.word(i).endsWith("ing"))) {
                return true;
            }
        }
        return false;
    }

    /** "said Norwegian Anna Berg favors a ban": behind "said" six words are a clause, though the tagger saw no verb. */
    private boolean likely(Cue cue, int j, int end) {
        boolean measured = line.tagged(j, "NUM", "SYM") && !line.name(j).isPresent();
        boolean plain = cue.kind() == Cue.Kind.SPEECH
                && !cue.takes(Frame.OBJECT)
                && !measured
                && !cue.lemma().equals("add");
        boolean adjunct =
                line.is(j, "in", "on", "at", "to", "as", "of", "for", "by", "with", "after", "before", "during");
        return plain && end - j >= 6 && !adjunct && !line.mark(j) && !Phrases.isTime(line.word(j));
    }

    private boolean toFollows(int j, int end) {
        int close = Phrases.endOf(line, j);
        if (line.is(j, "him", "her", "them", "us", "it")) {
            close = j + 1;
        }
        if (close < end && (line.is(close, "to") || line.is(close, "not") && line.is(close + 1, "to"))) {
            return true;
        }
        for (int i = j + 1; i < Math.min(end - 1, j + 18); i++) {
            if (line.verbal(i) && !line.word(i).endsWith("ing") && !line.word(i).endsWith("ed")
                    || line.mark(i) && !line.is(i, "-", "'")) {
                return false;
            }
            if (line.is(i, "to") && line.tagged(i + 1, "VERB", "AUX")) {
                return true;
            }
        }
        return false;
    }

    /** An object ends where a new clause begins. */
    private int objectEnd(int j, int end) {
        for (int i = j; i < end; i++) {
            if (line.is(i, ",", ";")
                    && (line.is(i + 1, "and", "but", "while", "which", "who", "as", "when", "after")
                            || line.tagged(i + 1, "VERB", "PRON"))) {
                return i;
            }
            boolean second = line.verbal(i + 1)
                    && (line.word(i + 1).endsWith("s") || line.word(i + 1).endsWith("ed") || line.is(i, "but"));
            if (line.is(i, "and", "but", "or") && i > j && second) {
                return i;
            }
            boolean last = i + 3 >= end && i > j;
            if (last && line.is(i, "on", "last", "this", "late", "earlier") && Phrases.isTime(line.word(i + 1))) {
                return i;
            }
        }
        return end;
    }

    /** "Moscow demanded:" and "Smith continued:" have their content in the lines that follow. */
    private Optional<Draft> leadIn(int k) {
        Said said = saids.get(k);
        boolean ends = line.is(line.size() - 1, ":") && line.size() - said.end() <= 9 && k == saids.size() - 1;
        if (!ends || said.negated() || said.how() == How.INVERTED || said.how() == How.PASSIVE) {
            return Optional.empty();
        }
        return Optional.of(new Draft(line, "verb " + said.cue().lemma(), 0.75));
    }

    /** The content before the cue: "…, officials said on Monday." */
    private Optional<Draft> behind(int k) {
        Said said = saids.get(k);
        Cue cue = said.cue();
        boolean last = cue.takes(Frame.THAT) && (said.end() >= line.size() || line.is(said.end(), "."));
        if (!last
                        && !cue.takes(Frame.CLAUSE)
                        && !(cue.takes(Frame.QUOTE) && cue.takes(Frame.THAT))
                        && !cue.takes(Frame.TOLD)
                || said.negated()) {
            return Optional.empty();
        }
        if (said.how() != How.PLAIN && said.how() != How.INVERTED) {
            return Optional.empty();
        }
        int first = said.how() == How.INVERTED ? said.group() : said.from();
        if (!line.is(first - 1, ",", "\u2014", "\u2013") || first < 2) {
            return Optional.empty();
        }
        int from = 0;
        for (int i = first - 2; i > 0; i--) {
            if (line.is(i, ";")) {
                from = i + 1;
                break;
            }
        }
        for (Said other : saids) {
            // "But, she says, she felt it": what stands before is a report's own beginning
            boolean inside = other != said && from <= other.verb() && other.verb() < first;
            boolean bare = inside
                    && (other.how() != How.PLAIN || other.end() >= first - 2)
                    && !line.word(other.verb()).endsWith("ing");
            if (bare && !otherVerb(from, first, other)) {
                return Optional.empty();
            }
        }
        if (line.is(from, "asked", "speaking", "addressing", "asking", "questioned", "pressed")
                && hasFinite(from, first)) {
            return Optional.empty(); // "Asked whether it was, she said no"
        }
        Draft draft = new Draft(line, "verb " + cue.lemma() + " behind", 0.8);
        add(draft, from, first - 1);
        int rest = said.how() == How.INVERTED ? said.to() : said.end();
        while (rest < line.size() && !line.is(rest, ",")) {
            rest++;
        }
        boolean goesOn = rest + 2 < line.size()
                && (line.verbal(rest + 1) && !line.word(rest + 1).endsWith("ing") || !hasFinite(from, first - 1));
        if (!hasFinite(from, first - 1) && !(goesOn && hasVerb(line.start(rest + 1), line.end(line.size() - 1)))) {
            return Optional.empty();
        }
        if (goesOn) {
            add(draft, rest + 1, end(k, rest + 1));
        }
        return Optional.of(draft);
    }

    private boolean otherVerb(int from, int to, Said said) {
        for (int i = from; i < to; i++) {
            if (line.verbal(i) && (i < said.group() || i >= said.end())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasFinite(int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.verbal(i) && !line.is(i - 1, "to") && !line.word(i).endsWith("ing")) {
                return true;
            }
        }
        return false;
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
            add(draft, said.from(), said.to());
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
            boolean cut = !fronted && (next.how() == How.SHARED || line.is(gap, ",", ";") && gap > from + 1);
            if (cut && start > from) {
                end = Math.min(end, line.is(gap, ",", ";") ? gap : gap + 1);
                break;
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

    private void add(Draft draft, int from, int to) {
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
