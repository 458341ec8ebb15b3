package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;

/** Cuts a text into pieces at the edges of what is to be marked in it. */
final class Marked {
    /** Longest stretch that a card shows; a "sentence" beyond it is a list or a broken page. */
    private static final int CARD_CHARS = 600;

    /**
     * A piece of text and what it is part of. Neighbours that are part of the same share one element, which the first
     * of them opens and the last closes.
     */
    record Piece(
            String text,
            boolean sentence,
            boolean content,
            boolean source,
            boolean hit,
            Optional<String> href,
            boolean opens,
            boolean closes) {
        private boolean goesOnAs(Piece next) {
            return content == next.content
                    && source == next.source
                    && sentence == next.sentence
                    && href.equals(next.href);
        }

        private Piece within(boolean first, boolean last) {
            return new Piece(text, sentence, content, source, hit, href, first, last);
        }
    }

    /** A link over a stretch of text. */
    record Link(Span span, String href) {}

    private final String text;
    private final List<Span> sentence = new ArrayList<>();
    private final List<Span> content = new ArrayList<>();
    private final List<Span> source = new ArrayList<>();
    private final List<Span> hits = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private Marked(String text) {
        this.text = text;
    }

    static Marked of(String text) {
        return new Marked(text);
    }

    /** A claim's sentence with its content and source. If the stored words do not fit its spans, nothing is marked. */
    static List<Piece> sentence(Claim claim, String words, List<Span> hits) {
        Marked marked = new Marked(words);
        if (words.length() == claim.sentence().length()) {
            int from = claim.sentence().start();
            claim.content().forEach(span -> shifted(span, from, words.length()).ifPresent(marked.content::add));
            claim.source().forEach(span -> shifted(span, from, words.length()).ifPresent(marked.source::add));
        }
        marked.hits.addAll(hits);
        if (words.isEmpty()) {
            return List.of();
        }
        Span shown = window(
                words, marked.content.isEmpty() ? 0 : marked.content.get(0).start());
        List<Piece> pieces = marked.pieces(shown);
        if (shown.start() > 0) {
            pieces.addFirst(plain("… "));
        }
        if (shown.end() < words.length()) {
            pieces.addLast(plain(" …"));
        }
        return pieces;
    }

    /** Whether the claim's words stand inside its sentence, so that marking the sentence shows them. */
    static boolean holdsContent(Claim claim) {
        return claim.content().stream().allMatch(claim.sentence()::contains);
    }

    Marked sentence(Span span) {
        sentence.add(span);
        return this;
    }

    Marked content(List<Span> spans) {
        content.addAll(spans);
        return this;
    }

    Marked source(List<Span> spans) {
        source.addAll(spans);
        return this;
    }

    Marked hits(List<Span> spans) {
        hits.addAll(spans);
        return this;
    }

    Marked links(List<Link> some) {
        links.addAll(some);
        return this;
    }

    List<Piece> all() {
        return text.isEmpty() ? List.of() : pieces(new Span(0, text.length()));
    }

    /** The pieces of a stretch of the text, in order; together they are its words. */
    List<Piece> pieces(Span within) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(within.start(), within.end()));
        List<Span> spans = new ArrayList<>();
        spans.addAll(sentence);
        spans.addAll(content);
        spans.addAll(source);
        spans.addAll(hits);
        links.forEach(link -> spans.add(link.span));
        for (Span span : spans) {
            edges.add(Math.clamp(span.start(), within.start(), within.end()));
            edges.add(Math.clamp(span.end(), within.start(), within.end()));
        }
        List<Piece> pieces = new ArrayList<>();
        int from = within.start();
        for (int to : edges.tailSet(within.start() + 1)) {
            int at = from;
            pieces.add(new Piece(
                    text.substring(from, to),
                    holds(sentence, at),
                    holds(content, at),
                    holds(source, at),
                    holds(hits, at),
                    links.stream()
                            .filter(l -> l.span.contains(at))
                            .map(Link::href)
                            .findFirst(),
                    true,
                    true));
            from = to;
        }
        for (int i = 0; i < pieces.size(); i++) {
            boolean first = i == 0 || !pieces.get(i - 1).goesOnAs(pieces.get(i));
            boolean last = i == pieces.size() - 1 || !pieces.get(i).goesOnAs(pieces.get(i + 1));
            pieces.set(i, pieces.get(i).within(first, last));
        }
        return pieces;
    }

    private static Piece plain(String text) {
        return new Piece(text, false, false, false, false, Optional.empty(), true, true);
    }

    private static boolean holds(List<Span> spans, int at) {
        return spans.stream().anyMatch(span -> span.contains(at));
    }

    private static Optional<Span> shifted(Span span, int by, int length) {
        int start = Math.max(0, span.start() - by);
        int end = Math.min(length, span.end() - by);
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private static Span window(String words, int focus) {
        if (words.length() <= CARD_CHARS) {
            return new Span(0, words.length());
        }
        int start = focus < CARD_CHARS / 2 ? 0 : wordStart(words, focus - CARD_CHARS / 4);
        int end = Math.min(words.length(), start + CARD_CHARS);
        return new Span(start, end < words.length() ? wordStart(words, end) : end);
    }

    private static int wordStart(String words, int at) {
        int space = words.lastIndexOf(' ', at);
        return space > 0 ? space + 1 : at;
    }
}
