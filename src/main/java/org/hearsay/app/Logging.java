package org.hearsay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** How much of the log is shown, and in which form. It goes to stderr; stdout is for data. */
final class Logging {
    private Logging() {}

    /** Libraries that log past SLF4J; held, because the platform forgets the level of a logger that nobody holds. */
    private static final java.util.logging.Logger OTHERS = java.util.logging.Logger.getLogger("");

    private static final Logger OURS = (Logger) LoggerFactory.getLogger("org.hearsay");

    /** Of our own rooms from {@code ours} on, of libraries from warnings on. */
    static void show(Level ours) {
        OTHERS.setLevel(java.util.logging.Level.SEVERE);
        OURS.setLevel(ours);
        // That a database is away is said once, by us; these would say it for each connection and heartbeat, with a
        // stack.
        ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari")).setLevel(Level.ERROR);
        ((Logger) LoggerFactory.getLogger("com.github.kagkarlsson.scheduler")).setLevel(Level.ERROR);
    }

    /** From now on as {@code log.format} says: lines for people, or a JSON object a line for programs. */
    static void shape(Settings settings) {
        if (settings.oneOf(Setting.LOG_FORMAT, "text", "json").equals("json") && !isJson()) {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            JsonEncoder encoder = new JsonEncoder();
            encoder.setContext(context);
            encoder.setWithContext(false);
            encoder.setWithSequenceNumber(false);
            encoder.setWithNanoseconds(false);
            // The message is whole without them, and an argument may be anything.
            encoder.setWithFormattedMessage(true);
            encoder.setWithMessage(false);
            encoder.setWithArguments(false);
            encoder.start();
            appenders().forEach(appender -> appender.setEncoder(encoder));
        }
    }

    /** What a command tells the person who started it, or, where the log is JSON, an event in it. */
    static void say(String words) {
        if (isJson()) {
            LoggerFactory.getLogger("org.hearsay.app").info("{}", words);
        } else {
            System.err.println("hearsay: " + words);
        }
    }

    private static boolean isJson() {
        return appenders().stream().anyMatch(appender -> appender.getEncoder() instanceof JsonEncoder);
    }

    private static List<ConsoleAppender<ILoggingEvent>> appenders() {
        List<ConsoleAppender<ILoggingEvent>> found = new ArrayList<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
                found.add(console);
            }
        });
        return found;
    }
}
