package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.GuidancePath;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class ExactSolutionTest {

    private static final Crew<Object> CREW = Crew.of(2);

    private static final Protocol FREE =
            new Protocol(new double[] {0, 0.4, 1}, new double[] {0, 0}, GuidanceShape.PIECEWISE_CONSTANT);

    private static ExactResult demandResponse(Guidance guidance, int d) {
        GaussianMixture initial = DemandResponse.initial(d);
        GaussianMixture target = DemandResponse.target(d);
        return ExactSolution.of(DemandResponse.backward(guidance, initial, target), initial, target, CREW);
    }

    private static ExactResult free(GaussianMixture initial, GaussianMixture target) {
        GuidancePath zero = GuidancePath.of(new Guidance.Zero(), FREE, initial.mean(), target.mean());
        return ExactSolution.of(FREE, zero, initial, target, CREW);
    }

    private static GaussianMixture gaussian(double[] mean, double... variances) {
        return new GaussianMixture(new double[] {1}, new double[][] {mean}, new double[][] {variances}, null);
    }

    /** mathematics.md section 4, where they were found by another program (quadrature in Python), to six decimals. */
    @Test
    void demandResponseEnergies() {
        assertEquals(12.816708, demandResponse(new Guidance.MeanField(), 1).energy(), 1e-6);
        assertEquals(16.863448, demandResponse(new Guidance.Zero(), 1).energy(), 1e-6);
        assertEquals(14.992825, demandResponse(new Guidance.TargetMean(), 1).energy(), 1e-6);
        GaussianMixture initial = DemandResponse.initial(1);
        GaussianMixture target = DemandResponse.target(1);
        Protocol linear = DemandResponse.protocol(GuidanceShape.PIECEWISE_LINEAR);
        GuidancePath line = GuidancePath.of(new Guidance.MeanField(), linear, initial.mean(), target.mean());
        ExactResult result = ExactSolution.of(linear, line, initial, target, CREW);
        assertEquals(12.816563, result.energy(), 1e-6);
        assertEquals(0, result.meanDeviationFromLine(), 1e-13);
        assertEquals(0, result.energyStandardError());
    }

    /**
     * Without stiffness the energy is twice the relative entropy of the target to a unit Gaussian about the start (Girsanov):
     * sum over coordinates of l - 1 - log l + (m - m_in)^2 + Var z.
     */
    @Test
    void freeGaussianCostsItsRelativeEntropy() {
        GaussianMixture initial = gaussian(new double[] {1, -2}, 0.5, 0);
        for (double narrow : new double[] {0.3, 1e-3, 1e-6}) {
            ExactResult result = free(initial, gaussian(new double[] {0, 1}, 2, narrow));
            double first = 2 - 1 - Math.log(2) + 1 + 0.5;
            double second = narrow - 1 - Math.log(narrow) + 9;
            assertEquals(first, result.energyByCoordinate()[0], 1e-8);
            assertEquals(second, result.energyByCoordinate()[1], 1e-8);
            assertEquals(first + second, result.energy(), 1e-8);
        }
    }

    /** The same of a correlated Gaussian: trace - d - log det + |m - m_in|^2 + trace of the start. */
    @Test
    void freeCorrelatedGaussian() {
        double[][] matrix = {{0.5, 0.3}, {0.3, 0.9}};
        GaussianMixture target = GaussianMixture.of(new Law.Mixture(
                new double[] {1}, new double[][] {{1, 1}}, new Covariance[] {new Covariance.Full(matrix)}));
        ExactResult result = free(gaussian(new double[] {0, 3}, 0.2, 0.1), target);
        assertEquals(1.4 - 2 - Math.log(0.45 - 0.09) + 5 + 0.3, result.energy(), 1e-8);
        assertEquals(result.energy(), Arrays.stream(result.energyByCoordinate()).sum(), 1e-12);
    }

    /** A Gaussian cut into equal components is still that Gaussian, but takes the path of mixtures. */
    @Test
    void equalComponentsAreOne() {
        GaussianMixture initial = gaussian(new double[] {1}, 0.5);
        GaussianMixture cut = new GaussianMixture(
                new double[] {0.3, 0.7}, new double[][] {{2}, {2}}, new double[][] {{0.1}, {0.1}}, null);
        BackwardCoefficients backward = DemandResponse.backward(new Guidance.Zero(), initial, cut);
        ExactResult whole = ExactSolution.of(backward, initial, gaussian(new double[] {2}, 0.1), CREW);
        ExactResult pieces = ExactSolution.of(backward, initial, cut, CREW);
        assertEquals(whole.energy(), pieces.energy(), 1e-8);
        for (int i = 0; i < whole.times().length; i++) {
            assertEquals(whole.power()[i][0], pieces.power()[i][0], 1e-9 * (1 + whole.power()[i][0]));
        }
    }

    /** Components that differ in one coordinate: a product, so each coordinate is a problem of its own. */
    @Test
    void productIsSolvedByCoordinates() {
        GaussianMixture initial = gaussian(new double[] {3, -1}, 0.5, 0.2);
        GaussianMixture target = new GaussianMixture(
                new double[] {0.6, 0.4},
                new double[][] {{0.1, 1}, {1.5, 1}},
                new double[][] {{0.04, 0.3}, {0.09, 0.3}},
                null);
        ExactResult both = ExactSolution.of(
                DemandResponse.backward(new Guidance.MeanField(), initial, target), initial, target, CREW);
        GaussianMixture first = gaussian(new double[] {3}, 0.5);
        GaussianMixture second = gaussian(new double[] {-1}, 0.2);
        GaussianMixture varying = DemandResponse.target(1);
        GaussianMixture same = gaussian(new double[] {1}, 0.3);
        Guidance guidance = new Guidance.MeanField();
        double along = ExactSolution.of(DemandResponse.backward(guidance, first, varying), first, varying, CREW)
                .energy();
        double across = ExactSolution.of(DemandResponse.backward(guidance, second, same), second, same, CREW)
                .energy();
        assertEquals(0, both.energyStandardError());
        assertArrayEquals(new double[] {along, across}, both.energyByCoordinate(), 1e-8);
    }

    /** At t = 0 nothing is known but the start: u = thetaX - a z + b m_tar. */
    @Test
    void powerAtTheStart() {
        GaussianMixture initial = DemandResponse.initial(1);
        GaussianMixture target = DemandResponse.target(1);
        BackwardCoefficients backward = DemandResponse.backward(new Guidance.Zero(), initial, target);
        BackwardCoefficients.Values start = backward.at(0);
        double mean = start.thetaX()[0] - start.a() * initial.mean()[0] + start.b() * target.mean()[0];
        double expected = mean * mean + start.a() * start.a() * initial.covariance()[0][0];
        ExactResult result = ExactSolution.of(backward, initial, target, CREW);
        assertEquals(0, result.times()[0]);
        assertEquals(expected, result.power()[0][0], 1e-11 * expected);
    }

    /** Whatever the stiffness, the mean control obeys d E u/dt = beta (m - nu): nothing is lost where b underflows. */
    @Test
    void stiffProtocolsKeepTheirDigits() {
        GaussianMixture initial = gaussian(new double[] {3}, 0.5);
        GaussianMixture target = gaussian(new double[] {1}, 0.04);
        Protocol stiff =
                new Protocol(new double[] {0, 0.5, 1}, new double[] {1e6, 1e6}, GuidanceShape.PIECEWISE_LINEAR);
        GuidancePath line = GuidancePath.of(new Guidance.MeanField(), stiff, initial.mean(), target.mean());
        ExactResult result = ExactSolution.of(stiff, line, initial, target, CREW);
        int middle = Arrays.binarySearch(result.times(), 0.25);
        // an Ornstein-Uhlenbeck process about the line: u = -2 + omega (line - x), Var x = 1/(2 omega)
        assertEquals(2 * 2 + 1e6 / 2e3, result.power()[middle][0], 1e-6);
        assertEquals(1 / 2e3, result.variance()[middle][0], 1e-12);
        assertEquals(2.5, result.mean()[middle][0], 1e-12);
    }

    /**
     * A target without a density: near t = 1 the agent is on a Brownian bridge to its endpoint, so power is d/(1-t) there and
     * its integral diverges like a logarithm. A coordinate with a spread keeps a finite energy.
     */
    @Test
    void patternsTakeInfiniteEnergy() {
        GaussianMixture initial = gaussian(new double[] {3, 0}, 0.5, 0.5);
        GaussianMixture target = gaussian(new double[] {1, 0}, 0, 0.5);
        BackwardCoefficients backward = DemandResponse.backward(new Guidance.MeanField(), initial, target);
        ExactResult result = ExactSolution.of(backward, initial, target, CREW);
        assertEquals(Double.POSITIVE_INFINITY, result.energy());
        assertEquals(Double.POSITIVE_INFINITY, result.energyByCoordinate()[0]);
        assertTrue(Double.isFinite(result.energyByCoordinate()[1]));
        PowerFunction law = new GaussianPower(backward, initial.mean(), new double[] {0.5, 0.5}, target);
        PowerFunction patterns = new CoordinatewisePower(
                backward,
                initial.mean(),
                new double[] {0.5, 0.5},
                new GaussianMixture(
                        new double[] {0.5, 0.5},
                        new double[][] {{0, 0}, {2, 0}},
                        new double[][] {{0, 0.5}, {0, 0.5}},
                        null));
        for (double rest : new double[] {1e-4, 1e-6, 1e-8}) {
            assertEquals(1, rest * law.at(1 - rest)[0], 20 * rest);
            assertEquals(1, rest * patterns.at(1 - rest)[0], 20 * rest);
        }
    }

    @Test
    void pointToPointIsABridge() {
        GaussianMixture target = gaussian(new double[] {2}, 0);
        ExactResult result = free(gaussian(new double[] {1}, 0), target);
        for (int i = 0; i < result.times().length; i++) {
            double t = result.times()[i];
            assertEquals(1 + t, result.mean()[i][0], 1e-14);
            assertEquals(t * (1 - t), result.variance()[i][0], 1e-14);
            // u = (y - x)/(1 - t): mean 1, variance t/(1 - t)
            assertEquals(1 + t / (1 - t), result.power()[i][0], 1e-11 / (1 - t));
        }
    }

    @Test
    void timesContainTheBreaks() {
        ExactResult result = demandResponse(new Guidance.MeanField(), 1);
        for (int i = 0; i < 8; i++) {
            assertTrue(Arrays.binarySearch(result.times(), i / 8.0) >= 0);
        }
        assertTrue(result.times()[result.times().length - 1] < 1);
        assertEquals(result.times().length, result.power().length);
        assertEquals(result.times().length, result.mean().length);
    }
}
