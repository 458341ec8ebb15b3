package org.hearsay.app;

import java.nio.file.Path;
import java.util.Optional;
import org.hearsay.keep.store.PostgresStore;
import org.hearsay.keep.store.StoreMove;

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

    /** To read and to note, while others may do what they like. */
    PostgresStore open() {
        return PostgresStore.open(url, password);
    }

    /** To work on it beside others. */
    PostgresStore openBesideOthers() {
        PostgresStore store = open();
        if (!store.takePart()) {
            store.close();
            throw Stop.later(
                    "another Hearsay has the database of store.url for itself, as crawl, rebuild and import do:"
                            + " end that one first, or wait until it is done");
        }
        return store;
    }

    /** For what nobody may disturb. */
    PostgresStore openAlone() {
        PostgresStore store = open();
        if (!store.takeAlone()) {
            store.close();
            throw Stop.later("another Hearsay works on the database of store.url: end that one first"
                    + " (\"crawl --for\" and \"serve\" work beside each other)");
        }
        return store;
    }

    /** Copies all of it into a file, as of one moment, while others may do what they like. */
    void copyTo(Path file) {
        StoreMove.copy(url, password, file);
    }

    /** Fills it, which nobody has used, with what {@link #copyTo} made or what a data folder held. */
    void fillFrom(Path file) {
        StoreMove.copy(file, url, password);
    }

    @Override
    public String toString() {
        return "the database of store.url";
    }
}
