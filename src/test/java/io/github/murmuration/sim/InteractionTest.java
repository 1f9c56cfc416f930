package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.exact.DesaiZwanzigLaw;
import io.github.murmuration.exact.KuramotoLaw;
import io.github.murmuration.exact.MeanFieldOuMoments;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Populations that act on themselves against exact moments and self-consistent stationary laws. */
class InteractionTest {

    private static final Dynamics.MeanFieldOu OU = new Dynamics.MeanFieldOu(0.5, 1.5, 0.8, 4);
    private static final int OU_STEPS = 64;

    /** The Euler-Maruyama chain of the mean and of the departures is known for every N. */
    @ParameterizedTest
    @CsvSource({"10, 4000", "100, 2000", "1000, 1000", "3000, 300"})
    @Tag("analytic")
    @Tag("statistical")
    void ornsteinUhlenbeckHasTheMomentsOfFiniteN(int agents, int replicas) {
        double[] chain = chain(agents);
        double mean = 0;
        double square = 0;
        double spread = 0;
        for (double[] found : replicas(agents, replicas)) {
            mean += found[0] / replicas;
            square += (found[0] - chain[0]) * (found[0] - chain[0]) / replicas;
            spread += found[1] / replicas;
        }
        // four sizes, three quantities, 4.5 standard errors each: false alarm 8e-5
        assertEquals(chain[0], mean, 4.5 * Math.sqrt(chain[1] / replicas), "mean");
        assertEquals(chain[1], square, 4.5 * chain[1] * Math.sqrt(2.0 / replicas), "variance of the mean");
        double error = chain[2] * Math.sqrt(2.0 / (replicas * (agents - 1.0)));
        assertEquals(chain[2], spread, 4.5 * error, "sample variance");
    }

    /** The moments in continuous time are the limit of the chain's, at first order in the step. */
    @Test
    @Tag("order")
    void theChainConvergesToTheExactMoments() {
        MeanFieldOuMoments exact = MeanFieldOuMoments.at(OU, 4, 10, 2, 0.25);
        double[] limit = {exact.mean(), exact.varianceOfMean(), exact.spread()};
        double[] coarse = chain(10, 1000);
        double[] fine = chain(10, 4000);
        for (int s = 0; s < 3; s++) {
            assertEquals(4, (coarse[s] - limit[s]) / (fine[s] - limit[s]), 0.05);
        }
    }

    private static double[] chain(int agents) {
        return chain(agents, OU_STEPS);
    }

    /** E M, Var M and E of the sample variance after the last step. */
    private static double[] chain(int agents, int steps) {
        double dt = OU.horizon() / steps;
        double slow = 1 - OU.relaxation() * dt;
        double fast = 1 - (OU.relaxation() + OU.coupling()) * dt;
        double added = OU.noise() * OU.noise() * dt;
        double[] moments = {2, 0.25 / agents, 0.25 * (1 - 1.0 / agents)};
        for (int k = 0; k < steps; k++) {
            moments[0] *= slow;
            moments[1] = slow * slow * moments[1] + added / agents;
            moments[2] = fast * fast * moments[2] + added * (1 - 1.0 / agents);
        }
        return moments;
    }

    /** Mean and sample variance of each population at the end [replica][2]. */
    private static double[][] replicas(int agents, int replicas) {
        Law initial = Law.gaussian(new double[] {2}, Covariance.standardDeviations(0.5));
        Problem problem = Problem.of(scenario(OU, initial, agents, OU_STEPS));
        double[][] found = new double[replicas][];
        ReplicaObserver observer = (k, moments) -> {
            for (int r = 0; k == OU_STEPS && r < moments.replicas(); r++) {
                found[moments.firstReplica() + r] = new double[] {moments.mean(0, r, 0), moments.variance(0, r, 0)};
            }
        };
        new ReplicaRun(problem, agents, replicas, 1)
                .run(Backends.select("cpu"), NoiseSource.PHILOX, 0, observer, work -> {});
        return found;
    }

