package org.hearsay.tell.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Voice;

/** Who speaks and how surely, in words. */
final class Words {
    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|\\w+n['’]t)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private Words() {}

    /** From the outlet inward. Whoever has no name is called so; nobody is given one. */
    static List<String> chain(Claim claim, String outlet) {
        List<String> chain = new ArrayList<>();
        for (Voice voice : claim.voices()) {
            chain.add(
                    switch (voice) {
                        case Voice.Outlet o -> outlet;
                        case Voice.Named n ->
                            n.role()
                                    .filter(role -> !role.isBlank())
                                    .map(role -> n.name() + ", " + role)
                                    .orElse(n.name());
                        case Voice.Unnamed u ->
                            u.description().isBlank() ? "somebody not named" : u.description() + " (unnamed)";
                        case Voice.Unresolved u -> "“" + u.words() + "” (who is not clear)";
                    });
        }
        return chain;
    }

    static String stance(Claim claim, String content) {
        String words = switch (claim.stance()) {
            case ASSERTED -> "said as fact";
            case POSSIBLE -> "possible";
            case FORECAST -> "forecast";
            case PLANNED -> "planned";
            case PROPOSED -> "proposed";
            case CONDITIONAL -> "only if …";
            case ASKED -> "asked";
        };
        if (!claim.denied()) {
            return words;
        }
        // Under words that hold their own "not", "denied" would read as its opposite.
        String denial = NEGATION.matcher(content).find() ? "a denial" : "denies this";
        return words.equals("said as fact") ? denial : denial + ", " + words;
    }
}
