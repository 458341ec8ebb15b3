package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Cue.Frame;
import org.hearsay.read.language.NameType;

/** Reports made without a verb of saying: "according to", "reportedly", "the claim that", "Smith: “…”". */
final class OtherReports {
    private final Line line;
    private final Lexicon lexicon;

    OtherReports(Line line, Lexicon lexicon) {
        this.line = line;
        this.lexicon = lexicon;
    }

    /** @param taken what verbs have found already: an adverb inside a report is that report's own hedge */
    List<Draft> find(List<Draft> taken) {
        List<Draft> drafts = new ArrayList<>();
        colon().ifPresent(drafts::add);
        signed().ifPresent(drafts::add);
        understood().ifPresent(drafts::add);
        for (int i = 0; i < line.size(); i++) {
            if (line.quoted(i)) {
                continue;
            }
            new QuotedAs(line, lexicon).at(i).ifPresent(drafts::add);
            if (line.is(i, "according") && line.is(i + 1, "to")) {
                accordingTo(i).ifPresent(drafts::add);
            } else if (lexicon.isHearsay(line.word(i)) && outside(taken, line.start(i))) {
                hearsay(i).ifPresent(drafts::add);
            } else if (line.tagged(i, "NOUN")) {
                noun(i).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private static boolean outside(List<Draft> taken, int offset) {
        return taken.stream().noneMatch(d -> d.reach().contains(offset));
    }

    private Optional<Draft> accordingTo(int i) {
        int first = i + 2;
        if (first >= line.size() || line.quoteMark(first)) {
            return Optional.empty();
        }
        int close = sourceEnd(first);
        if (close <= first) {
            return Optional.empty();
        }
        Draft draft = new Draft(line, "according to", 0.85);
        draft.cueSpans.add(line.span(i, i + 2));
        draft.source.add(line.span(first, close));
        int from = close;
        while (from < line.size() && line.is(from, ",")) {
            from++;
        }
        int end = contentEnd();
        boolean begins = i == 0 || i <= 3 && !hasVerb(0, i);
        if (begins) {
            add(draft, from, end);
        } else {
            int start = 0;
            for (int k = i - 1; k > 0; k--) {
                if (line.is(k, ";")) {
                    start = k + 1;
                    break;
                }
            }
            add(draft, start, i);
            boolean goesOn = line.is(close, ",")
                    && from < end
                    && line.verbal(from)
                    && !line.word(from).endsWith("ing");
            if (goesOn) {
                add(draft, from, end);
            }
            Optional<Quotes.Quote> quote = line.is(close, ",") ? line.quote(from) : Optional.empty();
            if (quote.isPresent() && quote.get().outer().start() == line.start(from)) {
                draft.content.clear();
                draft.quotation = Quotation.DIRECT;
                Spans.trimmed(line.reading().article().text(), quote.get().inner())
                        .ifPresent(draft.content::add);
            }
        }
        boolean said =
                draft.quotation == Quotation.DIRECT || draft.content.stream().anyMatch(this::hasVerb);
        return said || line.is(line.size() - 1, ":") ? Optional.of(draft) : Optional.empty();
    }

    private boolean hasVerb(Span span) {
        int from = Speakers.indexAt(line, span.start());
        return hasVerb(from, Speakers.indexAt(line, span.end() - 1) + 1);
    }

    /** The whole phrase: "sources close to the Kremlin", "John Smith, the head of the union", "a report published on Monday". */
    private int sourceEnd(int first) {
        int close = Phrases.endOf(line, first);
        if (close == first) {
            return first;
        }
        int apposition = Phrases.appositionEnd(line, close);
        if (apposition > close && apposition < line.size() && (line.is(apposition, ",") || line.is(apposition, "."))) {
            return apposition;
        }
        boolean relative =
                line.is(close, "who", "that", "which") && (line.verbal(close + 1) || Phrases.opens(line, close + 1));
        boolean tail = line.tagged(close, "VERB", "ADP") && !line.is(close, "that") || relative;
        if (tail) {
            int k = close;
            while (k < Math.min(line.size(), close + (relative ? 20 : 14)) && !line.mark(k) && !line.quoteMark(k)) {
                k++;
            }
            boolean ends = k >= line.size() || line.is(k, ",", ".");
            return ends ? k : close;
        }
        return close;
    }

    /** "The ship could stay until May, it is understood." */
    private Optional<Draft> understood() {
        for (int i = 4; i + 3 < line.size() + 1; i++) {
            boolean tail = line.is(i, ",")
                    && line.is(i + 1, "it")
                    && line.is(i + 2, "is", "was")
                    && line.is(
                            i + 3,
                            "understood",
                            "believed",
                            "reported",
                            "claimed",
                            "alleged",
                            "thought",
                            "rumoured",
                            "said")
                    && (i + 4 >= line.size() || line.is(i + 4, "."));
            if (tail && hasVerb(0, i) && !line.quoted(i + 1)) {
                Draft draft = new Draft(line, "it is " + line.word(i + 3), 0.7);
                draft.cueSpans.add(line.span(i + 1, i + 4));
                add(draft, line.body(), i);
                return draft.content.isEmpty() ? Optional.empty() : Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    /** "has reportedly been sent": the clause around the adverb is the content. */
    private Optional<Draft> hearsay(int i) {
        int from = 0;
        for (int k = i - 1; k > 0; k--) {
            if (line.is(k, ";", ":")
                    || line.is(k, ",")
                            && (line.is(k + 1, "and", "but", "which", "who")
                                    || !hasSubject(0, k) && hasSubject(k + 1, i))) {
                from = k + 1;
                break;
            }
        }
        int end = contentEnd();
        for (int k = i + 1; k < end; k++) {
            if (line.is(k, ";")
                    || line.is(k, ",") && line.is(k + 1, "with", "while", "but", "according")
                    || line.is(k, ",") && line.is(k + 1, "and") && hasVerb(k + 2, Math.min(end, k + 8))) {
                end = k;
            }
        }
        if (!hasVerb(from, end)) {
            return Optional.empty();
        }
        Draft draft = new Draft(line, "adverb " + line.word(i), 0.7);
        draft.cueSpans.add(line.span(i, i + 1));
        add(draft, from, i);
        add(draft, i + 1, end);
        return draft.content.isEmpty() ? Optional.empty() : Optional.of(draft);
    }

    private boolean hasSubject(int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.verbal(k) && k > from && Phrases.nominal(line, k - 1)) {
                return true;
            }
        }
        return to - from > 0
                && to < line.size()
                && Phrases.nominal(line, to - 1)
                && line.tagged(from, "DET", "PROPN", "PRON")
                && !line.tagged(from, "ADP");
    }

    /** "Smith's claim that …", "his promise to …": only with the one whose claim it is. */
    private Optional<Draft> noun(int i) {
        Optional<Cue> found = lexicon.noun(line.lemma(i));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Cue cue = found.get();
        boolean that = line.is(i + 1, "that") && cue.takes(Frame.THAT) && !line.verbal(i + 2);
        boolean to = line.is(i + 1, "to") && cue.takes(Frame.TO) && line.tagged(i + 2, "VERB", "AUX");
        if (!that && !to) {
            return Optional.empty();
        }
        int k = i - 1;
        while (k > 0 && k > i - 4 && line.tagged(k, "ADJ", "NUM", "ADV")) {
            k--;
        }
        Draft draft = new Draft(line, "noun " + cue.lemma(), 0.65);
        if (line.is(k, "'s", "'")) {
            int start = Phrases.startOf(line, k - 1);
            if (start < 0) {
                return Optional.empty();
            }
            draft.source.add(line.span(start, k));
        } else if (line.is(k, "his", "her", "their", "its")) {
            draft.source.add(line.span(k, k + 1));
        } else {
            return Optional.empty();
        }
        draft.cue = found;
        draft.stance = cue.stance();
        draft.denied = cue.kind() == Cue.Kind.DENIAL;
        draft.pastCue = true;
        draft.cueSpans.add(line.span(i, i + 1));
        int end = contentEnd();
        for (int n = i + 2; n < end; n++) {
            boolean main = to
                    && n > i + 3
                    && line.tagged(n, "AUX")
                    && !line.word(n).equals("be")
                    && !line.is(
                            n - 1, "who", "which", "that", "to", "and", "he", "she", "it", "they", "we", "you", "i");
            if (line.is(n, ",", ";") || main || that && n > i + 4 && line.verbal(n) && secondVerb(i + 2, n)) {
                end = n;
            }
        }
        add(draft, i + 1, end);
        return draft.content.isEmpty() ? Optional.empty() : Optional.of(draft);
    }

    /** Whether a finite verb at {@code n} can no longer belong to the clause that began at {@code from}. */
    private boolean secondVerb(int from, int n) {
        boolean finite = false;
        for (int k = from; k < n; k++) {
            finite |= line.verbal(k) && !line.is(k - 1, "to") && !line.word(k).endsWith("ing");
        }
        boolean joined = line.is(n - 1, "and", "or", "who", "which", "that", "to", "not")
                || line.tagged(n - 1, "AUX", "PART", "ADV", "SCONJ", "PRON");
        return finite && !joined && !line.word(n).endsWith("ing");
    }

    /** A quotation with its speaker's name behind a long dash: '"We stay." — Jane Smith'. */
    private Optional<Draft> signed() {
        for (int i = Math.max(1, line.size() - 8); i < line.size() - 1; i++) {
            boolean dash = line.is(i, "\u2014", "\u2013", "\u2015", "-", "--");
            Optional<Quotes.Quote> quote = dash ? DirectSpeech.quoteBefore(line, line.start(i)) : Optional.empty();
            int close = i + 1;
            while (close < line.size() && line.sameName(close, i + 1)) {
                close++;
            }
            boolean name = quote.isPresent()
                    && line.name(i + 1).filter(m -> m.type() == NameType.PERSON).isPresent()
                    && (close >= line.size() || line.is(close, ",", "(", "."));
            if (name) {
                Draft draft = new Draft(line, "signed", 0.8);
                draft.quotation = Quotation.DIRECT;
                draft.source.add(line.span(i + 1, close));
                draft.cueSpans.add(line.span(i, i + 1));
                Spans.trimmed(line.reading().article().text(), quote.get().inner())
                        .ifPresent(draft.content::add);
                return draft.content.isEmpty() ? Optional.empty() : Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    /** A paragraph that begins with a name, a colon and direct speech. */
    private Optional<Draft> colon() {
        for (int i = 1; i < Math.min(line.size() - 1, 9); i++) {
            if (!line.is(i, ":")) {
                if (line.verbal(i) || line.is(i, ",")) {
                    return Optional.empty();
                }
                continue;
            }
            boolean speech = line.quoteMark(i + 1) || line.quoted(i + 1);
            if (!speech
                    || !line.tagged(i - 1, "PROPN", "NOUN")
                    || line.name(i - 1).isEmpty()) {
                return Optional.empty();
            }
            Optional<Span> inner = line.quote(i + 1)
                    .flatMap(q -> Spans.trimmed(line.reading().article().text(), q.inner()));
            // "Jane Smith: 'The Long Road' at the Tate was …": a work and what is thought of it
            boolean title = line.quote(i + 1)
                    .filter(q -> q.closed() && hasWordsBehind(q.outer().end()))
                    .isPresent();
            if (inner.isEmpty() || title) {
                return Optional.empty();
            }
            Draft draft = new Draft(line, "colon", 0.8);
            draft.quotation = Quotation.DIRECT;
            draft.source.add(line.span(0, i));
            draft.cueSpans.add(line.span(i, i + 1));
            draft.content.add(inner.get());
            return Optional.of(draft);
        }
        return Optional.empty();
    }

    /** Whether the sentence goes on in small letters behind a quotation. */
    private boolean hasWordsBehind(int offset) {
        int next = Speakers.indexAt(line, offset);
        return line.start(next) >= offset && !line.mark(next) && !line.capital(next) && !line.quoteMark(next);
    }

    private boolean hasVerb(int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.verbal(k)) {
                return true;
            }
        }
        return false;
    }

    private int contentEnd() {
        int end = line.size();
        while (end > 0 && (line.mark(end - 1) || line.quoteMark(end - 1)) && !line.is(end - 1, ")", "%", "$")) {
            end--;
        }
        return end;
    }

    private void add(Draft draft, int from, int to) {
        int end = Math.min(to, line.size());
        while (end > from && line.is(end - 1, ",", ";", ".", ":", "?", "!", "\u2014", "\u2013", "-")) {
            end--;
        }
        int start = from;
        while (start < end && line.is(start, ",", ";", ":", "\u2014")) {
            start++;
        }
        if (start >= end) {
            return;
        }
        Span span = line.span(start, end);
        Optional<Quotes.Quote> whole = line.quotes()
                .at(span.start())
                .filter(q -> q.outer().end() >= span.end() || q.outer().end() >= span.end() - 1);
        if (whole.isPresent() && draft.content.isEmpty()) {
            Spans.trimmed(line.reading().article().text(), whole.get().inner()).ifPresent(draft.content::add);
            draft.quotation = Quotation.DIRECT;
            return;
        }
        for (Quotes.Quote quote : line.quotes().all()) {
            if (quote.outer().overlaps(span) && draft.quotation == Quotation.INDIRECT) {
                draft.quotation = Quotation.MIXED;
            }
        }
        draft.content.add(span);
    }
}
