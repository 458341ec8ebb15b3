package org.hearsay.read.claim;

import java.util.List;

/**
 * Who finds reports. What comes out has its cue, its source and its content cut; everything behind is the same whoever
 * found them: what the cue says ({@link Dressing}), how quotations go on, voices, stance, denial, proposals, the last cut.
 */
interface Reports {
    /** @return drafts in text order, each with its line, cue and content; a report without a source has none */
    List<Draft> in(Lines lines);
}
