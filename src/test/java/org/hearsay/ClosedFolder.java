package org.hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearsay.keep.index.SmallDisk;

/**
 * A folder that nobody may write. For root, who may write whatever the permissions say, it becomes a disk that is mounted
 * to be read only; where nothing may be mounted, the test is skipped.
 */
public final class ClosedFolder implements AutoCloseable {
    private final Path path;
    private final Optional<SmallDisk> disk;

    private ClosedFolder(Path path, Optional<SmallDisk> disk) {
        this.path = path;
        this.disk = disk;
    }

    /** Closes a folder that is there and empty. */
    public static ClosedFolder at(Path path) {
        assertThat(path.toFile().setWritable(false)).isTrue();
        Optional<SmallDisk> disk = Files.isWritable(path) ? Optional.of(SmallDisk.at(path, 1)) : Optional.empty();
        disk.ifPresent(SmallDisk::letNobodyWrite);
        return new ClosedFolder(path, disk);
    }

    @Override
    public void close() {
        disk.ifPresent(SmallDisk::close);
        assertThat(path.toFile().setWritable(true)).isTrue();
    }
}
