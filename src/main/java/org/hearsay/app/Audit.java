package org.hearsay.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.hearsay.keep.store.Deeds.Deed;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Store;

/** Notes what people change by commands, as the reading room does of its forms. */
final class Audit {
    private Audit() {}

    /** A change and its note, both or neither. */
    static void noted(Store store, String what, String about, Runnable change) {
        Supplier<String> work = () -> {
            change.run();
            store.deeds().add(deed(what, about));
            return what;
        };
        store.inTransaction(work);
    }

    /** Of a change that lies outside the store, as in the feed list; where no store was begun yet there is nothing to note. */
    static void note(DataFolder folder, String what, String about) {
        if (!folder.inUse()) {
            return;
        }
        try (Store store = folder.elsewhere().isPresent()
                ? folder.elsewhere().get().open()
                : SqliteStore.open(folder.database())) {
            store.deeds().add(deed(what, about));
        }
    }

    private static Deed deed(String what, String about) {
        Instant now = InstantSource.system().instant();
        return new Deed(now, System.getProperty("user.name", "somebody") + ", command line", what, about);
    }
}
