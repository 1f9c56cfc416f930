package io.github.murmuration.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bridge from N(0, 1) to N(3, 1/4) and the gradient flow of KL(. | N(2, 1/4)) until T = 1 on fixed cells, against closed forms. */
@Tag("analytic")
@Tag("order")
class FixedGridTest {

    /** C = (sqrt(4 S0 S1 + 1) - 1)/2 and the values of it. */
    @Test
    void schroedingerSystemHasSecondOrder() {
        LineLaw end = PotentialGameTest.gaussian(3, 0.25);
        List<Cells> cells = refined(-6, 8);
        List<SchroedingerSystem> bridges = cells.stream()
                .map(each -> new SchroedingerSystem(each, PotentialGameTest.START, end, 1, 1))
                .toList();
        double c = (Math.sqrt(2) - 1) / 2;
        assertOrder(bridges, SchroedingerSystem::covariance, c);
        assertOrder(bridges, SchroedingerSystem::cost, 0.5 * (9 + 1.25 - 2 * c - 1 - Math.log(c)));
        assertOrder(List.of(0, 1, 2), i -> cells.get(i).variance(bridges.get(i).middle()), (1.25 + 2 * c + 1) / 4);
    }

    /** m = 2 - 2 e^{-4t}, S = 1/4 + (3/4) e^{-8t}. */
    @Test
    void gradientFlowHasSecondOrder() {
        List<Cells> cells = refined(-6, 6);
        List<double[]> quarters = cells.stream()
                .map(each -> GradientFlow.masses(each, PotentialGameTest.START, PotentialGameTest.TARGET, 0.5, 2)
                        .get(1))
                .toList();
        assertOrder(List.of(0, 1, 2), i -> cells.get(i).mean(quarters.get(i)), 2 - 2 * Math.exp(-1));
        assertOrder(List.of(0, 1, 2), i -> cells.get(i).variance(quarters.get(i)), 0.25 + 0.75 * Math.exp(-2));
        assertTrue(Arrays.stream(quarters.get(2)).allMatch(mass -> mass > 0));
        assertEquals(1, Arrays.stream(quarters.get(2)).sum(), 1e-12);
    }

    private static List<Cells> refined(double low, double high) {
        return List.of(new Cells(low, high, 60), new Cells(low, high, 120), new Cells(low, high, 240));
    }

    private static <T> void assertOrder(List<T> from, ToDoubleFunction<T> number, double exact) {
        double[] values = from.stream().mapToDouble(number).toArray();
        double order = Math.log((values[1] - exact) / (values[2] - exact)) / Math.log(2);
        assertTrue(order > 1.8, "order " + order + " of " + Arrays.toString(values) + " towards " + exact);
    }
}
