package org.hearsay.keep.store;

/** How a feed entry ended in a run. Every entry seen ends in exactly one of them. */
public enum Ending {
    /** Its page is a new article. */
    NEW("new"),
    /** Its page changed: a new version of a known article. */
    UPDATED("updated"),
    /** Its page was looked at again and says the same. */
    SAME("same"),
    /** Nothing to do: known from an earlier visit, and the feed says nothing new of it. */
    KNOWN("known"),
    /** Another entry, of this or another feed, already brought the same article in this state. */
    SHARED("shared"),
    /** The page is no article (consent, paywall, empty …): kept, with the feed's own words. */
    UNREADABLE("unreadable"),
    /** The entry has no address: the feed's own words are kept. */
    NO_LINK("no link"),
    /** We chose not to ask: robots.txt, a private address. */
    DECLINED("declined"),
    /** Its page could not be had; it will be tried again. */
    FAILED("failed"),
    /** Its page could not be had and will not be tried again: gone, or refused too often. */
    GIVEN_UP("given up"),
    /** Not tried yet: its host asked to be left alone, or the run ended first. */
    WAITING("waiting"),
    /** A fault of ours while reading it; logged, and the page is kept for another try. */
    BROKEN("broken");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    /** For people. */
    public String inWords() {
        return words;
    }
}
