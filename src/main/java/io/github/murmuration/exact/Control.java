package io.github.murmuration.exact;

import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.ExactMoments;
import java.util.Arrays;

/**
 * The optimal control at one time as a function of two independent variables whose laws are known, the start z and the
 * standardised information g = h / sqrt(K) about the endpoint:
 *
 * <pre>
 * X = gamma + (b_0/b) z + (sqrt(K)/b) g            g ~ sum_k w_k N(sqrt(K) m_k, I + K Sigma_k)
 * u = offset - startGain (z - E z) + b yhat(sqrt(K) g) - informationGain g
 * </pre>
 *
 * Only ratios of b occur in X, so nothing is lost where b underflows. See {@code src/site/markdown/mathematics.md}, section 4.
 *
 * @param precision K
 * @param startGain a b_0 / b
 * @param informationGain a sqrt(K) / b
 * @param offset [d]
 */
record Control(double b, double precision, double startGain, double informationGain, double[] offset) {

    /** @param initialMean E z [d] */
    static Control at(BackwardCoefficients backward, double t, double[] initialMean) {
        BackwardCoefficients.Values values = backward.at(t);
        double[] times = timesTo(backward.protocol().breaks(), t);
        ExactMoments moments = ExactMoments.of(backward, times, initialMean, new double[initialMean.length]);
        int now = times.length - 1;
        double[] offset = new double[initialMean.length];
        for (int j = 0; j < offset.length; j++) {
            offset[j] = values.thetaX()[j] - values.a() * moments.mean()[now][j];
        }
        double informationGain = values.a() * Math.sqrt(moments.noiseVariance()[now]);
        return new Control(
                values.b(), values.precision(), values.a() * moments.startShare()[now], informationGain, offset);
    }

    /** The breaks before t, and t. */
    private static double[] timesTo(double[] breaks, double t) {
        double[] times = Arrays.stream(breaks).filter(s -> s < t).toArray();
        times = Arrays.copyOf(times, times.length + 1);
        times[times.length - 1] = t;
        return times;
    }
}
