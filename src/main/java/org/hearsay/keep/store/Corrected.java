package org.hearsay.keep.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;

/** What the corrections in force make of a claim as it was read. A value. */
record Corrected(Map<ClaimId, List<Correction>> corrections) {
    static Corrected of(List<Correction> all) {
        Map<ClaimId, List<Correction>> byClaim = new HashMap<>();
        all.forEach(correction -> byClaim.computeIfAbsent(correction.claim(), c -> new ArrayList<>())
                .add(correction));
        return new Corrected(byClaim);
    }

    StoredClaim of(StoredClaim read) {
        StoredClaim claim = read;
        for (Correction correction : corrections.getOrDefault(read.claim().id(), List.of())) {
            claim = switch (correction.what()) {
                case Correction.VOICE -> with(claim, voiced(claim.claim(), correction.words()), claim.state());
                case Correction.STANCE -> with(claim, stance(claim.claim(), correction.words()), claim.state());
                default -> with(claim, claim.claim(), StoredClaim.State.DISMISSED);
            };
        }
        return claim;
    }

    boolean dismissed(ClaimId claim) {
        return corrections.getOrDefault(claim, List.of()).stream()
                .anyMatch(correction -> correction.what().equals(Correction.NOT_A_CLAIM));
    }

    private static StoredClaim with(StoredClaim c, Claim claim, StoredClaim.State state) {
        return new StoredClaim(
                claim,
                c.article(),
                c.version(),
                c.url(),
                c.outlet(),
                c.words(),
                c.sentence(),
                c.group(),
                c.firstSeen(),
                state,
                state == StoredClaim.State.DISMISSED ? Optional.empty() : c.ended());
    }

    /** Said by somebody else: the way of the words is kept but for its end. */
    private static Claim voiced(Claim claim, String name) {
        Voice outlet = claim.voices().get(0);
        List<Voice> voices = new ArrayList<>();
        if (outlet instanceof Voice.Outlet own && own.name().equalsIgnoreCase(name)) {
            voices.add(outlet);
        } else {
            List<Voice> way = claim.voices();
            voices.addAll(way.size() == 1 ? way : way.subList(0, way.size() - 1));
            voices.add(new Voice.Named(name, Optional.empty(), Optional.empty(), place(claim)));
        }
        return claim.saidAs(voices, claim.stance(), claim.denied());
    }

    /** Where the text points to who speaks; the claim itself where it did not seem to. */
    private static Span place(Claim claim) {
        return switch (claim.speaker()) {
            case Voice.Outlet outlet -> claim.content().get(0);
            case Voice.Named named -> named.span();
            case Voice.Unnamed unnamed -> unnamed.span();
            case Voice.Unresolved unresolved -> unresolved.span();
        };
    }

    private static Claim stance(Claim claim, String name) {
        return name.equals("denied")
                ? claim.saidAs(claim.voices(), claim.stance(), true)
                : claim.saidAs(claim.voices(), Stance.valueOf(name.toUpperCase(Locale.ROOT)), false);
    }
}
