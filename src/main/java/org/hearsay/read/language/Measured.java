package org.hearsay.read.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity.Kind;
import org.jspecify.annotations.Nullable;

/** Says what a quantity measures and for which time, from the words around it; absent where that is not sure. Immutable. */
final class Measured {
    /** Pieces that a noun phrase may have; a longer one is a list. */
    private static final int LONGEST = 10;

    private final Set<String> changes = Lexicon.words("measuring.txt", "change");
    private final Set<String> growth = Lexicon.words("measuring.txt", "growth");

    /** A noun phrase without its article: {@code end} is after its last piece, {@code head} its last noun before "of". */
    private record Phrase(int start, int end, int head) {
        Span span(List<Piece> pieces) {
            return new Span(
                    pieces.get(start).span().start(), pieces.get(end - 1).span().end());
        }
    }

    Optional<Span> of(List<Piece> pieces, QuantityFinder.Amount amount) {
        int end = amount.end();
        Kind kind = amount.unit().kind();
        if (amount.head() >= 0) {
            return Optional.of(counted(pieces, amount).span(pieces));
        }
        if (kind == Kind.ORDINAL) {
            return span(pieces, phraseFrom(pieces, end, false));
        }
        int ofAt = is(pieces, end, "worth") ? end + 1 : end;
        if (is(pieces, ofAt, "of")) {
            return span(pieces, phraseFrom(pieces, ofAt + 1, true));
        }
        if (is(pieces, end, "the", "its", "their", "all") && isFraction(pieces, amount)) {
            return span(pieces, phraseFrom(pieces, end, true));
        }
        Phrase before = phraseBefore(pieces, amount.start());
        if (before != null) {
            return Optional.of(before.span(pieces));
        }
        Phrase attributive = attributive(pieces, amount, kind);
        if (attributive != null) {
            return Optional.of(attributive.span(pieces));
        }
        if (kind == Kind.MONEY && is(pieces, end, "in")) {
            Phrase matter = phraseFrom(pieces, end + 1, true);
            boolean stuff = matter != null
                    && !pieces.get(matter.head()).tag().equals("PROPN")
                    && !Character.isDigit(pieces.get(matter.start()).text().charAt(0))
                    && !pieces.get(matter.head()).is("year", "month", "week", "quarter", "case", "court");
            if (stuff) {
                return span(pieces, matter);
            }
        }
        Phrase subject = subject(pieces, amount.start());
        return span(pieces, subject);
    }

    private static boolean isFraction(List<Piece> pieces, QuantityFinder.Amount amount) {
        return pieces.get(amount.end() - 1).is("half");
    }

    /** "17 metals": from after the number to the noun, with its "of" phrase. */
    private static Phrase counted(List<Piece> pieces, QuantityFinder.Amount amount) {
        int start = amount.head();
        while (start - 1 > amount.start()
                && isModifier(pieces, start - 1)
                && !pieces.get(start - 1).is("-", "more", "other")
                && !isNumberWord(pieces.get(start - 1))) {
            start--;
        }
        int end = amount.head() + 1;
        if (is(pieces, end, "of")) {
            Phrase rest = phraseFrom(pieces, end + 1, false);
            if (rest != null) {
                end = rest.end();
            }
        }
        return new Phrase(start, end, amount.head());
    }

    private static boolean isNumberWord(Piece piece) {
        return piece.is("hundred", "thousand", "million", "billion", "trillion", "dozen", "of")
                || piece.tag().equals("NUM");
    }

    /** "a 25% tariff", "a $3 billion deal", "a 3% increase in production". */
    private @Nullable Phrase attributive(List<Piece> pieces, QuantityFinder.Amount amount, Kind kind) {
        int end = amount.end();
        if (end >= pieces.size()
                || kind == Kind.MEASURE && !amount.unit().code().isEmpty() && !isModifier(pieces, end)) {
            return null;
        }
        boolean determined = amount.start() > 0
                        && Set.of("DET", "PRON")
                                .contains(pieces.get(amount.start() - 1).tag())
                || amount.start() > 0
                        && pieces.get(amount.start() - 1)
                                .is("a", "an", "the", "its", "their", "'s", "by", "of", "impose")
                || kind == Kind.PERCENT
                || is(pieces, end - 2, "-");
        if (!determined || !isModifier(pieces, end)) {
            return null;
        }
        Phrase phrase = phraseFrom(pieces, end, false);
        if (phrase == null
                || pieces.get(phrase.head()).tag().equals("PROPN")
                || pieces.get(phrase.head()).is("year", "month", "week", "day", "monday", "yesterday")) {
            return null;
        }
        if (growth.contains(pieces.get(phrase.head()).lemma()) && is(pieces, phrase.head() + 1, "in", "of", "on")) {
            Phrase what = phraseFrom(pieces, phrase.head() + 2, true);
            return what == null ? phrase : what;
        }
        return phraseFrom(pieces, end, true);
    }

