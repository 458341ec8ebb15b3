package org.hearsay.read.claim;

import java.util.List;
import org.hearsay.read.language.Reading;

/** What was found in a reading: claims in text order, and the proposals that some of them carry. */
public record Findings(Reading reading, List<Claim> claims, List<Proposal> proposals) {
    public Findings {
        claims = List.copyOf(claims);
        proposals = List.copyOf(proposals);
    }

    /** The same with those claims alone that readers are shown. */
    public Findings shown() {
        return new Findings(reading, claims.stream().filter(c -> !c.doubtful()).toList(), proposals);
    }
}
