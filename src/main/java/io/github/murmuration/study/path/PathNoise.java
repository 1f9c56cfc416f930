package io.github.murmuration.study.path;

import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;

/** Standard normals of n paths: a function of (seed, path, step, coordinate). Holds scratch: one instance per thread. */
final class PathNoise {

    private final long seed;
    private final long first;
    private final int paths;
    private final int dimension;
    private final int[] words = new int[Noise.ROWS];
    private final float[] four = new float[Noise.ROWS];

    /** Paths number first, ..., first + n - 1. */
    PathNoise(long seed, long first, int paths, int dimension) {
        this.seed = seed;
        this.first = first;
        this.paths = paths;
        this.dimension = dimension;
    }

    static PathNoise of(BackwardPaths paths) {
        return new PathNoise(paths.seed(), paths.first(), paths.count(), paths.dimension());
    }

    int paths() {
        return paths;
    }

    /**
     * Those of a step.
     * @param into [n][d] flattened, overwritten
     */
    void normals(int step, double[] into) {
        normals(Stream.INCREMENT, step, into);
    }

    /** A second set of them. */
    void moreNormals(int step, double[] into) {
        normals(Stream.ENDPOINT, step, into);
    }

    private void normals(Stream stream, int step, double[] into) {
        for (int i = 0; i < into.length; i++) {
            long number = first + i / dimension;
            Noise.normals(seed, stream, Noise.column(number), step, i % dimension, words, four);
            into[i] = four[Noise.row(number)];
        }
    }
}
