package org.hearsay.app;

import java.util.Optional;
import org.hearsay.keep.store.PostgresStore;

/**
 * Where the store is, if not in the data folder.
 *
 * @param url as settings give it; it may hold a password, so it is not shown
 */
record Database(String url, Optional<String> password) {
    static Optional<Database> chosenBy(Settings settings) {
        return settings.given(Setting.STORE_URL).map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw settings.wrong(
                        Setting.STORE_URL, "an address like jdbc:postgresql://HOST:PORT/DATABASE?user=NAME");
            }
            return new Database(url, settings.given(Setting.STORE_PASSWORD));
        });
    }

    /** @param alone whether this process wants to be the only one that works on it */
    PostgresStore open(boolean alone) {
        PostgresStore store = PostgresStore.open(url, password);
        if (alone && !store.takeAlone()) {
            store.close();
            throw Stop.later("another Hearsay works on the database of store.url: end that one first");
        }
        return store;
    }

    @Override
    public String toString() {
        return "the database of store.url";
    }
}
