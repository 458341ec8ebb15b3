package org.hearsay.keep.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty store for each test, of whichever engine, closed after it. */
abstract class OpenStore {
    Store store;

    /** Opens one; for {@link StoreContract} the same each time within a test. */
    abstract Store open();

    @BeforeEach
    void openIt() {
        store = open();
    }

    @AfterEach
    void closeIt() {
        store.close();
    }
}
