package org.hearsay.app;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.store.Ending;
import org.hearsay.page.PageUrl;
import org.hearsay.run.Progress;

/** What a person sees while it works: a bar on a terminal, nothing elsewhere (the log has a line a feed there). */
final class Terminal {
    private Terminal() {}

    /** Whether stderr is a terminal, and nobody asked for plain output ({@code NO_COLOR}, {@code --no-color}). */
    static boolean lively(boolean plain) {
        String noColour = System.getenv("NO_COLOR");
        if (plain || noColour != null && !noColour.isEmpty()) {
            return false;
        }
        // The launcher asks the shell, which is sure; started otherwise, Java's guess must do.
        String told = System.getProperty("hearsay.terminal");
        return told == null ? console() : Boolean.parseBoolean(told);
    }

    private static boolean console() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since 22 a console may stand for a pipe, and a method tells; before, there was none for a pipe.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** A bar that is closed with the work. */
    static Bar bar(String task) {
        return new Bar(new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .setInitialMax(1)
                .build());
    }

    /** A progress bar that counts feeds, pages or lines. */
    static final class Bar implements Progress, AutoCloseable {
        private final ProgressBar bar;

        private Bar(ProgressBar bar) {
            this.bar = bar;
        }

        @Override
        public void expect(int steps) {
            bar.maxHint(Math.max(steps, 1));
        }

        @Override
        public void visited(FeedState state, int entries, int fresh, Duration took) {
            bar.maxHint(bar.getMax() + fresh);
            bar.step();
            bar.setExtraMessage(" " + state.feed().host());
        }

        @Override
        public void page(PageUrl page, Ending ending) {
            step();
        }

        void step() {
            bar.step();
            if (bar.getCurrent() > bar.getMax()) {
                bar.maxHint(bar.getCurrent());
            }
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
