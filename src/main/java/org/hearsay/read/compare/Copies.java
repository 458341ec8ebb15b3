package org.hearsay.read.compare;

import java.util.SortedSet;

/**
 * Whether two articles carry one text, judged by samples of the hashes of their word triples. A sample holds all hashes up
 * to some bound; below the lower of two bounds both texts are known wholly, so what they share there estimates what they
 * share altogether.
 *
 * <p>Independent reports of one event that quote the same speech share up to a third of the shorter; a copy cut to a tenth
 * shares little of the longer, but then most of the shorter; a copy of which every fifth word was changed shares a quarter
 * and more, all over. Between these nothing is sure, so such a copy must be one of the fullest text of its group as well.
 */
final class Copies {
    /** How likely it is that two texts are one. */
    enum Link {
        NONE,
        /** Only if the fullest texts of both groups are linked too. */
        WEAK,
        STRONG
    }

    /** Texts with fewer triples, a sentence or three, share half of them by being about one thing. */
    private static final double SHORT = 40;
    /** A text of a dozen words. */
    private static final double TINY = 12;

    private Copies() {}

    static Link link(Fingerprint a, Fingerprint b) {
        if (a.shingles().isEmpty() || b.shingles().isEmpty()) {
            return Link.NONE;
        }
        long bound = Math.min(bound(a), bound(b));
        SortedSet<Long> first = upTo(a.shingles(), bound);
        SortedSet<Long> second = upTo(b.shingles(), bound);
        int shared = 0;
        for (Long hash : first) {
            if (second.contains(hash)) {
                shared++;
            }
        }
        int smaller = Math.min(first.size(), second.size());
        if (shared < 4 || smaller == 0) {
            return Link.NONE;
        }
        double together = (double) shared / (first.size() + second.size() - shared);
        double contained = (double) shared / smaller;
        double length = Math.min(size(a), size(b));
        if (length < TINY || smaller < TINY) {
            // Too small to tell: only a whole copy is one.
            return together >= 0.5 ? Link.STRONG : Link.NONE;
        }
        if (length < SHORT) {
            return contained >= 0.6 && together >= 0.3 ? Link.STRONG : Link.NONE;
        }
        if (contained >= 0.5 && shared >= 12 || contained >= 0.35 && together >= 0.08) {
            return Link.STRONG;
        }
        return contained >= 0.27 && contained + together >= 0.41 ? Link.WEAK : Link.NONE;
    }

    /** How many triples the text has, about. */
    static double size(Fingerprint article) {
        int kept = article.shingles().size();
        long bound = bound(article);
        if (bound == Long.MAX_VALUE) {
            return kept;
        }
        // Hashes are spread evenly over all numbers, from the smallest long on.
        double part = ((double) bound - Long.MIN_VALUE) / Math.pow(2, 64);
        return kept / part;
    }

    private static long bound(Fingerprint article) {
        return article.shingles().size() < Fingerprints.SAMPLE
                ? Long.MAX_VALUE
                : article.shingles().last();
    }

    private static SortedSet<Long> upTo(SortedSet<Long> hashes, long bound) {
        return bound == Long.MAX_VALUE ? hashes : hashes.headSet(bound + 1);
    }
}
