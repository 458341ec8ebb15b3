package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk that gets full, a real one: some megabytes of memory, mounted. Where nothing may be mounted, the test is skipped. */
public final class SmallDisk implements AutoCloseable {
    private static final String BALLAST = "ballast";

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /**
     * @param path a folder that is there, empty
     * @param megabytes its size
     */
    public static SmallDisk at(Path path, int megabytes) {
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString()),
                "may not mount a disk");
        return new SmallDisk(path);
    }

    public Path path() {
        return path;
    }

    public void resize(int megabytes) {
        assertThat(ran("mount", "-o", "remount,size=" + megabytes + "m", path.toString()))
                .isTrue();
    }

    /** Mounts it again, to be read only. */
    public void letNobodyWrite() {
        assertThat(ran("mount", "-o", "remount,ro", path.toString())).isTrue();
    }

    /** Leaves no byte. */
    public void fill() throws IOException {
        byte[] some = new byte[4096];
        try (OutputStream out = Files.newOutputStream(path.resolve(BALLAST))) {
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    /** Takes away what {@link #fill} wrote. */
    public void free() {
        try {
            Files.delete(path.resolve(BALLAST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Also where a process that was killed has not let go of its files yet.
        assertThat(ran("umount", "-l", path.toString())).isTrue();
    }

    private static boolean ran(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
