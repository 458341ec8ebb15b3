package org.hearsay.tell.mail;

/** Addresses as they may stand in an SMTP command. */
final class Addresses {
    /** RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, two of them its brackets. */
    private static final int LONGEST = 254;

    private Addresses() {}

    /** Whether it is one bare ASCII address, that nothing can be smuggled in with. */
    static boolean plain(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && at < address.length() - 1
                && address.length() <= LONGEST
                && address.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '<' && c != '>');
    }

    /** For a message: short, and on one line. */
    static String shown(String address) {
        String line = address.replaceAll("[^\\x21-\\x7e]", "?");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
