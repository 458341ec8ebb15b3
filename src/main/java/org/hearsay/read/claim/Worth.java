package org.hearsay.read.claim;

import java.math.BigDecimal;
import java.util.Optional;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/** Whether what the outlet says itself could be held against another's words, and by which rule. */
final class Worth {
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private final Lines lines;
    private final Lexicon lexicon;

    Worth(Lines lines, Lexicon lexicon) {
        this.lines = lines;
        this.lexicon = lexicon;
    }

    /** The name of the rule that keeps the statement, which has a verb; absent where none does. */
    Optional<String> rule(Statement statement) {
        Line line = statement.line();
        int from = statement.from();
        int verb = statement.verb();
        int end = statement.end();
        Span span = statement.span();
        Stance stance = statement.stance();
        int group = statement.group();
        int subject = statement.subject();
        boolean named = false;
        for (int i = Math.max(from, subject); subject >= 0 && i < group; i++) {
            named |= line.name(i).isPresent() || body(line, i, group) || proposed(line, i, group);
        }
        if (verb == from && !line.is(from, "should", "were", "had")
                || subject < 0
                        && !Phrases.nominal(line, group - 1)
                        && !line.tagged(group - 1, "ADJ", "PUNCT", "ADP", "ADV", "SYM", "DET")) {
            return Optional.empty(); // an order, or a caption
        }
        if (line.is(from, "if", "unless", "should", "even", "were")) {
            for (int i = from; i < end; i++) {
                named |= line.name(i).isPresent();
            }
        }
        if (line.is(subject, "it", "this", "that", "there", "who", "which")) {
            named = false;
        }
        boolean matter = false;
        for (int i = from; i < end; i++) {
            matter |= lexicon.actOfNoun(line.lemma(i)).isPresent();
        }
        boolean event = !comments(statement)
                && !points(statement)
                && (lexicon.isEvent(line.lemma(verb)) || lightEvent(line, verb));
        boolean pronoun = subject >= 0 && line.tagged(subject, "PRON") && subject + 1 >= group;
        boolean counted = line.is(verb, "voted") && line.word(verb + 1).matches("\\d+-\\d+");
        if (stance == Stance.ASSERTED || stance == Stance.PLANNED || stance == Stance.PROPOSED) {
            boolean speaks = lexicon.verb(line.lemma(verb)).isPresent() && !event
                    || line.is(verb, "spoken", "spoke", "named", "called", "mentioned", "talked");
            if (!speaks && (measures(line, span, event || named, pronoun) || counted || lasts(line, verb))) {
                return Optional.of("own quantity");
            }
            if (event && !named && !speaks && stance == Stance.ASSERTED && continued(line, subject, group)) {
                return Optional.of("own event of a pronoun");
            }
            return named && event ? Optional.of("own event") : Optional.empty();
        }
        if (measures(line, span, event, pronoun) && stance != Stance.ASKED) {
            return Optional.of("own quantity");
        }
        // What may or would come of a proposal is worth comparing; other speculation only where somebody is to act.
        boolean fronted = stance == Stance.CONDITIONAL && line.is(from, "if", "unless", "should") && end - from >= 9;
        boolean doer = named && event
                || fronted
                || subject >= 0 && lexicon.actOfNoun(line.lemma(group - 1)).isPresent()
                || stance == Stance.CONDITIONAL && (matter || named);
        return doer && stance != Stance.ASKED ? Optional.of("own hedged") : Optional.empty();
    }

    /** "declined to comment", "could not be reached". */
    static boolean comments(Statement statement) {
        Line line = statement.line();
        int verb = statement.verb();
        return line.is(verb, "respond", "responded", "reply", "replied", "comment", "commented")
                || line.is(verb + 1, "to") && line.is(verb + 2, "comment", "say", "elaborate", "respond")
                || line.is(verb, "reached", "contacted") && line.is(verb - 1, "be", "been", "immediately");
    }

