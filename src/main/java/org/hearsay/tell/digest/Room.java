package org.hearsay.tell.digest;

/**
 * How much a letter may hold of each kind.
 *
 * @param wordsLength UTF-16 units of a quoted claim; sentences longer than this are no sentences
 */
record Room(int conflicts, int proposals, int stories, int claimsPerStory, int repeats, int feeds, int wordsLength) {
    /** About what a person reads in ten minutes. */
    static final Room AMPLE = new Room(15, 10, 12, 5, 10, 12, 600);

    Room less() {
        return new Room(
                smaller(conflicts),
                smaller(proposals),
                smaller(stories),
                smaller(claimsPerStory),
                smaller(repeats),
                smaller(feeds),
                Math.max(120, wordsLength * 3 / 4));
    }

    boolean least() {
        return equals(less());
    }

    private static int smaller(int number) {
        return Math.max(1, number * 2 / 3);
    }
}
