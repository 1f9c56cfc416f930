package io.github.murmuration.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Parser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Games on a grid against closed forms: N(0, 1) moves towards N(2, 1/4) until T = 1. */
@Tag("analytic")
@Tag("order")
class PotentialGameTest {
    static final LineLaw START = gaussian(0, 1);
    static final LineLaw TARGET = gaussian(2, 0.25);

    static LineLaw gaussian(double mean, double variance) {
        return new LineLaw(
                new GaussianMixture(new double[] {1}, new double[][] {{mean}}, new double[][] {{variance}}, null));
    }

    /** P = 4 - 1/S, S = 1/(1 + P)^2, by bisection outside of this program; the mean is 2 - 2/(1 + 4). */
    @Test
    void transportHasSecondOrder() {
        Refinement refined = new Refinement(PotentialGame.transport(START, 1, 0, Divergence.reverse(TARGET)), 50, 1);
        assertOrder(refined, last(CellLaw::variance), 0.311652, 1.9);
        assertOrder(refined, last(CellLaw::mean), 1.6, 1.9);
    }

    /** S = 1/(1 + P)^2 + 1/(1 + P). */
    @Test
    void transportWithNoiseHasSecondOrder() {
        Refinement refined = new Refinement(PotentialGame.transport(START, 1, 1, Divergence.reverse(TARGET)), 160, 4);
        assertOrder(refined, last(CellLaw::variance), 0.469666, 1.8);
        assertOrder(refined, last(CellLaw::mean), 1.6, 1.8);
    }

    /** m'' - m' = 4 (m - 2), s'' - s' = 4 s - 1/s from 0 and 1 to m' = -4 (m - 2), s' = -(4 s - 1/s), solved outside of this program. */
    @Test
    void relaxedGradientFlowHasSecondOrder() {
        Refinement refined = new Refinement(PotentialGame.relaxedGradientFlow(START, 1, 1, TARGET), 100, 8);
        assertOrder(refined, last(CellLaw::mean), 1.734725, 1.9);
        assertOrder(refined, last(PotentialGameTest::deviation), 0.527259, 1.9);
        assertOrder(refined, solution -> solution.law(solution.steps() / 4.0).mean(), 0.661190, 1.9);
        assertOrder(refined, solution -> deviation(solution.law(solution.steps() / 4.0)), 0.792322, 1.9);
    }

    /** J = -int rho_0 log eta with eta = N(2, 1/4 + 1); the end is the law of Y given Y + W for Y + W of the law of the start. */
    @Test
    void crossEntropyTransportCostsTheLogarithmOfTheNoisedTarget() {
        Refinement refined =
                new Refinement(PotentialGame.transport(START, 1, 1, Divergence.crossEntropy(TARGET)), 160, 4);
        double exact = (1 + 4) / (2 * 1.25) + 0.5 * Math.log(2 * Math.PI * 1.25);
        assertEquals(exact, refined.of(solution -> solution.costs().total()).value(), 1e-5);
        assertOrder(refined, last(CellLaw::variance), 0.25 - 0.0625 / 1.25 + 0.04, 1.8);
    }

    /** dX = (-X + v) dt + dW at v^2/2 + x^2: -q' = 2 - 2q - q^2, q(1) = 0, and J = (q(0) + int q dt)/2. */
    @Test
    void regulatorFollowsItsRiccatiEquation() {
        double root = Math.sqrt(3);
        double[] q = new double[2001];
        Arrays.setAll(q, i -> 2 * Math.tanh(root * (1 - i / 2000.0)) / (root + Math.tanh(root * (1 - i / 2000.0))));
        double integral = 0;
        for (int i = 0; i < 2000; i += 2) {
            integral += (q[i] + 4 * q[i + 1] + q[i + 2]) / 6000;
        }
        Refinement refined = new Refinement(game("-x", "1", "x^2", 0), 160, 4);
        assertOrder(refined, solution -> solution.costs().total(), (q[0] + integral) / 2, 1.8);
    }

    /** v^2/2 + g^2/2: s'' = -1/s^3, s(0) = 1, s'(1) = 0 has s^2 = 1 + 2bt - (1 - b^2) t^2 with b + b^2 = 1. */
    @Test
    void fisherInformationPushesAgentsApart() {
        Refinement refined = new Refinement(game("0", "0", "0", 0.5), 100, 8);
        double b = (Math.sqrt(5) - 1) / 2;
        assertOrder(refined, last(CellLaw::variance), 2 * b + b * b, 1.9);
    }

    @Test
    void massAndOrderOfCellsAreKept() {
        Solution solution = Solution.of(PotentialGame.transport(START, 1, 1, Divergence.mixed(TARGET, 0.5)), 200, 8);
        for (int k = 0; k <= 8; k++) {
            CellLaw law = solution.law(k);
            assertEquals(1, law.below(Double.POSITIVE_INFINITY), 2e-12, "less a tail of 1.3e-12");
            for (int i = 0; i < 200; i++) {
                assertTrue(law.wall(i) < law.wall(i + 1), "cell " + i + " at time " + k);
            }
        }
    }

    /** Masses of neighbours 7 deviations out differ by e^(98/n) with n cells; by e^0.6 with 163. */
    @Test
    void cellsThatDoNotResolveTailsAreRefusedWithTheNumberThatDoes() {
        PotentialGame game = PotentialGame.transport(START, 1, 1, Divergence.reverse(TARGET));
        assertEquals(
                "20 cells do not resolve the tails of the start; take 170 cells",
                assertThrows(ArithmeticException.class, () -> Solution.of(game, 20, 2))
                        .getMessage());
        String still = assertThrows(ArithmeticException.class, () -> Solution.of(game, 100, 2))
                .getMessage();
        assertTrue(still.contains("; take 170 cells, or"), still);
        assertTrue(Solution.of(game, 170, 2).residual() < 1e-6);
    }

    @Test
    void cellsHoldTheWholeMassOfTheStart() {
        Masses masses = new Masses(START, 200);
        double sum = 0;
        for (int i = -1; i <= 200; i++) {
            assertTrue(Math.exp(masses.log(i)) > 0, "cell " + i);
            sum += Math.exp(masses.log(i));
        }
        assertEquals(1, sum, 1e-12);
    }

    private static PotentialGame game(String drift, String noise, String potential, double fisher) {
        return new PotentialGame(
                START,
                1,
                Motion.of(parsed(drift), parsed("1"), parsed(noise)),
                Field.of(parsed(potential), "x"),
                fisher,
                0,
                List.of(),
                List.of(),
                Field.ZERO,
                Optional.empty());
    }

    private static Expression parsed(String text) {
        return Parser.parse(text, Set.of("t", "x"));
    }

    private static double deviation(CellLaw law) {
        return Math.sqrt(law.variance());
    }

    private static ToDoubleFunction<Solution> last(ToDoubleFunction<CellLaw> number) {
        return solution -> number.applyAsDouble(solution.law(solution.steps()));
    }

    private static void assertOrder(Refinement refined, ToDoubleFunction<Solution> number, double exact, double order) {
        Refinement.Estimate estimate = refined.of(number);
        double error = Math.abs(number.applyAsDouble(refined.finest()) - exact);
        assertEquals(exact, estimate.value(), Math.max(2e-6, 0.1 * error), "extrapolated");
        assertTrue(estimate.order() > order, "order " + estimate.order());
    }
}
