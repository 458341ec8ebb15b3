package org.hearsay.app;

/** Starts Hearsay. */
public final class Main {
    private Main() {}

    /** Runs one command and ends with its code. */
    public static void main(String[] args) {
        endWithTheBuildThatStartedUs();
        System.out.println("hearsay " + String.join(" ", args));
    }

    /**
     * {@code mvn exec:exec} passes no signal on to what it runs, so a killed Maven would leave the program behind with
     * its port and its data folder. The build starts it with {@code -Dhearsay.tethered=true}, and then it ends, through
     * its shutdown hooks, as soon as its parent process has.
     */
    private static void endWithTheBuildThatStartedUs() {
        if (Boolean.getBoolean("hearsay.tethered")) {
            // 143 is what a process ended by SIGTERM leaves.
            var unused = ProcessHandle.current()
                    .parent()
                    .map(parent -> parent.onExit().thenRun(() -> System.exit(143)));
        }
    }
}
