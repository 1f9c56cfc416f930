package io.github.murmuration.report;

import io.github.murmuration.file.NpyHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * One array in NumPy's format.
 *
 * @param type {@code <f8}, {@code <f4}, or {@code <U} with a length
 * @param data the values, little-endian
 */
record NpyArray(String type, int[] shape, byte[] data) {

    static NpyArray float64(double[] values) {
        return float64(new int[] {values.length}, values);
    }

    /**
     * @param rows [n][m], n > 0
     */
    static NpyArray float64(double[][] rows) {
        return float64(new int[] {rows.length, rows[0].length}, rows);
    }

    /**
     * @param blocks [k][n][m], k, n > 0
     */
    static NpyArray float64(double[][][] blocks) {
        double[][] rows = Arrays.stream(blocks).flatMap(Arrays::stream).toArray(double[][]::new);
        return float64(new int[] {blocks.length, blocks[0].length, blocks[0][0].length}, rows);
    }

    /**
     * @param blocks [k][n][m], k, n > 0
     */
    static NpyArray float32(float[][][] blocks) {
        int[] shape = {blocks.length, blocks[0].length, blocks[0][0].length};
        ByteBuffer data = littleEndian(shape, Float.BYTES);
        for (float[][] block : blocks) {
            for (float[] row : block) {
                data.asFloatBuffer().put(row);
                data.position(data.position() + row.length * Float.BYTES);
            }
        }
        return new NpyArray("<f4", shape, data.array());
    }

    /**
     * Texts, padded to the longest; four bytes a letter.
     *
     * @param texts n > 0
     */
    static NpyArray text(List<String> texts) {
        int longest = texts.stream().mapToInt(String::length).max().orElseThrow();
        int[] shape = {texts.size()};
        ByteBuffer data = littleEndian(shape, longest * Integer.BYTES);
        for (int i = 0; i < texts.size(); i++) {
            data.position(i * longest * Integer.BYTES);
            texts.get(i).chars().forEach(data::putInt);
        }
        return new NpyArray("<U" + longest, shape, data.array());
    }

    /** The whole file. */
    byte[] bytes() {
        byte[] header =
                NpyHeader.bytes(type, Arrays.stream(shape).asLongStream().toArray());
        return ByteBuffer.allocate(header.length + data.length)
                .put(header)
                .put(data)
                .array();
    }

    private static NpyArray float64(int[] shape, double[]... rows) {
        ByteBuffer data = littleEndian(shape, Double.BYTES);
        for (double[] row : rows) {
            data.asDoubleBuffer().put(row);
            data.position(data.position() + row.length * Double.BYTES);
        }
        return new NpyArray("<f8", shape, data.array());
    }

    private static ByteBuffer littleEndian(int[] shape, int itemBytes) {
        int items = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return ByteBuffer.allocate(Math.multiplyExact(items, itemBytes)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
