package org.hearsay.read.article;

/**
 * Words, each with what it is as bits, looked up in a run of characters without a string being made of it: a page's
 * attributes hold tens of thousands of words, nearly all of them unknown. Filled once, then read by any thread.
 */
final class Vocabulary {
    /** Four times the words there are, so that most look-ups end at once. */
    private static final int SLOTS = 2_048;

    private final String[] words = new String[SLOTS];
    private final int[] bits = new int[SLOTS];
    private int longest;

    /** Adds words in small letters, parted by blanks; a word that is there already is that as well. */
    Vocabulary with(int bit, String list) {
        for (String word : list.split(" ")) {
            int slot = slot(word.toCharArray(), 0, word.length());
            words[slot] = word;
            longest = Math.max(longest, word.length());
            bits[slot] |= bit;
        }
        return this;
    }

    /** What a word in small letters is; 0 for one that is unknown. */
    int of(char[] letters, int from, int to) {
        return to - from > longest ? 0 : bits[slot(letters, from, to)];
    }

    /** The slot that holds a word, or the free one that would. */
    private int slot(char[] letters, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + letters[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        while (words[slot] != null && !same(words[slot], letters, from, to)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private static boolean same(String word, char[] letters, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }
}
