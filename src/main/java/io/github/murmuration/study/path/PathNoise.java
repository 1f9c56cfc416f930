package io.github.murmuration.study.path;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * The noise of n paths: a function of (seed, path, step, coordinate), so that every construction and every number of patterns is
 * driven by the same. Holds scratch: one instance per thread.
 */
public final class PathNoise {

    /** Up to so many numbers per step are kept for the next construction; more would fill the cache. */
    private static final int MOST_KEPT = 128;

    private final long seed;
    private final long first;
    private final int paths;
    private final int dimension;
    private final int[] words = new int[Noise.ROWS];
    private final float[] four = new float[Noise.ROWS];
    private final List<double[]> kept = new ArrayList<>();

    /** Paths number first, ..., first + n - 1. */
    public PathNoise(long seed, long first, int paths, int dimension) {
        this.seed = seed;
        this.first = first;
        this.paths = paths;
        this.dimension = dimension;
    }

    public int paths() {
        return paths;
    }

    public int dimension() {
        return dimension;
    }

    /**
     * Standard normals of a step.
     * @param into [n][d] flattened, overwritten
     */
    public void normals(int step, double[] into) {
        if (into.length > MOST_KEPT) {
            normals(Stream.INCREMENT, step, into);
            return;
        }
        while (kept.size() <= step) {
            double[] next = new double[into.length];
            normals(Stream.INCREMENT, kept.size(), next);
            kept.add(next);
        }
        System.arraycopy(kept.get(step), 0, into, 0, into.length);
    }

    /** A second set of them. */
    public void moreNormals(int step, double[] into) {
        normals(Stream.ENDPOINT, step, into);
    }

    /**
     * Uniforms on (0, 1] of a step.
     * @param into [n], overwritten
     */
    public void uniforms(int step, float[] into) {
        for (int i = 0; i < paths; i++) {
            Noise.words(seed, Stream.PATTERN_CHOICE, Noise.column(first + i), step, 0, words);
            into[i] = Noise.uniform(words[Noise.row(first + i)]);
        }
    }

    private void normals(Stream stream, int step, double[] into) {
        for (int i = 0; i < paths; i++) {
            for (int j = 0; j < dimension; j++) {
                Noise.normals(seed, stream, Noise.column(first + i), step, j, words, four);
                into[i * dimension + j] = four[Noise.row(first + i)];
            }
        }
    }
}
