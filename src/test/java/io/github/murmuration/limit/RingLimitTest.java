package io.github.murmuration.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.exact.KuramotoLaw;
import io.github.murmuration.scenario.Dynamics;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** A small order is multiplied by exp((K - K_c) t/2), K_c = 2 gamma + sigma^2. Strogatz, Mirollo, J. Stat. Phys. 63 (1991) 613. */
    @ParameterizedTest
    @ValueSource(doubles = {1.8, 2.2})
    void theThresholdOfCauchyFrequenciesWithNoise(double coupling) {
        double[] times = {0, 4};
        LimitLaw law = LimitLaw.of(
                Written.kuramoto(coupling, 1), Written.gaussian(0, 3), Atoms.cauchy(0, 0.5, 0.2), RING, 4, times);
        double[] order = law.means().get(0).values();
        assertEquals(Math.exp(2 * (coupling - 2)), order[1] / order[0], 2e-3);
    }

    /**
     * A small order without noise: r(t) = r(0) h(t) + (K/2) int_0^t h(t - s) r(s) ds, h(t) = sin(t)/t for frequencies that are uniform on [-1,
     * 1]; it grows above K = 4/pi, below it fades.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.5})
    void theThresholdOfUniformFrequencies(double coupling) {
        double[] times = {0, 4, 8};
        LimitLaw law = LimitLaw.of(
                Written.kuramoto(coupling, 0), Written.gaussian(0, 3.5), Atoms.uniform(-1, 1, 40), RING, 8, times);
        double[] order = law.means().get(0).values();
        double[] small = volterra(coupling, 8, 800);
        assertEquals(small[400], order[1] / order[0], 5e-3 * small[400] + 1e-3);
        assertEquals(small[800], order[2] / order[0], 5e-3 * small[800] + 1e-3);
        assertEquals(coupling > 4 / Math.PI, order[2] > order[0]);
    }

    /** r(t)/r(0) at n steps, by the trapezoidal rule. */
    private static double[] volterra(double coupling, double horizon, int n) {
        double dt = horizon / n;
        double[] r = new double[n + 1];
        r[0] = 1;
        for (int i = 1; i <= n; i++) {
            double sum = Math.sin(i * dt) / (i * dt) / 2;
            for (int j = 1; j < i; j++) {
                sum += Math.sin((i - j) * dt) / ((i - j) * dt) * r[j];
            }
            r[i] = (Math.sin(i * dt) / (i * dt) + coupling / 2 * dt * sum) / (1 - coupling / 4 * dt);
        }
        return r;
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
