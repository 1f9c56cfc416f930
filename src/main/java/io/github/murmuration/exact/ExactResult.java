package io.github.murmuration.exact;

/**
 * Exact values of one guidance in continuous time.
 *
 * @param times at which mean, variance and power are given [T], in [0, 1)
 * @param mean [T][d]
 * @param variance [T][d]
 * @param power E u_j^2 [T][d]
 * @param energy E int |u|^2 dt; infinite when the target has no density
 * @param energyStandardError 0 when by quadrature; of the sampled entropy of the target otherwise
 * @param energyByCoordinate [d]; where power is sampled, of a relative standard error up to 2e-4 sqrt(d)
 * @param terminalMean [d]
 * @param terminalCovariance [d][d]
 * @param meanDeviationFromLine max over t of the Euclidean distance of the mean from the straight line
 */
public record ExactResult(
        double[] times,
        double[][] mean,
        double[][] variance,
        double[][] power,
        double energy,
        double energyStandardError,
        double[] energyByCoordinate,
        double[] terminalMean,
        double[][] terminalCovariance,
        double meanDeviationFromLine) {}
