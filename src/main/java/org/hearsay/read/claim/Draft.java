package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Span;

/** A claim in the making: one report, or one statement of the outlet, before its voices are known. */
final class Draft {
    final Line line;
    String rule;
    final List<Span> content = new ArrayList<>();
    final List<Span> source = new ArrayList<>();
    final List<Span> cueSpans = new ArrayList<>();
    /** Speakers between the outlet and the source, by their words ("told Reuters"). */
    final List<Span> through = new ArrayList<>();
    /** Whom the source itself names as its source ("citing two officials"). */
    final List<Span> citing = new ArrayList<>();

    Optional<Cue> cue = Optional.empty();
    Optional<Stance> stance = Optional.empty();
    Quotation quotation = Quotation.INDIRECT;
    Optional<Draft> inside = Optional.empty();
    /** The clause that an act's terms are looked for in, where the content ends before it does. */
    Optional<Span> clause = Optional.empty();

    boolean denied;
    boolean softened;
    /** Whether the content is the mere object of its cue ("welcomed the bill"). */
    boolean object;

    /** Whether only a proposal that comes of it makes it worth keeping. */
    boolean unconfirmed;

    /** Whether the encoder marks it and what we call a report is something else ({@link Doubts}). */
    boolean doubtful;

    /** Whether it tells what somebody did, and none of his words ({@link ActsTold}). */
    boolean act;

    /** What the network for claims did to its speaker, behind its rule; empty where the rules' stands ({@link Meant}). */
    String mended = "";

    /** The stance of the whole list that it is an item of, where nothing but the network tells it ({@link WholeList}). */
    Optional<Stance> listed = Optional.empty();

    boolean pastCue;
    double confidence;
    /** Index into the proposals, -1 for none. */
    int proposal = -1;

    List<Voice> voices = List.of();

    Draft(Line line, String rule, double confidence) {
        this.line = line;
        this.rule = rule;
        this.confidence = confidence;
    }

    /** Takes from a report, whose words go on here, who says them, by which cue, and how it stands to them. */
    void goOn(Draft report) {
        source.addAll(report.source);
        cueSpans.addAll(report.cueSpans);
        voices = report.voices;
        stance = report.stance;
        pastCue = report.pastCue;
        denied = report.denied;
        act = report.act;
    }

    /** The same words of the same source, of no proposal. */
    Draft copy() {
        Draft copy = new Draft(line, rule, confidence);
        copy.goOn(this);
        copy.content.addAll(content);
        copy.cue = cue;
        copy.quotation = quotation;
        copy.softened = softened;
        copy.object = object;
        copy.inside = inside;
        return copy;
    }

    /** The stretch from the first to the last of its content. */
    Span reach() {
        if (content.isEmpty()) {
            return line.sentence().span();
        }
        int start = content.stream().mapToInt(Span::start).min().orElse(0);
        int end = content.stream().mapToInt(Span::end).max().orElse(1);
        return new Span(start, end);
    }
}
