package org.hearsay.app;

import java.util.Locale;
import java.util.stream.Collectors;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Voice;

/** A claim as lines for a terminal. */
final class ClaimWords {
    private ClaimWords() {}

    /** Its words, who says it and how surely, and where. */
    static String card(StoredClaim claim) {
        String state = claim.state() == StoredClaim.State.CURRENT
                ? ""
                : " · " + claim.state().name().toLowerCase(Locale.ROOT);
        return claim.shown() + "\n  " + voices(claim.claim()) + " · "
                + claim.claim().stanceInWords() + state + "\n  " + claim.firstSeen() + "  " + claim.url() + "  "
                + claim.claim().id() + "\n";
    }

    /** The path the words took, from the outlet inward. */
    static String voices(Claim claim) {
        return claim.voices().stream().map(ClaimWords::voice).collect(Collectors.joining(" › "));
    }

    private static String voice(Voice voice) {
        return switch (voice) {
            case Voice.Outlet outlet -> outlet.name();
            case Voice.Named named ->
                named.name() + named.role().map(role -> " (" + role + ")").orElse("");
            case Voice.Unnamed unnamed ->
                unnamed.description().isEmpty() ? "unnamed" : "unnamed: " + unnamed.description();
            case Voice.Unresolved unresolved ->
                "\"" + unresolved.words() + "\" (whom, the text does not tell for sure)";
        };
    }
}
