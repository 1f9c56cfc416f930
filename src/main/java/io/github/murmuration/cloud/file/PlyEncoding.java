package io.github.murmuration.cloud.file;

import java.nio.ByteOrder;

/** How the numbers of a ply file are written. */
public enum PlyEncoding {
    ASCII("ascii", null),
    LITTLE_ENDIAN("binary_little_endian", ByteOrder.LITTLE_ENDIAN),
    BIG_ENDIAN("binary_big_endian", ByteOrder.BIG_ENDIAN);

    private final String text;
    private final ByteOrder order;

    PlyEncoding(String text, ByteOrder order) {
        this.text = text;
        this.order = order;
    }

    /** Null for text. */
    ByteOrder order() {
        return order;
    }

    /** The name in the header. */
    @Override
    public String toString() {
        return text;
    }
}
