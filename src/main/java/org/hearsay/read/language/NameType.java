package org.hearsay.read.language;

/** Types of names, as they leave the program. MISC: nationalities, events, laws, works. */
public enum NameType {
    PERSON,
    ORGANIZATION,
    LOCATION,
    MISC
}
