package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.TimeGrid;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Energy from the entropy of the target, and sampled power: fixed seeds, 4.5 standard errors, false alarm 7e-6 each. */
@Tag("statistical")
class EnergyIdentityTest {

    private static final Crew<Object> CREW = Crew.of(2);

    private static final double SIGMAS = 4.5;

    private static GaussianMixture gaussianOf(GaussianMixture law) {
        return GaussianMixture.of(new Law.Mixture(
                new double[] {1}, new double[][] {law.mean()}, new Covariance[] {new Covariance.Full(law.covariance())
                }));
    }

    /** d = 1: 2 (H(Gaussian) - H(p)) with H by quadrature is the difference of two energies by quadrature, to 1e-8. */
    @Test
    void energyExceedsThatOfTheGaussianByTwiceTheEntropy() {
        GaussianMixture initial = DemandResponse.initial(1);
        GaussianMixture target = DemandResponse.target(1);
        AdaptiveQuadrature entropy =
                new AdaptiveQuadrature(y -> entropyDensity(target, y), new double[] {-2, 0.1, 1.5, 4.5}, 1e-12);
        double gaussianEntropy = 0.5 * Math.log(2 * Math.PI * Math.E * target.covariance()[0][0]);
        for (Guidance guidance : new Guidance[] {new Guidance.MeanField(), new Guidance.Zero()}) {
            BackwardCoefficients backward = DemandResponse.backward(guidance, initial, target);
            double mixture = ExactSolution.of(backward, initial, target, CREW).energy();
            double gaussian = ExactSolution.of(backward, initial, gaussianOf(target), CREW)
                    .energy();
            assertEquals(2 * (gaussianEntropy - entropy.integral()), mixture - gaussian, 1e-8);
        }
        MixtureEntropy integral = MixtureEntropy.of(target, CREW);
        assertEquals(entropy.integral(), integral.value(), 1e-10);
        assertEquals(0, integral.standardError());
    }

    private static double entropyDensity(GaussianMixture law, double y) {
        double density = 0;
        for (int k = 0; k < law.components(); k++) {
            double departure = y - law.means()[k][0];
            double variance = law.variances()[k][0];
            density += law.weights()[k]
                    * Math.exp(-departure * departure / (2 * variance))
                    / Math.sqrt(2 * Math.PI * variance);
        }
        return density == 0 ? 0 : -density * Math.log(density);
    }

    @Test
    void entropyOfOneComponentIsThatOfAGaussian() {
        MixtureEntropy entropy = MixtureEntropy.of(
                new GaussianMixture(new double[] {1}, new double[][] {{1, 2}}, new double[][] {{0.5, 2}}, null), CREW);
        assertEquals(Math.log(2 * Math.PI * Math.E), entropy.value(), 1e-15); // log det = 0
        assertEquals(0, entropy.standardError());
    }

    /** Against 10^6 pairs a node of the same power: the integral of sampled power is the energy. d = 2, full covariances. */
    @Test
    void integralOfSampledPowerIsTheEnergy() {
        double[][][] matrices = {{{0.04, 0.02}, {0.02, 0.09}}, {{0.3, -0.1}, {-0.1, 0.2}}};
        GaussianMixture target = GaussianMixture.of(new Law.Mixture(
                new double[] {0.6, 0.4},
                new double[][] {{0.1, 0.2}, {0.9, 0}},
                new Covariance[] {new Covariance.Full(matrices[0]), new Covariance.Full(matrices[1])}));
        GaussianMixture initial = DemandResponse.initial(2);
        BackwardCoefficients backward = DemandResponse.backward(new Guidance.MeanField(), initial, target);
        ExactResult result = ExactSolution.of(backward, initial, target, CREW);
        SampledPower law = sampled(backward, initial, target);
        AdaptiveQuadrature.Nodes nodes = QuadratureCurve.timeNodes(
                new GaussianPower(backward, initial.mean(), variance(initial), gaussianOf(target)),
                backward.protocol().breaks(),
                1e-8);
        double sum = 0;
        double squaredError = result.energyStandardError() * result.energyStandardError();
        for (int i = 0; i < nodes.points().length; i++) {
            SampledPower.Estimate estimate = law.at(nodes.points()[i], 10_000 + i, 2000);
            double weight = nodes.weights()[i];
            sum += weight * Arrays.stream(estimate.power()).sum();
            squaredError += weight * weight * estimate.variance();
        }
        assertTrue(Math.sqrt(squaredError) < 1e-3 * sum);
        assertEquals(sum, result.energy(), SIGMAS * Math.sqrt(squaredError));
        assertEquals(result.energy(), Arrays.stream(result.energyByCoordinate()).sum(), 1e-10);
    }

