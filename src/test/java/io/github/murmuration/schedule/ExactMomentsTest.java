package io.github.murmuration.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("analytic")
class ExactMomentsTest {

    private static final GaussianMixture INITIAL = new GaussianMixture(
            new double[] {0.6, 0.4},
            new double[][] {{1.6, -1}, {5.5, 2}},
            new double[][] {{0.25, 0.5}, {0.49, 2}},
            null);
    private static final GaussianMixture TARGET = new GaussianMixture(
            new double[] {0.3, 0.7},
            new double[][] {{0.1, 0}, {1.5, 3}},
            new double[][] {{0.04, 0.3}, {0.09, 0}},
            null);

    /** mathematics.md section 4: mean (K m_tar + b_0 m_in - r)/b, covariance (K^2 S_tar + K I + b_0^2 S_in)/b^2. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1e-12, 1e-6, 0.3", "12, 0, 5", "1e3, 0, 1e-6", "0, 1e3, 12"})
    void recursionIsTheClosedForm(double beta0, double beta1, double beta2) {
        BackwardCoefficients backward =
                new BackwardCoefficients(Protocols.awkward(beta0, beta1, beta2), Protocols.jumps(2));
        TimeGrid grid = TimeGrid.of(backward.protocol(), 200);
        ExactMoments moments = ExactMoments.of(backward, GridTimes.of(grid), INITIAL.mean(), TARGET.mean());
        double b0 = backward.at(0).b();
        for (int k = 0; k < grid.steps(); k++) {
            BackwardCoefficients.Values values = backward.at(grid.time(k));
            double kOverB = values.precision() / values.b();
            double start = b0 / values.b();
            double[][] covariance = moments.covariance(k, INITIAL, TARGET);
            for (int i = 0; i < 2; i++) {
                double mean = kOverB * TARGET.mean()[i] + start * INITIAL.mean()[i] - values.thetaY()[i] / values.b();
                assertEquals(mean, moments.mean()[k][i], 1e-11);
                for (int j = 0; j < 2; j++) {
                    double expected = kOverB * kOverB * TARGET.covariance()[i][j]
                            + start * start * INITIAL.covariance()[i][j]
                            + (i == j ? values.precision() / values.b() / values.b() : 0);
                    assertEquals(expected, covariance[i][j], 1e-12);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "12", "1e6"})
    void endAtTheTarget(double beta) {
        BackwardCoefficients backward = new BackwardCoefficients(Protocols.awkward(beta, 0, beta), Protocols.jumps(2));
        TimeGrid grid = TimeGrid.of(backward.protocol(), 7);
        ExactMoments moments = ExactMoments.of(backward, GridTimes.of(grid), INITIAL.mean(), TARGET.mean());
        for (int i = 0; i < 2; i++) {
            assertEquals(TARGET.mean()[i], moments.mean()[7][i], 1e-15);
            for (int j = 0; j < 2; j++) {
                assertEquals(TARGET.covariance()[i][j], moments.covariance(7, INITIAL, TARGET)[i][j], 1e-15);
            }
        }
    }

    /** Linear-interpolant theorem: with linear-in-time mean-field guidance the mean is the straight line, any stiffness. */
    @ParameterizedTest
    @CsvSource({"12, 0, 5", "1e3, 1e-6, 0.3", "1e6, 1e4, 1e6"})
    void meanFieldStaysOnTheLine(double beta0, double beta1, double beta2) {
        Protocol protocol = Protocols.awkward(beta0, beta1, beta2);
        GuidancePath guidance = GuidancePath.of(new Guidance.MeanField(), protocol, INITIAL.mean(), TARGET.mean());
        TimeGrid grid = TimeGrid.of(protocol, 100);
        ExactMoments moments = ExactMoments.of(
                new BackwardCoefficients(protocol, guidance), GridTimes.of(grid), INITIAL.mean(), TARGET.mean());
        for (int k = 0; k <= 100; k++) {
            double t = grid.time(k);
            for (int j = 0; j < 2; j++) {
                assertEquals((1 - t) * INITIAL.mean()[j] + t * TARGET.mean()[j], moments.mean()[k][j], 1e-12);
            }
        }
    }

    /** Piecewise-constant guidance at midpoints leaves the line. */
    @Test
    void piecewiseConstantGuidanceLeavesTheLine() {
        Protocol protocol =
                new Protocol(Protocols.AWKWARD_BREAKS, new double[] {12, 12, 12}, GuidanceShape.PIECEWISE_CONSTANT);
        GuidancePath guidance = GuidancePath.of(new Guidance.MeanField(), protocol, INITIAL.mean(), TARGET.mean());
        assertEquals(0.85 * INITIAL.mean()[0] + 0.15 * TARGET.mean()[0], guidance.at(0, 0.7, 0), 1e-15);
        TimeGrid grid = TimeGrid.of(protocol, 20);
        ExactMoments moments = ExactMoments.of(
                new BackwardCoefficients(protocol, guidance), GridTimes.of(grid), INITIAL.mean(), TARGET.mean());
        double line = 0.95 * INITIAL.mean()[0] + 0.05 * TARGET.mean()[0];
        assertEquals(0.05, grid.time(1), 1e-15);
        assertEquals(true, Math.abs(moments.mean()[1][0] - line) > 1e-4);
    }
}
