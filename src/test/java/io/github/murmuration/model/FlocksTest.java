package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alignment that falls with distance, from the bundled model. */
class FlocksTest {

    private static final String MODEL = "cucker-smale-distance";

    /** Velocities are about 1: each step rounds them by 2^-25 on the average at most. */
    @Test
    @Tag("analytic")
    void theMeanVelocityIsKeptAsTheFlockAgrees() {
        int steps = 100;
        GuidanceResult flock = Runs.run(
                Runs.bundled(MODEL, "population.agents=200", "dynamics.horizon=5", "time.steps=" + steps), "cpu");
        double[][] mean = flock.moments().mean();
        for (int j = 2; j < 4; j++) {
            assertEquals(mean[0][j], mean[steps][j], steps * 0x1p-25);
        }
        double[] disagreement = flock.observed().get("disagreement");
        assertTrue(disagreement[steps] < 0.1 * disagreement[0]);
    }

    /**
     * In continuous time {@code e^(-2 kappa t) <= V(t)/V(0) <= e^(-2 kappa psi(D) t)}, D the diameter: dV/dt is -kappa (1/N^2) sum of psi |v_i - v_j|^2.
     * A step of length h takes (1 - kappa h)^2 V at least, and (1 - kappa psi(D) h)^2 V at most.
     */
    @ParameterizedTest
    @CsvSource({"0.01, 2", "0.5, 2", "2, 1"})
    @Tag("analytic")
    void velocitiesComeTogetherAtTheRateOfTheDistances(double spread, double kappa) {
        int agents = 60;
        int steps = 200;
        double h = 0.005;
        double[][] start = start(agents, spread);
        GuidanceResult flock = Runs.run(flock(start, kappa, 0.4, h, steps), "cpu");
        double diameter = 0;
        for (double[] a : start) {
            for (double[] b : start) {
                // distances grow by differences of velocities, which do not grow
                double apart = Math.hypot(a[0] - b[0], a[1] - b[1]);
                double faster = Math.hypot(a[2] - b[2], a[3] - b[3]);
                diameter = Math.max(diameter, apart + faster * h * steps);
            }
        }
        double psi = Math.pow(1 + diameter * diameter, -0.4);
        double[] disagreement = flock.observed().get("disagreement");
        double fell = disagreement[steps] / disagreement[0];
        assertTrue(fell >= Math.pow(1 - kappa * h, 2 * steps) * (1 - 1e-5), spread + ": " + fell);
        assertTrue(fell <= Math.pow(1 - kappa * psi * h, 2 * steps) * (1 + 1e-5), spread + ": " + fell);
    }

    /** The same chain in float64. */
    @Test
    @Tag("analytic")
    void everyAgentFollowsTheChain() {
        int agents = 60;
        double h = 0.05;
        double[][] chain = start(agents, 1);
        float[][] end = Runs.end(flock(chain, 1.5, 0.8, h, 100), "cpu");
        for (int k = 0; k < 100; k++) {
            chain = step(chain, 1.5, 0.8, h);
        }
        for (int i = 0; i < agents; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(chain[i][j], end[j][i], 2e-5, "agent " + i);
            }
        }
    }

    private static double[][] step(double[][] from, double kappa, double beta, double h) {
        double[][] to = new double[from.length][4];
        for (int i = 0; i < from.length; i++) {
            double[] a = from[i];
            System.arraycopy(a, 0, to[i], 0, 4);
            to[i][0] += h * a[2];
            to[i][1] += h * a[3];
            for (double[] b : from) {
                double square = Math.pow(b[0] - a[0], 2) + Math.pow(b[1] - a[1], 2);
                double weight = kappa * h / from.length * Math.pow(1 + square, -beta);
                to[i][2] += weight * (b[2] - a[2]);
                to[i][3] += weight * (b[3] - a[3]);
            }
        }
        return to;
    }

    /**
     * Groups of a quarter and three quarters, at one place and velocity each, 1 apart and parting at speed w: w + kappa Psi(r) is kept, Psi
     * the integral of psi. For beta = 1/2, Psi = arsinh: they come to rest at sinh(arsinh(1) + w/kappa). For beta = 1, Psi = arctan: those
     * with w > kappa pi/4 part for good. Steps of length h err by less than h.
     */
    @ParameterizedTest
    @CsvSource({"0.5, 1, false", "0.5, 0.5, false", "1, 0.5, false", "1, 1.5, true"})
    @Tag("analytic")
    void twoGroupsPartForGoodOrNotAsTheyShould(double beta, double speed, boolean part) {
        double h = 0.02;
        double[][] start = new double[8][];
        for (int i = 0; i < start.length; i++) {
            start[i] = i < 2 ? new double[4] : new double[] {1, 0, speed, 0};
        }
        float[][] end = Runs.end(flock(start, 1, beta, h, 3000), "cpu");
        double apart = end[0][7] - end[0][0];
        double parting = end[2][7] - end[2][0];
        double kept = speed + integral(beta, 1);
        assertEquals(kept, parting + integral(beta, apart), h);
        double last = beta == 0.5 ? 0 : Math.max(0, kept - Math.PI / 2);
        assertEquals(last, parting, 0.02, "after " + apart);
        assertEquals(part, last > 0);
    }

    private static double integral(double beta, double r) {
        return beta == 0.5 ? Math.log(r + Math.sqrt(1 + r * r)) : Math.atan(r);
    }

    private static double[][] start(int agents, double spread) {
        Random random = new Random(1);
        double[][] start = new double[agents][4];
        for (double[] agent : start) {
            for (int j = 0; j < 4; j++) {
                agent[j] = (j < 2 ? spread : Math.min(spread, 1)) * random.nextGaussian();
            }
        }
        return start;
    }

    private static Scenario flock(double[][] start, double kappa, double beta, double h, int steps) {
        return Runs.bundled(
                        MODEL,
                        "dynamics.parameters.kappa=" + kappa,
                        "dynamics.parameters.beta=" + beta,
                        "dynamics.horizon=" + h * steps,
                        "population.agents=" + start.length,
                        "time.steps=" + steps)
                .toBuilder()
                .initial(Law.samples(start))
                .build();
    }
}
