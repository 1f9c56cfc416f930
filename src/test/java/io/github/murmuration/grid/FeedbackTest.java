package io.github.murmuration.grid;

import static io.github.murmuration.grid.PotentialGameTest.START;
import static io.github.murmuration.grid.PotentialGameTest.TARGET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Controls and value functions of solutions against those of N(0, 1) that moves without noise towards KL(. | N(2, 1/4)). */
@Tag("analytic")
class FeedbackTest {

    /** P = 1/c - 1/S_T, by bisection of S_T (1 + P)^2 = 1 outside of this program: x goes to 1.6 + s x. */
    private static final double DEVIATION = 0.558258;

    private static Solution transport(int cells) {
        return Solution.of(PotentialGame.transport(START, 1, 0, Divergence.reverse(TARGET)), cells, 1);
    }

    @Test
    void affineControlHasFewKnots() {
        Feedback feedback = new Feedback(transport(400), 1e-2);
        assertTrue(feedback.knots() <= 3, "all but the tails of the grid");
        assertEquals(-7, feedback.place(0, 0), 1e-12);
        assertEquals(1.6 - 7 * DEVIATION, feedback.place(0, 1), 6e-3, "the outermost of 400 cells, 7 deviations out");
        assertEquals(1.6 + 7 * DEVIATION, feedback.place(feedback.knots() - 1, 1), 6e-3);
    }

    @Test
    void knotsAreAddedUntilLittleIsMissed() {
        Solution solution = Solution.of(PotentialGame.transport(START, 1, 0, Divergence.mixed(TARGET, 0.5)), 200, 1);
        Feedback feedback = new Feedback(solution, 1e-3);
        assertTrue(feedback.error() < 1e-3);
        assertTrue(feedback.knots() > 2, "the control is not straight");
        assertThrows(ArithmeticException.class, () -> new Feedback(solution, 1e-9));
    }

    /** U = p y^2/2 - w y + log(c/S)/2 + (m - 2)^2/(2 c) + w^2 (1 - t)/2 with p = P/(1 + P (1 - t)), y = x - w t, w = m = 1.6. */
    @Test
    void valueFunctionHasSecondOrder() {
        double p = 1 / DEVIATION - 1;
        double[] errors = {valueError(50, p), valueError(100, p), valueError(200, p)};
        assertTrue(errors[2] < 6e-3, "error " + errors[2]);
        assertEquals(2, Math.log(errors[0] / errors[2]) / Math.log(4), 0.1);
    }

    private static double valueError(int cells, double p) {
        Solution solution = transport(cells);
        double worst = 0;
        for (double t : new double[] {0, 0.4, 1}) {
            ValueFunction value = new ValueFunction(solution, t);
            for (double x : new double[] {-1, 0.5, 2}) {
                double y = x - 1.6 * t;
                double constant = Math.log(0.25) / 2 - Math.log(DEVIATION) + 0.16 / 0.5 + 1.28 * (1 - t);
                double exact = p / (1 + p * (1 - t)) * y * y / 2 - 1.6 * y + constant;
                worst = Math.max(worst, Math.abs(value.at(x) - exact) / (1 + x * x));
            }
        }
        return worst;
    }
}
