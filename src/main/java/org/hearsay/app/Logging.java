package org.hearsay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much of the log is shown. It goes to stderr; stdout is for data. */
final class Logging {
    private Logging() {}

    /** Libraries that log past SLF4J; held, because the platform forgets the level of a logger that nobody holds. */
    private static final java.util.logging.Logger OTHERS = java.util.logging.Logger.getLogger("");

    /** Of our own rooms from {@code ours} on, of libraries from warnings on. */
    static void show(Level ours) {
        OTHERS.setLevel(java.util.logging.Level.SEVERE);
        ((Logger) LoggerFactory.getLogger("org.hearsay")).setLevel(ours);
    }
}
