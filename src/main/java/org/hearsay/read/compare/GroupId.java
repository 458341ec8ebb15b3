package org.hearsay.read.compare;

/** The name of a story, an origin or a group of claims: that of its smallest member, so it does not depend on who came first. */
public record GroupId(String text) implements Comparable<GroupId> {
    public GroupId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a group's id is not blank");
        }
    }

    @Override
    public int compareTo(GroupId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
