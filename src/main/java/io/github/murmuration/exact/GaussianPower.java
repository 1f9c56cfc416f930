package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.schedule.BackwardCoefficients;

/**
 * Power when the target is one Gaussian: the control is affine in (z, g), both of known covariance.
 *
 * <p>In the eigenbasis of Sigma, u = mean + slope (g - E g) - startGain (z - E z), slope = b sqrt(K) l / (1 + K l) - informationGain
 * and Var g = 1 + K l.
 */
record GaussianPower(
        BackwardCoefficients backward, double[] initialMean, double[] initialVariance, GaussianMixture target)
        implements PowerFunction {

    @Override
    public double[] at(double t) {
        Control control = Control.at(backward, t, initialMean);
        double[] informationVariance = informationVariance(control);
        double[] power = new double[initialMean.length];
        for (int j = 0; j < power.length; j++) {
            double gain = control.b() - control.informationGain() * Math.sqrt(control.precision());
            double mean = control.offset()[j] + gain * target.means()[0][j];
            double startPart = control.startGain() * control.startGain() * initialVariance[j];
            power[j] = mean * mean + informationVariance[j] + startPart;
        }
        return power;
    }

    /** Diagonal of Q diag(slope^2 (1 + K l)) Q^T. */
    private double[] informationVariance(Control control) {
        double[] sum = new double[initialMean.length];
        for (int e = 0; e < sum.length; e++) {
            double l = target.variances()[0][e];
            double spread = 1 + control.precision() * l;
            double slope = control.b() * Math.sqrt(control.precision()) * l / spread - control.informationGain();
            for (int j = 0; j < sum.length; j++) {
                double q = target.diagonal() ? (j == e ? 1 : 0) : target.rotations()[0][j][e];
                sum[j] += q * q * slope * slope * spread;
            }
        }
        return sum;
    }
}
