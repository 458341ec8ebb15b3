package org.hearsay.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.StoreExam;

/**
 * A copy of a data folder, made while another process may write there. The store is copied first, as of one moment and
 * from wherever it is into a file; then of each archive file at least what that store points to, so that nothing in the copy
 * points to nothing. The index is left out, for it follows from the store.
 *
 * <p>A copy is made beside its place and gets its name when it is whole, so what has the name is a whole one.
 */
final class Backup {
    /** What a copy must hold, a line a file: its size, then its name. Written last. */
    static final String CONTENTS = "contents.txt";

    static final String ARCHIVE = "archive";
    static final String STORE = "hearsay.db";
    /** What people wrote themselves, where it is there. */
    static final List<String> BY_HAND = List.of("hearsay.properties", "feeds.txt");

    /** What was copied. */
    record Made(int files, long bytes, int articles, int claims) {}

    private Backup() {}

    /**
     * Makes a copy.
     *
     * @param target a folder that is not there yet or empty, or a file to be made whose name ends in {@code .zip}
     */
    static Made make(DataFolder folder, Path target) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        boolean zip =
                place.getFileName() != null && place.getFileName().toString().endsWith(".zip");
        Path parent = place.getParent();
        if (parent == null || place.startsWith(folder.path())) {
            throw Stop.usage("a backup in the data folder itself would be lost with it: name another place");
        }
        if (zip ? Files.exists(place) : holdsAnything(place)) {
            throw Stop.usage(place + " is there already: name a new place, such as one with the day in its name");
        }
        Files.createDirectories(parent);
        Path aside = Files.createTempDirectory(parent, ".backup");
        try {
            Made made = fill(folder, aside);
            if (zip) {
                Path packed = Files.createTempFile(parent, ".backup", ".zip");
                try {
                    pack(aside, packed);
                    Files.move(packed, place, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(packed);
                }
            } else {
                Files.deleteIfExists(place);
                Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return made;
        } finally {
            delete(aside);
        }
    }

    private static boolean holdsAnything(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Files.exists(place);
        }
        try (Stream<Path> all = Files.list(place)) {
            return all.findAny().isPresent();
        }
    }

    private static Made fill(DataFolder folder, Path aside) throws IOException {
        if (folder.elsewhere().isPresent()) {
            folder.elsewhere().get().copyTo(aside.resolve(STORE));
        } else {
            try (StoreExam exam = StoreExam.open(folder.database())) {
                exam.copyTo(aside.resolve(STORE));
            }
        }
        Path archive = Files.createDirectory(aside.resolve(ARCHIVE));
        int articles;
        int claims;
        try (StoreExam copy = StoreExam.open(aside.resolve(STORE))) {
            List<Kept> last = copy.lastPages();
            for (int i = 0; i < last.size(); i++) {
                Kept kept = last.get(i);
                Path to = archive.resolve(kept.file());
                // They are by name, so the newest of each writer comes last of his.
                boolean mayGrow = i + 1 == last.size() || !writer(kept).equals(writer(last.get(i + 1)));
                Files.createDirectories(to.getParent());
                take(folder.archive().resolve(kept.file()), to, kept, mayGrow);
            }
            articles = copy.articles();
            claims = copy.claims();
        }
        for (String name : BY_HAND) {
            Path file = folder.path().resolve(name);
            if (Files.isRegularFile(file)) {
                Files.copy(file, aside.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        long bytes = 0;
        List<String> contents = new ArrayList<>();
        contents.add("# a backup of Hearsay, made " + Instant.now());
        List<Path> files = files(aside);
        for (Path file : files) {
            bytes += Files.size(file);
            contents.add(Files.size(file) + " " + name(aside, file));
        }
        Files.write(aside.resolve(CONTENTS), contents);
        return new Made(files.size(), bytes, articles, claims);
    }

    private static String writer(Kept kept) {
        return kept.file().substring(0, kept.file().lastIndexOf('/') + 1);
    }

    /** A file that nobody writes any more is linked where the disk allows it; one that may grow is copied as far as it counts. */
    private static void take(Path from, Path to, Kept last, boolean mayGrow) throws IOException {
        long counts = last.offset() + last.length();
        if (!Files.isRegularFile(from) || Files.size(from) < counts) {
            throw Stop.failed(
                    from + " is missing or cut, or with another worker, so no whole backup can be made here: see"
                            + " \"hearsay doctor\"");
        }
        if (!mayGrow) {
            try {
                Files.createLink(to, from);
                return;
            } catch (UnsupportedOperationException | FileSystemException e) {
                counts = Files.size(from); // another disk, or one without links
            }
        }
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = 0; at < counts; ) {
                at += in.transferTo(at, counts - at, out);
            }
            out.force(true);
        }
    }

    private static void pack(Path folder, Path packed) throws IOException {
        try (FileChannel channel = FileChannel.open(packed, StandardOpenOption.WRITE)) {
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
            // Most of it is packed already.
            zip.setLevel(Deflater.BEST_SPEED);
            for (Path file : files(folder)) {
                zip.putNextEntry(new ZipEntry(name(folder, file)));
                Files.copy(file, zip);
                zip.closeEntry();
            }
            zip.finish();
            channel.force(true);
        }
    }

    /** Every file below a folder, by name. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Copies a file and forces it to the disk. */
    static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            in.transferTo(out);
            channel.force(true);
        }
    }

    /** Deletes a folder that was made here, if it is still there. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
