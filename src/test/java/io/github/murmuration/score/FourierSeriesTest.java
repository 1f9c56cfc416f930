package io.github.murmuration.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.OrnsteinUhlenbeck;
import io.github.murmuration.diffusion.VarianceExploding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FourierSeriesTest {

    static Stream<Diffusion> diffusions() {
        return Stream.of(new OrnsteinUhlenbeck(0.5, 1, 3), new VarianceExploding(0.05, 40));
    }

    /** In the plane the integer points within a circle, 5 of radius 1, 13 of 2, 49 of 4, and two coordinates; on the line 2 m + 1 and one. */
    @Test
    void functionsAreCounted() {
        Diffusion diffusion = new OrnsteinUhlenbeck(0.5, 1, 3);
        assertEquals(7, new FourierSeries(diffusion, 2, 1, 1, 2, 4, 0.1).size());
        assertEquals(2 * 15, new FourierSeries(diffusion, 2, 2, 2, 2, 4, 0.1).size());
        assertEquals(3 * 51, new FourierSeries(diffusion, 2, 4, 3, 2, 4, 0.1).size());
        assertEquals(3 * 10, new FourierSeries(diffusion, 1, 4, 3, 2, 4, 0.1).size());
    }

    /** Central differences of step 1e-4 have errors of 1e-8 third derivatives, which are below 1e3 here. */
    @ParameterizedTest
    @MethodSource("diffusions")
    void derivativesAreThoseOfTheFunctions(Diffusion diffusion) {
        for (int d = 1; d <= 2; d++) {
            FourierSeries basis = new FourierSeries(diffusion, d, 3, 3, 2.6, 4, 0.3);
            double[] y = d == 1 ? new double[] {0.7} : new double[] {0.7, -1.1};
            double h = 1e-4;
            double u = 0.3;
            Features at = at(basis, y, u);
            for (int f = 0; f < basis.size(); f++) {
                double laplacian = 0;
                for (int j = 0; j < d; j++) {
                    double right = at(basis, moved(y, j, h), u).value()[f];
                    double left = at(basis, moved(y, j, -h), u).value()[f];
                    assertEquals((right - left) / (2 * h), at.gradient()[j][f], 1e-5);
                    laplacian += (right - 2 * at.value()[f] + left) / (h * h);
                }
                assertEquals(laplacian, at.laplacian()[f], 1e-5 * (1 + Math.abs(laplacian)));
                double change =
                        (at(basis, y, u + h).value()[f] - at(basis, y, u - h).value()[f]) / (2 * h);
                assertEquals(change, at.change()[f], 1e-5 * (1 + Math.abs(change)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diffusions")
    void theTextIsTheScore(Diffusion diffusion) {
        for (int d = 1; d <= 2; d++) {
            FourierSeries basis = new FourierSeries(diffusion, d, 2, 3, 2.6, 4, 0.3);
            double[][] coefficients = new double[d][basis.size()];
            for (int i = 0; i < d; i++) {
                for (int f = 0; f < basis.size(); f++) {
                    coefficients[i][f] = Math.sin(1 + 3 * i + 7 * f);
                }
            }
            SeriesScore score = new SeriesScore(basis, coefficients);
            double[][] points = d == 1 ? new double[][] {{0.7}, {-2}} : new double[][] {{0.7, -1.1}, {-2, 0.4}};
            double[][] written = new WrittenScore(diffusion, score.written()).at(0.4, points);
            for (int i = 0; i < points.length; i++) {
                assertArrayEquals(score.at(0.4, points)[i], written[i], 1e-9);
            }
        }
    }

    private static Features at(FourierSeries basis, double[] y, double u) {
        Features at = Features.of(basis.size(), y.length);
        basis.at(y, u, at);
        return at;
    }

    private static double[] moved(double[] y, int j, double by) {
        double[] moved = y.clone();
        moved[j] += by;
        return moved;
    }
}
