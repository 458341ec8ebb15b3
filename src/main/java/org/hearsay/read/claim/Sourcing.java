package org.hearsay.read.claim;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.NameType;

/**
 * Corrects by grammar whom the encoder takes for the source: nobody speaks in "is said to" and "reportedly", and in
 * "cited two officials as saying" the officials do.
 */
final class Sourcing {
    private static final Set<String> BE = Set.of("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re");

    /** "Smith, considered a moderate, …", "is known for": what others think of whoever stands before. */
    private static final Set<String> REPUTED = Set.of(
            "accused",
            "charged",
            "considered",
            "deemed",
            "described",
            "dubbed",
            "hailed",
            "identified",
            "judged",
            "known",
            "labeled",
            "labelled",
            "nicknamed",
            "praised",
            "rated",
            "regarded",
            "suspected");

    private final Lexicon lexicon;

    Sourcing(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void correct(Draft draft) {
        Line line = draft.line;
        Span cue = draft.cueSpans.get(0);
        int from = Speakers.indexAt(line, cue.start());
        int last = Speakers.indexAt(line, cue.end() - 1);
        citing(draft, from, last);
        if (line.body() > 0 && line.body() <= from) {
            draft.source.removeIf(s -> s.end() <= line.start(line.body())); // a dateline speaks for nobody
        }
        if (draft.source.size() == 1) {
            draft.source.replaceAll(s -> phrase(line, s));
        }
        draft.source.removeIf(s -> article(line, s) || line.words(s).chars().noneMatch(Character::isLetter));
        if (draft.source.isEmpty()) {
            return;
        }
        if (relative(draft, from, last)) {
            cue = draft.cueSpans.get(0);
            from = Speakers.indexAt(line, cue.start());
        }
        nearest(draft, from, last);
        draft.source.set(0, wholeName(draft.source.get(0), draft));
        boolean hearsay = from == last && lexicon.isHearsay(line.word(from));
        boolean subject = draft.source.get(0).end() <= draft.cueSpans.get(0).start();
        if (hearsay || subject && passive(line, from, last)) {
            draft.content.addAll(draft.source);
            draft.content.sort(Comparator.naturalOrder());
            draft.source.clear();
            return;
        }
        boolean asked = line.is(last, "asked", "questioned", "pressed") || line.is(last - 1, "asked");
        if (subject && asked && heard(line, from, last)) {
            draft.source.clear(); // "before being asked again if": who asks does not stand here
            return;
        }
        if (subject && wasTold(line, from, last)) {
            draft.source.clear(); // "the court was told": whoever stands before only heard it
            return;
        }
        through(draft, last);
    }

    /** '"Good boots." Mara Sung. "I like them," says Weil': who stands right behind the verb said what is before it. */
    private static void nearest(Draft draft, int from, int last) {
        Line line = draft.line;
        Span source = draft.source.get(0);
        boolean turned = (line.quoteMark(from - 1) || line.is(from - 1, ",") && line.quoteMark(from - 2))
                && line.name(last + 1).filter(m -> m.type() == NameType.PERSON).isPresent();
        boolean apart = turned
                && DirectSpeech.quoteBefore(line, line.start(from))
                        .filter(q -> q.outer().start() >= source.end())
                        .isPresent()
                && draft.content.stream().noneMatch(s -> s.overlaps(line.span(last + 1, last + 2)));
        if (apart) {
            draft.content.removeIf(s -> s.end() <= source.start());
            draft.source.clear();
            draft.source.add(line.span(last + 1, Math.max(last + 2, Phrases.endOf(line, last + 1))));
        }
    }

    /** "was told", "were told by text message". */
    private static boolean wasTold(Line line, int from, int last) {
        for (int i = from; i <= last; i++) {
            if (line.is(i, "told", "informed") && BE.contains(line.word(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean heard(Line line, int from, int last) {
        for (int i = Math.max(0, from - 1); i < last; i++) {
            if (BE.contains(line.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "signs that say": what stands before the "that" says it, and nobody else. */
    private static boolean relative(Draft draft, int from, int last) {
        Line line = draft.line;
        boolean that = line.is(from, "that", "which", "who") && from < last && line.verbal(from + 1);
        int start = that && from > 0 ? Phrases.startOf(line, from - 1) : -1;
        if (start < 0 || draft.source.get(0).end() > line.start(start)) {
            return false;
        }
        draft.source.clear();
        draft.source.add(line.span(start, from));
        draft.cueSpans.set(0, line.span(from + 1, last + 1));
        return true;
    }

    /** "A" where the phrase "A petition" was cut: the phrase. */
    private static Span phrase(Line line, Span span) {
        int i = Speakers.indexAt(line, span.start());
        int end = article(line, span) ? Phrases.baseEndOf(line, i) : i;
        return end > i + 1 ? line.span(i, end) : span;
    }

    private static boolean article(Line line, Span span) {
        int i = Speakers.indexAt(line, span.start());
        return line.is(i, "the", "a", "an") && line.end(i) >= span.end();
    }

    /** To the end of the name that the source was cut in. */
    private static Span wholeName(Span span, Draft draft) {
        Line line = draft.line;
        int last = Speakers.indexAt(line, span.end() - 1);
        int end = last;
        while (line.name(last).isPresent() && end + 1 < line.size() && line.sameName(end + 1, last)) {
            end++;
        }
        Span whole = new Span(span.start(), Math.max(span.end(), line.end(end)));
        boolean free = draft.cueSpans.stream().noneMatch(whole::overlaps)
                && draft.content.stream().noneMatch(whole::overlaps);
        return free ? whole : span;
    }

    /** "is said to", "was accused of": whoever stands before is spoken of. Not "is quoted as saying", "is convinced". */
    private boolean passive(Line line, int from, int last) {
        boolean be = BE.contains(line.word(from - 1))
                || line.is(from - 1, ",")
                        && REPUTED.contains(line.word(from))
                        && line.tagged(from + 1, "ADP", "SCONJ", "NUM");
        for (int i = from; i <= last; i++) {
            if (line.is(i, "be") && line.is(i - 1, "it") && line.lemma(i - 2).equals("let")) {
                return false; // whoever "let it be known" says so
            }
            if (be && REPUTED.contains(line.word(i)) && !line.is(i + 1, "by")) {
                return true;
            }
            boolean form = line.tagged(i, "VERB")
                    && (line.word(i).endsWith("ed") || line.is(i, "said", "thought", "understood", "known", "seen"));
            if (be && form) {
                return !line.is(
                                i,
                                "convinced",
                                "concerned",
                                "worried",
                                "determined",
                                "quoted",
                                "cited",
                                "told",
                                "committed",
                                "opposed",
                                "satisfied",
                                "pleased",
                                "interested",
                                "prepared",
                                "excited",
                                "disappointed",
                                "scared",
                                "delighted")
                        && !line.is(i + 1, "by")
                        && lexicon.verb(line.lemma(i))
                                .filter(c -> c.takes(Cue.Frame.PASSIVE))
                                .isPresent();
            }
            be |= BE.contains(line.word(i));
        }
        return false;
    }

    /** "Smith told Reuters": whom the words went through, if that turns out to be a publisher. */
    private static void through(Draft draft, int last) {
        Line line = draft.line;
        int next = last + 1;
        int end = next < line.size() ? Phrases.endOf(line, next) : next;
        if (end <= next) {
            return;
        }
        Span span = line.span(next, end);
        if (draft.content.stream().noneMatch(span::overlaps)
                && draft.source.stream().noneMatch(span::overlaps)) {
            draft.through.add(span);
        }
    }

    /** "The paper cited two officials as saying that": theirs are the words, the paper carried them. */
    private static void citing(Draft draft, int from, int last) {
        Line line = draft.line;
        boolean cites = line.is(last, "cited", "quoted", "citing", "quoting", "cites", "quotes");
        int end = cites && last + 1 < line.size() ? Phrases.endOf(line, last + 1) : 0;
        if (end <= last + 1 || !line.is(end, "as") || !line.is(end + 1, "saying") || end + 2 >= line.size()) {
            return;
        }
        Optional<Span> content = draft.content.stream().reduce(Spans::cover).filter(c -> c.end() > line.start(end + 2));
        content.ifPresent(whole -> {
            draft.through.addAll(draft.source);
            draft.source.clear();
            draft.source.add(line.span(last + 1, end));
            draft.cueSpans.set(0, line.span(end, end + 2));
            draft.content.clear();
            draft.content.add(new Span(line.start(end + 2), whole.end()));
        });
    }
}
