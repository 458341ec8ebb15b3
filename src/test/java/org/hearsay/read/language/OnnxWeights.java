package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The constant matrices of signed bytes in an ONNX file. The file is a message of Protocol Buffers; of its fields only
 * those on the way are known here: model.graph (7), graph.initializer (5), tensor.data_type (2) and tensor.raw_data (9).
 */
final class OnnxWeights {
    private static final int SIGNED_BYTE = 3;
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;

    private final byte[] bytes;
    private int at;
    private final int end;

    private OnnxWeights(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    static List<byte[]> signedBytes(byte[] file) {
        List<byte[]> matrices = new ArrayList<>();
        for (OnnxWeights graph : new OnnxWeights(file, 0, file.length).parts(7)) {
            for (OnnxWeights tensor : graph.parts(5)) {
                boolean signed = tensor.number(2) == SIGNED_BYTE;
                for (OnnxWeights raw : signed ? tensor.parts(9) : List.<OnnxWeights>of()) {
                    matrices.add(Arrays.copyOfRange(raw.bytes, raw.at, raw.end));
                }
            }
        }
        return matrices;
    }

    private List<OnnxWeights> parts(int field) {
        List<OnnxWeights> parts = new ArrayList<>();
        OnnxWeights reader = new OnnxWeights(bytes, at, end);
        while (reader.at < end) {
            long key = reader.varint();
            int length = reader.lengthOf((int) (key & 7));
            if (key >>> 3 == field && (key & 7) == LENGTH) {
                parts.add(new OnnxWeights(bytes, reader.at, reader.at + length));
            }
            reader.at += length;
        }
        return parts;
    }

    private long number(int field) {
        OnnxWeights reader = new OnnxWeights(bytes, at, end);
        while (reader.at < end) {
            long key = reader.varint();
            if (key >>> 3 == field && (key & 7) == VARINT) {
                return reader.varint();
            }
            reader.at += reader.lengthOf((int) (key & 7));
        }
        return -1;
    }

    private int lengthOf(int wire) {
        if (wire == LENGTH) {
            return Math.toIntExact(varint());
        }
        if (wire == VARINT) {
            varint();
            return 0;
        }
        return wire == EIGHT_BYTES ? 8 : 4;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
