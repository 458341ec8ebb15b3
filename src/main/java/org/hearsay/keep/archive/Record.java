package org.hearsay.keep.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.zip.ZipException;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * One record of a file, read whole and with its checksum found right.
 *
 * @param target empty where it is about no page
 * @param head of a response, the HTTP head; else empty
 * @param body of a response, what follows the head; else the record's block
 * @param start offset of its gzip member
 * @param end the offset after it
 */
record Record(String type, String target, Instant date, byte[] head, byte[] body, long start, long end) {
    private static final int WINDOW_BYTES = 65_536;

    /**
     * @param limit where the file is taken to end
     * @throws java.io.EOFException if the file ends before the record does
     * @throws IOException if what stands there is no whole record
     */
    static Record read(FileChannel file, long offset, long limit) throws IOException {
        try (Member member = new Member(file, offset, limit);
                WarcReader reader = new WarcReader(member)) {
            WarcRecord record = reader.next().orElseThrow(() -> new ZipException("an empty record"));
            InputStream block = new BufferedInputStream(record.body().stream());
            byte[] head = record.type().equals("response") ? HttpHead.cutFrom(block) : new byte[0];
            byte[] body = block.readAllBytes();
            if (head.length + (long) body.length != record.body().size()) {
                throw new ZipException("damaged: it is shorter than it says");
            }
            String type = record.type();
            String target = record.headers().first("WARC-Target-URI").orElse("");
            Instant date = record.date();
            member.transferTo(java.io.OutputStream.nullOutputStream());
            return new Record(type, target, date, head, body, offset, member.end());
        } catch (RuntimeException e) {
            // jwarc throws them for headers that make no sense.
            throw new IOException("no WARC record that can be understood: " + e.getMessage(), e);
        }
    }

    boolean isResponse() {
        return type.equals("response");
    }

    /** The page of this response, with the facts of the record after it. */
    KeptPage with(Record metadata, String file) throws IOException {
        if (!isResponse() || !metadata.type.equals("metadata") || !metadata.target.equals(target)) {
            throw new ZipException("a page without the facts that belong to it");
        }
        PageUrl url = PageUrl.parse(target).orElseThrow(() -> new ZipException("a page without an address"));
        Page page = new Page(url, date, HttpHead.status(head), HttpHead.headers(head), Bytes.of(body));
        return new KeptPage(new Kept(file, start, metadata.end - start), page, Facts.read(metadata.body));
    }

    /** Where the next record that can be read begins, {@code limit} if there is none. */
    static long next(FileChannel file, long from, long limit) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
        for (long at = from; at < limit; at += WINDOW_BYTES - Member.MAGIC.length + 1) {
            fill(file, window, at, limit);
            for (int i = 0; i + Member.MAGIC.length <= window.limit(); i++) {
                if (isMagic(window, i) && isReadable(file, at + i, limit)) {
                    return at + i;
                }
            }
        }
        return limit;
    }

    static void fill(FileChannel file, ByteBuffer window, long at, long limit) throws IOException {
        window.clear().limit((int) Math.min(WINDOW_BYTES, limit - at));
        while (window.hasRemaining() && file.read(window, at + window.position()) >= 0) {
            // as much as there is
        }
        window.flip();
    }

    static boolean isMagic(ByteBuffer window, int at) {
        for (int i = 0; i < Member.MAGIC.length; i++) {
            if (window.get(at + i) != Member.MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReadable(FileChannel file, long at, long limit) {
        try {
            return Record.read(file, at, limit).end() > at;
        } catch (IOException e) {
            return false;
        }
    }
}
