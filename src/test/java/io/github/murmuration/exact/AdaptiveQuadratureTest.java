package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class AdaptiveQuadratureTest {

    /** A boundary layer of width 1e-4: (1 - exp(-1e4))/1e4. */
    @Test
    void findsABoundaryLayer() {
        AdaptiveQuadrature layer = new AdaptiveQuadrature(t -> Math.exp(-1e4 * t), new double[] {0, 1}, 1e-12);
        assertEquals(1e-4, layer.integral(), 1e-15);
    }

    /** int_0^1 dt/(1 - t + s) = log(1 + 1/s). */
    @Test
    void approachesAPole() {
        for (double s : new double[] {1e-2, 1e-6, 1e-10}) {
            AdaptiveQuadrature pole = new AdaptiveQuadrature(t -> 1 / (1 - t + s), new double[] {0, 0.5, 1}, 1e-12);
            assertEquals(Math.log1p(1 / s), pole.integral(), 1e-10);
        }
    }

    @Test
    void nodesAreTheRule() {
        AdaptiveQuadrature quadrature = new AdaptiveQuadrature(Math::sqrt, new double[] {0, 1}, 1e-10);
        AdaptiveQuadrature.Nodes nodes = quadrature.nodes();
        double sum = 0;
        for (int i = 0; i < nodes.points().length; i++) {
            assertTrue(i == 0 || nodes.points()[i] > nodes.points()[i - 1]);
            sum += nodes.weights()[i] * Math.sqrt(nodes.points()[i]);
        }
        assertEquals(quadrature.integral(), sum, 1e-15);
        assertEquals(2.0 / 3, sum, 1e-9);
    }

    @Test
    void stopsWhereRoundingExceedsTheTolerance() {
        int[] calls = {0};
        new AdaptiveQuadrature(t -> 1 + 1e-3 * Math.sin(1e15 * t + calls[0]++), new double[] {0, 1}, 1e-12);
        assertTrue(calls[0] < 1_000_000, calls[0] + " evaluations");
    }

    /** Once for the panel and once for either half. */
    @Test
    void stopsWhereTheIntegrandHasNoValue() {
        int[] calls = {0};
        AdaptiveQuadrature none = new AdaptiveQuadrature(
                t -> t > 0.9 ? calls[0]++ * Double.NaN : ++calls[0] * 0, new double[] {0, 1}, 1e-12);
        assertTrue(Double.isNaN(none.integral()));
        assertEquals(3 * none.nodes().points().length, calls[0]);
    }
}
