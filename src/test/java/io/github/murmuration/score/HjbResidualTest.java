package io.github.murmuration.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.cloud.NoisedLaw;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.OrnsteinUhlenbeck;
import io.github.murmuration.diffusion.VarianceExploding;
import io.github.murmuration.diffusion.VariancePreserving;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Hamilton-Jacobi-Bellman residual of scores. */
class HjbResidualTest {

    /** Gaussians of any covariance, one of them with correlation. */
    private static final GaussianMixture PLANE = GaussianMixture.of(new Law.Mixture(
            new double[] {0.5, 0.3, 0.2}, new double[][] {{-2, 0}, {2, 1}, {0, -2}}, new Covariance[] {
                new Covariance.Full(new double[][] {{0.09, 0.03}, {0.03, 0.04}}),
                Covariance.standardDeviations(0.4, 0.4),
                Covariance.standardDeviations(0.2, 0.3)
            }));

    private static final List<Diffusion> DIFFUSIONS = List.of(
            new OrnsteinUhlenbeck(0.5, 1, 3),
            new OrnsteinUhlenbeck(2, 0.7, 1),
            new OrnsteinUhlenbeck(0, 1.3, 1),
            new VariancePreserving(0.1, 20, 1),
            new VarianceExploding(0.05, 40));

    static Stream<Diffusion> diffusions() {
        return DIFFUSIONS.stream();
    }

    /** Central differences of step 1e-4: errors of second order in it, in units of the fifth power of the smallest width, 0.15. */
    @ParameterizedTest
    @MethodSource("diffusions")
    void derivativesAreThoseOfTheDensity(Diffusion diffusion) {
        MixtureScore score = new MixtureScore(PLANE, diffusion);
        double h = 1e-4;
        double[] y = {-0.9, 0.35};
        double u = 0.3;
        SmoothScore.Derivatives at = at(score, y, u);
        SmoothScore.Derivatives later = at(score, y, u + h);
        SmoothScore.Derivatives earlier = at(score, y, u - h);
        double[] laplacian = new double[2];
        for (int j = 0; j < 2; j++) {
            double[] right = moved(y, j, h);
            double[] left = moved(y, j, -h);
            double slope = (score.logDensity(right, u) - score.logDensity(left, u)) / (2 * h);
            assertEquals(slope, at.value()[j], 1e-4 * (1 + Math.abs(slope)));
            for (int i = 0; i < 2; i++) {
                double derivative =
                        (at(score, right, u).value()[i] - at(score, left, u).value()[i]) / (2 * h);
                assertEquals(derivative, at.jacobian()[i][j], 1e-4 * (1 + Math.abs(derivative)));
                laplacian[i] += (at(score, right, u).value()[i]
                                - 2 * at.value()[i]
                                + at(score, left, u).value()[i])
                        / (h * h);
            }
        }
        for (int i = 0; i < 2; i++) {
            double change = (later.value()[i] - earlier.value()[i]) / (2 * h);
            assertEquals(change, at.change()[i], 1e-4 * (1 + Math.abs(change)));
            assertEquals(laplacian[i], at.laplacian()[i], 1e-4 * (1 + Math.abs(laplacian[i])));
        }
    }

    /** Along 1e5 particles of the first diffusion, 1e4 of the others, at five levels. Of 1.01 s it is 0.01 beta s d s and more. */
    @ParameterizedTest
    @MethodSource("diffusions")
    void itIsZeroForTheScoreItself(Diffusion diffusion) {
        MixtureScore score = new MixtureScore(PLANE, diffusion);
        SmoothScore.Derivatives at = SmoothScore.Derivatives.of(2);
        int each = diffusion == DIFFUSIONS.get(0) ? 20_000 : 2000;
        double largest = 0;
        double ofOther = 0;
        for (double part : new double[] {0.02, 0.1, 0.3, 0.6, 1}) {
            double u = part * diffusion.horizon();
            NoisedLaw law =
                    new NoisedLaw(new GaussianPoints(PLANE), diffusion.scale(u), Math.sqrt(diffusion.variance(u)));
            for (double[] y : law.draw(each, 1, 0).points()) {
                score.at(y, u, at);
                for (int i = 0; i < 2; i++) {
                    largest = Math.max(largest, Math.abs(at.residual(diffusion, y, u, i)));
                    ofOther = Math.max(ofOther, Math.abs(larger(at).residual(diffusion, y, u, i)));
                }
            }
        }
        assertTrue(largest < 1e-8, "|R| up to " + largest);
        assertTrue(ofOther > 1e-2, "|R| of 1.01 s up to " + ofOther);
    }

    private static SmoothScore.Derivatives at(SmoothScore score, double[] y, double u) {
        SmoothScore.Derivatives at = SmoothScore.Derivatives.of(2);
        score.at(y, u, at);
        return at;
    }

    private static double[] moved(double[] y, int j, double by) {
        double[] moved = y.clone();
        moved[j] += by;
        return moved;
    }

    /** Of 1.01 s. */
    private static SmoothScore.Derivatives larger(SmoothScore.Derivatives at) {
        return new SmoothScore.Derivatives(
                larger(at.value()),
                new double[][] {larger(at.jacobian()[0]), larger(at.jacobian()[1])},
                larger(at.laplacian()),
                larger(at.change()));
    }

    private static double[] larger(double[] values) {
        return Arrays.stream(values).map(value -> 1.01 * value).toArray();
    }
}
