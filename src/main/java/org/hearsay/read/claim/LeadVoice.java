package org.hearsay.read.claim;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/** Whose words the items of a list are where the line before it reports nothing by itself. */
final class LeadVoice {
    /** What a list may hold of what somebody has found out or said. */
    private static final Set<String> POINTS = Set.of(
            "finding",
            "conclusion",
            "result",
            "revelation",
            "allegation",
            "claim",
            "complaint",
            "recommendation",
            "point",
            "observation",
            "discovery");

    /** How many lines before "Among the findings:" a report may have been named. */
    private static final int NEAR = 4;

    private final Lines lines;
    private final Speakers speakers;
    private final Lexicon lexicon;

    LeadVoice(Lines lines, Speakers speakers, Lexicon lexicon) {
        this.lines = lines;
        this.speakers = speakers;
        this.lexicon = lexicon;
    }

    /** A draft with the voices of the items; nothing where nobody is told. */
    Optional<Draft> of(LeadIn leadIn) {
        return presented(leadIn).or(() -> found(leadIn));
    }

    /** "Among the findings of a report by the inspectors:", "The study's main conclusions": the words of who found it. */
    private Optional<Draft> found(LeadIn leadIn) {
        Line line = leadIn.line();
        int noun = points(leadIn);
        if (noun < 0) {
            return Optional.empty();
        }
        return by(leadIn, noun)
                .map(span -> draft(line, span, line.span(noun, noun + 1)))
                .filter(LeadVoice::known)
                .or(() -> before(line).filter(LeadVoice::known));
    }

    private static boolean known(Draft draft) {
        return !(draft.voices.get(draft.voices.size() - 1) instanceof Voice.Unresolved);
    }

    /** The word for what the list holds: "Among the findings", "The report's other conclusions"; -1 if it has a verb of its own. */
    static int points(LeadIn leadIn) {
        Line line = leadIn.line();
        int noun = -1;
        for (int k = 0; k <= leadIn.last(); k++) {
            boolean points = POINTS.contains(line.lemma(k)) && !line.word(k).equals(line.lemma(k));
            if (noun < 0 && points) {
                noun = k;
            }
            boolean own = line.tagged(k, "VERB", "AUX") && (noun < 0 || !passing(line, k));
            if (own && k < leadIn.last()) {
                return -1;
            }
        }
        return noun > 0 && line.is(0, "among", "the", "its", "their", "his", "her", "other", "key", "main") ? noun : -1;
    }

    /** "made by", "published in", "include": what goes on with the noun. */
    private static boolean passing(Line line, int k) {
        return line.word(k).endsWith("ed")
                || line.is(k, "made", "drawn", "set", "seen", "are", "were", "include", "included", "paid", "the");
    }

    private Optional<Span> by(LeadIn leadIn, int noun) {
        Line line = leadIn.line();
        for (int k = noun - 1; k > 0; k--) {
            if (line.is(k, "'s", "'")) {
                int from = Phrases.startOf(line, k - 1);
                return from < 0 ? Optional.empty() : Optional.of(line.span(from, k));
            }
        }
        for (int k = noun - 1; k >= 0; k--) {
            if (line.is(k, "his", "her", "its", "their")) {
                return Optional.of(line.span(k, k + 1));
            }
        }
        int with = noun + 1;
        while (with <= leadIn.last() && !line.is(with, "of", "by", "in")) {
            if (line.mark(with)) {
                return Optional.empty();
            }
            with++;
        }
        if (with >= leadIn.last()) {
            return Optional.empty();
        }
        int end = with + 1;
        while (end <= leadIn.last() && !line.mark(end)) {
            end++;
        }
        boolean time = Phrases.isTime(line.word(end - 1)) && end - with < 4;
        return time ? Optional.empty() : Optional.of(line.span(with + 1, end));
    }

    /** The paper that was spoken of last: "… says a 40-page audit. Among the findings:". */
    private Optional<Draft> before(Line line) {
        int at = lines.indexOf(line);
        for (int k = at - 1; k >= Math.max(0, at - NEAR); k--) {
            Line near = lines.all().get(k);
            if (lines.block(near.sentence().block()) instanceof Block.Item) {
                break;
            }
            for (int i = near.size() - 1; i >= 0; i--) {
                boolean paper = lexicon.speaker(near.lemma(i)).equals(Optional.of(Lexicon.Speaker.DOCUMENT))
                        && near.word(i).equals(near.lemma(i))
                        && near.tagged(i, "NOUN", "PROPN");
                int from = paper ? Phrases.headStartOf(near, i) : -1;
                if (from >= 0 && near.is(from, "a", "an", "the", "this", "its", "their", "another")) {
                    return Optional.of(draft(near, near.span(from, i + 1), line.span(0, 1)));
                }
            }
        }
        return Optional.empty();
    }

    private Draft draft(Line line, Span by, Span cue) {
        Draft draft = new Draft(line, "lead-in", 0.8);
        draft.source.add(by);
        draft.cueSpans.add(cue);
        draft.voices = speakers.voices(draft);
        return draft;
    }

    /** "In it the chair puts forward a four-step way out:": the words of whoever does. */
    private Optional<Draft> presented(LeadIn leadIn) {
        Line line = leadIn.line();
        int verb = leadIn.presenter();
        Optional<Span> by = verb < 0 ? Optional.empty() : new Subjects(line).of(verb);
        if (by.isEmpty() || line.is(Speakers.indexAt(line, by.get().start()), "i", "we", "you", "this", "that")) {
            return Optional.empty();
        }
        Optional<Span> owner = ownerOf(line, by.get());
        Draft draft = new Draft(line, "lead-in", 0.8);
        draft.source.add(owner.orElse(by.get()));
        draft.cueSpans.add(line.span(verb, verb + 1));
        draft.voices = speakers.voices(draft);
        boolean named = draft.voices.get(draft.voices.size() - 1) instanceof Voice.Named;
        return named || owner.isEmpty() && !paper(line, by.get()) ? Optional.of(draft) : Optional.empty();
    }

    /** Of "the Emirate's text", which sets out some terms, the Emirate. */
    private Optional<Span> ownerOf(Line line, Span by) {
        int from = Speakers.indexAt(line, by.start());
        for (int k = from + 1; paper(line, by) && k < line.size() && line.start(k) < by.end(); k++) {
            if (line.is(k, "'s", "'")) {
                return Optional.of(line.span(from, k));
            }
        }
        return Optional.empty();
    }

    /** Whether its head is a paper: a text, a memo, a proposal. */
    private boolean paper(Line line, Span by) {
        int head = Phrases.baseEndOf(line, Speakers.indexAt(line, by.start())) - 1;
        return lexicon.speaker(line.lemma(head)).equals(Optional.of(Lexicon.Speaker.DOCUMENT))
                || lexicon.actNamed(line.lemma(head)).isPresent()
                || line.is(head, "text", "paper", "memo", "list", "sheet", "draft");
    }

    /** "The union has published its demands. They are:": the words of whoever demands them. */
    Optional<Draft> demanded(Offer offer) {
        return offer.proposer.filter(by -> offer.act == Proposal.Act.DEMAND).map(by -> {
            Draft draft = new Draft(lines.at(by.start()), "lead-in", 0.85);
            draft.source.add(by);
            draft.voices = speakers.voices(draft);
            return draft;
        });
    }
}