    /** "Sung denied it" says nothing that stands alone; "turned it down" tells what was done to an offer. */
    boolean points(Statement statement) {
        Line line = statement.line();
        int verb = statement.verb();
        return lexicon.verb(line.lemma(verb)).isPresent()
                && line.is(verb + 1, "it", "this", "that", "them")
                && verb + 2 >= statement.end();
    }

    /** "The rail company", "Union members": somebody whom the reader can tell, though the words are no name. */
    private boolean body(Line line, int i, int group) {
        boolean head = line.tagged(i, "NOUN") && !line.tagged(i + 1, "NOUN", "PROPN") && i < group;
        Optional<Lexicon.Speaker> speaker = head ? lexicon.speaker(line.lemma(i)) : Optional.empty();
        boolean habit = line.tagged(group, "VERB")
                && line.word(group).endsWith("s")
                && !line.is(group, "has", "is", "was"); // "The council meets on Monday"
        boolean known = !habit
                && line.is(i - 1, "the", "its", "their", "his", "her")
                && speaker.filter(s -> s == Lexicon.Speaker.BODY || s == Lexicon.Speaker.KNOWN)
                        .isPresent();
        return known
                || line.tagged(i - 1, "NOUN", "PROPN", "ADJ")
                        && speaker.filter(s -> s != Lexicon.Speaker.DOCUMENT).isPresent();
    }

    /** "the contract has not been signed", "her motion was defeated": a proposal that something is done to. */
    private boolean proposed(Line line, int i, int group) {
        boolean head = line.tagged(i, "NOUN") && !line.tagged(i + 1, "NOUN", "PROPN") && i < group;
        return head
                && line.tagged(group, "AUX")
                && lexicon.actNamed(line.lemma(i)).isPresent();
    }

    /** "It dropped the threat" where the paragraph has spoken of whoever did: not at its beginning. */
    private boolean continued(Line line, int subject, int group) {
        boolean first = lines.ofBlock(line.sentence().block()).get(0) == line;
        return !first && line.is(subject, "it", "he", "she", "they") && subject + 1 >= group - 2;
    }

    /** "has extended an offer", "made a proposal". */
    private boolean lightEvent(Line line, int verb) {
        for (int i = verb + 1; i < Math.min(line.size(), verb + 5); i++) {
            if (line.tagged(i, "NOUN")) {
                return lexicon.actOfNoun(line.lemma(i)).isPresent()
                        && !line.is(verb, "is", "was", "are", "were", "has", "had");
            }
        }
        return false;
    }

    /** "lasted nine days": how long is what it tells. */
    private static boolean lasts(Line line, int verb) {
        boolean lasts = line.is(verb, "lasted", "lasts", "last", "took", "takes", "ran", "runs", "enters", "entered");
        return lasts
                && line.quantities(line.span(verb, line.size())).stream()
                        .anyMatch(q -> q.kind() == Quantity.Kind.DURATION);
    }

    private static boolean many(Quantity quantity) {
        return quantity.low().map(l -> l.compareTo(THOUSAND) >= 0).orElse(false);
    }

    /**
     * Whether the words measure something. A handful of things is worth comparing only where {@code telling}, that is
     * where somebody named or something done is spoken of: "three reasons" are none.
     */
    private static boolean measures(Line line, Span span, boolean telling, boolean pronoun) {
        for (Quantity quantity : line.quantities(span)) {
            boolean counted = quantity.of().isPresent();
            boolean few =
                    quantity.high().map(h -> h.compareTo(BigDecimal.TEN) < 0).orElse(true);
            boolean kind = switch (quantity.kind()) {
                case MONEY, MEASURE -> counted || telling || !few && !pronoun;
                case PERCENT -> counted || telling || !pronoun;
                case COUNT -> counted && (!few && !pronoun || telling) || !pronoun && many(quantity);
                case DATE, DURATION, ORDINAL -> false;
            };
            if (kind) {
                return true;
            }
        }
        return false;
    }
}