    /**
     * Two dimensions, diagonal: the trapezoidal rule over g, exact to rounding for Gaussians, with the control from
     * {@link DriftSchedule#drift} at X = (h + b_0 z - r)/b; affine in z, so three starts give the mean and the variance over z.
     */
    @Test
    void sampledPowerIsTheExpectationOfTheDrift() {
        GaussianMixture initial = DemandResponse.initial(2);
        GaussianMixture target = new GaussianMixture(
                new double[] {0.6, 0.4},
                new double[][] {{0.1, 0.2}, {0.9, 0}},
                new double[][] {{0.04, 0.3}, {0.09, 0.1}},
                null);
        BackwardCoefficients backward = DemandResponse.backward(new Guidance.Zero(), initial, target);
        DriftSchedule drift = new DriftSchedule(
                backward, TimeGrid.of(backward.protocol(), 8), Scheme.EULER_MARUYAMA, initial, target);
        SampledPower law = sampled(backward, initial, target);
        int task = 0;
        for (double t : new double[] {0.05, 0.4, 0.8, 0.97}) {
            double expected = byTrapezoid(backward, drift, initial, target, t);
            SampledPower.Estimate estimate = law.at(t, task++, 20_000);
            double sum = Arrays.stream(estimate.power()).sum();
            assertTrue(Math.sqrt(estimate.variance()) < 1e-2 * expected);
            assertEquals(expected, sum, SIGMAS * Math.sqrt(estimate.variance()), "t = " + t);
        }
    }

    private static double byTrapezoid(
            BackwardCoefficients backward,
            DriftSchedule drift,
            GaussianMixture initial,
            GaussianMixture target,
            double t) {
        BackwardCoefficients.Values values = backward.at(t);
        double root = Math.sqrt(values.precision());
        double width = 0.25;
        int points = (int) ((3 * root + 20 * Math.sqrt(1 + values.precision() * 0.3)) / width);
        double sum = 0;
        double[] g = new double[2];
        for (int n = 0; n < points * points; n++) {
            g[0] = width * (n % points - points / 2);
            g[1] = width * (n / points - points / 2);
            double density = densityOf(g, target, values.precision());
            if (density > 1e-14) {
                sum += density * width * width * meanSquare(backward, drift, initial, t, g);
            }
        }
        return sum;
    }

    private static double densityOf(double[] g, GaussianMixture target, double precision) {
        double density = 0;
        for (int k = 0; k < 2; k++) {
            double product = target.weights()[k];
            for (int j = 0; j < 2; j++) {
                double spread = 1 + precision * target.variances()[k][j];
                double departure = g[j] - Math.sqrt(precision) * target.means()[k][j];
                product *= Math.exp(-departure * departure / (2 * spread)) / Math.sqrt(2 * Math.PI * spread);
            }
            density += product;
        }
        return density;
    }

    private static double meanSquare(
            BackwardCoefficients backward, DriftSchedule drift, GaussianMixture initial, double t, double[] g) {
        double[] u = control(backward, drift, t, initial.mean(), g);
        double[] moved = control(backward, drift, t, new double[] {initial.mean()[0] + 1, initial.mean()[1] + 1}, g);
        double sum = 0;
        for (int j = 0; j < 2; j++) {
            double slope = moved[j] - u[j];
            sum += u[j] * u[j] + slope * slope * initial.covariance()[j][j];
        }
        return sum;
    }

