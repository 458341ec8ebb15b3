package org.hearsay.page;

/** One HTTP header line as it came; names compare without case. */
public record Header(String name, String value) {
    public boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }
}
