package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.ExactMoments;
import io.github.murmuration.schedule.TimeGrid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The chain that a scheme steps towards a Gaussian target of independent coordinates, in exact arithmetic. A coordinate's control is
 * u = along x + alongStart z + offset, so (x, z) has a mean and a covariance that follow by recursion, and E u^2 with them.
 *
 * @param target of one component with a diagonal covariance
 * @param scale variances that errors are given in units of [d]
 */
record BridgeChain(
        BackwardCoefficients backward,
        Scheme scheme,
        double[] initialMean,
        double[] initialVariance,
        GaussianMixture target,
        double[] scale) {

    /** One for a Gaussian of independent coordinates, which is exact; three that stand in for any other target. */
    static List<BridgeChain> of(
            BackwardCoefficients backward, Scheme scheme, GaussianMixture initial, GaussianMixture target) {
        double[] whole = diagonal(target.covariance());
        boolean exact = target.components() == 1 && target.diagonal();
        double[] all = Arrays.stream(target.variances())
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double[] narrow = new double[whole.length];
        double[] wide = new double[whole.length];
        Arrays.fill(narrow, all[0]);
        Arrays.fill(wide, all[all.length - 1]);
        return (exact ? Stream.of(whole) : Stream.of(whole, narrow, wide))
                .map(variances -> new BridgeChain(
                        backward,
                        scheme,
                        initial.mean(),
                        diagonal(initial.covariance()),
                        new GaussianMixture(
                                new double[] {1}, new double[][] {target.mean()}, new double[][] {variances}, null),
                        whole))
                .toList();
    }

    TimeStepping.Error error(TimeGrid grid) {
        Coordinate[] coordinates = IntStream.range(0, scale.length)
                .mapToObj(j -> new Coordinate(this, j))
                .toArray(Coordinate[]::new);
        double energy = 0;
        for (int k = 0; k < grid.steps(); k++) {
            energy += step(coordinates, grid.time(k), grid.time(k + 1));
        }
        return error(coordinates, energy);
    }

    private TimeStepping.Error error(Coordinate[] coordinates, double energy) {
        TimeStepping.Error error = new TimeStepping.Error(energyError(energy), 0, 0);
        for (int j = 0; j < coordinates.length; j++) {
            if (scale[j] > 0) {
                double mean = Math.abs(coordinates[j].mean - target.means()[0][j]) / Math.sqrt(scale[j]);
                double variance = Math.abs(coordinates[j].xx - target.variances()[0][j]) / scale[j];
                error = error.worse(new TimeStepping.Error(0, mean, variance));
            }
        }
        return error;
    }

    private double energyError(double energy) {
        if (target.singular()) {
            return 0;
        }
        double exact = Arrays.stream(
                        QuadratureCurve.energy(power(), backward.protocol().breaks(), Crew.of(1)))
                .sum();
        return Math.abs(energy / exact - 1);
    }

    private PowerFunction power() {
        return new GaussianPower(backward, initialMean, initialVariance, target);
    }

    /** Takes one step; returns its energy. */
    private double step(Coordinate[] coordinates, double t, double next) {
        BackwardCoefficients.Values values = backward.at(t);
        double[] zero = new double[coordinates.length];
        ExactMoments transition = ExactMoments.of(backward, new double[] {t, next}, zero, zero);
        double energy = 0;
        for (int j = 0; j < coordinates.length; j++) {
            energy += coordinates[j].power(values, values.thetaX()[j], values.thetaY()[j]) * (next - t);
            if (scheme == Scheme.EULER_MARUYAMA) {
                coordinates[j].euler(next - t);
            } else {
                coordinates[j].bridge(transition, j, scheme == Scheme.EXACT);
            }
        }
        return energy;
    }

    private static double[] diagonal(double[][] matrix) {
        return IntStream.range(0, matrix.length).mapToDouble(j -> matrix[j][j]).toArray();
    }

    /** Mean of x, Var x and Cov(x, z) of one coordinate. */
    private static final class Coordinate {

        private final double b0;
        private final double startMean;
        private final double startVariance;
        private final double targetMean;
        private final double targetVariance;
        private double mean;
        private double xx;
        private double xz;

        /** E[Y | x, z] and its variance, and u, before the step. */
        private Affine endpoint;

        private double endpointVariance;
        private Affine control;

        /** along x + alongStart z + offset. */
        private record Affine(double along, double alongStart, double offset) {}

        Coordinate(BridgeChain chain, int j) {
            b0 = chain.backward.at(0).b();
            startMean = chain.initialMean[j];
            startVariance = chain.initialVariance[j];
            targetMean = chain.target.means()[0][j];
            targetVariance = chain.target.variances()[0][j];
            mean = startMean;
            xx = startVariance;
            xz = startVariance;
        }

        /** E u^2 before the step. */
        double power(BackwardCoefficients.Values values, double thetaX, double thetaY) {
            double b = values.b();
            double scale = 1 + values.precision() * targetVariance;
            endpointVariance = targetVariance / scale;
            endpoint = new Affine(
                    b * endpointVariance, -b0 * endpointVariance, targetMean / scale + endpointVariance * thetaY);
            control = new Affine(
                    b * endpoint.along - b - values.excess(), b * endpoint.alongStart, thetaX + b * endpoint.offset);
            double meanControl = mean(control);
            return meanControl * meanControl + variance(control);
        }

        /** x += u dt + sqrt(dt) xi. */
        void euler(double dt) {
            advance(new Affine(1 + control.along * dt, control.alongStart * dt, control.offset * dt), dt);
        }

        /** x' = alpha x + gamma + eta y + noise xi, y the mean of the endpoint or drawn. */
        void bridge(ExactMoments transition, int j, boolean drawn) {
            double eta = transition.targetShare()[1];
            Affine next = new Affine(
                    transition.startShare()[1] + eta * endpoint.along,
                    eta * endpoint.alongStart,
                    transition.mean()[1][j] + eta * endpoint.offset);
            advance(next, transition.noiseVariance()[1] + (drawn ? eta * eta * endpointVariance : 0));
        }

        private void advance(Affine next, double noise) {
            mean = mean(next);
            xx = variance(next) + noise;
            xz = next.along * xz + next.alongStart * startVariance;
        }

        private double mean(Affine of) {
            return of.along * mean + of.alongStart * startMean + of.offset;
        }

        private double variance(Affine of) {
            return of.along * of.along * xx
                    + 2 * of.along * of.alongStart * xz
                    + of.alongStart * of.alongStart * startVariance;
        }
    }
}