    private static double[] control(
            BackwardCoefficients backward, DriftSchedule drift, double t, double[] z, double[] g) {
        BackwardCoefficients.Values values = backward.at(t);
        double[] x = new double[2];
        for (int j = 0; j < 2; j++) {
            double h = Math.sqrt(values.precision()) * g[j];
            x[j] = (h + backward.at(0).b() * z[j] - values.thetaY()[j]) / values.b();
        }
        double[] u = new double[2];
        drift.drift(t, z, x, u);
        return u;
    }

    /** z-scores of 2000 small samples: their mean square is 1 up to the skewness of u^2 at 256 pairs (a tenth) and 3 percent. */
    @Test
    void standardErrorsAreHonest() {
        GaussianMixture initial = DemandResponse.initial(1);
        GaussianMixture target = DemandResponse.target(1);
        BackwardCoefficients backward = DemandResponse.backward(new Guidance.MeanField(), initial, target);
        SampledPower sampled = sampled(backward, initial, target);
        double exact = new CoordinatewisePower(backward, initial.mean(), variance(initial), target).total(0.6);
        double square = 0;
        for (int task = 0; task < 2000; task++) {
            SampledPower.Estimate estimate = sampled.at(0.6, task, 256);
            double departure = estimate.power()[0] - exact;
            square += departure * departure / estimate.variance() / 2000;
        }
        assertEquals(1, square, 0.25);
    }

    @Test
    void sameInputGivesTheSameBits() {
        GaussianMixture initial = DemandResponse.initial(3);
        GaussianMixture target = DemandResponse.target(3);
        BackwardCoefficients backward = DemandResponse.backward(new Guidance.MeanField(), initial, target);
        ExactResult first = ExactSolution.of(backward, initial, target, CREW);
        ExactResult second = ExactSolution.of(backward, initial, target, CREW);
        assertEquals(first.energy(), second.energy());
        for (int i = 0; i < first.times().length; i++) {
            assertArrayEquals(first.power()[i], second.power()[i]);
        }
    }

    /** On the line the energy has no sampling error however many components there are: mathematics.md, section 4. */
    @Test
    void manyComponentsOnTheLineHaveTheEnergyOfTwo() {
        GaussianMixture two = DemandResponse.target(1);
        int copies = 50;
        double[] weights = new double[2 * copies];
        double[][] means = new double[2 * copies][];
        double[][] variances = new double[2 * copies][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = two.weights()[k % 2] / copies;
            means[k] = two.means()[k % 2];
            variances[k] = two.variances()[k % 2];
        }
        GaussianMixture many = new GaussianMixture(weights, means, variances, null);
        GaussianMixture initial = DemandResponse.initial(1);
        ExactResult result =
                ExactSolution.of(DemandResponse.backward(new Guidance.MeanField(), initial, many), initial, many, CREW);
        assertEquals(12.816708, result.energy(), 1e-6);
        assertEquals(0, result.energyStandardError());
    }

    /** More components than quadrature takes: 65 copies of one Gaussian are that Gaussian. */
    @Test
    void manyComponentsAreSampled() {
        GaussianMixture initial = DemandResponse.initial(1);
        double[] weights = new double[65];
        Arrays.fill(weights, 1.0 / 65);
        double[][] means = new double[65][1];
        double[][] variances = new double[65][1];
        for (int k = 0; k < 65; k++) {
            means[k][0] = 1;
            variances[k][0] = 0.2;
        }
        GaussianMixture copies = new GaussianMixture(weights, means, variances, null);
        BackwardCoefficients backward = DemandResponse.backward(new Guidance.Zero(), initial, copies);
        GaussianMixture one = new GaussianMixture(new double[] {1}, new double[][] {{1}}, new double[][] {{0.2}}, null);
        double expected = ExactSolution.of(backward, initial, one, CREW).energy();
        assertEquals(expected, ExactSolution.of(backward, initial, copies, CREW).energy(), 1e-8);
    }

    private static SampledPower sampled(
            BackwardCoefficients backward, GaussianMixture initial, GaussianMixture target) {
        return new SampledPower(backward, initial.mean(), variance(initial), target);
    }

    private static double[] variance(GaussianMixture law) {
        double[] variance = new double[law.dimension()];
        for (int j = 0; j < variance.length; j++) {
            variance[j] = law.covariance()[j][j];
        }
        return variance;
    }
}
