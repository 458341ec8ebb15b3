package org.hearsay.app;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.hearsay.keep.store.StoreExam;
import org.hearsay.run.Clerk;
import org.hearsay.run.RestoredLetters;

/**
 * Puts a {@link Backup} into a data folder: looks whether it is whole, copies it beside what is there, then gives
 * everything its place, and makes the index. Until the last step the folder is as it was; what stood there is put aside
 * and never deleted. Where the store is in a database, that must be one that nobody has used, and of the archive what is
 * there stays.
 */
final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LOCK = "hearsay.lock";

    private Restore() {}

    /**
     * What was done.
     *
     * @param before where that is which was there before, if anything was
     * @param served readers whose letter of today may have gone out already, and who get none any more today
     */
    record Done(Optional<Path> before, List<String> served) {}

    static Done from(Path backup, DataFolder folder, boolean replace, Instant now) throws IOException {
        if (Files.isDirectory(backup)) {
            return put(backup, folder, replace, now);
        }
        if (!Files.isRegularFile(backup)) {
            throw Stop.usage("there is no backup " + backup);
        }
        try (FileSystem zip = opened(backup)) {
            return put(zip.getPath("/"), folder, replace, now);
        }
    }

    private static FileSystem opened(Path zip) throws IOException {
        try {
            return FileSystems.newFileSystem(zip);
        } catch (ProviderNotFoundException | ZipException e) {
            throw Stop.usage(zip + " is no backup: name the folder or the .zip that \"hearsay backup\" made");
        }
    }

    private static Done put(Path backup, DataFolder folder, boolean replace, Instant now) throws IOException {
        Map<String, Long> contents = contents(backup);
        Optional<Path> before = folder.elsewhere().isPresent()
                ? putElsewhere(backup, folder, folder.elsewhere().get(), contents)
                : putHere(backup, folder, replace, now, contents);
        // The index is made as after its loss.
        try (Installation installation = Installation.toWrite(folder)) {
            Clerk.catchUp(installation.store(), installation.index());
            return new Done(before, RestoredLetters.standBack(installation.store(), now));
        }
    }

    /** Into a database and a folder for the archive, which may be another than the data folder's and used by others. */
    private static Optional<Path> putElsewhere(
            Path backup, DataFolder folder, Database database, Map<String, Long> contents) throws IOException {
        try (DataFolder.Lock lock = folder.lock()) {
            Path aside = Files.createTempDirectory(folder.path(), ".restore");
            try {
                Path store = aside.resolve(Backup.STORE);
                Backup.copy(backup.resolve(Backup.STORE), store);
                check(aside);
                for (String name : contents.keySet()) {
                    if (name.startsWith(Backup.ARCHIVE + "/")) {
                        Path to = folder.archive().resolve(name.substring(Backup.ARCHIVE.length() + 1));
                        // An archive only grows, so one that is longer holds all of this one.
                        if (!Files.exists(to) || Files.size(to) < contents.get(name)) {
                            Files.createDirectories(to.getParent());
                            Path whole = aside.resolve("whole");
                            Backup.copy(backup.resolve(name), whole);
                            Files.move(whole, to, StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                }
                for (String name : Backup.BY_HAND) {
                    Path to = folder.path().resolve(name);
                    if (contents.containsKey(name) && !Files.exists(to)) {
                        Backup.copy(backup.resolve(name), to);
                    }
                }
                database.fillFrom(store);
            } finally {
                Backup.delete(aside);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> putHere(
            Path backup, DataFolder folder, boolean replace, Instant now, Map<String, Long> contents)
            throws IOException {
        try (DataFolder.Lock lock = folder.lock()) {
            List<Path> there = there(folder);
            if (!there.isEmpty() && !replace) {
                throw Stop.usage(folder.path() + " is not empty: name another folder with --data, or use --replace,"
                        + " which puts aside what is there");
            }
            Path aside = Files.createTempDirectory(folder.path(), ".restore");
            try {
                for (String name : contents.keySet()) {
                    Path to = aside.resolve(name);
                    Files.createDirectories(to.getParent());
                    Backup.copy(backup.resolve(name), to);
                }
                check(aside);
                Optional<Path> before = putAside(there, folder, now);
                Files.createDirectories(folder.path());
                // The store last: an archive alone is rebuilt from, a store alone is not whole.
                for (String name : Stream.concat(
                                Stream.concat(Stream.of(Backup.ARCHIVE), Backup.BY_HAND.stream()),
                                Stream.of(Backup.STORE))
                        .toList()) {
                    if (Files.exists(aside.resolve(name))) {
                        Files.move(aside.resolve(name), folder.path().resolve(name), StandardCopyOption.ATOMIC_MOVE);
                    }
                }
                return before;
            } finally {
                Backup.delete(aside);
            }
        }
    }

    /** What the backup must hold, and does: sizes by name. */
    private static Map<String, Long> contents(Path backup) throws IOException {
        Path list = backup.resolve(Backup.CONTENTS);
        if (!Files.isRegularFile(list)) {
            throw Stop.usage(backup + " is no backup: there is no " + Backup.CONTENTS + " in it");
        }
        Map<String, Long> contents = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            int space = line.indexOf(' ');
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String name = line.substring(space + 1);
            if (space < 1 || !line.substring(0, space).matches("\\d{1,18}") || !isOurs(name)) {
                throw Stop.failed(list + " is damaged: \"" + line + "\" is no line of it");
            }
            long size = Long.parseLong(line.substring(0, space));
            Path file = backup.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) != size) {
                throw Stop.failed(
                        file + " is missing or not as it was made, so this backup is not whole: take another");
            }
            contents.put(name, size);
        }
        if (!contents.containsKey(Backup.STORE)) {
            throw Stop.failed(list + " is damaged: it names no " + Backup.STORE);
        }
        return contents;
    }

    /** Nothing else is ever written, whatever a list says. */
    private static boolean isOurs(String name) {
        return name.equals(Backup.STORE)
                || Backup.BY_HAND.contains(name)
                || name.matches(Backup.ARCHIVE + "/([A-Za-z0-9][A-Za-z0-9_-]*/)?[A-Za-z0-9][A-Za-z0-9._-]*");
    }

    private static void check(Path aside) {
        try (StoreExam exam = StoreExam.open(aside.resolve(Backup.STORE))) {
            List<String> damages = exam.damages();
            if (!damages.isEmpty()) {
                throw Stop.failed("the store in this backup is damaged (" + damages.get(0) + "): take another");
            }
        }
    }

    private static List<Path> there(DataFolder folder) throws IOException {
        try (Stream<Path> all = Files.list(folder.path())) {
            return new ArrayList<>(all.filter(path -> !path.endsWith(LOCK)).toList());
        }
    }

    private static Optional<Path> putAside(List<Path> there, DataFolder folder, Instant now) throws IOException {
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Path before = Files.createDirectory(folder.path().resolve("before-restore-" + STAMP.format(now)));
        for (Path path : there) {
            Files.move(path, before.resolve(path.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        return Optional.of(before);
    }
}
