package io.github.murmuration.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FourierBasisTest {

    /** Functions of displacements against the sums over all pairs that they stand for. */
    @Test
    void meansOfDisplacementsArePairSums() {
        double[][] points = {{0.3, -1.2}, {1.7, 0.4}, {-0.8, 0.9}};
        FourierBasis basis = FourierBasis.random(2, 3, 2, 1.5, 0.2, 4);
        double[][] rows = new double[3][basis.size()];
        basis.values(points, 0.8, 0.36, rows);
        double unit = Math.sqrt(0.64 * 0.04 + 0.36);
        for (int i = 0; i < 3; i++) {
            double[] pairs = new double[6];
            for (double[] other : points) {
                double x = points[i][0] - other[0];
                double y = points[i][1] - other[1];
                pairs[0] += x / 3;
                pairs[1] += y / 3;
                for (int k = 0; k < 2; k++) {
                    double phase = (basis.frequencies()[k][0] * x + basis.frequencies()[k][1] * y) / unit;
                    pairs[2 + 2 * k] += Math.cos(phase) / 3;
                    pairs[3 + 2 * k] += Math.sin(phase) / 3;
                }
            }
            for (int f = 0; f < 6; f++) {
                assertEquals(pairs[f], rows[i][basis.own() + f], 1e-14);
            }
        }
    }

    /** E|w|^2 = d width^2 E E = d width^2, with a deviation of 1.6 width^2 or so for d = 2: one of 1e5 within 4 of its errors of 0.0125. */
    @Test
    void frequenciesHaveTheirWidth() {
        int count = 20_000;
        double square = 0;
        for (double[] w : FourierBasis.random(2, count, 0, 1.5, 0.2, 9).frequencies()) {
            square += (w[0] * w[0] + w[1] * w[1]) / count;
        }
        assertEquals(4.5, square, 4 * 2.25 * Math.sqrt(12) / Math.sqrt(count));
    }

    /** y = 2 - 3 x on points that lie on it; 1 and 1 + 1e-9 x are one function to rounding. */
    @Test
    void normalEquationsFindALine() {
        NormalEquations line = new NormalEquations(2, 1);
        NormalEquations singular = new NormalEquations(2, 1);
        for (double x : new double[] {-1, 0.5, 2}) {
            line.add(new double[] {1, x}, new double[] {2 - 3 * x});
            singular.add(new double[] {1, 1 + 1e-9 * x}, new double[] {2 - 3 * x});
        }
        assertEquals(2, line.solve(2, 0).coefficients()[0][0], 1e-14);
        assertEquals(-3, line.solve(2, 0).coefficients()[1][0], 1e-14);
        assertEquals(1, line.solve(1, 0).coefficients()[0][0] + 0.5, 1e-14);
        assertThrows(ArithmeticException.class, () -> singular.solve(2, 0));
    }
}
