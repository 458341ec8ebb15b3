package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;

/** The last cut of a content: without the dateline before it and half a pair of quotation marks. */
final class Trimming {

    private static final Set<String> POINTERS = Set.of(
            "a",
            "an",
            "the",
            "it",
            "that",
            "this",
            "them",
            "these",
            "those",
            "so",
            "him",
            "her",
            "he",
            "she",
            "they",
            "nothing",
            "anything",
            "something",
            "what",
            "one",
            "himself",
            "herself",
            "itself",
            "themselves",
            "me",
            "you",
            "us");

    private static final Pattern TAIL = Pattern.compile(
            "(?:,? (?:but|and|or|while|although|the|a|an)|, (?:which|who|whose)(?: (?:he|she|it|they))?| [\u2014\u2013]| --?)$");

    private Trimming() {}

    static void trim(Draft draft) {
        List<Span> kept = new ArrayList<>();
        for (Span span : draft.content) {
            trimmed(draft, span).ifPresent(kept::add);
        }
        draft.content.clear();
        draft.content.addAll(kept);
    }

    /** Whether nothing is left, or nothing but a "that" or "it", which says nothing where it stands alone. */
    static boolean saysNothing(Draft draft) {
        return draft.content.isEmpty()
                || draft.content.size() == 1
                        && POINTERS.contains(
                                draft.line.words(draft.content.get(0)).toLowerCase(Locale.ROOT));
    }

    private static Optional<Span> trimmed(Draft draft, Span span) {
        Line line = draft.line;
        String text = line.reading().article().text();
        int start = span.start();
        int end = span.end();
        Span cue = draft.cueSpans.isEmpty() ? span : draft.cueSpans.get(0);
        if (cue.end() < end && cue.start() > start && text.startsWith(":", cue.start())) {
            start = cue.end(); // "WALLACE: If I may": the label is no part of what he says
        }
        if (start == line.sentence().span().start()) {
            start += Labels.length(text, start, end);
        }
        end = withoutTail(text, start, bracketed(text, cue, start, end));
        if (draft.quotation != Quotation.DIRECT && start < end) {
            int from = start;
            int to = end;
            // A closing mark that stands right behind belongs to a quotation that begins inside; one opened outside is
            // dropped.
            Optional<Quotes.Quote> last = line.quotes().at(end - 1);
            if (last.isPresent()
                    && last.get().closed()
                    && last.get().outer().start() >= from
                    && last.get().outer().end() <= end + 2) {
                end = Math.max(end, last.get().outer().end());
            }
            Optional<Quotes.Quote> opened = line.quotes().at(start);
            boolean whole = opened.isPresent()
                    && opened.get().outer().start() >= start - 1
                    && opened.get().outer().end() >= to
                    && opened.get().outer().end() <= end + 2;
            if (whole) {
                return Spans.trimmed(text, opened.get().inner());
            }
        }
        boolean half = "\u2018\u201c\"".indexOf(text.charAt(start)) >= 0
                && (line.quotes().at(start).isEmpty()
                        || end - start > 1 && !line.quotes().at(start).get().closed());
        start += half ? 1 : 0;
        return start < end ? Spans.trimmed(text, new Span(start, end)) : Optional.empty();
    }

    /** Without the ", but" and the ", which she" of a clause that is not told, and without a lone dash. */
    private static int withoutTail(String text, int start, int end) {
        Matcher tail = TAIL.matcher(text).region(start, end);
        return tail.find() ? tail.start() : end;
    }

    /** "(Weil said it was offside) 1-0": what is told in brackets ends with them. */
    private static int bracketed(String text, Span cue, int start, int end) {
        int depth = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                int open = text.lastIndexOf('(', start);
                boolean around = open >= 0 && open < cue.start() && text.indexOf(')', open) >= cue.end();
                return around && i > start ? i : end;
            }
        }
        return end;
    }
}
