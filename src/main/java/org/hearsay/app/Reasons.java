package org.hearsay.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file could not be used, in words: what the platform says of it is often its name alone. */
final class Reasons {
    private Reasons() {}

    /** Words that fit behind "FILE cannot be read: ". */
    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "this user may not, give it the right";
            case CharacterCodingException foreign -> "it is not UTF-8 text, save it as UTF-8";
            case FileSystemException other -> other.getReason() == null ? itsOwn(e) : other.getReason();
            default -> itsOwn(e);
        };
    }

    private static String itsOwn(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /**
     * The bytes of a file that must not be larger than {@code mostBytes}. Not more than that is ever read, so a device
     * without an end ends here too.
     */
    static byte[] bytes(Path file, long mostBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(mostBytes + 1));
            if (bytes.length > mostBytes) {
                throw new IOException("it is larger than " + (mostBytes >> 20) + " MiB");
            }
            return bytes;
        }
    }
}
