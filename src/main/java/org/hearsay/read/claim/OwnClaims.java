package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * What the outlet says itself and another outlet could say otherwise: a quantity with what it measures, or what a named
 * actor did. Opinion, scene-setting, headings and questions are left alone, and so is a sentence that is a report already.
 */
final class OwnClaims {
    private final Lines lines;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Speakers speakers;
    private final Worth worth;

    OwnClaims(Lines lines, Lexicon lexicon, Stances stances, Speakers speakers) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.stances = stances;
        this.speakers = speakers;
        this.worth = new Worth(lines, lexicon);
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
        if (end < line.size() - 1 && !reports.isEmpty() && subordinate(line, from, end)) {
            return List.of(); // "When they strike, they reject …": the main clause went to the report
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

    private static boolean subordinate(Line line, int from, int end) {
        boolean opens =
                line.is(from, "when", "while", "as", "after", "before", "because", "although", "though", "since");
        for (int k = from; opens && k < end; k++) {
            opens = !line.is(k, ",");
        }
        return opens;
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
        Optional<String> rule = worth.rule(line, from, verb, end, span, stance);
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
        lines.worth(line).ifPresent(score -> draft.confidence += 0.3 * (score - 0.5));
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
    static int mainVerb(Line line, int from, int end) {
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
}
