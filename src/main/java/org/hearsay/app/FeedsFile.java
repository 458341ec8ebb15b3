package org.hearsay.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.hearsay.gather.feed.FeedList;

/** Reads the feed list from its file, and says in one line what is wrong with it. */
final class FeedsFile {
    /** Ten thousand feeds with long options are two megabytes; a larger file is something else. */
    private static final long MOST_BYTES = 16L << 20;

    private FeedsFile() {}

    /**
     * @param say told of each line that cannot be understood; the others still count
     * @throws Stop if there is no list, or nothing in it
     */
    static FeedList read(Path file, Consumer<String> say) {
        FeedList list = FeedList.parse(text(file));
        List<FeedList.Problem> problems = list.problems();
        // A file of nonsense is told by its first lines; the whole of it would only hide them.
        problems.stream().limit(20).forEach(p -> say.accept(file + ":" + p.line() + ": " + p.words()));
        if (problems.size() > 20) {
            say.accept(file + ": and " + (problems.size() - 20) + " more lines like these");
        }
        if (list.feeds().isEmpty() && !list.newsroom()) {
            throw Stop.configuration(file + " names no feed"
                    + (problems.isEmpty() ? "" : " that can be understood")
                    + ": write one address a line, such as https://example.org/rss.xml");
        }
        return list;
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw Stop.configuration(file + " is a folder: name the feed list itself with --feeds");
            }
            // A pipe would be waited for as long as nobody writes to it, and a device may have no end.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw Stop.configuration(file + " is a pipe or a device: name a file with --feeds");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw Stop.configuration(file + " is too large for a feed list: name another with --feeds");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw Stop.configuration(
                    "there is no feed list " + file + ": make it, one address a line, or name another with --feeds");
        } catch (CharacterCodingException e) {
            throw Stop.configuration(file + " is not UTF-8 text: save it as UTF-8");
        } catch (IOException e) {
            throw Stop.configuration(file + " cannot be read: " + Reasons.of(e));
        }
    }

    /** As {@link #read}, but as text, and empty where there is no such file yet. */
    static String textOrEmpty(Path file) {
        return Files.notExists(file) ? "" : text(file);
    }

    /**
     * Writes the whole list beside the old one and puts it in its place at once: whoever reads it, or a machine that
     * stops in the middle, sees the old list or the new one.
     */
    static void replace(Path file, String text) throws IOException {
        // A list that is a link to a file elsewhere is to stay one.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "an absolute path of a file has a folder");
        Path aside = null;
        try {
            Files.createDirectories(folder);
            aside = Files.createTempFile(folder, "feeds", ".tmp");
            try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            PosixFileAttributeView view = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
            if (view != null) {
                // A temporary file is its owner's alone; a list has the rights that it had.
                view.setPermissions(
                        Files.exists(target)
                                ? Files.getPosixFilePermissions(target)
                                : PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (aside != null) {
                Files.deleteIfExists(aside);
            }
            throw Stop.failed(file + " cannot be written: " + Reasons.of(e) + "; the list is as it was");
        }
    }
}
