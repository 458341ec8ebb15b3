package org.hearsay.tell.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Voice;

/** Who speaks and how surely, in words. */
final class Words {
    /** Any other words are the text's own name for whoever speaks, and stand in quotation marks. */
    private static final Pattern PRONOUN =
            Pattern.compile("(?:he|she|it|they|him|her|them|i|we|us|me)", Pattern.CASE_INSENSITIVE);

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
                        case Voice.Unresolved u ->
                            "“" + u.words() + "”"
                                    + (PRONOUN.matcher(u.words().strip()).matches() ? " (who is not clear)" : "");
                    });
        }
        return chain;
    }
}
