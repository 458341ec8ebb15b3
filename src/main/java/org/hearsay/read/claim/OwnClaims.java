package org.hearsay.read.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/**
 * What the outlet says itself and another outlet could say otherwise: a quantity with what it measures, or what a named
 * actor did. Opinion, scene-setting, headings and questions are left alone, and so is a sentence that is a report already.
 */
final class OwnClaims {
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private final Lines lines;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Speakers speakers;

    OwnClaims(Lines lines, Lexicon lexicon, Stances stances, Speakers speakers) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.stances = stances;
        this.speakers = speakers;
    }

    /** The same for lines of which no report was left in the end. */
    List<Draft> instead(Collection<Line> lost) {
        List<Draft> found = new ArrayList<>();
        for (Line line : lost) {
            if (line.size() >= 4 && line.size() <= ClaimFinder.LONGEST_LINE && worthReading(line)) {
                found.addAll(own(line, List.of()));
            }
        }
        return found;
    }

    List<Draft> find(List<Draft> reports) {
        List<Draft> found = new ArrayList<>();
        List<Span> speech = reports.stream()
                .filter(d -> d.rule.equals(Transcript.RULE))
                .flatMap(d -> d.content.stream())
                .sorted()
                .toList();
        int r = 0;
        int s = 0;
        for (Line line : lines.all()) {
            while (r < reports.size()
                    && reports.get(r).line.sentence().span().end()
                            <= line.sentence().span().start()) {
                r++;
            }
            while (s < speech.size()
                    && speech.get(s).end() <= line.sentence().span().start()) {
                s++;
            }
            if (s < speech.size() && speech.get(s).overlaps(line.sentence().span())) {
                continue;
            }
            List<Draft> here = new ArrayList<>();
            for (int k = r; k < reports.size() && reports.get(k).line == line; k++) {
                here.add(reports.get(k));
            }
            if (line.size() >= 4 && line.size() <= ClaimFinder.LONGEST_LINE && worthReading(line)) {
                found.addAll(own(line, here));
            }
        }
        return found;
    }

    private boolean worthReading(Line line) {
        Block block = lines.block(line.sentence().block());
        boolean kind = block instanceof Block.Paragraph || block instanceof Block.Item;
        boolean question = line.is(line.size() - 1, "?");
        boolean hashtags =
                line.is(0, "#") || lines.text().charAt(line.sentence().span().start()) == '#';
        return kind && !question && !hashtags && (!line.is(line.size() - 1, ":") || line.is(0, "if", "should"));
    }

    private List<Draft> own(Line line, List<Draft> reports) {
        int from = beginning(line);
        int end = line.size();
        while (end > from && line.mark(end - 1) && !line.is(end - 1, ")", "%")) {
            end--;
        }
        for (Draft report : reports) {
            int cut = cut(line, report, from, end);
            if (cut < 0) {
                return List.of();
            }
            end = Math.min(end, cut);
        }
        List<Draft> found = new ArrayList<>();
        int start = from;
        for (int k = from + 4; k <= end; k++) {
            boolean half = k == end || line.is(k, ";") && end - k > 4 && !line.quoted(k);
            if (half) {
                clause(line, start, own(line, start, k)).ifPresent(found::add);
                start = k + 1;
            }
        }
        return found;
    }

    /** Where the reader or the writer is spoken of, in a clause that an "and" joins: the words before may be told still. */
    private static int own(Line line, int from, int end) {
        for (int k = from + 4; k < end; k++) {
            boolean joined = line.is(k, ",") && line.is(k + 1, "and", "but", "so") && firstPerson(line, k, end);
            if (joined && !firstPerson(line, from, k)) {
                return k;
            }
        }
        return end;
    }

    private Optional<Draft> clause(Line line, int from, int end) {
        if (end - from < 4 || line.quoted(from) || firstPerson(line, from, end) || reports(line, from, end)) {
            return Optional.empty();
        }
        Span span = line.span(from, end);
        int verb = mainVerb(line, from, end);
        verb += verb > 0 && line.is(verb + 1, "yet") && line.is(verb + 2, "to") && line.tagged(verb + 3, "VERB")
                ? 3
                : 0;
        if (verb < 0) {
            return Optional.empty();
        }
        Stance stance = stances.of(line, span, false);
        Optional<String> rule = rule(line, from, verb, end, span, stance);
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        double confidence = switch (rule.get()) {
            case "own quantity" -> 0.6;
            case "own event" -> 0.5;
            case "own event of a pronoun" -> 0.4;
            default -> 0.3;
        };
        Draft draft = new Draft(line, rule.get(), confidence);
        // What another outlet would check comes first; the rules alone decide whether it is a claim.
        lines.worth(line).ifPresent(worth -> draft.confidence += 0.3 * (worth - 0.5));
        draft.quotation = Quotation.NONE;
        draft.content.add(span);
        draft.voices = List.of(speakers.outlet());
        return Optional.of(draft);
    }

    /** Where the outlet's own words end because a report begins; -1 where the whole line belongs to reports. */
    private static int cut(Line line, Draft report, int from, int end) {
        int start = report.reach().start();
        for (Span span : report.source) {
            start = Math.min(start, span.start());
        }
        for (Span span : report.cueSpans) {
            start = Math.min(start, span.start());
        }
        int at = Speakers.indexAt(line, start);
        int gap = at - 1;
        while (gap > from
                && line.is(
                        gap,
                        "and",
                        "but",
                        "while",
                        "with",
                        "as",
                        "although",
                        "though",
                        "whereas",
                        "because",
                        "when",
                        "where",
                        "after",
                        "before")) {
            gap--;
        }
        return gap > from + 4 && line.is(gap, ",", ";") ? gap : -1;
    }

    /** Behind the scene that is set before the first comma, and behind an item's label. */
    private int beginning(Line line) {
        int from = line.body();
        if (lines.block(line.sentence().block()) instanceof Block.Item) {
            for (int i = 1; i < Math.min(7, line.size() - 4); i++) {
                if (line.is(i, ":")) {
                    from = i + 1;
                }
            }
        } else if (line.is(1, ":") || line.is(2, ":")) {
            from = line.is(1, ":") ? 2 : 3;
        }
        for (int i = from + 1; line.is(from, "about") && i < Math.min(from + 8, line.size() - 4); i++) {
            from = line.is(i, ":") ? i + 1 : from; // "About Halden Foods:"
        }
        if (line.is(from, "but", "and", "however", "meanwhile", "still", "also", "yet", "moreover", "separately")) {
            from += line.is(from + 1, ",") ? 2 : 1;
        }
        boolean adjunct =
                line.tagged(from, "ADP") && !line.is(from, "if", "unless", "should", "under", "without", "of");
        if (adjunct) {
            for (int i = from + 1; i < Math.min(line.size() - 4, from + 9); i++) {
                boolean measured = !line.quantities(line.span(from, i + 1)).isEmpty();
                if (line.is(i, ",") && !measured && line.name(i - 1).isEmpty() && Phrases.opens(line, i + 1)) {
                    return i + 1;
                }
            }
        }
        return from;
    }

    /** Whether somebody's saying so is in the words, though no rule could tell who: then they are not the outlet's. */
    private boolean reports(Line line, int from, int end) {
        for (int k = from; k < end; k++) {
            Optional<Cue> cue = line.verbal(k) && !line.quoted(k) ? lexicon.verb(line.lemma(k)) : Optional.empty();
            boolean says = cue.isPresent()
                    && (cue.get().takes(Cue.Frame.CLAUSE)
                            || cue.get().takes(Cue.Frame.TOLD)
                            || cue.get().takes(Cue.Frame.THAT) && leadsOn(line, k + 1, end))
                    && (cue.get().kind() == Cue.Kind.SPEECH || cue.get().kind() == Cue.Kind.THOUGHT);
            boolean sums = line.is(k, "add", "adds", "added", "adding") && !line.is(k + 1, "that") && k + 1 < end;
            boolean silent = line.is(k, "replied", "commented", "responded", "answered")
                    && line.is(k - 1, "not", "n't", "yet", "never");
            if (says
                    && !sums
                    && !silent
                    && (!lexicon.isEvent(line.lemma(k)) || line.is(k + 1, "that") || k + 1 >= end)) {
                return true;
            }
        }
        return false;
    }

    /** "find that …", but not "find a sponsor". */
    private static boolean leadsOn(Line line, int next, int end) {
        return next >= end
                || line.mark(next)
                || line.is(next, "that", "whether", "how", "why", "what", "if", "who", "when", "where")
                || Phrases.subjectPronoun(line, next) && line.verbal(next + 1);
    }

    private static boolean firstPerson(Line line, int from, int end) {
        for (int i = from; i < end; i++) {
            if (line.is(i, "i", "we", "you", "my", "our", "your", "us")
                    && line.tagged(i, "PRON", "DET")
                    && !line.quoted(i)) {
                return true;
            }
        }
        return false;
    }

    /** The first finite verb that is not inside a relative clause behind the subject. */
    private static int mainVerb(Line line, int from, int end) {
        boolean relative = false;
        for (int i = from; i < end; i++) {
            if (line.is(i, "who", "which", "whose")
                    || line.is(i, "that") && line.tagged(i, "PRON", "SCONJ") && i > from) {
                relative = true;
            }
            if (!line.verbal(i) || line.word(i).endsWith("ing") || line.is(i - 1, "to") || line.quoted(i)) {
                continue;
            }
            boolean group = line.tagged(i, "AUX")
                    || !line.tagged(i - 1, "NOUN")
                    || !line.tagged(i + 1, "ADP")
                    || !line.word(i).endsWith("ed");
            if (relative) {
                relative = line.tagged(i, "AUX") && line.verbal(i + 1);
                continue;
            }
            if (group) {
                int k = i;
                while (k + 1 < end
                        && (line.tagged(k, "AUX") && (line.tagged(k + 1, "VERB", "AUX", "ADV", "PART"))
                                || line.tagged(k, "ADV", "PART")
                                        && k > i
                                        && line.tagged(k + 1, "VERB", "AUX", "ADV"))) {
                    k++;
                }
                return line.tagged(k, "VERB") ? k : i;
            }
        }
        return -1;
    }

    private Optional<String> rule(Line line, int from, int verb, int end, Span span, Stance stance) {
        int group = verb;
        while (group > from
                && (line.tagged(group - 1, "AUX", "PART", "ADV")
                        || line.is(group - 1, "has", "have", "had") && verb - group <= 3)) {
            group--;
        }
        int subject = Phrases.startOf(line, line.is(group - 1, ",") ? group - 2 : group - 1);
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
        boolean comments = line.is(verb, "respond", "responded", "reply", "replied", "comment", "commented")
                || line.is(verb + 1, "to") && line.is(verb + 2, "comment", "say", "elaborate", "respond")
                || line.is(verb, "reached", "contacted") && line.is(verb - 1, "be", "been", "immediately");
        // "Sung denied it" says nothing that stands alone; "turned it down" tells what was done to an offer.
        boolean points = lexicon.verb(line.lemma(verb)).isPresent()
                && line.is(verb + 1, "it", "this", "that", "them")
                && verb + 2 >= end;
        boolean event = !comments && !points && (lexicon.isEvent(line.lemma(verb)) || lightEvent(line, verb));
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
                && (lexicon.actOfNoun(line.lemma(i)).isPresent()
                        || lexicon.actReferredTo(line.lemma(i)).isPresent());
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
