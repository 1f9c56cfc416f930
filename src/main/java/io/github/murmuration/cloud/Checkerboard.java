package io.github.murmuration.cloud;

import io.github.murmuration.rng.Stream;

/** Independent points, uniform on the eight filled squares [i - 2, i - 1] x [j - 2, j - 1] of i, j = 0, ..., 3: those of even i + j. */
public record Checkerboard() implements CloudLaw {

    /** Squares along a side of the board, which is as long. */
    public static final int SQUARES = 4;

    /** Where the board begins in both coordinates. */
    public static final double FROM = -2;

    /** Whether a square is filled; none off the board is. */
    public static boolean filled(int i, int j) {
        return Math.min(i, j) >= 0 && Math.max(i, j) < SQUARES && (i + j) % 2 == 0;
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public Cloud draw(int points, long seed, int item) {
        CloudNoise noise = new CloudNoise(Stream.CLOUD_POINT, seed, item);
        double[][] drawn = new double[points][];
        for (int p = 0; p < points; p++) {
            double across = noise.between(0, SQUARES, p, 0);
            double up = noise.between(0, SQUARES / 2.0, p, 1);
            int row = 2 * (int) up + (int) across % 2;
            drawn[p] = new double[] {FROM + across, FROM + row + up % 1};
        }
        return new Cloud(drawn);
    }
}
