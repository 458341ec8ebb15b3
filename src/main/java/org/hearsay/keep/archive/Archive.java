package org.hearsay.keep.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hearsay.page.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages as they came, in WARC files that only grow. Thread-safe. A record is on the disk (forced) when {@code keep}
 * returns. A file cut at any byte is readable up to the cut; damage in the middle of one costs the records it lies in
 * and no other.
 *
 * <p>Opening makes no file: the first page kept does, so any number of archives may be open on a folder to read it.
 */
public final class Archive implements AutoCloseable {
    /** The size after which WARC writers usually begin a new file, small enough to copy and large enough to be few. */
    private static final long FULL_BYTES = 1L << 30;

    static final String ENDING = ".warc.gz";
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private final Path folder;
    /** Where this one writes: the folder itself, or a folder of one writer in it. */
    private final Path own;

    private final long fullBytes;
    private final Consumer<Damage> damages;
    private Optional<Growing> growing = Optional.empty();
    private boolean closed;

    private Archive(Path folder, Path own, long fullBytes, Consumer<Damage> damages) {
        this.folder = folder;
        this.own = own;
        this.fullBytes = fullBytes;
        this.damages = damages;
    }

    /**
     * Opens or makes the archive in {@code folder}; a half-written record at the end of the newest file is cut off,
     * unless somebody is writing here now. Damage is logged.
     */
    public static Archive open(Path folder) throws IOException {
        return open(folder, folder);
    }

    /**
     * As {@link #open(Path)}, for one of several machines: it reads what lies in {@code folder} and in the folders of all
     * its writers, as far as they can be seen from here, and writes into its own.
     *
     * @param writer a name that no other writer has
     */
    public static Archive open(Path folder, String writer) throws IOException {
        return open(folder, folder.resolve(writer));
    }

    private static Archive open(Path folder, Path own) throws IOException {
        return open(
                folder,
                own,
                FULL_BYTES,
                damage -> LOG.warn(
                        "skipped part of archive file={} offset={} bytes={} because={}",
                        folder.resolve(damage.file()),
                        damage.offset(),
                        damage.length(),
                        damage.words()));
    }

    /** As {@link #open(Path)}; what {@link #each} and the opening cannot read is told to {@code damages}. */
    public static Archive open(Path folder, Consumer<Damage> damages) throws IOException {
        return open(folder, FULL_BYTES, damages);
    }

    static Archive open(Path folder, long fullBytes, Consumer<Damage> damages) throws IOException {
        return open(folder, folder, fullBytes, damages);
    }

