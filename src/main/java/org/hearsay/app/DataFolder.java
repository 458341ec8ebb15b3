package org.hearsay.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearsay.keep.index.OpenSearchAddress;

/** The one folder in which everything lies, and the lock by which one process alone writes to it. */
final class DataFolder {
    private final Path path;
    private final Optional<Database> database;
    private final Optional<OpenSearchAddress> searched;
    private final Path archive;
    private final Optional<String> writer;

    private DataFolder(
            Path path,
            Optional<Database> database,
            Optional<OpenSearchAddress> searched,
            Optional<Path> archive,
            Optional<String> writer) {
        this.path = path.toAbsolutePath().normalize();
        this.database = database;
        this.searched = searched;
        this.archive = archive.map(Path::toAbsolutePath)
                .orElse(this.path.resolve("archive"))
                .normalize();
        this.writer = writer;
    }

    /** @param chosen by flag or environment, else the platform's place for such data */
    static DataFolder at(Optional<Path> chosen, Map<String, String> environment) {
        return new DataFolder(
                chosen.orElseGet(() -> platform(environment)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Path platform(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("Hearsay");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Hearsay");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg)).resolve("hearsay");
    }

    /** The same folder, with what settings put elsewhere. */
    DataFolder with(Settings settings) {
        Optional<String> name = settings.given(Setting.WORKER_NAME);
        if (name.filter(given -> !given.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,40}"))
                .isPresent()) {
            throw settings.wrong(Setting.WORKER_NAME, "a name of letters, digits, - and _");
        }
        return new DataFolder(
                path,
                Database.chosenBy(settings),
                searchedBy(settings),
                settings.given(Setting.ARCHIVE_DIR).map(Path::of),
                name);
    }

    private static Optional<OpenSearchAddress> searchedBy(Settings settings) {
        return settings.given(Setting.INDEX_URL)
                .map(url -> OpenSearchAddress.parse(url, settings.given(Setting.INDEX_PASSWORD))
                        .orElseThrow(() -> settings.wrong(
                                Setting.INDEX_URL,
                                "an address like https://USER@HOST:9200/NAME, the name in lower case")));
    }

    /** The same folder, whose store is in a database instead. */
    DataFolder with(Optional<Database> elsewhere) {
        return new DataFolder(path, elsewhere, searched, Optional.of(archive), writer);
    }

    /** The database that holds the store, where it is not a file of this folder. */
    Optional<Database> elsewhere() {
        return database;
    }

    /** The server that holds the index, where it is not a folder in this one. */
    Optional<OpenSearchAddress> searched() {
        return searched;
    }

    Path path() {
        return path;
    }

    Path archive() {
        return archive;
    }

    /** Whose part of the archive this process writes, where it has parts. */
    Optional<String> writer() {
        return writer;
    }

    Path database() {
        return path.resolve("hearsay.db");
    }

    Path index() {
        return path.resolve("index");
    }

    /**
     * The name under which its index reads from a shared store: of a folder one of its own, made when it is first asked
     * for; of a server the same for all that fill it.
     */
    String reader() {
        if (searched.isPresent()) {
            return searched.get().toString();
        }
        Path file = path.resolve("index.reader");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw cannotWrite(e.getMessage());
        }
    }

    Path properties() {
        return path.resolve("hearsay.properties");
    }

    /** Whether anything was ever stored here. */
    boolean inUse() {
        return database.isPresent() || Files.exists(database());
    }

    /** Makes the folder if need be, and takes it for this process alone. */
    Lock lock() {
        Path file = path.resolve("hearsay.lock");
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String owner = owner(channel);
                channel.close();
                throw Stop.later("the data folder " + path + " is in use by another Hearsay" + owner
                        + ": end that one first, or use another folder with --data");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new Lock(channel);
        } catch (FileAlreadyExistsException e) {
            throw Stop.configuration(path + " is a file and no folder: name a folder with --data");
        } catch (AccessDeniedException e) {
            throw cannotWrite(e.getFile() + " is not writable by this user");
        } catch (FileSystemException e) {
            throw cannotWrite(e.getReason() == null ? e.getMessage() : e.getReason());
        } catch (IOException e) {
            throw cannotWrite(e.getMessage());
        }
    }

    private Stop cannotWrite(@org.jspecify.annotations.Nullable String why) {
        return Stop.configuration("the data folder " + path + " cannot be written (" + why
                + "): make it writable, make room on its disk, or name another with --data");
    }

    private static String owner(FileChannel channel) {
        try {
            ByteBuffer pid = ByteBuffer.allocate(20);
            channel.read(pid, 0);
            String text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII).strip();
            return text.isEmpty() ? "" : " (process " + text + ")";
        } catch (IOException e) {
            // On Windows a locked file cannot be read; the number is a courtesy.
            return "";
        }
    }

    /** Held until closed, or until the process ends in whatever way. */
    static final class Lock implements AutoCloseable {
        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
