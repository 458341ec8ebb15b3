package org.hearsay.keep.index;

/** Numbers by number, open addressing, growing. Not thread-safe. */
final class LongTable {
    static final long ABSENT = Long.MIN_VALUE;

    private long[] keys;
    private long[] values;
    private int size;

    LongTable(int expected) {
        int room = Integer.highestOneBit(Math.max(8, Math.min(expected, 1 << 28))) * 4;
        keys = new long[room];
        values = new long[room];
        java.util.Arrays.fill(values, ABSENT);
    }

    /** {@link #ABSENT} if there is none. */
    long get(long key) {
        return values[place(key)];
    }

    void put(long key, long value) {
        int at = place(key);
        if (values[at] == ABSENT) {
            size++;
        }
        keys[at] = key;
        values[at] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    /** @return what was there, or {@link #ABSENT} */
    long putIfAbsent(long key, long value) {
        long before = get(key);
        if (before == ABSENT) {
            put(key, value);
        }
        return before;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (values[at] != ABSENT && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        java.util.Arrays.fill(values, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
