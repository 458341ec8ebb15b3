package org.hearsay.tell.digest;

import java.util.List;
import java.util.Optional;

/**
 * A letter's words, cut to its room and harmless, before they become plain text or HTML: both parts say the same
 * because both are set from this. An empty word stands for one that is not there, as templates like it.
 *
 * @param preheader what a mail program shows beside the subject
 * @param foot lines of the footer
 * @param unsubscribe the page for it; empty where there is none
 */
record Sheet(
        String title,
        String counts,
        String preheader,
        String catchUp,
        List<Chapter> chapters,
        List<String> foot,
        String unsubscribe) {
    /**
     * @param more "and 12 more", where something was cut
     * @param cut how many in all
     */
    record Chapter(String heading, String note, List<Passage> passages, String more, int cut) {}

    record Passage(String headline, List<Entry> entries, String more) {}

    /** A stretch of a sentence; {@code marked} where it is the claim itself. */
    record Piece(String words, boolean marked) {}

    /**
     * A claim or a feed.
     *
     * @param sign mark and words, as {@code ≠ differs: 60 / 70 %}
     * @param tone its colour by role, which says nothing that the sign does not
     * @param page of the claim on our own site
     */
    record Entry(
            String sign,
            String tone,
            List<Piece> quote,
            String who,
            String stance,
            String where,
            String spread,
            String source,
            String page,
            List<String> terms,
            List<Entry> others,
            String why) {
        /** A sentence that has quotation marks of its own needs none of ours around it. */
        public String open() {
            return marked() ? "" : "“";
        }

        public String close() {
            return marked() ? "" : "”";
        }

        private boolean marked() {
            return sentence().chars().anyMatch(c -> c == '"' || c == '“' || c == '”' || c == '„' || c == '«');
        }

        /** The whole of what is quoted. */
        String sentence() {
            return String.join("", quote.stream().map(Piece::words).toList());
        }
    }

    static Sheet of(Digest digest, Occasion occasion, LetterSettings settings, Room room) {
        return new Typesetter(occasion, settings, room).sheet(digest);
    }

    /** The first line of both parts. */
    Optional<String> notice() {
        return catchUp.isEmpty() ? Optional.empty() : Optional.of(catchUp);
    }
}
