package org.hearsay.tell.digest;

import java.util.Optional;

/**
 * What a letter needs to know of the installation that sends it.
 *
 * @param from the sender's bare address, as {@code hearsay@example.org}; its domain names letters and list
 * @param publicUrl where the web pages can be reached from outside, without a slash at the end; links to claims need it
 * @param mostBytes of the whole message; what does not fit is cut by rank and counted
 */
public record LetterSettings(String from, Optional<String> publicUrl, int mostBytes) {
    /** Some mail programs cut a message at 102 kB; 80 leaves room for what servers add on the way. */
    private static final int USUAL = 80 * 1024;

    public LetterSettings {
        int at = from.lastIndexOf('@');
        if (at < 1
                || at == from.length() - 1
                || !from.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '<' && c != '>')) {
            throw new IllegalArgumentException(
                    "the sender is one bare address such as hearsay@example.org, not " + Harmless.line(from, 80));
        }
        publicUrl = publicUrl.map(url -> url.replaceAll("/+$", ""));
    }

    public LetterSettings(String from, Optional<String> publicUrl) {
        this(from, publicUrl, USUAL);
    }

    /** The page where a reader says that he wants no more letters. */
    Optional<String> unsubscribe(Occasion occasion) {
        return page("/unsubscribe", occasion);
    }

    /** The page where a reader says that he wants letters. */
    Optional<String> confirm(Occasion occasion) {
        return page("/confirm", occasion);
    }

    private Optional<String> page(String path, Occasion occasion) {
        return publicUrl.flatMap(url -> occasion.secret().map(secret -> url + path + "?reader=" + secret));
    }

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
