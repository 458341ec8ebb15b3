package org.hearsay.keep.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.page.Page;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

/** The file that takes new pages. Its owner calls it from one thread at a time. */
final class Growing implements AutoCloseable {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** The first with fractions of a second in WARC-Date. */
    private static final MessageVersion VERSION = MessageVersion.WARC_1_1;

    private final Path path;
    private final FileChannel channel;
    private final WriteLock lock;
    private long whole;
    private boolean broken;

    private Growing(Path path, FileChannel channel, WriteLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Begins a file whose name sorts after all others: a number, then the time of its first page for people. Each
     * process start begins its own, and the number goes on from the last file, so no clock can disturb the order.
     */
    static Growing begin(Path folder, List<Path> before, Instant first) throws IOException {
        WriteLock lock = WriteLock.take(folder);
        try {
            for (int number = after(before); ; number++) {
                Path path = folder.resolve(
                        String.format(Locale.ROOT, "%06d-%s%s", number, SECOND.format(first), Archive.ENDING));
                FileChannel channel;
                try {
                    channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                } catch (FileAlreadyExistsException e) {
                    continue; // another process had the same idea
                }
                Growing growing = new Growing(path, channel, lock);
                try {
                    growing.introduce(first);
                    forceFolder(folder);
                } catch (IOException e) {
                    channel.close();
                    Files.deleteIfExists(path);
                    throw e;
                }
                return growing;
            }
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Up to here the file holds whole records. */
    long length() {
        return whole;
    }

    boolean takesMore(long fullBytes) {
        return !broken && whole < fullBytes;
    }

    Kept add(Page page, byte[] facts) throws IOException {
        byte[] head = HttpHead.write(page);
        InputStream block = new SequenceInputStream(
                new ByteArrayInputStream(head), page.body().open());
        WarcResponse response = new WarcResponse.Builder(page.url().text())
                .version(VERSION)
                .date(page.fetched())
                .payloadDigest("sha256", page.body().sha256())
                .body(
                        MediaType.HTTP_RESPONSE,
                        Channels.newChannel(block),
                        head.length + (long) page.body().length())
                .build();
        WarcMetadata metadata = new WarcMetadata.Builder()
                .version(VERSION)
                .date(page.fetched())
                .targetURI(page.url().text())
                .concurrentTo(response.id())
                .body(MediaType.WARC_FIELDS, facts)
                .build();
        long start = whole;
        write(members -> {
            members.write(response);
            members.write(metadata);
        });
        return new Kept(path.getFileName().toString(), start, whole - start);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            channel.close();
        }
    }

    private void introduce(Instant first) throws IOException {
        Warcinfo info = new Warcinfo.Builder()
                .version(VERSION)
                .date(first)
                .filename(path.getFileName().toString())
                .fields(Map.of(
                        "software", List.of("Hearsay"),
                        "format", List.of("WARC file version 1.1"),
                        "description", List.of("pages that news feeds pointed to, content codings removed")))
                .build();
        write(members -> members.write(info));
    }

    private void write(Writing records) throws IOException {
        if (channel.position() != whole) {
            throw new IOException(path + " is not where it was left at byte " + whole);
        }
        try {
            records.to(new Members(Channels.newOutputStream(channel)));
            channel.force(false);
            whole = channel.position();
        } catch (IOException | RuntimeException e) {
            cutBack(e);
            throw e;
        }
    }

    private void cutBack(Exception cause) {
        try {
            channel.truncate(whole);
            channel.position(whole);
        } catch (IOException e) {
            broken = true; // the next page begins another file, and readers pass this end over
            cause.addSuppressed(e);
        }
    }

    private static int after(List<Path> files) {
        int last = 0;
        for (Path file : files) {
            String name = file.getFileName().toString();
            int dash = name.indexOf('-');
            if (dash > 0 && dash < 10 && name.chars().limit(dash).allMatch(c -> c >= '0' && c <= '9')) {
                last = Math.max(last, Integer.parseInt(name.substring(0, dash)));
            }
        }
        return last + 1;
    }

    /** A new file's name is as safe as its bytes only when its folder was forced; Windows needs it not and refuses. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private interface Writing {
        void to(Members members) throws IOException;
    }
}
