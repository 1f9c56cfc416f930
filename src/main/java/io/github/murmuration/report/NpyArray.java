package io.github.murmuration.report;

import io.github.murmuration.file.NpyHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * One array of numbers or texts, and its bytes in NumPy's format.
 *
 * @param type {@code <f8}, {@code <f4}, or {@code <U} with a length
 * @param values an array of Java, of as many dimensions as the shape has
 */
record NpyArray(String type, int[] shape, Object values) {

    static NpyArray float64(double[] values) {
        return new NpyArray("<f8", new int[] {values.length}, values);
    }

    /**
     * @param rows [n][m], n > 0
     */
    static NpyArray float64(double[][] rows) {
        return new NpyArray("<f8", new int[] {rows.length, rows[0].length}, rows);
    }

    /**
     * @param blocks [k][n][m], k, n > 0
     */
    static NpyArray float64(double[][][] blocks) {
        return new NpyArray("<f8", new int[] {blocks.length, blocks[0].length, blocks[0][0].length}, blocks);
    }

    /**
     * @param blocks [k][n][m], k, n > 0
     */
    static NpyArray float32(float[][][] blocks) {
        return new NpyArray("<f4", new int[] {blocks.length, blocks[0].length, blocks[0][0].length}, blocks);
    }

    /**
     * Texts, padded to the longest; four bytes a letter.
     *
     * @param texts n > 0
     */
    static NpyArray text(List<String> texts) {
        int longest = texts.stream().mapToInt(String::length).max().orElseThrow();
        return new NpyArray("<U" + longest, new int[] {texts.size()}, texts.toArray(String[]::new));
    }

    /** The whole file. */
    byte[] bytes() {
        byte[] header =
                NpyHeader.bytes(type, Arrays.stream(shape).asLongStream().toArray());
        int items = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        int data = Math.multiplyExact(items, itemBytes());
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.addExact(header.length, data)).order(ByteOrder.LITTLE_ENDIAN);
        put(values, bytes.put(header));
        return bytes.array();
    }

    private int itemBytes() {
        int size = Integer.parseInt(type.substring(2));
        return type.startsWith("<U") ? size * Integer.BYTES : size;
    }

    private void put(Object array, ByteBuffer into) {
        if (array instanceof double[] row) {
            into.asDoubleBuffer().put(row);
            into.position(into.position() + row.length * Double.BYTES);
        } else if (array instanceof float[] row) {
            into.asFloatBuffer().put(row);
            into.position(into.position() + row.length * Float.BYTES);
        } else if (array instanceof String text) {
            int end = into.position() + itemBytes();
            text.chars().forEach(into::putInt);
            into.position(end);
        } else {
            for (Object part : (Object[]) array) {
                put(part, into);
            }
        }
    }
}
