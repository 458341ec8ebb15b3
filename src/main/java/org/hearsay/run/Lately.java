package org.hearsay.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was used lately, up to a number; what was not used for longest goes first. Not for several threads. */
final class Lately<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    Lately(int most) {
        super(256, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
