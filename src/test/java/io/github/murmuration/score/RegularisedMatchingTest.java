package io.github.murmuration.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.OrnsteinUhlenbeck;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularisedMatchingTest {

    private static final Diffusion DIFFUSION = new OrnsteinUhlenbeck(0.5, 1, 3);

    /**
     * Of N(0, C) the score is -y/l^2 with l^2 = a^2 C + s^2. With r^2 = C and A = 4 l the function y/A T_0/l is y/(4 l^2): its coefficient is
     * -4, and all others are 0.
     */
    private static final double VARIANCE = 0.25;

    private static FourierSeries basis(int dimension, int harmonics, int orders) {
        double deviation = Math.sqrt(VARIANCE);
        return new FourierSeries(DIFFUSION, dimension, harmonics, orders, 4 * deviation, 4, deviation);
    }

    private static SeriesScore exact(FourierSeries basis, int dimension, int inSpace) {
        double[][] coefficients = new double[dimension][basis.size()];
        for (int i = 0; i < dimension; i++) {
            coefficients[i][inSpace - dimension + i] = -4;
        }
        return new SeriesScore(basis, coefficients);
    }

    private static Cloud data(int dimension, int count) {
        double[] deviations = new double[dimension];
        Arrays.fill(deviations, Math.sqrt(VARIANCE));
        Law law = Law.gaussian(new double[dimension], Covariance.standardDeviations(deviations));
        return new GaussianPoints(GaussianMixture.of(law)).draw(count, 3, 0);
    }

    /**
     * int E(|s|^2/2 + div s) du = -(1/2) int du/l^2, over 0 to 3 with l^2 = 1 - 0.75 exp(-u): int du/l^2 = [log(exp(u) - 0.75)], and
     * E(|s|^2 + 2 div s) = -1/C = -4 for the data. R is 0, and so is its |R|^p. Errors of 20,000 points: s^2 has a deviation of
     * sqrt(2)/l^2, so the first is within 5 (1/2) 2 sqrt(2) / sqrt(20000) (int du/l^2 is 3.9) = 0.05 or so, the second within 5 x 0.04.
     */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0, 0, 1", "1, 2, 0.5"})
    void theObjectiveOfAGaussianIsKnown(double matching, double residual, double boundary) {
        FourierSeries basis = basis(1, 1, 2);
        Regularisation weights = new Regularisation(matching, residual, boundary, 2);
        RegularisedMatching fit = new RegularisedMatching(basis, data(1, 20_000), weights, 20_000, 200, 0, 5);
        TimedPoints points = TimedPoints.of(fit.data(), DIFFUSION, 200, 5);
        double objective = new ResidualSearch(weights, fit.equations(), 0, points).objective(exact(basis, 1, 4));
        double integral = Math.log(Math.exp(3) - 0.75) - Math.log(0.25);
        assertEquals(-0.5 * matching * integral - 4 * boundary, objective, 0.05 * matching + 0.2 * boundary);
    }

    /** The residual alone knows s up to data: alpha_2 or alpha_0 fix it. 20,000 points know 1/C to 1 %: 4 within 5 x 0.04. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0, 2", "1, 0, 1, 2", "1, 1, 0, 2", "1, 1, 0, 1", "0, 1, 1, 2", "0, 1, 1, 1"})
    void theScoreOfAGaussianIsFound(double matching, double residual, double boundary, int power) {
        FourierSeries basis = basis(1, 1, 2);
        Regularisation weights = new Regularisation(matching, residual, boundary, power);
        SeriesScore found = new RegularisedMatching(basis, data(1, 20_000), weights, 20_000, 1000, 1e-9, 5).fit();
        SeriesScore exact = exact(basis, 1, 4);
        for (double u : new double[] {0.05, 0.3, 1, 2}) {
            double length = Math.sqrt(DIFFUSION.scale(u) * DIFFUSION.scale(u) * VARIANCE + DIFFUSION.variance(u));
            double[][] points = {{-length}, {0.5 * length}, {1.5 * length}};
            for (int i = 0; i < points.length; i++) {
                assertEquals(exact.at(u, points)[i][0], found.at(u, points)[i][0], 0.15 / length);
            }
        }
    }

    /** Against central differences in the plane, for both powers; p = 1 within the curvature of its rounding. */
    @Test
    void theGradientIsThatOfTheObjective() {
        FourierSeries basis = basis(2, 2, 2);
        for (int power = 1; power <= 2; power++) {
            Regularisation weights = new Regularisation(1, 0.3, 0.2, power);
            RegularisedMatching fit = new RegularisedMatching(basis, data(2, 50), weights, 200, 40, 1e-3, 5);
            ResidualSearch search =
                    new ResidualSearch(weights, fit.equations(), 1e-3, TimedPoints.of(fit.data(), DIFFUSION, 40, 5));
            double[][] at = new double[2][basis.size()];
            for (int f = 0; f < 2 * basis.size(); f++) {
                at[f / basis.size()][f % basis.size()] = Math.sin(1 + 5 * f);
            }
            double[] gradient = search.gradient(new SeriesScore(basis, at));
            for (int f = 0; f < gradient.length; f++) {
                double[] row = at[f / basis.size()];
                double value = row[f % basis.size()];
                row[f % basis.size()] = value + 1e-5;
                double more = search.objective(new SeriesScore(basis, at));
                row[f % basis.size()] = value - 1e-5;
                double less = search.objective(new SeriesScore(basis, at));
                row[f % basis.size()] = value;
                assertEquals((more - less) / 2e-5, gradient[f], 1e-4 * (1 + Math.abs(gradient[f])), "coefficient " + f);
            }
        }
    }
}
