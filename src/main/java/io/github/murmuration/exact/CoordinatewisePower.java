package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.schedule.BackwardCoefficients;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Power when the components of the target have diagonal covariances and differ in at most one coordinate: the coordinates are
 * then independent, and each is an integral over one g.
 */
record CoordinatewisePower(
        BackwardCoefficients backward, double[] initialMean, double[] initialVariance, GaussianMixture target)
        implements PowerFunction {

    /** Standard deviations on each side of a component that the integral covers; the tail beyond is below 1e-18. */
    private static final double REACH = 9;

    private static final double TOLERANCE = 1e-12;

    /** More components than this are sampled: the work grows with their square. */
    private static final int MOST_COMPONENTS = 64;

    /** Whether the components are few and differ in at most one coordinate. */
    static boolean applies(GaussianMixture target) {
        return target.components() <= MOST_COMPONENTS && independent(target);
    }

    /** Whether the coordinates are independent of each other because the components differ in at most one. */
    static boolean independent(GaussianMixture target) {
        return target.diagonal() && varying(target).length <= 1;
    }

    /** Coordinates that components differ in. */
    static int[] varying(GaussianMixture target) {
        return IntStream.range(0, target.dimension())
                .filter(j -> varies(target, j))
                .toArray();
    }

    private static boolean varies(GaussianMixture target, int j) {
        return IntStream.range(1, target.components())
                .anyMatch(k -> target.means()[k][j] != target.means()[0][j]
                        || target.variances()[k][j] != target.variances()[0][j]);
    }

    @Override
    public double[] at(double t) {
        Control control = Control.at(backward, t, initialMean);
        double[] power = new double[initialMean.length];
        for (int j = 0; j < power.length; j++) {
            double startPart = control.startGain() * control.startGain() * initialVariance[j];
            power[j] = new Coordinate(control, target, j).secondMoment() + startPart;
        }
        return power;
    }

    /**
     * One coordinate at one time. Given component k, g ~ N(centre, spread) and the control without the start is
     * base + slope (g - centre): a form whose coefficients may lose digits near t = 1, but in the same way for every g.
     */
    private static final class Coordinate {

        private final double[] weight;
        private final double[] centre;
        private final double[] spread;
        private final double[] base;
        private final double[] slope;

        Coordinate(Control control, GaussianMixture target, int j) {
            int components = varies(target, j) ? target.components() : 1;
            weight = new double[components];
            centre = new double[components];
            spread = new double[components];
            base = new double[components];
            slope = new double[components];
            double rootPrecision = Math.sqrt(control.precision());
            for (int k = 0; k < components; k++) {
                double mean = target.means()[k][j];
                double variance = target.variances()[k][j];
                spread[k] = 1 + control.precision() * variance;
                centre[k] = rootPrecision * mean;
                weight[k] = (components == 1 ? 1 : target.weights()[k]) / Math.sqrt(2 * Math.PI * spread[k]);
                base[k] = control.offset()[j] + (control.b() - control.informationGain() * rootPrecision) * mean;
                slope[k] = control.b() * rootPrecision * variance / spread[k] - control.informationGain();
            }
        }

        /** E (u + startGain (z - E z))^2. */
        double secondMoment() {
            return new AdaptiveQuadrature(this::integrand, edges(), TOLERANCE).integral();
        }

        private double integrand(double g) {
            double density = 0;
            double weighted = 0;
            for (int k = 0; k < centre.length; k++) {
                double departure = g - centre[k];
                double share = weight[k] * Math.exp(-0.5 * departure * departure / spread[k]);
                density += share;
                weighted += share * (base[k] + slope[k] * departure);
            }
            return density == 0 ? 0 : weighted * weighted / density;
        }

        /** Centres and reaches of all components, none closer than half of the least standard deviation of g. */
        private double[] edges() {
            double[] all = IntStream.range(0, centre.length)
                    .boxed()
                    .flatMapToDouble(k -> {
                        double reach = REACH * Math.sqrt(spread[k]);
                        return DoubleStream.of(centre[k] - reach, centre[k], centre[k] + reach);
                    })
                    .sorted()
                    .toArray();
            double[] edges = new double[all.length];
            int count = 0;
            for (double edge : all) {
                if (count == 0 || edge > edges[count - 1] + 0.5) {
                    edges[count++] = edge;
                }
            }
            return Arrays.copyOf(edges, count);
        }
    }
}
