package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import org.hearsay.read.claim.Cue.Frame;
import org.hearsay.read.claim.VerbReports.How;
import org.hearsay.read.claim.VerbReports.Said;

/** The content before its cue: "…, officials said on Monday." */
final class ContentBehind {
    private final Line line;
    private final List<Said> saids;
    private final Contents contents;

    ContentBehind(Line line, List<Said> saids, Contents contents) {
        this.line = line;
        this.saids = saids;
        this.contents = contents;
    }

    Optional<Draft> of(int k) {
        Said said = saids.get(k);
        Cue cue = said.cue();
        boolean last = cue.takes(Frame.THAT) && (said.end() >= line.size() || line.is(said.end(), "."));
        if (!last
                        && !cue.takes(Frame.CLAUSE)
                        && !(cue.takes(Frame.QUOTE) && cue.takes(Frame.THAT))
                        && !cue.takes(Frame.TOLD)
                || said.negated()) {
            return Optional.empty();
        }
        if (said.how() != How.PLAIN && said.how() != How.INVERTED) {
            return Optional.empty();
        }
        int first = said.how() == How.INVERTED ? said.group() : said.from();
        if (!line.is(first - 1, ",", "\u2014", "\u2013") || first < 2) {
            return Optional.empty();
        }
        int from = 0;
        for (int i = first - 2; i > 0; i--) {
            if (line.is(i, ";")) {
                from = i + 1;
                break;
            }
        }
        for (Said other : saids) {
            // "But, she says, she felt it": what stands before is a report's own beginning
            boolean inside = other != said && from <= other.verb() && other.verb() < first;
            boolean bare = inside
                    && (other.how() != How.PLAIN || other.end() >= first - 2)
                    && !line.word(other.verb()).endsWith("ing");
            if (bare && !otherVerb(from, first, other)) {
                return Optional.empty();
            }
        }
        if (line.is(from, "asked", "speaking", "addressing", "asking", "questioned", "pressed")
                && contents.hasFinite(from, first)) {
            return Optional.empty(); // "Asked whether it was, she said no"
        }
        Draft draft = new Draft(line, "verb " + cue.lemma() + " behind", 0.8);
        contents.add(draft, from, first - 1);
        int rest = said.how() == How.INVERTED ? said.to() : said.end();
        while (rest < line.size() && !line.is(rest, ",")) {
            rest++;
        }
        boolean fronted =
                line.is(from, "if", "unless", "when", "once", "until", "should", "without", "although", "while");
        boolean goesOn = rest + 2 < line.size()
                && (fronted && contents.hasVerb(line.start(rest + 1), line.end(line.size() - 1))
                        || line.verbal(rest + 1) && !line.word(rest + 1).endsWith("ing")
                        || !contents.hasFinite(from, first - 1));
        if (!contents.hasFinite(from, first - 1)
                && !(goesOn && contents.hasVerb(line.start(rest + 1), line.end(line.size() - 1)))) {
            return Optional.empty();
        }
        if (goesOn) {
            contents.add(draft, rest + 1, contents.end(k, rest + 1));
        }
        return Optional.of(draft);
    }

    private boolean otherVerb(int from, int to, Said said) {
        for (int i = from; i < to; i++) {
            if (line.verbal(i) && (i < said.group() || i >= said.end())) {
                return true;
            }
        }
        return false;
    }
}
