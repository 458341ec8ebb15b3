package org.hearsay.keep.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/** The files of an index: whether they are whole, how they go away, and what their trouble means. */
record IndexFiles(Path folder) {
    static final String MAPPING_KEY = "hearsay.mapping";
    /** What the engine calls its files. Nothing else in the folder is ever touched. */
    private static final Pattern OURS = Pattern.compile("(?:_|segments|pending_segments|write\\.lock|stale).*");

    /** Deletes the index, whatever state it is in. */
    void wipe() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Directory directory = directory()) {
            try (Lock held = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                held.ensureValid();
                for (Path file : files()) {
                    if (!file.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (LockObtainFailedException e) {
            throw new IndexHeld(folder, e);
        } catch (IOException e) {
            throw IndexException.writing(folder, e);
        }
    }

    Directory directory() {
        try {
            return FSDirectory.open(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IndexException(
                    "the index cannot be in " + folder
                            + ": that is no folder; move it away, and it is made again from the store",
                    e);
        } catch (IOException e) {
            throw IndexException.writing(folder, e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> OURS.matcher(f.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Reads every file and compares it with its checksum. */
    void check(Directory directory) throws IOException {
        try (Lock held = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            held.ensureValid();
            read(directory);
        }
    }

    /** As {@link #check}, without the lock: for one commit, while another process may write the next. */
    void read(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            Optional<Path> other = files().stream()
                    .filter(f -> !f.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME))
                    .filter(f -> !f.getFileName().toString().startsWith("pending_segments"))
                    .findFirst();
            if (other.isPresent()) {
                throw new IndexDamaged(folder, "its list of files, segments_N, is missing");
            }
            return;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String mapping = reader.getIndexCommit().getUserData().getOrDefault(MAPPING_KEY, "none");
            if (!mapping.equals(Documents.MAPPING)) {
                throw new IndexDamaged(
                        folder, "its fields are of version " + mapping + ", this program's are " + Documents.MAPPING);
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            // What the engine makes of bytes that pass as its own but are none: an unknown codec, a number too large.
            throw new IndexDamaged(folder, e);
        }
    }

    /** What went wrong, as the caller can act on it. */
    RuntimeException trouble(Exception e, boolean writable) {
        if (e instanceof IndexException known) {
            return known;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CorruptIndexException
                    || cause instanceof IndexFormatTooOldException
                    || cause instanceof IndexFormatTooNewException
                    || cause instanceof IndexNotFoundException
                    || cause instanceof NoSuchFileException
                    || cause instanceof FileNotFoundException
                    || cause instanceof EOFException) {
                return new IndexDamaged(folder, cause);
            }
            if (cause instanceof LockObtainFailedException) {
                return new IndexHeld(folder, cause);
            }
        }
        if (e instanceof IOException
                || e instanceof java.io.UncheckedIOException
                || e instanceof AlreadyClosedException) {
            return writable ? IndexException.writing(folder, e) : IndexException.reading(folder, e);
        }
        return (RuntimeException) e;
    }
}