    /** On either side of the critical noise 0.956 of coupling 1. Noise of the mean of 50,000 agents is about 0.3 % here. */
    @ParameterizedTest
    @CsvSource({"0.6", "0.8", "1.2"})
    @Tag("statistical")
    void desaiZwanzigAgentsSettleInTheSelfConsistentLaw(double noise) {
        assertSettles(noise, 50_000, 0.02);
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0.8", "0.9", "1.1"})
    @Tag("slow")
    @Tag("statistical")
    void aMillionDesaiZwanzigAgents(double noise) {
        assertSettles(noise, 1_000_000, 0.02);
    }

    private static void assertSettles(double noise, int agents, double tolerance) {
        Dynamics.DesaiZwanzig dynamics = new Dynamics.DesaiZwanzig(1, noise, 25);
        Law initial = Law.gaussian(new double[] {0.7}, Covariance.standardDeviations(0.4));
        GuidanceResult result = run(scenario(dynamics, initial, agents, 2500));
        DesaiZwanzigLaw law = DesaiZwanzigLaw.of(dynamics);
        double mean = result.terminalMean()[0];
        if (law.mean() == 0) {
            // relaxation from 0.7 and five standard deviations of the mean of N correlated agents
            assertTrue(Math.abs(mean) < 0.02, "disordered, but mean " + mean);
        } else {
            assertEquals(law.mean(), mean, tolerance * law.mean());
        }
        assertTrue(distance(result.histograms().get(0), law) < 0.03, "histogram");
    }

    /** int |empirical density - density| dx. */
    private static double distance(Histogram histogram, DesaiZwanzigLaw law) {
        double total = java.util.Arrays.stream(histogram.counts()).sum();
        double distance = 0;
        for (int bin = 0; bin < histogram.counts().length; bin++) {
            double middle = histogram.low() + (bin + 0.5) * histogram.width();
            double density = histogram.counts()[bin] / (total * histogram.width());
            distance += Math.abs(density - law.density(middle)) * histogram.width();
        }
        return distance;
    }

    /** The law's mean is the mean of its density, and the critical noise is where the ordered solution ends. */
    @Test
    @Tag("analytic")
    void desaiZwanzigLawIsSelfConsistent() {
        DesaiZwanzigLaw law = DesaiZwanzigLaw.of(new Dynamics.DesaiZwanzig(1, 0.8, 1));
        double mass = 0;
        double mean = 0;
        for (int k = -4000; k <= 4000; k++) {
            mass += law.density(k * 1e-3) * 1e-3;
            mean += k * 1e-3 * law.density(k * 1e-3) * 1e-3;
        }
        assertEquals(1, mass, 1e-10);
        assertEquals(law.mean(), mean, 1e-10);
        assertTrue(law.mean() > 0.5);
        // iterated to a fixed point by another program, by the trapezoidal rule on 4001 points
        assertEquals(0.6661378, law.mean(), 1e-7);
        assertEquals(0.2285057, law.variance(), 1e-7);
        double critical = DesaiZwanzigLaw.criticalNoise(1);
        assertEquals(
                0,
                DesaiZwanzigLaw.of(new Dynamics.DesaiZwanzig(1, critical + 1e-4, 1))
                        .mean());
        double just = DesaiZwanzigLaw.of(new Dynamics.DesaiZwanzig(1, critical - 1e-4, 1))
                .mean();
        double less = DesaiZwanzigLaw.of(new Dynamics.DesaiZwanzig(1, critical - 4e-4, 1))
                .mean();
        assertEquals(2, less / just, 0.01, "a square root below the transition");
    }

    /** Above the transition at coupling 1. Fluctuations of r are about (2 N)^(-1/2), 0.3 %; the Euler bias at dt = 0.01 is as small. */
    @ParameterizedTest
    @CsvSource({"1.5", "2", "4"})
    @Tag("statistical")
    void kuramotoOscillatorsSynchronise(double coupling) {
        Dynamics.Kuramoto dynamics = new Dynamics.Kuramoto(coupling, 1, 0, 0, 20);
        Law initial = Law.gaussian(new double[] {1}, Covariance.standardDeviations(1));
        double order = order(run(scenario(dynamics, initial, 50_000, 2000)));
        double expected = KuramotoLaw.orderParameter(dynamics);
        assertEquals(expected, order, 0.02 * expected);
    }

    /** Below it r is Rayleigh of mean square 1/(N (1 - coupling)): r sqrt(N/2) above 5 has probability exp(-25), even r > 3 sigma 1e-4. */
    @ParameterizedTest
    @CsvSource({"2000", "50000"})
    @Tag("statistical")
    void kuramotoOscillatorsDriftApartBelowTheTransition(int agents) {
        Dynamics.Kuramoto dynamics = new Dynamics.Kuramoto(0.5, 1, 0, 0, 20);
        Law initial = Law.gaussian(new double[] {0}, Covariance.standardDeviations(0.5));
        double order = order(run(scenario(dynamics, initial, agents, 1000)));
        // relaxation leaves exp(-20/4) of the start's 0.88: 0.006
        assertTrue(order < 0.006 + 5 / Math.sqrt(agents));
    }

    /** In the frame that turns with their common frequency nothing changes: the same law, and a winding phase. */
    @Test
    @Tag("statistical")
    void aCommonFrequencyTurnsThePhase() {
        Dynamics.Kuramoto dynamics = new Dynamics.Kuramoto(2, 1, 3, 0, 20);
        Law initial = Law.gaussian(new double[] {0}, Covariance.standardDeviations(0.5));
        GuidanceResult result = run(scenario(dynamics, initial, 20_000, 2000));
        double expected = KuramotoLaw.orderParameter(dynamics);
        assertEquals(expected, order(result), 0.02 * expected);
        // 3 turns of the frame in 20 units; the mean phase diffuses by (20/N)^(1/2) = 0.03, five of them
        assertEquals(60, result.terminalMean()[0], 0.16 + 0.05);
    }

    /** r = I_1(z)/I_0(z) by the power series of both, z = 2 kappa r / sigma^2. */
    @Test
    @Tag("analytic")
    void orderParameterSolvesItsEquation() {
        for (double coupling : new double[] {1.05, 1.5, 4}) {
            double r = KuramotoLaw.orderParameter(new Dynamics.Kuramoto(coupling, 1, 0, 0, 1));
            double z = 2 * coupling * r;
            double zeroth = 0;
            double first = 0;
            double term = 1;
            for (int k = 0; k < 60; k++) {
                zeroth += term;
                first += term * (z / 2) / (k + 1);
                term *= (z / 2) * (z / 2) / ((k + 1.0) * (k + 1.0));
            }
            assertEquals(first / zeroth, r, 1e-11);
        }
        assertEquals(0, KuramotoLaw.orderParameter(new Dynamics.Kuramoto(0.99, 1, 0, 0, 1)));
    }

    /**
     * Gaussian frequencies. Critical couplings from E[d/(d^2 + omega^2)] = (pi/2)^(1/2)/s erfcx(d/(2^(1/2) s)), d half the square of the
     * noise, s the spread (scipy); r from the stationary Fokker-Planck equation in 121 Fourier modes at 801 frequencies (numpy).
     */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 0.5, 1.5251352761609813, 0.873146405424129",
        "3, 1, 1, 2.2821555407361296, 0.7225860312122805",
        "5, 0.8, 1, 2.02428065748875, 0.9396137519317892"
    })
    @Tag("analytic")
    void orderParameterOfSpreadFrequencies(double coupling, double noise, double spread, double critical, double r) {
        Dynamics.Kuramoto dynamics = new Dynamics.Kuramoto(coupling, noise, 7, spread, 1);
        assertEquals(critical, KuramotoLaw.criticalCoupling(dynamics), 1e-10);
        assertEquals(r, KuramotoLaw.orderParameter(dynamics), 1e-10);
        assertEquals(
                0, KuramotoLaw.orderParameter(new Dynamics.Kuramoto(critical - 0.01, noise, 0, spread, 1)), "below");
    }

    /** r fluctuates by about (2 N)^(-1/2) = 0.3 %, and with the frequencies drawn by as much. */
    @Test
    @Tag("statistical")
    void oscillatorsOfSpreadFrequenciesSynchronise() {
        Dynamics.Kuramoto dynamics = new Dynamics.Kuramoto(3, 1, 0.5, 1, 20);
        Law initial = Law.gaussian(new double[] {0}, Covariance.standardDeviations(0.5));
        double order = order(run(scenario(dynamics, initial, 50_000, 2000)));
        double expected = KuramotoLaw.orderParameter(dynamics);
        assertEquals(expected, order, 0.02 * expected);
    }

    /** |E e^{i theta}| at the end. */
    private static double order(GuidanceResult result) {
        double[] order = result.observed().get("order");
        return order[order.length - 1];
    }

    private static Scenario scenario(Dynamics dynamics, Law initial, int agents, int steps) {
        return Scenario.builder()
                .dynamics(dynamics)
                .initial(initial)
                .agents(agents)
                .steps(steps)
                .output(new Output(steps, 0, 100, 0))
                .build();
    }

    private static GuidanceResult run(Scenario scenario) {
        return new Simulation(Problem.of(scenario), Backends.select("cpu"), 0, Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
    }
}
