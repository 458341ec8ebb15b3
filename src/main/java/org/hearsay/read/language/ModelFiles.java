package org.hearsay.read.language;

import java.io.IOException;
import java.io.InputStream;

/** Where model files come from: a name such as {@code en/names.bin} to a stream that the caller closes. */
@FunctionalInterface
public interface ModelFiles {
    /** @throws java.io.FileNotFoundException or NoSuchFileException if there is no such file */
    InputStream open(String name) throws IOException;
}
