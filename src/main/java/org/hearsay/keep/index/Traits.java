package org.hearsay.keep.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;

/** What kind of claim it is, in the few values that there are: one bit each, so that counting them reads one number. */
final class Traits {
    /** A field of the query language and one of its values. */
    record Trait(String field, String value, long bit) {}

    static final List<Trait> ALL = all();

    private Traits() {}

    private static List<Trait> all() {
        Stream<String> stances = Arrays.stream(Stance.values())
                .map(stance -> "stance:" + stance.name().toLowerCase(Locale.ROOT));
        List<String> names = Stream.concat(
                        stances,
                        Stream.of(
                                "attribution:outlet",
                                "attribution:named",
                                "attribution:unnamed",
                                "attribution:unresolved",
                                "kind:own",
                                "kind:reported",
                                "kind:proposal",
                                "has:proposal",
                                "denied:yes",
                                "denied:no"))
                .toList();
        return java.util.stream.IntStream.range(0, names.size())
                .mapToObj(i -> {
                    int colon = names.get(i).indexOf(':');
                    return new Trait(
                            names.get(i).substring(0, colon), names.get(i).substring(colon + 1), 1L << i);
                })
                .toList();
    }

    static long of(Claim claim) {
        String attribution = switch (claim.speaker()) {
            case Voice.Outlet o -> "outlet";
            case Voice.Named n -> "named";
            case Voice.Unnamed u -> "unnamed";
            case Voice.Unresolved u -> "unresolved";
        };
        boolean proposal = claim.proposal().isPresent();
        long bits = 0;
        for (Trait trait : ALL) {
            boolean has = switch (trait.field) {
                case "stance" -> claim.stance().name().toLowerCase(Locale.ROOT).equals(trait.value);
                case "attribution" -> attribution.equals(trait.value);
                case "denied" -> claim.denied() == trait.value.equals("yes");
                case "has" -> proposal;
                default ->
                    switch (trait.value) {
                        case "proposal" -> proposal;
                        case "own" -> attribution.equals("outlet");
                        default -> !attribution.equals("outlet");
                    };
            };
            bits |= has ? trait.bit : 0;
        }
        return bits;
    }
}
