package org.hearsay.badhouse.shed;

/** In a package that nobody put into the table. */
public record Tool() {}
