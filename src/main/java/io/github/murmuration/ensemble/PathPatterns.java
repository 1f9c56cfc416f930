package io.github.murmuration.ensemble;

import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;

/** The patterns that paths go to. There may be several selections of them, each with a path of its own on the same noise. */
public sealed interface PathPatterns {

    /** Patterns p of each selection, for any path [S]. */
    int[] counts();

    /** Number of selections S. */
    default int selections() {
        return counts().length;
    }

    /** The largest of the counts. */
    default int most() {
        return Arrays.stream(counts()).max().orElse(0);
    }

    /** Those of n paths from the i-th on. */
    default PathPatterns of(int i, int n) {
        return this;
    }

    /** The first patterns of one table, for all paths. */
    record Listed(PatternTable table, int[] counts) implements PathPatterns {}

    /**
     * The first patterns of a set that every path has to itself: {@link PatternSampler}; the number of the set is that of the path.
     * @param law that they are drawn from
     */
    record Drawn(GaussianMixture law, int[] counts) implements PathPatterns {}

    /**
     * Given ones of the same sets.
     *
     * @param law that they are drawn from
     * @param indices of path i, as many of a selection for every path [n][S][p]
     */
    record Chosen(GaussianMixture law, int[][][] indices) implements PathPatterns {

        @Override
        public int[] counts() {
            return Arrays.stream(indices[0])
                    .mapToInt(selection -> selection.length)
                    .toArray();
        }

        @Override
        public PathPatterns of(int i, int n) {
            return new Chosen(law, Arrays.copyOfRange(indices, i, i + n));
        }
    }
}
