package io.github.murmuration.ensemble;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.ROWS;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The up to four of some backward paths that a noise column serves, S selections of patterns each, on their way together. */
public final class PathColumn {

    /** The points that paths go to. */
    @FunctionalInterface
    public interface Endpoints {

        /**
         * Points of step k.
         * @param x states [n][S][d].
         * @param y overwritten [n][S][d]
         */
        void at(int k, double[] x, double[] y);
    }

    private final BackwardPaths paths;
    private final int selections;
    private final long column;
    private final long[] numbers;
    private final int[] words = new int[ROWS];
    private final float[] four = new float[ROWS];

    /** @param column number of the noise column */
    private PathColumn(BackwardPaths paths, int selections, long column) {
        this.paths = paths;
        this.selections = selections;
        this.column = column;
        long first = column / COLUMNS * Noise.TILE + column % COLUMNS;
        long end = paths.first() + paths.count();
        this.numbers = LongStream.range(0, ROWS)
                .map(row -> first + row * COLUMNS)
                .filter(number -> number >= paths.first() && number < end)
                .toArray();
    }

    /** Columns among which the paths are. */
    public static int count(BackwardPaths paths) {
        long last = (paths.first() + paths.count() - 1) / Noise.TILE;
        return Math.toIntExact((last - paths.first() / Noise.TILE + 1) * COLUMNS);
    }

    /** The i-th of these, perhaps without a path. */
    public static PathColumn of(BackwardPaths paths, int selections, int i) {
        return new PathColumn(paths, selections, paths.first() / Noise.TILE * COLUMNS + i);
    }

    /** Number of paths n. */
    public int size() {
        return numbers.length;
    }

    /** Number of the i-th path. */
    public long number(int i) {
        return numbers[i];
    }

    /** Uniform on (0, 1] of the i-th path in step k. */
    public float uniform(int k, int i) {
        Noise.words(paths.seed(), Stream.PATTERN_CHOICE, column, k, 0, words);
        return Noise.uniform(words[Noise.row(numbers[i])]);
    }

    /**
     * Takes all steps.
     * @param states [observed][paths][S][d], those of the paths of this column overwritten
     */
    public void build(Endpoints endpoints, double[][] states) {
        double[] x = new double[numbers.length * selections * paths.dimension()];
        double[] y = new double[x.length];
        Arrays.setAll(x, i -> paths.start()[i % paths.dimension()]);
        keep(0, x, states);
        for (int k = 0; k < paths.clock().steps() && x.length > 0; k++) {
            endpoints.at(k, x, y);
            step(k, x, y);
            keep(k + 1, x, states);
        }
    }

    /** @param x modified */
    private void step(int k, double[] x, double[] y) {
        int d = paths.dimension();
        double share = paths.clock().share(k);
        double spread = paths.clock().spread(k);
        for (int j = 0; j < d; j++) {
            Noise.normals(paths.seed(), Stream.INCREMENT, column, k, j, words, four);
            for (int at = j; at < x.length; at += d) {
                float xi = four[Noise.row(numbers[at / (selections * d)])];
                x[at] = (1 - share) * x[at] + share * y[at] + spread * xi;
            }
        }
    }

    private void keep(int k, double[] x, double[][] states) {
        int own = selections * paths.dimension();
        for (int o = 0; o < states.length; o++) {
            for (int i = 0; i < numbers.length && paths.observed()[o] == k; i++) {
                int to = Math.toIntExact((numbers[i] - paths.first()) * own);
                System.arraycopy(x, i * own, states[o], to, own);
            }
        }
    }
}
