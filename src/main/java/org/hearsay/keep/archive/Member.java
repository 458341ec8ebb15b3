package org.hearsay.keep.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * One gzip member (RFC 1952), read from a place in a file, which knows where it ended: GZIPInputStream runs on into
 * the next one. A member that the file ends before is an EOFException, one that is damaged a ZipException.
 */
final class Member extends InputStream {
    /** Identification and deflate: how every member begins. */
    static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8};

    /** Flags of section 2.3.1: what else stands before the compressed bytes. No member of ours has any. */
    private static final int CHECKED = 2;

    private static final int EXTRA = 4;
    private static final int NAMED = 8;
    private static final int COMMENTED = 16;

    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;

    private final FileChannel file;
    private final long limit;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] compressed = new byte[16_384];
    private long next;
    private boolean ended;

    Member(FileChannel file, long offset, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        this.next = offset;
        byte[] header = bytes(offset, (int) Math.min(HEADER_BYTES, Math.max(0, limit - offset)));
        for (int i = 0; i < Math.min(MAGIC.length, header.length); i++) {
            if (header[i] != MAGIC[i]) {
                throw new ZipException("no record begins here");
            }
        }
        if (header.length < HEADER_BYTES) {
            throw new EOFException("cut off");
        }
        next += HEADER_BYTES;
        skip(header[MAGIC.length]);
    }

    private void skip(byte flags) throws IOException {
        if ((flags & EXTRA) != 0) {
            byte[] length = bytes(next, 2);
            next += 2 + (length[0] & 0xff | (length[1] & 0xff) << 8);
        }
        for (int text : new int[] {NAMED, COMMENTED}) {
            if ((flags & text) != 0) {
                while (bytes(next++, 1)[0] != 0) {
                    // to its end
                }
            }
        }
        next += (flags & CHECKED) != 0 ? 2 : 0;
    }

    /** The offset after it; known when it was read to its end. */
    long end() {
        if (!ended) {
            throw new IllegalStateException("not read to its end");
        }
        return next;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    crc.update(target, offset, count);
                    return count;
                }
                if (inflater.finished()) {
                    finish();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("damaged");
                }
                feed();
            }
        } catch (DataFormatException e) {
            ZipException damaged = new ZipException("damaged: " + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void feed() throws IOException {
        int count = (int) Math.min(compressed.length, limit - next);
        if (count <= 0) {
            throw new EOFException("cut off");
        }
        ByteBuffer buffer = ByteBuffer.wrap(compressed, 0, count);
        fill(buffer, next);
        inflater.setInput(compressed, 0, count);
        next += count;
    }

    private void finish() throws IOException {
        next -= inflater.getRemaining();
        if (next + TRAILER_BYTES > limit) {
            throw new EOFException("cut off");
        }
        byte[] trailer = bytes(next, TRAILER_BYTES);
        if (littleEndian(trailer, 0) != (int) crc.getValue()
                || littleEndian(trailer, 4) != (int) inflater.getBytesWritten()) {
            throw new ZipException("damaged: its checksum is another");
        }
        next += TRAILER_BYTES;
        ended = true;
    }

    private static int littleEndian(byte[] bytes, int at) {
        return bytes[at] & 0xff
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }

    private byte[] bytes(long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        fill(ByteBuffer.wrap(bytes), at);
        return bytes;
    }

    private void fill(ByteBuffer buffer, long at) throws IOException {
        long from = at;
        while (buffer.hasRemaining()) {
            int count = file.read(buffer, from);
            if (count < 0) {
                throw new EOFException("cut off");
            }
            from += count;
        }
    }
}
