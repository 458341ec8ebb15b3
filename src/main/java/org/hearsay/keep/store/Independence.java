package org.hearsay.keep.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.Dependence;

/**
 * How many of those who say a thing have it by themselves: copies of one text are one origin, and so are those who have it
 * from one outlet or agency, with that outlet's own report where it is among them ({@link Dependence}).
 */
public final class Independence {
    private final Map<String, String> up = new HashMap<>();

    private Independence() {}

    /** A claim and the article that makes it, in the version its spans point into. */
    public record Saying(StoredClaim claim, StoredArticle article) {}

    /** Of each claim its origin; those of one origin have the same. */
    public static Map<ClaimId, String> origins(Collection<Saying> sayings) {
        Independence joined = new Independence();
        Set<String> named = new HashSet<>();
        for (Saying saying : sayings) {
            from(saying).ifPresent(from -> {
                named.add(from);
                joined.join(text(saying), from);
            });
        }
        // Of two outlets with that name it is only one, and who names it does not say which: the first to report.
        Map<String, Optional<String>> sites = new HashMap<>();
        List<Saying> byTime = sayings.stream()
                .sorted(Comparator.comparing((Saying saying) -> saying.claim().firstSeen())
                        .thenComparing(saying -> saying.claim().claim().id()))
                .toList();
        for (Saying saying : byTime) {
            String outlet = outlet(saying.claim().outlet());
            if (from(saying).isEmpty() && named.contains(outlet)) {
                Optional<String> site = saying.claim().publisher().site();
                if (sites.computeIfAbsent(outlet, first -> site).equals(site)) {
                    joined.join(text(saying), outlet);
                }
            }
        }
        Map<ClaimId, String> origins = new HashMap<>();
        sayings.forEach(saying -> origins.put(saying.claim().claim().id(), joined.root(text(saying))));
        return origins;
    }

    /** How many origins these have. */
    public static int count(Collection<Saying> sayings) {
        return (int) origins(sayings).values().stream().distinct().count();
    }

    private static String text(Saying saying) {
        return "text:" + saying.article().origin();
    }

    private static Optional<String> from(Saying saying) {
        return saying.article()
                .extraction()
                .readable()
                .flatMap(article -> Dependence.of(saying.claim().claim(), article))
                .map(Independence::outlet);
    }

    private static String outlet(String name) {
        return "outlet:" + Dependence.name(name);
    }

    private void join(String a, String b) {
        String first = root(a);
        String second = root(b);
        if (!first.equals(second)) {
            up.put(first, second);
        }
    }

    private String root(String of) {
        String at = of;
        for (String next = up.get(at); next != null; next = up.get(at)) {
            at = next;
        }
        return at;
    }
}
