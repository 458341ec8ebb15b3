package org.hearsay.app;

/** Ends a command with one line for people and an exit code. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int IN_PART = 3;
    static final int NOTHING = 4;
    static final int CONFIGURATION = 5;
    static final int LATER = 75;

    private final int code;

    private Stop(int code, String words) {
        super(words);
        this.code = code;
    }

    int code() {
        return code;
    }

    static Stop failed(String words) {
        return new Stop(FAILED, words);
    }

    static Stop usage(String words) {
        return new Stop(USAGE, words);
    }

    static Stop nothing(String words) {
        return new Stop(NOTHING, words);
    }

    static Stop configuration(String words) {
        return new Stop(CONFIGURATION, words);
    }

    static Stop later(String words) {
        return new Stop(LATER, words);
    }
}
