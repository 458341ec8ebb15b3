package org.hearsay.keep.store;

import java.time.Instant;
import java.util.List;
import org.hearsay.read.claim.ClaimId;

/** What people said is wrong with a claim. Survives a rebuild. */
public interface Corrections {
    void add(Correction correction);

    List<Correction> of(ClaimId claim);

    List<Correction> all();

    /** @param what "voice", "stance" or "not a claim" */
    record Correction(ClaimId claim, String what, String words, Instant at) {}
}
