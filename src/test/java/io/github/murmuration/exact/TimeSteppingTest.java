package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.GuidancePath;
import io.github.murmuration.schedule.TimeGrid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class TimeSteppingTest {

    /** From N(0, 1) without stiffness to N(0, deviation^2). */
    private static TimeStepping free(double deviation, Scheme scheme) {
        Scenario scenario = Scenario.builder()
                .initial(Law.gaussian(new double[] {0}, Covariance.standardDeviations(1)))
                .target(Law.gaussian(new double[] {0}, Covariance.standardDeviations(deviation)))
                .protocol(Protocol.geometric(1, 0, 1))
                .guidance(new Guidance.Zero())
                .agents(10)
                .steps(10)
                .scheme(scheme)
                .build();
        GaussianMixture initial = GaussianMixture.of(scenario.initial());
        GaussianMixture target = GaussianMixture.of(scenario.target());
        GuidancePath zero = GuidancePath.of(new Guidance.Zero(), scenario.protocol(), initial.mean(), target.mean());
        DriftSchedule schedule = new DriftSchedule(
                new BackwardCoefficients(scenario.protocol(), zero),
                TimeGrid.of(scenario.protocol(), 10),
                scheme,
                initial,
                target);
        return TimeStepping.of(scenario, schedule, initial, target);
    }

    /** A simulation of 1e5 agents at 1000 steps: energy 1428.1 (6.4) for 9990.8, variance 1434.6 (6.4) for 10000. */
    @Test
    void aWideTargetAtTooFewSteps() {
        TimeStepping.Error error = free(100, Scheme.EULER_MARUYAMA).error(1000);
        assertEquals(1 - 1428.1 / 9990.8, error.energy(), 4 * 6.4e-4);
        assertEquals(1 - 1434.6 / 1e4, error.variance(), 4 * 6.4e-4);
        assertEquals(0, error.mean());
    }

    @Test
    void theNumberOfStepsFoundIsEnoughAndNotFarTooMany() {
        TimeStepping wide = free(100, Scheme.EULER_MARUYAMA);
        int steps = wide.stepsFor(TimeStepping.Error::energy, 0.01, 1000).orElseThrow();
        assertEquals(0.01, wide.error(steps).energy(), 0.001);
        assertTrue(wide.stepsFor(TimeStepping.Error::energy, 1e-9, 1000).isEmpty());
    }

    /** Exact steps leave the law exact; the left-end rule is off in proportion to the step. */
    @Test
    void exactStepsAreOffInTheEnergyOnly() {
        TimeStepping exact = free(2, Scheme.EXACT);
        // u = 3 (x - z) / (1 + 3 t) - z + ..., so that E u^2 is 1 + Var z at both ends of this case: compare two
        // numbers of steps
        TimeStepping.Error error = exact.error(1000);
        assertEquals(0, error.variance(), 1e-10);
        assertEquals(2, error.energy() / exact.error(2000).energy(), 0.02);
    }

    /** Means of the endpoint for draws of it: what is missing goes down like dt log(1/dt). */
    @Test
    void posteriorMeansAreTooNarrow() {
        TimeStepping stepping = free(2, Scheme.POSTERIOR_MEAN);
        double error = stepping.error(1000).variance();
        assertTrue(error > 0.001 / 4, "the last step alone leaves out about dt");
        assertEquals(2, error / stepping.error(2000).variance(), 0.1);
    }
}
