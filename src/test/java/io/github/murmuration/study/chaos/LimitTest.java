package io.github.murmuration.study.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.exact.DesaiZwanzigLaw;
import io.github.murmuration.exact.KuramotoLaw;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaRun;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means of infinitely many agents by carrying their density from step to step. */
class LimitTest {

    private static final int STEPS = 200;

    /** The mean of the chain is m (1 - kappa dt)^k, its variance a recursion too, from a mixture of two Gaussians. */
    @Test
    @Tag("analytic")
    void anOrnsteinUhlenbeckChainHasItsMeanAndVariance() {
        Scenario scenario = TestScenarios.interacting(1000, STEPS).get(0);
        Dynamics.MeanFieldOu ou = (Dynamics.MeanFieldOu) scenario.dynamics();
        Coupling coupling = coupling(scenario);
        double dt = ou.horizon() / STEPS;
        double mean = coupling.problem().initial().mean()[0];
        double variance = coupling.problem().initial().covariance()[0][0];
        for (int k = 0; k <= STEPS; k++) {
            double centre = coupling.problem().schedules().get(0).centre(k)[0];
            assertEquals(mean, centre, 1e-13, "the centre is the mean of the chain; step " + k);
            assertEquals(0, coupling.expected(k)[0], 1e-10);
            mean *= 1 - ou.relaxation() * dt;
            variance = k == STEPS
                    ? variance
                    : square(1 - (ou.relaxation() + ou.coupling()) * dt) * variance + square(ou.noise()) * dt;
        }
        PointLaw end = coupling.limit().end().orElseThrow();
        double second = 0;
        for (int i = 0; i < end.points().length; i++) {
            second += end.weights()[i] * square(end.points()[i] - end.mean());
        }
        assertEquals(1, DoubleStream.of(end.weights()).sum(), 1e-10);
        assertEquals(variance, second, 1e-9);
    }

    /** Far from the start the chain is at its stationary law, which is that of continuous time up to O(dt). */
    @ParameterizedTest
    @CsvSource({"0.5, 1000", "0.5, 2000", "0.8, 1000", "0.8, 2000"})
    @Tag("analytic")
    void desaiZwanzigSettlesInTheSelfConsistentLaw(double noise, int steps) {
        Dynamics.DesaiZwanzig dynamics = new Dynamics.DesaiZwanzig(1, noise, 60);
        double settled = end(dynamics, 0.5, 0.5, steps)[0];
        assertEquals(DesaiZwanzigLaw.of(dynamics).mean(), settled, 0.8 * 60 / steps);
    }

    /** By Richardson's extrapolation the error of the stationary mean is of first order in the step. */
    @Test
    @Tag("order")
    void theChainOfDesaiZwanzigIsOfFirstOrder() {
        Dynamics.DesaiZwanzig dynamics = new Dynamics.DesaiZwanzig(1, 0.7, 60);
        double limit = DesaiZwanzigLaw.of(dynamics).mean();
        double coarse = end(dynamics, 0.5, 0.5, 2400)[0] - limit;
        double fine = end(dynamics, 0.5, 0.5, 4800)[0] - limit;
        assertEquals(2, coarse / fine, 0.1);
    }

    @Test
    @Tag("analytic")
    void symmetricWellsStayInBalance() {
        double[] end = end(new Dynamics.DesaiZwanzig(1, 1.2, 20), 0, 0.5, 400);
        assertEquals(0, end[0], 1e-13);
    }

    @Test
    @Tag("analytic")
    void identicalOscillatorsSettleAtTheirOrderParameter() {
        Dynamics.Kuramoto dynamics = new Dynamics.Kuramoto(2, 1, 0, 0, 40);
        double[] coarse = end(dynamics, 0, 1, 1000);
        double[] fine = end(dynamics, 0, 1, 2000);
        double extrapolated = 2 * fine[0] - coarse[0];
        assertEquals(KuramotoLaw.orderParameter(dynamics), extrapolated, 1e-3);
        assertEquals(0, fine[1], 1e-11);
    }

    /** Against 50,000 agents: a mean is off by no more than five standard errors; false alarm below 1e-5 in all. */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    @Tag("statistical")
    void aLargePopulationFollowsTheLimit(int model) {
        int agents = 50_000;
        Scenario scenario = TestScenarios.interacting(agents, STEPS).get(model);
        Coupling coupling = coupling(scenario);
        double[][] found = new double[STEPS + 1][2];
        new ReplicaRun(coupling.problem(), agents, 1, 7)
                .run(
                        Backends.select("cpu"),
                        NoiseSource.PHILOX,
                        1,
                        (k, moments) -> {
                            int c = coupling.channels().get(0);
                            found[k][0] = moments.departure(Coupling.POPULATION, 0, c);
                            // that of a cosine is less than 1/2 where phases gather
                            found[k][1] = c == 0 ? moments.variance(Coupling.POPULATION, 0, 0) : 0.5;
                        },
                        work -> {});
        for (int k = 0; k <= STEPS; k += 20) {
            // the population's own fluctuations are those of its agents up to a factor below 3 over this short time
            double error = 3 * Math.sqrt(found[k][1] / agents);
            assertEquals(coupling.expected(k)[0], found[k][0], 5 * error, "step " + k);
        }
    }

    private static double[] end(Dynamics dynamics, double mean, double deviation, int steps) {
        Scenario scenario = Scenario.builder()
                .dynamics(dynamics)
                .initial(Law.gaussian(new double[] {mean}, Covariance.standardDeviations(deviation)))
                .steps(steps)
                .build();
        return coupling(scenario).expected(steps);
    }

    private static double square(double x) {
        return x * x;
    }

    private static Coupling coupling(Scenario scenario) {
        Problem population = Coupling.population(scenario);
        return Coupling.of(population, Limit.known(population).orElseThrow());
    }
}