    /** "a tariff of 25%", "a contract worth $3 billion", "a cut by 5%". */
    private static @Nullable Phrase phraseBefore(List<Piece> pieces, int start) {
        int at = skipCloseness(pieces, start);
        if (at < 1 || !pieces.get(at - 1).is("of", "worth", "totaling", "totalling")) {
            return null;
        }
        boolean is = pieces.get(at - 1).is("worth")
                && at > 1
                && pieces.get(at - 2).lemma().equals("be");
        return phraseUpTo(pieces, is ? at - 2 : at - 1);
    }

    /** "production rose to 70%", "inflation was about 3%": the noun phrase before a verb of change or being. */
    private @Nullable Phrase subject(List<Piece> pieces, int start) {
        int at = skipCloseness(pieces, start);
        while (at > 0
                && (pieces.get(at - 1)
                                .is("to", "by", "at", "a", "an", "the", "only", "just", "another", "up", "down", "from")
                        || pieces.get(at - 1).tag().equals("ADV"))) {
            at--;
        }
        if (at < 2
                || !changes.contains(pieces.get(at - 1).lemma())
                || !Set.of("VERB", "AUX").contains(pieces.get(at - 1).tag())) {
            return null;
        }
        at--;
        while (at > 0
                && (Set.of("AUX", "ADV").contains(pieces.get(at - 1).tag())
                        || pieces.get(at - 1).is("n't", "not", "to", "expect", "expected", "forecast"))) {
            at--;
        }
        Phrase phrase = phraseUpTo(pieces, at);
        // A capital at the beginning makes a name of any word for the tagger.
        boolean name = phrase != null
                && phrase.head() > 0
                && pieces.get(phrase.head()).tag().equals("PROPN");
        return name ? null : phrase;
    }

    private static int skipCloseness(List<Piece> pieces, int start) {
        int at = start;
        while (at > 0
                && pieces.get(at - 1)
                        .is(
                                "about",
                                "around",
                                "some",
                                "nearly",
                                "almost",
                                "roughly",
                                "approximately",
                                "over",
                                "under",
                                "more",
                                "less",
                                "than",
                                "least",
                                "up",
                                "between",
                                "estimated",
                                "an",
                                "fewer",
                                "just",
                                "exceeding",
                                "above",
                                "below",
                                "close",
                                "most")) {
            at--;
        }
        return at;
    }

    /** The noun phrase that starts at {@code at}, article skipped, with its "of" phrase if {@code whole}. */
    private static @Nullable Phrase phraseFrom(List<Piece> pieces, int at, boolean whole) {
        int start = at;
        while (start < pieces.size()
                && start < at + 2
                && (pieces.get(start).tag().equals("DET")
                        || pieces.get(start)
                                .is(
                                        "the", "a", "an", "its", "their", "his", "her", "our", "all", "both", "those",
                                        "these"))) {
            start++;
        }
        int head = -1;
        int i = start;
        for (; i < pieces.size() && i < start + LONGEST; i++) {
            Piece piece = pieces.get(i);
            if (piece.isNoun() || head >= 0 && piece.is("total", "average") && !isModifier(pieces, i + 1)) {
                head = i;
            } else if (!isModifier(pieces, i) && !isLink(pieces, i) || isLink(pieces, i) && i == start) {
                break;
            } else if (piece.tag().equals("VERB") && head >= 0) {
                // "production falling to" is no longer the noun phrase; before the noun it is "refining capabilities".
                break;
            }
        }
        if (head < 0 && i == start + 1 && pieces.get(start).tag().equals("ADJ")) {
            // "six grams of gold": an adjective with nothing behind it.
            head = start;
        }
        if (head < 0) {
            return null;
        }
        int end = head + 1;
        if (whole && is(pieces, end, "of")) {
            Phrase rest = phraseFrom(pieces, end + 1, false);
            if (rest != null) {
                end = rest.end();
            }
        }
        return new Phrase(start, end, head);
    }

