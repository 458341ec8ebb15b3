package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * What the outlet says itself and another outlet could say otherwise: a quantity with what it measures, or what a named
 * actor did. Headings and questions are left alone, and so is a sentence that is a report already; what else is opinion,
 * scene-setting or furniture the signs of each clause tell ({@link StatementSigns}).
 */
final class OwnClaims {
    /** Fewer words are a caption or a cry. */
    static final int SHORTEST = 4;

    /** Chosen on marked articles and pages that the weights were not fitted on; {@code claims.md} tells what others give. */
    private static final double LIKELY = 0.65;

    /** Enough for a clause that a rule calls a claim: in a text of one line the signs of the text tell nothing. */
    private static final double OPEN = 0.35;

    private final Lines lines;
    private final Lexicon lexicon;
    private final Stances stances;
    private final Speakers speakers;
    private final Worth worth;
    private final StatementModel model;
    private final Opinion opinion;
    private final StatementSigns signs;

    /**
     * @param signs each with its strength
     * @param rule the one that calls it a claim whatever the text
     */
    record Weighed(Statement statement, Map<String, Double> signs, Optional<String> rule) {}

    /** @param reports what was found that others say */
    OwnClaims(
            Lines lines,
            Lexicon lexicon,
            Stances stances,
            Speakers speakers,
            StatementModel model,
            List<Draft> reports) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.stances = stances;
        this.speakers = speakers;
        this.worth = new Worth(lines, lexicon);
        this.model = model;
        this.opinion = new Opinion(lines.reading());
        this.signs = new StatementSigns(lines, lexicon, reports);
    }

    /** The same for lines of which no report was left in the end. */
    List<Draft> instead(Collection<Line> lost) {
        List<Weighed> found = new ArrayList<>();
        for (Line line : lost) {
            if (worthReading(line)) {
                found.addAll(own(line, List.of()));
            }
        }
        return likely(found);
    }

    List<Draft> find(List<Draft> reports) {
        return likely(statements(reports));
    }

    private List<Draft> likely(List<Weighed> statements) {
        List<Draft> found = new ArrayList<>();
        for (Weighed weighed : statements) {
            double share = model.share(
                    weighed.signs(), opinion.claimed(List.of(weighed.statement().span())));
            boolean ruled = weighed.rule().isPresent();
            if (share >= (ruled ? OPEN : LIKELY) && (ruled || !silent(weighed.statement()))) {
                found.add(draft(weighed, share));
            }
        }
        return found;
    }

    /** Every clause that the outlet may be saying itself, claim or not, in text order. */
    List<Weighed> statements(List<Draft> reports) {
        List<Weighed> found = new ArrayList<>();
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
            if (worthReading(line)) {
                found.addAll(own(line, here));
            }
        }
        return found;
    }

    private boolean worthReading(Line line) {
        boolean question = line.is(line.size() - 1, "?");
        boolean hashtags =
                line.is(0, "#") || lines.text().charAt(line.sentence().span().start()) == '#';
        boolean sized = line.size() >= SHORTEST && line.size() <= ClaimFinder.LONGEST_LINE;
        return sized
                && lines.inText(line)
                && !question
                && !hashtags
                && (!line.is(line.size() - 1, ":") || line.is(0, "if", "should"));
    }

    private List<Weighed> own(Line line, List<Draft> reports) {
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
        List<Weighed> found = new ArrayList<>();
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

    private Optional<Weighed> clause(Line line, int from, int end) {
        if (end - from < SHORTEST || line.quoted(from)) {
            return Optional.empty();
        }
        int verb = mainVerb(line, from, end);
        boolean yet = verb > 0 && line.is(verb + 1, "yet") && line.is(verb + 2, "to") && line.tagged(verb + 3, "VERB");
        Stance stance = stances.of(line, line.span(from, end), false);
        Statement statement = new Statement(line, from, yet ? verb + 3 : verb, end, stance);
        boolean says = reports(line, from, end);
        boolean writer = firstPerson(line, from, end);
        Optional<String> rule = says || writer || verb < 0 ? Optional.empty() : worth.rule(statement);
        return Optional.of(new Weighed(statement, signs.of(statement, says, writer), rule));
    }

    /** "declined to comment", "could not be reached", "denied it", "would not say when": nothing that stands alone. */
    private boolean silent(Statement statement) {
        Line line = statement.line();
        int verb = statement.verb();
        boolean no = false;
        for (int i = statement.from(); i < verb; i++) {
            no |= line.is(i, "not", "n't", "never", "neither", "nobody", "nor");
        }
        boolean thinks = lexicon.verb(line.lemma(verb))
                .filter(c -> c.kind() == Cue.Kind.INTENTION
                        || c.kind() == Cue.Kind.FORECAST
                        || c.kind() == Cue.Kind.THOUGHT && !line.is(verb, "see", "sees", "saw", "seen"))
                .isPresent();
        return worth.points(statement)
                || thinks && !lexicon.isEvent(line.lemma(verb))
                || no
                        && line.is(
                                verb,
                                "say",
                                "said",
                                "tell",
                                "told",
                                "speak",
                                "drawn",
                                "confirm",
                                "confirmed",
                                "verified")
                || Worth.comments(statement);
    }

    /** "It wants a freeze", "the draft offers an amnesty": what is wanted or offered is not so yet. */
    private Optional<Stance> proposed(Statement statement) {
        Line line = statement.line();
        int verb = statement.verb();
        String lemma = line.lemma(verb);
        if (line.is(verb, "due", "forecast") || line.is(verb + 1, "due", "forecast") && line.tagged(verb, "AUX")) {
            return Optional.of(Stance.FORECAST);
        }
        boolean still = line.is(verb, "wanted")
                || TextSigns.present(line, verb)
                || line.word(verb).equals(lemma);
        if (verb < 0 || !still || line.tagged(verb, "AUX")) {
            return Optional.empty();
        }
        Optional<Stance> stance = lexicon.verb(lemma).flatMap(Cue::stance).filter(s -> s != Stance.ASKED);
        return stance.isEmpty() && lexicon.actOfVerb(lemma).isPresent() ? Optional.of(Stance.PROPOSED) : stance;
    }

    private Draft draft(Weighed weighed, double share) {
        Statement statement = weighed.statement();
        boolean measures =
                statement.line().quantities(statement.span()).stream().anyMatch(TextSigns::weighs);
        boolean fact = statement.stance() == Stance.ASSERTED;
        String rule = weighed.rule().orElse(measures ? "own quantity" : fact ? "own event" : "own hedged");
        Draft draft = new Draft(statement.line(), rule, share);
        draft.stance = proposed(statement);
        draft.quotation = Quotation.NONE;
        draft.content.add(statement.span());
        draft.voices = List.of(speakers.outlet());
        return draft;
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
            int aside = aside(line, i, end);
            if (aside > 0 && i > from + 1) {
                i = aside;
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

    /** The comma that ends an aside which begins with a participle: "The draft, seen by the Courier, offers"; else -1. */
    private static int aside(Line line, int i, int end) {
        boolean participle = line.is(i - 1, ",") && line.tagged(i, "VERB") && line.tagged(i + 1, "ADP");
        for (int k = i + 2; participle && k < Math.min(end - 1, i + 12); k++) {
            if (line.is(k, ",")) {
                return line.verbal(k + 1) ? k : -1;
            }
        }
        return -1;
    }
}
