package io.github.murmuration.ensemble;

/**
 * The fixed order of reductions. Within a tile each sum has 256 float32 column sums, or fewer for a replica that shares its tile. They
 * are halved, rounding up: of w columns c takes c + ceil(w / 2), down to one. Tiles are combined in float64 by a binary tree on their index: tile i takes i + 1 (i even), then i + 2
 * (i divisible by 4), and so on; aligned groups of 2^n tiles are subtrees, so they can be combined apart.
 */
public final class SumTree {

    private SumTree() {}

    /**
     * Sum of the column sums that start at offset.
     * @param columns modified.
     */
    public static float halve(float[] columns, int offset, int width) {
        for (int left = width; left > 1; ) {
            int half = (left + 1) / 2;
            for (int c = 0; c < left - half; c++) {
                columns[offset + c] += columns[offset + c + half];
            }
            left = half;
        }
        return columns[offset];
    }

    /**
     * The same in float64, of all of them.
     * @param columns modified.
     */
    static double halve(double[] columns) {
        for (int left = columns.length; left > 1; ) {
            int half = (left + 1) / 2;
            for (int c = 0; c < left - half; c++) {
                columns[c] += columns[c + half];
            }
            left = half;
        }
        return columns[0];
    }

    /**
     * Combines count vectors of the given size, stored one after the other, into the first.
     * @param vectors modified.
     */
    public static void combine(double[] vectors, int count, int size) {
        for (int stride = 1; stride < count; stride *= 2) {
            for (int i = 0; i + stride < count; i += 2 * stride) {
                add(vectors, i * size, (i + stride) * size, size);
            }
        }
    }

    private static void add(double[] vectors, int into, int from, int size) {
        for (int s = 0; s < size; s++) {
            vectors[into + s] += vectors[from + s];
        }
    }
}