    /** The noun phrase that ends before {@code end}. */
    private static @Nullable Phrase phraseUpTo(List<Piece> pieces, int end) {
        if (end < 1 || !pieces.get(end - 1).isNoun()) {
            return null;
        }
        int start = end - 1;
        int head = end - 1;
        boolean ofSeen = false;
        while (start > 0 && end - start < LONGEST) {
            Piece before = pieces.get(start - 1);
            if (before.is("cent", "percent", "%")) {
                break;
            }
            boolean adjective = before.tag().equals("ADJ") || before.isNoun() || before.is("'s", "-");
            if (adjective) {
                start--;
            } else if (before.is("of")
                    && !ofSeen
                    && start > 1
                    && pieces.get(start - 2).isNoun()
                    && !is(pieces, start - 2, "cent", "percent")) {
                ofSeen = true;
                head = start - 2;
                start -= 2;
            } else if (before.is("the", "a", "an", "its", "their")
                    && start > 2
                    && pieces.get(start - 2).is("of")
                    && !ofSeen
                    && pieces.get(start - 3).isNoun()
                    && !is(pieces, start - 3, "cent", "percent")) {
                ofSeen = true;
                head = start - 3;
                start -= 3;
            } else {
                break;
            }
        }
        while (start < head
                && (pieces.get(start).is("'s", "-")
                        || start > 0 && pieces.get(start - 1).is("-"))) {
            start++;
        }
        return new Phrase(start, end, head);
    }

    private static boolean isModifier(List<Piece> pieces, int at) {
        if (at >= pieces.size()) {
            return false;
        }
        Piece piece = pieces.get(at);
        boolean participle = piece.tag().equals("VERB")
                && (piece.lower().endsWith("ing") || piece.lower().endsWith("ed"))
                && at + 1 < pieces.size()
                && (pieces.get(at + 1).isNoun() || pieces.get(at + 1).tag().equals("ADJ"));
        return piece.isNoun() || piece.tag().equals("ADJ") || participle;
    }

    private static boolean isLink(List<Piece> pieces, int at) {
        Piece piece = pieces.get(at);
        boolean nounAfter = at + 1 < pieces.size() && isModifier(pieces, at + 1);
        return nounAfter
                && (piece.is("'s", "'", "-")
                        || piece.is("and")
                                && pieces.get(at + 1).tag().equals("ADJ")
                                && at > 0
                                && pieces.get(at - 1).tag().equals("ADJ"));
    }

    private static boolean is(List<Piece> pieces, int at, String... words) {
        return at >= 0 && at < pieces.size() && pieces.get(at).is(words);
    }

    private static Optional<Span> span(List<Piece> pieces, @Nullable Phrase phrase) {
        return phrase == null ? Optional.empty() : Optional.of(phrase.span(pieces));
    }

    /** The date that follows in the same breath, or that opens the sentence; with its preposition. */
    Optional<Span> when(List<Piece> pieces, QuantityFinder.Amount amount, List<DateFinder.Found> days) {
        for (DateFinder.Found day : days) {
            boolean after = day.start() >= amount.end() && day.start() - amount.end() <= 12;
            boolean opens = day.start() <= 1 && day.end() <= amount.start() && is(pieces, day.end(), ",");
            if (opens || after && unbroken(pieces, amount.end(), day.start())) {
                boolean preposition = day.start() > 0
                        && pieces.get(day.start() - 1)
                                .is("in", "on", "during", "since", "by", "for", "until", "from", "at", "throughout");
                int start = preposition ? day.start() - 1 : day.start();
                return Optional.of(new Span(
                        pieces.get(start).span().start(),
                        pieces.get(day.end() - 1).span().end()));
            }
        }
        return Optional.empty();
    }

    /** No other clause and no other number between. */
    private static boolean unbroken(List<Piece> pieces, int from, int to) {
        for (int i = from; i < to; i++) {
            Piece piece = pieces.get(i);
            if (piece.tag().equals("NUM")
                    || piece.tag().equals("VERB")
                    || piece.tag().equals("AUX")
                    || piece.is(",", ";", ":", "and", "but", "-")) {
                return false;
            }
        }
        return true;
    }
}
