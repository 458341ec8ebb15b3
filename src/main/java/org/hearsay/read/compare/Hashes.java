package org.hearsay.read.compare;

/** A 64-bit hash of words that is the same on every machine and in every version: it is kept in the store. */
final class Hashes {
    private Hashes() {}

    static long of(String word) {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    static long of(String first, String second, String third) {
        return mixed(mixed(mixed(of(first) * 31 + of(second)) * 31) + of(third));
    }

    /** Spreads every bit over all (the finisher of SplitMix64). */
    static long mixed(long hash) {
        long h = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }
}
