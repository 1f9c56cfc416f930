package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.BackwardCoefficients;
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
            energy += scheme == Scheme.EULER_MARUYAMA
                    ? step(coordinates, grid.times()[k], grid.step(k))
                    : power().total(grid.times()[k]) * grid.step(k);
        }
        if (scheme == Scheme.POSTERIOR_MEAN) {
            double precision = backward.at(grid.times()[grid.steps() - 1]).precision();
            Arrays.stream(coordinates).forEach(coordinate -> coordinate.narrowBy(precision));
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
                        QuadratureCurve.energy(power(), backward.protocol().breaks()))
                .sum();
        return Math.abs(energy / exact - 1);
    }

    private PowerLaw power() {
        return new GaussianPower(backward, initialMean, initialVariance, target);
    }

    /** Takes one Euler-Maruyama step; returns its energy. */
    private double step(Coordinate[] coordinates, double t, double dt) {
        BackwardCoefficients.Values values = backward.at(t);
        double energy = 0;
        for (int j = 0; j < coordinates.length; j++) {
            energy += coordinates[j].step(values, values.thetaX()[j], values.thetaY()[j], dt);
        }
        return energy;
    }

    private static double[] diagonal(double[][] matrix) {
        return IntStream.range(0, matrix.length).mapToDouble(j -> matrix[j][j]).toArray();
    }

    /** Mean of x, Var x and Cov(x, z) of one coordinate. Schemes other than Euler-Maruyama leave them exact. */
    private static final class Coordinate {

        private final double b0;
        private final double startMean;
        private final double startVariance;
        private final double targetMean;
        private final double targetVariance;
        private double mean;
        private double xx;
        private double xz;

        Coordinate(BridgeChain chain, int j) {
            b0 = chain.backward.at(0).b();
            startMean = chain.initialMean[j];
            startVariance = chain.initialVariance[j];
            targetMean = chain.target.means()[0][j];
            targetVariance = chain.target.variances()[0][j];
            boolean euler = chain.scheme == Scheme.EULER_MARUYAMA;
            mean = euler ? startMean : targetMean;
            xx = euler ? startVariance : targetVariance;
            xz = startVariance;
        }

        /** x += u dt + sqrt(dt) xi; returns E u^2 dt. */
        double step(BackwardCoefficients.Values values, double thetaX, double thetaY, double dt) {
            double b = values.b();
            double share = b * targetVariance / (1 + values.precision() * targetVariance);
            double along = b * share - b - values.excess();
            double alongStart = -b0 * share;
            double offset = thetaX + b * targetMean / (1 + values.precision() * targetVariance) + share * thetaY;
            double control = along * mean + alongStart * startMean + offset;
            double spread = along * along * xx + 2 * along * alongStart * xz + alongStart * alongStart * startVariance;
            double keep = 1 + along * dt;
            double drive = alongStart * dt;
            mean += control * dt;
            xx = keep * keep * xx + 2 * keep * drive * xz + drive * drive * startVariance + dt;
            xz = keep * xz + drive * startVariance;
            return (control * control + spread) * dt;
        }

        /** The last step of posterior-mean goes to E[Y | h]: the variance of Y given h is missing. */
        void narrowBy(double precision) {
            xx -= targetVariance / (1 + precision * targetVariance);
        }
    }
}
