package org.hearsay.keep.store;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What people watch and who gets letters. Typed by people, so not derived. */
public interface Watches {
    List<SavedWatch> watches();

    Optional<SavedWatch> watch(String name);

    void save(SavedWatch watch);

    /** @return whether there was one */
    boolean removeWatch(String name);

    List<Recipient> recipients();

    void save(Recipient recipient);

    boolean removeRecipient(String address);

    /** A search with a name. */
    record SavedWatch(String name, String query) {}

    /**
     * @param hour of the local day, 0 to 23
     * @param watches names; empty means everything new
     */
    record Recipient(String address, ZoneId zone, int hour, List<String> watches, boolean paused) {
        public Recipient {
            watches = List.copyOf(watches);
            if (hour < 0 || hour > 23) {
                throw new IllegalArgumentException("hour " + hour);
            }
        }
    }
}
