package org.hearsay.keep.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearsay.keep.archive.Archive.Damage;

/**
 * The end of a file that a killed process left. Looks from the end backwards for the last page that is whole, so that
 * a gigabyte needs not be read to find that nothing is wrong.
 */
final class Tail {
    private static final int STEP_BYTES = 65_536 - 3;

    private Tail() {}

    /** Cuts off a page that was being written. Bytes that are anything else are left as they are. */
    static void cut(Path path, Consumer<Damage> damages) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = file.size();
            long whole = endOfLastWhole(file, size);
            if (whole == size || !wasBeingWritten(file, whole, size)) {
                return;
            }
            file.truncate(whole);
            file.force(true);
            damages.accept(new Damage(
                    path.getFileName().toString(),
                    whole,
                    size - whole,
                    "half written when its process ended: cut off"));
        }
    }

    /** The end of the last record that ends a page or begins a file; 0 if there is none. */
    private static long endOfLastWhole(FileChannel file, long size) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(65_536);
        for (long to = size; to > 0; to -= STEP_BYTES) {
            long from = Math.max(0, to - STEP_BYTES);
            Record.fill(file, window, from, size);
            for (int i = (int) Math.min(to - from, window.limit() - (long) Member.MAGIC.length + 1) - 1; i >= 0; i--) {
                if (Record.isMagic(window, i)) {
                    Optional<Record> record = record(file, from + i, size);
                    if (record.isPresent() && !record.get().isResponse()) {
                        return record.get().end();
                    }
                }
            }
        }
        return 0;
    }

    private static boolean wasBeingWritten(FileChannel file, long from, long size) throws IOException {
        long at = from;
        try {
            Record first = Record.read(file, from, size);
            at = first.end();
            if (!first.isResponse() || at == size) {
                return first.isResponse();
            }
            Record.read(file, at, size);
            return false;
        } catch (EOFException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Record> record(FileChannel file, long at, long size) {
        try {
            return Optional.of(Record.read(file, at, size));
        } catch (IOException e) {
            return Optional.empty(); // by chance the same four bytes, or the record that was cut
        }
    }
}
