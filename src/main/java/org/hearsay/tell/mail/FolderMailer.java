package org.hearsay.tell.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.hearsay.page.Bytes;

/**
 * Puts letters into a folder, each as {@code NAME.eml}; the name comes from the Message-ID, so the same letter handed
 * over twice is one file. A file is there whole or not at all, also after a power cut.
 */
public final class FolderMailer implements Mailer {
    private static final int LONGEST_NAME = 120;
    private final Path folder;

    private FolderMailer(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder if it is missing. @throws UncheckedIOException if that cannot be done */
    public static FolderMailer open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for letters cannot be made: " + folder, e);
        }
        return new FolderMailer(folder);
    }

    /** @throws UncheckedIOException if the disk fails: this is our own, not the outside world's */
    @Override
    public Delivery deliver(Letter letter) {
        Path target = folder.resolve(name(letter.messageId()));
        Path partial = folder.resolve(target.getFileName() + ".part");
        try {
            try (FileChannel file = FileChannel.open(
                    partial,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer left = ByteBuffer.wrap(letter.message().toArray());
                while (left.hasRemaining()) {
                    file.write(left);
                }
                file.force(true);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("a letter cannot be written to " + target, e);
        }
        return new Delivery.Accepted();
    }

    @Override
    public void close() {
        // Every letter was written whole when it was delivered.
    }

    /** The Message-ID where it makes a safe file name, else what is safe of it and a hash of all of it. */
    static String name(String messageId) {
        String bare = messageId.replaceAll("^<|>$", "");
        String safe = bare.replaceAll("[^A-Za-z0-9@._-]", "_").replaceAll("^\\.+", "_");
        if (safe.equals(bare) && !safe.isEmpty() && safe.length() <= LONGEST_NAME) {
            return safe + ".eml";
        }
        String start = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - 17));
        return start + "-" + Bytes.utf8(messageId).sha256().substring(0, 16) + ".eml";
    }
}