    private static Archive open(Path folder, Path own, long fullBytes, Consumer<Damage> damages) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a folder: move it away, or choose another data folder");
        }
        Files.createDirectories(own);
        List<Path> files = files(own);
        if (!files.isEmpty()) {
            Path newest = files.get(files.size() - 1);
            WriteLock.whenNobodyWrites(own, () -> Tail.cut(newest, damages));
        }
        return new Archive(folder, own, fullBytes, damages);
    }

    /** One to read: it makes nothing, and leaves the end of the newest file as it is. */
    public static Archive reading(Path folder, Consumer<Damage> damages) {
        return new Archive(folder, folder, FULL_BYTES, damages);
    }

    /**
     * Keeps a page with the facts that a rebuild needs. If it fails, nothing of the page is left in the file and the
     * archive can go on.
     *
     * @param facts short texts by name; a name is made of ASCII letters, digits, {@code -} and {@code _}
     * @throws IOException if the disk is full or fails
     */
    public synchronized Kept keep(Page page, Map<String, String> facts) throws IOException {
        if (closed) {
            throw new IOException("the archive in " + folder + " is closed");
        }
        byte[] fields = Facts.write(facts);
        if (growing.isPresent() && !growing.get().takesMore(fullBytes)) {
            growing.get().close();
            growing = Optional.empty();
        }
        if (growing.isEmpty()) {
            try {
                growing = Optional.of(Growing.begin(own, files(own), page.fetched()));
            } catch (AccessDeniedException e) {
                throw new IOException(e.getFile() + " is not writable: give this user the right to write it", e);
            }
        }
        Kept kept = growing.get().add(page, fields);
        return new Kept(name(own.resolve(kept.file())), kept.offset(), kept.length());
    }

    /**
     * The page kept there.
     *
     * @throws IOException if there is none, or it is damaged
     */
    public KeptPage read(Kept at) throws IOException {
        Path path = place(at.file());
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            Record response = Record.read(file, at.offset(), at.offset() + at.length());
            Record metadata = Record.read(file, response.end(), at.offset() + at.length());
            return response.with(metadata, at.file());
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "the archive file " + path + " is missing: put it back from a backup"
                            + (folder.equals(path.getParent())
                                    ? ""
                                    : ", or let this machine see the folder of its worker there"),
                    e);
        } catch (IOException e) {
            throw new IOException("no page can be read in " + path + " at byte " + at.offset(), e);
        }
    }

    /**
     * Deletes a file that is not needed any more. The newest stays in any case: it may grow, and the number in its name
     * is what the next one's follows.
     *
     * @return whether it was there and is gone
     */
    public synchronized boolean delete(String name) throws IOException {
        List<Path> files = files(own);
        Path path = place(name);
        if (!files.contains(path) || path.equals(files.get(files.size() - 1))) {
            return false;
        }
        Files.delete(path);
        return true;
    }

    /** The newest of its files, if there is one. */
    public Optional<String> newest() throws IOException {
        List<Path> files = files(own);
        return files.isEmpty() ? Optional.empty() : Optional.of(name(files.get(files.size() - 1)));
    }

    /** Whether a file is one of those that this archive writes, and so may delete; others may belong to other machines. */
    public boolean owns(String name) throws IOException {
        return own.equals(place(name).getParent());
    }

    /** Whether no page was ever kept here. */
    public boolean isEmpty() throws IOException {
        return all().isEmpty();
    }

    /** Whether the bytes of that place are there at all; damage inside them shows only on reading. */
    public boolean holds(Kept at) throws IOException {
        Path path = place(at.file());
        return Files.isRegularFile(path) && Files.size(path) >= at.offset() + at.length();
    }

    /** Every page, file by file in the order in which they were kept. What cannot be read is passed over and told. */
    public void each(Consumer<KeptPage> visitor) throws IOException {
        for (Path path : all()) {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
                each(name(path), file, readable(path, file), visitor);
            }
        }
    }

    /** Of the file that grows, only what is whole. */
    private synchronized long readable(Path path, FileChannel file) throws IOException {
        return growing.filter(g -> g.path().equals(path)).isPresent()
                ? growing.get().length()
                : file.size();
    }

    private void each(String name, FileChannel file, long size, Consumer<KeptPage> visitor) throws IOException {
        long at = 0;
        while (at < size) {
            KeptPage page;
            try {
                Record record = Record.read(file, at, size);
                if (!record.isResponse()) {
                    at = record.end();
                    continue;
                }
                Record metadata = Record.read(file, record.end(), size);
                page = record.with(metadata, name);
                at = metadata.end();
            } catch (IOException e) {
                // A failing disk fails here again, and then it is an exception.
                long next = Record.next(file, at + 1, size);
                damages.accept(new Damage(name, at, next - at, String.valueOf(e.getMessage())));
                at = next;
                continue;
            }
            visitor.accept(page);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (growing.isPresent()) {
            growing.get().close();
            growing = Optional.empty();
        }
    }

    /** A file's name as rows have it: within the folder, with slashes on every system. */
    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private Path place(String name) throws IOException {
        Path path = folder.resolve(name);
        Path parent = path.getParent();
        boolean inside = path.equals(path.normalize())
                && parent != null
                && (parent.equals(folder) || folder.equals(parent.getParent()));
        if (!inside) {
            throw new IOException(name + " is not the name of a file in the archive");
        }
        return path;
    }

    /** Those of the folder, then those of each writer. */
    private List<Path> all() throws IOException {
        List<Path> all = files(folder);
        try (Stream<Path> writers = Files.list(folder)) {
            for (Path writer : writers.filter(Files::isDirectory).sorted().toList()) {
                all.addAll(files(writer));
            }
        }
        return all;
    }

    /** In the order in which they were begun, which is that of their names. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(p -> p.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList());
        }
    }

    /** Bytes of a file that hold no page that could be read. {@code words} says what was seen. */
    public record Damage(String file, long offset, long length, String words) {}
}
