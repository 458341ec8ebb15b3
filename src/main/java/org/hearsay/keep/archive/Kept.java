package org.hearsay.keep.archive;

/** Where a page lies in the archive: file name, and the offset and length in bytes of its compressed record pair. */
public record Kept(String file, long offset, long length) {}
