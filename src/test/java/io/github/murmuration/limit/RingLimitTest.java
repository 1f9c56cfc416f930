package io.github.murmuration.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.exact.KuramotoLaw;
import io.github.murmuration.scenario.Dynamics;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws of phases. */
@Tag("analytic")
class RingLimitTest {

    private static final Boundary RING = Boundary.periodic(-Math.PI, Math.PI);
    private static final double HORIZON = 40;

    @Test
    void kuramotoEndsInItsOrder() {
        LimitLaw law = kuramoto(Written.UNMARKED);
        double order = KuramotoLaw.orderParameter(new Dynamics.Kuramoto(2, 1, 0, 0, HORIZON));
        assertEquals(order, order(law), 1e-8);
        assertEquals(1 - order, law.variance().values()[0], 1e-8);
        assertEquals(3, law.mean().values()[0], 1e-8);
    }

    /** Gaussian frequencies: the order parameter of Sakaguchi, Prog. Theor. Phys. 79 (1988) 39. */
    @Test
    @Tag("slow")
    void kuramotoOfManyFrequenciesEndsInItsOrder() {
        LimitLaw law = kuramoto(Atoms.of(Written.gaussian(0, 0.3)));
        assertEquals(KuramotoLaw.orderParameter(new Dynamics.Kuramoto(2, 1, 0, 0.3, HORIZON)), order(law), 1e-6);
    }

    @Test
    void kuramotoOfCauchyFrequenciesWithoutNoise() {
        cauchy(0.03, 4e-4);
    }

    @Test
    @Tag("slow")
    void kuramotoOfManyCauchyFrequenciesWithoutNoise() {
        cauchy(0.003, 1e-5);
    }

    /** r^-2 = A + (1 - A) exp(-(K - 2 gamma) t), A = K / (K - 2 gamma). Ott, Antonsen, Chaos 18 (2008) 037113. */
    private static void cauchy(double spacing, double tolerance) {
        double[] times = {1, 5};
        LimitLaw law = LimitLaw.of(
                Written.kuramoto(2, 0), Written.gaussian(0, 0), Atoms.cauchy(0, 0.5, spacing), RING, 5, times);
        for (int r = 0; r < times.length; r++) {
            assertEquals(
                    1 / Math.sqrt(2 - Math.exp(-times[r])), law.means().get(0).values()[r], tolerance);
            assertEquals(0, law.means().get(1).values()[r], 1e-9);
        }
        assertTrue(law.density().isEmpty());
    }

    @Test
    void densitiesArePositiveAndOfMassOneWhereNoiseEnds() {
        Written degenerate = new Written(
                (t, x, theta, m) -> 20 * Math.sin(x), (t, x, theta, m) -> Math.max(0, Math.cos(x)), Math::cos);
        Density density = LimitLaw.of(
                        degenerate, Written.gaussian(0, 0.5), Written.UNMARKED, RING, 2, new double[] {0, 0.1, 2})
                .density()
                .orElseThrow();
        for (double[] row : density.values()) {
            assertTrue(Arrays.stream(row).allMatch(p -> p >= 0));
            assertEquals(1, Arrays.stream(row).sum() * 2 * Math.PI / row.length, 1e-12);
        }
    }

    /** From a Gaussian about 3, part of which is beyond the join. */
    private static LimitLaw kuramoto(Atoms marks) {
        return LimitLaw.of(
                Written.kuramoto(2, 1), Written.gaussian(3, 0.5), marks, RING, HORIZON, new double[] {HORIZON});
    }

    private static double order(LimitLaw law) {
        return Math.hypot(law.means().get(0).values()[0], law.means().get(1).values()[0]);
    }
}
