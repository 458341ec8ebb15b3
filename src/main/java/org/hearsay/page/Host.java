package org.hearsay.page;

/**
 * The unit of politeness: host name, with the port where it is not the scheme's own, as in {@code example.org} or
 * {@code star.localhost:8790}. Lower case; IPv6 literals keep their brackets.
 */
public record Host(String authority) implements Comparable<Host> {
    public Host {
        if (authority.isEmpty()) {
            throw new IllegalArgumentException("a host has a name");
        }
    }

    /** Without the port. */
    public String name() {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    @Override
    public int compareTo(Host other) {
        return authority.compareTo(other.authority);
    }

    @Override
    public String toString() {
        return authority;
    }
}
