package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/**
 * Whom a source has its words from: "has heard from a councillor that", "reports, citing two officials, that", "according
 * to the daily, which quotes a minister". They are the councillor's, the officials', the minister's, through the source.
 */
final class Through {
    private final Lexicon lexicon;

    Through(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @param drafts by line, the outer before the inner */
    void mend(List<Draft> drafts) {
        for (Draft draft : List.copyOf(drafts)) {
            if (draft.cueSpans.isEmpty() || draft.content.isEmpty() || draft.line.size() == 0) {
                continue;
            }
            heard(draft);
            if (draft.source.size() > 0 && draft.citing.isEmpty()) {
                relative(draft, drafts);
            }
            cites(draft, drafts);
        }
    }

    /** "has heard from a councillor that", "carries a claim by Smith that", "I'm told by two people that". */
    private void heard(Draft draft) {
        Line line = draft.line;
        int verb = Speakers.indexAt(line, draft.cueSpans.get(0).end() - 1);
        verb -= line.is(verb, "from", "by") ? 1 : 0;
        boolean from =
                line.is(verb + 1, "from") && line.is(verb, "heard", "hears", "hear", "hearing", "learned", "learnt");
        boolean claim = line.is(verb + 1, "by")
                && line.tagged(verb, "NOUN")
                && lexicon.noun(line.lemma(verb)).isPresent();
        boolean told = line.is(verb + 1, "by") && line.is(verb, "told", "assured", "informed");
        int first = verb + 2;
        int close = Phrases.appositionEnd(line, Phrases.endOf(line, first));
        if (!from && !claim && !told
                || close <= first
                || line.start(first) >= draft.content.get(0).start()) {
            return;
        }
        Span span = line.span(first, close);
        draft.source.removeIf(s -> s.overlaps(span));
        int own = draft.source.isEmpty()
                ? -1
                : Speakers.indexAt(line, draft.source.get(0).start());
        if (own < 0 || told || line.is(own, "i", "we")) {
            draft.source.clear();
            draft.source.add(span);
        } else if (!draft.citing.contains(span)) {
            draft.citing.add(span);
        }
    }

    /** "according to the daily, which quotes what it calls a senior officer, two people …". */
    private void relative(Draft draft, List<Draft> drafts) {
        Line line = draft.line;
        int end = Speakers.indexAt(line, draft.source.get(0).end() - 1) + 1;
        int who = line.is(end, ",") ? end + 1 : end;
        if (!line.is(who, "which", "who") && line.is(end - 1, "which", "who")) {
            who = end - 1;
        }
        boolean cites = line.is(who, "which", "who")
                && line.is(who + 1, "cites", "cited", "quotes", "quoted")
                && QuotedAs.as(line, who + 1) < 0;
        if (!cites) {
            return;
        }
        int first = who + 2;
        for (int i = first; line.is(first, "what") && i < Math.min(line.size(), first + 6); i++) {
            if (line.is(i, "as", "called", "calls")) {
                first = i + 1;
            }
        }
        int close = Phrases.endOf(line, first);
        if (close <= first || !somebody(line, first, close) || !line.is(close, ",")) {
            return;
        }
        draft.citing.add(line.span(first, close));
        Span aside = line.span(who, close);
        drafts.removeIf(
                d -> d != draft && d.line == line && !d.cueSpans.isEmpty() && aside.contains(d.cueSpans.get(0)));
        int next = line.start(close + 1);
        draft.content.replaceAll(
                c -> c.start() >= aside.start() && c.start() < next && c.end() > next ? new Span(next, c.end()) : c);
    }

    /** "…, citing two officials" behind the whole of a report, and "Citing two officials, Smith said" before it. */
    private void cites(Draft draft, List<Draft> drafts) {
        Line line = draft.line;
        boolean says = draft.cue
                .map(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.THOUGHT)
                .orElse(true);
        if (!says || draft.source.isEmpty() || draft.inside.isPresent()) {
            return;
        }
        int end = draft.reach().end();
        end = Math.max(
                end, Math.max(draft.cueSpans.get(0).end(), draft.source.get(0).end()));
        int behind = Speakers.indexAt(line, end);
        while (line.is(behind, ",") || line.quoteMark(behind)) {
            behind++;
        }
        Optional<Span> cited = cited(line, behind);
        int body = line.body();
        if (cited.isEmpty() && cited(line, body).isPresent()) {
            int close = Speakers.indexAt(line, cited(line, body).get().end());
            int subject =
                    Math.min(draft.source.get(0).start(), draft.content.get(0).start());
            cited = line.is(close, ",") && line.start(close + 1) == subject ? cited(line, body) : cited;
        }
        if (cited.isPresent()) {
            Span span = cited.get();
            drafts.stream().filter(d -> d.line == line).forEach(d -> d.citing.remove(span));
            draft.citing.add(span);
        }
    }

    private Optional<Span> cited(Line line, int i) {
        if (!line.is(i, "citing", "quoting") || line.quoted(i) || QuotedAs.as(line, i) > 0) {
            return Optional.empty();
        }
        int close = Phrases.endOf(line, i + 1);
        return close > i + 1 && somebody(line, i + 1, close) ? Optional.of(line.span(i + 1, close)) : Optional.empty();
    }

    private boolean somebody(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.name(i).isPresent()
                    || lexicon.isRole(line.word(i))
                    || lexicon.speaker(line.lemma(i)).isPresent()
                    || Reporting.PERSON.matcher(line.lemma(i)).find() && line.tagged(i, "NOUN")) {
                return true;
            }
        }
        return false;
    }
}
