package io.github.murmuration.ensemble;

import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;

/**
 * The patterns that paths go to. There may be several selections of them, each with a path of its own on the same noise.
 */
public sealed interface PathPatterns {

    /** Number of selections S. */
    int selections();

    /** Patterns of a selection, for any path. */
    int count(int selection);

    /** Of all selections of a path. */
    default long total() {
        long total = 0;
        for (int s = 0; s < selections(); s++) {
            total += count(s);
        }
        return total;
    }

    /** Those of n paths from the i-th on. */
    default PathPatterns of(int i, int n) {
        return this;
    }

    /**
     * The first patterns of one table, for all paths.
     * @param counts p of each selection
     */
    record Listed(PatternTable table, int[] counts) implements PathPatterns {

        @Override
        public int selections() {
            return counts.length;
        }

        @Override
        public int count(int selection) {
            return counts[selection];
        }
    }

    /**
     * The first patterns of a set that every path has to itself: {@link PatternSampler}; the number of the set is that of the path.
     *
     * @param law that they are drawn from
     * @param counts p of each selection
     */
    record Drawn(GaussianMixture law, int[] counts) implements PathPatterns {

        @Override
        public int selections() {
            return counts.length;
        }

        @Override
        public int count(int selection) {
            return counts[selection];
        }
    }

    /**
     * Given ones of the same sets.
     *
     * @param law that they are drawn from
     * @param indices of path i, as many in every selection [n][S][p]
     */
    record Chosen(GaussianMixture law, int[][][] indices) implements PathPatterns {

        @Override
        public int selections() {
            return indices[0].length;
        }

        @Override
        public int count(int selection) {
            return indices[0][selection].length;
        }

        @Override
        public PathPatterns of(int i, int n) {
            return new Chosen(law, Arrays.copyOfRange(indices, i, i + n));
        }
    }
}
