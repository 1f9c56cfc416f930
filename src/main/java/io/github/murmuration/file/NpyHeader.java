package io.github.murmuration.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The header of an array in NumPy's format, version 1.0, C order. Layout: NEP 1, "A Simple File Format for NumPy Arrays". */
public final class NpyHeader {

    /** The header is padded so that data start at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    private NpyHeader() {}

    /**
     * @param type of the numbers: {@code <f8}, {@code <f4}, {@code |u1}, or {@code <U} with a length
     */
    public static byte[] bytes(String type, long... shape) {
        String sizes = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int used = MAGIC.length + Short.BYTES + text.length() + 1;
        String padded = text + " ".repeat((ALIGNMENT - used % ALIGNMENT) % ALIGNMENT) + "\n";
        return ByteBuffer.allocate(MAGIC.length + Short.BYTES + padded.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
