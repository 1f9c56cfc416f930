package io.github.murmuration.diffusion;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.backend.PatternEvaluator.SoftMax;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.ensemble.PatternTable;
import java.util.List;

/**
 * The score of given clouds. At a noise, with V = a^2 h^2 + s^2, the density eta_c of a point x is a soft-max sum over the n points of
 * cloud c at the precision a^2 / V about x / a:
 *
 * <pre>S_i = sum_c W_c (a m_c(x_i / a) - x_i) / V,   log W_c = sum_i log eta_c(x_i) + const</pre>
 *
 * with m_c the soft-max mean. Sums over points of a given cloud are those of the evaluator, in float32; everything else is in float64.
 */
final class GivenScore {

    /** A cloud whose weight leaves less than this to all others is the only one from then on. */
    private static final double UNDECIDED = 1e-6;

    private static final int NONE = -1;

    private final Diffusion diffusion;
    private final double bandwidth;
    private final PatternEvaluator evaluator;
    private final List<PatternTable> tables;
    private int decided = NONE;
    private long pairs;

    /** For the path of one cloud. */
    GivenScore(Diffusion diffusion, GivenClouds given, PatternEvaluator evaluator) {
        this.diffusion = diffusion;
        this.bandwidth = given.bandwidth();
        this.evaluator = evaluator;
        this.tables = given.clouds().stream()
                .map(cloud -> PatternTable.of(cloud.points()))
                .toList();
    }

    /** Points times points of given clouds that were evaluated so far. */
    long pairs() {
        return pairs;
    }

    /** S at a noise [N][d]. */
    double[][] at(double u, Cloud cloud) {
        double a = diffusion.scale(u);
        double variance = a * a * bandwidth * bandwidth + diffusion.variance(u);
        float precision = (float) (a * a / variance);
        float[] centres = centres(cloud, a);
        int first = decided == NONE ? 0 : decided;
        SoftMax[] sums = new SoftMax[decided == NONE ? tables.size() : 1];
        double[] logs = new double[sums.length];
        for (int c = 0; c < sums.length; c++) {
            sums[c] = SoftMax.allocate(cloud.size(), cloud.dimension());
            logs[c] = logDensity(tables.get(first + c), precision, centres, cloud.size(), sums[c]);
        }
        double[] weights = LogWeights.normalised(logs);
        decide(weights);
        return score(cloud, sums, weights, a, variance);
    }

    private static float[] centres(Cloud cloud, double a) {
        int d = cloud.dimension();
        float[] centres = new float[cloud.size() * d];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (float) (cloud.points()[i / d][i % d] / a);
        }
        return centres;
    }

    /**
     * sum_i log eta_c(x_i), but for what all clouds have in common.
     * @param into overwritten
     */
    private double logDensity(PatternTable table, float precision, float[] centres, int n, SoftMax into) {
        evaluator.softMax(table, precision, centres, n, into);
        pairs += (long) n * table.count();
        double log = 0;
        for (int i = 0; i < n; i++) {
            log += into.logSum(i, precision);
        }
        return log - n * StrictMath.log(table.count());
    }

    private void decide(double[] weights) {
        for (int c = 0; c < weights.length && decided == NONE; c++) {
            decided = weights[c] > 1 - UNDECIDED ? c : NONE;
        }
    }

    private static double[][] score(Cloud cloud, SoftMax[] sums, double[] weights, double a, double variance) {
        int d = cloud.dimension();
        double[][] score = new double[cloud.size()][d];
        for (int i = 0; i < score.length; i++) {
            for (int j = 0; j < d; j++) {
                double mean = 0;
                for (int c = 0; c < sums.length; c++) {
                    mean += weights[c] * sums[c].means()[i * d + j];
                }
                score[i][j] = (a * mean - cloud.points()[i][j]) / variance;
            }
        }
        return score;
    }
}
