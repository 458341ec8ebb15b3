package org.hearsay.keep.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Says that somebody writes into a folder, so that nobody takes the record being written for one that was left half
 * written. Writers share it; a lock dies with its process.
 *
 * <p>The system keeps locks for a whole process, and forgets them all when it closes any handle of the lock file, so a
 * process holds one handle a folder and counts its writers itself.
 */
final class WriteLock implements AutoCloseable {
    private static final String NAME = "writers.lock";
    private static final Map<Path, WriteLock> HELD = new HashMap<>();

    private final Path folder;
    private final FileChannel channel;
    private int writers;

    private WriteLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Waits only while another process cuts a file's end. */
    static WriteLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        synchronized (HELD) {
            WriteLock held = HELD.get(real);
            if (held == null) {
                FileChannel channel = open(real);
                try {
                    channel.lock(0, Long.MAX_VALUE, true);
                } catch (IOException e) {
                    channel.close();
                    throw e;
                }
                held = new WriteLock(real, channel);
                HELD.put(real, held);
            }
            held.writers++;
            return held;
        }
    }

    /** Does {@code work}, or nothing at all if anybody writes in this folder. */
    static void whenNobodyWrites(Path folder, Work work) throws IOException {
        Path real = folder.toRealPath();
        synchronized (HELD) {
            if (HELD.containsKey(real)) {
                return;
            }
            try (FileChannel channel = open(real);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    work.run();
                }
            } catch (java.nio.file.AccessDeniedException e) {
                return; // who may not write here may still read
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (--writers == 0) {
                HELD.remove(folder);
                channel.close();
            }
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    interface Work {
        void run() throws IOException;
    }
}
