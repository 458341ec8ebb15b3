package org.hearsay.keep.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Puts into words what is wrong with a store, and what to do. */
final class Troubles {
    /** How every SQLite file begins. */
    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private Troubles() {}

    /** Finds what can be seen before the file is opened. */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new StoreException(
                    file + " is a folder where the store should be: move it away, or choose another" + " data folder");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException(
                    "the folder " + folder + " does not exist: make it, or choose another data folder");
        }
        if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            throw readOnly(file);
        }
        if (Files.exists(file)) {
            checkHeader(file);
        }
    }

    static void checkHeader(Path file) {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(HEADER.length);
        } catch (IOException e) {
            throw new StoreException(
                    "the store " + file + " cannot be read (" + e.getMessage() + "): check the disk", e);
        }
        if (start.length > 0 && !Arrays.equals(start, HEADER)) {
            throw notADatabase(file);
        }
    }

    /** Any failure of the engine as ours. */
    static StoreException inWords(Path file, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException ours) {
                return ours;
            }
            if (cause instanceof SQLiteException sqlite) {
                return inWords(file, sqlite, failure);
            }
        }
        String words = failure instanceof SQLException ? failure.getMessage() : String.valueOf(failure);
        return new StoreException("the store " + file + " failed: " + firstLine(words), failure);
    }

    private static StoreException inWords(Path file, SQLiteException sqlite, Throwable failure) {
        // The low byte is the kind, the rest says more (SQLite, "extended result codes").
        SQLiteErrorCode kind = SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff);
        return switch (kind) {
            case SQLITE_FULL ->
                new StoreException(
                        "the disk is full, so the store " + file + " cannot grow: make room and start again", failure);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreException(
                        "the store " + file + " is locked by another process: end that one, or wait for it", failure);
            case SQLITE_CORRUPT ->
                new StoreException(
                        "the store " + file + " is damaged: put it back from a backup, or move it away and rebuild",
                        failure);
            case SQLITE_NOTADB -> notADatabase(file);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> readOnly(file);
            case SQLITE_CANTOPEN ->
                new StoreException(
                        "the store " + file + " cannot be opened: check that its folder exists and may be written",
                        failure);
            case SQLITE_IOERR ->
                new StoreException(
                        "the disk failed under the store " + file + " (" + firstLine(sqlite.getMessage())
                                + "): check the disk, then start again",
                        failure);
            default -> new StoreException("the store " + file + " failed: " + firstLine(sqlite.getMessage()), failure);
        };
    }

    static StoreException newer(Path file, String version) {
        return new StoreException("the store " + file + " was written by a newer Hearsay (its form is " + version
                + "): use that one, or choose another data folder");
    }

    private static StoreException notADatabase(Path file) {
        return new StoreException(file + " is no store of Hearsay, or a damaged one: put it back from a backup, or move"
                + " it away and rebuild");
    }

    private static StoreException readOnly(Path file) {
        return new StoreException("the store " + file + " may not be written: give this user the right to write it and"
                + " its folder, or choose another data folder");
    }

    private static String firstLine(@Nullable String words) {
        return String.valueOf(words).lines().findFirst().orElse("no reason given");
    }
}
