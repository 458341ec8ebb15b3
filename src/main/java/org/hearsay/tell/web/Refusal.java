package org.hearsay.tell.web;

/** A request that is not answered, and what to tell the one who asked. No stack: it is an answer, not a fault. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int status;
    final String heading;
    final String what;
    final String next;

    private Refusal(int status, String heading, String what, String next) {
        super(what, null, false, false);
        this.status = status;
        this.heading = heading;
        this.what = what;
        this.next = next;
    }

    /** What its page shows. */
    record Told(String heading, String what, String next) {}

    Told told() {
        return new Told(heading, what, next);
    }

    static Refusal unknown(String thing) {
        return new Refusal(
                404,
                "Not here",
                "There is no " + thing + " of this name.",
                "It may have been known under it before the archive was read anew. Searching for its words finds it.");
    }

    static Refusal tooLong(int length) {
        return new Refusal(
                400,
                "Too long",
                "A search may have " + WebServer.MAX_QUERY + " characters; this one has " + length + ".",
                "A few words of what you look for find it as well.");
    }

    static Refusal cursor() {
        return new Refusal(
                400,
                "No such page",
                "The cursor in this address is none that was given out here.",
                "Ask without it for the first page, and follow its next.");
    }

    static Refusal stranger() {
        return new Refusal(
                421,
                "Not under this name",
                "This reading room does not go by the name that your browser asked for.",
                "Open it as 127.0.0.1 or localhost, or set web.public-url to the name it is to have.");
    }

    static Refusal noToken() {
        return new Refusal(
                401,
                "Closed",
                "This reading room opens with its token.",
                "Add ?token= and the token (the setting web.token) to the address once.");
    }

    static Refusal readOnly() {
        return new Refusal(
                403,
                "Only for editors",
                "You may read everything here and change nothing.",
                "Who runs this reading room gives out the token of editors, or names you in web.editors.");
    }

    static Refusal foreignForm() {
        return new Refusal(
                403,
                "Not from here",
                "This was not sent from a page of this reading room as it runs now.",
                "Load the page with the form again and send it once more; nothing was changed.");
    }

    /** Something in a form that cannot be done, and why. */
    static Refusal unusable(String what, String next) {
        return new Refusal(400, "Not done", what, next);
    }

    /** The index is on a server that does not answer now. */
    static Refusal away() {
        return new Refusal(
                503,
                "Not now",
                "What is searched lies on a server that does not answer at the moment.",
                "Try again in a minute: nothing is lost, and what comes in meanwhile is found when it is back.");
    }

    static Refusal broken() {
        return new Refusal(
                500,
                "A fault of ours",
                "This page could not be made.",
                "The log says why. The other pages may work, and nothing that was kept is lost.");
    }

    static Refusal ofStatus(int status) {
        return switch (status) {
            case 404 ->
                new Refusal(404, "Not here", "There is no page at this address.", "Today and the search lead on.");
            case 405 ->
                new Refusal(
                        405, "Only for reading", "Nothing can be sent to this address.", "Open it as a page instead.");
            case 413 -> new Refusal(413, "Too large", "The request is too large.", "Nothing needs to be sent here.");
            case 500 -> broken();
            default ->
                new Refusal(
                        status,
                        "Not understood",
                        "The request could not be understood.",
                        "Today and the search lead on.");
        };
    }
}
