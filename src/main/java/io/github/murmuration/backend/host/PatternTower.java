package io.github.murmuration.backend.host;

import io.github.murmuration.arithmetic.NarrowMath;
import io.github.murmuration.ensemble.PatternTable;

/** Draws of patterns by partial sums in double precision: first the tile, then the pattern within it. */
final class PatternTower {

    private final PatternTable patterns;
    private final float precision;
    private final PatternKernel kernel;
    private final float[] sums;
    private final double[] towers;

    PatternTower(PatternTable patterns, float precision, PatternKernel kernel) {
        this.patterns = patterns;
        this.precision = precision;
        this.kernel = kernel;
        this.sums = new float[patterns.tiles() * PatternSums.size(patterns.dimension())];
        this.towers = new double[patterns.tiles()];
    }

    /** The first pattern whose partial sum reaches uniform times the whole sum. */
    int draw(float[] centres, int from, float uniform) {
        double level = uniform * climb(centres, from);
        int tile = 0;
        while (tile < towers.length - 1 && towers[tile] < level) {
            tile++;
        }
        double below = tile == 0 ? 0 : towers[tile - 1];
        return tile * PatternTable.TILE + within(tile, centres, from, (level - below) / (towers[tile] - below));
    }

    /**
     * Partial sums over tiles, relative to the nearest pattern of all.
     * @return the whole sum
     */
    private double climb(float[] centres, int from) {
        int size = PatternSums.size(patterns.dimension());
        float least = Float.POSITIVE_INFINITY;
        for (int tile = 0; tile < towers.length; tile++) {
            kernel.sums(patterns, tile, precision, centres, from, 1, sums, tile * size);
            least = Math.min(least, sums[tile * size + PatternSums.LEAST]);
        }
        double total = 0;
        for (int tile = 0; tile < towers.length; tile++) {
            float excess = sums[tile * size + PatternSums.LEAST] - least;
            double scale = NarrowMath.decay(excess * (-0.5f * precision));
            total += scale * sums[tile * size + PatternSums.TOTAL];
            towers[tile] = total;
        }
        return total;
    }

    private int within(int tile, float[] centres, int from, double share) {
        float[] weights = kernel.weights(patterns, tile, precision, centres, from);
        int count = patterns.patternsIn(tile);
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += weights[i];
        }
        double partial = 0;
        int likeliest = 0;
        for (int i = 0; i < count; i++) {
            partial += weights[i];
            likeliest = weights[i] > weights[likeliest] ? i : likeliest;
            if (weights[i] > 0 && partial >= share * total) {
                return i;
            }
        }
        return likeliest;
    }
}
