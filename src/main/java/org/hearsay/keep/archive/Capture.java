package org.hearsay.keep.archive;

import java.util.Map;
import org.hearsay.page.Page;

/** What one record of a WARC file came to, if it is about a page at all. */
public sealed interface Capture {
    /**
     * A page.
     *
     * @param facts what this program's own archive noted beside it; empty in other archives
     */
    record Captured(Page page, Map<String, String> facts) implements Capture {
        public Captured {
            facts = Map.copyOf(facts);
        }
    }

    /** Something that is no page to read, as a picture. */
    record PassedOver(Why why) implements Capture {}

    /**
     * Bytes that no page could be read from.
     *
     * @param offset where the record begins, in bytes of the file as it lies on the disk
     * @param detail what was seen, and whether what follows was read
     */
    record Damaged(long offset, String detail) implements Capture {}

    /** Why a record is no page to read. */
    enum Why {
        /** The server answered with a redirect or an error. */
        NO_ANSWER("redirects and errors"),
        /** A picture, a style sheet, a feed: nothing that an article could be. */
        OTHER_TYPE("files of other types"),
        /** Says that an address gave the same bytes as before. */
        REVISIT("repeated captures"),
        /** Larger than any page that is ever fetched. */
        TOO_LARGE("files that are too large"),
        /** Its address is none of the web (dns:, ftp:, urn:). */
        NO_ADDRESS("captures from outside the web");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** In the plural, for people. */
        public String inWords() {
            return words;
        }
    }
}
