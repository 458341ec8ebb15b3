package org.hearsay.read.claim;

import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/**
 * Reports through another: "was quoted as saying that …", "Reuters cited two officials as saying …", "the union puts the
 * toll at 31". The voice is whoever is quoted; whoever quotes him stands before him in the chain.
 */
final class QuotedAs {
    /** Words between the verb and its "as saying". */
    private static final int REACH = 14;

    static final String RULE = "quoted as saying";

    private final Line line;
    private final Subjects subjects;
    private final Lexicon lexicon;

    QuotedAs(Line line, Lexicon lexicon) {
        this.line = line;
        this.subjects = new Subjects(line);
        this.lexicon = lexicon;
    }

    /** The "as" of an "as saying" that belongs to the verb at {@code verb}, -1 for none. */
    static int as(Line line, int verb) {
        boolean quotes = line.is(verb, "quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing");
        if (!quotes && !(line.lemma(verb).equals("report") && line.tagged(verb, "VERB"))) {
            return -1;
        }
        for (int i = verb + 1; i < Math.min(line.size() - 1, verb + REACH); i++) {
            if (line.is(i, "as") && line.is(i + 1, "saying", "telling", "stating", "warning")) {
                return i;
            }
            if (line.is(i, ".", ";", ":") || line.quoteMark(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether {@code i} is the "saying" of "was quoted as saying". */
    static boolean saying(Line line, int i) {
        for (int k = i - 2; line.is(i - 1, "as") && k >= Math.max(0, i - REACH); k--) {
            if (as(line, k) == i - 1) {
                return true;
            }
        }
        return false;
    }

    Optional<Draft> at(int verb) {
        int as = as(line, verb);
        return as > 0 ? quoted(verb, as) : puts(verb);
    }

    private Optional<Draft> quoted(int verb, int as) {
        int group = group(verb);
        boolean passive = line.is(verb - 1, "was", "were", "been", "is", "are", "being");
        Optional<int[]> subject = subjects.before(group);
        if (subject.isEmpty() || line.word(verb).endsWith("ing")) {
            return Optional.empty();
        }
        Span front = line.span(subject.get()[0], Subjects.withoutRelative(line, subject.get()));
        Draft draft = new Draft(line, RULE, 0.7);
        draft.pastCue = true;
        if (!passive) {
            if (!Phrases.opens(line, verb + 1) || verbIn(verb + 1, as)) {
                return Optional.empty(); // who is quoted cannot be told
            }
            draft.source.add(front);
            int close = Phrases.endOf(line, verb + 1);
            draft.citing.add(line.span(verb + 1, close > verb + 1 && timed(close, as) ? close : as));
        } else if (line.is(verb + 1, "by", "in")) {
            int close = Phrases.endOf(line, verb + 2);
            if (close <= verb + 2 || close > as) {
                return Optional.empty();
            }
            draft.source.add(line.span(verb + 2, close));
            draft.citing.add(front);
        } else {
            draft.source.add(front);
        }
        draft.cueSpans.add(line.span(group, as + 2));
        boolean found = content(draft, as + 2, subject.get()[0]);
        return found ? Optional.of(draft) : Optional.empty();
    }

    /** Whether what stands between is "on Tuesday", "last night". */
    private boolean timed(int from, int to) {
        boolean time = from < to && line.is(from, "on", "in", "last", "this", "yesterday", "earlier", "later");
        return time && to - from <= 4;
    }

    /** Behind "as saying", else the quotation before the subject. */
    private boolean content(Draft draft, int from, int subject) {
        String text = line.reading().article().text();
        int start = line.is(from, ":", ",") ? from + 1 : from;
        int end = end();
        Optional<Quotes.Quote> direct = line.quote(start);
        if (direct.isPresent() && direct.get().outer().start() == line.start(start)) {
            draft.quotation = Quotation.DIRECT;
            Spans.trimmed(text, direct.get().inner()).ifPresent(draft.content::add);
        } else if (start < end && !line.mark(start) && verbIn(start, end)) {
            Span span = line.span(start, end);
            boolean mixed = line.quotes().all().stream().anyMatch(q -> q.outer().overlaps(span));
            draft.quotation = mixed ? Quotation.MIXED : Quotation.INDIRECT;
            draft.content.add(span);
        } else if (subject > 0) {
            DirectSpeech.quoteBefore(line, line.start(subject))
                    .flatMap(q -> Spans.trimmed(text, q.inner()))
                    .ifPresent(draft.content::add);
            draft.quotation = Quotation.DIRECT;
        }
        return !draft.content.isEmpty();
    }

    /** "put the number of dead at 31": an estimate is whose it is. */
    private Optional<Draft> puts(int verb) {
        int object = verb + 1;
        boolean put = line.is(verb, "puts", "put") && line.tagged(object, "DET") && !line.is(verb - 1, "to", "be");
        if (!put || line.tagged(verb - 1, "AUX") && !line.is(verb - 1, "has", "have", "had")) {
            return Optional.empty();
        }
        int end = end();
        int close = object + 1;
        while (close < Math.min(end, object + REACH) && !line.is(close, "at") && !line.mark(close)) {
            close++;
        }
        boolean measured = line.is(close, "at")
                && close + 1 < end
                && line.quantities(line.span(close + 1, Math.min(end, close + 9))).stream()
                        .anyMatch(QuotedAs::amount);
        boolean thing = false;
        for (int i = object; i < close; i++) {
            thing |= lexicon.isMeasured(line.lemma(i));
        }
        Optional<int[]> subject = subjects.before(group(verb));
        if (!measured || !thing || subject.isEmpty() || !speaks(subject.get())) {
            return Optional.empty();
        }
        int stop = close + 1;
        while (stop < end && !line.is(stop, ",", ";")) {
            stop++;
        }
        Draft draft = new Draft(line, "puts at", 0.7);
        draft.source.add(line.span(subject.get()[0], Subjects.withoutRelative(line, subject.get())));
        draft.cueSpans.add(line.span(verb, verb + 1));
        draft.content.add(line.span(object, stop));
        return Optional.of(draft);
    }

    private static boolean amount(Quantity quantity) {
        return switch (quantity.kind()) {
            case MONEY, PERCENT, MEASURE, COUNT -> true;
            case DATE, DURATION, ORDINAL -> false;
        };
    }

    private boolean speaks(int[] subject) {
        for (int i = subject[0]; i < subject[1]; i++) {
            if (line.name(i).isPresent()
                    || line.is(i, "he", "she", "they")
                    || lexicon.speaker(line.lemma(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private int group(int verb) {
        int group = verb;
        while (group > 0 && (line.tagged(group - 1, "AUX", "ADV") || line.is(group - 1, "had", "has", "have"))) {
            group--;
        }
        return group;
    }

    private int end() {
        int end = line.size();
        while (end > 0 && (line.mark(end - 1) || line.quoteMark(end - 1)) && !line.is(end - 1, ")", "%", "$")) {
            end--;
        }
        return end;
    }

    private boolean verbIn(int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.verbal(i)) {
                return true;
            }
        }
        return false;
    }
}
